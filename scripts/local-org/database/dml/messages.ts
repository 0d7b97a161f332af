/**
 * Row errors in the platform's words.
 * @see "Core Data Types Used in API Calls" (StatusCode), SOAP API Developer Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm)
 */
import { recordError, type RecordError } from '../../records/record-error';
import type { FieldDefinition } from '../../schema/model';

/** A save without values that the object must have. */
export function requiredFieldsMissing(names: readonly string[]): RecordError {
  return recordError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
}

/** "Asset", Object Reference: an asset belongs to an account or a contact. */
export function assetWithoutOwner(): RecordError {
  return recordError('FIELD_INTEGRITY_EXCEPTION', 'Every asset needs an account, a contact, or both.', []);
}

/** Text that is longer than its field. */
export function stringTooLong(field: FieldDefinition, value: string): RecordError {
  const message = `${field.label}: data value too large: ${value} (max length=${field.length})`;
  return recordError('STRING_TOO_LONG', message, [field.name]);
}

/** A number with more digits before the point than its field has. */
export function numberOutsideRange(field: FieldDefinition, value: string): RecordError {
  const message = `${field.label}: value outside of valid range on numeric field: ${value}`;
  return recordError('NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]);
}

/** Text that is no address. */
export function invalidEmail(field: FieldDefinition, value: string): RecordError {
  return recordError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]);
}

/** The moment stands there as Java prints it. */
export function invalidDate(field: FieldDefinition, milliseconds: number): RecordError {
  const [weekday, day, month, year, time] = new Date(milliseconds).toUTCString().replace(',', '').split(' ');
  const message = `${field.label}: invalid date: ${weekday} ${month} ${day} ${time} GMT ${Number(year)}`;
  return recordError('FIELD_INTEGRITY_EXCEPTION', message, [field.name]);
}

/** Fields that can be set when a record is created, but not changed afterwards. */
export function notChangeable(names: readonly string[]): RecordError {
  const message = `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
  return recordError('INVALID_FIELD_FOR_INSERT_UPDATE', message, names);
}

/** A value that a restricted picklist does not offer. */
export function badPicklistValue(field: FieldDefinition, value: string): RecordError {
  const message = `${field.label}: bad value for restricted picklist field: ${value}`;
  return recordError('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
}

/** A value of a type that the field cannot hold. */
export function wrongType(field: FieldDefinition): RecordError {
  return recordError('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: `, [field.name]);
}

/** A reference to a record of an object that the field does not refer to. */
export function wrongReferenceType(field: FieldDefinition, id: string): RecordError {
  const message = `${field.label}: id value of incorrect type: ${id}`;
  return recordError('FIELD_INTEGRITY_EXCEPTION', message, [field.name]);
}

/** A reference to a record that there is not. */
export function unknownReference(fields: readonly string[] = []): RecordError {
  return recordError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', fields);
}

/** A change of a record in the recycle bin. */
export function entityIsDeleted(): RecordError {
  return recordError('ENTITY_IS_DELETED', 'entity is deleted');
}

/** @param otherId Id of the record that has the value, 18 characters */
export function duplicateValue(field: FieldDefinition, otherId: string | null): RecordError {
  const where = otherId ? otherId.slice(0, 15) : '<unknown>';
  const what = otherId ? field.name : '<unknown>';
  const message = `duplicate value found: ${what} duplicates value on record with id: ${where}`;
  // The platform names the field in the text only.
  return recordError('DUPLICATE_VALUE', message);
}

/** A new record that brings an Id. */
export function idInInsert(): RecordError {
  return recordError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
}

/** A bulk load brings an Id that cannot be of this object. */
export function malformedId(id: string): RecordError {
  return recordError('MALFORMED_ID', `bad id ${id}`, ['Id']);
}

/** A bulk load brings an Id that a record has already. */
export function duplicateId(id: string): RecordError {
  return recordError('DUPLICATE_VALUE', `a record with this Id exists already: ${id}`, ['Id']);
}

/** A change of a record without Id. */
export function idMissing(verb: string): RecordError {
  return recordError('MISSING_ARGUMENT', `Id not specified in ${/^[aeiou]/.test(verb) ? 'an' : 'a'} ${verb} call`);
}

/** A record of someone else, which the user may not change. */
export function insufficientAccess(): RecordError {
  return recordError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}
