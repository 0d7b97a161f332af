/** How slow the browser and the org are made, to find what depends on their speed. */
export interface Slowness {
  /** No answer of Apex and no event takes longer than this on top, in milliseconds; each takes another share of it. */
  readonly orgMs: number;
  /** How many times slower the browser computes. */
  readonly cpu: number;
  /** The same seed gives the same delays, in the order in which they are asked for. */
  readonly seed: number;
}

/** Reads `SLOW_ORG_MS`, `SLOW_CPU` and `SLOW_SEED`; without them nothing is slowed down. */
export function slowness(environment: NodeJS.ProcessEnv = process.env): Slowness {
  return {
    orgMs: numberOf(environment, 'SLOW_ORG_MS', 0),
    cpu: numberOf(environment, 'SLOW_CPU', 1),
    seed: numberOf(environment, 'SLOW_SEED', 1)
  };
}

function numberOf(environment: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const value = Number(environment[name] || otherwise);
  if (!(value >= 0)) {
    throw new Error(`${name} is to be a number, not "${environment[name]}".`);
  }
  return value;
}
