/**
 * Custom fields from `*.field-meta.xml`.
 * @see "CustomField", Metadata API Developer Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm)
 */
import { Decimal } from '../../values/decimal';
import { makeField, type FieldInput } from '../definitions';
import type { FieldDefinition, FieldType, PicklistValueDefinition, SummaryDefinition } from '../model';
import { flag, nodes, number, text, type XmlNode, texts } from '../../project/metadata-files';
import { picklistValue, type ValueSets } from './value-sets';

/** Metadata field types to describe types; those that need more are made by {@link byType}. */
const TYPES: Readonly<Record<string, FieldType>> = {
  AutoNumber: 'STRING',
  Checkbox: 'BOOLEAN',
  Currency: 'CURRENCY',
  Date: 'DATE',
  DateTime: 'DATETIME',
  Email: 'EMAIL',
  EncryptedText: 'ENCRYPTEDSTRING',
  EntityDefinition: 'REFERENCE',
  ExternalLookup: 'STRING',
  FieldDefinition: 'STRING',
  Html: 'TEXTAREA',
  IndirectLookup: 'STRING',
  Hierarchy: 'REFERENCE',
  Location: 'LOCATION',
  LongTextArea: 'TEXTAREA',
  Lookup: 'REFERENCE',
  MasterDetail: 'REFERENCE',
  MetadataRelationship: 'REFERENCE',
  MultiselectPicklist: 'MULTIPICKLIST',
  Number: 'DOUBLE',
  Percent: 'PERCENT',
  Phone: 'PHONE',
  Picklist: 'PICKLIST',
  Summary: 'DOUBLE',
  Text: 'STRING',
  TextArea: 'TEXTAREA',
  Time: 'TIME',
  Url: 'URL'
};

/**
 * The fields one metadata element makes: one, or for a geolocation the compound field and its two numbers.
 * @throws Error when the type is not one of the Metadata API's
 */
export function fieldsOf(node: XmlNode, name: string, valueSets: ValueSets): FieldDefinition[] {
  const metadataType = text(node, 'type');
  // A standard field's file (labels, history tracking, picklist values) has no type, or none that changes it.
  if (!name.endsWith('__c')) return [];
  const type = TYPES[metadataType ?? ''];
  if (!type) throw new Error(`Field ${name} has the type ${metadataType}, which the Metadata API does not know.`);
  const input: FieldInput = { ...common(node, name, type), ...byType(node, metadataType as string, valueSets, name) };
  const field = makeField(formulaField(node, input));
  return field.type === 'LOCATION' ? [field, ...coordinates(field, number(node, 'scale') ?? 0)] : [field];
}

function common(node: XmlNode, name: string, type: FieldType): FieldInput {
  const required = flag(node, 'required');
  return {
    name,
    type,
    label: text(node, 'label') ?? name,
    custom: true,
    nillable: !required,
    unique: flag(node, 'unique'),
    externalId: flag(node, 'externalId'),
    caseSensitive: flag(node, 'caseSensitive'),
    inlineHelpText: text(node, 'inlineHelpText'),
    defaultValueText: text(node, 'defaultValue'),
    ...defaults(node, type)
  };
}

/** A default is a formula; a plain literal is evaluated here, anything else when a record is created. */
function defaults(node: XmlNode, type: FieldType): Partial<FieldDefinition> {
  const formula = text(node, 'defaultValue')?.trim();
  if (type === 'BOOLEAN') return { defaultValue: formula === 'true', defaultedOnCreate: true, nillable: false };
  if (formula === undefined || formula === '') return {};
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(formula) ?? /^'((?:[^'\\]|\\.)*)'$/.exec(formula);
  if (quoted) return { defaultValue: quoted[1].replace(/\\(.)/g, '$1'), defaultedOnCreate: true };
  if (/^[-+]?\d+(\.\d+)?$/.test(formula)) {
    return { defaultValue: type === 'PERCENT' ? percentage(formula) : formula, defaultedOnCreate: true };
  }
  return { defaultFormula: formula, defaultedOnCreate: true };
}

/** A default says `0.05` where the field shows 5 % ("Default Field Values", Salesforce Help). */
function percentage(fraction: string): string {
  return Decimal.literal(fraction).multiply(Decimal.fromInteger(100)).stripTrailingZeros().toPlainString();
}

function byType(node: XmlNode, type: string, valueSets: ValueSets, name: string): Partial<FieldDefinition> {
  switch (type) {
    case 'Number':
    case 'Currency':
    case 'Percent':
      return { precision: number(node, 'precision') ?? 18, scale: number(node, 'scale') ?? 0 };
    case 'Summary':
      return {
        precision: 18,
        calculated: true,
        rollUp: true,
        createable: false,
        updateable: false,
        summary: summary(node)
      };
    case 'Text':
    case 'LongTextArea':
      return { length: number(node, 'length') ?? 255 };
    case 'Html':
      return { length: number(node, 'length') ?? 32768, htmlFormatted: true };
    case 'EncryptedText':
      // "Classic Encryption for Custom Fields", Salesforce Help: no filter, no order, no group.
      return { length: number(node, 'length') ?? 175, filterable: false, sortable: false, groupable: false };
    case 'TextArea':
      return { length: 255 };
    case 'AutoNumber':
      return {
        length: 30,
        autoNumber: true,
        autoNumberFormat: text(node, 'displayFormat') ?? '{0}',
        nillable: false,
        defaultedOnCreate: true,
        createable: false,
        updateable: false
      };
    case 'Picklist':
    case 'MultiselectPicklist':
      return picklist(node, type, valueSets);
    case 'Lookup':
    case 'MasterDetail':
    case 'Hierarchy':
    case 'MetadataRelationship':
      return reference(node, type, name);
    default:
      return {};
  }
}

