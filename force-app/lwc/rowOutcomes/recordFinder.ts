import recordsOfKeys from '@salesforce/apex/RunController.recordsOfKeys';
import { Pause } from 'c/pause';
import type { RowOutcome } from 'c/runs';

/** Whoever is turning pages or typing is not followed at every step. */
const REST = 300;
/** The log cuts longer keys off. */
const MOST_CHARACTERS = 250;

/** Finds the records of rows in view that the run put aside before it looked for them, by their keys. */
export class RecordFinder {
  private readonly onFound: () => void;
  private readonly known = new Map<string, string | undefined>();
  private runId = '';
  private rows: RowOutcome[] = [];
  private readonly pause = new Pause(REST, () => void this.ask());

  constructor(onFound: () => void) {
    this.onFound = onFound;
  }

  /** The record of a row; nothing where it is not known, or the row names none or several. */
  recordOf({ recordId, key }: RowOutcome): string | undefined {
    return recordId ?? this.known.get(key ?? '');
  }

  /** Finds what is still to be found of these rows, once they stay in view. */
  find(runId: string, rows: RowOutcome[]): void {
    if (runId !== this.runId) {
      this.known.clear();
    }
    this.runId = runId;
    this.rows = rows;
    this.pause.begin();
  }

  /** Finds nothing any more. */
  stop(): void {
    this.pause.end();
  }

  /** Where they cannot be found, for example by somebody who may not see them, rows stay without a link. */
  private async ask(): Promise<void> {
    const { runId } = this;
    const keys = [...new Set(this.rows.filter(isPutAside).map(({ key }) => key!))];
    const unknown = keys.filter((key) => !this.known.has(key));
    if (unknown.length === 0) {
      return;
    }
    unknown.forEach((key) => this.known.set(key, undefined));
    const found = await recordsOfKeys<Record<string, string>>({ runId, keys: unknown }).catch(() => ({}));
    if (runId === this.runId) {
      Object.entries(found).forEach(([key, recordId]) => this.known.set(key, recordId));
      this.onFound();
    }
  }
}

function isPutAside({ outcome, recordId, key }: RowOutcome): boolean {
  return outcome === 'Invalid' && !recordId && Boolean(key) && key!.length <= MOST_CHARACTERS;
}
