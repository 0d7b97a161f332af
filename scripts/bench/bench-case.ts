import type { Figures } from './measured-process';
import { duration, megabytes } from './units';

/** A figure to print, with the bound that is set for it. */
export interface BenchRow extends Figures {
  what: string;
  /** Bound of the duration; without it, the figure stands for itself. */
  boundMs?: number;
}

/** A table to print. */
export interface BenchTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a case has found. */
export interface BenchResult {
  readonly tables: readonly BenchTable[];
  /** The same as numbers, for `--json`. */
  readonly figures: readonly object[];
}

/** What a case is given. */
export interface BenchContext {
  /** A folder for its files. */
  readonly folder: string;
  /** Sizes of reports, in rows. */
  readonly rows: readonly number[];
  /** Which runs of each size, by name; all where none is named. */
  readonly runs?: readonly string[];
  /** A project of somebody else whose tests are run, if one is given. */
  readonly project?: string;
  /** Tells at once what takes long: what is being done, or a table that is complete. */
  tell(news: string | BenchTable): void;
}

/** Something to measure. */
export type BenchCase = (context: BenchContext) => Promise<BenchResult>;

const MEMORY_BOUND = 1_000_000_000;

/** Durations and memory of whole processes, as a result. */
export function timesOf(title: string, rows: readonly BenchRow[]): BenchResult {
  const head = ['What', 'Time', 'Bound', 'Processor', 'Peak memory'];
  return { tables: [{ title, head, rows: rows.map(cells) }], figures: rows };
}

function cells({ what, milliseconds, boundMs, processorMilliseconds, peakBytes }: BenchRow): string[] {
  const over = boundMs !== undefined && milliseconds > boundMs ? ' (OVER)' : '';
  const bound = boundMs === undefined ? '' : `${duration(boundMs)}${over}`;
  return [
    what,
    duration(milliseconds),
    bound,
    processorMilliseconds === undefined ? '' : duration(processorMilliseconds),
    `${megabytes(peakBytes)}${peakBytes > MEMORY_BOUND ? ' (over 1 GB)' : ''}`
  ];
}
