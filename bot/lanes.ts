import { AppError } from '../core/errors.ts';

/** One turn at a time per conversation, many conversations at once. */
export interface Lanes {
  /** Runs `work` after what was given before it for the same key. @throws AppError RATE_LIMITED when the lane is full, SHUTTING_DOWN once drained. */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Refuses new work and resolves when all that was taken is done. */
  drain(): Promise<void>;
  /** Turns running or waiting, over all lanes. */
  size(): number;
}

/** @param depth how many may wait in one lane; a person types one at a time, a flood is refused. */
export function createLanes(depth = 100): Lanes {
  const lanes = new Map<string, { tail: Promise<unknown>; waiting: number }>();
  let isDraining = false;
  let open = 0;
  let onEmpty: (() => void) | undefined;

  return {
    async run(key, work) {
      if (isDraining) throw new AppError('SHUTTING_DOWN');
      const lane = lanes.get(key) ?? { tail: Promise.resolve(), waiting: 0 };
      if (lane.waiting >= depth) throw new AppError('RATE_LIMITED', { retryAfterSeconds: 1 });
      lane.waiting += 1;
      open += 1;
      const result = lane.tail.then(work);
      // The tail only orders: who waits behind a failed turn runs all the same, and the failure goes to its own caller.
      lane.tail = result.then(
        () => undefined,
        () => undefined,
      );
      lanes.set(key, lane);
      try {
        return await result;
      } finally {
        lane.waiting -= 1;
        open -= 1;
        if (lane.waiting === 0) lanes.delete(key);
        if (open === 0) onEmpty?.();
      }
    },
    async drain() {
      isDraining = true;
      if (open > 0) await new Promise<void>((resolve) => (onEmpty = resolve));
    },
    size: () => open,
  };
}
