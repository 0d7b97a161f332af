import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failuresIn, openLongLog, type LongLog } from './long-log';
import { lookedThrough } from './looked-through';
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

/** What is shown of all runs is sorted or counted; everything else is found by its key. */
test('only the log itself has the database look through a history that grows', () => {
  const growing = questionsAbout(log.subjects).map((question) => [question.what, lookedThrough(log.org, question)]);
  expect(Object.fromEntries(growing.filter(([, steps]) => steps.length > 0))).toEqual({
    'Log of all, first page': ['Sync_Run__c'],
    'Log of all, page 100': ['Sync_Run__c'],
    'Log of one, first page': ['Sync_Run__c.Integration__c']
  });
});
