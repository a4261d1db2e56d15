import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHousekeeping } from '../../bot/housekeeping.ts';
import { createFixedClock } from '../../core/clock.ts';
import { createLog } from '../../core/log.ts';

const HOUR_MS = 3_600_000;

describe('housekeeping', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const deps = { clock: createFixedClock('2026-11-21T02:00:00Z'), log: createLog('silent') };

  it('is done at the start and every hour, also after a failure, until it is stopped', async () => {
    const done: string[] = [];
    const housekeeping = createHousekeeping(
      [
        { name: 'broken', run: () => Promise.reject(new Error('store away')) },
        { name: 'rows', run: async (now) => done.push(now.toISOString()) },
      ],
      deps,
    );
    housekeeping.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['2026-11-21T02:00:00.000Z']);
    await vi.advanceTimersByTimeAsync(2 * HOUR_MS);
    expect(done).toHaveLength(3);
    await housekeeping.stop();
    await vi.advanceTimersByTimeAsync(2 * HOUR_MS);
    expect(done).toHaveLength(3);
  });

  it('waits at a stop for what runs', async () => {
    let finish = (_rows: number): void => {};
    const housekeeping = createHousekeeping([{ name: 'slow', run: () => new Promise<number>((done) => (finish = done)) }], deps);
    housekeeping.start();
    await vi.advanceTimersByTimeAsync(0);
    let isStopped = false;
    const stopping = housekeeping.stop().then(() => (isStopped = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(isStopped).toBe(false);
    finish(1);
    await stopping;
  });
});
