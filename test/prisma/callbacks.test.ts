import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createCallbacks } from '../../prisma/crm/callbacks.ts';
import type { Store } from '../../prisma/store.ts';
import type { CallbackDesk, Callbacks, NewCallback } from '../../rules/callbacks/types.ts';
import { key, staff } from '../principals.ts';
import { clear, stores } from './store.ts';

const request = (idempotencyKey: string, more: Partial<NewCallback> = {}): NewCallback => ({
  ...{ idempotencyKey, conversationId: 'c1', phone: '+8613800000001', locale: 'zh-Hans', topic: 'complaint', note: '包裹破损' },
  ...more,
});

describe.each(stores)('call-back requests on the $name store', ({ open }) => {
  let clock = createFixedClock('2026-11-21T15:59:00.000Z');
  let store: Store;
  let callbacks: Callbacks & CallbackDesk;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await clear(store);
    // 23:59 in Shanghai, which is UTC+8 all year.
    clock = createFixedClock('2026-11-21T15:59:00.000Z');
    callbacks = createCallbacks(store, clock, 'Asia/Shanghai');
  });

  it('numbers from 1 within the day of the company', async () => {
    expect(await callbacks.open(request('m1'))).toEqual({ reference: 'CBR-20261121-0001' });
    expect(await callbacks.open(request('m2'))).toEqual({ reference: 'CBR-20261121-0002' });
    clock.advance(60_000);
    expect(await callbacks.open(request('m3'))).toEqual({ reference: 'CBR-20261122-0001' });
  });

  it('writes the request, a fact and a webhook once for one message', async () => {
    const first = await callbacks.open(request('m1', { trackingNumber: 'XB1', note: 'a\u0000b' }));
    expect(await callbacks.open(request('m1'))).toEqual(first);
    expect(await store.query('SELECT name, conversation_id, locale, intent FROM service_facts')).toEqual([
      { name: 'callback.opened', conversation_id: 'c1', locale: 'zh-Hans', intent: 'complaint' },
    ]);
    const [entry] = await store.query('SELECT kind, key, payload FROM outbox');
    const data = { reference: first.reference, phone: '+8613800000001', trackingNumber: 'XB1', note: 'ab' };
    expect(entry).toMatchObject({
      kind: 'crm.webhook',
      key: `callback.opened:${first.reference}`,
      payload: { event: 'callback.opened', data },
    });
    expect((await callbacks.list()).callbacks).toHaveLength(1);
  });

  it('numbers 40 requests at once without gaps, each message once', async () => {
    const keys = Array.from({ length: 40 }, (_, n) => `m${n % 20}`);
    const opened = await Promise.all(keys.map((key) => callbacks.open(request(key))));
    const expected = Array.from({ length: 20 }, (_, n) => `CBR-20261121-${String(n + 1).padStart(4, '0')}`);
    expect([...new Set(opened.map(({ reference }) => reference))].sort()).toEqual(expected);
    expect(opened[0]).toEqual(opened[20]);
  });

  it('lists the longest waiting first, in pages, by status', async () => {
    for (const key of ['m1', 'm2', 'm3']) {
      await callbacks.open(request(key));
      clock.advance(1);
    }
    const first = await callbacks.list({ limit: 2 });
    expect(first.callbacks.map((each) => each.reference.slice(-4))).toEqual(['0001', '0002']);
    const second = await callbacks.list({ limit: 2, cursor: first.nextCursor! });
    expect(second.callbacks.map((each) => each.reference.slice(-4))).toEqual(['0003']);
    expect(second.nextCursor).toBeUndefined();
    await callbacks.markDone(first.callbacks[0]!.reference, staff('s1'));
    expect((await callbacks.list({ status: 'open' })).callbacks).toHaveLength(2);
    expect((await callbacks.list({ status: 'done' })).callbacks).toHaveLength(1);
  });

  it('is done once, with the fact who told so and how long the customer waited', async () => {
    const { reference } = await callbacks.open(request('m1'));
    clock.advance(90_000);
    const doneAt = clock.now();
    expect(await callbacks.markDone(reference, key('crm'))).toMatchObject({ reference, status: 'done', doneAt });
    clock.advance(1000);
    expect((await callbacks.markDone(reference, staff('s1'))).doneAt).toEqual(doneAt);
    const [row] = await store.query<{ id: string }>('SELECT id FROM callback_requests');
    const facts = await store.query('SELECT name, subject_id, actor_type, actor_id, seconds FROM service_facts ORDER BY id');
    expect(facts).toEqual([
      { name: 'callback.opened', subject_id: row!.id, actor_type: null, actor_id: null, seconds: null },
      { name: 'callback.done', subject_id: row!.id, actor_type: 'agent', actor_id: 'key:crm', seconds: 90 },
    ]);
    await expect(callbacks.markDone('CBR-20261121-9999', staff('s1'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
