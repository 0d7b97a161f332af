/** Casts: what needs no check at run time, what changes a number, and what is checked against the value. */
import type { CastExpression } from '../parse/ast';
import type { Conversion } from '../bound/conversions';
import type { BoundExpression } from '../bound/expressions';
import { resolveOrReport } from '../symbols/resolve';
import { isCollection, told, type Type } from '../symbols/types';
import type { BodyContext } from './context';
import { applyFit, canCast, fitOf, singleRecord, singleResult } from './conversions';
import { bindExpression } from './expressions';

const NARROWING: Readonly<Record<string, Conversion>> = {
  'Long Integer': 'longToInteger',
  'Double Integer': 'doubleToInteger',
  'Double Long': 'doubleToLong',
  'Decimal Integer': 'decimalToInteger',
  'Decimal Long': 'decimalToLong'
};

/** Types `(Type) operand`. */
export function bindCast(context: BodyContext, node: CastExpression): BoundExpression {
  const type = resolveOrReport(context.project, node.type, context.owner, context.owner);
  const operand = bindExpression(context, node.operand);
  const { line } = node;
  const single = singleRecord(operand, type) ?? singleResult(operand, type);
  if (single) return { kind: 'cast', operand: single, type, line };
  if (type.kind === 'unmodeled') return { kind: 'notModeled', what: type.name, operands: [operand], type, line };
  return staticCast(context, operand, type) ?? checkedCast(context, operand, type, node);
}

/** A cast that types alone decide. */
function staticCast(context: BodyContext, operand: BoundExpression, type: Type): BoundExpression | null {
  const narrowing = NARROWING[`${operand.type.name} ${type.name}`];
  if (narrowing) return applyFit(operand, { cost: 0, conversion: narrowing }, type);
  const fit = fitOf(context.project, operand.type, type);
  if (!fit || operand.type.kind === 'unmodeled') return null;
  if (fit.conversion) return applyFit(operand, fit, type);
  const isCovariant = isCollection(type) && operand.type !== type;
  if (isCovariant) return null;
  return { kind: 'upcast', operand, type, line: operand.line };
}

function checkedCast(
  context: BodyContext,
  operand: BoundExpression,
  type: Type,
  node: CastExpression
): BoundExpression {
  if (!canCast(context.project, operand.type, type)) {
    const [from, to] = [told(operand.type), told(type)];
    context.report(node, `Incompatible types since an instance of ${from} is never an instance of ${to}`);
  }
  return { kind: 'cast', operand, type, line: node.line };
}

/** Gives the variable of a `for` loop its element. */
export function elementFor(context: BodyContext, value: BoundExpression, type: Type): BoundExpression | null {
  const fit = fitOf(context.project, value.type, type);
  return fit ? applyFit(value, fit, type) : null;
}
