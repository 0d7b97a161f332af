/** What Apex behind Visualforce pages works with; the pages themselves are not rendered. */
import './select-option';
import './standard-controller';

export { setCurrentPage } from './messages';
