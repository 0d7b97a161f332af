/** What an error that left a test method says about the test. */
import { LimitExceeded } from '../transaction/limits';
import { NotModeled } from '../values/not-modeled';
import { ApexException, AssertionFailure } from '../values/exception';
import type { TestOutcome } from './model';

/** How a test ended, and why. */
export interface Verdict {
  outcome: TestOutcome;
  message: string | null;
}

/** Judges by the error; anything that is no Apex exception is a fault of the local org and says so. */
export function verdictOf(error: unknown): Verdict {
  if (error instanceof NotModeled) return { outcome: 'unsupported', message: error.message };
  if (error instanceof AssertionFailure) {
    return failed(`${error.typeName}: ${error.message}`, error.location().text);
  }
  if (error instanceof ApexException) {
    return failed(`${error.getTypeName()}: ${error.apexVisibleMessage()}`, error.getStackTraceString());
  }
  if (error instanceof LimitExceeded) return failed(`${error.typeName}: ${error.message}`, '');
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return failed('The local org itself failed; this is a mistake in it, not in the test.', detail);
}

function failed(message: string, stack: string): Verdict {
  return { outcome: 'failed', message: stack ? `${message}\n${stack}` : message };
}
