import type { OutcomeRow, RunResult, RunRow } from '../run-model';
import type { OrgPackage, PackageRow } from './org-package';

const FIELDS = [
  'Id, Report_Name__c, Object_Api_Name__c, Started_At__c, Duration_Ms__c, Status__c, Message__c, Rows_Total__c',
  'Rows_Read__c, Rows_Skipped__c, Rows_Invalid__c, Rows_Unmatched__c, Rows_Ambiguous__c, Rows_Unchanged__c',
  'Rows_Rejected__c, Rows_Updated__c, Transactions__c, Callouts__c, Queries__c, Query_Rows__c, Dml_Statements__c',
  'Dml_Rows__c, Finished_At__c, Waiting_Until__c'
].join(', ');

/** A run as it stands in the org. */
export async function readRun(org: OrgPackage, runId: string): Promise<PackageRow> {
  const [run] = await org.query(`SELECT ${FIELDS} FROM Sync_Run__c WHERE Id = '${runId}'`);
  if (!run) throw new Error(`The run ${runId} is gone.`);
  return run;
}

/** What came of a run that has ended, as the log of the package keeps it. */
export async function readResult(org: OrgPackage, runId: string): Promise<RunResult> {
  const row = await readRun(org, runId);
  const run = await runRow(org, row);
  return { run, rows: await outcomeRows(org, runId), usage: { ...run.usage, statements: null } };
}

async function runRow(org: OrgPackage, row: PackageRow): Promise<RunRow> {
  const text = (name: string): string => String(row[name] ?? '');
  const number = (name: string): number => Number(row[name] ?? 0);
  return {
    id: text('Id'),
    reportName: text('Report_Name__c'),
    objectApiName: text('Object_Api_Name__c'),
    objectLabel: await org.labelOf(text('Object_Api_Name__c')),
    startedAt: new Date(text('Started_At__c')).toISOString(),
    durationMs: number('Duration_Ms__c'),
    status: text('Status__c'),
    message: (row['Message__c'] as string | null) ?? null,
    rowsTotal: row['Rows_Total__c'] === null ? null : number('Rows_Total__c'),
    counts: {
      read: number('Rows_Read__c'),
      skipped: number('Rows_Skipped__c'),
      invalid: number('Rows_Invalid__c'),
      unmatched: number('Rows_Unmatched__c'),
      ambiguous: number('Rows_Ambiguous__c'),
      unchanged: number('Rows_Unchanged__c'),
      rejected: number('Rows_Rejected__c'),
      updated: number('Rows_Updated__c')
    },
    usage: {
      transactions: number('Transactions__c'),
      callouts: number('Callouts__c'),
      queries: number('Queries__c'),
      queryRows: number('Query_Rows__c'),
      dmlStatements: number('Dml_Statements__c'),
      dmlRows: number('Dml_Rows__c')
    }
  };
}

const FINE: ReadonlySet<string> = new Set(['Updated', 'Unchanged']);

type Entry = readonly [number, string | null, string | null, string, string | null, readonly string[] | null];

/**
 * The log keeps rows as texts, each in a piece between marks; one that no piece holds goes on in the next (class SliceText).
 */
async function outcomeRows(org: OrgPackage, runId: string): Promise<OutcomeRow[]> {
  const pieces = await org.query(
    `SELECT Outcomes__c FROM Sync_Slice__c WHERE Run__c = '${runId}' AND Has_Outcomes__c = TRUE ORDER BY Number__c, Part__c`
  );
  const entries: Entry[] = [];
  let open = '';
  for (const { Outcomes__c: piece } of pieces) {
    open += String(piece).slice(1, -1);
    if (String(piece).endsWith('>')) continue;
    entries.push(...(JSON.parse(open) as Entry[]));
    open = '';
  }
  return entries
    .map(([line, key, recordId, outcome, reason, fields]) => ({
      line,
      key,
      recordId,
      outcome,
      reason,
      fields: fields ?? []
    }))
    .filter(({ outcome, fields }) => !FINE.has(outcome) || fields.length > 0);
}
