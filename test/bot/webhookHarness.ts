import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createJobs } from '../../bot/jobs.ts';
import { createWebhook } from '../../bot/webhook.ts';
import { type Clock, createFixedClock } from '../../core/clock.ts';
import { createId } from '../../core/ids.ts';
import { createLog } from '../../core/log.ts';
import { createJobQueue } from '../../prisma/crm/jobs.ts';
import type { Store } from '../../prisma/store.ts';
import type { DeadJobs, DueJobs } from '../../rules/jobs.ts';
import { clear, type TestStore } from '../prisma/store.ts';

export const SECRET = 'webhook-secret-0123456789abcdef0123456789';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly path: string;
}

/** A company's system on a free port. */
export interface Receiver {
  readonly url: string;
  /** In the order they came. */
  readonly received: Received[];
  /** Event ids in the order they came. */
  ids(): string[];
  /** What it does with a request; default: 204. */
  answer(res: ServerResponse, id: string): void;
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req.setEncoding('utf8')) body += chunk;
    receiver.received.push({ headers: req.headers, body, path: req.url ?? '' });
    receiver.answer(res, String(req.headers['x-event-id']));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/bot`,
    received: [],
    ids: () => receiver.received.map(({ headers }) => String(headers['x-event-id'])),
    answer: (res) => void res.writeHead(204).end(),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

/** Puts an event into the outbox as the store does with the change it tells of; returns its event id. */
export async function enqueue(store: Store, clock: Clock, event: string, reference: string, seq: number): Promise<string> {
  const now = clock.now();
  const key = `${event}:${reference}:${seq}`;
  const payload = { event, occurredAt: now.toISOString(), data: { reference, version: seq } };
  await store.query(`INSERT INTO outbox (id, kind, key, payload, due_at, created_at) VALUES ($1, 'crm.webhook', $2, $3::jsonb, $4, $4)`, [
    createId(now.getTime()),
    key,
    JSON.stringify(payload),
    now,
  ]);
  return key;
}

/** What stands between a store and its receiver. */
export interface WebhookBench {
  readonly store: Store;
  readonly outbox: DueJobs & DeadJobs;
  readonly receiver: Receiver;
  readonly clock: ReturnType<typeof createFixedClock>;
}

/** Opens the store for the tests of a `describe`, and begins each with an empty one and a receiver of its own. */
export function withReceiver(open: TestStore['open'], begin: (bench: WebhookBench) => void): void {
  let store: Store;
  let receiver: Receiver;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await clear(store);
    const clock = createFixedClock('2026-11-21T02:00:00Z');
    receiver = await startReceiver();
    begin({ store, receiver, clock, outbox: createJobQueue(store, clock) });
  });
  afterEach(() => receiver.stop());
}

/** One instance's worker: runs until nothing more is due, and is gone. */
export async function work(queue: DueJobs, clock: Clock, url: string, timeoutMs?: number): Promise<void> {
  const webhook = createWebhook({ url, secret: SECRET, clock, ...(timeoutMs !== undefined && { timeoutMs }) });
  let isIdle = false;
  const watched: DueJobs = {
    ...queue,
    async claim(...asked) {
      const jobs = await queue.claim(...asked);
      isIdle = jobs.length === 0;
      return jobs;
    },
  };
  // Stopped while it works on a batch, a worker finishes that batch and begins no other.
  while (!isIdle) {
    const jobs = createJobs({
      ...{ queue: watched, handlers: { 'crm.webhook': webhook }, clock, log: createLog('silent') },
      metrics: { watch: () => undefined },
    });
    jobs.start();
    await jobs.stop();
  }
}
