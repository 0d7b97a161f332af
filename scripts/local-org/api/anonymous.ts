/** Execute anonymous. @see "executeAnonymous()", SOAP API Developer Guide; "Executing Anonymous Apex", Tooling API */
import { compileAnonymous } from '../apex';
import { parseAnonymous } from '../apex/parse';
import { executeTransaction } from '../jobs';
import { debugLogOf, type DebugLog } from '../debug-log';
import type { BuiltOrg } from '../org';
import { LimitExceeded } from '../transaction/limits';
import { transaction } from '../transaction/transaction';
import { ApexException, AssertionFailure } from '../values/exception';

/** A name that no class of a project can have: identifiers begin with a letter. */
const SCRIPT_NAME = '_AnonymousBlock';
const API_VERSION = 67;

/** The answer of the platform; line and column are -1 unless something went wrong there. */
export interface AnonymousResult {
  readonly line: number;
  readonly column: number;
  readonly compiled: boolean;
  readonly success: boolean;
  readonly compileProblem: string | null;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
}

/** What a script did and what it wrote to the debug log. */
export interface AnonymousRun {
  readonly result: AnonymousResult;
  /** Null where nobody wanted one, and for a script that does not compile. */
  readonly log: DebugLog | null;
}

const DONE: AnonymousResult = {
  line: -1,
  column: -1,
  compiled: true,
  success: true,
  compileProblem: null,
  exceptionMessage: null,
  exceptionStackTrace: null
};

/**
 * Compiles a script against the project's classes and runs it as one transaction.
 * @throws NotModeled for what the local org does not model
 */
export function executeAnonymous(org: BuiltOrg, source: string): AnonymousRun {
  const problem = compileScript(org, source);
  return problem ? { result: notCompiled(problem), log: null } : runScript(org, source);
}

interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

function compileScript({ apex }: BuiltOrg, source: string): Problem | null {
  const { unit, errors } = parseAnonymous(source);
  if (!unit) return errors[0] ?? { line: 1, column: 1, message: 'Unexpected end of file' };
  const script = { name: SCRIPT_NAME, unit, apiVersion: API_VERSION };
  const { scripts, diagnostics } = compileAnonymous(apex.input, script);
  // The project's own problems were told at the start.
  const own = diagnostics.find((diagnostic) => diagnostic.unit === SCRIPT_NAME);
  if (own) return own;
  apex.program.add(scripts);
  return null;
}

function notCompiled({ line, column, message }: Problem): AnonymousResult {
  return { ...DONE, line, column, compiled: false, success: false, compileProblem: message };
}

function runScript({ services, user, apex }: BuiltOrg, source: string): AnonymousRun {
  let log: DebugLog | null = null;
  const codeUnit = { name: 'execute_anonymous_apex', source };
  try {
    executeTransaction(services, { kind: 'ANONYMOUS', profile: 'synchronous', user, codeUnit }, () => {
      log = debugLogOf(transaction());
      apex.program.callStatic(SCRIPT_NAME, 'run');
    });
    return { result: DONE, log };
  } catch (error) {
    return { result: failed(error), log };
  }
}

function failed(error: unknown): AnonymousResult {
  if (error instanceof ApexException) {
    const message = `${error.getTypeName()}: ${error.apexVisibleMessage()}`;
    return unsuccessful(error.getLineNumber(), message, error.getStackTraceString());
  }
  if (error instanceof AssertionFailure) {
    const { line, text } = error.location();
    return unsuccessful(line, `${error.typeName}: ${error.message}`, text);
  }
  if (error instanceof LimitExceeded) return unsuccessful(-1, `${error.typeName}: ${error.message}`, '');
  throw error;
}

function unsuccessful(line: number, exceptionMessage: string, exceptionStackTrace: string): AnonymousResult {
  return { ...DONE, line, column: line > 0 ? 1 : -1, success: false, exceptionMessage, exceptionStackTrace };
}
