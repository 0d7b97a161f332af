/** What Apex behind Visualforce pages works with; the pages themselves are not rendered. */
import { extendPlatformType } from '../../define';
import './select-option';
import './standard-controller';
import { setCurrentPage } from './messages';

extendPlatformType('System.Test', {
  'static void setCurrentPage(System.PageReference page)': setCurrentPage,
  'static void setCurrentPageReference(System.PageReference page)': setCurrentPage
});
