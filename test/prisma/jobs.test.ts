import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createId } from '../../core/ids.ts';
import { createJobQueue } from '../../prisma/crm/jobs.ts';
import type { Store } from '../../prisma/store.ts';
import type { DeadJobs, JobQueue } from '../../rules/jobs.ts';
import { stores } from './store.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe.each(stores)('the outbox on the $name store', ({ open }) => {
  let store: Store;
  let clock: ReturnType<typeof createFixedClock>;
  let outbox: JobQueue & DeadJobs;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.query('DELETE FROM outbox');
    clock = createFixedClock('2100-01-01T00:00:00Z');
    outbox = createJobQueue(store, clock);
  });

  const queue = async (...keys: readonly string[]): Promise<void> => {
    const sql = `INSERT INTO outbox (id, kind, key, payload, due_at, created_at) VALUES ($1, 'crm.webhook', $2, '{}', $3, $3)`;
    for (const key of keys) await store.query(sql, [createId(clock.now().getTime()), key, clock.now()]);
  };
  const claim = async (limit = 100): Promise<readonly string[]> => {
    const jobs = await outbox.claim('crm.webhook', limit);
    return [...jobs].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ key }) => key);
  };
  const entryOf = async (key: string): Promise<{ id: string; attempts: number }> => {
    const [entry] = await store.query<{ id: string; attempts: number }>('SELECT id, attempts FROM outbox WHERE key = $1', [key]);
    return entry!;
  };
  const idOf = async (key: string): Promise<string> => (await entryOf(key)).id;

  it('hands out a lane whole, and what is queued behind it only when that is done', async () => {
    await queue('opened:CMP-1:1', 'changed:CMP-1:2', 'opened:CMP-2:1');
    expect(await claim()).toEqual(['opened:CMP-1:1', 'changed:CMP-1:2', 'opened:CMP-2:1']);
    await queue('changed:CMP-1:3', 'changed:CMP-2:2');
    expect(await claim()).toEqual([]);
    expect(await outbox.done([await idOf('opened:CMP-2:1')])).toBe(true);
    expect(await claim()).toEqual(['changed:CMP-2:2']);
    expect(await outbox.done([await idOf('opened:CMP-1:1')])).toBe(true);
    expect(await claim()).toEqual([]);
    await outbox.done([await idOf('changed:CMP-1:2')]);
    expect(await claim()).toEqual(['changed:CMP-1:3']);
  });

  it('holds a lane back as long as its first is put off, and no other', async () => {
    await queue('opened:CMP-1:1', 'changed:CMP-1:2', 'opened:CMP-2:1');
    await claim();
    await outbox.retry(await entryOf('opened:CMP-1:1'), 'HTTP 500');
    await outbox.release([await idOf('changed:CMP-1:2')]);
    await outbox.done([await idOf('opened:CMP-2:1')]);
    for (let seconds = 0; seconds < 59; seconds++) {
      expect(await claim()).toEqual([]);
      clock.advance(SECOND_MS);
    }
    clock.advance(SECOND_MS);
    expect(await claim()).toEqual(['opened:CMP-1:1', 'changed:CMP-1:2']);
    // One that was given back has lost no attempt.
    expect([(await entryOf('opened:CMP-1:1')).attempts, (await entryOf('changed:CMP-1:2')).attempts]).toEqual([2, 1]);
  });

  it('goes on behind one that died', async () => {
    await queue('opened:CMP-1:1');
    await claim();
    await queue('changed:CMP-1:2');
    expect(await claim()).toEqual([]);
    await store.query(`UPDATE outbox SET attempts = 6 WHERE key = 'opened:CMP-1:1'`);
    expect(await outbox.retry(await entryOf('opened:CMP-1:1'), 'HTTP 500')).toBe('dead');
    expect(await claim()).toEqual(['changed:CMP-1:2']);
  });

  it('looks again in a second behind one in work, which may end without seeing who waits', async () => {
    await queue('opened:CMP-1:1');
    await claim();
    await queue('changed:CMP-1:2');
    expect(await claim()).toEqual([]);
    // Ended in a transaction that began before the claim put the other off, so that nobody calls it.
    await store.query(`UPDATE outbox SET done_at = $1 WHERE key = 'opened:CMP-1:1'`, [clock.now()]);
    clock.advance(SECOND_MS);
    expect(await claim()).toEqual(['changed:CMP-1:2']);
  });

  it('hands out what is fresh beside a backlog, oldest first of that', async () => {
    await store.query(
      `INSERT INTO outbox (id, kind, key, payload, due_at, created_at)
       SELECT '0' || lpad(n::text, 6, '0'), 'crm.webhook', 'old:T-' || n || ':1', '{}', $1::timestamptz + n * interval '1 second', $1
       FROM generate_series(1, 500) AS n`,
      [new Date(clock.now().getTime() - HOUR_MS)],
    );
    await queue('new:CMP-9:1');
    const keys = await claim(40);
    expect(keys).toEqual([...Array.from({ length: 40 }, (_, n) => `old:T-${n + 1}:1`), 'new:CMP-9:1']);
  });

  it('is handed out once to two that ask at once, lanes never divided', async () => {
    for (let ticket = 0; ticket < 30; ticket++) await queue(`a:CMP-${ticket}:1`, `b:CMP-${ticket}:2`, `c:CMP-${ticket}:3`);
    const claims = await Promise.all([claim(25), claim(25), claim(25)]);
    const keys = claims.flat();
    expect(new Set(keys).size).toBe(keys.length);
    for (const each of claims)
      for (const key of each) {
        const [, ticket = '', number = ''] = key.split(':');
        const before = ['a', 'b', 'c'].slice(0, Number(number) - 1).map((name, at) => `${name}:${ticket}:${at + 1}`);
        expect(before.filter((earlier) => !each.includes(earlier))).toEqual([]);
      }
  });

  it('takes what is added once by its key, and a replaceable job in the place of the one before, done or not', async () => {
    const add = (n: number, minutes: number, more: object = {}) =>
      outbox.add([{ kind: 'mail', key: 'k', payload: { n }, dueAt: new Date(clock.now().getTime() + minutes * MINUTE_MS), ...more }]);
    await add(1, 0);
    await add(2, 0);
    const [first] = await outbox.claim('mail', 9);
    expect(first).toMatchObject({ payload: { n: 1 }, attempts: 1 });
    await add(3, 1, { isReplaceable: true });
    // Who did the first ends nothing of what came in its place.
    await outbox.done([first!.id]);
    expect(await outbox.claim('mail', 9)).toEqual([]);
    clock.advance(MINUTE_MS);
    const [second] = await outbox.claim('mail', 9);
    expect(second).toMatchObject({ payload: { n: 3 }, attempts: 1 });
    await outbox.done([second!.id]);
    await add(4, 0, { isReplaceable: true });
    expect(await outbox.claim('mail', 9)).toMatchObject([{ payload: { n: 4 }, attempts: 1 }]);
  });

  it('takes back what is not done', async () => {
    await outbox.add(['a', 'b'].map((key) => ({ kind: 'mail', key, payload: {}, dueAt: clock.now() })));
    await outbox.cancel(['a', 'nothing']);
    expect(await outbox.claim('mail', 9)).toMatchObject([{ key: 'b' }]);
  });

  it('has a job done again, as if for the first time', async () => {
    await outbox.add([{ kind: 'chore', key: 'a', payload: {}, dueAt: clock.now() }]);
    const [job] = await outbox.claim('chore', 9);
    await outbox.repeat(job!.id, HOUR_MS, 'no luck');
    clock.advance(HOUR_MS - 1);
    expect(await outbox.claim('chore', 9)).toEqual([]);
    clock.advance(1);
    expect(await outbox.claim('chore', 9)).toMatchObject([{ id: job!.id, attempts: 1 }]);
  });

  it('keeps the order of a lane that is named, over kinds of keys', async () => {
    for (const key of ['x', 'y', 'z']) await outbox.add([{ kind: 'deliver.test', key, lane: 'talk', payload: {}, dueAt: clock.now() }]);
    const jobs = await outbox.claim('deliver.test', 9);
    expect(jobs.map(({ lane }) => lane)).toEqual(['talk', 'talk', 'talk']);
    const byKey = new Map(jobs.map((job) => [job.key, job]));
    await outbox.retry(byKey.get('x')!, 'HTTP 500');
    await outbox.release([byKey.get('y')!.id, byKey.get('z')!.id]);
    expect(await outbox.claim('deliver.test', 9)).toEqual([]);
    clock.advance(MINUTE_MS);
    expect((await outbox.claim('deliver.test', 9)).map(({ key }) => key).sort()).toEqual(['x', 'y', 'z']);
  });
});
