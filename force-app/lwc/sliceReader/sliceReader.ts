/** What one call gives of a run's log: the rows of a part, which part that is, and the part to go on after. */
export interface SlicePage<Row> {
  rows: Row[];
  lastSlice?: number | null;
  nextSlice?: number | null;
}

/** Reads what the log keeps of a run, one part after the other; together they may be too much for one answer. */
export class SliceReader<Row> {
  /** Everything read so far. */
  rows: Row[] = [];
  /** Whether there is nothing more to read, as far as is known. */
  isComplete = false;
  private readonly ask: (afterSlice: number | null) => Promise<SlicePage<Row>>;
  private afterSlice: number | null = null;
  private isStopped = false;
  private hasGrown = false;
  private lastTurn: Promise<unknown> = Promise.resolve();

  constructor(ask: (afterSlice: number | null) => Promise<SlicePage<Row>>) {
    this.ask = ask;
  }

  /**
   * Reads until there are as many rows, or no more; `onRows` hears of every part. It goes on where it stood, also after a
   * failure; who asks while it is reading waits for its turn, so that no part is read twice.
   */
  read(atLeast: number, onRows: () => void): Promise<void> {
    const turn = this.lastTurn.then(() => this.readOn(atLeast, onRows));
    this.lastTurn = turn.catch(() => undefined);
    return turn;
  }

  /** Takes note that the run has got further: there may be more rows than an answer on its way knows of. */
  grow(): void {
    this.hasGrown = true;
    this.isComplete = false;
  }

  /** Reads no further, and tells nobody of what is on its way. */
  stop(): void {
    this.isStopped = true;
  }

  private async readOn(atLeast: number, onRows: () => void): Promise<void> {
    while (!this.isComplete && !this.isStopped && this.rows.length < atLeast) {
      this.hasGrown = false;
      // eslint-disable-next-line no-await-in-loop -- each answer says where to go on
      const { rows, lastSlice, nextSlice } = await this.ask(this.afterSlice);
      this.rows = this.rows.concat(rows);
      this.afterSlice = lastSlice ?? this.afterSlice;
      this.isComplete = (nextSlice ?? null) === null && !this.hasGrown;
      if (!this.isStopped) {
        onRows();
      }
    }
  }
}
