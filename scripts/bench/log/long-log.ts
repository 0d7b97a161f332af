import { join } from 'node:path';
import type { LocalOrg } from '../../local-org/org';
import { openBenchOrg } from '../engine/bench-org';
import { OBJECT } from '../engine/columns';
import { writeBenchReport } from '../engine/report';
import { REPORT, WAYS } from '../engine/ways';
import { addHistory, addIntegrations } from './history';
import type { Subjects } from './questions';

/** One of so many rows fails; one of so many has a key that no record has. */
const FAILED_OF = 5;
const UNKNOWN_OF = 20;

/** An org with a long log: a run of many rows with many failures, and as long a history as one lets it grow. */
export interface LongLog {
  readonly org: LocalOrg;
  readonly subjects: Subjects;
  /** Lets the history grow to so many runs. */
  growTo(runs: number): void;
  close(): Promise<void>;
}

/** How many rows of a run of so many fail. */
export function failuresIn(rows: number): number {
  return Math.ceil(rows / FAILED_OF);
}

/**
 * Makes such an org in memory.
 * @param rows how many rows its long run reads
 * @param folder where its report may be written
 */
export async function openLongLog(rows: number, folder: string): Promise<LongLog> {
  const report = join(folder, `${REPORT}.csv`);
  writeBenchReport(report, rows, {
    isWrong: (record) => record % FAILED_OF === 0,
    isUnknown: (record) => record % UNKNOWN_OF === 1
  });
  const { org, close } = await openBenchOrg({ way: WAYS.csv, rows, share: 'all', report });
  const integrationIds = addIntegrations(org);
  const [integrationId] = integrationIds;
  const runId = String(org.callApex('RunController', 'start', { integrationId }));
  await org.runJobs();
  let length = 0;
  return {
    org,
    subjects: { integrationId, runId, recordId: firstRecord(org) },
    growTo: (runs) => {
      addHistory(org, integrationIds, length, runs);
      length = runs;
    },
    close
  };
}

function firstRecord(org: LocalOrg): string {
  const [{ Id }] = org.query(`SELECT Id FROM ${OBJECT} ORDER BY Id LIMIT 1`);
  return String(Id);
}
