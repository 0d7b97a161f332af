import { STATEMENTS_PER_CPU_MILLISECOND, statementCounter } from './transaction';

/** The org's clock: every date, due time and duration in the org comes from it. */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
  /** Moves the clock forward, as if that much time had passed. */
  advance(milliseconds: number): void;
}

/** A clock that follows the machine's, plus what it was moved forward by. */
export function machineClock(): Clock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advance: (milliseconds) => {
      offset += milliseconds;
    }
  };
}

/**
 * The machine's clock, plus the CPU time that the executed Apex is taken for: code that waits by reading the clock in a
 * loop then waits no longer than its CPU limit lets it.
 */
export function workingClock(): Clock {
  const clock = machineClock();
  const before = statementCounter.n;
  return {
    now: () => clock.now() + Math.floor((statementCounter.n - before) / STATEMENTS_PER_CPU_MILLISECOND),
    advance: clock.advance
  };
}

/**
 * A clock that stands still unless moved: the same work then gives the same times.
 * @param start milliseconds since the epoch, UTC
 * @param tick milliseconds that pass with each reading
 */
export function steadyClock(start: number, tick = 0): Clock {
  let time = start;
  return {
    now: () => {
      time += tick;
      return time;
    },
    advance: (milliseconds) => {
      time += milliseconds;
    }
  };
}
