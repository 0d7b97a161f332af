/** Keeps a debug log of every transaction that somebody wants one of. */
import type { TransactionLogs } from '../transaction/org-services';
import type { Transaction } from '../transaction/transaction';
import { LimitExceeded } from '../transaction/limits';
import { NotModeled } from '../values/not-modeled';
import { ApexException, AssertionFailure, readApexStack, type ApexStack } from '../values/exception';
import { offsetAt } from '../values/time-zone';
import { debugLogOf, setDebugLog } from './current';
import { DebugLog } from './debug-log';
import { logCodeUnit, logException } from './events';
import { writeLimitUsage } from './limit-usage';
import type { LogLevels } from './levels';

/** A log that has ended. */
export interface FinishedLog {
  readonly log: DebugLog;
  readonly transaction: Transaction;
  /** What ended the transaction; null when it went well. */
  readonly failure: string | null;
}

/** Who wants logs, and where they go. */
export interface LogKeeper {
  /** What to take up of a transaction; null for no log. */
  levelsFor(transaction: Transaction): LogLevels | null;
  /** Called inside the transaction of the database, which may be rolled back yet. */
  keep(finished: FinishedLog): void;
  /** Called once the transaction of the database has ended. */
  settle?(): void;
}

/** Takes the logs that a keeper wants. */
export class DebugLogRecorder implements TransactionLogs {
  private readonly keeper: LogKeeper;

  constructor(keeper: LogKeeper) {
    this.keeper = keeper;
  }

  /** Runs a transaction's code with a log, where one is wanted; work of a test's jobs goes into the log of the test. */
  record<T>(current: Transaction, body: () => T): T {
    const outer = current.parentTest && debugLogOf(current.parentTest);
    const log = outer ?? this.begin(current);
    setDebugLog(current, log);
    if (!log) return body();
    if (outer) return inUnit(current, body);
    return this.recordTo(log, current, body);
  }

  /** To be called when the transaction of the database has ended. */
  settle(): void {
    this.keeper.settle?.();
  }

  private begin(current: Transaction): DebugLog | null {
    const levels = this.keeper.levelsFor(current);
    if (!levels) return null;
    const offset = offsetAt(current.user.timeZone, current.startedAt);
    return new DebugLog({ levels, startedAt: current.startedAt, offset, head: headOf(current) });
  }

  private recordTo<T>(log: DebugLog, current: Transaction, body: () => T): T {
    const { user } = current;
    log.write('APEX_CODE', 'ERROR', 'USER_INFO', '[EXTERNAL]', user.id, user.username, user.timeZone);
    log.write('APEX_CODE', 'ERROR', 'EXECUTION_STARTED');
    let failure: string | null = null;
    const told = (): T => {
      try {
        return body();
      } catch (error) {
        failure = writeFatal(log, error);
        throw error;
      } finally {
        writeLimitUsage(log, current);
      }
    };
    try {
      return inUnit(current, told);
    } finally {
      log.write('APEX_CODE', 'ERROR', 'EXECUTION_FINISHED');
      this.keeper.keep({ log, transaction: current, failure });
    }
  }
}

/** Scripts stand at the head of their log, a line each. */
function headOf({ codeUnit }: Transaction): string[] {
  const source = codeUnit?.source;
  return source === undefined ? [] : source.split(/\r?\n/).map((line) => `Execute Anonymous: ${line}`);
}

function inUnit<T>(current: Transaction, body: () => T): T {
  return hasUnits(current) ? body() : logCodeUnit(() => unitOf(current), body);
}

/** Where triggers are all the code there is, each is a unit of its own. */
function hasUnits({ kind, codeUnit }: Transaction): boolean {
  return !codeUnit && (kind === 'EVENT_TRIGGER' || kind === 'REST');
}

/** A unit that nobody named is called by how it was started. */
function unitOf({ codeUnit, kind, org }: Transaction): string[] {
  if (!codeUnit) return [kind];
  const { name, apexClass } = codeUnit;
  const id = apexClass ? org.idOfClass(apexClass) : null;
  return id === null ? [name] : [id, name];
}

/** @returns what is told; null for errors by which the local org takes something back, and its own mistakes */
function writeFatal(log: DebugLog, error: unknown): string | null {
  const told = describe(error);
  if (!told) return null;
  const { text, stack } = told;
  if (!(error instanceof ApexException)) log.write('APEX_CODE', 'ERROR', 'EXCEPTION_THROWN', `[${stack.line}]`, text);
  else logException(error);
  log.write('APEX_CODE', 'ERROR', 'FATAL_ERROR', stack.text ? `${text}\n\n${stack.text}` : text);
  return text;
}

function describe(error: unknown): { text: string; stack: ApexStack } | null {
  if (error instanceof ApexException) {
    const stack = { line: error.getLineNumber(), text: error.getStackTraceString() };
    return { text: `${error.getTypeName()}: ${error.apexVisibleMessage()}`, stack };
  }
  if (error instanceof AssertionFailure || error instanceof LimitExceeded) {
    return { text: `${error.typeName}: ${error.message}`, stack: readApexStack(error.stack ?? '') };
  }
  return error instanceof NotModeled ? { text: error.message, stack: readApexStack(error.stack ?? '') } : null;
}

declare module '../transaction/org-services' {
  interface OrgServices {
    /** The Id of a class of the project; null where the org has none of that name. */
    idOfClass(name: string): string | null;
  }
}
