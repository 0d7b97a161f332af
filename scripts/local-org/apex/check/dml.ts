/** Types DML statements. */
import type { DmlStatement, Expression, MergeStatement } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import type { BoundStatement } from '../bound/statements';
import { findRecordMember } from '../symbols/members';
import { isList, isSObject, isUnknown, told, type Type } from '../symbols/types';
import type { BodyContext } from './context';
import { bindExpression } from './expressions';
import { accessDefault } from './queries';

/** Types `insert`, `update`, `upsert`, `delete` and `undelete`. */
export function bindDml(context: BodyContext, node: DmlStatement): BoundStatement {
  const records = bindRecords(context, node.records);
  const path = node.externalIdField;
  return {
    kind: 'dml',
    operation: node.operation,
    records,
    access: node.access ?? accessDefault(context),
    externalIdField: path && externalIdField(context, records.type, path[path.length - 1]!, node),
    line: node.line
  };
}

/** Types `merge master duplicates`. */
export function bindMerge(context: BodyContext, node: MergeStatement): BoundStatement {
  const master = bindRecords(context, node.master);
  const duplicates = bindRecords(context, node.duplicates);
  const [kept, merged] = [recordType(master.type), recordType(duplicates.type)];
  if (kept?.object && !kept.object.mergeable) context.report(node, `Specified type ${kept.name} cannot be merged`);
  else if (kept?.object && merged?.object && kept !== merged) {
    context.report(node, 'Invalid type for duplicate records');
  }
  return { kind: 'merge', master, duplicates, access: node.access ?? accessDefault(context), line: node.line };
}

function bindRecords(context: BodyContext, node: Expression): BoundExpression {
  const records = bindExpression(context, node);
  if (!isUnknown(records.type) && !recordType(records.type)) {
    context.report(node, `DML requires SObject or SObject list type: ${told(records.type)}`);
  }
  return records;
}

/** The record type of a record or list of records; null for anything else. */
function recordType(type: Type): Type | null {
  if (isSObject(type)) return type;
  const element = isList(type) ? type.typeArguments[0]! : null;
  return element && (isSObject(element) || isUnknown(element)) ? element : null;
}

function externalIdField(context: BodyContext, type: Type, name: string, node: DmlStatement): string {
  const record = recordType(type);
  if (!record?.object) return name;
  const member = findRecordMember(context.project, record, name);
  if (member?.kind === 'field') return member.field.name;
  context.report(node, `Invalid field ${name} for SObject ${record.name}`);
  return name;
}
