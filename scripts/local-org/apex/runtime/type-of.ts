/** The run-time type of any Apex value. */
import { SObjectRecord } from '../../records/sobject-record';
import { platformTypes } from '../../declarations/define';
import { ApexEnumValue } from '../../values/enum-value';
import { ListIterator } from '../../values/iterator';
import { setTypeNamer } from '../../values/runtime-type';
import {
  BOOLEAN,
  INTEGER,
  LONG,
  OBJECT,
  STRING,
  platformRuntimeType,
  sobjectTypeOf,
  type RuntimeType
} from './runtime-type';

setTypeNamer((value) => typeOf(value).name);

interface Typed {
  readonly $type?: RuntimeType;
}

let platformClasses: Map<unknown, RuntimeType> | undefined;

/** The type of a value; of null it is Object. */
export function typeOf(value: unknown): RuntimeType {
  switch (typeof value) {
    case 'string':
      return STRING;
    case 'number':
      return INTEGER;
    case 'boolean':
      return BOOLEAN;
    case 'bigint':
      return LONG;
    case 'object':
      return value === null ? OBJECT : typeOfObject(value);
    default:
      return OBJECT;
  }
}

/** Compiled objects, records and collections carry their type; others are known by their JavaScript class. */
function typeOfObject(value: object): RuntimeType {
  if (value instanceof SObjectRecord) return sobjectTypeOf(value.definition);
  const { $type } = value as Typed;
  if ($type) return $type;
  if (value instanceof ApexEnumValue) return value.type as RuntimeType;
  if (value instanceof ListIterator) return iteratorOf(value.elementType as RuntimeType);
  return typeOfPlatformClass(value.constructor);
}

function iteratorOf(elementType: RuntimeType): RuntimeType {
  const declaration = platformTypes().find(({ namespace, name }) => namespace === 'System' && name === 'Iterator')!;
  return platformRuntimeType(declaration, [elementType]);
}

function typeOfPlatformClass(javaScriptClass: unknown): RuntimeType {
  platformClasses ??= new Map();
  const known = platformClasses.get(javaScriptClass);
  if (known) return known;
  const declaration = platformTypes().find((candidate) => candidate.javaScriptClass === javaScriptClass);
  if (!declaration) return OBJECT;
  const type = platformRuntimeType(declaration);
  platformClasses.set(javaScriptClass, type);
  return type;
}
