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
