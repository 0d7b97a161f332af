import callouts from '@salesforce/label/c.Course_Limit_Callouts';
import cpu from '@salesforce/label/c.Course_Limit_Cpu';
import dmlRows from '@salesforce/label/c.Course_Limit_Dml_Rows';
import heap from '@salesforce/label/c.Course_Limit_Heap';
import queries from '@salesforce/label/c.Course_Limit_Queries';
import queryRows from '@salesforce/label/c.Course_Limit_Query_Rows';
import type { RunCounts, RunUsage } from 'c/runs';

/** One slice of a run, as `RunController.slices` gives it. */
export interface SliceStep extends RunCounts {
  sliceNumber: number;
  firstLine?: number | null;
  lastLine?: number | null;
  usage: RunUsage;
  startedAt?: string | null;
  durationMs?: number | null;
}

/** A limit that the platform sets for each transaction of a queueable job. */
interface Limit {
  name: keyof RunUsage;
  label: string;
  limit: number;
  unit: string;
}

/** What was used of a limit. */
export interface Share extends Limit {
  used: number;
}

const HEAP_LIMIT_KB = 12_000;
const BYTES_PER_KB = 1000;

/** Those that a run may come near to (Apex Developer Guide, "Execution Governors and Limits", asynchronous). */
export const LIMITS: Limit[] = [
  { name: 'cpuMs', label: cpu, limit: 60_000, unit: 'millisecond' },
  { name: 'heapPeak', label: heap, limit: HEAP_LIMIT_KB, unit: 'kilobyte' },
  { name: 'queries', label: queries, limit: 200, unit: '' },
  { name: 'queryRows', label: queryRows, limit: 50_000, unit: '' },
  { name: 'dmlRows', label: dmlRows, limit: 10_000, unit: '' },
  { name: 'callouts', label: callouts, limit: 100, unit: '' }
];

/** The share of each limit that was used. */
export function sharesOf(usage: RunUsage): Share[] {
  return LIMITS.map((limit) => ({
    ...limit,
    used: limit.name === 'heapPeak' ? Math.round(usage.heapPeak / BYTES_PER_KB) : usage[limit.name]
  }));
}
