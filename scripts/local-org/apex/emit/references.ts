/** Prints what can be read and assigned: fields, properties, record fields, list elements. */
import type {
  Assignable,
  BoundExpression,
  FieldReference,
  PropertyReference,
  RecordFieldReference
} from '../bound/expressions';
import { emit, emitSafe } from './expressions';
import { accessorName, storageName } from '../script/names';
import type { ScriptContext } from './script';
import type { BoundKind } from '../bound/expressions';
import { isList, type Type } from '../symbols/types';

/** Reads a field, property or element. */
export function emitReference(
  context: ScriptContext,
  reference: BoundKind<'field' | 'property' | 'platformProperty' | 'recordField' | 'index'>
): string {
  switch (reference.kind) {
    case 'field':
      return fieldPlace(context, reference);
    case 'property':
      return propertyPlace(context, reference);
    case 'platformProperty':
      return emitPlatformProperty(context, reference);
    case 'recordField':
      return emitRecordField(context, reference);
    case 'index':
      return `${emitSafe(context, reference.target)}.get(${emitSafe(context, reference.index)})`;
  }
}

/** Assigns, and yields the value assigned. */
export function emitAssignment(context: ScriptContext, target: Assignable, value: BoundExpression): string {
  const code = emit(context, value);
  switch (target.kind) {
    case 'local':
      return `(${target.local.javaScriptName} = ${code})`;
    case 'field':
      return `(${fieldPlace(context, target)} = ${code})`;
    case 'property':
      return `(${propertyPlace(context, target)} = ${code})`;
    case 'platformProperty': {
      if (!target.setter) throw new Error('A platform property without setter is assigned.');
      const owner = target.target ? `${emitSafe(context, target.target)}, ` : '';
      return `${context.platform(target.setter)}(${owner}${code})`;
    }
    case 'recordField': {
      const record = emitSafe(context, target.target);
      return `${context.operator('setRecordField')}(${record}, ${JSON.stringify(target.name)}, ${code})`;
    }
    case 'index': {
      const list = emitSafe(context, target.target);
      return `${context.operator('setElement')}(${list}, ${emitSafe(context, target.index)}, ${code})`;
    }
  }
}

function fieldPlace(context: ScriptContext, { field, target }: FieldReference): string {
  if (field.isStatic) return `${context.statics(field.owner)}.${storageName(field)}`;
  return `${target ? emitSafe(context, target) : 'this'}.${storageName(field)}`;
}

function propertyPlace(context: ScriptContext, { field, target, isSuper }: PropertyReference): string {
  if (field.isStatic) return `${context.classOf(field.owner)}.${accessorName(field)}`;
  if (isSuper) return `super.${accessorName(field)}`;
  return `${target ? emitSafe(context, target) : 'this'}.${accessorName(field)}`;
}

function emitPlatformProperty(context: ScriptContext, { getter, target }: BoundKind<'platformProperty'>): string {
  if (!getter) throw new Error('A platform property without getter is read.');
  return `${context.platform(getter)}(${target ? emitSafe(context, target) : ''})`;
}

/**
 * A field of a record. Through a relationship without a parent the field is null, not an error.
 * @see "Understanding Relationship Fields", SOQL and SOSL Reference
 */
function emitRecordField(
  context: ScriptContext,
  { target, name, type, isLenient }: RecordFieldReference & { readonly type: Type }
): string {
  const field = JSON.stringify(name);
  const isNullable = isLenient || target.kind === 'recordField';
  const read = isList(type) ? 'peek' : 'get';
  const value = `${isNullable ? `${emit(context, target)}?` : emitSafe(context, target)}.${read}(${field})`;
  if (isList(type)) return `(${value} ?? ${context.operator('noChildren')}(${context.type(type)}))`;
  return isNullable ? `(${value} ?? null)` : value;
}
