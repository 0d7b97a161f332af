/** `instanceof` and the assignability of run-time types. */
import { toId18 } from '../../values/record-id';
import { DATE, DATETIME, DECIMAL, DOUBLE, ID, setTypeRelations, STRING, type RuntimeType } from './runtime-type';
import { typeOf } from './type-of';

setTypeRelations({ isInstance: isInstanceOf, isAssignable });

/** `value instanceof type`: never true for null. */
export function isInstanceOf(value: unknown, type: RuntimeType): boolean {
  if (value === null || value === undefined) return false;
  if (type.kind === 'object') return true;
  if (type === ID) return typeof value === 'string' && toId18(value) !== null;
  const from = typeOf(value);
  return (
    isAssignable(from, type) ||
    isWiderNumber(from, type) ||
    isOfFractions(from, type) ||
    isListOfRecords(from, type) ||
    (from === DATE && type === DATETIME)
  );
}

const NUMBERS = ['Integer', 'Long', 'Double', 'Decimal'];

/**
 * A number is an instance of every wider number type, and Double and Decimal are instances of each other: what public
 * code that passes on the platform relies on.
 */
function isWiderNumber(from: RuntimeType, to: RuntimeType): boolean {
  if (from === DECIMAL) return to === DOUBLE;
  const rank = NUMBERS.indexOf(from.name);
  return from.kind === 'primitive' && rank >= 0 && rank < NUMBERS.indexOf(to.name);
}

/** A list of records is an instance of SObject, too: public code that passes on the platform is written around that. */
function isListOfRecords(from: RuntimeType, to: RuntimeType): boolean {
  return from.kind === 'list' && to.kind === 'sobject' && !to.object && from.typeArguments[0]?.kind === 'sobject';
}

/** Lists of Double and of Decimal are instances of each other, as their elements are. */
function isOfFractions(from: RuntimeType, to: RuntimeType): boolean {
  const isFraction = ({ typeArguments: [element] }: RuntimeType): boolean => element === DECIMAL || element === DOUBLE;
  return from.kind === 'list' && to.kind === 'list' && isFraction(from) && isFraction(to);
}

/**
 * Whether a value of type `from` may be held by a variable of type `to` without conversion.
 * @see "Class Casting" and "Collection Casting", Apex Developer Guide
 */
export function isAssignable(from: RuntimeType, to: RuntimeType): boolean {
  if (from === to || to.kind === 'object') return true;
  if (from.kind === 'sobject' && to.kind === 'sobject') return isObject(from, to);
  if (from.metadata) return from.metadata.supertypes.some((supertype) => isSame(supertype, to));
  if (from.kind === to.kind && isCollection(from)) return isCovariant(from, to);
  return isPlatformSubtype(from, to);
}

/** Lists and maps are what their elements are; a set is one of its own elements and nothing else. */
function isCovariant(from: RuntimeType, to: RuntimeType): boolean {
  return from.kind === 'set' ? from.name === to.name : haveAssignableArguments(from, to);
}

/** By name: each aggregate query has an AggregateResult of its own. */
function isObject(from: RuntimeType, to: RuntimeType): boolean {
  return to.object === undefined || from.object?.name === to.object.name;
}

function isCollection(type: RuntimeType): boolean {
  return type.kind === 'list' || type.kind === 'set' || type.kind === 'map';
}

/** A `List<SObject>` counts as a list of any object: "Lists of sObjects", Apex Developer Guide. */
function haveAssignableArguments(from: RuntimeType, to: RuntimeType): boolean {
  return from.typeArguments.every((argument, index) => {
    const target = to.typeArguments[index]!;
    return (
      isAssignable(argument, target) ||
      (argument.kind === 'sobject' && target.kind === 'sobject' && !argument.object) ||
      // A list of Ids counts as one of Strings, which no set does: public code that passes on the platform needs both.
      (from.kind === 'list' && argument === ID && target === STRING)
    );
  });
}

function isSame(supertype: RuntimeType, to: RuntimeType): boolean {
  return supertype === to || (supertype.platform !== undefined && isPlatformSubtype(supertype, to));
}

/** Platform inheritance follows the JavaScript classes; platform interfaces are named in the declarations. */
function isPlatformSubtype(from: RuntimeType, to: RuntimeType): boolean {
  if (from.name === to.name) return true;
  if (from.name.replace(/<.*/, '') === to.name.replace(/<.*/, '') && from.kind === to.kind) {
    return haveAssignableArguments(from, to);
  }
  if (from.kind === 'primitive') return false;
  const parents = [...(from.platform?.implements ?? []), ...(from.platform?.extends ? [from.platform.extends] : [])];
  return parents.some((parent) => isNamed(parent, to)) || isJavaScriptSubclass(from, to);
}

function isNamed(signature: string, type: RuntimeType): boolean {
  const plain = (name: string): string =>
    name
      .replace(/<.*/, '')
      .replace(/^System\./, '')
      .toLowerCase();
  return plain(signature) === plain(type.name);
}

function isJavaScriptSubclass(from: RuntimeType, to: RuntimeType): boolean {
  const base = to.javaScriptClass;
  return base !== undefined && from.javaScriptClass !== undefined && from.javaScriptClass.prototype instanceof base;
}
