/** Chooses among overloads: the applicable one whose parameters are nearest to the arguments. */
import type { BoundExpression } from '../bound/expressions';
import type { Project } from '../symbols/project';
import { T, isSObject, isUnknown, told, type Type } from '../symbols/types';
import { applyFit, fitOf, singleRecord, singleResult, type Fit } from './conversions';

const SINGLE_RECORD_COST = 5;

/** Something that can be called with parameters of these types. */
export interface Callable {
  readonly parameters: readonly Type[];
}

/** The best of the candidates, or undefined when none takes the arguments. */
export function chooseOverload<C extends Callable>(
  project: Project,
  candidates: readonly C[],
  values: readonly BoundExpression[]
): C | undefined {
  let best: { candidate: C; cost: number } | undefined;
  for (const candidate of candidates) {
    const cost = callCost(project, candidate, values);
    if (cost === null) continue;
    const isBetter =
      !best || cost < best.cost || (cost === best.cost && isMoreSpecific(project, candidate, best.candidate));
    if (isBetter) best = { candidate, cost };
  }
  return best?.candidate;
}

function callCost(project: Project, candidate: Callable, values: readonly BoundExpression[]): number | null {
  if (candidate.parameters.length !== values.length) return null;
  let cost = 0;
  for (const [index, value] of values.entries()) {
    const fit = argumentFit(project, value, candidate.parameters[index]!);
    if (!fit) return null;
    cost += fit.cost;
  }
  return cost;
}

/** A query, inline or dynamic, passes for its one row. */
function oneRow(value: BoundExpression, parameter: Type): BoundExpression | null {
  return singleRecord(value, parameter) ?? singleResult(value, parameter);
}

function argumentFit(project: Project, value: BoundExpression, parameter: Type): Fit | null {
  if (oneRow(value, parameter)) return { cost: SINGLE_RECORD_COST, conversion: null };
  return fitOf(project, value.type, parameter);
}

/** Whether everything that fits `one` would also fit `other`, and not the other way round. */
function isMoreSpecific(project: Project, one: Callable, other: Callable): boolean {
  const fitsAll = (from: Callable, to: Callable): boolean =>
    from.parameters.every((parameter, index) => isNarrower(project, parameter, to.parameters[index]!));
  return fitsAll(one, other) && !fitsAll(other, one);
}

function isNarrower(project: Project, from: Type, to: Type): boolean {
  if (from === to) return true;
  if (isUnknown(from) || isUnknown(to)) return false;
  if (from === T.string && to === T.id) return false;
  return fitOf(project, from, to) !== null;
}

/** Converts the arguments of a call to the parameter types of what was chosen. */
export function convertArguments(
  project: Project,
  values: readonly BoundExpression[],
  parameters: readonly Type[]
): BoundExpression[] {
  return values.map((value, index) => {
    const parameter = parameters[index]!;
    const single = isSObject(parameter) ? oneRow(value, parameter) : null;
    if (single) return single;
    const fit = fitOf(project, value.type, parameter);
    return fit ? applyFit(value, fit, parameter) : value;
  });
}

/** Types of arguments as a message lists them. */
export function argumentTypes(values: readonly BoundExpression[]): string {
  return values.map((value) => told(value.type)).join(', ');
}
