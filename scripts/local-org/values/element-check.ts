/** What may be stored in a collection that is seen as one of a wider type than it was declared with. */
import { ApexDouble } from './double';
import { Decimal } from './decimal';
import { TypeException } from './exceptions';
import { typeNameOf, type RuntimeType } from './runtime-type';

/**
 * The value as it is stored: a number becomes one of the declared type.
 * @param collection the type of the list, set or map
 * @param value what is added
 * @param argument which of the collection's type arguments the value must fit: 1 for the values of a map
 * @throws TypeException "Collection store exception adding Contact to List<Account>"
 */
export function storable(collection: RuntimeType, value: unknown, argument = 0): unknown {
  const type = collection.typeArguments[argument];
  if (value === null || type === undefined || type.kind === 'object') return value;
  if (type.kind === 'primitive') return storablePrimitive(collection, type, value);
  // Collections and objects of the platform are not told apart: they may be typed more widely than declared.
  if ((value as { $type?: RuntimeType }).$type === type) return value;
  const isKnown = type.kind === 'sobject' || type.classInfo !== undefined;
  if (!isKnown || type.isInstance(value)) return value;
  throw mismatch(collection, value);
}

/** What JavaScript calls the values of a primitive type, where that tells them from all others. */
const JAVASCRIPT_TYPES: Readonly<Record<string, string>> = {
  String: 'string',
  Id: 'string',
  Integer: 'number',
  Long: 'bigint',
  Boolean: 'boolean'
};

/** Everything that is to be stored at once; values of a collection of the same elements are not looked at again. */
export function allStorable(
  collection: RuntimeType,
  from: RuntimeType,
  values: readonly unknown[]
): readonly unknown[] {
  const isOfSameElements = from.typeArguments[0] === collection.typeArguments[0];
  return isOfSameElements ? values : values.map((value) => storable(collection, value));
}

function storablePrimitive(collection: RuntimeType, type: RuntimeType, value: unknown): unknown {
  const expected = JAVASCRIPT_TYPES[type.name] ?? 'object';
  if (typeof value === expected && type.name !== 'Double' && type.name !== 'Decimal') return value;
  const converted = widened(type.name, value);
  if (converted !== undefined) return converted;
  throw mismatch(collection, value);
}

/** Numbers widen when they are stored; undefined for what does not fit. */
function widened(name: string, value: unknown): unknown {
  const isWhole = typeof value === 'number' || typeof value === 'bigint';
  switch (name) {
    case 'Long':
      return typeof value === 'number' ? BigInt(value) : undefined;
    case 'Double':
      if (value instanceof Decimal) return new ApexDouble(value.toNumber());
      return isWhole ? new ApexDouble(Number(value)) : asIs(value, ApexDouble);
    case 'Decimal':
      if (value instanceof ApexDouble) return value.toDecimal();
      return isWhole ? Decimal.fromLong(BigInt(value)) : asIs(value, Decimal);
    default:
      return undefined;
  }
}

function asIs(value: unknown, type: typeof ApexDouble | typeof Decimal): unknown {
  return value instanceof type ? value : undefined;
}

function mismatch(collection: RuntimeType, value: unknown): Error {
  const name = collection.name.replace(/\bObject\b/g, 'ANY');
  return new TypeException(`Collection store exception adding ${typeNameOf(value)} to ${name}`);
}
