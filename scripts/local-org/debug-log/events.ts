/**
 * The events of a debug log, as the rooms tell of them: each function does nothing where no log is taken.
 * @see "Debug Log Levels", Salesforce Help: which category and level each event belongs to
 */
import { isInTransaction, transaction } from '../transaction/transaction';
import { ApexException } from '../values/exception';
import { debugLogOf } from './current';
import type { DebugLog } from './debug-log';
import { isLevel } from './levels';

function currentLog(): DebugLog | null {
  return isInTransaction() ? debugLogOf(transaction()) : null;
}

/** `System.debug`. */
export function logDebug(level: string, text: string): void {
  // The two levels of Apex that are none of a log's: neither hides a message that DEBUG would show.
  currentLog()?.writeHere('APEX_CODE', isLevel(level) && level !== 'NONE' ? level : 'DEBUG', 'USER_DEBUG', level, text);
}

/** Runs a query. @param rowsOf how many rows it gave */
export function logQuery<T>(text: () => string, rowsOf: (result: T) => number, run: () => T): T {
  const log = currentLog();
  if (!log?.takesUp('DB', 'INFO')) return run();
  const soql = text();
  log.writeHere('DB', 'INFO', 'SOQL_EXECUTE_BEGIN', `Aggregations:${countOfChildren(soql)}`, soql);
  const result = run();
  log.writeHere('DB', 'INFO', 'SOQL_EXECUTE_END', `Rows:${rowsOf(result)}`);
  return result;
}

/** Queries of children, which the platform counts as aggregations. */
function countOfChildren(soql: string): number {
  const select = soql.slice(0, soql.search(/\bFROM\b(?![^(]*\))/i));
  return (select.match(/\(\s*SELECT\b/gi) ?? []).length;
}

/** Runs a DML statement. */
export function logDml<T>(operation: string, objectName: string, rows: number, run: () => T): T {
  const log = currentLog();
  if (!log?.takesUp('DB', 'INFO')) return run();
  const name = operation.charAt(0).toUpperCase() + operation.slice(1);
  log.writeHere('DB', 'INFO', 'DML_BEGIN', `Op:${name}`, `Type:${objectName}`, `Rows:${rows}`);
  try {
    return run();
  } finally {
    log.writeHere('DB', 'INFO', 'DML_END');
  }
}

/** Sends a callout. */
export function logCallout<T>(request: () => string, responseOf: (answer: T) => string, send: () => T): T {
  const log = currentLog();
  if (!log?.takesUp('CALLOUT', 'INFO')) return send();
  log.writeHere('CALLOUT', 'INFO', 'CALLOUT_REQUEST', request());
  const answer = send();
  log.writeHere('CALLOUT', 'INFO', 'CALLOUT_RESPONSE', responseOf(answer));
  return answer;
}

/** A validation rule and whether the record passed it. */
export function logValidation(name: string, formula: string, isBroken: boolean): void {
  const log = currentLog();
  if (!log?.takesUp('VALIDATION', 'INFO')) return;
  log.write('VALIDATION', 'INFO', 'VALIDATION_RULE', name);
  log.write('VALIDATION', 'INFO', 'VALIDATION_FORMULA', formula);
  log.write('VALIDATION', 'INFO', isBroken ? 'VALIDATION_FAIL' : 'VALIDATION_PASS');
}

/**
 * An exception on its way, told once, where a `try` first sees it or a unit of code is left.
 * @returns true, so that it can stand in a condition
 */
export function logException(error: unknown): true {
  const log = currentLog();
  if (log && error instanceof ApexException && log.isNew(error)) {
    const text = `${error.getTypeName()}: ${error.apexVisibleMessage()}`;
    log.write('APEX_CODE', 'ERROR', 'EXCEPTION_THROWN', `[${error.getLineNumber()}]`, text);
  }
  return true;
}

/** Runs a unit of code inside another, such as a trigger. @param details id and name, as the platform prints them */
export function logCodeUnit<T>(details: () => readonly string[], run: () => T): T {
  const log = currentLog();
  if (!log?.takesUp('APEX_CODE', 'ERROR')) return run();
  const named = details();
  log.write('APEX_CODE', 'ERROR', 'CODE_UNIT_STARTED', '[EXTERNAL]', ...named);
  try {
    return run();
  } catch (error) {
    logException(error);
    throw error;
  } finally {
    log.write('APEX_CODE', 'ERROR', 'CODE_UNIT_FINISHED', ...named.slice(-1));
  }
}
