import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { createFixedClock } from '../../core/clock.ts';
import type { CallbackDesk, Callbacks, NewCallback } from '../../rules/callbacks/types.ts';
import { AGENT } from './tickets.ts';

/** 23:59 in Shanghai, which is UTC+8 all year. */
export const START = '2026-11-21T15:59:00.000Z';
export const TIME_ZONE = 'Asia/Shanghai';

/** Call-back requests of one implementation, and what came of them. */
export interface CallbacksUnderTest {
  /** At START in the beginning. */
  readonly clock: ReturnType<typeof createFixedClock>;
  readonly callbacks: Callbacks & CallbackDesk;
  /** @returns the customer's id */
  addCustomer(externalId: string): Promise<string>;
  /** What was counted, in order, with the seconds that it took. */
  listFacts(): Promise<readonly { readonly name: string; readonly seconds?: number }[]>;
  /** Payloads, oldest first. */
  listWebhooks(): Promise<readonly object[]>;
}

/** One implementation for the tests of one file; `begin` empties it. */
export interface CallbackStore {
  begin(): Promise<CallbacksUnderTest>;
  close(): Promise<void>;
}

const request = (idempotencyKey: string, more: Partial<NewCallback> = {}): NewCallback => ({
  ...{ idempotencyKey, conversationId: 'c1', phone: '+8613800000001', locale: 'zh-Hans', topic: 'complaint', note: '包裹破损' },
  ...more,
});

