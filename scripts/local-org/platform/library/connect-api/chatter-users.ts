import { definePlatformType } from '../../define';
import { NotModeled } from '../../not-modeled';
import { refuseInTests } from './siloed';

definePlatformType({
  namespace: 'ConnectApi',
  name: 'ChatterUsers',
  kind: 'class',
  documentation: 'ChatterUsers Class, Apex Reference Guide',
  members: {
    'static Object getFollowings(String communityId, String userId)': () => {
      refuseInTests();
      throw new NotModeled('ConnectApi.ChatterUsers.getFollowings');
    }
  }
});
