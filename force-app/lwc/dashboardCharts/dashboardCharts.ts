import ambiguous from '@salesforce/label/c.Outcome_Ambiguous';
import cancelled from '@salesforce/label/c.Status_Cancelled';
import completed from '@salesforce/label/c.Status_Completed';
import completedWithErrors from '@salesforce/label/c.Status_Completed_With_Errors';
import cpuTime from '@salesforce/label/c.Dashboard_Cpu_Time';
import dmlRows from '@salesforce/label/c.Dashboard_Dml_Rows';
import duration from '@salesforce/label/c.Dashboard_Duration';
import durationPerRun from '@salesforce/label/c.Dashboard_Duration_Per_Run';
import failed from '@salesforce/label/c.Status_Failed';
import invalid from '@salesforce/label/c.Outcome_Invalid';
import limits from '@salesforce/label/c.Dashboard_Limits';
import matchRate from '@salesforce/label/c.Dashboard_Match_Rate';
import queries from '@salesforce/label/c.Dashboard_Queries';
import rejected from '@salesforce/label/c.Outcome_Rejected';
import rows from '@salesforce/label/c.Dashboard_Rows';
import runs from '@salesforce/label/c.Dashboard_Runs_Per_Day';
import skipped from '@salesforce/label/c.Outcome_Skipped';
import stopped from '@salesforce/label/c.Status_Stopped';
import unchanged from '@salesforce/label/c.Outcome_Unchanged';
import unmatched from '@salesforce/label/c.Outcome_Unmatched';
import updated from '@salesforce/label/c.Outcome_Updated';
import type { ChartData, ChartSeries } from 'c/chartLooks';
import type { RunCounts } from 'c/runs';

/** What the runs of one day came to, as `DashboardController.overview` gives it. */
export interface DashboardDay {
  day: string;
  completed: number;
  withErrors: number;
  failed: number;
  stopped: number;
  cancelled: number;
  counts: RunCounts;
  matchRate?: number | null;
  durationMs?: number | null;
  cpuShare?: number | null;
  queriesShare?: number | null;
  dmlRowsShare?: number | null;
}

/** The figures of a period. */
export interface DashboardFigures {
  runs: number;
  completedShare?: number | null;
  rowsUpdated: number;
  matchRate?: number | null;
}

/** One thing somebody should look at. */
export interface AttentionItem {
  kind: string;
  integrationId?: string | null;
  name: string;
  runId?: string | null;
  message: string;
  happenedAt?: string | null;
}

/** How a report and its records cover each other, as of the last completed run. */
export interface ReconciliationRow {
  integrationId: string;
  name: string;
  runId: string;
  at?: string | null;
  unmatchedRows: number;
  blankKeys: number;
  rowsRead: number;
}

/** How many records had no row in a report. */
export interface RecordsNotInReport {
  recordsWithKey: number;
  missing: number;
  exact: boolean;
  more: boolean;
}

/** Everything the dashboard shows at first sight. */
export interface DashboardOverview {
  attention: AttentionItem[];
  figures: DashboardFigures;
  previous: DashboardFigures;
  days: DashboardDay[];
  integrations: { id: string; name: string }[];
  reconciliation: ReconciliationRow[];
}

type Value = (day: DashboardDay) => number | null | undefined;

/** The charts of a period, in the order in which they are shown. */
export function chartsOf(days: DashboardDay[]): ChartData[] {
  return [runsChart(days), rowsChart(days), matchChart(days), durationChart(days), limitsChart(days)];
}

function runsChart(days: DashboardDay[]): ChartData {
  return chart('runs', runs, 'bars', 'count', days, [
    [completed, (day) => day.completed],
    [completedWithErrors, (day) => day.withErrors],
    [failed, (day) => day.failed],
    [stopped, (day) => day.stopped],
    [cancelled, (day) => day.cancelled]
  ]);
}

function rowsChart(days: DashboardDay[]): ChartData {
  return chart('rows', rows, 'bars', 'count', days, [
    [updated, ({ counts }) => counts.updated],
    [unchanged, ({ counts }) => counts.unchanged],
    [unmatched, ({ counts }) => counts.unmatched],
    [skipped, ({ counts }) => counts.skipped],
    [invalid, ({ counts }) => counts.invalid],
    [ambiguous, ({ counts }) => counts.ambiguous],
    [rejected, ({ counts }) => counts.rejected]
  ]);
}

function matchChart(days: DashboardDay[]): ChartData {
  return chart('match', matchRate, 'lines', 'percent', days, [[matchRate, (day) => day.matchRate]]);
}

function durationChart(days: DashboardDay[]): ChartData {
  const seconds: Value = ({ durationMs }) => (typeof durationMs === 'number' ? durationMs / 1000 : null);
  return chart('duration', duration, 'lines', 'seconds', days, [[durationPerRun, seconds]]);
}

function limitsChart(days: DashboardDay[]): ChartData {
  return chart('limits', limits, 'lines', 'percent', days, [
    [cpuTime, (day) => day.cpuShare],
    [queries, (day) => day.queriesShare],
    [dmlRows, (day) => day.dmlRowsShare]
  ]);
}

function chart(
  name: string,
  title: string,
  kind: ChartData['kind'],
  unit: ChartData['unit'],
  days: DashboardDay[],
  series: [string, Value][]
): ChartData {
  return { name, title, kind, unit, days: days.map(({ day }) => day), series: series.map(seriesOf(days)) };
}

function seriesOf(days: DashboardDay[]): (entry: [string, Value]) => ChartSeries {
  return ([label, value]) => ({ label, values: days.map((day) => value(day) ?? null) });
}
