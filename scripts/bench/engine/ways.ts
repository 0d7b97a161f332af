import type { LocalOrg } from '../../local-org/org';
import { ENVIRONMENT } from '../../sync/integration-input';
import type { RunRow } from '../../sync/run-model';
import { KEY_COLUMN, MAPPED_COLUMNS, OBJECT } from './columns';

/** The report as both sides of a run know it: its Id is the name of its file in small letters. */
export const REPORT = 'bench';

/** A way to bring a report onto records. */
export interface Way {
  /** Folder of the project, from this one. */
  readonly project: string;
  readonly permissionSets: readonly string[];
  /** Named credentials that lead to the report. */
  readonly credentials: readonly string[];
  /** Does what is done once, and returns what starts the run; that returns what checks how it ended. */
  prepare(org: LocalOrg): () => () => void;
}

/** The ways that are measured, by name. */
export const WAYS: Readonly<Record<string, Way>> = {
  csv: ownWay('Csv'),
  api: ownWay('Api'),
  plain: {
    project: '../fixtures/plain-update',
    permissionSets: ['Plain_Update'],
    credentials: ['Insights'],
    prepare: (org) => () => {
      org.callApex('PlainUpdate', 'run', { reportId: REPORT });
      return () => requireCompletedBatch(org);
    }
  }
};

/** An integration of the package, saved and run as its pages do it. */
function ownWay(sourceKind: string): Way {
  return {
    project: '../../..',
    permissionSets: ['Insights_Sync_Admin'],
    credentials: ['WalkMe_Production', 'WalkMe_Test', 'Report_Storage'],
    prepare: (org) => {
      const integrationId = org.callApex('IntegrationController', 'save', {
        input: integrationInput(REPORT, sourceKind)
      });
      return () => {
        const runId = org.callApex('RunController', 'start', { integrationId });
        return () => requireCompleted(org, String(runId));
      };
    }
  };
}

/** An integration of the report with the records, as the pages save it. */
export function integrationInput(name: string, sourceKind: string): object {
  return {
    name,
    environmentName: ENVIRONMENT,
    sourceKind,
    reportId: REPORT,
    reportName: REPORT,
    objectApiName: OBJECT,
    keyColumn: KEY_COLUMN,
    keyField: 'Email',
    onAmbiguous: 'None',
    mappings: MAPPED_COLUMNS.map(({ column, field }) => ({
      column,
      field: field.name,
      blankPolicy: 'Keep',
      truncate: false
    }))
  };
}

function requireCompleted(org: LocalOrg, runId: string): void {
  const [{ status, message }] = org.callApex('RunController', 'progress', { runIds: [runId] }) as unknown as RunRow[];
  if (status !== 'Completed') throw new Error(`The run ended as ${status}: ${message ?? 'without a message'}.`);
}

function requireCompletedBatch(org: LocalOrg): void {
  const [job] = org.query(
    "SELECT Status, NumberOfErrors, ExtendedStatus FROM AsyncApexJob WHERE JobType = 'BatchApex'"
  );
  if (job.Status !== 'Completed' || job.NumberOfErrors !== 0)
    throw new Error(`The batch ended: ${JSON.stringify(job)}.`);
}
