/** `System.AsyncOptions`. @see "AsyncOptions Class", Apex Reference Guide */
import { definePlatformType } from '../platform/define';

/** An instance of `System.AsyncOptions`. */
export class ApexAsyncOptions {
  maximumQueueableStackDepth: number | null = null;
  minimumQueueableDelayInMinutes: number | null = null;
  duplicateSignature: object | null = null;
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
    'get Object DuplicateSignature': (options: ApexAsyncOptions) => options.duplicateSignature,
    'set Object DuplicateSignature': (options: ApexAsyncOptions, signature: object | null) => {
      options.duplicateSignature = signature;
    }
  }
});
