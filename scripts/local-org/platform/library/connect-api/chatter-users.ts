import { definePlatformType } from '../../define';
import { NotModeled } from '../../not-modeled';
import { transaction } from '../../transaction';
import { UnsupportedOperationException } from '../../values/exceptions';

/**
 * Connect in Apex needs an organisation's own data, which tests do not see.
 * @see "Testing Connect in Apex", Apex Developer Guide
 */
function refuse(method: string): never {
  if (!transaction().isTest) throw new NotModeled(`ConnectApi.${method}`);
  const remedy = 'Please use @IsTest(SeeAllData=true).';
  throw new UnsupportedOperationException(`ConnectApi methods are not supported in data siloed tests. ${remedy}`);
}

definePlatformType({
  namespace: 'ConnectApi',
  name: 'ChatterUsers',
  kind: 'class',
  documentation: 'ChatterUsers Class, Apex Reference Guide',
  members: {
    'static Object getFollowings(String communityId, String userId)': () => refuse('ChatterUsers.getFollowings')
  }
});