/** What every implementation of `Callbacks` and `CallbackDesk` does. */
export function describeCallbacks(name: string, openStore: () => Promise<CallbackStore>): void {
  describe(`call-back requests ${name}`, () => {
    let store: CallbackStore;
    let tested: CallbacksUnderTest;
    let callbacks: CallbacksUnderTest['callbacks'];
    beforeAll(async () => {
      store = await openStore();
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      tested = await store.begin();
      ({ callbacks } = tested);
    });

    it('numbers from 1 within the day of the company', async () => {
      expect(await callbacks.open(request('m1'))).toEqual({ reference: 'CBR-20261121-0001' });
      expect(await callbacks.open(request('m2'))).toEqual({ reference: 'CBR-20261121-0002' });
      tested.clock.advance(60_000);
      expect(await callbacks.open(request('m3'))).toEqual({ reference: 'CBR-20261122-0001' });
    });

    it('writes the request, a fact and a webhook once for one message', async () => {
      const first = await callbacks.open(request('m1', { trackingNumber: 'XB1', note: 'a\u0000b' }));
      expect(await callbacks.open(request('m1'))).toEqual(first);
      expect(await tested.listFacts()).toEqual([{ name: 'callback.opened' }]);
      const { idempotencyKey: _, ...data } = request('m1', { trackingNumber: 'XB1', note: 'ab' });
      const occurredAt = tested.clock.now().toISOString();
      expect(await tested.listWebhooks()).toEqual([{ event: 'callback.opened', occurredAt, data: { ...first, ...data } }]);
      expect((await callbacks.list()).callbacks).toEqual([{ ...first, ...data, status: 'open', createdAt: tested.clock.now() }]);
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
        tested.clock.advance(1);
      }
      const first = await callbacks.list({ limit: 2 });
      expect(first.callbacks.map((each) => each.reference.slice(-4))).toEqual(['0001', '0002']);
      const second = await callbacks.list({ limit: 2, cursor: first.nextCursor! });
      expect(second.callbacks.map((each) => each.reference.slice(-4))).toEqual(['0003']);
      expect(second.nextCursor).toBeUndefined();
      await callbacks.markDone(first.callbacks[0]!.reference, AGENT);
      expect((await callbacks.list({ status: 'open' })).callbacks).toHaveLength(2);
      expect((await callbacks.list({ status: 'done' })).callbacks).toHaveLength(1);
    });

    it('lists what was opened or done since', async () => {
      const references: string[] = [];
      for (const key of ['m1', 'm2', 'm3']) {
        references.push((await callbacks.open(request(key))).reference);
        tested.clock.advance(1000);
      }
      const updatedAfter = new Date(tested.clock.now().getTime() - 1000);
      await callbacks.markDone(references[0]!, AGENT);
      expect((await callbacks.list({ updatedAfter })).callbacks.map(({ reference }) => reference)).toEqual([references[0], references[2]]);
    });

    it('shows a conversation and a customer the latest three of theirs that nobody answered', async () => {
      const references: string[] = [];
      const [mine, other] = [await tested.addCustomer('C-1'), await tested.addCustomer('C-2')];
      const theirs = [{}, {}, {}, {}, { conversationId: 'c2', customerId: mine }, { conversationId: 'c3', customerId: other }];
      for (const [n, more] of theirs.entries()) {
        references.push((await callbacks.open(request(`m${n}`, more))).reference);
        tested.clock.advance(1000);
      }
      const open = async (...of: Parameters<Callbacks['listOpen']>) =>
        (await callbacks.listOpen(...of)).map(({ reference }) => references.indexOf(reference));
      expect(await open('c1')).toEqual([3, 2, 1]);
      expect(await open('c1', mine)).toEqual([4, 3, 2]);
      await callbacks.markDone(references[3]!, AGENT);
      expect(await open('c1')).toEqual([2, 1, 0]);
      expect(await open('nobody')).toEqual([]);
    });

    it('is changed by who asked for it: another phone, when to call, and is cancelled', async () => {
      const mine = await tested.addCustomer('C-1');
      const { reference } = await callbacks.open(request('m1', { customerId: mine }));
      const change = (idempotencyKey: string, what: object, who: object = { conversationId: 'c1' }) =>
        callbacks.change(reference, { idempotencyKey, conversationId: 'elsewhere', ...who, ...what });
      expect(await change('m2', { phone: '+8613900000002' }, { conversationId: 'c9' })).toBeUndefined();
      expect(await change('m2', { phone: '+8613900000002' })).toMatchObject({ reference, phone: '+8613900000002' });
      expect((await change('m3', { addition: '下午三点\u0000后' }))?.note).toBe('包裹破损\n下午三点后');
      expect((await change('m3', { addition: '下午三点后' }, { customerId: mine }))?.note).toBe('包裹破损\n下午三点后');
      tested.clock.advance(1000);
      expect(await change('m4', { isCancelled: true })).toMatchObject({ reference });
      expect(await change('m4', { isCancelled: true })).toBeUndefined();
      expect(await change('m5', { phone: '+8613900000003' })).toBeUndefined();
      expect(await callbacks.listOpen('c1')).toEqual([]);
      const [listed] = (await callbacks.list({ status: 'cancelled', updatedAfter: tested.clock.now() })).callbacks;
      expect(listed).toMatchObject({ reference, status: 'cancelled', doneAt: tested.clock.now(), phone: '+8613900000002' });
      await callbacks.markDone(reference, AGENT);
      expect((await callbacks.list({ status: 'done' })).callbacks).toEqual([]);
      const told = (await tested.listWebhooks()) as readonly { event: string; data: object }[];
      expect(told.slice(1).map(({ event }) => event)).toEqual(['callback.changed', 'callback.changed', 'callback.cancelled']);
      expect(told[1]?.data).toEqual({ reference, conversationId: 'c1', phone: '+8613900000002' });
      const counted = (await tested.listFacts()).map(({ name }) => name);
      expect(new Set(counted)).toEqual(new Set(['callback.opened', 'callback.changed', 'callback.cancelled']));
    });

    it('is done once, with the fact how long the customer waited', async () => {
      const { reference } = await callbacks.open(request('m1'));
      tested.clock.advance(90_000);
      const doneAt = tested.clock.now();
      expect(await callbacks.markDone(reference, AGENT)).toMatchObject({ reference, status: 'done', doneAt });
      tested.clock.advance(1000);
      expect((await callbacks.markDone(reference, AGENT)).doneAt).toEqual(doneAt);
      expect(await tested.listFacts()).toEqual([{ name: 'callback.opened' }, { name: 'callback.done', seconds: 90 }]);
      await expect(callbacks.markDone('CBR-20261121-9999', AGENT)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
}
