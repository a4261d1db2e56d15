/** The only source of the present. Passed in everywhere, so that a test can stand still or move time. */
export interface Clock {
  /** The present instant. */
  now(): Date;
  /** Monotonic milliseconds, for durations only. */
  monotonicMs(): number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
};

/** A clock for tests and demo data: stands at `start` until `advance` moves it. */
export function createFixedClock(start: string | Date): Clock & { advance(ms: number): void } {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    monotonicMs: () => at,
    advance(ms) {
      at += ms;
    },
  };
}
