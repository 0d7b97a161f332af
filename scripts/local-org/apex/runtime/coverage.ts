/** What the counters of compiled scripts say, by source file. */
import type { BranchKind } from '../script/coverage-points';
import type { CompiledScript } from '../script/compiled-script';

/** A script with the counters that it counts in. */
export interface CountingScript {
  readonly script: CompiledScript;
  readonly hits: number[];
}

/** One place where code goes on in several ways. */
export interface BranchHits {
  readonly line: number;
  readonly kind: BranchKind;
  readonly ways: readonly { readonly name: string; readonly hits: number }[];
}

/** What was executed of one source file. */
export interface UnitCoverage {
  /** Name of the source file, without extension. */
  readonly unit: string;
  readonly unitKind: CompiledScript['unitKind'];
  /** Hits by executable line. */
  readonly lines: ReadonlyMap<number, number>;
  /** In the order of their lines. */
  readonly branches: readonly BranchHits[];
}

interface Collected {
  readonly unitKind: CompiledScript['unitKind'];
  readonly lines: Map<number, number>;
  readonly branches: BranchHits[];
}

/** Adds up the counters of all scripts. @param hitsOf the counters to read, where those of the script are not meant */
export function coverageOf(
  scripts: Iterable<CountingScript>,
  hitsOf: (script: CountingScript) => readonly number[] = ({ hits }) => hits
): UnitCoverage[] {
  const units = new Map<string, Collected>();
  for (const counting of scripts) {
    const { unit, unitKind } = counting.script;
    const collected = units.get(unit) ?? { unitKind, lines: new Map(), branches: [] };
    units.set(unit, collected);
    collect(counting.script, hitsOf(counting), collected);
  }
  return [...units].map(([unit, { branches, ...rest }]) => ({
    unit,
    ...rest,
    branches: branches.sort((a, b) => a.line - b.line)
  }));
}

function collect({ coverage }: CompiledScript, hits: readonly number[], { lines, branches }: Collected): void {
  for (const [line, counter] of coverage.lines) lines.set(line, (lines.get(line) ?? 0) + (hits[counter] ?? 0));
  for (const { line, kind, ways, firstCounter } of coverage.branches) {
    branches.push({ line, kind, ways: ways.map((name, index) => ({ name, hits: hits[firstCounter + index] ?? 0 })) });
  }
}

/** Tells what each of several tests executed: the counters at its begin are kept and taken off at its end. */
export class CoverageWindow {
  private readonly scripts: readonly CountingScript[];
  private before: readonly (readonly number[])[] = [];

  constructor(scripts: Iterable<CountingScript>) {
    this.scripts = [...scripts];
  }

  /** A test begins. */
  open(): void {
    this.before = this.scripts.map(({ hits }) => [...hits]);
  }

  /** What was executed since then. */
  close(): UnitCoverage[] {
    const before = new Map(this.scripts.map((script, index) => [script, this.before[index] ?? []]));
    return coverageOf(this.scripts, (script) => {
      const start = before.get(script) ?? [];
      return script.hits.map((hits, counter) => hits - (start[counter] ?? 0));
    });
  }
}
