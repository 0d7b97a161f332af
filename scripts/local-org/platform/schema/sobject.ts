/** `System.SObject`: methods that every record has. @see "SObject Class", Apex Reference Guide */
import { triggerContext } from '../../database';
import { recordError } from '../../records/record-error';
import type { SObjectRecord } from '../../records/sobject-record';
import type { ObjectDefinition } from '../../schema/model';
import { definePlatformType } from '../../declarations/define';
import { DatabaseError } from '../data/results';
import { recalculate } from '../formula/recalculate';
import { newList, newMap } from '../../declarations/platform-lists';
import { required } from '../../declarations/arguments';
import { addErrorMessage } from '../library/visualforce/messages';
import { transaction } from '../../transaction/transaction';
import type { ApexException } from '../../values/exception';
import { SObjectException } from '../../values/exceptions';
import type { ApexList } from '../../values/list';
import { fieldOf, readField, writeField, type FieldName } from './record-access';
import { typeToken, type SObjectFieldToken } from '../../records/tokens';

/** The canonical name of a parent relationship, given by relationship name or by the token of its field. */
function parentRelationship(record: SObjectRecord, name: FieldName): string {
  if (typeof name !== 'string') return name.field.relationshipName ?? name.field.name;
  const lower = name.toLowerCase();
  for (const { relationshipName } of record.definition.fields.values()) {
    if (relationshipName?.toLowerCase() === lower) return relationshipName;
  }
  throw new SObjectException(`Invalid relationship ${name} for ${record.definition.name}`);
}

function childRelationship(definition: ObjectDefinition, name: string): string {
  const lower = name.toLowerCase();
  const found = definition.childRelationships.find(({ relationshipName }) => relationshipName?.toLowerCase() === lower);
  if (!found?.relationshipName)
    throw new SObjectException(`Invalid aggregate relationship ${name} for ${definition.name}`);
  return found.relationshipName;
}

function getChildren(record: SObjectRecord, name: string): ApexList | null {
  const children = record.read(childRelationship(record.definition, name)) as ApexList | null;
  return children && children.items.length > 0 ? children : null;
}

/** The children by the field of theirs that refers to the record. */
function childrenBy(record: SObjectRecord, { object, field }: SObjectFieldToken): ApexList | null {
  const relationship = record.definition.childRelationships.find(
    (child) => child.childObject === object.name && child.field === field.name
  );
  if (!relationship?.relationshipName) {
    throw new SObjectException(`Invalid aggregate relationship ${field.name} for ${record.definition.name}`);
  }
  return getChildren(record, relationship.relationshipName);
}

function putParent(record: SObjectRecord, name: FieldName, parent: SObjectRecord | null): unknown {
  const relationship = parentRelationship(record, name);
  const previous = record.peek(relationship);
  record.set(relationship, parent);
  return previous;
}

/** `clone(preserveId, isDeepClone, preserveReadonlyTimestamps, preserveAutonumber)`. */
function cloneRecord(record: SObjectRecord, ...flags: (boolean | null)[]): SObjectRecord {
  const [id, deep, timestamps, autonumber] = flags.map((flag) => flag === true);
  return record.cloneRecord(id ?? false, deep ?? false, timestamps ?? false, autonumber ?? false);
}

/** What Apex set, null included, or what a query found: a field that it found blank is not populated. */
function populatedFields(record: SObjectRecord): unknown {
  const map = newMap('String', 'Object');
  for (const [name, value] of record.values) if (value !== null || record.selected === null) map.put(name, value);
  return map;
}

/** Outside triggers a page shows the error too (https://salesforce.stackexchange.com/questions/244388). */
function addError(record: SObjectRecord, message: string, fields: readonly string[] = []): void {
  if (!triggerContext()) addErrorMessage(message);
  record.addError(recordError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields));
}

function messageOf(cause: ApexException): string {
  return cause.apexVisibleMessage();
}

