/**
 * Record-triggered flows: those before the save may set fields of the record; of those after it and of those of deletions
 * only the entry conditions are known.
 * @see "Triggers and Order of Execution", steps 3 and 14, Apex Developer Guide; "Record-Triggered Flow Start", Salesforce Help
 */
import { FormulaError, formulasOf, type FormulaValue, type RecordFormulas } from '../../formula';
import { NotModeled } from '../../values/not-modeled';
import { Decimal } from '../../values/decimal';
import type { FlowDefinition } from '../../schema/flow-model';
import type { ObjectDefinition } from '../../schema/model';
import { readRows } from '../../store/rows';
import type { DmlContext } from './context';
import { FlowRun, type FlowRecord } from './flow-run';
import type { DmlRow } from './row';

type Values = ReadonlyMap<string, unknown>;

/**
 * Runs the flows before the save over the changes of rows.
 * @param stored the records as they were, by Id; null for new ones
 */
export function runFlowsBefore(
  context: DmlContext,
  rows: readonly DmlRow[],
  stored: ReadonlyMap<string, Values> | null
): void {
  const flows = dueFlows(context.object, 'before', stored === null);
  if (flows.length === 0) return;
  const formulas = formulasOf(context, context.stamp);
  for (const row of rows) {
    const before = stored?.get(row.id as string) ?? null;
    for (const flow of flows) {
      const now = (): Values => new Map([...(before ?? []), ...row.changes]);
      const write = (name: string, value: unknown): void => void row.changes.set(name, value);
      follow(context, flow, recordOf(context, formulas, now, before, write), (run) => run.run());
    }
  }
}

/** Refuses what flows after the save would do, as far as their entry conditions let the rows in. */
export function refuseFlowsAfter(
  context: DmlContext,
  rows: readonly DmlRow[],
  stored: ReadonlyMap<string, Values> | null
): void {
  const flows = dueFlows(context.object, 'after', stored === null);
  if (flows.length === 0 || rows.length === 0) return;
  const ids = rows.map((row) => row.id as string);
  const written = readRows(context.store.connection, context.object, ids);
  for (const row of rows) {
    const now = written.get(row.id as string);
    if (now) refuse(context, flows, now, stored?.get(row.id as string) ?? null);
  }
}

/** As {@link refuseFlowsAfter}, for records that are going to be deleted. */
export function refuseFlowsOfDelete(context: DmlContext, rows: readonly DmlRow[]): void {
  const flows = context.object.flows.filter(({ timing }) => timing === 'delete');
  if (flows.length === 0) return;
  const ids = rows.map((row) => row.id as string);
  for (const values of readRows(context.store.connection, context.object, ids).values())
    refuse(context, flows, values, null);
}

function dueFlows(object: ObjectDefinition, timing: FlowDefinition['timing'], isNew: boolean): FlowDefinition[] {
  return object.flows.filter((flow) => flow.timing === timing && (isNew ? flow.onCreate : flow.onUpdate));
}

function refuse(context: DmlContext, flows: readonly FlowDefinition[], now: Values, before: Values | null): void {
  const formulas = formulasOf(context, context.stamp);
  for (const flow of flows) {
    const record = recordOf(
      context,
      formulas,
      () => now,
      before,
      () => undefined
    );
    follow(context, flow, record, () => {
      throw new NotModeled(`record-triggered flow ${flow.name} on ${context.object.name}`);
    });
  }
}

/** Does something with a flow that lets the record in. */
function follow(context: DmlContext, flow: FlowDefinition, record: FlowRecord, body: (run: FlowRun) => void): void {
  const run = new FlowRun(flow, record);
  try {
    const metBefore = (): boolean => flow.onlyWhenMet && !record.isNew && run.meetsEntry('prior');
    if (run.meetsEntry('now') && !metBefore()) body(run);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new NotModeled(`record-triggered flow ${flow.name} on ${context.object.name}: ${error.message}`);
  }
}

function recordOf(
  { object, stamp }: DmlContext,
  formulas: RecordFormulas,
  now: () => Values,
  before: Values | null,
  write: (name: string, value: unknown) => void
): FlowRecord {
  const fieldOf = (name: string) => object.fields.get(name.toLowerCase());
  return {
    scope: stamp,
    isNew: before === null,
    read: (which, path) => {
      const value = formulas.value(object, which === 'now' ? now() : (before ?? new Map()), path);
      // Formula fields see a percentage as a fraction; flows see what the field holds.
      const isPercent = path.length === 1 && fieldOf(path[0] as string)?.type === 'PERCENT';
      return isPercent && value instanceof Decimal ? value.multiply(HUNDRED) : value;
    },
    write: (name, value: FormulaValue) => {
      const field = fieldOf(name);
      if (!field) throw new NotModeled(`${object.name}.${name} in a flow`);
      write(field.name, value);
    }
  };
}

const HUNDRED = Decimal.fromInteger(100);
