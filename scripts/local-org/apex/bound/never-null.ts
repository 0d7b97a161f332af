import type { BoundExpression, LocalSymbol } from './expressions';

const NEVER_NULL = new Set<BoundExpression['kind']>([
  'this',
  'newUser',
  'newRecord',
  'newCollection',
  'newMap',
  'newArray',
  'arithmetic',
  'dateArithmetic',
  'concat',
  'compare',
  'equal',
  'logical',
  'unary',
  'instanceof',
  'classLiteral',
  'objectToken',
  'fieldToken',
  'enumConstant'
]);

/**
 * Whether an expression cannot be null, so that no check is needed: by its kind, or, for a local variable, because no
 * value it is ever given can be.
 */
export function isNeverNull(expression: BoundExpression, visiting: ReadonlySet<LocalSymbol> = new Set()): boolean {
  switch (expression.kind) {
    case 'literal':
      return expression.value !== null;
    case 'local':
      return isNeverNullLocal(expression.local, visiting);
    case 'convert':
    case 'upcast':
      return isNeverNull(expression.operand, visiting);
    case 'ternary':
      return isNeverNull(expression.then, visiting) && isNeverNull(expression.otherwise, visiting);
    case 'assign':
      return isNeverNull(expression.value, visiting);
    case 'let':
    case 'sequence':
      return isNeverNull(expression.kind === 'let' ? expression.body : expression.then, visiting);
    case 'soql':
      return expression.result !== 'recordOrNull';
    default:
      return NEVER_NULL.has(expression.kind);
  }
}

function isNeverNullLocal(local: LocalSymbol, visiting: ReadonlySet<LocalSymbol>): boolean {
  if (!local.assigned || local.assigned.length === 0) return false;
  if (visiting.has(local)) return true;
  const deeper = new Set([...visiting, local]);
  return local.assigned.every((value) => isNeverNull(value, deeper));
}
