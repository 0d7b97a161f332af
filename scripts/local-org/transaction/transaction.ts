/**
 * The transaction that Apex code is running in. Compiled Apex is synchronous, so there is exactly one at a time and a
 * module-level variable holds it: every room asks {@link transaction} for limits, user, clock and the org's services.
 */
import type { BoundaryKind } from './boundaries';
import type { OrgServices } from './org-services';
import { GovernorLimits, LimitExceeded, type LimitProfile } from './limits';

/** How the transaction was started, in the words of `System.Quiddity`. */
export type TransactionKind =
  | 'ANONYMOUS'
  | 'AURA'
  | 'BATCH_APEX'
  | 'EVENT_TRIGGER'
  | 'FUTURE'
  | 'QUEUEABLE'
  | 'REST'
  | 'RUNTEST_SYNC'
  | 'SCHEDULED'
  | 'TRANSACTION_FINALIZER_QUEUEABLE'
  | 'PLATFORM_EVENT_PUBLISH_CALLBACK'
  | 'TOOLING';

/** Who a transaction runs as. */
export interface RunningUser {
  readonly id: string;
  readonly profileId: string;
  readonly roleId: string | null;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly username: string;
  readonly email: string;
  /** IANA name, e.g. `America/Los_Angeles`. */
  readonly timeZone: string;
  /** E.g. `en_US`. */
  readonly locale: string;
  /** E.g. `en_US`, `fr`. */
  readonly language: string;
}

/**
 * Apex statements executed. Compiled code adds to `n` per basic block and calls {@link checkStatements} in loops once
 * `n` has passed `ceiling`; one shared object keeps that cheap.
 */
export const statementCounter = { n: 0, ceiling: Number.MAX_SAFE_INTEGER };

/**
 * Which transaction's static variables are alive: compiled code initialises a class's statics anew when this number
 * has changed. Jobs that `Test.stopTest` runs share those of their test, as on the platform.
 */
export const staticsEpoch = { n: 0 };
let lastEpoch = 0;

/**
 * Statements that the local org takes for one CPU millisecond. An estimate, used only to end endless loops: the
 * platform measures time, and no figure printed by this project is derived from it.
 */
export const STATEMENTS_PER_CPU_MILLISECOND = 20_000;

/** Statements between two looks at the time this process has spent. */
const STATEMENTS_PER_LOOK = 100_000;

/** How many times its CPU limit a transaction may spend of this machine's processor before it counts as endless. */
const SPENT_TIMES_CPU_LIMIT = 3;

/** Where the running transaction ends at the latest: in statements executed, and in processor time of this process. */
interface Bounds {
  readonly statements: number;
  readonly processorMilliseconds: number;
}

const UNBOUNDED: Bounds = {
  statements: Number.MAX_SAFE_INTEGER,
  processorMilliseconds: Number.MAX_SAFE_INTEGER
};
let bounds = UNBOUNDED;

/**
 * Processor time that this process has spent. Time on the machine's clock would end innocent transactions where other
 * processes keep the processor busy, or while a callout waits, which is no CPU time on the platform either.
 */
function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Ends the transaction when it executed more statements than its CPU limit can stand for, or has spent far more time
 * than that: a loop that throws in every round executes few statements. To be called once `statementCounter.n` has
 * passed `statementCounter.ceiling`.
 * @throws LimitExceeded "Apex CPU time limit exceeded"
 */
export function checkStatements(): void {
  if (statementCounter.n > bounds.statements || processorMilliseconds() > bounds.processorMilliseconds) {
    throw new LimitExceeded('Apex CPU time limit exceeded');
  }
  statementCounter.ceiling = Math.min(bounds.statements, statementCounter.n + STATEMENTS_PER_LOOK);
}

function boundsOf({ limits }: Transaction): Bounds {
  if (!limits.enforced) return UNBOUNDED;
  return {
    statements: statementCounter.n + limits.cpuMilliseconds * STATEMENTS_PER_CPU_MILLISECOND,
    processorMilliseconds: processorMilliseconds() + limits.cpuMilliseconds * SPENT_TIMES_CPU_LIMIT
  };
}

/** Bounds of a transaction behind one that ran within it, such as a test's job, which has limits of its own. */
function boundsBehind(outer: Bounds, statements: number, milliseconds: number): Bounds {
  return {
    statements: outer.statements + statementCounter.n - statements,
    processorMilliseconds: outer.processorMilliseconds + processorMilliseconds() - milliseconds
  };
}

/** The code that a transaction begins with, for its debug log. */
export interface CodeUnit {
  /** As the platform names it, such as `execute_anonymous_apex`. */
  readonly name: string;
  /** The top-level class that the unit is of. */
  readonly apexClass?: string;
  /** Of a script. */
  readonly source?: string;
}

