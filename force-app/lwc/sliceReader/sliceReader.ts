/** What one call gives of a run's log: the rows of a part, and the part to go on after. */
export interface SlicePage<Row> {
  rows: Row[];
  nextSlice?: number | null;
}

/** Reads what the log keeps of a run, one part after the other; together they may be too much for one answer. */
export class SliceReader<Row> {
  /** Everything read so far. */
  rows: Row[] = [];
  /** Whether there is nothing more to read. */
  isComplete = false;
  private readonly ask: (afterSlice: number | null) => Promise<SlicePage<Row>>;
  private afterSlice: number | null = null;
  private isStopped = false;

  constructor(ask: (afterSlice: number | null) => Promise<SlicePage<Row>>) {
    this.ask = ask;
  }

  /** Reads until there are as many rows, or no more; `onRows` hears of every part. Goes on where it stood after a failure. */
  async read(atLeast: number, onRows: () => void): Promise<void> {
    while (!this.isComplete && !this.isStopped && this.rows.length < atLeast) {
      // eslint-disable-next-line no-await-in-loop -- each answer says where to go on
      const { rows, nextSlice } = await this.ask(this.afterSlice);
      this.rows = this.rows.concat(rows);
      this.afterSlice = nextSlice ?? null;
      this.isComplete = this.afterSlice === null;
      if (!this.isStopped) {
        onRows();
      }
    }
  }

  /** Reads no further, and tells nobody of what is on its way. */
  stop(): void {
    this.isStopped = true;
  }
}
