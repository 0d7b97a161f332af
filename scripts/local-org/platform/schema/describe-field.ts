/** `Schema.SObjectField`, `Schema.DescribeFieldResult`, `Schema.PicklistEntry`. */
import { permissionFieldOf } from '../../schema/definitions';
import type { FieldDefinition, PicklistValueDefinition } from '../../schema/model';
import { definePlatformType, type Implementation } from '../../declarations/define';
import { newList, newMap } from '../../declarations/platform-lists';
import { NotModeled } from '../../values/not-modeled';
import { transaction } from '../../transaction/transaction';
import { Decimal } from '../../values/decimal';
import type { ApexMap } from '../../values/map';
import { displayTypeOf, soapTypeOf } from './enums';
import { fieldToken, typeToken, SObjectFieldToken } from '../../records/tokens';
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

const describedFields = new WeakMap<SObjectFieldToken, DescribeFieldResult>();

function describeField(token: SObjectFieldToken): DescribeFieldResult {
  const known = describedFields.get(token);
  if (known) return known;
  const described = new DescribeFieldResult(token);
  describedFields.set(token, described);
  return described;
}

/** One value of a picklist, described. */
class PicklistEntry {
  readonly definition: PicklistValueDefinition;
  private readonly token: SObjectFieldToken;

  constructor(definition: PicklistValueDefinition, token: SObjectFieldToken) {
    this.definition = definition;
    this.token = token;
  }

  /** As `JSON.serialize` writes it: the only way in Apex to learn what a value of a dependent picklist goes with. */
  toJsonValue(): ApexMap {
    const { active, isDefault, label, value } = this.definition;
    const form = newMap('String', 'Object');
    form.put('active', active);
    form.put('defaultValue', isDefault);
    form.put('label', label);
    if (this.token.field.picklistController !== undefined) form.put('validFor', this.validFor());
    form.put('value', value);
    return form;
  }

  /**
   * One bit for each value of the controlling field, the first one leftmost.
   * @see "PicklistEntry" (validFor), DescribeSObjectResult, SOAP API Developer Guide
   */
  private validFor(): string {
    const controlling = controllerOf(this.token)?.field;
    const values = controlling?.type === 'BOOLEAN' ? ['unchecked', 'checked'] : valuesOf(controlling);
    const bytes = Buffer.alloc(Math.ceil(values.length / 24) * 3);
    values.forEach((value, index) => {
      if (this.definition.controllingValues?.includes(value)) bytes[index >> 3]! |= 0x80 >> (index & 7);
    });
    return bytes.toString('base64');
  }
}

function valuesOf(field: FieldDefinition | undefined): string[] {
  return field?.picklistValues.map(({ value }) => value) ?? [];
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

/** The token of the field that controls a dependent picklist; null for any other field. */
function controllerOf({ object, field }: SObjectFieldToken): SObjectFieldToken | null {
  return field.picklistController === undefined ? null : fieldToken(object, field.picklistController);
}

const IS_MEMBERS: Readonly<Record<string, FieldReader>> = {
  isAutoNumber: (field) => field.autoNumber,
  isCalculated: (field) => field.calculated,
  isCascadeDelete: (field) => field.cascadeDelete,
  isCaseSensitive: (field) => field.caseSensitive,
  isCustom: (field) => field.custom,
  isDefaultedOnCreate: (field) => field.defaultedOnCreate,
  isDependentPicklist: (field) => field.picklistController !== undefined,
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
  'Integer getPrecision()': (field) => field.precision,
  'List<Schema.SObjectType> getReferenceTo()': referencedObjects,
  'Integer getRelationshipOrder()': (field) => (field.cascadeDelete ? 0 : null),
  'String getRelationshipName()': (field) => field.relationshipName ?? null,
  'Integer getScale()': (field) => field.scale,
  'Schema.SoapType getSoapType()': soapTypeOf,
  'Schema.DisplayType getType()': displayTypeOf
};

/** The compound field of which a field is a part: a name, an address or a geolocation. */
function compoundFieldName({ object, field }: SObjectFieldToken): string | null {
  const whole = permissionFieldOf(object, field);
  if (whole !== field) return whole.name;
  return PARTS_OF_NAMES.has(field.name) && object.fields.has('firstname') ? 'Name' : null;
}

const PARTS_OF_NAMES: ReadonlySet<string> = new Set(['FirstName', 'LastName', 'MiddleName', 'Salutation', 'Suffix']);

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
    'List<Schema.PicklistEntry> getPicklistValues()': ({ field, token }: DescribeFieldResult) =>
      newList(
        'Schema.PicklistEntry',
        field.picklistValues.map((value) => new PicklistEntry(value, token))
      ),
    'Schema.SObjectField getController()': ({ token }: DescribeFieldResult) => controllerOf(token),
    'String getCompoundFieldName()': ({ token }: DescribeFieldResult) => compoundFieldName(token),
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
    'Schema.DescribeFieldResult getDescribe()': describeField,
    'Schema.DescribeFieldResult getDescribe(Object options)': (token: SObjectFieldToken) => describeField(token)
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
