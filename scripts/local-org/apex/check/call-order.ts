/**
 * The order in which a call is evaluated: receiver, arguments, then the check that the receiver is not null, as in
 * Java. Code whose arguments have effects depends on it, such as `o = o.getSObject(fields.remove(0))` in a loop that ends
 * when `fields` is empty; public code that passes on the platform has such loops.
 */
import type { BoundExpression } from '../bound/expressions';
import { isNeverNull } from '../bound/never-null';
import type { BodyContext } from './context';

/** Builds a call so that arguments with effects come before the receiver's null check. */
export function inCallOrder(
  context: BodyContext,
  target: BoundExpression | null,
  values: readonly BoundExpression[],
  build: (target: BoundExpression | null, values: readonly BoundExpression[]) => BoundExpression
): BoundExpression {
  if (!target || isNeverNull(target) || values.every(isPure)) return build(target, values);
  const held: { local: ReturnType<BodyContext['temporary']>; value: BoundExpression }[] = [];
  const hold = (value: BoundExpression): BoundExpression => {
    if (value.kind === 'literal') return value;
    const local = context.temporary(value.type, value);
    held.push({ local, value });
    return { kind: 'local', local, type: value.type, line: value.line };
  };
  const receiver = hold(target);
  const call = build(receiver, values.map(hold));
  return held.reduceRight<BoundExpression>(
    (body, { local, value }) => ({ kind: 'let', local, value, body, type: body.type, line: value.line }),
    call
  );
}

/** Whether evaluating an expression can neither change anything nor fail in a way of its own. */
function isPure(expression: BoundExpression): boolean {
  switch (expression.kind) {
    case 'literal':
    case 'local':
    case 'this':
    case 'enumConstant':
    case 'classLiteral':
    case 'objectToken':
    case 'fieldToken':
    case 'label':
      return true;
    case 'field':
      return expression.target === null || isPure(expression.target);
    case 'concat':
      return expression.parts.every(isPure);
    case 'compare':
    case 'equal':
    case 'logical':
      return isPure(expression.left) && isPure(expression.right);
    case 'arithmetic':
      return expression.operator !== '/' && isPure(expression.left) && isPure(expression.right);
    default:
      return false;
  }
}
