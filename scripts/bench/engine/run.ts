import { Command } from 'commander';
import type { LocalOrg } from '../../local-org/org';
import { openBenchOrg } from './bench-org';
import { BoundaryCounter } from './boundary-counter';
import { OBJECT } from './columns';
import type { RunFigures } from './figures';
import { logSize } from './log-size';
import { openCountedApi } from './org-api';
import type { Share } from './report';
import { requireDone } from './require-done';
import { WAYS, type Way } from './ways';

/** What one measured process is to do. */
interface RunOptions {
  readonly way: string;
  readonly rows: number;
  readonly share: Share;
  /** The report as a CSV file. */
  readonly report: string;
}

/** Makes an org with records, brings a report onto them and prints what that took as JSON. */
async function main({ way: name, ...options }: RunOptions): Promise<void> {
  const way = WAYS[name];
  const counter = new BoundaryCounter();
  const { org, close } = await openBenchOrg({ ...options, way, counter });
  console.log(JSON.stringify(await measured(org, way, options.rows, counter)));
  await close();
}

/** Counts, time and memory of the run alone: making and filling the org is no part of them. */
async function measured(org: LocalOrg, way: Way, rows: number, counter: BoundaryCounter): Promise<RunFigures> {
  const api = await openCountedApi(org);
  const start = way.prepare(org);
  const [logBefore, used] = [logSize(org), { ...org.usage() }];
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
  const end = start();
  await org.runJobs();
  const milliseconds = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  const [usage, logAfter] = [{ ...org.usage() }, logSize(org)];
  const { links, otherTransactions } = counter;
  end();
  requireDone(org, rows);
  await api.close();
  const customers = counter.dmlOn(OBJECT);
  const own = counter.dmlBesides(OBJECT);
  return {
    rows,
    transactions: links,
    otherTransactions,
    callouts: usage.callouts - used.callouts,
    queries: usage.queries - used.queries,
    queryRows: usage.queryRows - used.queryRows,
    customerDmlStatements: customers.statements,
    customerDmlRows: customers.rows,
    logDmlStatements: own.statements,
    logDmlRows: own.rows,
    statements: usage.statements - used.statements,
    heapPeak: usage.heapPeak,
    logRecords: logAfter.records - logBefore.records,
    logBytes: logAfter.bytes - logBefore.bytes,
    orgApiCalls: api.requests() + strangeCallouts(counter, way),
    runMilliseconds: milliseconds,
    cpuMilliseconds: (user + system) / 1000
  };
}

/** Callouts to anything but the source of the report: the org's own API would be one. */
function strangeCallouts(counter: BoundaryCounter, way: Way): number {
  const known = new Set(way.credentials.map((name) => `callout:${name}`));
  return [...counter.callouts].reduce((sum, [address, count]) => (known.has(address) ? sum : sum + count), 0);
}

const program = new Command('engine run')
  .requiredOption('--way <name>')
  .requiredOption('--rows <number>', '', Number)
  .requiredOption('--share <name>')
  .requiredOption('--report <file>')
  .action(main);
void program.parseAsync();
