import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBench, inLane, job, settle } from './jobsHarness.ts';

type Bench = ReturnType<typeof createBench>;

describe('the worker of the outbox, in what order', () => {
  let clock: Bench['clock'];
  let queue: Bench['queue'];
  let start: Bench['start'];
  beforeEach(() => {
    vi.useFakeTimers();
    ({ clock, queue, start } = createBench());
  });
  afterEach(() => vi.useRealTimers());

  it('does many at once, of one receiver half of them, so that one that does not answer holds up no other', async () => {
    await queue.add(Array.from({ length: 100 }, (_, i) => job(`dead-${i}`)));
    await queue.add(Array.from({ length: 10 }, (_, i) => job(`well-${i}`)));
    const begun: string[] = [];
    const run = ({ key }: { readonly key: string }) => {
      begun.push(key);
      return key.startsWith('dead') ? new Promise<void>(() => undefined) : Promise.resolve();
    };
    const jobs = start({ mail: { run, receiverOf: ({ id }) => id.slice(0, 4) } });
    await settle();
    expect(begun.filter((key) => key.startsWith('dead'))).toHaveLength(32);
    expect(queue.outcomes).toEqual(Array.from({ length: 10 }, (_, i) => `well-${i} done`));
    const stopping = jobs.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    await stopping;
  });

  it('makes room when all in hand waits for a receiver that is stuck', async () => {
    await queue.add([...Array.from({ length: 500 }, (_, i) => job(`dead-${i}`)), job('well-0')]);
    // A backlog, of which nothing is fresh.
    clock.advance(120_000);
    const run = ({ key }: { readonly key: string }) => (key.startsWith('dead') ? new Promise<void>(() => undefined) : Promise.resolve());
    const jobs = start({ mail: { run, receiverOf: ({ id }) => id.slice(0, 4) } });
    await settle();
    expect(queue.outcomes).toEqual([]);
    clock.advance(3000);
    await vi.advanceTimersByTimeAsync(3000);
    // 32 are under way; the other 468 are given back, and the next is claimed.
    expect(queue.outcomes.filter((outcome) => outcome.endsWith('given back'))).toHaveLength(468);
    expect(queue.outcomes).toContain('well-0 done');
    const stopping = jobs.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    await stopping;
  });

  it('gives back what it cannot do in the time it is given to stop', async () => {
    let open: (() => void) | undefined;
    await queue.add([inLane('a1'), inLane('a2')]);
    const run = () => new Promise<void>((resolve) => (open = resolve));
    const jobs = start({ mail: { run } });
    await settle();
    const stopping = jobs.stop();
    clock.advance(6000);
    open?.();
    await stopping;
    expect(queue.outcomes.sort()).toEqual(['a1 done', 'a2 given back']);
  });

  it('does not let a slow kind hold up another', async () => {
    await queue.add([job('slow', 'crm'), job('quick', 'mail')]);
    const jobs = start({ crm: { run: () => new Promise(() => undefined) }, mail: { run: async () => undefined } });
    await settle();
    await queue.add([job('next', 'mail')]);
    jobs.wake();
    await settle();
    expect(queue.outcomes).toEqual(['quick done', 'next done']);
    await vi.advanceTimersByTimeAsync(15_000);
    await jobs.stop();
  });

  it('keeps the order within a lane, oldest first, and lets lanes pass each other', async () => {
    const begun: string[] = [];
    let open: (() => void) | undefined;
    await queue.add([inLane('a1'), inLane('a2'), inLane('b1')]);
    const run = ({ key }: { readonly key: string }) => {
      begun.push(key);
      return key === 'a1' ? new Promise<void>((resolve) => (open = resolve)) : Promise.resolve();
    };
    const jobs = start({ mail: { run } });
    await settle();
    expect(begun).toEqual(['a1', 'b1']);
    open?.();
    await settle();
    expect(begun).toEqual(['a1', 'b1', 'a2']);
    await jobs.stop();
  });

  it('leaves what it cannot begin within its claim to the next claimer', async () => {
    await queue.add([job('a', 'mail', 'one'), job('b', 'mail', 'one')]);
    // Each takes 101 s by the clock, of the 120 s a claim lasts.
    const jobs = start({ mail: { run: async () => clock.advance(101_000) } });
    await settle();
    expect(queue.outcomes).toEqual(['a done', 'b given back']);
    await jobs.stop();
  });

  it('gives back what comes after one that failed', async () => {
    await queue.add([inLane('a1'), inLane('a2'), inLane('b1')]);
    const run = async ({ key }: { readonly key: string }): Promise<void> => {
      if (key === 'a1') throw new Error('no');
    };
    const jobs = start({ mail: { run } });
    await settle();
    expect(queue.outcomes.sort()).toEqual(['a1 failed: no', 'a2 given back', 'b1 done']);
    await jobs.stop();
  });
});
