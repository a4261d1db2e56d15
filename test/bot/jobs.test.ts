import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createJobs, type Job, type JobHandler, type OutboxQueue } from '../../bot/jobs.ts';
import { createFixedClock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';

interface Line {
  readonly level: string;
  readonly facts: object;
}

/** A queue in memory: jobs wait until claimed, and what became of them is written down. */
function createQueue(): OutboxQueue & { waiting: Job[]; outcomes: string[]; claims: number; delays: (readonly number[] | undefined)[] } {
  const queue = {
    waiting: [] as Job[],
    outcomes: [] as string[],
    delays: [] as (readonly number[] | undefined)[],
    claims: 0,
    async claim(kinds: readonly string[], limit: number) {
      queue.claims += 1;
      const due = queue.waiting.filter(({ kind }) => kinds.includes(kind)).slice(0, limit);
      queue.waiting = queue.waiting.filter((job) => !due.includes(job));
      return due;
    },
    async done(id: string) {
      queue.outcomes.push(`${id} done`);
    },
    async retry({ id, attempts }: Pick<Job, 'id' | 'attempts'>, reason: string, firstDelaysMs?: readonly number[]) {
      queue.outcomes.push(`${id} failed: ${reason}`);
      queue.delays.push(firstDelaysMs);
      return attempts < 6 ? ('waiting' as const) : ('dead' as const);
    },
  };
  return queue;
}

describe('the worker of the outbox', () => {
  let queue: ReturnType<typeof createQueue>;
  let lines: Line[];
  let figures: Map<string, () => number>;
  let clock: ReturnType<typeof createFixedClock>;
  beforeEach(() => {
    vi.useFakeTimers();
    queue = createQueue();
    lines = [];
    figures = new Map();
    clock = createFixedClock('2026-11-21T02:00:00Z');
  });
  afterEach(() => vi.useRealTimers());

  const job = (id: string, kind = 'mail', attempts = 1): Job => ({ id, kind, key: `key:${id}`, payload: { id }, attempts });
  const start = (handlers: Record<string, JobHandler>) => {
    const note = (level: string) => (facts: object) => void lines.push({ level, facts });
    const log: Log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
    const metrics = { watch: (name: string, _help: string, read: () => number) => void figures.set(name, read) };
    const jobs = createJobs({ queue, handlers, clock, log, metrics });
    jobs.start();
    return jobs;
  };
  const settle = () => vi.advanceTimersByTimeAsync(0);

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

  it('takes twenty at a time until nothing is left', async () => {
    for (let i = 0; i < 45; i++) queue.waiting.push(job(String(i).padStart(2, '0')));
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    expect(queue.outcomes).toHaveLength(45);
    // 20, 20, 5: fewer than twenty says that no more is due.
    expect(queue.claims).toBe(3);
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
    const run = (of: Job, signal: AbortSignal) => {
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

  it('never runs twice at once for one kind, however often it is woken, and misses no call', async () => {
    let open: (() => void) | undefined;
    let running = 0;
    let most = 0;
    const run = async () => {
      most = Math.max(most, ++running);
      await new Promise<void>((resolve) => (open = resolve));
      running -= 1;
    };
    queue.waiting.push(job('a'));
    const jobs = start({ mail: { run } });
    await settle();
    queue.waiting.push(job('b'));
    for (let i = 0; i < 5; i++) jobs.wake();
    await settle();
    expect(most).toBe(1);
    open?.();
    await settle();
    open?.();
    await settle();
    expect(most).toBe(1);
    expect(queue.outcomes).toEqual(['a done', 'b done']);
    await jobs.stop();
  });

  it('does not let a slow kind hold up another', async () => {
    queue.waiting.push(job('slow', 'crm'), job('quick', 'mail'));
    const jobs = start({ crm: { run: () => new Promise(() => undefined) }, mail: { run: async () => undefined } });
    await settle();
    queue.waiting.push(job('next', 'mail'));
    jobs.wake();
    await settle();
    expect(queue.outcomes).toEqual(['quick done', 'next done']);
    await vi.advanceTimersByTimeAsync(15_000);
    await jobs.stop();
  });

  it('keeps the order within a lane, oldest first, and lets lanes pass each other', async () => {
    const begun: string[] = [];
    let open: (() => void) | undefined;
    queue.waiting.push(job('a2'), job('a1'), job('b1'));
    const run = ({ id }: Job) => {
      begun.push(id);
      return id === 'a1' ? new Promise<void>((resolve) => (open = resolve)) : Promise.resolve();
    };
    const jobs = start({ mail: { run, laneOf: ({ id }) => id.slice(0, 1) } });
    await settle();
    expect(begun).toEqual(['a1', 'b1']);
    open?.();
    await settle();
    expect(begun).toEqual(['a1', 'b1', 'a2']);
    await jobs.stop();
  });

  it('leaves what it cannot begin within its claim to the next claimer', async () => {
    queue.waiting.push(job('a'), job('b'));
    // Each takes 101 s by the clock, of the 120 s a claim lasts.
    const jobs = start({ mail: { run: async () => clock.advance(101_000), laneOf: () => 'one' } });
    await settle();
    expect(queue.outcomes).toEqual(['a done']);
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
    queue.done = async (id) => {
      if (id === 'a') throw new Error('STORE_UNAVAILABLE');
      queue.outcomes.push(`${id} done`);
    };
    const jobs = start({ mail: { run: async () => undefined } });
    await settle();
    expect(queue.outcomes).toEqual(['b done']);
    expect(lines.map(({ level }) => level)).toEqual(['warn']);
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
