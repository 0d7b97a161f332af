/** Field types by the names of `Schema.DisplayType`. */
import type { FlowDefinition } from './flow-model';
import type { WorkflowRuleDefinition } from './workflow-model';
export type FieldType =
  | 'ID'
  | 'STRING'
  | 'TEXTAREA'
  | 'EMAIL'
  | 'PHONE'
  | 'URL'
  | 'ENCRYPTEDSTRING'
  | 'BOOLEAN'
  | 'INTEGER'
  | 'LONG'
  | 'DOUBLE'
  | 'CURRENCY'
  | 'PERCENT'
  | 'DATE'
  | 'DATETIME'
  | 'TIME'
  | 'PICKLIST'
  | 'MULTIPICKLIST'
  | 'COMBOBOX'
  | 'REFERENCE'
  | 'BASE64'
  | 'ADDRESS'
  | 'LOCATION'
  | 'ANYTYPE';

/** One value of a picklist. */
export interface PicklistValueDefinition {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
  /** Of a dependent picklist: the values of the controlling field that this value goes with. */
  readonly controllingValues?: readonly string[];
}

/** What a roll-up summary calculates. */
export interface SummaryDefinition {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  /** The child's reference to the object with the roll-up. */
  readonly parentField: string;
  /** The child's field; undefined for a count. */
  readonly field?: string;
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

/** One field of an object, with what describe, SOQL and DML need to know of it. */
export interface FieldDefinition {
  /** API name in its canonical spelling. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Characters, for text types. */
  readonly length: number;
  /** All digits, for DOUBLE, CURRENCY, PERCENT. */
  readonly precision: number;
  /** Digits after the point. */
  readonly scale: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly caseSensitive: boolean;
  /** Holds markup: a rich text area. */
  readonly htmlFormatted: boolean;
  readonly nameField: boolean;
  readonly autoNumber: boolean;
  /** Display format of an auto number, e.g. `RUN-{000000}`. */
  readonly autoNumberFormat?: string;
  readonly calculated: boolean;
  /** Formula text of a calculated field. */
  readonly formula?: string;
  /** Whether blank numbers count as zero in the formula of the field. */
  readonly blankAsZero: boolean;
  /** A roll-up summary: calculated from child records. */
  readonly rollUp: boolean;
  /** What a roll-up summarises. */
  readonly summary?: SummaryDefinition;
  /** A roll-up over a formula field: the formulas of the children are evaluated. */
  readonly summarizesFormula?: boolean;
  readonly defaultedOnCreate: boolean;
  /** A literal default value; formulas as defaults are in `defaultFormula`. */
  readonly defaultValue?: string | number | boolean;
  readonly defaultFormula?: string;
  /** The default as the metadata writes it, quotes included. */
  readonly defaultValueText?: string;
  readonly picklistValues: readonly PicklistValueDefinition[];
  readonly restrictedPicklist: boolean;
  /** API names of the objects a reference may point to. */
  readonly referenceTo: readonly string[];
  /** Of a metadata relationship to a field: the field of the same object that names the field's object. */
  readonly controllingField?: string;
  /** Of a dependent picklist: the field whose value says which of its values may be chosen. */
  readonly picklistController?: string;
  /** Name of the parent relationship (`Account`, `Integration__r`). */
  readonly relationshipName?: string;
  /** Name of the child relationship on the parent (`Contacts`, `Runs__r` is said as `Runs__r`). */
  readonly childRelationshipName?: string;
  readonly cascadeDelete: boolean;
  /** What a delete of the parent does, for lookups. */
  readonly onDelete: 'clear' | 'restrict' | 'cascade';
  readonly inlineHelpText?: string;
}

/** The children of an object, seen from the parent. */
export interface ChildRelationship {
  readonly childObject: string;
  readonly field: string;
  readonly relationshipName?: string;
  readonly cascadeDelete: boolean;
  readonly restrictedDelete: boolean;
}

/** A record type of an object. */
export interface RecordTypeDefinition {
  readonly developerName: string;
  readonly label: string;
  readonly description: string;
  readonly active: boolean;
  /** The values that records of the type may have, by picklist field; a field that is missing has all. */
  readonly picklistValues: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of Account: its records are persons. */
  readonly isPersonType?: boolean;
}

/** A validation rule of an object. */
export interface ValidationRuleDefinition {
  readonly name: string;
  readonly active: boolean;
  readonly formula: string;
  readonly message: string;
  /** The field that shows the error; undefined for the top of the page. */
  readonly errorField?: string;
}

/** A field set of an object. */
export interface FieldSetDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly members: readonly { readonly path: string; readonly required: boolean }[];
}

/** One object: standard, custom, custom setting, custom metadata type or platform event. */
export interface ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** First three characters of its records' Ids. */
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly kind: 'standard' | 'custom' | 'customSetting' | 'customMetadata' | 'platformEvent';
  readonly customSettingType?: 'Hierarchy' | 'List';
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  readonly searchable: boolean;
  readonly triggerable: boolean;
  readonly undeletable: boolean;
  readonly mergeable: boolean;
  /** Whether records have a feed; undefined where neither the project nor the documentation says. */
  readonly feedEnabled?: boolean;
  /** Organisation-wide default. */
  readonly sharingModel: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';
  /** Keyed by lower-case API name, in order of definition. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly childRelationships: readonly ChildRelationship[];
  /** Without the master record type, which every object has. */
  readonly recordTypes: readonly RecordTypeDefinition[];
  readonly validationRules: readonly ValidationRuleDefinition[];
  readonly fieldSets: readonly FieldSetDefinition[];
  /** Active record-triggered flows. */
  readonly flows: readonly FlowDefinition[];
  /** Active workflow rules, in order of definition. */
  readonly workflowRules: readonly WorkflowRuleDefinition[];
}

/** All objects of one org; names are looked up without case. */
export interface SchemaModel {
  object(name: string): ObjectDefinition | undefined;
  objects(): readonly ObjectDefinition[];
  /** The object whose Ids begin with this prefix. */
  byKeyPrefix(prefix: string): ObjectDefinition | undefined;
}
