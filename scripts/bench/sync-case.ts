import { join } from 'node:path';
import { type BenchContext, type BenchResult, type BenchRow, timesOf } from './bench-case';
import { writeContacts, writeReport } from './data';
import { MeasuredProcess } from './measured-process';

const ROWS = 10_000;
const BOUND_MS = 5000;

/** `npm run sync` on 10,000 rows and 10,000 records, from both sources; the first run warms the caches. */
export async function syncCase({ folder }: BenchContext): Promise<BenchResult> {
  const report = join(folder, 'Scores.csv');
  const records = join(folder, 'contacts.csv');
  writeReport(report, ROWS);
  writeContacts(records, ROWS);
  const common = ['--report', report, '--records', records, '--object', 'Contact', '--key', 'Email=Email'];
  const args = [...common, '--map', 'Score=Score__c:Number(2,0)', '--map', 'Last seen=Last_Seen__c:DateTime'];
  await run(args);
  const rows: BenchRow[] = [];
  for (const source of ['csv', 'api']) {
    rows.push({
      what: `Sync 10,000 rows, 10,000 records (${source})`,
      boundMs: BOUND_MS,
      ...(await run([...args, '--source', source]))
    });
  }
  return timesOf('npm run sync', rows);
}

function run(args: string[]) {
  return new MeasuredProcess('scripts/sync/cli.ts', args).finished([0]);
}
