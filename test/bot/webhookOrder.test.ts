import { describe, expect, it } from 'vitest';
import { stores } from '../prisma/store.ts';
import { enqueue, type WebhookBench, withReceiver, work } from './webhookHarness.ts';

const MINUTE_MS = 60_000;

describe.each(stores)('the order of webhooks from the $name store', ({ open }) => {
  let store: WebhookBench['store'];
  let outbox: WebhookBench['outbox'];
  let receiver: WebhookBench['receiver'];
  let clock: WebhookBench['clock'];
  withReceiver(open, (bench) => {
    ({ store, outbox, receiver, clock } = bench);
  });

  const run = () => work(outbox, clock, receiver.url);
  const put = (event: string, number: number, seq: number) => enqueue(store, clock, `complaint.${event}`, `CMP-20261121-000${number}`, seq);

  it('what comes later waits while something earlier about the same ticket is put off, and nothing else does', async () => {
    const [created, updated, other] = [await put('created', 1, 1), await put('updated', 1, 2), await put('created', 2, 1)];
    receiver.answer = (res, id) => void res.writeHead(id === created ? 500 : 204).end();
    await run();
    expect(receiver.ids().sort()).toEqual([created, other].sort());
    const escalated = await put('escalated', 1, 3);
    clock.advance(MINUTE_MS - 1);
    await run();
    expect(receiver.received).toHaveLength(2);
    receiver.answer = (res) => void res.writeHead(204).end();
    clock.advance(1);
    await run();
    expect(receiver.ids().slice(2)).toEqual([created, updated, escalated]);
  });

  it('two instances keep it too, whoever is slow', async () => {
    const keys: string[] = [];
    for (const [i, event] of ['created', 'updated', 'escalated', 'updated', 'resolved', 'closed'].entries())
      for (const number of [1, 2, 3]) keys.push(await put(event, number, i + 1));
    const taken: string[] = [];
    receiver.answer = (res, id) => {
      // Every fifth is refused: that ticket goes on a minute later.
      const isRefused = receiver.received.length % 5 === 0;
      res.writeHead(isRefused ? 500 : 204).end();
      if (!isRefused) taken.push(id);
    };
    for (let round = 0; round < 200 && taken.length < keys.length; round++) {
      await Promise.all([run(), run()]);
      clock.advance(5 * MINUTE_MS);
    }
    const of = (ids: readonly string[], number: number) => ids.filter((id) => id.includes(`-000${number}:`));
    for (const number of [1, 2, 3]) expect(of(taken, number)).toEqual(of(keys, number));
  });

  it('what is dead holds up nothing: what came after it goes on', async () => {
    const created = await put('created', 1, 1);
    receiver.answer = (res) => void res.writeHead(500).end();
    for (const minutes of [0, 1, 5, 30, 120, 720]) {
      clock.advance(minutes * MINUTE_MS);
      await run();
    }
    expect((await outbox.listDead(10, 'crm.webhook')).map(({ key }) => key)).toEqual([created]);
    expect(await outbox.listDead(10, 'conversation.notice')).toEqual([]);
    receiver.answer = (res) => void res.writeHead(204).end();
    const updated = await put('updated', 1, 2);
    await run();
    expect(receiver.ids().at(-1)).toBe(updated);
  });
});
