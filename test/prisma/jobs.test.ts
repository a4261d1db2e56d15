import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createId } from '../../core/ids.ts';
import { createJobQueue } from '../../prisma/crm/jobs.ts';
import type { Store } from '../../prisma/store.ts';
import { clear, stores } from './store.ts';

const KIND = 'crm.webhook';

describe.each(stores)('the outbox on the $name store', ({ open }) => {
  const clock = createFixedClock('2100-01-01T00:00:00Z');
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(() => clear(store));

  /** As releases wrote them that named no lane. */
  const insert = async (...keys: readonly string[]): Promise<void> => {
    const sql = `INSERT INTO outbox (id, kind, key, payload, due_at, created_at) VALUES ($1, $2, $3, '{}', $4, $4)`;
    for (const key of keys) await store.query(sql, [createId(clock.now().getTime()), KIND, key, clock.now()]);
  };

  it('has rows that name no lane in the one their keys mean', async () => {
    const keys = ['opened:CMP-1:1', 'changed:CMP-1:2', 'opened:CMP-2:1'];
    await insert(...keys);
    const jobs = await createJobQueue(store, clock).claim(KIND, 9);
    expect(new Map(jobs.map(({ key, lane }) => [key, lane]))).toEqual(new Map(keys.map((key) => [key, `${KIND}:${key.split(':')[1]}`])));
  });

  it('looks again in a second behind one in work, which may end without seeing who waits', async () => {
    const outbox = createJobQueue(store, clock);
    await insert('opened:CMP-1:1');
    await outbox.claim(KIND, 9);
    await insert('changed:CMP-1:2');
    expect(await outbox.claim(KIND, 9)).toEqual([]);
    // Ended in a transaction that began before the claim put the other off, so that nobody calls it.
    await store.query(`UPDATE outbox SET done_at = $1 WHERE key = 'opened:CMP-1:1'`, [clock.now()]);
    clock.advance(1000);
    expect(await outbox.claim(KIND, 9)).toMatchObject([{ key: 'changed:CMP-1:2' }]);
  });
});
