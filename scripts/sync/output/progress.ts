import { SingleBar } from 'cli-progress';

/** Shorter runs show their result instead. */
const LONG_RUN_MS = 1500;

/** A CSV file tells how many rows it has only when the last one is read. */
const FORMAT_WITH_TOTAL = '{bar} {value} of {total} rows, {duration_formatted}';
const FORMAT_WITHOUT_TOTAL = '{value} rows, {duration_formatted}';

/** Shows how far a long run is: a bar on a terminal, a line every two seconds elsewhere. */
export class Progress {
  private readonly startedAt = Date.now();
  private readonly stream: NodeJS.WritableStream;
  private bar: SingleBar | undefined;

  /** @param stream where it is shown; results go elsewhere */
  constructor(stream: NodeJS.WritableStream = process.stderr) {
    this.stream = stream;
  }

  /** Tells how many rows are done, and of how many where that is known. */
  update(done: number, total: number | null): void {
    if (!this.bar && Date.now() - this.startedAt < LONG_RUN_MS) {
      return;
    }
    this.bar ??= this.start(total);
    this.bar.setTotal(Math.max(total ?? 0, done));
    this.bar.update(done);
  }

  /** Takes the bar away. */
  stop(): void {
    this.bar?.stop();
  }

  private start(total: number | null): SingleBar {
    const bar = new SingleBar({
      format: total === null ? FORMAT_WITHOUT_TOTAL : FORMAT_WITH_TOTAL,
      stream: this.stream,
      noTTYOutput: true,
      clearOnComplete: true,
      hideCursor: true
    });
    bar.start(total ?? 0, 0);
    return bar;
  }
}
