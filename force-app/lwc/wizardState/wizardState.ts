import defaultName from '@salesforce/label/c.Wizard_Default_Name';
import { fill } from 'c/formats';
import {
  LONGEST_NAME,
  type ColumnMapping,
  type IntegrationInput,
  type SourceKind,
  type Suggestions
} from 'c/wizardTypes';

/** A mapping under way: column and field may still be blank. */
export interface MappingRow extends ColumnMapping {
  rowId: number;
  /** Why it was suggested; blank for one that a person made or changed. */
  suggestion: string;
}

/** What the wizard edits: the integration as it would be saved, and what only the wizard knows about it. */
export interface Draft extends Omit<IntegrationInput, 'mappings'> {
  rows: MappingRow[];
  /** The plural label of the object, for the name that the wizard proposes. */
  objectLabel: string;
  /** Whether a person chose the name, so that it no longer follows report and object. */
  isNameOwn: boolean;
  /** The use case the draft starts from; blank for none. */
  templateId: string;
  /** Whether mappings were suggested once; a person who removed them all is not asked again. */
  isSuggested: boolean;
}

/** Schedule, safety limits, the rule for ambiguous keys, and alerts. */
export type Options = Pick<
  IntegrationInput,
  | 'onAmbiguous'
  | 'scheduleKind'
  | 'scheduleHour'
  | 'scheduleDay'
  | 'mostRowsLost'
  | 'mostBlankKeysGained'
  | 'mostMatchesLost'
  | 'alertOn'
  | 'alertRecipients'
>;

/** Everything that can happen to a draft. */
export type Action =
  | { type: 'environmentChosen'; environmentName: string }
  | { type: 'sourceChosen'; sourceKind: SourceKind }
  | { type: 'reportChosen'; reportId: string; reportName: string }
  | { type: 'objectChosen'; objectApiName: string; objectLabel: string }
  | { type: 'keyColumnChosen'; keyColumn: string }
  | { type: 'keyFieldChosen'; keyField: string }
  | { type: 'keysSuggested'; keyColumn?: string | null; keyField?: string | null }
  | { type: 'templateChosen'; templateId: string; objectApiName?: string }
  | { type: 'rowAdded' }
  | { type: 'rowChanged'; rowId: number; changes: Partial<ColumnMapping> }
  | { type: 'rowRemoved'; rowId: number }
  | { type: 'mappingsSuggested'; mappings: Suggestions['mappings'] }
  | { type: 'nameChanged'; name: string }
  | { type: 'optionsChanged'; changes: Partial<Options> };

/** What a new integration starts from: every day at 09:00 UTC, after the circuit breaker's usual limits. */
export const EMPTY_DRAFT: Draft = {
  id: null,
  name: '',
  environmentName: null,
  sourceKind: 'Api',
  reportId: '',
  reportName: '',
  objectApiName: '',
  objectLabel: '',
  keyColumn: '',
  keyField: '',
  onAmbiguous: 'None',
  scheduleKind: 'Daily',
  scheduleHour: 9,
  scheduleDay: 1,
  mostRowsLost: 50,
  mostBlankKeysGained: 20,
  mostMatchesLost: 30,
  alertOn: 'Failures',
  alertRecipients: '',
  rows: [],
  isNameOwn: false,
  templateId: '',
  isSuggested: false
};

/** The draft of an integration that exists. What was never set takes the value that a new one starts with. */
export function draftOf(input: IntegrationInput): Draft {
  const { mappings, ...rest } = input;
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
  return {
    ...EMPTY_DRAFT,
    ...known,
    rows: mappings.map((mapping, rowId) => ({ ...mapping, rowId, suggestion: '' })),
    isNameOwn: true,
    isSuggested: true
  };
}

/** The integration as `IntegrationController.save` takes it; rows that are wholly blank are left out. */
export function inputOf(draft: Draft): IntegrationInput {
  const { rows, objectLabel, isNameOwn, templateId, isSuggested, ...rest } = draft;
  return {
    ...rest,
    name: draft.name.trim(),
    scheduleHour: draft.scheduleKind === 'Daily' || draft.scheduleKind === 'Weekly' ? draft.scheduleHour : null,
    scheduleDay: draft.scheduleKind === 'Weekly' ? draft.scheduleDay : null,
    mappings: rows
      .filter(({ column, field }) => column || field)
      .map(({ column, field, blankPolicy, truncate }) => ({ column, field, blankPolicy, truncate }))
  };
}

/** Whether saving one would save something else than saving the other. */
export function differs(draft: Draft, other: Draft): boolean {
  return JSON.stringify(inputOf(draft)) !== JSON.stringify(inputOf(other));
}

/** Whether report and object are chosen, and what identifies a record on each side. */
export function isMatched({ reportId, objectApiName, keyColumn, keyField }: Draft): boolean {
  return Boolean(reportId && objectApiName && keyColumn && keyField);
}

