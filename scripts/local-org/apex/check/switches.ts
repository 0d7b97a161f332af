/** Types `switch on`: every `when` becomes a test of the value. */
import type { Expression, SwitchCase, SwitchEnumValue, SwitchStatement, SwitchValue } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import type { BoundCase, BoundStatement } from '../bound/statements';
import { resolveOrReport } from '../symbols/resolve';
import { referenceText } from '../symbols/type-resolver';
import { T, isEnum, isSObject, isUnknown, told, type Type } from '../symbols/types';
import type { BodyContext } from './context';
import { convertTo } from './conversions';
import { bindExpression, bindLiteral } from './expressions';
import { errorExpression } from './leaves';
import { bindReference, valueOf } from './references';
import { bindBlock } from './statements';

/** "Switch Statements", Apex Developer Guide. Unlike `==`, a `when` compares texts with case. */
export function bindSwitch(context: BodyContext, node: SwitchStatement): BoundStatement {
  const value = bindExpression(context, node.value);
  refuseShape(context, node, value.type);
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
      if (seen.has(key))
        context.report(value, `${keyText(value)} occurs as more than one when branch for this switch statement`);
      seen.add(key);
    }
    if (item.kind === 'type') refuseType(context, item, seen);
  }
}

/** Only these can be switched on. */
const SWITCHABLE: ReadonlySet<string> = new Set(['Integer', 'Long', 'String']);

/** What is wrong with a switch as a whole. */
function refuseShape(context: BodyContext, node: SwitchStatement, type: Type): void {
  const isFine = SWITCHABLE.has(type.name) || isEnum(type) || type === T.sobject || isUnknown(type);
  if (!isFine) context.report(node.value, `${told(type)} is not a valid switch expression type`);
  const misplaced = node.cases.slice(0, -1).find((item) => item.kind === 'else');
  if (misplaced) context.report(misplaced, "'when else' must be the last when block");
  if (node.cases.length === 0) context.report(node, 'Switch statement requires at least one when block');
}

function refuseType(context: BodyContext, item: SwitchCase & { kind: 'type' }, seen: Set<string>): void {
  const text = referenceText(item.type);
  const key = `type ${text.toLowerCase()}`;
  if (seen.has(key)) context.report(item, `${text} occurs as more than one when branch for this switch statement`);
  seen.add(key);
}

/** A value as messages write it. */
function keyText(value: SwitchValue): string {
  return value.kind === 'literal' ? String(value.value) : value.path.join('.');
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
    if (isEnum(read.type) || SWITCHABLE.has(read.type.name))
      context.report(node, `${told(read.type)} cannot be a when type variable block`);
    if (read.type === T.sobject && !isSObject(type) && !isUnknown(type))
      context.report(node, whenMessage(type, read.type));
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
  const right = tested.type === T.null ? tested : convertTo(context, tested, read.type, node, whenMessage);
  return { kind: 'equal', negated: false, how: 'strict', left: read, right, type: T.boolean, line: node.line };
}

function whenMessage(from: Type, to: Type): string {
  return `${told(from)} value in when expression cannot be implicitly converted to the ${told(to)} type in switch expression`;
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
  if (constant !== undefined && isEnum(type) && node.path.length > 1) {
    context.report(node, "Enum value used in 'when expression' should be unqualified");
  }
  if (constant !== undefined && isEnum(type)) return { kind: 'enumConstant', name: constant, type, line };
  if (isEnum(type)) {
    context.report(node, `Variable does not exist: ${name}`);
    return errorExpression(line);
  }
  if (PLAIN.has(type.name)) {
    context.report(node, 'Field must be an enum reference');
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
