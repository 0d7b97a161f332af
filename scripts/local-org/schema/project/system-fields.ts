/**
 * The fields that every custom object of a kind has without saying so.
 * @see "System Fields" and "Custom Objects", Object Reference
 * (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/system_fields.htm)
 */
import { makeField } from '../definitions';
import type { FieldDefinition, FieldType, ObjectDefinition, PicklistValueDefinition } from '../model';

/** The name field as the object's metadata describes it. */
export interface NameField {
  readonly label: string;
  /** Set for an auto number. */
  readonly displayFormat?: string;
}

/** What the metadata says that changes the system fields. */
export interface SystemFieldOptions {
  readonly kind: ObjectDefinition['kind'];
  readonly customSettingType?: 'Hierarchy' | 'List';
  readonly nameField: NameField;
  /** A detail of a master has no owner of its own. */
  readonly hasMaster: boolean;
  readonly hasRecordTypes: boolean;
  readonly hasActivities: boolean;
}

/** The system fields in describe's order. */
export function systemFields(options: SystemFieldOptions): FieldDefinition[] {
  switch (options.kind) {
    case 'customMetadata':
      return customMetadataFields();
    case 'platformEvent':
      return platformEventFields();
    default:
      return recordFields(options);
  }
}

function recordFields(options: SystemFieldOptions): FieldDefinition[] {
  const setting = options.kind === 'customSetting';
  return [
    idField(),
    ...(options.hasMaster || setting ? [] : [reference('OwnerId', 'Owner ID', ['Group', 'User'], 'Owner')]),
    system('IsDeleted', 'Deleted', 'BOOLEAN'),
    nameField(options.nameField, setting),
    ...(setting ? [setupOwner()] : []),
    ...(options.hasRecordTypes ? [recordType()] : []),
    ...auditFields(),
    ...(options.hasActivities ? [system('LastActivityDate', 'Last Activity Date', 'DATE', true)] : []),
    ...(setting ? [] : [system('LastViewedDate', 'Last Viewed Date', 'DATETIME', true)]),
    ...(setting ? [] : [system('LastReferencedDate', 'Last Referenced Date', 'DATETIME', true)])
  ];
}

function customMetadataFields(): FieldDefinition[] {
  return [
    idField(),
    text('DeveloperName', 'Custom Metadata Record Name', 40, { nillable: false, unique: true }),
    text('MasterLabel', 'Label', 40, { nillable: false, nameField: true }),
    text('Language', 'Master Language', 40, { nillable: false, type: 'PICKLIST' }),
    text('NamespacePrefix', 'Namespace Prefix', 15, { createable: false, updateable: false }),
    text('Label', 'Label', 40),
    text('QualifiedApiName', 'Qualified API Name', 70, { nillable: false }),
    system('SystemModstamp', 'System Modstamp', 'DATETIME')
  ];
}

function platformEventFields(): FieldDefinition[] {
  return [
    text('ReplayId', 'Replay ID', 255, { createable: false, updateable: false }),
    text('EventUuid', 'Event UUID', 36, { createable: false, updateable: false }),
    system('CreatedDate', 'Created Date', 'DATETIME'),
    reference('CreatedById', 'Created By ID', ['User'], 'CreatedBy', { createable: false, updateable: false })
  ];
}

/** Reasons that shares of custom objects have besides those of the project ("Sharing a Record Using Apex"). */
const ROW_CAUSES: readonly PicklistValueDefinition[] = [
  { value: 'Owner', label: 'Owner' },
  { value: 'Manual', label: 'Manual Sharing' },
  { value: 'Rule', label: 'Sharing Rule' }
].map((cause) => ({ ...cause, active: true, isDefault: false }));

/** The fields of a `__Share` object ("Sharing a Record Using Apex", Apex Developer Guide). */
export function shareFields(parent: string, reasons: readonly PicklistValueDefinition[]): FieldDefinition[] {
  return [
    idField(),
    reference('ParentId', 'Parent ID', [parent], 'Parent', {
      childRelationshipName: 'Shares',
      onDelete: 'cascade',
      updateable: false
    }),
    text('AccessLevel', 'Access Level', 40, { type: 'PICKLIST', nillable: false }),
    text('RowCause', 'Row Cause', 40, {
      type: 'PICKLIST',
      picklistValues: [...ROW_CAUSES, ...reasons],
      defaultValue: 'Manual',
      defaultedOnCreate: true
    }),
    reference('UserOrGroupId', 'User/Group ID', ['Group', 'User'], 'UserOrGroup', { updateable: false }),
    system('LastModifiedDate', 'Last Modified Date', 'DATETIME'),
    reference('LastModifiedById', 'Last Modified By ID', ['User'], 'LastModifiedBy', readOnly),
    system('IsDeleted', 'Deleted', 'BOOLEAN')
  ];
}

const readOnly = { createable: false, updateable: false, nillable: false, defaultedOnCreate: true } as const;

function idField(): FieldDefinition {
  return makeField({ name: 'Id', label: 'Record ID', type: 'ID', ...readOnly });
}

function auditFields(): FieldDefinition[] {
  return [
    system('CreatedDate', 'Created Date', 'DATETIME'),
    reference('CreatedById', 'Created By ID', ['User'], 'CreatedBy', readOnly),
    system('LastModifiedDate', 'Last Modified Date', 'DATETIME'),
    reference('LastModifiedById', 'Last Modified By ID', ['User'], 'LastModifiedBy', readOnly),
    system('SystemModstamp', 'System Modstamp', 'DATETIME')
  ];
}

function system(name: string, label: string, type: FieldType, nillable = false): FieldDefinition {
  return makeField({ name, label, type, ...readOnly, nillable });
}

function text(name: string, label: string, length: number, more: Partial<FieldDefinition> = {}): FieldDefinition {
  return makeField({ name, label, type: 'STRING', length, ...more });
}

function reference(
  name: string,
  label: string,
  referenceTo: string[],
  relationshipName: string,
  more: Partial<FieldDefinition> = {}
): FieldDefinition {
  const base = { nillable: false, defaultedOnCreate: name === 'OwnerId' };
  return makeField({ name, label, type: 'REFERENCE', referenceTo, relationshipName, ...base, ...more });
}

function nameField(name: NameField, setting: boolean): FieldDefinition {
  const common = { name: 'Name', label: name.label, nameField: true, custom: false } as const;
  if (name.displayFormat !== undefined) {
    const format = { autoNumber: true, autoNumberFormat: name.displayFormat, length: 80 };
    return makeField({ ...common, type: 'STRING', ...readOnly, ...format });
  }
  // A record without a name gets its Id as name; that is why describe calls the field nillable.
  return makeField({ ...common, type: 'STRING', length: setting ? 38 : 80, defaultedOnCreate: true });
}

function setupOwner(): FieldDefinition {
  const targets = ['Organization', 'Profile', 'User'];
  return reference('SetupOwnerId', 'Location', targets, 'SetupOwner', { defaultedOnCreate: true });
}

function recordType(): FieldDefinition {
  const more = { nillable: true, defaultedOnCreate: true };
  return reference('RecordTypeId', 'Record Type ID', ['RecordType'], 'RecordType', more);
}
