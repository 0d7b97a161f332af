/** Types `switch on`: every `when` becomes a test of the value. */
import type { Expression, SwitchCase, SwitchEnumValue, SwitchStatement, SwitchValue } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import type { BoundCase, BoundStatement } from '../bound/statements';
import { resolveOrReport } from '../symbols/resolve';
import { T, isEnum, isUnknown, type Type } from '../symbols/types';
import type { BodyContext } from './context';
import { convertTo } from './conversions';
import { bindExpression, bindLiteral, errorExpression } from './expressions';
import { bindReference, valueOf } from './references';
import { bindBlock } from './statements';

/** "Switch Statements", Apex Developer Guide. Unlike `==`, a `when` compares texts with case. */
export function bindSwitch(context: BodyContext, node: SwitchStatement): BoundStatement {
  const value = bindExpression(context, node.value);
  const local = context.temporary(value.type, value);
  const read: BoundExpression = { kind: 'local', local, type: value.type, line: node.line };
  refuseRepetition(context, node);
  const cases = node.cases.map((item) => bindCase(context, read, item));
  return { kind: 'switch', local, value, cases, line: node.line };
}

function refuseRepetition(context: BodyContext, node: SwitchStatement): void {
  const seen = new Set<string>();
  for (const item of node.cases) {
    for (const value of item.kind === 'values' ? item.values : []) {
      const key = value.kind === 'literal' ? JSON.stringify(value.value) : value.path.join('.').toLowerCase();
      if (seen.has(key)) context.report(value, `Duplicate when value: ${key}`);
      seen.add(key);
    }
  }
}

function bindCase(context: BodyContext, read: BoundExpression, node: SwitchCase): BoundCase {
  const { line } = node;
  if (node.kind === 'else') {
    return { test: null, local: null, localValue: null, body: bindBlock(context, node.body), line };
  }
  if (node.kind === 'values') {
    const test = node.values.map((value) => valueTest(context, read, value)).reduce(either);
    return { test, local: null, localValue: null, body: bindBlock(context, node.body), line };
  }
  return context.inScope(() => {
    const type = resolveOrReport(context.project, node.type, context.owner, context.owner);
    const local = context.declare(node.variable.name, type, node.variable);
    const test: BoundExpression = { kind: 'instanceof', operand: read, tested: type, type: T.boolean, line };
    const body = bindBlock(context, node.body);
    return { test, local, localValue: { ...read, type }, body, line };
  });
}

function either(left: BoundExpression, right: BoundExpression): BoundExpression {
  return { kind: 'logical', operator: '||', left, right, type: T.boolean, line: left.line };
}

function valueTest(context: BodyContext, read: BoundExpression, node: SwitchValue): BoundExpression {
  const tested = node.kind === 'literal' ? bindLiteral(context, node) : enumValue(context, read.type, node);
  const right = tested.type === T.null ? tested : convertTo(context, tested, read.type, node);
  return { kind: 'equal', negated: false, how: 'strict', left: read, right, type: T.boolean, line: node.line };
}

/** Values of these types are compared with literals alone. */
const PLAIN: ReadonlySet<string> = new Set(['Integer', 'Long', 'String']);

/** A bare name is a constant of the switched enum; a dotted one, or one on another type, is any constant expression. */
function enumValue(context: BodyContext, type: Type, node: SwitchEnumValue): BoundExpression {
  const name = node.path[node.path.length - 1]!;
  const constants = type.symbol?.constants ?? type.platform?.declaration.constants ?? [];
  const constant = constants.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  const { line, column } = node;
  if (isUnknown(type)) return { kind: 'notModeled', what: type.name, operands: [], type, line };
  if (constant !== undefined && isEnum(type)) return { kind: 'enumConstant', name: constant, type, line };
  if (isEnum(type)) {
    context.report(node, `Illegal enum value: ${name}`);
    return errorExpression(line);
  }
  if (PLAIN.has(type.name)) {
    context.report(node, `Expecting a literal value: ${node.path.join('.')}`);
    return errorExpression(line);
  }
  const [first, ...rest] = node.path;
  const root: Expression = { kind: 'name', name: first!, line, column };
  const expression = rest.reduce<Expression>(
    (target, part) => ({ kind: 'fieldAccess', target, name: part, safe: false, line, column }),
    root
  );
  return valueOf(context, bindReference(context, expression), expression);
}
