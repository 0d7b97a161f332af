/** `System.AsyncOptions`. @see "AsyncOptions Class", Apex Reference Guide */
import { definePlatformType } from '../declarations/define';
import type { DuplicateSignature } from './duplicate-signature';

/** An instance of `System.AsyncOptions`. */
export class ApexAsyncOptions {
  maximumQueueableStackDepth: number | null = null;
  minimumQueueableDelayInMinutes: number | null = null;
  duplicateSignature: DuplicateSignature | null = null;
}

definePlatformType({
  namespace: 'System',
  name: 'AsyncOptions',
  kind: 'class',
  javaScriptClass: ApexAsyncOptions,
  documentation: 'Apex Reference Guide, AsyncOptions Class',
  members: {
    'new()': () => new ApexAsyncOptions(),
    'get Integer MaximumQueueableStackDepth': (options: ApexAsyncOptions) => options.maximumQueueableStackDepth,
    'set Integer MaximumQueueableStackDepth': (options: ApexAsyncOptions, depth: number | null) => {
      options.maximumQueueableStackDepth = depth;
    },
    'get Integer MinimumQueueableDelayInMinutes': (options: ApexAsyncOptions) => options.minimumQueueableDelayInMinutes,
    'set Integer MinimumQueueableDelayInMinutes': (options: ApexAsyncOptions, minutes: number | null) => {
      options.minimumQueueableDelayInMinutes = minutes;
    },
    'get QueueableDuplicateSignature DuplicateSignature': (options: ApexAsyncOptions) => options.duplicateSignature,
    'set QueueableDuplicateSignature DuplicateSignature': (
      options: ApexAsyncOptions,
      signature: DuplicateSignature | null
    ) => {
      options.duplicateSignature = signature;
    }
  }
});
