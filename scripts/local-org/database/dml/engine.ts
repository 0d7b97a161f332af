/**
 * One DML statement on rows of one object: batches of 200 for triggers, all or nothing, or partial success with
 * retries.
 * @see "Bulk DML Exception Handling" and "Triggers and Order of Execution", Apex Developer Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_bulk_exceptions.htm)
 */
import { recordError } from '../../records/record-error';
import type { DmlContext } from './context';
import { deleteBatch, undeleteBatch } from './remove';
import { feedsRollUps } from './roll-up-parents';
import type { DmlRow, DmlVerb } from './row';
import { insertBatch, updateBatch } from './save';

/** Rows a trigger sees at a time. */
const TRIGGER_BATCH = 200;

/** Attempts at a batch whose rows fail one after the other. */
const ATTEMPTS = 3;

const BATCH_WORK: Readonly<Record<DmlVerb, (context: DmlContext, rows: readonly DmlRow[]) => void>> = {
  insert: insertBatch,
  update: updateBatch,
  delete: deleteBatch,
  undelete: undeleteBatch
};

/**
 * Runs the statement; afterwards every row has succeeded or carries its errors. With `allOrNone` the work stops at the
 * first batch with an error, and the caller undoes what was written.
 */
export function runBatches(context: DmlContext, verb: DmlVerb, rows: readonly DmlRow[], allOrNone: boolean): void {
  const size = context.triggers.length > 0 ? TRIGGER_BATCH : rows.length;
  for (let start = 0; start < rows.length; start += size) {
    const batch = rows.slice(start, start + size).filter((row) => !row.failed);
    if (allOrNone) BATCH_WORK[verb](context, batch);
    else attemptPartially(context, verb, batch);
    if (allOrNone && batch.some((row) => row.failed)) return;
  }
}

/**
 * Without triggers a failed row simply is not written. With triggers, the object's own or those of parents that are saved
 * along, or workflow rules, the batch is undone and tried again without the
 * failed rows, so that triggers never saw what is not saved.
 */
function attemptPartially(context: DmlContext, verb: DmlVerb, batch: readonly DmlRow[]): void {
  const runsCode = context.triggers.length > 0 || context.object.workflowRules.length > 0 || feedsRollUps(context);
  let rows = batch;
  for (let attempt = 1; rows.length > 0; attempt += 1) {
    const { connection } = context.store;
    const savepoint = connection.savepoint();
    BATCH_WORK[verb](context, rows);
    const failed = rows.some((row) => row.failed);
    if (!failed || !runsCode) {
      connection.release(savepoint);
      return;
    }
    connection.abandon(savepoint);
    if (attempt === ATTEMPTS) {
      failAll(rows);
      return;
    }
    rows = rows.filter((row) => !row.failed);
  }
}

function failAll(rows: readonly DmlRow[]): void {
  const message = 'Too many batch retries in the presence of Apex triggers and partial failures.';
  for (const row of rows) if (!row.failed) row.fail(recordError('UNKNOWN_EXCEPTION', message));
}
