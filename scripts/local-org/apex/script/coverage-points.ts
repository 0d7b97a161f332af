/**
 * Counters of a script that is compiled with coverage: one per executable line, one per way in which the code can go on.
 * Without coverage nothing of this is printed, and nothing is slower.
 */

/** Places where code goes on in several ways. */
export type BranchKind = 'if' | 'ternary' | 'switch' | 'and' | 'or' | 'coalesce' | 'loop';

/** Such a place: its ways, by name, have counters that follow each other. */
export interface BranchPoint {
  readonly line: number;
  readonly kind: BranchKind;
  readonly ways: readonly string[];
  readonly firstCounter: number;
}

/** What the counters of a script stand for. */
export interface CoveragePoints {
  readonly counters: number;
  readonly lines: readonly (readonly [line: number, counter: number])[];
  readonly branches: readonly BranchPoint[];
}

/** Gives out the counters of one script. */
export class CounterList {
  private next = 0;
  private readonly lines = new Map<number, number>();
  private readonly branches: BranchPoint[] = [];

  /** Code that counts an execution of a line. */
  line(line: number): string {
    let counter = this.lines.get(line);
    if (counter === undefined) {
      counter = this.next++;
      this.lines.set(line, counter);
    }
    return `${increment(counter)};`;
  }

  /** Expressions that count the ways of a new branch. */
  branch(kind: BranchKind, line: number, ways: readonly string[]): readonly string[] {
    const firstCounter = this.next;
    this.next += ways.length;
    this.branches.push({ kind, line, ways, firstCounter });
    return ways.map((_way, index) => increment(firstCounter + index));
  }

  /** What the counters given out stand for. */
  points(): CoveragePoints {
    return { counters: this.next, lines: [...this.lines], branches: this.branches };
  }
}

function increment(counter: number): string {
  return `$h[${counter}]++`;
}
