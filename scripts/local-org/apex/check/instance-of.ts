/**
 * What `instanceof` may ask: only what types leave open.
 * @see "Understanding Classes", "Using the instanceof Keyword", Apex Developer Guide; how far, as the platform's compiler
 *   answers: lists of general records are always asked, as are Strings for Ids
 */
import type { Project } from '../symbols/project';
import { isCollection, isList, isNumeric, isSObject, isUnknown, T, told, type Type } from '../symbols/types';
import { canCast, fitOf, inheritanceDistance } from './conversions';

/** What is wrong with asking whether a value of one type is an instance of another; null where nothing is. */
export function instanceOfProblem(project: Project, type: Type, tested: Type): string | null {
  if (isUnknown(type) || isUnknown(tested) || type === T.null) return null;
  if (isAlways(project, type, tested)) {
    return `Operation instanceof is always true since an instance of ${told(type)} is always an instance of ${told(tested)}`;
  }
  return canCast(project, type, tested)
    ? null
    : `Operation instanceof is always false since an instance of ${told(type)} is never an instance of ${told(tested)}`;
}

function isAlways(project: Project, type: Type, tested: Type): boolean {
  if (isCollection(type) && type.platform === tested.platform) {
    if (type.typeArguments.some(isSObject))
      return isList(type) && isAlways(project, type.typeArguments[0]!, tested.typeArguments[0]!) && type !== tested;
    return type.typeArguments.every((one, index) => isAlways(project, one, tested.typeArguments[index]!));
  }
  if (type === tested || tested === T.object) return true;
  if (isSObject(type)) return tested === T.sobject;
  if (isNumeric(type) && isNumeric(tested)) return fitOf(project, type, tested) !== null;
  if (type === T.id) return tested === T.string;
  return tested.typeArguments.length === 0 && inheritanceDistance(project, type, tested) >= 0;
}