definePlatformType({
  namespace: 'System',
  name: 'SObject',
  kind: 'class',
  documentation: 'Apex Reference Guide, SObject Class',
  members: {
    'Object get(String fieldName)': (record: SObjectRecord, name: string | null) =>
      readField(record, required(name, 1)),
    'Object get(Schema.SObjectField field)': (record: SObjectRecord, field: SObjectFieldToken | null) =>
      readField(record, required(field, 1)),
    'Object put(String fieldName, Object value)': (record: SObjectRecord, name: string | null, value: unknown) =>
      writeField(record, required(name, 1), value),
    'Object put(Schema.SObjectField field, Object value)': (
      record: SObjectRecord,
      field: SObjectFieldToken | null,
      value: unknown
    ) => writeField(record, required(field, 1), value),
    'SObject getSObject(String relationshipName)': (record: SObjectRecord, name: string | null) =>
      record.read(parentRelationship(record, required(name, 1))),
    'SObject getSObject(Schema.SObjectField field)': (record: SObjectRecord, field: SObjectFieldToken | null) =>
      record.read(parentRelationship(record, required(field, 1))),
    'SObject putSObject(String relationshipName, SObject value)': putParent,
    'SObject putSObject(Schema.SObjectField field, SObject value)': putParent,
    'List<SObject> getSObjects(String relationshipName)': getChildren,
    'List<SObject> getSObjects(Schema.SObjectField field)': (record: SObjectRecord, field: SObjectFieldToken | null) =>
      childrenBy(record, required(field, 1)),
    // No quick action is performed in the local org.
    'String getQuickActionName()': () => null,
    'Schema.SObjectType getSObjectType()': (record: SObjectRecord) => typeToken(record.definition),
    'Boolean isSet(String fieldName)': (record: SObjectRecord, name: string) =>
      record.isSet(fieldOf(record, name).name),
    'Boolean isSet(Schema.SObjectField field)': (record: SObjectRecord, field: SObjectFieldToken) =>
      record.isSet(field.field.name),
    'Map<String, Object> getPopulatedFieldsAsMap()': populatedFields,
    'SObject clone()': cloneRecord,
    'SObject clone(Boolean preserveId)': cloneRecord,
    'SObject clone(Boolean preserveId, Boolean isDeepClone)': cloneRecord,
    'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps)': cloneRecord,
    'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)':
      cloneRecord,
    'Id getCloneSourceId()': (record: SObjectRecord) => record.cloneSourceId,
    'void clear()': (record: SObjectRecord) => record.values.clear(),
    'void setOptions(Database.DMLOptions options)': (record: SObjectRecord, options: SObjectRecord['dmlOptions']) => {
      record.dmlOptions = options;
    },
    'Database.DMLOptions getOptions()': (record: SObjectRecord) => record.dmlOptions,
    'void recalculateFormulas()': (record: SObjectRecord) => void recalculate(record),
    'List<Database.Error> getErrors()': (record: SObjectRecord) =>
      newList(
        'Database.Error',
        record.errors.map((error) => new DatabaseError(error))
      ),
    'Boolean isClone()': (record: SObjectRecord) => record.isClone,
    'Boolean hasErrors()': (record: SObjectRecord) => record.errors.length > 0,
    'void addError(String message)': (record: SObjectRecord, message: string) => addError(record, message),
    'void addError(String message, Boolean escape)': (record: SObjectRecord, message: string) =>
      addError(record, message),
    'void addError(Exception cause)': (record: SObjectRecord, cause: ApexException) =>
      addError(record, messageOf(cause)),
    'void addError(Exception cause, Boolean escape)': (record: SObjectRecord, cause: ApexException) =>
      addError(record, messageOf(cause)),
    'void addError(String fieldName, String message, Boolean escape)': (
      record: SObjectRecord,
      name: string,
      message: string
    ) => addError(record, message, [fieldOf(record, name).name]),
    'void addError(Schema.SObjectField field, String message, Boolean escape)': (
      record: SObjectRecord,
      field: SObjectFieldToken,
      message: string
    ) => addError(record, message, [field.field.name]),
    'void addError(String fieldName, String message)': (record: SObjectRecord, name: string, message: string) =>
      addError(record, message, [fieldOf(record, name).name]),
    'void addError(Schema.SObjectField field, String message)': (
      record: SObjectRecord,
      field: SObjectFieldToken,
      message: string
    ) => addError(record, message, [field.field.name])
  }
});

/** The `SObjectType` of the records a list was declared for; null for a list of SObject. */
export function objectTokenNamed(name: string): unknown {
  const object = transaction().org.schema.object(name);
  return object ? typeToken(object) : null;
}
