/** Enums of the Schema namespace. */
import type { FieldDefinition, FieldType } from '../../schema/model';
import { definePlatformType } from '../../declarations/define';
import type { ApexEnumValue } from '../../values/enum-value';
import { platformEnumValue } from '../../declarations/platform-enum';

definePlatformType({
  namespace: 'Schema',
  name: 'DisplayType',
  kind: 'enum',
  documentation: 'Apex Reference Guide, DisplayType Enum',
  constants: [
    'ADDRESS',
    'ANYTYPE',
    'BASE64',
    'BOOLEAN',
    'COMBOBOX',
    'COMPLEXVALUE',
    'CURRENCY',
    'DATACATEGORYGROUPREFERENCE',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'EMAIL',
    'ENCRYPTEDSTRING',
    'ID',
    'INTEGER',
    'JSON',
    'LOCATION',
    'LONG',
    'MULTIPICKLIST',
    'PERCENT',
    'PHONE',
    'PICKLIST',
    'REFERENCE',
    'SOBJECT',
    'STRING',
    'TEXTAREA',
    'TIME',
    'URL'
  ]
});

definePlatformType({
  namespace: 'Schema',
  name: 'SoapType',
  kind: 'enum',
  documentation: 'Apex Reference Guide, SOAPType Enum',
  constants: [
    'ANYTYPE',
    'BASE64BINARY',
    'BOOLEAN',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'ID',
    'INTEGER',
    'LONG',
    'STRING',
    'TIME'
  ]
});

definePlatformType({
  namespace: 'Schema',
  name: 'SObjectDescribeOptions',
  kind: 'enum',
  documentation: 'Apex Reference Guide, SObjectDescribeOptions Enum',
  constants: ['DEFAULT', 'DEFERRED', 'FULL']
});

const SOAP_TYPES: Partial<Record<FieldType, string>> = {
  ANYTYPE: 'ANYTYPE',
  BASE64: 'BASE64BINARY',
  BOOLEAN: 'BOOLEAN',
  DATE: 'DATE',
  DATETIME: 'DATETIME',
  DOUBLE: 'DOUBLE',
  CURRENCY: 'DOUBLE',
  PERCENT: 'DOUBLE',
  ID: 'ID',
  REFERENCE: 'ID',
  INTEGER: 'INTEGER',
  LONG: 'LONG',
  TIME: 'TIME'
};

/** `getType()` of a field. */
export function displayTypeOf(field: FieldDefinition): ApexEnumValue {
  return platformEnumValue('Schema.DisplayType', field.type);
}

/** `getSoapType()` of a field. */
export function soapTypeOf(field: FieldDefinition): ApexEnumValue {
  return platformEnumValue('Schema.SoapType', SOAP_TYPES[field.type] ?? 'STRING');
}
