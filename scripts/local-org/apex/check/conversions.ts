/**
 * Implicit conversions: which type may stand where another is expected, and what happens to the value.
 * @see "Rules of Conversion", Apex Developer Guide
 */
import type { Position } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import type { Conversion } from '../bound/conversions';
import { classChain, type ClassSymbol } from '../symbols/class-symbols';
import { substitute, type PlatformMember } from '../symbols/platform-table';
import type { Project } from '../symbols/project';
import {
  T,
  isCollection,
  isList,
  isMap,
  isSObject,
  isSet,
  isUnknown,
  numericRank,
  told,
  type Type
} from '../symbols/types';
import type { BodyContext } from './context';

/** A conversion that is allowed: its cost for choosing overloads, and the change of representation, if any. */
export interface Fit {
  readonly cost: number;
  readonly conversion: Conversion | null;
  /** Whether the value is converted as a cast does it: element by element. */
  readonly isCast?: boolean;
}

const SAME: Fit = { cost: 0, conversion: null };
const fit = (cost: number, conversion: Conversion | null = null): Fit => ({ cost, conversion });

const NUMERIC: Readonly<Record<string, Conversion>> = {
  'Integer Long': 'integerToLong',
  'Integer Double': 'integerToDouble',
  'Integer Decimal': 'integerToDecimal',
  'Long Double': 'longToDouble',
  'Long Decimal': 'longToDecimal',
  'Double Decimal': 'doubleToDecimal',
  'Decimal Double': 'decimalToDouble'
};

const OBJECT_COST = 50;

/** Whether a value of type `from` may be used where `to` is expected; null when not. */
export function fitOf(project: Project, from: Type, to: Type): Fit | null {
  if (from === to || isUnknown(from) || isUnknown(to)) return SAME;
  if (from === T.void || to === T.void) return null;
  if (from === T.null) return SAME;
  if (to === T.object) return fit(OBJECT_COST);
  if (numericRank(from) >= 0 && numericRank(to) >= 0) return numericFit(from, to);
  if (from === T.string && to === T.id) return fit(4, 'stringToId');
  if (from === T.id && to === T.string) return fit(1);
  if (from === T.date && to === T.datetime) return fit(1, 'dateToDatetime');
  if (isSObject(from) && isSObject(to)) return to.object ? null : fit(2);
  if (isCollection(from) && from.platform === to.platform) return collectionFit(project, from, to);
  const distance = inheritanceDistance(project, from, to);
  if (distance < 0) return mayBeQueueable(from, to) ? fit(OBJECT_COST - 1) : null;
  return fit(distance);
}

/** `enqueueJob` is documented to take an Object: it refuses classes that are no Queueable, but no interface. */
function mayBeQueueable(from: Type, to: Type): boolean {
  return to.platform?.qualifiedName === 'System.Queueable' && from.symbol?.kind === 'interface';
}

function numericFit(from: Type, to: Type): Fit | null {
  const conversion = NUMERIC[`${from.name} ${to.name}`];
  return conversion ? fit(Math.abs(numericRank(to) - numericRank(from)), conversion) : null;
}

/**
 * Lists and the values of maps are assignable when their elements are without a change of representation; a list of SObject also counts
 * as a list of any object, which is how `Database.query` results are assigned.
 */
function collectionFit(project: Project, from: Type, to: Type): Fit | null {
  if (isListOfLongs(from, to)) return { cost: 2, conversion: null, isCast: true };
  if (!hasSameKeys(from, to)) return null;
  let cost = 0;
  for (let index = 0; index < from.typeArguments.length; index += 1) {
    const [given, wanted] = [from.typeArguments[index]!, to.typeArguments[index]!];
    const isDowncast = isMap(from) && given === T.sobject && wanted !== T.sobject && isSObject(wanted);
    const element = isDowncast ? -1 : elementCost(project, given, wanted);
    if (element < 0) return null;
    cost += element;
  }
  // Scaled, so that the elements tell overloads apart and any collection is nearer than Object.
  return fit(1 + cost / 8);
}

/** A list of Integers passes for one of Longs: public code that passes on the platform assigns and passes it so. */
function isListOfLongs(from: Type, to: Type): boolean {
  return isList(from) && from.typeArguments[0] === T.integer && to.typeArguments[0] === T.long;
}

/** What a set holds, and what a map finds its values by, is of one type or of another. */
function hasSameKeys(from: Type, to: Type): boolean {
  const [given, wanted] = [from.typeArguments[0]!, to.typeArguments[0]!];
  return isList(from) || given === wanted || isUnknown(given) || isUnknown(wanted);
}

function elementCost(project: Project, from: Type, to: Type): number {
  if (from === T.string && to === T.id) return 3;
  if (from === T.sobject && isSObject(to)) return 3;
  const element = fitOf(project, from, to);
  return element && !element.conversion && !element.isCast ? element.cost : -1;
}

/** Steps from a type up to an ancestor; -1 when it is none. */
export function inheritanceDistance(project: Project, from: Type, to: Type): number {
  let level: Type[] = [from];
  const seen = new Set<Type>();
  for (let distance = 0; level.length > 0; distance += 1) {
    if (level.some((type) => type === to || isSameGeneric(project, type, to))) return distance;
    level.forEach((type) => seen.add(type));
    level = level.flatMap((type) => supertypesOf(project, type)).filter((type) => !seen.has(type));
  }
  return -1;
}

