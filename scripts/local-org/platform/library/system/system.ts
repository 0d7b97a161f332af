import { logDebug } from '../../../debug-log';
import { definePlatformType } from '../../../declarations/define';
import { transaction, type TransactionKind } from '../../../transaction/transaction';
import { ApexDatetime } from '../../../values/datetime';
import type { ApexEnumValue } from '../../../values/enum-value';
import { hashOf, valuesEqual } from '../../../values/keys';
import { textForLog } from '../../../values/text';
import { currentPage } from '../visualforce';
import { required } from '../../../declarations/arguments';
import { now, userTimeZone } from '../running-user';
import { systemAssertions } from './assertions';

definePlatformType({
  namespace: 'System',
  name: 'LoggingLevel',
  kind: 'enum',
  constants: ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR'],
  documentation: 'System Class, System Logging Levels, Apex Reference Guide'
});

function debug(level: string, message: unknown): void {
  logDebug(level, textForLog(message));
}

function isKind(...kinds: readonly TransactionKind[]): () => boolean {
  return () => kinds.includes(transaction().kind);
}

definePlatformType({
  namespace: 'System',
  name: 'System',
  kind: 'class',
  documentation: 'System Class, Apex Reference Guide',
  members: {
    ...systemAssertions,
    'static System.PageReference currentPageReference()': currentPage,
    'static Long currentTimeMillis()': () => BigInt(now()),
    'static void debug(Object msg)': (message: unknown) => debug('DEBUG', message),
    'static void debug(System.LoggingLevel logLevel, Object msg)': (level: ApexEnumValue | null, message: unknown) =>
      debug(required(level, 1).name, message),
    'static Boolean equals(Object obj1, Object obj2)': valuesEqual,
    'static Integer hashCode(Object obj)': hashOf,
    'static Boolean isBatch()': isKind('BATCH_APEX'),
    'static Boolean isFuture()': isKind('FUTURE'),
    'static Boolean isQueueable()': isKind('QUEUEABLE'),
    'static Boolean isScheduled()': isKind('SCHEDULED'),
    'static Datetime now()': () => new ApexDatetime(now()),
    'static Date today()': () => new ApexDatetime(now()).dateIn(userTimeZone())
  }
});
