/**
 * Which method of a class answers for one of an interface. Its parameters may be wider than the interface's, since every
 * value that the interface lets through fits them, and lists of records pass for each other whatever their object.
 * @see "Interfaces", Apex Developer Guide, which is silent on both; that the platform saves and runs such classes is
 *   reported in octoberswimmer/aer-dist issues 71, 100 and 107, and by the managed packages that rely on it
 */
import { classChain, type ClassSymbol, type MethodSymbol } from '../symbols/class-symbols';
import type { Project } from '../symbols/project';
import { isList, isSObject, T, type Type } from '../symbols/types';
import { fitOf } from './conversions';

/** Whether a method answers for one of an interface of the platform. */
export function answersSignature(
  project: Project,
  method: MethodSymbol,
  parameters: readonly Type[],
  returnType: Type
): boolean {
  if (method.parameters.length !== parameters.length) return false;
  const isWide = method.parameters.every(({ type }, index) =>
    Number.isFinite(parameterDistance(project, type, parameters[index]!))
  );
  const result = fitOf(project, method.returnType, returnType);
  return isWide && result !== null && (!result.conversion || result.conversion === 'stringToId');
}

/** The method of a class or its ancestors that is called for `wanted`: of several that could be, the closest. */
export function fulfilling(project: Project, symbol: ClassSymbol, wanted: MethodSymbol): MethodSymbol | null {
  let best: MethodSymbol | null = null;
  let lowest = Infinity;
  for (const method of implementations(symbol, wanted.name)) {
    const distance = distanceTo(project, method, wanted);
    if (distance >= lowest || !answers(method, wanted)) continue;
    best = method;
    lowest = distance;
  }
  return best;
}

/** The platform accepts a static method for an interface's, as public code that passes there relies on. */
function implementations(symbol: ClassSymbol, name: string): MethodSymbol[] {
  const lower = name.toLowerCase();
  return [...classChain(symbol)]
    .flatMap((ancestor) => ancestor.methods.get(lower) ?? [])
    .filter((method) => !method.isAbstract);
}

/** An interface's method must be there for everybody to call, and return what the interface says. */
function answers(method: MethodSymbol, wanted: MethodSymbol): boolean {
  return (
    (method.access === 'public' || method.access === 'global') &&
    (method.returnType === T.void) === (wanted.returnType === T.void) &&
    !isOtherPrimitive(method.returnType, wanted.returnType)
  );
}

/** Returning a subtype is fine; one primitive type for another is not. */
function isOtherPrimitive(given: Type, wanted: Type): boolean {
  return given !== wanted && given.kind === 'primitive' && wanted.kind === 'primitive' && wanted !== T.object;
}

/** 0 for the very same parameters, more the wider they are, infinite where they are not wider. */
function distanceTo(project: Project, method: MethodSymbol, wanted: MethodSymbol): number {
  if (method.parameters.length !== wanted.parameters.length) return Infinity;
  return method.parameters
    .map(({ type }, index) => parameterDistance(project, type, wanted.parameters[index]!.type))
    .reduce((total, distance) => total + distance, 0);
}

/** A value that would have to be changed to fit does not fit: nobody converts it on the way. */
function parameterDistance(project: Project, given: Type, wanted: Type): number {
  if (given === wanted) return 0;
  if (isRecords(given) && isRecords(wanted)) return 1;
  const found = fitOf(project, wanted, given);
  return found && !found.conversion ? found.cost + 1 : Infinity;
}

function isRecords(type: Type): boolean {
  return isList(type) && isSObject(type.typeArguments[0]!);
}
