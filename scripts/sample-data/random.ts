/** Numbers that look random and are the same every time: sample data may not change by itself. */
export class SampleRandom {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from `lowest` to `highest`. */
  between(lowest: number, highest: number): number {
    // Park–Miller, "Random number generators: good ones are hard to find" (1988): exact in double precision.
    this.state = (this.state * 48271) % 2147483647;
    return lowest + (this.state % (highest - lowest + 1));
  }

  /** One of the values. */
  pick<T>(values: readonly T[]): T {
    return values[this.between(0, values.length - 1)];
  }

  /** True about once in so many times. */
  oneIn(times: number): boolean {
    return this.between(1, times) === 1;
  }
}
