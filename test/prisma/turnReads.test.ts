import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createTurnReads } from '../../prisma/crm/conversations/turnReads.ts';
import type { Store } from '../../prisma/store.ts';
import { stores } from './store.ts';

const CONVERSATIONS = 250;

describe.each(stores)('reads of turns on the $name store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    const { open: begin } = createConversations(store, createFixedClock('2026-11-21T02:00:00Z'));
    for (let index = 0; index < CONVERSATIONS; index += 1)
      await begin({ id: `c${index}`, channel: 'webchat', userId: `u${index}`, locale: 'en' });
  });
  afterAll(() => store.close());

  it('gives each of many at once its own, also who asks twice or for what there is not', async () => {
    const read = createTurnReads<{ conversationId: string; userId: string }>(store);
    const ids = Array.from({ length: CONVERSATIONS }, (_, index) => index);
    const rows = await Promise.all([
      ...ids.map((index) => read(`c${index}`, 'x')),
      read('c7', 'x'),
      read('nowhere', 'x'),
      read('c8\0', 'x'),
    ]);
    expect(rows.slice(0, CONVERSATIONS).map((row) => row?.userId)).toEqual(ids.map((index) => `u${index}`));
    expect(rows.slice(CONVERSATIONS).map((row) => row?.userId)).toEqual(['u7', undefined, 'u8']);
  });

  it('sends one at once, and gathers what comes while two statements are under way', async () => {
    const sizes: number[] = [];
    const counting: Store = {
      ...store,
      query(sql, params) {
        sizes.push((JSON.parse(String(params?.[0])) as unknown[]).length);
        return store.query(sql, params);
      },
    };
    const read = createTurnReads(counting);
    await Promise.all([1, 2, 3, 4, 5].map((index) => read(`c${index}`, 'x')));
    expect(sizes).toEqual([1, 1, 3]); // the first two wait for nothing
  });

  it('tells everyone of an error, and recovers', async () => {
    let isDown = true;
    const read = createTurnReads({
      ...store,
      query: (sql, params) => (isDown ? Promise.reject(new Error('down')) : store.query(sql, params)),
    });
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((index) => read(`c${index}`, 'x')));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    isDown = false;
    expect(await read('c1', 'x')).toMatchObject({ conversationId: 'c1' });
  });
});
