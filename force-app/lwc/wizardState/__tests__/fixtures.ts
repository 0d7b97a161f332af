import type { WizardData } from 'c/wizardData';
import { EMPTY_DRAFT, type Action, type Draft, type MappingRow } from 'c/wizardState';
import type { Environment, Org } from 'c/environments';
import type { Column, Field, Template } from 'c/wizardTypes';

/** A mapping from completion to its field, but for what is given. */
export function rowWith(changes: Partial<MappingRow> = {}): MappingRow {
  return {
    rowId: 0,
    column: 'Completion (%)',
    field: 'Completion__c',
    blankPolicy: 'Keep',
    truncate: false,
    suggestion: '',
    ...changes
  };
}

/** A draft that is ready to be saved, but for what is given. */
export function draftWith(changes: Partial<Draft> = {}): Draft {
  return {
    ...EMPTY_DRAFT,
    name: 'Onboarding to contacts',
    environmentName: 'Production',
    reportId: 'onboarding',
    reportName: 'Onboarding',
    objectApiName: 'Contact',
    objectLabel: 'Contacts',
    keyColumn: 'Email',
    keyField: 'Email',
    rows: [rowWith()],
    isSuggested: true,
    ...changes
  };
}

/** The columns of the report of that draft. */
export const COLUMNS: Column[] = [
  { name: 'Email', type: 'text', samples: ['ada@example.com', 'bo@example.com'] },
  { name: 'Completion (%)', type: 'number', samples: ['87.5', '12'] },
  { name: 'Notes', type: 'text', samples: [] }
];

/** A field that may be updated, but for what is given. */
export function fieldWith(changes: Partial<Field> = {}): Field {
  return {
    name: 'Completion__c',
    label: 'Completion',
    type: 'DOUBLE',
    typeText: 'Number(3, 1)',
    updateable: true,
    mappable: true,
    nillable: true,
    canBeKey: false,
    ...changes
  };
}

/** The fields of the object of that draft. */
export const FIELDS: Field[] = [
  fieldWith({
    name: 'Id',
    label: 'Contact ID',
    type: 'ID',
    typeText: 'ID',
    updateable: false,
    mappable: false,
    canBeKey: true
  }),
  fieldWith({ name: 'Email', label: 'Email', type: 'EMAIL', typeText: 'Email', canBeKey: true }),
  fieldWith(),
  fieldWith({ name: 'Description', label: 'Contact Description', type: 'TEXTAREA', typeText: 'Long Text Area' })
];

/** A connected environment, but for what is given. */
export function environmentWith(changes: Partial<Environment> = {}): Environment {
  return {
    name: 'Production',
    kind: 'Production',
    status: 'Connected',
    verifiedAt: '2026-11-22T09:00:00Z',
    ...changes
  };
}

/** A sandbox whose user may do everything, but for what is given. */
export function orgWith(changes: Partial<Org> = {}): Org {
  return {
    orgName: 'Example Org',
    orgId: '00D5g000004XyZaEAK',
    sandbox: true,
    kind: 'Sandbox',
    instanceName: 'EU42',
    userName: 'Ada Admin',
    userEmail: 'ada@example.com',
    canConfigure: true,
    permissions: [{ name: 'configure', label: 'Configure integrations', granted: true }],
    environments: [environmentWith(), environmentWith({ name: 'Test', status: 'NotConnected', verifiedAt: null })],
    ...changes
  };
}

/** A use case for contacts, but for what is given. */
export function templateWith(changes: Partial<Template> = {}): Template {
  return {
    id: 'nps',
    name: 'NPS follow-up',
    description: 'Brings answers to the record.',
    objectApiName: 'Contact',
    columns: [],
    fields: [{ apiName: 'NPS_Score__c', label: 'NPS Score', type: 'Number', precision: 2, scale: 0 }],
    mappings: [],
    ...changes
  };
}

type Answers = { [Name in keyof WizardData]: jest.Mock };

/** Answers as Apex would give them for that draft; each can be replaced, and tells how it was asked. */
export function dataWith(answers: Partial<Answers> = {}): WizardData & Answers {
  const always = (value: unknown): jest.Mock => jest.fn().mockResolvedValue(value);
  return {
    org: always(orgWith()),
    reports: always([{ id: 'onboarding', name: 'Onboarding', rowCount: 1200 }]),
    objects: always([
      { apiName: 'Account', label: 'Account', labelPlural: 'Accounts', custom: false, icon: 'standard:account' },
      { apiName: 'Contact', label: 'Contact', labelPlural: 'Contacts', custom: false, icon: 'standard:contact' }
    ]),
    columns: always({
      reportName: 'Onboarding',
      rowCount: 1200,
      refreshedAt: '2026-11-22T09:00:00Z',
      columns: COLUMNS
    }),
    fields: always({ label: 'Contact', recordCount: 54321, fields: FIELDS }),
    checkKeys: always({ sampled: 200, one: 182, several: 3, none: 15, blank: 0, message: '182 of 200 match.' }),
    suggest: always({ keyColumn: 'Email', keyField: 'Email', mappings: [] }),
    verdicts: always([{ column: 'Completion (%)', field: 'Completion__c', verdict: 'fits' }]),
    sampleChanges: always({ records: [] }),
    templates: always([templateWith()]),
    missingFields: always({ missing: [] }),
    automation: always({ triggers: [], flows: [], validationRules: [], unknown: [] }),
    forget: jest.fn(),
    ...answers
  } as unknown as WizardData & Answers;
}

/** Listens for what a component wants to happen to the draft. */
export function actionsOf(element: HTMLElement): Action[] {
  const actions: Action[] = [];
  element.addEventListener('wizardact', (event) => actions.push((event as CustomEvent<Action>).detail));
  return actions;
}

/** An event as a component inside another sends it. */
export function send(element: Element | null, type: string, detail?: unknown): void {
  element!.dispatchEvent(new CustomEvent(type, { detail }));
}

/** A promise that waits for its answer. */
export function later<Value>(): { promise: Promise<Value>; answer: (value: Value) => void } {
  let answer!: (value: Value) => void;
  const promise = new Promise<Value>((resolve) => {
    answer = resolve;
  });
  return { promise, answer };
}
