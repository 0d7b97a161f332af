import { MAPPED_COLUMNS } from './columns';
import type { EngineRun } from './cases';
import type { MeasuredRun } from './figures';

/** What a figure may be at most. */
export interface Bound {
  readonly most: number;
  readonly holds: boolean;
}

/** A bound that is set for some figure of some runs. */
interface Rule {
  readonly figure: string;
  readonly most: number;
  applies(run: EngineRun, measured: MeasuredRun): boolean;
}

const LARGE = 100_000;
const isOurs = ({ way }: EngineRun): boolean => way !== 'plain';
const isLarge = (run: EngineRun, { rows }: MeasuredRun): boolean => isOurs(run) && rows === LARGE;

const RULES: readonly Rule[] = [
  { figure: 'transactions', most: 25, applies: isLarge },
  { figure: 'customerDmlRows', most: 0, applies: (run) => isOurs(run) && run.share === 'none' },
  { figure: 'statementsPerCell', most: 25, applies: isOurs },
  { figure: 'orgApiCalls', most: 0, applies: isOurs },
  { figure: 'wholeMilliseconds', most: 20_000, applies: isLarge },
  { figure: 'peakBytes', most: 1_500_000_000, applies: isLarge }
];

/** Statements per mapped cell. */
export function statementsPerCell({ statements, rows }: MeasuredRun): number {
  return statements / rows / MAPPED_COLUMNS.length;
}

/** The bound of a figure of a run, if it has one. */
export function boundOf(figure: string, value: number, run: EngineRun, measured: MeasuredRun): Bound | null {
  const rule = RULES.find((candidate) => candidate.figure === figure && candidate.applies(run, measured));
  return rule ? { most: rule.most, holds: value <= rule.most } : null;
}
