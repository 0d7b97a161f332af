import type { LocalOrg } from '../../local-org/org';
import type { Question } from './questions';

const TIMES = 5;

/** What answering a question took. */
export interface Answered {
  readonly what: string;
  /** The fastest of several times. */
  readonly milliseconds: number;
  readonly queries: number;
  readonly queryRows: number;
  readonly statements: number;
  /** The answer as JSON, in bytes. */
  readonly bytes: number;
}

/** Asks a question several times. */
export function ask(org: LocalOrg, { what, className, method, parameters }: Question): Answered {
  let milliseconds = Number.POSITIVE_INFINITY;
  const before = { ...org.usage() };
  let answer: unknown;
  for (let time = 0; time < TIMES; time += 1) {
    const startedAt = performance.now();
    answer = org.callApex(className, method, parameters);
    milliseconds = Math.min(milliseconds, performance.now() - startedAt);
  }
  const after = org.usage();
  const each = (name: 'queries' | 'queryRows' | 'statements'): number => (after[name] - before[name]) / TIMES;
  return {
    what,
    milliseconds,
    queries: each('queries'),
    queryRows: each('queryRows'),
    statements: each('statements'),
    bytes: Buffer.byteLength(JSON.stringify(answer))
  };
}
