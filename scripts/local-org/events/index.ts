/** Platform events: importing this room declares its platform types. */
import './change-event-header';
import './publish';
import './test-broker';
import './trigger-context';

export { EventBus, type EventListener } from './event-bus';
export type { EventMessage } from './event-message';
