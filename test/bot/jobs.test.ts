import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBench, job, settle } from './jobsHarness.ts';

type Bench = ReturnType<typeof createBench>;

describe('the worker of the outbox', () => {
  let clock: Bench['clock'];
  let figures: Bench['figures'];
  let lines: Bench['lines'];
  let queue: Bench['queue'];
  let start: Bench['start'];
  beforeEach(() => {
    vi.useFakeTimers();
    ({ clock, figures, lines, queue, start } = createBench());
  });
  afterEach(() => vi.useRealTimers());

  it('does what is due at the start, and what comes later at once when woken', async () => {
    await queue.add([job('a')]);
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    expect(queue.outcomes).toEqual(['a done']);
    await queue.add([job('b')]);
    jobs.wake();
    await settle();
    expect(queue.outcomes).toEqual(['a done', 'b done']);
    expect(figures.get('desk_jobs_done')?.()).toBe(2);
    await jobs.stop();
  });

  it('looks every few seconds for what nobody told it of', async () => {
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    await queue.add([job('a')]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(queue.outcomes).toEqual(['a done']);
    await jobs.stop();
    const { claims } = queue;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(queue.claims).toBe(claims);
  });

  it('goes on until nothing is left, with no more in hand than five hundred', async () => {
    await queue.add(Array.from({ length: 1200 }, (_, i) => job(String(i))));
    // A backlog: of what is fresh a fifth more is claimed.
    clock.advance(120_000);
    let claimed = 0;
    let ended = 0;
    let most = 0;
    const { claim } = queue;
    queue.claim = async (...asked) => {
      const jobs = await claim(...asked);
      claimed += jobs.length;
      most = Math.max(most, claimed - ended);
      return jobs;
    };
    const run = async (): Promise<void> => {
      ended += 1;
    };
    const jobs = start({ mail: { run } });
    await settle();
    expect(queue.outcomes).toHaveLength(1200);
    expect(most).toBe(500);
    await jobs.stop();
  });

  it('puts a failed job off, with the cause and without phones', async () => {
    await queue.add([job('a'), job('b')]);
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const jobs = start({
      mail: {
        firstDelaysMs: [5000],
        async run({ key }) {
          if (key === 'a') throw new Error('fetch failed', { cause });
          throw new Error('13800000001 is no address');
        },
      },
    });
    await settle();
    expect(queue.outcomes).toEqual(['a failed: fetch failed (ECONNREFUSED)', 'b failed: [phone] is no address']);
    expect(queue.delays).toEqual([[5000], [5000]]);
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'warn']);
    await jobs.stop();
  });

  it('reports a job that is given up as an error', async () => {
    await queue.add([job('a')]);
    const jobs = start({ mail: { run: () => Promise.reject(new Error('no')) } });
    for (let attempt = 1; attempt <= 6; attempt++) {
      await settle();
      clock.advance(12 * 3_600_000);
      jobs.wake();
    }
    expect(lines.map(({ level }) => level)).toEqual([...Array(5).fill('warn'), 'error']);
    expect(lines.at(-1)).toMatchObject({ facts: { kind: 'mail', key: 'a', attempts: 6 } });
    expect([figures.get('desk_jobs_failed')?.(), figures.get('desk_jobs_dead')?.()]).toEqual([6, 1]);
    await jobs.stop();
  });

  it('gives an attempt fifteen seconds, and tells the handler when they are over', async () => {
    await queue.add([job('a'), job('b')]);
    let isTold = false;
    const run = (of: { readonly key: string }, signal: AbortSignal) => {
      signal.addEventListener('abort', () => (isTold = true));
      return of.key === 'a' ? new Promise<void>(() => undefined) : Promise.resolve();
    };
    const jobs = start({ mail: { run } });
    await vi.advanceTimersByTimeAsync(14_999);
    expect(queue.outcomes).toEqual(['b done']);
    await vi.advanceTimersByTimeAsync(1);
    expect(queue.outcomes).toEqual(['b done', 'a failed: not done within 15 s']);
    expect(isTold).toBe(true);
    await jobs.stop();
  });

  it('claims what a job’s end has made due', async () => {
    await queue.add([job('a', 'mail', 'lane')]);
    let open: (() => void) | undefined;
    const run = ({ key }: { readonly key: string }) => (key === 'a' ? new Promise<void>((resolve) => (open = resolve)) : Promise.resolve());
    const jobs = start({ mail: { run } });
    await settle();
    await queue.add([job('b', 'mail', 'lane')]);
    jobs.wake();
    await settle();
    open?.();
    await settle();
    expect(queue.outcomes).toEqual(['a done', 'b done']);
    await jobs.stop();
  });

  it('waits for the jobs in hand when it is stopped, and begins no others', async () => {
    let open: (() => void) | undefined;
    await queue.add([job('a')]);
    const jobs = start({ mail: { run: () => new Promise<void>((resolve) => (open = resolve)) } });
    await settle();
    await queue.add([job('b')]);
    let isStopped = false;
    const stopping = jobs.stop().then(() => (isStopped = true));
    jobs.wake();
    await settle();
    expect(isStopped).toBe(false);
    open?.();
    await stopping;
    expect(queue.outcomes).toEqual(['a done']);
  });

  it('outlives a store that is away, and comes back with it', async () => {
    const { claim } = queue;
    queue.claim = () => Promise.reject(new Error('STORE_UNAVAILABLE'));
    await queue.add([job('a')]);
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    expect(lines).toMatchObject([{ level: 'warn', facts: { kind: 'mail' } }]);
    queue.claim = claim;
    await vi.advanceTimersByTimeAsync(3000);
    expect(queue.outcomes).toEqual(['a done']);
    await jobs.stop();
  });

  it('finishes the other jobs when the store goes away in the middle', async () => {
    await queue.add([job('a'), job('b')]);
    const { done } = queue;
    queue.done = (ids) => (ids.map(queue.keyOf).includes('a') ? Promise.reject(new Error('STORE_UNAVAILABLE')) : done(ids));
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    expect(queue.outcomes).toEqual(['b done']);
    expect(lines.map(({ level }) => level)).toEqual(['warn']);
    await jobs.stop();
  });

  it('repeats what is done again and again, whether it failed or not', async () => {
    await queue.add([job('well'), job('ill')]);
    const run = async ({ key }: { readonly key: string }): Promise<void> => {
      if (key === 'ill') throw new Error('no');
    };
    const jobs = start({ mail: { run, repeatMs: () => 60_000 } });
    await settle();
    expect(queue.outcomes.sort()).toEqual(['ill again in 60 s: no', 'well again in 60 s']);
    await jobs.stop();
  });

  it('gives up at once what is none of its kind', async () => {
    await queue.add([{ ...job('a'), payload: { name: 'a' } }, job('b')]);
    const jobs = start({ mail: { run: async () => undefined, receiverOf: ({ id }) => id } });
    await settle();
    expect(queue.outcomes).toEqual([expect.stringContaining('a failed: the payload is none of mail'), 'b done']);
    expect(lines.map(({ level }) => level)).toEqual(['error']);
    await jobs.stop();
  });

  it('leaves jobs of a kind it does not know in the queue', async () => {
    await queue.add([job('a', 'fax')]);
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    expect(await queue.claim('fax', 9)).toHaveLength(1);
    await jobs.stop();
  });
});
