/**
 * Governor limits of one transaction: exact counts, enforced; CPU and heap are estimates and say so.
 * @see "Execution Governors and Limits", Apex Developer Guide
 */

/** What is counted. */
export type LimitName =
  | 'queries'
  | 'queryRows'
  | 'aggregateQueries'
  | 'queryLocatorRows'
  | 'soslQueries'
  | 'dmlStatements'
  | 'dmlRows'
  | 'publishImmediateDml'
  | 'callouts'
  | 'emailInvocations'
  | 'futureCalls'
  | 'queueableJobs'
  | 'mobilePushCalls'
  | 'cursors'
  | 'cursorRows'
  | 'fetchCallsOnCursors'
  | 'savepoints'
  | 'savepointRollbacks';

/** Which set of limits a transaction gets. */
export type LimitProfile = 'synchronous' | 'asynchronous' | 'queueable' | 'finalizer';

interface LimitRule {
  readonly synchronous: number;
  readonly asynchronous: number;
  /** The platform's words when it is exceeded; `{0}` is the count reached. */
  readonly message: string;
}

const RULES: Readonly<Record<LimitName, LimitRule>> = {
  queries: { synchronous: 100, asynchronous: 200, message: 'Too many SOQL queries: {0}' },
  queryRows: { synchronous: 50_000, asynchronous: 50_000, message: 'Too many query rows: {0}' },
  aggregateQueries: { synchronous: 300, asynchronous: 300, message: 'Too many Aggregate Queries: {0}' },
  queryLocatorRows: { synchronous: 10_000, asynchronous: 10_000, message: 'Too many query locator rows: {0}' },
  soslQueries: { synchronous: 20, asynchronous: 20, message: 'Too many SOSL queries: {0}' },
  dmlStatements: { synchronous: 150, asynchronous: 150, message: 'Too many DML statements: {0}' },
  dmlRows: { synchronous: 10_000, asynchronous: 10_000, message: 'Too many DML rows: {0}' },
  publishImmediateDml: { synchronous: 150, asynchronous: 150, message: 'Too many DML statements: {0}' },
  callouts: { synchronous: 100, asynchronous: 100, message: 'Too many callouts: {0}' },
  emailInvocations: { synchronous: 10, asynchronous: 10, message: 'Too many Email Invocations: {0}' },
  futureCalls: { synchronous: 50, asynchronous: 0, message: 'Too many future calls: {0}' },
  queueableJobs: { synchronous: 50, asynchronous: 1, message: 'Too many queueable jobs added to the queue: {0}' },
  mobilePushCalls: { synchronous: 10, asynchronous: 10, message: 'Too many mobile push apex calls: {0}' },
  cursors: { synchronous: 50, asynchronous: 50, message: 'Too many cursors: {0}' },
  cursorRows: { synchronous: 50_000_000, asynchronous: 50_000_000, message: 'Too many cursor rows: {0}' },
  fetchCallsOnCursors: { synchronous: 10, asynchronous: 10, message: 'Too many fetch calls on cursor: {0}' },
  savepoints: { synchronous: Number.MAX_SAFE_INTEGER, asynchronous: Number.MAX_SAFE_INTEGER, message: '' },
  savepointRollbacks: { synchronous: Number.MAX_SAFE_INTEGER, asynchronous: Number.MAX_SAFE_INTEGER, message: '' }
};

const CPU_MILLISECONDS = { synchronous: 10_000, asynchronous: 60_000 } as const;
const HEAP_BYTES = { synchronous: 6_000_000, asynchronous: 12_000_000 } as const;

/**
 * A governor limit was exceeded. Apex cannot catch it: compiled `catch` and `finally` blocks let it pass.
 * @see "Exception Class and Built-In Exceptions", Apex Reference Guide (LimitException)
 */
export class LimitExceeded extends Error {
  /** Apex type name, as a log or a failed test shows it. */
  readonly typeName = 'System.LimitException';

  constructor(message: string) {
    super(message);
    this.name = 'LimitExceeded';
  }
}

/** The counts of one transaction, or of one `startTest`/`stopTest` window. */
export class GovernorLimits {
  readonly profile: LimitProfile;
  private readonly used = new Map<LimitName, number>();
  /** False only for work of the tooling itself. */
  readonly enforced: boolean;
  private readonly isBroken: (use: string) => boolean;

  /**
   * @param enforced false only for work of the tooling itself (loading sample data), which no org would count
   * @param isBroken asked at every use whether it is to fail on purpose
   */
  constructor(profile: LimitProfile, enforced = true, isBroken: (use: string) => boolean = () => false) {
    this.profile = profile;
    this.enforced = enforced;
    this.isBroken = isBroken;
  }

  /**
   * Counts a use and ends the transaction when the limit is exceeded.
   * @throws LimitExceeded with the platform's words
   */
  consume(name: LimitName, amount = 1): void {
    const total = this.usedOf(name) + amount;
    this.used.set(name, total);
    if (!this.enforced) return;
    if (this.isBroken(`${name} ${total}`) || total > this.limitOf(name)) {
      throw new LimitExceeded(RULES[name].message.replace('{0}', String(total)));
    }
  }

  /**
   * Ends the transaction as if a limit were exceeded.
   * @throws LimitExceeded always
   */
  exceed(name: LimitName): never {
    throw new LimitExceeded(RULES[name].message.replace('{0}', String(this.limitOf(name) + 1)));
  }

  /** How much is used so far. */
  usedOf(name: LimitName): number {
    return this.used.get(name) ?? 0;
  }

  /** How much may be used. */
  limitOf(name: LimitName): number {
    const rule = RULES[name];
    if (this.profile === 'finalizer') return FINALIZER_LIMITS[name] ?? rule.synchronous;
    if (this.profile === 'queueable') return QUEUEABLE_LIMITS[name] ?? rule.asynchronous;
    return rule[this.profile];
  }

  /** CPU milliseconds a transaction of this profile gets. */
  get cpuMilliseconds(): number {
    const isAsynchronous = this.profile === 'asynchronous' || this.profile === 'queueable';
    return isAsynchronous ? CPU_MILLISECONDS.asynchronous : CPU_MILLISECONDS.synchronous;
  }

  /** Heap bytes a transaction of this profile gets; a finalizer has those of its asynchronous parent. */
  get heapBytes(): number {
    return this.profile === 'synchronous' ? HEAP_BYTES.synchronous : HEAP_BYTES.asynchronous;
  }
}

/** "Execution Governors and Limits", Apex Developer Guide: unlike a batch or a future method, it may call the latter. */
const QUEUEABLE_LIMITS: Partial<Record<LimitName, number>> = { futureCalls: 50 };

/** "Transaction Finalizers", Apex Developer Guide: synchronous limits, but one job and no future call. */
const FINALIZER_LIMITS: Partial<Record<LimitName, number>> = { queueableJobs: 1, futureCalls: 0 };
