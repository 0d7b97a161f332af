import { definePlatformType, type Implementation } from '../../../declarations/define';
import { transaction } from '../../../transaction/transaction';
import type { ApexDate } from '../../../values/date';
import { required } from '../../../declarations/arguments';
import { parameterValue, setParameter, type ParameterKind } from './feature-parameters';

function parameterMembers(kind: ParameterKind): Record<string, Implementation> {
  return {
    [`static ${kind} checkPackage${kind}Value(String apiName)`]: (name: string | null) =>
      parameterValue(kind, required(name, 1)),
    [`static void setPackage${kind}Value(String apiName, ${kind} value)`]: (
      name: string | null,
      value: boolean | number | ApexDate | null
    ) => setParameter(kind, required(name, 1), required(value, 2))
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
    ...parameterMembers('Boolean'),
    ...parameterMembers('Date'),
    ...parameterMembers('Integer')
  }
});
