import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createWebhookEndpoints } from '../../bot/http/api/webhooks.ts';
import { key } from '../principals.ts';
import { stores } from '../prisma/store.ts';
import { enqueue, startReceiver, type WebhookBench, withReceiver, work } from './webhookHarness.ts';

const MINUTE_MS = 60_000;
/** When attempts are made, in minutes after the event: at once, then 1, 5, 30, 120 and 720 minutes after the one before. */
const ATTEMPTS_AT = [0, 1, 6, 36, 156, 876];

describe.each(stores)('webhooks on their way from the $name store to a receiver', ({ open }) => {
  let store: WebhookBench['store'];
  let outbox: WebhookBench['outbox'];
  let receiver: WebhookBench['receiver'];
  let clock: WebhookBench['clock'];
  withReceiver(open, (bench) => {
    ({ store, outbox, receiver, clock } = bench);
  });

  const run = (url = receiver.url) => work(outbox, clock, url);
  const put = (event: string, reference: string, seq: number) => enqueue(store, clock, event, reference, seq);
  const fails: Readonly<Record<string, (res: ServerResponse) => void>> = {
    'answers 500': (res) => void res.writeHead(500).end('Traceback (most recent call last)'),
    'answers 301': (res) => void res.writeHead(301, { location: `${receiver.url}/elsewhere` }).end(),
    'answers what is no HTTP': (res) => void res.socket?.end('220 mail.example.com ESMTP\r\n\r\n'),
    'hangs up': (res) => void res.socket?.destroy(),
  };

  it.each(Object.keys(fails))('a receiver that %s is tried six times within 14 h 36 min, then the event is dead', async (how) => {
    receiver.answer = fails[how]!;
    const key = await put('complaint.created', 'CMP-20261121-0001', 1);
    const startedAtMs = clock.now().getTime();
    for (const [i, minutes] of ATTEMPTS_AT.entries()) {
      clock.advance(startedAtMs + minutes * MINUTE_MS - 1 - clock.now().getTime());
      await run();
      expect(receiver.received).toHaveLength(i);
      clock.advance(1);
      await run();
      // The same id every time, and never where a redirect points.
      expect([receiver.ids(), new Set(receiver.received.map(({ path }) => path))]).toEqual([
        Array(i + 1).fill(key),
        new Set(['/hooks/bot']),
      ]);
    }
    clock.advance(7 * 24 * 60 * MINUTE_MS);
    await run();
    expect(receiver.received).toHaveLength(6);
    const [dead] = await outbox.listDead(10);
    expect(dead).toMatchObject({ key, attempts: 6, deadAt: new Date(startedAtMs + 876 * MINUTE_MS) });
    expect(dead?.lastError).not.toContain('Traceback');
  });

  it('a receiver that was down for a day gets all of it once somebody says so, freshly signed', async () => {
    const keys = [await put('complaint.created', 'CMP-20261121-0001', 1), await put('complaint.created', 'CMP-20261121-0002', 1)];
    const down = await startReceiver();
    await down.stop();
    for (let minute = 0; minute <= 24 * 60; minute += 30) {
      await run(down.url);
      clock.advance(30 * MINUTE_MS);
    }
    expect((await outbox.listDead(10)).map(({ lastError }) => lastError)).toEqual([
      expect.stringContaining('connect ECONNREFUSED'),
      expect.stringContaining('connect ECONNREFUSED'),
    ]);
    const [, retryAll] = createWebhookEndpoints({ dead: outbox, wake: () => undefined });
    const call = { req: { headers: {} }, param: () => '', query: new URLSearchParams(), caller: { address: '', origin: '' } };
    expect((await retryAll!.answer(call as never, key('crm'))).body).toEqual({ retried: 2, more: false });
    await run();
    expect(receiver.ids().sort()).toEqual(keys);
    const seconds = Math.floor(clock.now().getTime() / 1000);
    for (const { headers } of receiver.received) expect(headers['x-signature']).toMatch(new RegExp(`^t=${seconds},v1=`));
  });

  it('two instances send each event once', async () => {
    const keys: string[] = [];
    for (let i = 1; i <= 45; i++) keys.push(await put('complaint.created', `CMP-20261121-${String(i).padStart(4, '0')}`, 1));
    await Promise.all([run(), run()]);
    expect(receiver.ids().sort()).toEqual(keys);
  });

  it('an instance that dies after sending sends again, under the same id, which is how the receiver knows it', async () => {
    const key = await put('complaint.created', 'CMP-20261121-0001', 1);
    const dying = { ...outbox, done: () => Promise.reject(new Error('power')) };
    await work(dying, clock, receiver.url);
    clock.advance(2 * MINUTE_MS);
    await run();
    expect(receiver.ids()).toEqual([key, key]);
    clock.advance(24 * 60 * MINUTE_MS);
    await run();
    expect(receiver.received).toHaveLength(2);
  });

  it('news of one ticket leaves in the order it was made', async () => {
    const keys: string[] = [];
    for (const [i, event] of ['created', 'updated', 'escalated', 'resolved', 'closed'].entries())
      keys.push(await put(`complaint.${event}`, 'CMP-20261121-0001', i + 1));
    await run();
    expect(receiver.ids()).toEqual(keys);
  });

  it('a slow ticket does not hold up another', async () => {
    receiver.answer = (res, id) => {
      if (!id.includes('0001')) res.writeHead(204).end();
    };
    const slow = await put('complaint.created', 'CMP-20261121-0001', 1);
    const other = await put('complaint.created', 'CMP-20261121-0002', 1);
    await work(outbox, clock, receiver.url, 3000);
    expect(receiver.ids()).toContain(other);
    const entries = await store.query('SELECT key, last_error AS "lastError", done_at IS NULL AS "isWaiting" FROM outbox ORDER BY id');
    expect(entries).toEqual([
      { key: slow, lastError: expect.stringMatching(/timeout/), isWaiting: true },
      { key: other, lastError: null, isWaiting: false },
    ]);
  });
});
