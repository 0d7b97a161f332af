/** `System.AsyncInfo`. @see "AsyncInfo Class", Apex Reference Guide */
import { definePlatformType } from '../declarations/define';
import { transaction } from '../transaction/transaction';
import { RUNNING_QUEUEABLE, type RunningQueueable } from './running-queueable';
import { AsyncException } from '../values/exceptions';

function running(): RunningQueueable {
  const { current } = transaction().attachment(RUNNING_QUEUEABLE);
  if (!current) throw new AsyncException('AsyncInfo is only available in the context of a queueable job.');
  return current;
}

definePlatformType({
  namespace: 'System',
  name: 'AsyncInfo',
  kind: 'class',
  documentation: 'Apex Reference Guide, AsyncInfo Class',
  members: {
    'static Boolean hasMaxStackDepth()': () => running().maximumDepth !== null,
    'static Integer getCurrentQueueableStackDepth()': () => running().depth,
    'static Integer getMaximumQueueableStackDepth()': () => running().maximumDepth
  }
});
