/** Expressions that hold none of the source: tokens, and what stands for an expression that cannot be had. */
import type { ObjectDefinition } from '../../schema/model';
import type { BoundExpression } from '../bound/expressions';
import { T, type Type } from '../symbols/types';
import type { BodyContext } from './context';

/** What stands for an expression that was reported. */
export function errorExpression(line: number): BoundExpression {
  return { kind: 'literal', literal: 'null', value: null, type: T.error, line };
}

/** An expression that fails when it is reached. */
export function notModeled(what: string, type: Type, line: number, operands: BoundExpression[] = []): BoundExpression {
  return { kind: 'notModeled', what, operands, type, line };
}

/** `Account.SObjectType`. */
export function objectToken(context: BodyContext, object: ObjectDefinition, line: number): BoundExpression {
  return { kind: 'objectToken', object, type: context.project.platform.type('Schema', 'SObjectType'), line };
}

/** `Account.Name` as a token. */
export function fieldToken(
  context: BodyContext,
  object: ObjectDefinition,
  field: string,
  line: number
): BoundExpression {
  return { kind: 'fieldToken', object, field, type: context.project.platform.type('Schema', 'SObjectField'), line };
}
