/** The Tooling API of one org. */
import { DebugLogRecorder } from '../../debug-log';
import type { BuiltOrg } from '../../org';
import { OrgLogs } from './org-logs';
import { AsynchronousTests } from './tests/asynchronous';
import { clearCoverage } from './tests/coverage-rows';
import { toolingOrg, type ToolingOrg } from './tooling-org';

/** Its parts. */
export interface Tooling {
  readonly org: ToolingOrg;
  readonly logs: OrgLogs;
  readonly tests: AsynchronousTests;
}

/** Opens the Tooling API of an org; from now on it takes debug logs of whoever is traced. */
export function openTooling(built: BuiltOrg): Tooling {
  const org = toolingOrg(built);
  const logs = new OrgLogs(org);
  built.services.debugLogs = new DebugLogRecorder(logs);
  built.services.database.atomically(() => clearCoverage(org));
  return { org, logs, tests: new AsynchronousTests(org) };
}

export { isWritable, type ToolingOrg } from './tooling-org';
