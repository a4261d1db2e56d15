import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../bot/defineJob.ts';
import { createJobs } from '../../bot/jobs.ts';
import { createFixedClock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { Job, JobQueue } from '../../rules/jobs.ts';

interface Line {
  readonly level: string;
  readonly facts: object;
}

/** A queue in memory: jobs wait until claimed, and what became of them is written down. */
function createQueue(): JobQueue & { waiting: Job[]; outcomes: string[]; claims: number; delays: (readonly number[] | undefined)[] } {
  const queue = {
    waiting: [] as Job[],
    outcomes: [] as string[],
    delays: [] as (readonly number[] | undefined)[],
    claims: 0,
    async claim(wanted: string, limit: number) {
      queue.claims += 1;
      const due = queue.waiting.filter(({ kind }) => kind === wanted).slice(0, limit);
      queue.waiting = queue.waiting.filter((job) => !due.includes(job));
      return due;
    },
    async done(ids: readonly string[]) {
      for (const id of ids) queue.outcomes.push(`${id} done`);
      return false;
    },
    async add() {},
    async cancel() {},
    async repeat(id: string, delayMs: number, reason?: string) {
      queue.outcomes.push(`${id} again in ${delayMs / 1000} s${reason === undefined ? '' : `: ${reason}`}`);
    },
    async release(ids: readonly string[]) {
      for (const id of ids) queue.outcomes.push(`${id} given back`);
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

  const job = (id: string, kind = 'mail', attempts = 1, lane = id): Job => ({
    id,
    kind,
    key: `key:${id}`,
    lane,
    payload: { id },
    attempts,
  });
  /** In the lane named by the id's first letter. */
  const inLane = (id: string): Job => job(id, 'mail', 1, id.slice(0, 1));
  const start = (definitions: Record<string, Omit<JobDefinition<{ id: string }>, 'payload'>>) => {
    const payload = z.object({ id: z.string() });
    const handlers = Object.fromEntries(Object.entries(definitions).map(([kind, each]) => [kind, defineJob({ payload, ...each })]));
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

  it('does many at once, of one receiver half of them, so that one that does not answer holds up no other', async () => {
    for (let i = 0; i < 100; i++) queue.waiting.push(job(`dead-${String(i).padStart(2, '0')}`));
    for (let i = 0; i < 10; i++) queue.waiting.push(job(`well-${i}`));
    const begun: string[] = [];
    const run = ({ id }: { readonly id: string }) => {
      begun.push(id);
      return id.startsWith('dead') ? new Promise<void>(() => undefined) : Promise.resolve();
    };
    const jobs = start({ mail: { run, receiverOf: ({ id }) => id.slice(0, 4) } });
    await settle();
    expect(begun.filter((id) => id.startsWith('dead'))).toHaveLength(32);
    expect(queue.outcomes).toEqual(Array.from({ length: 10 }, (_, i) => `well-${i} done`));
    const stopping = jobs.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    await stopping;
  });

  it('makes room when all in hand waits for a receiver that is stuck', async () => {
    for (let i = 0; i < 500; i++) queue.waiting.push(job(`dead-${String(i).padStart(3, '0')}`));
    queue.waiting.push(job('well-0'));
    const run = ({ id }: { readonly id: string }) => (id.startsWith('dead') ? new Promise<void>(() => undefined) : Promise.resolve());
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

  it('gives back what it cannot do in the time it is given to stop', async () => {
    let open: (() => void) | undefined;
    queue.waiting.push(inLane('a1'), inLane('a2'));
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
    queue.waiting.push(inLane('a2'), inLane('a1'), inLane('b1'));
    const run = ({ id }: { readonly id: string }) => {
      begun.push(id);
      return id === 'a1' ? new Promise<void>((resolve) => (open = resolve)) : Promise.resolve();
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
    queue.waiting.push(job('a', 'mail', 1, 'one'), job('b', 'mail', 1, 'one'));
    // Each takes 101 s by the clock, of the 120 s a claim lasts.
    const jobs = start({ mail: { run: async () => clock.advance(101_000) } });
    await settle();
    expect(queue.outcomes).toEqual(['a done', 'b given back']);
    await jobs.stop();
  });

  it('gives back what comes after one that failed', async () => {
    queue.waiting.push(inLane('a1'), inLane('a2'), inLane('b1'));
    const run = async ({ id }: { readonly id: string }): Promise<void> => {
      if (id === 'a1') throw new Error('no');
    };
    const jobs = start({ mail: { run } });
    await settle();
    expect(queue.outcomes.sort()).toEqual(['a1 failed: no', 'a2 given back', 'b1 done']);
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