function isSameGeneric(project: Project, type: Type, to: Type): boolean {
  if (!type.platform || type.platform !== to.platform || type.typeArguments.length === 0) return false;
  return type.typeArguments.every((argument, index) => isRelated(project, argument, to.typeArguments[index]!));
}

/** The type arguments of Iterable and its like are taken loosely: an `Iterable<Object>` passes for others. */
function isRelated(project: Project, from: Type, to: Type): boolean {
  return elementCost(project, from, to) >= 0 || elementCost(project, to, from) >= 0;
}

/** Direct super class and interfaces of a type. */
export function supertypesOf(project: Project, type: Type): Type[] {
  if (type.symbol) return [...(type.symbol.superclass ? [type.symbol.superclass] : []), ...type.symbol.interfaces];
  return (type.platform?.supertypes ?? []).map((supertype) => substitute(supertype, type, project.types));
}

/** Gives an expression the type its place expects; reports when that is impossible. */
export function convertTo(
  context: BodyContext,
  value: BoundExpression,
  target: Type,
  position: Position,
  message = (from: Type, to: Type): string => `Illegal assignment from ${told(from)} to ${told(to)}`
): BoundExpression {
  const single = singleRecord(value, target) ?? singleResult(value, target);
  if (single) return single;
  const found = fitOf(context.project, value.type, target);
  if (!found && isListOfFractions(value.type) && isListOfFractions(target)) {
    return { kind: 'cast', operand: value, type: target, line: value.line };
  }
  if (!found) {
    context.report(position, message(value.type, target));
    return { ...value, type: T.error };
  }
  return applyFit(value, found, target);
}

/** Double and Decimal stand for each other, also as elements of lists. */
function isListOfFractions(type: Type): boolean {
  return isList(type) && [T.decimal, T.double].includes(type.typeArguments[0]!);
}

/** Puts the node of a conversion around an expression. */
export function applyFit(value: BoundExpression, found: Fit, target: Type): BoundExpression {
  if (found.isCast) return { kind: 'cast', operand: value, type: target, line: value.line };
  if (!found.conversion) return value;
  return { kind: 'convert', conversion: found.conversion, operand: value, type: target, line: value.line };
}

/** A query stands for its one row where a record is expected: "SOQL For Loops Versus Standard SOQL Queries". */
export function singleRecord(value: BoundExpression, target: Type): BoundExpression | null {
  if (value.kind !== 'soql' || value.result !== 'list') return null;
  const element = value.type.typeArguments[0];
  if (!isSObject(target) || !element) return null;
  if (target !== element && target.object && element.object) return null;
  return { ...value, result: 'record', type: element };
}

/** So does the list that a dynamic query returns: "Dynamic SOQL", Apex Developer Guide. */
export function singleResult(value: BoundExpression, target: Type): BoundExpression | null {
  const isDynamic = value.kind === 'platformCall' && isQuery(value.member);
  if (!isDynamic || !isSObject(target) || !isList(value.type)) return null;
  return { kind: 'convert', conversion: 'singleRow', operand: value, type: target, line: value.line };
}

/** Whether a method gives rows of an object that its text or the record names. */
function isQuery({ owner, name }: PlatformMember): boolean {
  return (
    owner.qualifiedName === 'System.Database' || (owner.qualifiedName === 'System.SObject' && name === 'getSObjects')
  );
}

/** Type of the elements a `for` loop sees; null when the type cannot be looped over. */
export function elementTypeOf(project: Project, type: Type): Type | null {
  if (isList(type) || isSet(type)) return type.typeArguments[0]!;
  for (const name of ['Iterable', 'Iterator']) {
    const found = ancestorNamed(project, type, name);
    if (found) return found.typeArguments[0] ?? T.object;
  }
  return null;
}

/** The ancestor of this System name, type arguments put in. */
export function ancestorNamed(project: Project, type: Type, name: string): Type | null {
  const queue = [type];
  const seen = new Set<Type>();
  for (let current = queue.shift(); current; current = queue.shift()) {
    if (current.platform?.qualifiedName === `System.${name}`) return current;
    if (seen.has(current)) continue;
    seen.add(current);
    queue.push(...supertypesOf(project, current));
  }
  return null;
}

/** Whether an object of one type could also be of the other, so that a cast makes sense. */
export function canCast(project: Project, from: Type, to: Type): boolean {
  if (isUnknown(from) || isUnknown(to) || from === T.null || from === T.object) return true;
  if (fitOf(project, from, to) || fitOf(project, to, from)) return true;
  if (numericRank(from) >= 0 && numericRank(to) >= 0) return true;
  if (isSObject(from) && isSObject(to) && (isPolymorphic(from) || isPolymorphic(to))) return true;
  if (isCollection(from) && from.platform === to.platform) {
    if (!hasSameKeys(from, to)) return false;
    return from.typeArguments.every((argument, index) => canCast(project, argument, to.typeArguments[index]!));
  }
  return isInterface(from) || isInterface(to);
}

/** `Name` is what a polymorphic relationship leads to: a user, a group, a contact … */
function isPolymorphic(type: Type): boolean {
  return type.object?.name === 'Name';
}

function isInterface(type: Type): boolean {
  return type.symbol?.kind === 'interface' || type.platform?.declaration.kind === 'interface';
}

/** Whether code in `from` may use what is declared in `owner` with this access. */
export function isSubclassOf(from: ClassSymbol, owner: ClassSymbol): boolean {
  for (let current: ClassSymbol | null = from; current; current = current.outer) {
    for (const ancestor of classChain(current)) if (ancestor === owner) return true;
  }
  return false;
}
