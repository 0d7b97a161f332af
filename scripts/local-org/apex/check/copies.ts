/**
 * What a collection can be made of: one of the very same elements, and a map of records also of a list of them.
 * @see "List Class", "Set Class" and "Map Class" (constructors), Apex Reference Guide; wording: the messages of the compiler
 *   (github.com/forcedotcom/apex-language-support, messages_en_US)
 */
import type { BoundExpression } from '../bound/expressions';
import { isCollection, isList, isMap, isSet, isSObject, isUnknown, T, told, type Type } from '../symbols/types';
import { singleResult } from './conversions';

/** What is wrong with making a collection of a value; null where nothing is, or where it is no copy. */
export function copyProblem(type: Type, value: BoundExpression): string | null {
  const given = value.type;
  if (!isCollection(type) || given === T.null || [given, ...given.typeArguments].some(isUnknown)) return null;
  const element = type.typeArguments[0]!;
  const start = `Invalid initializer type ${told(given)} found for`;
  if (isMap(type)) {
    const kind = told(type);
    return fitsMap(type, value)
      ? null
      : `${start} ${kind}: expected a Map with the same key and value types, or a valid SObject List`;
  }
  if (isIterable(given) ? isUnknownElement(given, element) || given.typeArguments[0] === element : false) return null;
  if (isSet(type)) return `${start} ${told(type)}: expected a List or a Set of type: ${told(element)}`;
  return given === T.integer ? null : `${start} ${told(type)}: expected an Integer or a List of type ${told(element)}`;
}

function fitsMap(type: Type, value: BoundExpression): boolean {
  const [key, element] = type.typeArguments as [Type, Type];
  const given = value.type;
  if (isMap(given)) return given.typeArguments[0] === key && given.typeArguments[1] === element;
  if (!isList(given) || !isSObject(element)) return false;
  const row = given.typeArguments[0]!;
  return row === element || element === T.sobject || singleResult(value, element) !== null;
}

/** Lists, sets, and what classes of the project iterate over, the elements of which are not looked at. */
function isIterable(type: Type): boolean {
  return isList(type) || isSet(type) || Boolean(type.symbol) || type.platform?.declaration.name === 'Iterable';
}

function isUnknownElement(given: Type, element: Type): boolean {
  return Boolean(given.symbol) || isUnknown(element);
}
