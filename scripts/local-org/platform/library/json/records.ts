/** Records in JSON, with their `attributes`. @see "JSON Support", Apex Developer Guide */
import { toId18 } from '../../../values/record-id';
import { SObjectRecord } from '../../../records/sobject-record';
import { apexTypeOf, isNamedObject } from '../../../schema/apex-type';
import type { FieldDefinition, ObjectDefinition } from '../../../schema/model';
import { transaction } from '../../../transaction/transaction';
import { Decimal } from '../../../values/decimal';
import { JSONException } from '../../../values/exceptions';
import { ApexList } from '../../../values/list';
import { runtimeType, type RuntimeType } from '../../../values/runtime-type';
import type { TypedReader } from './typed';

/**
 * Reads the record that comes next.
 * @param type of one object, or SObject, whose object the `attributes` then name
 */
export function readRecord(reader: TypedReader, type: RuntimeType): SObjectRecord {
  let record = type.name === 'SObject' ? null : new SObjectRecord(definitionOf(type.name));
  reader.object((name) => {
    if (name === 'attributes') {
      const named = readAttributes(reader);
      record ??= new SObjectRecord(definitionOf(named));
    } else if (record === null) {
      const message =
        'Nested object for polymorphic foreign key must have an attributes field before any other fields.';
      throw new JSONException(message);
    } else readField(reader, record, name);
  });
  if (record === null) throw new JSONException('Cannot deserialize a record without attributes');
  return record;
}

function definitionOf(name: string): ObjectDefinition {
  const definition = transaction().org.schema.object(name);
  if (!definition) throw new JSONException(`Invalid sobject type: ${name}`);
  return definition;
}

function readAttributes(reader: TypedReader): string {
  let type = '';
  reader.object((name) => {
    if (name === 'type') type = reader.reader.string();
    else reader.reader.skip();
  });
  return type;
}

function readField(reader: TypedReader, record: SObjectRecord, name: string): void {
  const { definition } = record;
  const field = definition.fields.get(name.toLowerCase());
  if (field) {
    record.set(field.name, fieldValue(reader, field, definition));
    return;
  }
  const parent = parentOf(definition, name);
  if (parent) {
    record.set(parent.relationshipName as string, reader.value(runtimeType(parentType(parent))));
    return;
  }
  const children = definition.childRelationships.find((child) => sameName(child.relationshipName, name));
  if (children?.relationshipName) {
    record.set(children.relationshipName, readChildren(reader, children.childObject));
    return;
  }
  // A record may come under the name of its object.
  if (sameName(definition.name, name)) {
    reader.object((inner) => readField(reader, record, inner));
    return;
  }
  if (reader.isStrict) throw new JSONException(`No such column '${name}' on sobject of type ${definition.name}`);
  reader.reader.skip();
}

function fieldValue(reader: TypedReader, field: FieldDefinition, definition: ObjectDefinition): unknown {
  if (reader.reader.peek() === 'n') return reader.reader.word();
  if (field.type === 'REFERENCE' && definition.kind === 'customMetadata') return metadataReference(reader);
  if (field.type === 'ID' && isNamedObject(definition.name)) return reader.primitive(runtimeType('String'));
  const value = reader.primitive(runtimeType(apexTypeOf(field)));
  return value instanceof Decimal ? withFraction(value) : value;
}

/** Custom metadata records also name what they refer to, so any text is taken; an Id becomes one. */
function metadataReference(reader: TypedReader): string {
  const text = reader.reader.string();
  return toId18(text) ?? text;
}

/** A number field keeps no scale of its input, but one digit after the point. */
function withFraction(value: Decimal): Decimal {
  const stripped = value.stripTrailingZeros();
  return stripped.scale < 1 ? stripped.setScale(1) : stripped;
}

function readChildren(reader: TypedReader, childObject: string): unknown {
  const type = runtimeType(`List<${childObject}>`);
  if (reader.reader.peek() === 'n') return reader.reader.word();
  let records: unknown = new ApexList(type);
  reader.object((name) => {
    if (name === 'records') records = reader.value(type);
    else reader.reader.skip();
  });
  return records;
}

/** The reference field whose parent relationship has this name. */
function parentOf(definition: ObjectDefinition, name: string): FieldDefinition | undefined {
  return [...definition.fields.values()].find((field) => sameName(field.relationshipName, name));
}

function parentType(field: FieldDefinition): string {
  return field.referenceTo.length === 1 ? field.referenceTo[0] : 'SObject';
}

function sameName(left: string | undefined, right: string): boolean {
  return left !== undefined && left.toLowerCase() === right.toLowerCase();
}

/** `attributes` of a record as JSON carries them. */
export function attributesOf(record: SObjectRecord): { type: string; url?: string } {
  const type = record.definition.name;
  return record.id === null ? { type } : { type, url: `/services/data/v67.0/sobjects/${type}/${record.id}` };
}