/** "summarizedField", "summaryForeignKey" and "summaryFilterItems" of CustomField; names come with their object. */
function summary(node: XmlNode): SummaryDefinition {
  const [childObject, parentField] = (text(node, 'summaryForeignKey') ?? '').split('.');
  const withoutObject = (name: string | undefined): string | undefined => name?.split('.').pop();
  return {
    operation: (text(node, 'summaryOperation') ?? 'count') as SummaryDefinition['operation'],
    childObject,
    parentField,
    field: withoutObject(text(node, 'summarizedField')),
    filters: nodes(node, 'summaryFilterItems').map((item) => ({
      field: withoutObject(text(item, 'field')) ?? '',
      operation: text(item, 'operation') ?? '',
      value: text(item, 'value') ?? ''
    }))
  };
}

function picklist(node: XmlNode, type: string, valueSets: ValueSets): Partial<FieldDefinition> {
  const length = type === 'Picklist' ? 255 : 4099;
  const valueSet = nodes(node, 'valueSet')[0];
  // API 37 and earlier wrote the values into the field itself.
  const old = nodes(node, 'picklist')[0];
  if (old) {
    const picklistController = text(old, 'controllingField');
    return { length, picklistController, picklistValues: nodes(old, 'picklistValues').map(picklistValue) };
  }
  if (!valueSet) return { length };
  const picklistController = text(valueSet, 'controllingField');
  const globalName = text(valueSet, 'valueSetName');
  if (globalName) {
    return { length, picklistController, picklistValues: valueSets.global(globalName), restrictedPicklist: true };
  }
  const values = nodes(valueSet, 'valueSetDefinition').flatMap((definition) => nodes(definition, 'value'));
  const picklistValues = withControllingValues(values.map(picklistValue), valueSet);
  const preset = picklistValues.find((value) => value.isDefault);
  return {
    length,
    picklistController,
    picklistValues,
    restrictedPicklist: flag(valueSet, 'restricted'),
    ...(preset ? { defaultValue: preset.value, defaultedOnCreate: true } : {})
  };
}

/** "valueSettings" of CustomField: which values of the controlling field go with a value of a dependent picklist. */
function withControllingValues(
  values: readonly PicklistValueDefinition[],
  valueSet: XmlNode
): PicklistValueDefinition[] {
  const settings = nodes(valueSet, 'valueSettings').map((setting) => ({
    value: text(setting, 'valueName'),
    controllingValues: texts(setting, 'controllingFieldValue')
  }));
  if (settings.length === 0) return [...values];
  return values.map((value) => ({
    ...value,
    controllingValues: settings.filter((setting) => setting.value === value.value).flatMap((it) => it.controllingValues)
  }));
}

/** "Lookup" clears on delete unless `deleteConstraint` says otherwise; "MasterDetail" cascades. */
function reference(node: XmlNode, type: string, name: string): Partial<FieldDefinition> {
  const master = type === 'MasterDetail';
  const constraint = text(node, 'deleteConstraint');
  const children = text(node, 'relationshipName');
  return {
    referenceTo: [type === 'Hierarchy' ? 'User' : (text(node, 'referenceTo') ?? '')].filter(Boolean),
    controllingField: text(node, 'metadataRelationshipControllingField')?.split('.').pop(),
    relationshipName: name.replace(/__c$/i, '__r'),
    childRelationshipName: children ? `${children}__r` : undefined,
    onDelete: master || constraint === 'Cascade' ? 'cascade' : constraint === 'Restrict' ? 'restrict' : 'clear',
    cascadeDelete: master,
    ...(master ? { nillable: false, updateable: flag(node, 'reparentableMasterDetail') } : {})
  };
}

function formulaField(node: XmlNode, input: FieldInput): FieldInput {
  const formula = text(node, 'formula');
  if (formula === undefined) return input;
  const length = input.type === 'STRING' ? { length: 1300 } : {};
  return {
    ...input,
    ...length,
    formula,
    blankAsZero: text(node, 'formulaTreatBlanksAs') !== 'BlankAsBlank',
    calculated: true,
    createable: false,
    updateable: false,
    nillable: true,
    defaultedOnCreate: false,
    defaultValue: undefined
  };
}

/** A geolocation is stored as two numbers, `X__Latitude__s` and `X__Longitude__s`. */
function coordinates(field: FieldDefinition, scale: number): FieldDefinition[] {
  const base = field.name.replace(/__c$/i, '');
  return ['Latitude', 'Longitude'].map((axis) =>
    makeField({
      name: `${base}__${axis}__s`,
      label: `${field.label} (${axis})`,
      type: 'DOUBLE',
      custom: true,
      precision: 18,
      scale,
      nillable: field.nillable
    })
  );
}
