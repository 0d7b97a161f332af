import { ProcessKilled } from '../local-org/faults';
import type { EngineOrg } from './support/engine-org';
import { openStory, type OpenStory } from './support/open-story';
import { checkSums, lastRun, resultOf, rowsOf, type Run } from './support/result';

const LOCKED = 'UNABLE_TO_LOCK_ROW';

let story: OpenStory;
let org: EngineOrg;
let integrationId: string;

beforeAll(async () => {
  story = await openStory();
  ({ org, integrationId } = story);
});
afterAll(() => story.close());

const start = (): string => org.call('RunController', 'start', { integrationId });
const undo = (runId: string): string => org.call('RunController', 'undo', { runId });

/** Numbers of the statements that write contacts, in the run that was just made. */
function contactStatements(): number[] {
  return org.faults.crossed
    .filter(({ kind, what }) => kind === 'dml' && what.includes(' Contact '))
    .map(({ number }) => number);
}

/** Takes a run to where it waits or has ended. */
async function runDue(): Promise<Run> {
  await org.runDue();
  return lastRun(org);
}

/** What becomes of the report where nobody holds a record, and the statements that write contacts. */
async function undisturbed(): Promise<{ result: Record<string, unknown>; statements: number[] }> {
  return org.aside(async () => {
    org.restart();
    start();
    await org.finish();
    const statements = contactStatements();
    return { result: resultOf(org), statements };
  });
}

test('rows of locked records have their turn in a slice of their own, and the result is as if nobody had held them', async () => {
  const { result, statements } = await undisturbed();
  expect(statements).toHaveLength(2);
  for (const statement of statements) {
    await org.aside(async () => {
      // The statement itself, and the second attempt in its own transaction.
      org.restart(`dml:${statement}=${LOCKED}`, `dml:${statement + 1}=${LOCKED}`);
      start();
      const waiting = await runDue();
      expect(waiting).toMatchObject({ status: 'Running', waitingUntil: expect.stringMatching(/^2026-/) });
      expect(waiting.message).toMatch(/tries these rows again at 2026-.* UTC, before it goes on \(attempt 1 of 3\)/);
      checkSums(org, waiting.id, waiting.counts);
      await org.finish();
      expect({ statement, ...resultOf(org) }).toEqual({ statement, ...result });
    });
  }
});

test('rows that stay locked are Rejected in the end, counted once, and a retry takes them', async () => {
  const { result, statements } = await undisturbed();
  await org.aside(async () => {
    const [first] = statements;
    // Two statements in their own transaction, then two in each of three slices of their own, log statements between.
    org.restart(
      ...Array.from({ length: 40 }, (_, index) => `dml:${first + index}=${LOCKED}`).filter(isOfContact(first))
    );
    start();
    await org.finish();
    const run = lastRun(org);
    checkSums(org, run.id, run.counts);
    const [row] = rowsOf(org, run.id);
    expect(row).toMatchObject({ line: 2, key: 'ada', outcome: 'Rejected' });
    expect(row.reason).toContain(LOCKED);
    expect(run.counts).toEqual({ ...(result.counts as object), updated: 2, rejected: 2 });
    org.restart();
    org.call('RunController', 'retryFailed', { runId: run.id });
    await org.finish();
    expect(lastRun(org).counts).toMatchObject({ read: 4, updated: 1, rejected: 1 });
  });
});

/** Of the statements from the first lock on, those that write contacts: two per link, and two of the log behind them. */
function isOfContact(first: number): (fault: string) => boolean {
  return (fault) => {
    const behind = Number(/:(\d+)=/.exec(fault)?.[1]) - first;
    return behind < 16 && behind % 4 < 2;
  };
}

test('a run with locked rows ends the same wherever its process dies or a transaction fails', async () => {
  const { result } = await undisturbed();
  await org.aside(async () => {
    start();
    const statement = await org.aside(async () => {
      org.restart();
      await org.finish();
      return contactStatements()[0];
    });
    const locks = [`dml:${statement}=${LOCKED}`, `dml:${statement + 1}=${LOCKED}`];
    const boundaries = await org.aside(async () => {
      org.restart(...locks);
      await org.finish();
      return org.faults.crossed.filter(({ kind }) => kind !== 'limit');
    });
    expect(boundaries.filter(({ what }) => what === 'Finalizer SyncJobFinalizer')).toHaveLength(4);
    const lastLock = boundaries.findIndex(({ kind, number }) => kind === 'dml' && number === statement + 1);
    for (const [index, { kind, number, what }] of boundaries.entries()) {
      if (kind === 'dml' && (number === statement || number === statement + 1)) continue;
      const canFail = index > lastLock && ['query', 'dml', 'enqueue'].includes(kind);
      // A transaction that fails in front of the locks would shift them to other statements.
      for (const effect of canFail ? ['kill', 'limit'] : ['kill']) {
        const fault = `${kind}:${number}=${effect}`;
        const ended = await org.aside(() => finishWith([...locks, fault]));
        expect({ fault, what, ...ended }).toEqual({ fault, what, ...result });
      }
    }
  });
});

async function finishWith(faults: readonly string[]): Promise<Record<string, unknown>> {
  org.restart(...faults);
  try {
    await org.finish();
  } catch (error) {
    if (!(error instanceof ProcessKilled)) throw error;
    org.restart();
    await org.finish();
  }
  org.restart();
  return resultOf(org);
}

test('whoever cancels a run that waits ends it at once, and its locked rows are told', async () => {
  const { statements } = await undisturbed();
  await org.aside(async () => {
    const [first] = statements;
    org.restart(`dml:${first}=${LOCKED}`, `dml:${first + 1}=${LOCKED}`);
    const runId = start();
    await runDue();
    org.call('RunController', 'cancel', { runId });
    const run = lastRun(org);
    expect(run).toMatchObject({ status: 'Cancelled', waitingUntil: null, counts: { read: 3, rejected: 1 } });
    checkSums(org, runId, run.counts);
    expect(rowsOf(org, runId)).toMatchObject([{ line: 2, key: 'ada', outcome: 'Rejected' }, { line: 4 }]);
    const before = JSON.stringify(resultOf(org, runId));
    await org.finish();
    expect(JSON.stringify({ ...resultOf(org, runId), waiting: 1 })).toBe(before);
    start();
    await org.finish();
    expect(lastRun(org).status).toBe('Completed with errors');
  });
});

test('an undo waits for locked records, too', async () => {
  await org.aside(async () => {
    const before = org.query('SELECT LastName, Title, Email, Score__c FROM Contact ORDER BY LastName');
    const runId = start();
    await org.finish();
    org.restart();
    const [first] = await org.aside(async () => {
      undo(runId);
      await org.finish();
      return contactStatements();
    });
    org.restart(`dml:${first}=${LOCKED}`, `dml:${first + 1}=${LOCKED}`);
    undo(runId);
    expect(await runDue()).toMatchObject({ kind: 'Undo', status: 'Running' });
    await org.finish();
    const run = lastRun(org);
    expect(run).toMatchObject({ status: 'Completed', counts: { read: 3, updated: 3 } });
    checkSums(org, run.id, run.counts);
    expect(org.query('SELECT LastName, Title, Email, Score__c FROM Contact ORDER BY LastName')).toEqual(before);
  });
});
