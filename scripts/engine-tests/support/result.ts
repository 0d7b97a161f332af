import type { EngineOrg } from './engine-org';

/** Counts of a run. */
export interface Counts {
  readonly read: number;
  readonly [outcome: string]: number;
}

/** A run as the pages see it. */
export interface Run {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly message: string | null;
  readonly waitingUntil: string | null;
  readonly rowsTotal: number | null;
  readonly counts: Counts;
  readonly usage: Readonly<Record<string, number>>;
}

/** One row that somebody may have to look at. */
export interface Row {
  readonly line: number;
  readonly key: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly fields: readonly string[];
}

interface Page<T> {
  readonly rows: T[];
  readonly nextSlice: number | null;
}

interface Change {
  readonly line: number;
  readonly recordId: string;
  readonly changes: readonly { field: string; before: string | null; after: string | null }[];
}

/** The latest run of the org. */
export function lastRun(org: EngineOrg): Run {
  const [{ Id }] = org.query<{ Id: string }>('SELECT Id FROM Sync_Run__c ORDER BY Name DESC LIMIT 1');
  return runOf(org, Id);
}

/** A run. */
export function runOf(org: EngineOrg, runId: string): Run {
  return org.call<Run[]>('RunController', 'progress', { runIds: [runId] })[0];
}

/** The rows of a run that are neither updated nor unchanged, in report order. */
export function rowsOf(org: EngineOrg, runId: string): Row[] {
  const rows = pages<Row>(org, 'rows', runId);
  return rows
    .map(({ line, key, outcome, reason, fields }) => ({ line, key, outcome, reason, fields }))
    .sort((one, other) => one.line - other.line);
}

function pages<T>(org: EngineOrg, method: string, runId: string): T[] {
  const rows: T[] = [];
  let afterSlice: number | null = null;
  do {
    const page: Page<T> = org.call('RunController', method, { runId, afterSlice });
    rows.push(...page.rows);
    afterSlice = page.nextSlice;
  } while (afterSlice !== null);
  return rows;
}

/** What a run changed, row by row: line, key of the record, field, old and new value. */
export function changesOf(org: EngineOrg, runId: string): string[] {
  const names = new Map(contactRows(org).map(({ Id, LastName }) => [Id, LastName]));
  return pages<Change>(org, 'changes', runId)
    .flatMap(({ line, recordId, changes }) =>
      changes.map(
        ({ field, before, after }) =>
          `${String(line).padStart(6, '0')} ${names.get(recordId)} ${field}: ${before} > ${after}`
      )
    )
    .sort();
}

/** The contacts with all that a run may have written. */
export function contactsOf(org: EngineOrg): Record<string, unknown>[] {
  return contactRows(org).map(({ Id: _, ...values }) => values);
}

function contactRows(org: EngineOrg): Record<string, unknown>[] {
  return org.query('SELECT Id, LastName, Key__c, Title, Email, Score__c FROM Contact ORDER BY LastName');
}

/** What the org has told of runs that ended, in order; what was rolled back is not among it. */
export function endsOf(org: EngineOrg): Record<string, unknown>[] {
  return eventsOf(org, '/event/Run_Ended__e');
}

/** Events on a channel, from the first on. */
export function eventsOf(org: EngineOrg, channel: string): Record<string, unknown>[] {
  const told: Record<string, unknown>[] = [];
  const stop = org.services.events.subscribe(channel, ({ data }) => told.push(data.payload), -2);
  stop();
  return told;
}

/**
 * Everything a person can see of a run that has ended, but for times, Ids and what it used.
 * @throws Error when its figures contradict each other
 */
export function resultOf(org: EngineOrg, runId = lastRun(org).id): Record<string, unknown> {
  const { kind, status, message, rowsTotal, counts } = runOf(org, runId);
  checkSums(org, runId, counts);
  return {
    kind,
    status,
    message,
    rowsTotal,
    counts,
    rows: rowsOf(org, runId),
    changes: changesOf(org, runId),
    contacts: contactsOf(org),
    runs: org.query('SELECT Kind__c, Status__c, Active_Key__c, Undo_Key__c FROM Sync_Run__c ORDER BY Name').length,
    active: org.query('SELECT Id FROM Sync_Run__c WHERE Active_Key__c != NULL').length,
    waiting: org.waiting.length,
    ends: endsOf(org).filter(({ Run_Id__c }) => Run_Id__c === runId).length
  };
}

/** Rows read are the sum of their outcomes, in the run and over its slices. */
export function checkSums(org: EngineOrg, runId: string, { read, ...outcomes }: Counts): void {
  const sum = Object.values(outcomes).reduce((total, count) => total + count, 0);
  const slices = org.query<{ Rows_Read__c: number | null }>(
    'SELECT Rows_Read__c FROM Sync_Slice__c WHERE Run__c = :runId',
    { runId }
  );
  const logged = slices.reduce((total, slice) => total + Number(slice.Rows_Read__c ?? 0), 0);
  if (read !== sum || read !== logged) {
    throw new Error(`${read} rows were read, ${sum} have an outcome, and ${logged} are in the log.`);
  }
}
