import type { Figures } from './measured-process';

/** A figure to print, with the bound that is set for it. */
export interface BenchRow extends Figures {
  what: string;
  /** Bound of the duration; without it, the figure stands for itself. */
  boundMs?: number;
}

/** Something to measure; it may use the folder for its files. */
export type BenchCase = (folder: string) => Promise<BenchRow[]>;
