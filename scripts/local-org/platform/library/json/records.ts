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
 * @param type of one object, or SObject, whose object the `attributes` then name, wherever they stand
 */
export function readRecord(reader: TypedReader, type: RuntimeType): SObjectRecord {
  const name = type.name === 'SObject' ? objectNamed(reader) : type.name;
  if (name === null) throw new JSONException('Cannot deserialize a record without attributes');
  return readFields(reader, new SObjectRecord(definitionOf(name)));
}

/** The object that the `attributes` of the coming record name; nothing is taken. */
function objectNamed(typed: TypedReader): string | null {
  const { reader } = typed;
  const start = reader.position;
  let found: string | null = null;
  typed.object((name) => {
    if (name === 'attributes') found = readAttributes(typed);
    else reader.skip();
  });
  reader.position = start;
  return found;
}

/** A parent of one of several objects must say first which one it is. */
function readPolymorphicParent(reader: TypedReader): SObjectRecord | null {
  if (reader.reader.peek() === 'n') return reader.reader.word() as null;
  const start = reader.reader.position;
  if (reader.reader.take('{') && reader.reader.fieldName() !== 'attributes') {
    throw new JSONException(
      'Nested object for polymorphic foreign key must have an attributes field before any other fields.'
    );
  }
  reader.reader.position = start;
  return readRecord(reader, runtimeType('SObject'));
}

function readFields(reader: TypedReader, record: SObjectRecord): SObjectRecord {
  reader.object((name) => {
    if (name === 'attributes') readAttributes(reader);
    else readField(reader, record, name);
  });
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
    record.set(parent.relationshipName as string, readParent(reader, parent));
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
  if (field.type === 'ID' || field.type === 'REFERENCE') return idOf(reader, definition);
  const value = reader.primitive(runtimeType(apexTypeOf(field)));
  return value instanceof Decimal ? withFraction(value) : value;
}

/**
 * An Id becomes the long one; any other text is taken as it stands: so do records of custom metadata name what they refer
 * to, and public tests that pass on the platform give records of other objects such Ids, too.
 */
function idOf(reader: TypedReader, { name }: ObjectDefinition): string | null {
  const value = reader.primitive(runtimeType('String')) as string | null;
  return value === null || isNamedObject(name) ? value : (toId18(value) ?? value);
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

function readParent(reader: TypedReader, { referenceTo }: FieldDefinition): unknown {
  const [target] = referenceTo;
  return referenceTo.length === 1 && target ? reader.value(runtimeType(target)) : readPolymorphicParent(reader);
}

function sameName(left: string | undefined, right: string): boolean {
  return left !== undefined && left.toLowerCase() === right.toLowerCase();
}

/** `attributes` of a record as JSON carries them. */
export function attributesOf(record: SObjectRecord): { type: string; url?: string } {
  const type = record.definition.name;
  return record.id === null ? { type } : { type, url: `/services/data/v67.0/sobjects/${type}/${record.id}` };
}
