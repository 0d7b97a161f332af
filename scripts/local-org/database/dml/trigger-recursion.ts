/**
 * What a trigger may not do with the records that it runs for.
 * @see "Trigger Context Variable Considerations", Apex Developer Guide
 */
import { SObjectException } from '../../values/exceptions';
import type { ApexList } from '../../values/list';
import { recordError } from '../../records/record-error';
import type { DmlRow } from './row';
import { runningTriggers, type TriggerContext } from './triggers';

/** @throws SObjectException for DML on the very lists that a running trigger reads as `Trigger.new` and `Trigger.old` */
export function refuseTriggerLists(records: unknown): void {
  const isOfTrigger = ({ newList, oldList }: TriggerContext): boolean =>
    records !== null && ((records as ApexList) === newList || (records as ApexList) === oldList);
  if (runningTriggers().some(isOfTrigger)) {
    throw new SObjectException('DML statement cannot operate on trigger.new or trigger.old');
  }
}

/** Fails rows whose records are being updated or deleted, and are still before it. */
export function refuseSelfReference(verb: string, rows: readonly DmlRow[]): void {
  if (verb !== 'update' && verb !== 'delete') return;
  for (const context of runningTriggers()) {
    if (context.timing !== 'before' || !isRefused(context.operation, verb)) continue;
    for (const row of rows) {
      const id = row.record.id;
      if (id === null || !context.oldMap?.get(id)) continue;
      const where = `Object (id = ${id.slice(0, 15)}) is currently in trigger ${context.trigger}`;
      const message = `${where}, therefore it cannot recursively ${verb} itself`;
      row.fail(recordError('SELF_REFERENCE_FROM_TRIGGER', message));
    }
  }
}

/** A before-delete trigger may still update what is going to be deleted. */
function isRefused(operation: TriggerContext['operation'], verb: string): boolean {
  return operation === 'update' || (operation === 'delete' && verb === 'delete');
}
