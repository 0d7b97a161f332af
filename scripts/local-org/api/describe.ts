/** Describes of objects and fields. @see "Describe Global" and "sObject Describe", REST API Developer Guide */
import type { FieldDefinition, FieldType, ObjectDefinition, SchemaModel } from '../schema/model';
import type { BuiltOrg } from '../org';
import type { Json } from './record-json';

type Describe = Readonly<Record<string, Json>>;

/** Types that the REST resources call otherwise than in lower case. */
const TYPE_NAMES: Partial<Record<FieldType, string>> = { INTEGER: 'int', ANYTYPE: 'anyType' };

const SOAP_TYPES: Partial<Record<FieldType, string>> = {
  ID: 'tns:ID',
  REFERENCE: 'tns:ID',
  BOOLEAN: 'xsd:boolean',
  INTEGER: 'xsd:int',
  LONG: 'xsd:long',
  DOUBLE: 'xsd:double',
  CURRENCY: 'xsd:double',
  PERCENT: 'xsd:double',
  DATE: 'xsd:date',
  DATETIME: 'xsd:dateTime',
  TIME: 'xsd:time',
  BASE64: 'xsd:base64Binary',
  ADDRESS: 'urn:address',
  LOCATION: 'urn:location',
  ANYTYPE: 'xsd:anyType'
};

/** Every object, in short. */
export function describeGlobal({ services }: BuiltOrg, base: string): Json {
  const sobjects = [...services.schema.objects()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((object) => describeShort(object, base));
  return { encoding: 'UTF-8', maxBatchSize: 200, sobjects };
}

/** One object in short: what there is of it in the global describe. */
export function describeShort(object: ObjectDefinition, base: string): Describe {
  const path = `${base}/sobjects/${object.name}`;
  return {
    name: object.name,
    label: object.label,
    labelPlural: object.labelPlural,
    keyPrefix: object.keyPrefix,
    // Some platform events are the platform's own.
    custom: object.custom && /__\w+$/.test(object.name),
    customSetting: object.kind === 'customSetting',
    createable: object.createable,
    updateable: object.updateable,
    deletable: object.deletable,
    undeletable: object.undeletable,
    queryable: object.queryable,
    retrieveable: object.queryable,
    searchable: object.searchable,
    triggerable: object.triggerable,
    mergeable: object.mergeable,
    urls: { sobject: path, describe: `${path}/describe`, rowTemplate: `${path}/{ID}` }
  };
}

/** One object with its fields, children and record types; the permissions are the user's. */
export function describeObject(org: BuiltOrg, object: ObjectDefinition, base: string): Json {
  const { schema } = org.services;
  return {
    ...describeShort(object, base),
    fields: [...object.fields.values()].map((field) => describeField(org, object, field)),
    childRelationships: object.childRelationships.map(({ childObject, field, relationshipName, ...rest }) => ({
      childSObject: childObject,
      field,
      relationshipName: relationshipName ?? null,
      cascadeDelete: rest.cascadeDelete,
      restrictedDelete: rest.restrictedDelete
    })),
    recordTypeInfos: recordTypes(org, schema, object)
  };
}

function describeField(org: BuiltOrg, object: ObjectDefinition, field: FieldDefinition): Json {
  const { edit } = org.services.access.field(org.user, object, field);
  return {
    name: field.name,
    label: field.label,
    type: TYPE_NAMES[field.type] ?? field.type.toLowerCase(),
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    length: field.length,
    byteLength: field.length * 3,
    digits: field.type === 'INTEGER' ? 8 : 0,
    precision: field.precision,
    scale: field.scale,
    createable: field.createable && edit,
    updateable: field.updateable && edit,
    nillable: field.nillable,
    unique: field.unique,
    externalId: field.externalId,
    idLookup: field.type === 'ID' || field.externalId || field.nameField,
    nameField: field.nameField,
    namePointing: field.referenceTo.length > 1,
    autoNumber: field.autoNumber,
    calculated: field.calculated,
    calculatedFormula: field.formula ?? null,
    caseSensitive: field.caseSensitive,
    cascadeDelete: field.cascadeDelete,
    restrictedDelete: field.onDelete === 'restrict',
    custom: field.custom,
    defaultedOnCreate: field.defaultedOnCreate,
    defaultValue: field.defaultValue ?? null,
    defaultValueFormula: field.defaultFormula ?? null,
    encrypted: field.type === 'ENCRYPTEDSTRING',
    filterable: field.filterable,
    groupable: field.groupable,
    htmlFormatted: field.htmlFormatted,
    sortable: field.sortable,
    inlineHelpText: field.inlineHelpText ?? null,
    picklistValues: field.picklistValues.map(({ value, label, active, isDefault }) => ({
      value,
      label,
      active,
      defaultValue: isDefault
    })),
    restrictedPicklist: field.restrictedPicklist,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName ?? null
  };
}

/** Record types are rows, too; the master record type has the same Id everywhere. */
const MASTER_RECORD_TYPE: Describe = {
  active: true,
  developerName: 'Master',
  master: true,
  name: 'Master',
  recordTypeId: '012000000000000AAA'
};

function recordTypes({ services }: BuiltOrg, schema: SchemaModel, object: ObjectDefinition): Json {
  if (object.recordTypes.length === 0 || !schema.object('RecordType')) return [MASTER_RECORD_TYPE];
  const rows = services.database.system.find('RecordType', { SobjectType: object.name });
  const described = object.recordTypes.map(({ active, developerName, label }): Json => {
    const row = rows.find(({ DeveloperName }) => DeveloperName === developerName);
    return { active, developerName, master: false, name: label, recordTypeId: String(row?.['Id'] ?? '') };
  });
  return [...described, MASTER_RECORD_TYPE];
}
