import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBench, job, settle } from './jobsHarness.ts';

type Bench = ReturnType<typeof createBench>;

describe('the worker of the outbox', () => {
  let figures: Bench['figures'];
  let lines: Bench['lines'];
  let queue: Bench['queue'];
  let start: Bench['start'];
  beforeEach(() => {
    vi.useFakeTimers();
    ({ figures, lines, queue, start } = createBench());
  });
  afterEach(() => vi.useRealTimers());

  it('does what is due at the start, and what comes later at once when woken', async () => {
    queue.waiting.push(job('a'));
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    expect(queue.outcomes).toEqual(['a done']);
    queue.waiting.push(job('b'));
    jobs.wake();
    await settle();
    expect(queue.outcomes).toEqual(['a done', 'b done']);
    expect(figures.get('desk_jobs_done')?.()).toBe(2);
    await jobs.stop();
  });

  it('looks every few seconds for what nobody told it of', async () => {
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    queue.waiting.push(job('a'));
    await vi.advanceTimersByTimeAsync(3000);
    expect(queue.outcomes).toEqual(['a done']);
    await jobs.stop();
    const { claims } = queue;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(queue.claims).toBe(claims);
  });

  it('goes on until nothing is left, with no more in hand than five hundred', async () => {
    for (let i = 0; i < 1200; i++) queue.waiting.push(job(String(i).padStart(4, '0')));
    let ended = 0;
    let most = 0;
    const { claim } = queue;
    queue.claim = async (kind, limit) => {
      const jobs = await claim(kind, limit);
      most = Math.max(most, 1200 - queue.waiting.length - ended);
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
    queue.waiting.push(job('a'), job('b'));
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const jobs = start({
      mail: {
        firstDelaysMs: [5000],
        async run({ id }) {
          if (id === 'a') throw new Error('fetch failed', { cause });
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
    queue.waiting.push(job('a', 'mail', 6));
    const jobs = start({ mail: { run: () => Promise.reject(new Error('no')) } });
    await settle();
    expect(lines).toMatchObject([{ level: 'error', facts: { kind: 'mail', key: 'key:a', attempts: 6 } }]);
    expect([figures.get('desk_jobs_failed')?.(), figures.get('desk_jobs_dead')?.()]).toEqual([1, 1]);
    await jobs.stop();
  });

  it('gives an attempt fifteen seconds, and tells the handler when they are over', async () => {
    queue.waiting.push(job('a'), job('b'));
    let isTold = false;
    const run = (of: { readonly id: string }, signal: AbortSignal) => {
      signal.addEventListener('abort', () => (isTold = true));
      return of.id === 'a' ? new Promise<void>(() => undefined) : Promise.resolve();
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
    queue.waiting.push(job('a'));
    const { done } = queue;
    queue.done = async (ids) => {
      await done(ids);
      if (ids.includes('a')) queue.waiting.push(job('b'));
      return ids.includes('a');
    };
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    expect(queue.outcomes).toEqual(['a done', 'b done']);
    await jobs.stop();
  });

  it('waits for the jobs in hand when it is stopped, and begins no others', async () => {
    let open: (() => void) | undefined;
    queue.waiting.push(job('a'));
    const jobs = start({ mail: { run: () => new Promise<void>((resolve) => (open = resolve)) } });
    await settle();
    queue.waiting.push(job('b'));
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
    queue.waiting.push(job('a'));
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    expect(lines).toMatchObject([{ level: 'warn', facts: { kind: 'mail' } }]);
    queue.claim = claim;
    await vi.advanceTimersByTimeAsync(3000);
    expect(queue.outcomes).toEqual(['a done']);
    await jobs.stop();
  });

  it('finishes the other jobs when the store goes away in the middle', async () => {
    queue.waiting.push(job('a'), job('b'));
    const { done } = queue;
    queue.done = (ids) => (ids.includes('a') ? Promise.reject(new Error('STORE_UNAVAILABLE')) : done(ids));
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    expect(queue.outcomes).toEqual(['b done']);
    expect(lines.map(({ level }) => level)).toEqual(['warn']);
    await jobs.stop();
  });

  it('repeats what is done again and again, whether it failed or not', async () => {
    queue.waiting.push(job('well'), job('ill'));
    const run = async ({ id }: { readonly id: string }): Promise<void> => {
      if (id === 'ill') throw new Error('no');
    };
    const jobs = start({ mail: { run, repeatMs: () => 60_000 } });
    await settle();
    expect(queue.outcomes.sort()).toEqual(['ill again in 60 s: no', 'well again in 60 s']);
    await jobs.stop();
  });

  it('gives up at once what is none of its kind', async () => {
    queue.waiting.push({ ...job('a'), payload: { name: 'a' } }, job('b'));
    const jobs = start({ mail: { run: async () => undefined, receiverOf: ({ id }) => id } });
    await settle();
    expect(queue.outcomes).toEqual([expect.stringContaining('a failed: the payload is none of mail'), 'b done']);
    expect(lines.map(({ level }) => level)).toEqual(['error']);
    await jobs.stop();
  });

  it('leaves jobs of a kind it does not know in the queue', async () => {
    queue.waiting.push(job('a', 'fax'));
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    expect(queue.waiting).toHaveLength(1);
    await jobs.stop();
  });
});
