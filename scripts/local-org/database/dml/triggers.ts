/**
 * Apex triggers as DML sees them, and what `Trigger.` reads while one runs.
 * @see "Trigger Context Variables" and "Triggers and Order of Execution", Apex Developer Guide
 */
import { logCodeUnit } from '../../debug-log';
import { ApexException } from '../../values/exception';
import type { ApexList } from '../../values/list';
import { ApexMap } from '../../values/map';
import { transaction, type TransactionKey } from '../../transaction/transaction';
import { listOfRecords, recordMapType } from '../../records/lists';
import { recordError } from '../../records/record-error';
import type { SObjectRecord } from '../../records/sobject-record';
import type { ObjectDefinition } from '../../schema/model';
import type { DmlRow } from './row';

/** When a trigger runs. */
export type TriggerTiming = 'before' | 'after';
/** What it runs for. */
export type TriggerOperation = 'insert' | 'update' | 'delete' | 'undelete';
/** As a trigger's head says it. */
export type TriggerEvent = `${TriggerTiming} ${TriggerOperation}`;

/** One compiled trigger. */
export interface ApexTrigger {
  readonly name: string;
  readonly events: readonly TriggerEvent[];
  run(): void;
}

/** Where the triggers of an object come from: the compiled program. */
export interface TriggerSource {
  /** The triggers on an object, in the order in which they run. */
  triggersOn(objectName: string): readonly ApexTrigger[];
}

/** What `Trigger.` reads. */
export interface TriggerContext {
  readonly object: ObjectDefinition;
  readonly timing: TriggerTiming;
  readonly operation: TriggerOperation;
  readonly newList: ApexList | null;
  readonly oldList: ApexList | null;
  readonly newMap: ApexMap | null;
  readonly oldMap: ApexMap | null;
  readonly size: number;
  /** Name of the trigger that runs now. */
  trigger: string;
}

const contexts: TransactionKey<TriggerContext[]> = { create: () => [] };

/** The context of the innermost running trigger; null outside triggers. */
export function triggerContext(): TriggerContext | null {
  const stack = transaction().attachment(contexts);
  return stack[stack.length - 1] ?? null;
}

/** The contexts of all running triggers, the innermost last. */
export function runningTriggers(): readonly TriggerContext[] {
  return transaction().attachment(contexts);
}

/** How deep triggers may start triggers ("Execution Governors and Limits", total stack depth). */
const MAXIMUM_DEPTH = 16;

/** Runs the triggers of one event over rows; errors that they add end up on the rows. */
export function runTriggers(
  triggers: readonly ApexTrigger[],
  object: ObjectDefinition,
  timing: TriggerTiming,
  operation: TriggerOperation,
  rows: readonly DmlRow[]
): void {
  const due = triggers.filter((trigger) => trigger.events.includes(`${timing} ${operation}`));
  if (due.length === 0 || rows.length === 0) return;
  const context = makeContext(object, timing, operation, rows);
  const stack = transaction().attachment(contexts);
  if (stack.length >= MAXIMUM_DEPTH) throw tooDeep(due[0], timing, operation);
  stack.push(context);
  try {
    for (const trigger of due) {
      context.trigger = trigger.name;
      runOne(trigger, timing, operation, rows);
    }
  } finally {
    stack.pop();
  }
  for (const row of rows) {
    row.collectTriggerErrors(row.next);
    row.collectTriggerErrors(row.previous);
  }
}

function makeContext(
  object: ObjectDefinition,
  timing: TriggerTiming,
  operation: TriggerOperation,
  rows: readonly DmlRow[]
): TriggerContext {
  const hasNew = operation !== 'delete';
  const hasOld = operation === 'update' || operation === 'delete';
  const next = rows.map((row) => row.next as SObjectRecord);
  const previous = rows.map((row) => row.previous as SObjectRecord);
  if (hasNew) for (const record of next) record.access = timing === 'before' ? 'writable' : 'readOnly';
  if (hasOld) for (const record of previous) record.access = 'readOnly';
  for (const record of [...(hasNew ? next : []), ...(hasOld ? previous : [])]) record.isComplete = true;
  const hasNewMap = hasNew && !(timing === 'before' && operation === 'insert');
  return {
    object,
    timing,
    operation,
    newList: hasNew ? listOfRecords(object, next) : null,
    oldList: hasOld ? listOfRecords(object, previous) : null,
    newMap: hasNewMap ? mapOf(object, next) : null,
    oldMap: hasOld ? mapOf(object, previous) : null,
    size: rows.length,
    trigger: ''
  };
}

function mapOf(object: ObjectDefinition, records: readonly SObjectRecord[]): ApexMap {
  const map = new ApexMap(recordMapType('Id', object));
  for (const record of records) map.put(record.id, record);
  return map;
}

/** An exception that leaves a trigger fails every row of the batch. */
function runOne(
  trigger: ApexTrigger,
  timing: TriggerTiming,
  operation: TriggerOperation,
  rows: readonly DmlRow[]
): void {
  try {
    logCodeUnit(
      () => triggerUnit(trigger.name, rows, eventName(timing, operation)),
      () => trigger.run()
    );
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    const message = triggerFailure(trigger, timing, operation, error);
    for (const row of rows) row.fail(recordError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message));
  }
}

/** `01q… | Name on Account trigger event BeforeInsert | __sfdc_trigger/Name`, as a debug log names it. */
function triggerUnit(name: string, [{ record }]: readonly DmlRow[], event: string): string[] {
  const [row] = transaction().org.database.system.find('ApexTrigger', { Name: name });
  const unit = `${name} on ${record.definition.name} trigger event ${event}`;
  return [...(row ? [String(row['Id'])] : []), unit, `__sfdc_trigger/${name}`];
}

function triggerFailure(
  trigger: ApexTrigger,
  timing: TriggerTiming,
  operation: TriggerOperation,
  error: ApexException
): string {
  const cause = `${error.getTypeName()}: ${error.getMessage()}`;
  return `${trigger.name}: execution of ${eventName(timing, operation)}\n\ncaused by: ${cause}\n\n${error.getStackTraceString()}`;
}

function eventName(timing: TriggerTiming, operation: TriggerOperation): string {
  const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);
  return capital(timing) + capital(operation);
}

function tooDeep(trigger: ApexTrigger, timing: TriggerTiming, operation: TriggerOperation): Error {
  const message = `${trigger.name}: maximum trigger depth exceeded for ${eventName(timing, operation)}`;
  return new ApexException(message);
}
