import { once, setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { createJobs } from '../bot/jobs.ts';
import { post } from '../bot/post.ts';
import { createWebhook } from '../bot/webhook.ts';
import { systemClock } from '../core/clock.ts';
import { createId, createSecret } from '../core/ids.ts';
import { createLog } from '../core/log.ts';
import { createJobQueue } from '../prisma/crm/jobs.ts';
import type { Store } from '../prisma/store.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { openBenchStore, withDatabase } from './databases.ts';

const BACKLOG = 100_000;
/** Events of one ticket, which leave one after the other. */
const PER_TICKET = 5;
const WARM_MS = 2000;
const MEASURED_MS = 10_000;
const RAW_MS = 4000;
const RAW_AT_ONCE = 32;
const BODY = JSON.stringify({ id: 'x', event: 'complaint.updated', occurredAt: '2026-11-28T00:00:00Z', data: { reference: 'CMP', n: 1 } });

/** How fast a hundred thousand events leave for a receiver that takes them at once, and how long a new one waits meanwhile. */
export const outbox: Benchmark = {
  name: 'outbox',
  title: `A backlog of ${BACKLOG.toLocaleString('en')} events, to a receiver that takes them at once`,
  run: () =>
    withDatabase(async (url) => {
      const store = await openBenchStore(url);
      const receiver = new Worker(new URL('./postReceiver.js', import.meta.url));
      try {
        const [{ port }] = (await once(receiver, 'message')) as [{ port: number }];
        await fill(store);
        return await measure(store, receiver, `http://127.0.0.1:${port}/`);
      } finally {
        await receiver.terminate();
        await store.close();
      }
    }),
};

async function fill(store: Store): Promise<void> {
  await store.session(({ run }) =>
    run(`
      SET statement_timeout = 0;
      INSERT INTO outbox (id, kind, key, payload, due_at, created_at)
      SELECT '00' || lpad(n::text, 10, '0'), 'crm.webhook', 'complaint.updated:CMP-' || n / ${PER_TICKET} || ':' || n % ${PER_TICKET},
        json_build_object('event', 'complaint.updated', 'data', json_build_object('reference', 'CMP-' || n / ${PER_TICKET})),
        now() - interval '1 day' + n * interval '1 millisecond', now() - interval '1 day'
      FROM generate_series(1, ${BACKLOG}) AS n;
      ANALYZE outbox`),
  );
}

async function measure(store: Store, receiver: Worker, url: string): Promise<readonly Figure[]> {
  const raw = await postRaw(url);
  const reference = { name: `raw posts, ${RAW_AT_ONCE} at once, without a store`, value: raw };
  const webhook = createWebhook({ url, secret: createSecret(40), clock: systemClock });
  const jobs = createJobs({
    ...{ queue: createJobQueue(store, systemClock), handlers: { 'crm.webhook': webhook }, clock: systemClock, log: createLog('error') },
    metrics: { watch: () => undefined },
  });
  jobs.start();
  await wait(WARM_MS);
  const before = await countDone(store);
  const startedAt = performance.now();
  const waited: Promise<number>[] = [];
  for (let at = 0; at < 5; at++) {
    waited.push(sendFresh(store, receiver));
    jobs.wake();
    await wait(MEASURED_MS / 5);
  }
  const done = (await countDone(store)) - before;
  const perSecond = (done * 1000) / (performance.now() - startedAt);
  const slowest = Math.max(...(await Promise.all(waited)));
  await jobs.stop();
  return [
    { name: 'events delivered', value: perSecond, unit: 'events/s', reference, goal: { of: 'value', is: 'at least', limit: 2000 } },
    { name: 'longest wait of five new events meanwhile', value: slowest / 1000, unit: 's', goal: { of: 'value', is: 'at most', limit: 5 } },
  ];
}

async function postRaw(url: string): Promise<number> {
  const until = performance.now() + RAW_MS;
  const never = new AbortController().signal;
  setMaxListeners(RAW_AT_ONCE, never);
  let count = 0;
  const sender = async (): Promise<void> => {
    while (performance.now() < until) {
      await post(url, BODY, { 'content-type': 'application/json' }, never);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: RAW_AT_ONCE }, sender));
  return (count * 1000) / RAW_MS;
}

async function countDone(store: Store): Promise<number> {
  const [row] = await store.query<{ count: number }>('SELECT count(*)::int AS count FROM outbox WHERE done_at IS NOT NULL');
  return row?.count ?? 0;
}

/** Queues a new event; resolves with the milliseconds until the receiver has it. */
async function sendFresh(store: Store, receiver: Worker): Promise<number> {
  const key = `fresh:${createId()}`;
  const startedAt = performance.now();
  const arrived = new Promise<number>((resolve) => {
    const look = (message: { readonly fresh?: string }): void => {
      if (message.fresh !== key) return;
      receiver.off('message', look);
      resolve(performance.now() - startedAt);
    };
    receiver.on('message', look);
  });
  const sql = `INSERT INTO outbox (id, kind, key, payload, due_at, created_at) VALUES ($1, 'crm.webhook', $2, '{}', $3, $3)`;
  await store.query(sql, [createId(), key, systemClock.now()]);
  return arrived;
}
