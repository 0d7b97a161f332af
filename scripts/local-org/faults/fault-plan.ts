import type { Boundaries, BoundaryKind } from '../transaction/boundaries';
import { ProcessKilled } from '../transaction/killed';
import type { Fault } from './fault-spec';

/** One boundary that was crossed. */
export interface Boundary {
  readonly kind: BoundaryKind;
  /** Counted from 1 for each kind. */
  readonly number: number;
  /** What was on the other side: a statement, an object, a class. */
  readonly what: string;
}

/**
 * Counts the boundaries that an org crosses and lets things go wrong where it was told to. The same work crosses the
 * same boundaries in the same order, so a run can be listed first and then broken at each of them.
 */
export class FaultPlan implements Boundaries {
  private readonly faults: ReadonlyMap<string, string>;
  private readonly counts = new Map<BoundaryKind, number>();
  private readonly list: Boundary[] = [];
  private readonly onKill: () => void;
  private killedAt: string | null = null;

  /** @param onKill what `kill` does besides ending the work: a command ends its process */
  constructor(faults: readonly Fault[] = [], onKill: () => void = () => undefined) {
    this.onKill = onKill;
    this.faults = new Map(faults.map(({ kind, number, effect }) => [`${kind}:${number}`, effect]));
  }

  /** Every boundary crossed so far, in order. */
  get crossed(): readonly Boundary[] {
    return this.list;
  }

  /** The report of {@link crossed}: one line each, `kind:number what`. */
  report(): string {
    return this.list.map(({ kind, number, what }) => `${kind}:${number} ${what}\n`).join('');
  }

  /**
   * Notes a crossing.
   * @returns the effect of the fault there, or null
   * @throws ProcessKilled when the fault is `kill`, and at every boundary after that: the process is gone
   */
  cross(kind: BoundaryKind, what: string): string | null {
    if (this.killedAt !== null) throw new ProcessKilled(this.killedAt);
    const number = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, number);
    this.list.push({ kind, number, what });
    const effect = this.faults.get(`${kind}:${number}`) ?? null;
    if (effect !== 'kill') return effect;
    this.killedAt = `${kind}:${number} ${what}`;
    this.onKill();
    throw new ProcessKilled(this.killedAt);
  }
}
