import { createElement, type LightningElement } from 'lwc';
import type { Environment, Org } from 'c/environments';
import type { RunField } from 'c/runFields';
import type { Integration, Run, RunCounts, RunUsage } from 'c/runs';

const NO_ROWS: RunCounts = {
  read: 0,
  skipped: 0,
  invalid: 0,
  unmatched: 0,
  ambiguous: 0,
  unchanged: 0,
  rejected: 0,
  updated: 0
};

/** Counts that are zero but for those given. */
export function countsWith(counts: Partial<RunCounts> = {}): RunCounts {
  return { ...NO_ROWS, ...counts };
}

/** What a run used of the limits, but for what is given. */
export function usageWith(changes: Partial<RunUsage> = {}): RunUsage {
  return {
    transactions: 3,
    callouts: 4,
    queries: 9,
    queryRows: 2400,
    dmlStatements: 9,
    dmlRows: 1106,
    cpuMs: 1800,
    heapPeak: 3_000_000,
    ...changes
  };
}

/** A run that completed, but for what is given. */
export function runWith(changes: Partial<Run> = {}): Run {
  return {
    id: 'a02000000000001AAA',
    integrationId: 'a01000000000001AAA',
    name: 'RUN-000001',
    reportName: 'Onboarding',
    objectApiName: 'Contact',
    objectLabel: 'Contact',
    startedAt: '2026-11-22T09:00:00Z',
    finishedAt: '2026-11-22T09:00:12Z',
    durationMs: 12000,
    status: 'Completed',
    statusGroup: 'completed',
    startedBy: 'Manual',
    rowsTotal: 1200,
    counts: countsWith({ read: 1200, updated: 1100, unchanged: 100 }),
    usage: usageWith(),
    ...changes
  };
}

/** Fields that a run writes. */
export const runFields: RunField[] = [
  { name: 'Score__c', label: 'Score', type: 'DOUBLE' },
  { name: 'Stage__c', label: 'Progress', type: 'STRING' },
  { name: 'Seen__c', label: 'Last seen', type: 'DATETIME' }
];

/** An integration that has run once, but for what is given. */
export function integrationWith(changes: Partial<Integration> = {}): Integration {
  return {
    id: 'a01000000000001AAA',
    name: 'Onboarding to contacts',
    state: 'Active',
    sourceKind: 'Api',
    environmentName: 'Production',
    reportId: 'onboarding',
    reportName: 'Onboarding',
    objectApiName: 'Contact',
    objectLabel: 'Contact',
    keyColumn: 'End User Email',
    keyField: 'Email',
    scheduleText: 'Daily at 09:00 UTC',
    nextDueAt: '2026-11-23T09:00:00Z',
    activeRunId: null,
    lastRun: runWith(),
    ...changes
  };
}

/** A connected environment, but for what is given. */
export function environmentWith(changes: Partial<Environment> = {}): Environment {
  return {
    name: 'Production',
    kind: 'Production',
    status: 'Connected',
    statusText: 'Works.',
    verifiedAt: '2026-11-22T08:00:00Z',
    verifiedBy: 'Admin User',
    namedCredential: 'WalkMe_Production',
    externalCredential: 'WalkMe_Production',
    canConnectHere: true,
    setupLink: 'https://example.org/setup',
    integrations: 1,
    ...changes
  };
}

/** An org in which all is well, but for what is given. */
export function orgWith(changes: Partial<Org> = {}): Org {
  return {
    orgName: 'Example Org',
    orgId: '00D000000000001EAA',
    sandbox: true,
    kind: 'Sandbox',
    userName: 'Admin User',
    permissions: [],
    environments: [
      environmentWith(),
      environmentWith({ name: 'Test', kind: 'Test', status: 'NotConnected', integrations: 0 })
    ],
    sandboxCopy: null,
    dispatcher: { scheduled: true, healthy: true, ownerName: 'Admin User', message: null },
    canConfigure: true,
    ...changes
  };
}

/** Puts a component with these properties on the page. */
export function show<Properties extends object>(
  name: string,
  component: typeof LightningElement,
  properties: Properties
): HTMLElement & Properties {
  const element = createElement(name, { is: component });
  Object.assign(element, properties);
  document.body.append(element);
  return element as HTMLElement & Properties;
}

/** Takes everything off the page. */
export function clear(): void {
  document.body.replaceChildren();
}

/** Lets promises and the rendering that follows them happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await Promise.resolve();
  }
}

/** All elements of a component that match. */
export function all<Type extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string): Type[] {
  return [...element.shadowRoot!.querySelectorAll<Type>(selector)];
}

/** The one element of a component that matches; base components are typed by what a test reads of them. */
export function one<Type = HTMLElement>(element: HTMLElement, selector: string): Type {
  const found = element.shadowRoot!.querySelector(selector);
  if (!found) {
    throw new Error(`There is no ${selector}.`);
  }
  return found as Type;
}

/** The text of a component as one line, with the spaces that numbers and units are joined by made plain. */
export function textOf(element: HTMLElement): string {
  return (element.shadowRoot!.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Listens for an event and keeps what came with it. */
export function details<Detail>(element: HTMLElement, event: string): Detail[] {
  const received: Detail[] = [];
  element.addEventListener(event, (received_) => received.push((received_ as CustomEvent<Detail>).detail));
  return received;
}
