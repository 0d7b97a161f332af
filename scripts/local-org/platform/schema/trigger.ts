/**
 * What triggers read about why they run.
 * @see "Trigger Context Variables", Apex Developer Guide
 */
import { triggerContext, type TriggerContext, type TriggerOperation, type TriggerTiming } from '../../database';
import { definePlatformType } from '../../declarations/define';
import { platformEnumValue } from '../../declarations/platform-enum';

definePlatformType({
  namespace: 'System',
  name: 'TriggerOperation',
  kind: 'enum',
  constants: [
    'BEFORE_INSERT',
    'BEFORE_UPDATE',
    'BEFORE_DELETE',
    'AFTER_INSERT',
    'AFTER_UPDATE',
    'AFTER_DELETE',
    'AFTER_UNDELETE'
  ]
});

function is(timing: TriggerTiming | null, operation: TriggerOperation | null): () => boolean {
  return () => {
    const context = triggerContext();
    if (!context) return false;
    return (timing === null || context.timing === timing) && (operation === null || context.operation === operation);
  };
}

function read<T>(select: (context: TriggerContext) => T): () => T | null {
  return () => {
    const context = triggerContext();
    return context ? select(context) : null;
  };
}

function operationType(context: TriggerContext): unknown {
  return platformEnumValue('System.TriggerOperation', `${context.timing}_${context.operation}`.toUpperCase());
}

definePlatformType({
  name: 'Trigger',
  namespace: 'System',
  kind: 'class',
  members: {
    'static get Boolean isExecuting': () => triggerContext() !== null,
    'static get Boolean isInsert': is(null, 'insert'),
    'static get Boolean isUpdate': is(null, 'update'),
    'static get Boolean isDelete': is(null, 'delete'),
    'static get Boolean isUndelete': is(null, 'undelete'),
    'static get Boolean isBefore': is('before', null),
    'static get Boolean isAfter': is('after', null),
    'static get List<SObject> new': read((context) => context.newList),
    'static get List<SObject> old': read((context) => context.oldList),
    'static get Map<Id, SObject> newMap': read((context) => context.newMap),
    'static get Map<Id, SObject> oldMap': read((context) => context.oldMap),
    'static get System.TriggerOperation operationType': read(operationType),
    'static get Integer size': read((context) => context.size)
  }
});
