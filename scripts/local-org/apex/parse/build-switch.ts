/** `switch on`. */
import type {
  BlockContext,
  QualifiedNameContext,
  SwitchStatementContext,
  TypeRefContext,
  WhenControlContext,
  WhenLiteralContext
} from '@apexdevtools/apex-parser';
import type { BlockStatement, SwitchCase, SwitchStatement, SwitchValue } from './ast';
import { buildExpression } from './build-expressions';
import { integerLiteral, longLiteral, stringLiteral } from './build-literals';
import { buildTypeReference, nameParts } from './build-types';
import { namedPosition, positionOf, refuse } from './tree';

type BuildBlock = (context: BlockContext) => BlockStatement;

/** Builds a switch statement; the block builder is passed in, because statements contain each other. */
export function buildSwitch(context: SwitchStatementContext, block: BuildBlock): SwitchStatement {
  return {
    kind: 'switch',
    value: buildExpression(context.expression()),
    cases: context.whenControl_list().map((control) => buildCase(control, block)),
    ...positionOf(context)
  };
}

function buildCase(context: WhenControlContext, block: BuildBlock): SwitchCase {
  const value = context.whenValue();
  const rest = { body: block(context.block()), ...positionOf(context) };
  if (value.ELSE()) return { kind: 'else', ...rest };
  const type = value.typeRef() as TypeRefContext | null;
  if (type) return { kind: 'type', type: buildTypeReference(type), variable: namedPosition(value.id()), ...rest };
  return { kind: 'values', values: value.whenLiteral_list().map(buildValue), ...rest };
}

function buildValue(context: WhenLiteralContext): SwitchValue {
  const at = positionOf(context);
  const sign = context.SUB_list().length % 2 === 1 ? '-' : '';
  if (context.IntegerLiteral()) return integerLiteral(sign + context.IntegerLiteral().getText(), at);
  if (context.LongLiteral()) return longLiteral(sign + context.LongLiteral().getText(), at);
  if (context.StringLiteral() || context.MultilineStringLiteral()) return stringLiteral(context.start);
  if (context.NULL()) return { kind: 'literal', type: 'null', value: null, ...at };
  const name = context.qualifiedName() as QualifiedNameContext | null;
  if (name) return { kind: 'enumName', path: nameParts(name), ...at };
  const inParentheses = context.whenLiteral() as WhenLiteralContext | null;
  return inParentheses ? buildValue(inParentheses) : refuse(context);
}
