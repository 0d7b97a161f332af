/**
 * What may be assigned: final fields while they are made, and fields of records that Apex may write. Of final local
 * variables the platform's compiler asks nothing.
 * @see "Constants" and "Variables", Apex Developer Guide; "System Fields", Object Reference
 */
import type { FieldDefinition, ObjectDefinition } from '../../schema/model';
import type { BoundExpression } from '../bound/expressions';
import type { Position } from '../parse/ast';
import type { FieldSymbol } from '../symbols/class-symbols';
import type { BodyContext } from './context';

/** Reports an assignment to what cannot be assigned here. */
export function requireWritable(context: BodyContext, target: BoundExpression, node: Position): void {
  if (target.kind === 'field') requireInitialising(context, target.field, node);
  if (target.kind === 'recordField') requireFieldWritable(context, target.target.type.object, target.name, node);
}

function requireInitialising(context: BodyContext, field: FieldSymbol, node: Position): void {
  // The accessors of a final property may set it.
  if (!field.isFinal || field.property) return;
  if (context.isInitializing) return;
  context.report(node, finalMember(field.name));
}

/** What is said of a constant that is assigned elsewhere. */
export function finalMember(name: string): string {
  return `Final members can only be assigned in their declaration, init blocks, or constructors: ${name}`;
}

const AUDIT: ReadonlySet<string> = new Set([
  'CreatedById',
  'CreatedDate',
  'IsDeleted',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp'
]);

/** Reports a field of a record that nobody may write: audit fields, and what the platform calculates or numbers. */
export function requireFieldWritable(
  context: BodyContext,
  object: ObjectDefinition | undefined,
  name: string,
  node: Position
): void {
  const field = object?.fields.get(name.toLowerCase());
  if (object && field && isReadOnly(object, field)) {
    context.report(node, `Field is not writeable: ${object.name}.${field.name}`);
  }
}

function isReadOnly(object: ObjectDefinition, field: FieldDefinition): boolean {
  if (field.createable || field.updateable || object.kind === 'customMetadata') return false;
  return AUDIT.has(field.name) || (object.custom || field.custom ? field.calculated || field.autoNumber : false);
}
