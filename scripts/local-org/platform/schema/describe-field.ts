/** `Schema.SObjectField`, `Schema.DescribeFieldResult`, `Schema.PicklistEntry`. */
import type { FieldDefinition, PicklistValueDefinition } from '../../database/schema/model';
import { definePlatformType, type Implementation } from '../define';
import { newList } from '../library/platform-lists';
import { NotModeled } from '../not-modeled';
import { transaction } from '../transaction';
import { Decimal } from '../values/decimal';
import { displayTypeOf, soapTypeOf } from './enums';
import { typeToken, SObjectFieldToken } from '../../database/records/tokens';
import { withProperties } from './properties';

/** What `getDescribe()` of a field answers; permissions are those of the user who asks. */
export class DescribeFieldResult {
  readonly token: SObjectFieldToken;

  constructor(token: SObjectFieldToken) {
    this.token = token;
  }

  get field(): FieldDefinition {
    return this.token.field;
  }
}

/** One value of a picklist, described. */
class PicklistEntry {
  readonly definition: PicklistValueDefinition;

  constructor(definition: PicklistValueDefinition) {
    this.definition = definition;
  }
}

type FieldReader = (field: FieldDefinition) => unknown;

function fieldMember(read: FieldReader): Implementation {
  return (result: DescribeFieldResult) => read(result.field);
}

function accessMember(kind: 'read' | 'edit', allows: (field: FieldDefinition) => boolean): Implementation {
  return ({ token }: DescribeFieldResult) => {
    const { org, user } = transaction();
    return allows(token.field) && org.access.field(user, token.object, token.field)[kind];
  };
}

function referencedObjects(field: FieldDefinition): unknown {
  const { schema } = transaction().org;
  const objects = field.referenceTo.map((name) => schema.object(name)).filter((object) => object !== undefined);
  return newList('Schema.SObjectType', objects.map(typeToken));
}

function defaultValue(field: FieldDefinition): unknown {
  if (field.defaultFormula !== undefined) throw new NotModeled(`the default value formula of ${field.name}`);
  const value = field.defaultValue ?? null;
  return typeof value === 'number' && field.type !== 'INTEGER' ? Decimal.parse(String(value)) : value;
}

const IS_MEMBERS: Readonly<Record<string, FieldReader>> = {
  isAutoNumber: (field) => field.autoNumber,
  isCalculated: (field) => field.calculated,
  isCascadeDelete: (field) => field.cascadeDelete,
  isCaseSensitive: (field) => field.caseSensitive,
  isCustom: (field) => field.custom,
  isDefaultedOnCreate: (field) => field.defaultedOnCreate,
  isDeprecatedAndHidden: () => false,
  isEncrypted: (field) => field.type === 'ENCRYPTEDSTRING',
  isExternalId: (field) => field.externalId,
  isFilterable: (field) => field.filterable,
  isGroupable: (field) => field.groupable,
  isHtmlFormatted: (field) => field.htmlFormatted,
  isIdLookup: (field) => field.type === 'ID' || field.externalId || field.nameField,
  isNameField: (field) => field.nameField,
  isNamePointing: (field) => field.referenceTo.length > 1,
  isNillable: (field) => field.nillable,
  isPermissionable: (field) => field.custom || (field.nillable && field.type !== 'ID'),
  isRestrictedDelete: (field) => field.onDelete === 'restrict',
  isRestrictedPicklist: (field) => field.restrictedPicklist,
  isSortable: (field) => field.sortable,
  isUnique: (field) => field.unique
};

const VALUE_MEMBERS: Readonly<Record<string, FieldReader>> = {
  'Integer getByteLength()': (field) => field.length * 3,
  'String getCalculatedFormula()': (field) => field.formula ?? null,
  'Object getDefaultValue()': defaultValue,
  'String getDefaultValueFormula()': (field) => field.defaultValueText ?? field.defaultFormula ?? null,
  'Integer getDigits()': (field) => (field.type === 'INTEGER' ? 8 : 0),
  'String getInlineHelpText()': (field) => field.inlineHelpText ?? null,
  'String getLabel()': (field) => field.label,
  'Integer getLength()': (field) => field.length,
  'String getLocalName()': (field) => field.name,
  'String getName()': (field) => field.name,
  'List<Schema.PicklistEntry> getPicklistValues()': (field) =>
    newList(
      'Schema.PicklistEntry',
      field.picklistValues.map((value) => new PicklistEntry(value))
    ),
  'Integer getPrecision()': (field) => field.precision,
  'List<Schema.SObjectType> getReferenceTo()': referencedObjects,
  'Integer getRelationshipOrder()': (field) => (field.cascadeDelete ? 0 : null),
  'String getRelationshipName()': (field) => field.relationshipName ?? null,
  'Integer getScale()': (field) => field.scale,
  'Schema.SoapType getSoapType()': soapTypeOf,
  'Schema.DisplayType getType()': displayTypeOf
};

function describeMembers(): Record<string, Implementation> {
  const members: Record<string, Implementation> = {};
  for (const [name, read] of Object.entries(IS_MEMBERS)) members[`Boolean ${name}()`] = fieldMember(read);
  for (const [signature, read] of Object.entries(VALUE_MEMBERS)) members[signature] = fieldMember(read);
  return members;
}

definePlatformType({
  namespace: 'Schema',
  name: 'DescribeFieldResult',
  kind: 'class',
  javaScriptClass: DescribeFieldResult,
  documentation: 'Apex Reference Guide, DescribeFieldResult Class',
  members: withProperties({
    ...describeMembers(),
    'Boolean isAccessible()': accessMember('read', () => true),
    'Boolean isCreateable()': accessMember('edit', (field) => field.createable),
    'Boolean isUpdateable()': accessMember('edit', (field) => field.updateable),
    'Schema.SObjectField getSObjectField()': ({ token }: DescribeFieldResult) => token,
    'Schema.SObjectType getSObjectType()': ({ token }: DescribeFieldResult) => typeToken(token.object)
  })
});

definePlatformType({
  namespace: 'Schema',
  name: 'SObjectField',
  kind: 'class',
  javaScriptClass: SObjectFieldToken,
  documentation: 'Apex Reference Guide, SObjectField Class',
  members: {
    'Schema.DescribeFieldResult getDescribe()': (token: SObjectFieldToken) => new DescribeFieldResult(token),
    'Schema.DescribeFieldResult getDescribe(Object options)': (token: SObjectFieldToken) =>
      new DescribeFieldResult(token)
  }
});

definePlatformType({
  namespace: 'Schema',
  name: 'PicklistEntry',
  kind: 'class',
  javaScriptClass: PicklistEntry,
  documentation: 'Apex Reference Guide, PicklistEntry Class',
  members: withProperties({
    'String getLabel()': ({ definition }: PicklistEntry) => definition.label,
    'String getValue()': ({ definition }: PicklistEntry) => definition.value,
    'Boolean isActive()': ({ definition }: PicklistEntry) => definition.active,
    'Boolean isDefaultValue()': ({ definition }: PicklistEntry) => definition.isDefault
  })
});