/** What a transaction is made with. */
export interface TransactionOptions {
  readonly org: OrgServices;
  readonly kind: TransactionKind;
  readonly user: RunningUser;
  readonly profile: LimitProfile;
  readonly isTest?: boolean;
  /** A test that sees the org's own data: `@IsTest(SeeAllData=true)`. */
  readonly seesAllData?: boolean;
  /** False for the tooling's own work. */
  readonly enforceLimits?: boolean;
  /** The test whose statics and mocks this transaction shares. */
  readonly within?: Transaction;
  readonly codeUnit?: CodeUnit;
}

/** One Apex transaction. */
export class Transaction {
  readonly org: OrgServices;
  readonly kind: TransactionKind;
  readonly isTest: boolean;
  /** Whether a test sees the org's own data. */
  readonly seesAllData: boolean;
  readonly requestId: string;
  /** Changed by `System.runAs` for the length of its block. */
  user: RunningUser;
  /** Replaced between `Test.startTest` and `Test.stopTest`. */
  limits: GovernorLimits;
  /** Set by DML and cleared by commit: "You have uncommitted work pending" for callouts. */
  hasUncommittedWork = false;
  /**
   * Bytes that callouts and queries brought in: a rough estimate of the heap, never given back, and not enforced.
   */
  heapBytes = 0;
  /** Statements executed before this transaction began. */
  readonly firstStatement: number;
  readonly startedAt: number;
  readonly codeUnit: CodeUnit | null;
  private readonly commitActions: (() => void)[] = [];
  private readonly attachments = new Map<object, unknown>();
  readonly epoch: number;
  /** The test that started this transaction's work, when it is an asynchronous job of a test. */
  readonly parentTest: Transaction | null;

  constructor(options: TransactionOptions) {
    this.org = options.org;
    this.kind = options.kind;
    this.user = options.user;
    this.isTest = options.isTest ?? false;
    this.seesAllData = options.seesAllData ?? options.within?.seesAllData ?? false;
    this.limits = this.newLimits(options.profile, options.enforceLimits);
    this.firstStatement = statementCounter.n;
    this.startedAt = options.org.clock.now();
    this.requestId = options.org.random.requestId();
    this.parentTest = options.within ?? null;
    this.codeUnit = options.codeUnit ?? null;
    this.epoch = options.within?.epoch ?? ++lastEpoch;
  }

  /** Apex statements executed in this transaction so far. */
  get statements(): number {
    return statementCounter.n - this.firstStatement;
  }

  /** Limits of which nothing is used yet. @param enforced false for the tooling's own work */
  newLimits(profile: LimitProfile, enforced = true): GovernorLimits {
    return new GovernorLimits(profile, enforced, (use) => this.cross('limit', use) !== null);
  }

  /**
   * Notes that code leaves itself; work of the org's own tooling is not counted.
   * @returns the effect of the fault that is planned there, or null
   * @throws ProcessKilled when the process is to end there
   */
  cross(kind: BoundaryKind, what: string): string | null {
    return this.kind === 'TOOLING' ? null : (this.org.faults?.cross(kind, what) ?? null);
  }

  /** Runs `action` once this transaction has committed; never when it is rolled back. */
  afterCommit(action: () => void): void {
    this.commitActions.push(action);
  }

  /** Takes the actions to run after commit; a second call finds none. */
  takeCommitActions(): (() => void)[] {
    return this.commitActions.splice(0);
  }

  /** State that a room keeps for the length of this transaction (mocks, the trigger context), made on first use. */
  attachment<T>(key: TransactionKey<T>): T {
    if (!this.attachments.has(key)) this.attachments.set(key, key.create());
    return this.attachments.get(key) as T;
  }
}

/** Names a room's state on a transaction. */
export interface TransactionKey<T> {
  create(): T;
}

let current: Transaction | null = null;

/**
 * The transaction now running.
 * @throws Error when none runs, which is a mistake in the local org itself
 */
export function transaction(): Transaction {
  if (!current) throw new Error('No transaction is running.');
  return current;
}

/** Whether Apex is running at all. */
export function isInTransaction(): boolean {
  return current !== null;
}

/**
 * Makes `next` the current transaction for the length of `body`. Committing and rolling back is the caller's.
 * @returns what `body` returns
 */
export function runInTransaction<T>(next: Transaction, body: () => T): T {
  const previous = current;
  const previousBounds = bounds;
  const previousEpoch = staticsEpoch.n;
  const [statementsBefore, millisecondsBefore] = [statementCounter.n, processorMilliseconds()];
  current = next;
  staticsEpoch.n = next.epoch;
  bounds = boundsOf(next);
  statementCounter.ceiling = statementCounter.n + STATEMENTS_PER_LOOK;
  try {
    return next.org.debugLogs ? next.org.debugLogs.record(next, body) : body();
  } catch (error) {
    // Apex that calls itself without end overflows JavaScript's stack before it reaches the platform's own limit.
    const isOverflow = error instanceof RangeError && error.message.includes('call stack');
    throw isOverflow ? new LimitExceeded('Maximum stack depth reached: 1001') : error;
  } finally {
    current = previous;
    staticsEpoch.n = previousEpoch;
    bounds = boundsBehind(previousBounds, statementsBefore, millisecondsBefore);
    statementCounter.ceiling = statementCounter.n;
  }
}
