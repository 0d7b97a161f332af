import cancelled from '@salesforce/label/c.Status_Cancelled';
import completed from '@salesforce/label/c.Status_Completed';
import completedWithErrors from '@salesforce/label/c.Status_Completed_With_Errors';
import failed from '@salesforce/label/c.Status_Failed';
import queued from '@salesforce/label/c.Status_Queued';
import running from '@salesforce/label/c.Status_Running';
import stopped from '@salesforce/label/c.Status_Stopped';
import waiting from '@salesforce/label/c.Status_Waiting';

/** How many rows had each outcome. */
export interface RunCounts {
  read: number;
  skipped: number;
  invalid: number;
  unmatched: number;
  ambiguous: number;
  unchanged: number;
  rejected: number;
  updated: number;
}

/** What a run used of the limits. */
export interface RunUsage {
  transactions: number;
  callouts: number;
  queries: number;
  queryRows: number;
  dmlStatements: number;
  dmlRows: number;
  cpuMs: number;
  /** The largest heap of all, in bytes. */
  heapPeak: number;
}

/** One run, as `RunController` gives it. What Apex has no value for may be null or missing. */
export interface Run {
  id: string;
  integrationId: string;
  name: string;
  reportName: string;
  objectApiName: string;
  objectLabel: string;
  startedAt?: string | null;
  finishedAt?: string | null;
  durationMs?: number | null;
  status: string;
  statusGroup: string;
  message?: string | null;
  startedBy: string;
  /** Name of the user in whose name it ran. */
  startedByName?: string | null;
  /** Sync, Preview, Retry or Undo. */
  kind?: string | null;
  /** The run a retry or an undo follows up. */
  originalRunId?: string | null;
  undone?: boolean | null;
  /** The undo of this run. */
  undoRunId?: string | null;
  /** Until when a run that is going on waits before it asks the source again. */
  waitingUntil?: string | null;
  rowsTotal?: number | null;
  counts: RunCounts;
  usage: RunUsage;
}

/** One integration, as `IntegrationController.all` gives it. */
export interface Integration {
  id: string;
  name: string;
  state: string;
  sourceKind: string;
  environmentName?: string | null;
  reportId: string;
  reportName: string;
  objectApiName: string;
  objectLabel: string;
  keyColumn: string;
  keyField: string;
  /** Why it is paused, where nobody pressed Pause: it drifted from what was saved, or it is a copy to look at first. */
  pauseReason?: string | null;
  scheduleKind?: string | null;
  scheduleText?: string | null;
  nextDueAt?: string | null;
  /** The run that is going on, of any kind. */
  activeRunId?: string | null;
  activeRun?: Run | null;
  /** The latest run that is over and was no preview. */
  lastRun?: Run | null;
  /** Known to the page alone: somebody here has asked the active run to end. */
  isCancelling?: boolean;
  /** Known to the page alone: the preview that somebody here asked for. */
  previewRun?: Run | null;
}

/** One row of a report that was not applied. */
export interface RowOutcome {
  line: number;
  key?: string | null;
  recordId?: string | null;
  outcome: string;
  reason?: string | null;
  fields?: string[] | null;
}

/** How a status looks everywhere: its word, and an icon whose shape says the same as its colour. */
export interface StatusLook {
  label: string;
  icon: string;
  variant: 'success' | 'warning' | 'error' | '';
}

const LOOKS: Record<string, StatusLook> = {
  Queued: { label: queued, icon: 'utility:clock', variant: '' },
  // a run that waits for its source is running; the pages say what it does
  Waiting: { label: waiting, icon: 'utility:date_time', variant: '' },
  Running: { label: running, icon: 'utility:sync', variant: '' },
  Completed: { label: completed, icon: 'utility:success', variant: 'success' },
  'Completed with errors': { label: completedWithErrors, icon: 'utility:warning', variant: 'warning' },
  Failed: { label: failed, icon: 'utility:error', variant: 'error' },
  Stopped: { label: stopped, icon: 'utility:stop', variant: 'error' },
  Cancelled: { label: cancelled, icon: 'utility:ban', variant: '' }
};

/** The look of a run's status; one that this page does not know is shown by its own name. */
export function statusLook(status: string): StatusLook {
  return LOOKS[status] ?? { label: status, icon: 'utility:info', variant: '' };
}

/** Whether the run is still going on, or waiting to. */
export function isActive(run: Pick<Run, 'finishedAt' | 'status'>): boolean {
  return run.status === 'Queued' || run.status === 'Running';
}

/** How many rows a person has to look into: the ones that make a run end "with errors". */
export function attentionCount(counts: RunCounts): number {
  return counts.invalid + counts.ambiguous + counts.rejected;
}

/** The run that is going on, as far as it is known: right after the start there is nothing but its id. */
export function activeRunOf({ activeRunId, activeRun, lastRun }: Integration): Run | null {
  return [activeRun, lastRun].find((run) => run && run.id === activeRunId) ?? null;
}

/** Whether a run paused it because it no longer fits; a copy that waits to be looked at alarms nobody. */
export function isPausedAutomatically({ state, pauseReason, lastRun }: Integration): boolean {
  return state === 'Paused' && Boolean(pauseReason) && lastRun?.status === 'Failed';
}

/** Whether an integration's last run calls for someone; a run that is going on may yet set it right. */
export function lastRunNeedsAttention({ activeRunId, lastRun }: Integration): boolean {
  return !activeRunId && ['Failed', 'Stopped', 'Completed with errors'].includes(lastRun?.status ?? '');
}

/** Whether an integration's last run, or its state, calls for someone. */
export function needsAttention(integration: Integration): boolean {
  return isPausedAutomatically(integration) || lastRunNeedsAttention(integration);
}
