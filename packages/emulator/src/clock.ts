/** A clock that can be moved; it ticks on from where it is set. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Moves the clock by so many milliseconds, backwards when negative. */
  advance(milliseconds: number): void;
  /** Sets the clock to this moment (milliseconds since 1970, UTC). */
  set(moment: number): void;
  /** Back to real time. */
  reset(): void;
  /** How far the clock is from real time, in milliseconds. */
  offset(): number;
}

export function createClock(realNow: () => number): Clock {
  let offset = 0;
  return {
    now: () => realNow() + offset,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    set: (moment) => {
      offset = moment - realNow();
    },
    reset: () => {
      offset = 0;
    },
    offset: () => offset,
  };
}
