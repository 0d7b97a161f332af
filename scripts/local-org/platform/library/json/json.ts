import { definePlatformType } from '../../../declarations/define';
import { NullPointerException } from '../../../values/exceptions';
import { required } from '../../../declarations/arguments';
import type { ApexType } from '../system/type';
import { ApexJsonGenerator } from './generator';
import { ApexJsonParser } from './parser';
import { readJson } from './reader';
import { serialize } from './serialize';
import { readTyped } from './typed';
import { readUntyped } from './untyped';

function deserialize(text: string | null, type: ApexType | null, isStrict: boolean): unknown {
  return readTyped(readJson(present(text)), present(type).type, isStrict);
}

/** JSON words a null argument without its position; public tests that pass on the platform rely on it. */
function present<T>(value: T | null): T {
  if (value === null) throw new NullPointerException('Argument cannot be null.');
  return value;
}

definePlatformType({
  namespace: 'System',
  name: 'JSON',
  kind: 'class',
  documentation: 'JSON Class, Apex Reference Guide',
  members: {
    'static JSONGenerator createGenerator(Boolean prettyPrint)': (isPretty: boolean | null) =>
      new ApexJsonGenerator(required(isPretty, 1)),
    'static JSONParser createParser(String jsonString)': (text: string | null) => new ApexJsonParser(required(text, 1)),
    'static Object deserialize(String jsonString, System.Type apexType)': (
      text: string | null,
      type: ApexType | null
    ) => deserialize(text, type, false),
    'static Object deserializeStrict(String jsonString, System.Type apexType)': (
      text: string | null,
      type: ApexType | null
    ) => deserialize(text, type, true),
    'static Object deserializeUntyped(String jsonString)': (text: string | null) =>
      readUntyped(readJson(present(text))),
    'static String serialize(Object objectToSerialize)': (value: unknown) => serialize(value, false, false),
    'static String serialize(Object objectToSerialize, Boolean suppressApexObjectNulls)': (
      value: unknown,
      suppressNulls: boolean | null
    ) => serialize(value, false, required(suppressNulls, 2)),
    'static String serializePretty(Object objectToSerialize)': (value: unknown) => serialize(value, true, false),
    'static String serializePretty(Object objectToSerialize, Boolean suppressApexObjectNulls)': (
      value: unknown,
      suppressNulls: boolean | null
    ) => serialize(value, true, required(suppressNulls, 2))
  }
});