/** Sends an action to the wizard, from any component inside it. */
export function act(source: EventTarget, action: Action): void {
  source.dispatchEvent(new CustomEvent('wizardact', { detail: action, bubbles: true, composed: true }));
}

/** The draft after something happened. */
export function reduce(draft: Draft, action: Action): Draft {
  switch (action.type) {
    case 'environmentChosen':
      return withSource(draft, { environmentName: action.environmentName });
    case 'sourceChosen':
      return withSource(draft, { sourceKind: action.sourceKind });
    case 'reportChosen':
      return named({ ...draft, reportId: action.reportId, reportName: action.reportName });
    case 'objectChosen':
      return withObject(draft, action);
    case 'keyColumnChosen':
      return { ...draft, keyColumn: action.keyColumn };
    case 'keyFieldChosen':
      return { ...draft, keyField: action.keyField };
    case 'keysSuggested':
      return {
        ...draft,
        keyColumn: draft.keyColumn || action.keyColumn || '',
        keyField: draft.keyField || action.keyField || ''
      };
    case 'templateChosen':
      return withTemplate(draft, action);
    case 'nameChanged':
      return { ...draft, name: action.name, isNameOwn: Boolean(action.name.trim()) };
    case 'optionsChanged':
      return { ...draft, ...action.changes };
    default:
      return { ...draft, ...rowsAfter(draft, action) };
  }
}

type RowAction = Extract<Action, { type: 'rowAdded' | 'rowChanged' | 'rowRemoved' | 'mappingsSuggested' }>;

function rowsAfter({ rows }: Draft, action: RowAction): Partial<Draft> {
  switch (action.type) {
    case 'rowAdded':
      return { rows: [...rows, newRow(rows, {})] };
    case 'rowChanged':
      return { rows: rows.map((row) => (row.rowId === action.rowId ? changedRow(row, action.changes) : row)) };
    case 'rowRemoved':
      return { rows: rows.filter(({ rowId }) => rowId !== action.rowId) };
    case 'mappingsSuggested':
      return { rows: withSuggestions(rows, action.mappings), isSuggested: true };
  }
}

/** Another place to read from has other reports; identifiers and mappings stay, the next report may have the columns. */
function withSource(draft: Draft, change: Partial<Pick<Draft, 'environmentName' | 'sourceKind'>>): Draft {
  const changed = { ...draft, ...change };
  const isSame = changed.environmentName === draft.environmentName && changed.sourceKind === draft.sourceKind;
  return isSame ? draft : named({ ...changed, reportId: '', reportName: '' });
}

/** Another object has other fields, so nothing that names one survives. */
function withObject(
  draft: Draft,
  { objectApiName, objectLabel }: { objectApiName: string; objectLabel: string }
): Draft {
  if (objectApiName === draft.objectApiName) {
    return named({ ...draft, objectLabel });
  }
  return named({ ...draft, objectApiName, objectLabel, keyField: '', rows: [], isSuggested: false });
}

function withTemplate(draft: Draft, action: { templateId: string; objectApiName?: string }): Draft {
  const { templateId, objectApiName = draft.objectApiName } = action;
  const started = { ...draft, templateId, isSuggested: false };
  return objectApiName === draft.objectApiName ? started : { ...started, objectApiName, keyField: '', rows: [] };
}

/** The name follows report and object until a person writes one. */
function named(draft: Draft): Draft {
  if (draft.isNameOwn) {
    return draft;
  }
  const { reportName, objectLabel } = draft;
  const proposed = reportName && objectLabel ? fill(defaultName, reportName, objectLabel) : '';
  return { ...draft, name: proposed.slice(0, LONGEST_NAME) };
}

function newRow(rows: MappingRow[], values: Partial<MappingRow>): MappingRow {
  const rowId = Math.max(-1, ...rows.map((row) => row.rowId)) + 1;
  return { column: '', field: '', blankPolicy: 'Keep', truncate: false, suggestion: '', ...values, rowId };
}

/** A person who changes what is mapped takes the suggestion over. */
function changedRow(row: MappingRow, changes: Partial<ColumnMapping>): MappingRow {
  const isOwn = 'column' in changes || 'field' in changes;
  return { ...row, ...changes, suggestion: isOwn ? '' : row.suggestion };
}

/** Adds what is suggested for columns and fields that are free; what a person mapped stays, blank rows go. */
function withSuggestions(rows: MappingRow[], mappings: Suggestions['mappings']): MappingRow[] {
  const kept = rows.filter(({ column, field }) => column || field);
  const free = mappings.filter(
    ({ column, field }) => !kept.some((row) => row.field === field || (row.column === column && !row.suggestion))
  );
  return free.reduce(
    (all, { column, field, reason }) => [...all, newRow(all, { column, field, suggestion: reason || column })],
    kept
  );
}
