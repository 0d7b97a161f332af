import { definePlatformType } from '../../../declarations/define';
import { DataObject, defineDataType } from '../data-type';
import { newList } from '../../../declarations/platform-lists';
import { refuseInTests } from './siloed';

class FollowingPage extends DataObject {}

defineDataType({
  namespace: 'ConnectApi',
  name: 'FollowingPage',
  access: 'fields',
  javaScriptClass: FollowingPage,
  documentation: 'ConnectApi.FollowingPage, Apex Reference Guide',
  properties: {
    currentPageUrl: 'String',
    following: 'List<Object>',
    nextPageUrl: 'String',
    previousPageUrl: 'String',
    total: 'Integer'
  }
});

/** Nobody follows anything in a local org: it has no feeds. */
function nothing(): FollowingPage {
  refuseInTests();
  const page = new FollowingPage();
  page.write('following', newList('Object'));
  page.write('total', 0);
  return page;
}

definePlatformType({
  namespace: 'ConnectApi',
  name: 'ChatterUsers',
  kind: 'class',
  documentation: 'ChatterUsers Class, Apex Reference Guide',
  members: { 'static ConnectApi.FollowingPage getFollowings(String communityId, String userId)': nothing }
});
