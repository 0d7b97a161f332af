import { definePlatformType, type Implementation } from '../../define';
import { NotModeled } from '../../not-modeled';
import { transaction } from '../../transaction';
import { required } from '../arguments';

function notModeled(method: string): Implementation {
  return () => {
    throw new NotModeled(`FeatureManagement.${method}`);
  };
}

definePlatformType({
  namespace: 'System',
  name: 'FeatureManagement',
  kind: 'class',
  documentation: 'FeatureManagement Class, Apex Reference Guide',
  members: {
    'static Boolean checkPermission(String apiName)': (name: string | null) => {
      const { org, user } = transaction();
      return org.access.hasCustomPermission(user, required(name, 1));
    },
    'static Boolean checkPackageBooleanValue(String apiName)': notModeled('checkPackageBooleanValue'),
    'static Date checkPackageDateValue(String apiName)': notModeled('checkPackageDateValue'),
    'static Integer checkPackageIntegerValue(String apiName)': notModeled('checkPackageIntegerValue')
  }
});
