/**
 * Workflow rules: after the triggers of a save, the records that meet a rule's criteria get its tasks and its field
 * updates. Field updates save the record once more: with its update triggers and the system's checks, without validation
 * rules and workflow rules.
 * @see "Triggers and Order of Execution", step 11, Apex Developer Guide; "Evaluation Criteria", Salesforce Help
 */
import { FormulaError, formulasOf, type RecordFormulas } from '../../formula';
import { NotModeled } from '../../values/not-modeled';
import { ApexDate } from '../../values/date';
import { ApexDatetime } from '../../values/datetime';
import { recordError } from '../../records/record-error';
import { SObjectRecord } from '../../records/sobject-record';
import type { ObjectDefinition } from '../../schema/model';
import type { WorkflowRuleDefinition, WorkflowTask } from '../../schema/workflow-model';
import { readRows } from '../../store/rows';
import type { DmlContext } from './context';
import { meetsCriteria } from './criteria';
import { DmlRow } from './row';
import { updatedValue } from './workflow-updates';

type Values = ReadonlyMap<string, unknown>;

/** How rows are saved that rules make or change. */
export interface WorkflowSaves {
  insert(context: DmlContext, rows: readonly DmlRow[]): void;
  updateAgain(context: DmlContext, rows: readonly DmlRow[]): void;
}

/**
 * Runs the rules of an object over rows that were written.
 * @param stored the records as they were before the save, by Id; null for new ones
 */
export function runWorkflowRules(
  context: DmlContext,
  rows: readonly DmlRow[],
  stored: ReadonlyMap<string, Values> | null,
  saves: WorkflowSaves
): void {
  const { object } = context;
  if (object.workflowRules.length === 0 || rows.length === 0) return;
  const written = readRows(
    context.store.connection,
    object,
    rows.map((row) => row.id as string)
  );
  const formulas = formulasOf(context, context.stamp);
  const tasks: [DmlRow, SObjectRecord][] = [];
  const updates: [DmlRow, SObjectRecord][] = [];
  for (const row of rows) {
    const now = written.get(row.id as string);
    // A trigger may have deleted the record.
    if (!now || now.get('IsDeleted') === true) continue;
    const due = rulesFor(object, formulas, row, now, stored?.get(row.id as string) ?? null);
    for (const task of due.flatMap((rule) => rule.tasks)) tasks.push([row, taskAbout(context, task, now)]);
    const changes = changesOf(context, formulas, due, now);
    if (changes) updates.push([row, changes]);
  }
  save(context.schema.object('Task'), context, tasks, null, saves.insert);
  save(object, context, updates, stored ?? written, saves.updateAgain);
}

function rulesFor(
  object: ObjectDefinition,
  formulas: RecordFormulas,
  row: DmlRow,
  now: Values,
  before: Values | null
): WorkflowRuleDefinition[] {
  return object.workflowRules.filter((rule) => {
    const applies = isDue(object, formulas, rule, row, now, before);
    if (applies && rule.unmodeled)
      throw new NotModeled(`workflow rule ${rule.name} on ${object.name}: ${rule.unmodeled}`);
    return applies;
  });
}

/** "Evaluation Criteria": created; created and every edit; created and any edit by which the criteria come to be met. */
function isDue(
  object: ObjectDefinition,
  formulas: RecordFormulas,
  rule: WorkflowRuleDefinition,
  row: DmlRow,
  now: Values,
  before: Values | null
): boolean {
  if (before !== null && rule.when === 'onCreateOnly') return false;
  const meets = (values: Values, prior: Values | null): boolean => {
    const saving = {
      isNew: prior === null,
      isClone: row.record.isClone,
      prior: (path: readonly string[]) => formulas.value(object, prior ?? new Map(), path)
    };
    return meetsCriteria(object, rule.criteria, formulas.scope(object, values, { saving }));
  };
  try {
    if (!meets(now, before)) return false;
    return before === null || rule.when === 'onAllChanges' || !meets(before, before);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new NotModeled(`workflow rule ${rule.name} on ${object.name}: ${error.message}`);
  }
}

/** What the rules set, as a record to save; null when they set nothing. */
function changesOf(
  context: DmlContext,
  formulas: RecordFormulas,
  rules: readonly WorkflowRuleDefinition[],
  now: Values
): SObjectRecord | null {
  const updates = rules.flatMap((rule) => rule.updates);
  if (updates.length === 0) return null;
  const record = new SObjectRecord(context.object, new Map([['Id', now.get('Id')]]));
  for (const update of updates) {
    const [name, value] = updatedValue(context, formulas, update, now);
    record.values.set(name, value);
  }
  return record;
}

/** A task of the record's owner: of people it is who, of everything else what. */
function taskAbout({ schema, object, stamp }: DmlContext, task: WorkflowTask, now: Values): SObjectRecord {
  const definition = schema.object('Task');
  if (!definition) throw new NotModeled('tasks of workflow rules in an org without tasks');
  const isPerson = object.name === 'Contact' || object.name === 'Lead';
  const today = new ApexDatetime(stamp.now).dateIn(stamp.timeZone).epochDay;
  const due = task.dueDays === undefined ? null : new ApexDate(today + task.dueDays);
  return new SObjectRecord(
    definition,
    new Map<string, unknown>([
      ['Subject', task.subject],
      ['Status', task.status],
      ['Priority', task.priority],
      ['Description', task.description ?? null],
      ['OwnerId', now.get('OwnerId')],
      ['ActivityDate', due],
      [isPerson ? 'WhoId' : 'WhatId', now.get('Id')]
    ])
  );
}

/** Saves records that belong to rows; what refuses a record refuses its row. */
function save(
  object: ObjectDefinition | undefined,
  context: DmlContext,
  records: readonly [DmlRow, SObjectRecord][],
  before: ReadonlyMap<string, Values> | null,
  write: (context: DmlContext, rows: readonly DmlRow[]) => void
): void {
  if (records.length === 0 || !object) return;
  const rows = records.map(([row, record], index) => {
    const next = new DmlRow(record, index);
    // "Trigger.old" has the record as it was before the save that the rule followed.
    next.previousValues = before?.get(row.id as string) ?? next.previousValues;
    return next;
  });
  write(context.contextOf(object), rows);
  rows.forEach((row, index) => {
    for (const { statusCode, message } of row.errors) records[index][0].fail(recordError(statusCode, message));
  });
}
