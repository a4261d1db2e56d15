import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Clock, createFixedClock } from '../../core/clock.ts';
import type { DeadJobs, DueJobs, Job, JobQueue, NewJob } from '../../rules/jobs.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const KIND = 'crm.webhook';

export type Queue = JobQueue & DueJobs & DeadJobs;

/** One implementation for the tests of one file; `begin` empties it. */
export interface JobStore {
  begin(clock: Clock): Promise<Queue>;
  close(): Promise<void>;
}

// Each test begins a day after the one before: ids sort by time only as long as that grows.
let startMs = Date.parse('2100-01-01T00:00:00Z');

/** What every implementation of `JobQueue`, `DueJobs` and `DeadJobs` does. */
export function describeJobs(name: string, openStore: () => Promise<JobStore>): void {
  describe(`jobs ${name}`, () => {
    let store: JobStore;
    let clock: ReturnType<typeof createFixedClock>;
    let queue: Queue;
    let held: Map<string, Job>;
    beforeAll(async () => {
      store = await openStore();
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      startMs += 24 * HOUR_MS;
      clock = createFixedClock(new Date(startMs).toISOString());
      queue = await store.begin(clock);
      held = new Map();
    });

    const inMinutes = (minutes: number): Date => new Date(clock.now().getTime() + minutes * MINUTE_MS);
    const job = (key: string, more: Partial<NewJob> = {}): NewJob => ({ kind: KIND, key, payload: {}, dueAt: clock.now(), ...more });
    /** Jobs named `what:lane:number`. */
    const add = (...keys: readonly string[]): Promise<void> => queue.add(keys.map((key) => job(key, { lane: key.split(':')[1]! })));
    const claim = async (limit = 100): Promise<readonly string[]> => {
      const jobs = await queue.claim(KIND, limit);
      for (const each of jobs) held.set(each.key, each);
      return [...jobs].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ key }) => key);
    };
    const idOf = (key: string): string => held.get(key)!.id;
    const attemptsOf = (...keys: readonly string[]): readonly number[] => keys.map((key) => held.get(key)!.attempts);

    it('hands out a lane whole, and what is queued behind it only when that is done', async () => {
      await add('opened:1:1', 'changed:1:2', 'opened:2:1');
      expect(await claim()).toEqual(['opened:1:1', 'changed:1:2', 'opened:2:1']);
      await add('changed:1:3', 'changed:2:2');
      expect(await claim()).toEqual([]);
      expect(await queue.done([idOf('opened:2:1')])).toBe(true);
      expect(await claim()).toEqual(['changed:2:2']);
      expect(await queue.done([idOf('opened:1:1')])).toBe(true);
      expect(await claim()).toEqual([]);
      await queue.done([idOf('changed:1:2')]);
      expect(await claim()).toEqual(['changed:1:3']);
      expect(await queue.done([idOf('changed:1:3'), idOf('changed:2:2')])).toBe(false);
    });

    it('gives to nobody else what is claimed, until the claim ends', async () => {
      await add('a:1:1', 'b:2:1');
      await claim();
      clock.advance(2 * MINUTE_MS - 1);
      expect(await claim()).toEqual([]);
      await queue.done([idOf('b:2:1')]);
      clock.advance(1);
      expect(await claim()).toEqual(['a:1:1']);
      expect(attemptsOf('a:1:1')).toEqual([2]);
      expect(await queue.claim('another kind', 9)).toEqual([]);
    });

    it('holds a lane back as long as its first is put off, and no other', async () => {
      await add('opened:1:1', 'changed:1:2', 'opened:2:1');
      await claim();
      await queue.retry(held.get('opened:1:1')!, 'HTTP 500');
      await queue.release([idOf('changed:1:2')]);
      await queue.done([idOf('opened:2:1')]);
      for (let seconds = 0; seconds < 59; seconds++) {
        expect(await claim()).toEqual([]);
        clock.advance(SECOND_MS);
      }
      clock.advance(SECOND_MS);
      expect(await claim()).toEqual(['opened:1:1', 'changed:1:2']);
      // One that was given back has lost no attempt.
      expect(attemptsOf('opened:1:1', 'changed:1:2')).toEqual([2, 1]);
    });

    it('hands out at once what somebody held who is gone, and what waits behind it', async () => {
      await add('opened:1:1', 'changed:1:2', 'failed:2:1');
      await claim();
      await queue.retry(held.get('failed:2:1')!, 'HTTP 500');
      await queue.reclaim();
      expect(await claim()).toEqual(['opened:1:1', 'changed:1:2']);
      expect(attemptsOf('opened:1:1', 'changed:1:2')).toEqual([1, 1]);
    });

    it('puts off what failed by the waits of its kind and then longer each time, until it is dead', async () => {
      await add('a:1:1');
      const waits = [5, 60, 5 * 60, 30 * 60, 2 * 3600, 12 * 3600];
      for (const [n, seconds] of waits.entries()) {
        expect(await claim()).toEqual(['a:1:1']);
        expect(attemptsOf('a:1:1')).toEqual([n + 1]);
        expect(await queue.retry(held.get('a:1:1')!, 'HTTP 500', [5 * SECOND_MS])).toBe('waiting');
        clock.advance(seconds * SECOND_MS - 1);
        expect(await claim()).toEqual([]);
        clock.advance(1);
      }
      await claim();
      expect(await queue.retry(held.get('a:1:1')!, 'HTTP 500', [5 * SECOND_MS])).toBe('dead');
      clock.advance(24 * HOUR_MS);
      expect(await claim()).toEqual([]);
    });

    it('goes on behind one that died, which is listed and can be revived', async () => {
      await add('opened:1:1');
      await claim();
      await add('changed:1:2');
      expect(await claim()).toEqual([]);
      const id = idOf('opened:1:1');
      expect(await queue.retry({ id, attempts: 6 }, 'HTTP 500')).toBe('dead');
      expect(await claim()).toEqual(['changed:1:2']);
      const dead = { id, kind: KIND, key: 'opened:1:1', payload: {}, attempts: 1, lastError: 'HTTP 500', deadAt: clock.now() };
      expect(await queue.listDead(9)).toEqual([dead]);
      expect(await queue.listDead(9, 'another kind')).toEqual([]);
      expect([await queue.revive(id, 'another kind'), await queue.revive(id), await queue.revive(id)]).toEqual([false, true, false]);
      expect(await queue.listDead(9, KIND)).toEqual([]);
      expect(await claim()).toEqual(['opened:1:1']);
      expect(attemptsOf('opened:1:1')).toEqual([1]);
    });

    it('hands out what is fresh beside a backlog, oldest first of that', async () => {
      await add(...Array.from({ length: 500 }, (_, n) => `old:${n}:1`));
      clock.advance(HOUR_MS);
      await add('new:900:1');
      expect(await claim(40)).toEqual([...Array.from({ length: 40 }, (_, n) => `old:${n}:1`), 'new:900:1']);
    });

    it('is handed out once to two that ask at once, lanes never divided', async () => {
      for (let lane = 0; lane < 30; lane++) await add(`a:${lane}:1`, `b:${lane}:2`, `c:${lane}:3`);
      const claims = await Promise.all([claim(25), claim(25), claim(25)]);
      const keys = claims.flat();
      expect(new Set(keys).size).toBe(keys.length);
      for (const each of claims)
        for (const key of each) {
          const [, lane = '', number = ''] = key.split(':');
          const before = ['a', 'b', 'c'].slice(0, Number(number) - 1).map((what, at) => `${what}:${lane}:${at + 1}`);
          expect(before.filter((earlier) => !each.includes(earlier))).toEqual([]);
        }
    });

    it('takes what is added once by its key, and a replaceable job in the place of the one before, done or not', async () => {
      const put = (n: number, minutes: number, more: Partial<NewJob> = {}) =>
        queue.add([job('k', { payload: { n }, dueAt: inMinutes(minutes), ...more })]);
      await put(1, 0);
      await put(2, 0);
      const [first] = await queue.claim(KIND, 9);
      expect(first).toMatchObject({ payload: { n: 1 }, attempts: 1 });
      await put(3, 1, { isReplaceable: true });
      // Who did the first ends nothing of what came in its place.
      await queue.done([first!.id]);
      expect(await queue.claim(KIND, 9)).toEqual([]);
      clock.advance(MINUTE_MS);
      const [second] = await queue.claim(KIND, 9);
      expect(second).toMatchObject({ payload: { n: 3 }, attempts: 1 });
      await queue.done([second!.id]);
      await put(4, 0);
      expect(await queue.claim(KIND, 9)).toEqual([]);
      await put(5, 0, { isReplaceable: true });
      expect(await queue.claim(KIND, 9)).toMatchObject([{ payload: { n: 5 }, attempts: 1 }]);
    });

    it('has a job done again, as if for the first time', async () => {
      await add('a:1:1');
      await claim();
      await queue.repeat(idOf('a:1:1'), HOUR_MS, 'no luck');
      clock.advance(HOUR_MS - 1);
      expect(await claim()).toEqual([]);
      clock.advance(1);
      const before = idOf('a:1:1');
      expect(await claim()).toEqual(['a:1:1']);
      expect([idOf('a:1:1'), ...attemptsOf('a:1:1')]).toEqual([before, 1]);
    });

    it('keeps what names no lane in one of its own', async () => {
      await queue.add([job('x', { kind: 'mail' }), job('y', { kind: 'mail' })]);
      const jobs = await queue.claim('mail', 9);
      expect(new Set(jobs.map(({ lane }) => lane)).size).toBe(2);
      await queue.retry(jobs[0]!, 'no');
      expect(await queue.done([jobs[1]!.id])).toBe(false);
    });
  });
}
