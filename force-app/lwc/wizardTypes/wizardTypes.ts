/** The longest name that an integration can have. */
export const LONGEST_NAME = 80;

/** Where report rows come from. */
export type SourceKind = 'Api' | 'Csv' | 'Upload';

export interface ReportSummary {
  id: string;
  name: string;
  rowCount?: number | null;
  refreshedAt?: string | null;
}

export interface ObjectSummary {
  apiName: string;
  label: string;
  labelPlural: string;
  custom: boolean;
  icon?: string | null;
  recordCount?: number | null;
}

/** Which report, of which environment, by which way. */
export interface ReportAddress {
  environmentName: string;
  sourceKind: SourceKind;
  reportId: string;
}

export type ColumnType = 'text' | 'number' | 'date' | 'datetime' | 'boolean';

/** A column of a report, and what its first rows hold. */
export interface Column {
  name: string;
  type: ColumnType;
  samples: string[];
  blankShare?: number | null;
  distinctShare?: number | null;
}

export interface ColumnsAnswer {
  reportName: string;
  rowCount?: number | null;
  /** Whether the rows were estimated from the size of the file. */
  rowCountIsEstimate?: boolean | null;
  refreshedAt?: string | null;
  columns: Column[];
  hashedKeys?: string[] | null;
}

export interface Field {
  name: string;
  label: string;
  type: string;
  typeText: string;
  updateable: boolean;
  /** Whether report values can become its type, and the user may change it. */
  mappable: boolean;
  nillable: boolean;
  canBeKey: boolean;
  unique?: boolean;
  externalId?: boolean;
}

export interface ObjectFields {
  label: string;
  recordCount?: number | null;
  /** Whether there are more records than were counted. */
  hasMoreRecords?: boolean | null;
  fields: Field[];
}

export interface KeyQuestion extends ReportAddress {
  objectApiName: string;
  keyColumn: string;
  keyField: string;
}

/** What a sample of rows says about a pair of identifiers. */
export interface KeyCheck {
  sampled: number;
  one: number;
  several: number;
  none: number;
  blank: number;
  message?: string | null;
  warnings?: string[] | null;
}

export interface Suggestions {
  keyColumn?: string | null;
  keyField?: string | null;
  mappings: { column: string; field: string; reason?: string | null }[];
}

export interface ColumnMapping {
  column: string;
  field: string;
  blankPolicy: 'Keep' | 'Clear';
  truncate: boolean;
}

export interface VerdictQuestion {
  columns: Column[];
  objectApiName: string;
  mappings: ColumnMapping[];
}

export interface Verdict {
  column: string;
  field: string;
  verdict: 'fits' | 'converted' | 'conflict';
  message?: string | null;
}

export interface SampleChange {
  field: string;
  label: string;
  before?: string | null;
  after?: string | null;
}

export interface SampleRecord {
  recordId?: string | null;
  recordName?: string | null;
  line: number;
  changes?: SampleChange[] | null;
  outcome: string;
  reason?: string | null;
}

export interface TemplateField {
  apiName: string;
  label: string;
  type: string;
  length?: number | null;
  precision?: number | null;
  scale?: number | null;
}

export interface Template {
  id: string;
  name: string;
  description: string;
  objectApiName: string;
  keyColumn?: string | null;
  columns: { name: string; type: string }[];
  fields: TemplateField[];
  mappings: { column: string; field: string }[];
}

/** Fields an object lacks, and the metadata that would create them. */
export interface MissingFields {
  missing: TemplateField[];
  setupLink?: string | null;
  packageXml?: string | null;
  files?: { path: string; text: string }[] | null;
}

export interface AutomationItem {
  name: string;
  active: boolean;
  link?: string | null;
}

/** What the platform runs when records of an object are saved. */
export interface Automation {
  triggers: AutomationItem[];
  flows: AutomationItem[];
  validationRules: AutomationItem[];
  unknown?: string[] | null;
  /** Where Setup lists the validation rules. */
  validationRulesLink?: string | null;
}

/** An integration as `IntegrationController` reads and saves it. */
export interface IntegrationInput {
  id: string | null;
  name: string;
  environmentName: string | null;
  sourceKind: SourceKind;
  reportId: string;
  reportName: string;
  objectApiName: string;
  keyColumn: string;
  keyField: string;
  onAmbiguous: 'None' | 'All';
  scheduleKind: ScheduleKind;
  scheduleHour: number | null;
  scheduleDay: number | null;
  mostRowsLost: number | null;
  mostBlankKeysGained: number | null;
  mostMatchesLost: number | null;
  alertOn: AlertKind;
  alertRecipients: string;
  mappings: ColumnMapping[];
}

export type AlertKind = 'Never' | 'Failures' | 'FailuresAndErrors';

export type ScheduleKind = 'Manual' | 'Hourly' | 'Daily' | 'Weekly';
