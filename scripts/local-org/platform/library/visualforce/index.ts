/** What Apex behind Visualforce pages works with; the pages themselves are not rendered. */
import './cookie';
import './select-option';
import './standard-controller';

export { currentPage, setCurrentPage } from './messages';
