/** Everything of the platform that this local org models: importing this file declares it. */
import '../events';
import '../http';
import '../jobs';
import '../platform/library';
import '../platform/schema';
import '../platform/data';

export { platformTypes } from '../declarations/define';
