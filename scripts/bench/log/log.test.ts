import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failuresIn, openLongLog, type LongLog } from './long-log';
import { ask } from './measure';
import { questionsAbout } from './questions';

const ROWS = 200;

/** Both fill every period that a page shows; the second is but longer. */
const SHORT = 950;
const LONG = 1900;

const folder = mkdtempSync(join(tmpdir(), 'insights-long-log-'));
let log: LongLog;

beforeAll(async () => {
  log = await openLongLog(ROWS, folder);
});
afterAll(async () => {
  await log?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What each question takes of the org. */
function takenOf({ org, subjects }: LongLog): [string, number, number][] {
  return questionsAbout(subjects).map((question) => {
    const { what, queries, queryRows } = ask(org, question);
    return [what, queries, queryRows];
  });
}

test('the long run has the failures that are told of it', () => {
  const [run] = log.org.query('SELECT Rows_Invalid__c, Rows_Unmatched__c FROM Sync_Run__c');
  expect(Number(run.Rows_Invalid__c)).toBe(failuresIn(ROWS));
  expect(Number(run.Rows_Unmatched__c)).toBe(ROWS / 20);
});

test('no question of a page takes more queries, or reads more rows, when the history grows', () => {
  log.growTo(SHORT);
  const before = takenOf(log);
  log.growTo(LONG);
  expect(takenOf(log)).toEqual(before);
});
