/** Static methods of the Schema namespace. @see "Schema Class", Apex Reference Guide */
import { definePlatformType } from '../../declarations/define';
import { newList } from '../../declarations/platform-lists';
import { required } from '../../declarations/arguments';
import { transaction } from '../../transaction/transaction';
import { InvalidParameterValueException } from '../../values/exceptions';
import type { ApexList } from '../../values/list';
import { describeObject } from './describe-object';
import { NameMap } from './name-map';
import { typeToken } from '../../records/tokens';

function describeSObjects(names: ApexList | null): unknown {
  const { schema } = transaction().org;
  const results = required(names, 1).items.map((name) => {
    const object = schema.object(String(name));
    if (!object) throw new InvalidParameterValueException(`Invalid sobject provided. sobject: ${String(name)}`);
    return describeObject(object);
  });
  return newList('Schema.DescribeSObjectResult', results);
}

definePlatformType({
  namespace: 'System',
  name: 'Schema',
  kind: 'class',
  documentation: 'Apex Reference Guide, Schema Class',
  members: {
    'static Map<String, Schema.SObjectType> getGlobalDescribe()': () => {
      const map = new NameMap('Schema.SObjectType');
      for (const object of transaction().org.schema.objects()) map.put(object.name.toLowerCase(), typeToken(object));
      return map;
    },
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> types)': describeSObjects,
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> types, Object options)': describeSObjects
  }
});
