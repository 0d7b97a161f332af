import type { SyncOptions } from './arguments/command';
import { InputError } from './input-error';
import { integrationInput } from './integration-input';
import { Progress } from './output/progress';
import type { ReportReference } from './report-source';
import type { OutcomeRow, RunResult, RunRow, RunUsage } from './run-model';
import type { SyncOrg } from './sync-org';

interface OutcomePage {
  rows: OutcomeRow[];
  nextSlice: number | null;
}

/** Creates the integration, runs it to its end, and reads what came of it: all through the pages' own controllers. */
export async function syncRun(org: SyncOrg, options: SyncOptions, report: ReportReference): Promise<RunResult> {
  const integrationId = refusable(() =>
    org.callApex('IntegrationController', 'save', { input: integrationInput(options, report) })
  );
  const before = org.usage().statements;
  const runId = refusable(() => org.callApex('RunController', 'start', { integrationId })) as string;
  await runJobs(org, runId);
  const statements = org.usage().statements - before;
  const [run] = org.callApex('RunController', 'progress', { runIds: [runId] }) as RunRow[];
  return { run, rows: [...outcomeRows(org, runId)], usage: usageOf(run, statements) };
}

async function runJobs(org: SyncOrg, runId: string): Promise<void> {
  const progress = new Progress();
  const onJob = (): void => {
    const [run] = org.query('SELECT Rows_Read__c, Rows_Total__c FROM Sync_Run__c WHERE Id = :runId', { runId });
    progress.update(Number(run.Rows_Read__c ?? 0), run.Rows_Total__c === null ? null : Number(run.Rows_Total__c));
  };
  try {
    do {
      await org.runJobs({ onJob });
      // What a run waits for in an org, it waits for here by moving the clock: nobody has to sit it out.
    } while (isWaiting(org, runId) && org.skipToNextJob());
  } finally {
    progress.stop();
  }
}

function isWaiting(org: SyncOrg, runId: string): boolean {
  return (
    org.query('SELECT Waiting_Until__c FROM Sync_Run__c WHERE Id = :runId', { runId })[0].Waiting_Until__c !== null
  );
}

function* outcomeRows(org: SyncOrg, runId: string): Generator<OutcomeRow> {
  let afterSlice: number | null = null;
  do {
    const page = org.callApex('RunController', 'rows', { runId, afterSlice }) as OutcomePage;
    yield* page.rows;
    afterSlice = page.nextSlice;
  } while (afterSlice !== null);
}

function usageOf({ usage }: RunRow, statements: number): RunUsage {
  const { transactions, callouts, queries, queryRows, dmlStatements, dmlRows } = usage;
  return { transactions, callouts, queries, queryRows, dmlStatements, dmlRows, statements };
}

/** What the controllers refuse is meant for the person who asked: its sentence is shown as it is. */
function refusable<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if ((error as Error).name === 'ApexCallError') {
      throw new InputError((error as Error).message);
    }
    throw error;
  }
}
