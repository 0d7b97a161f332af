/** What an update reads of the records that it is going to change. */
import { hasPersonAccounts } from '../../schema/person-accounts';
import { readRows } from '../../store/rows';
import { recordStates } from './checks';
import { computedInputs } from './computed';
import type { DmlContext } from './context';
import { entityIsDeleted, unknownReference } from './messages';
import { feedsRollUps } from './roll-up-parents';
import type { DmlRow } from './row';
import { dependsOnStored } from './update-rules';
import { hasValidationRules } from './validation-rules';
import type { ObjectDefinition } from '../../schema/model';

/** Records as they were before a save, by Id. */
export type StoredRows = ReadonlyMap<string, Map<string, unknown>>;

/** Reads the stored records when triggers, rules or computed fields need them, else only whether they exist. */
export function loadStored(context: DmlContext, rows: readonly DmlRow[]): StoredRows {
  const { object, store, triggers } = context;
  const ids = rows.map((row) => row.id as string);
  const states = recordStates(store.connection, object, ids);
  for (const row of rows) {
    const state = states.get(row.id as string);
    if (state !== 'live') row.fail(state === 'deleted' ? entityIsDeleted() : unknownReference());
  }
  const inputs = computedInputs(object);
  const isWholeNeeded = triggers.length > 0 || hasValidationRules(object) || hasAutomations(object);
  const needed =
    isWholeNeeded ||
    feedsRollUps(context) ||
    hasPersonAccounts(object) ||
    rows.some((row) => row.changes.has('OwnerId')) ||
    rows.some((row) => dependsOnStored(context, row)) ||
    object.recordTypes.some(({ picklistValues }) => picklistValues.size > 0) ||
    rows.some((row) => inputs.some((input) => row.changes.has(input)));
  return needed ? readRows(store.connection, object, ids) : new Map();
}

/** Whether workflow rules or flows look at the records of an object. */
function hasAutomations({ workflowRules, flows }: ObjectDefinition): boolean {
  return workflowRules.length > 0 || flows.length > 0;
}
