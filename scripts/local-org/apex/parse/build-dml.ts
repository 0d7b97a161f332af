/** DML statements. */
import type { AccessLevelContext, ExpressionContext, QualifiedNameContext } from '@apexdevtools/apex-parser';
import type { DmlAccess, DmlStatement, Statement } from './ast';
import { buildExpression } from './build-expressions';
import { nameParts } from './build-types';
import { positionOf, type Rules } from './tree';

/** The grammar's DML alternatives. */
export const dmlRules: Rules<Statement> = {
  visitInsertStatement: (context) => dml('insert', context),
  visitUpdateStatement: (context) => dml('update', context),
  visitDeleteStatement: (context) => dml('delete', context),
  visitUndeleteStatement: (context) => dml('undelete', context),
  visitUpsertStatement: (context) => {
    const field = context.qualifiedName() as QualifiedNameContext | null;
    return { ...dml('upsert', context), externalIdField: field ? nameParts(field) : null };
  },
  visitMergeStatement: (context) => ({
    kind: 'merge',
    access: access(context.accessLevel()),
    master: buildExpression(context.expression(0)),
    duplicates: buildExpression(context.expression(1)),
    ...positionOf(context)
  })
};

type OneOperand = ExpressionContext & { expression(): ExpressionContext; accessLevel(): AccessLevelContext };

function dml(operation: DmlStatement['operation'], context: OneOperand): DmlStatement {
  return {
    kind: 'dml',
    operation,
    access: access(context.accessLevel()),
    records: buildExpression(context.expression()),
    externalIdField: null,
    ...positionOf(context)
  };
}

function access(context: AccessLevelContext | null): DmlAccess {
  if (!context) return null;
  return context.USER() ? 'user' : 'system';
}
