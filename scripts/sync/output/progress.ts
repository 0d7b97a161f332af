import { SingleBar } from 'cli-progress';

/** Shorter runs show their result instead. */
const LONG_RUN_MS = 1500;

/** Shows how far a long run is: a bar on a terminal, a line every two seconds elsewhere. */
export class Progress {
  private readonly startedAt = Date.now();
  private bar: SingleBar | undefined;

  /** Tells how many rows are done, and of how many where that is known. */
  update(done: number, total: number | null): void {
    if (!this.bar && Date.now() - this.startedAt < LONG_RUN_MS) {
      return;
    }
    this.bar ??= startBar(total);
    this.bar.setTotal(Math.max(total ?? 0, done));
    this.bar.update(done);
  }

  /** Takes the bar away. */
  stop(): void {
    this.bar?.stop();
  }
}

function startBar(total: number | null): SingleBar {
  const bar = new SingleBar({
    format: '{bar} {value} of {total} rows, {duration_formatted}',
    stream: process.stderr,
    noTTYOutput: true,
    clearOnComplete: true,
    hideCursor: true
  });
  bar.start(total ?? 0, 0);
  return bar;
}
