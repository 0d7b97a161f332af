import type { Counts } from './part';

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
}

/** Counts of jest's `--json` file; a test file that cannot be loaded is one failure. */
export function countJest(result: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = result as JestResult;
  const remarks = numPendingTests ? [`${numPendingTests} skipped`] : [];
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, remarks };
}

interface ApexResult {
  summary: { total: number; passed: number; failed: number; unsupported: number };
}

/** Counts of the Apex tests; what the local org does not support did not pass, so it has failed. */
export function countApex(result: unknown): Counts {
  const { passed, failed, unsupported } = (result as ApexResult).summary;
  return { passed, failed: failed + unsupported, remarks: unsupported ? [`${unsupported} not supported`] : [] };
}

interface GateResults {
  summary: { passed: number; failed: number };
  gates: { name: string; status: string; problems: string[] }[];
}

/** Counts of the gates; one that was not run counts neither way and is named with its reason. */
export function countGates(result: unknown): Counts {
  const { summary, gates } = result as GateResults;
  const notRun = gates.filter(({ status }) => status === 'not run').flatMap(({ problems }) => problems);
  return { passed: summary.passed, failed: summary.failed, remarks: notRun };
}
