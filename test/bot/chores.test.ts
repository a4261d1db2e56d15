import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginChores, CHORE, createChores } from '../../bot/chores.ts';
import { createJobs } from '../../bot/jobs.ts';
import { createFixedClock } from '../../core/clock.ts';
import { createLog } from '../../core/log.ts';
import { createJobQueue } from '../../prisma/crm/jobs.ts';
import type { Store } from '../../prisma/store.ts';
import type { Chore } from '../../rules/jobs.ts';
import { stores } from '../prisma/store.ts';

const HOUR_MS = 3_600_000;
let store: Store;
beforeAll(async () => {
  store = await stores[0]!.open();
});
afterAll(() => store.close());

it('chores are done at once and then by their own time, also after a failure, once for all instances', async () => {
  const clock = createFixedClock('2026-11-21T02:00:00Z');
  const log = createLog('silent');
  const queue = createJobQueue(store, clock);
  const done: string[] = [];
  const chores: readonly Chore[] = [
    { name: 'broken', run: () => Promise.reject(new Error('store away')) },
    { name: 'rows', run: async (now) => done.push(now.toISOString()) },
    { name: 'often', everyMs: HOUR_MS / 2, run: async (now) => done.push(`often ${now.toISOString()}`) },
  ];
  const instances = [1, 2].map(() =>
    createJobs({ queue, handlers: { [CHORE]: createChores(chores, { clock, log }) }, clock, log, metrics: { watch: () => {} } }),
  );
  const round = async (): Promise<void> => {
    for (const jobs of instances) jobs.wake();
    // Both claim, do and write down; then nothing is due.
    const pending = () => store.query('SELECT key FROM outbox WHERE due_at <= $1 OR attempts > 0', [clock.now()]);
    await expect.poll(pending, { timeout: 10_000, interval: 5 }).toEqual([]);
  };
  await Promise.all(instances.map(() => beginChores(chores, queue, clock)));
  await round();
  expect(done.sort()).toEqual(['2026-11-21T02:00:00.000Z', 'often 2026-11-21T02:00:00.000Z']);
  clock.advance(HOUR_MS / 2);
  await beginChores(chores, queue, clock);
  await round();
  expect(done).toHaveLength(3);
  clock.advance(HOUR_MS / 2);
  await round();
  expect(done.slice(3).sort()).toEqual(['2026-11-21T03:00:00.000Z', 'often 2026-11-21T03:00:00.000Z']);
  const [broken] = await store.query<{ why: string }>(`SELECT last_error AS why FROM outbox WHERE key = 'chore:broken'`);
  expect(broken?.why).toBe('store away');
  for (const jobs of instances) await jobs.stop();
});
