import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import type { NewParty, Verification } from '../../core/services.ts';
import { purgeCounters } from '../../prisma/crm/counters.ts';
import { createShipments } from '../../prisma/crm/shipments.ts';
import { createVerification } from '../../prisma/crm/verification.ts';
import type { Store } from '../../prisma/store.ts';
import { clear, stores } from './store.ts';

const party = (phone: string): NewParty => ({
  name: '某人',
  phone,
  address: { country: 'CN', province: '浙江省', city: '杭州市', street: '文一路' },
});
const HOUR_MS = 3_600_000;

describe.each(stores)('verification on the $name store', ({ open }) => {
  let clock = createFixedClock('2026-11-21T02:00:00.000Z');
  let store: Store;
  let verification: Verification;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await clear(store);
    clock = createFixedClock('2026-11-21T02:00:00.000Z');
    verification = createVerification(store, clock);
    const base = { service: 'EXPRESS', pieceCount: 2, items: [], sender: party('13800001111'), recipient: party('13900002222') } as const;
    for (const trackingNumber of ['XB1', 'XB2', 'XB3', 'XB4', 'XB5']) await createShipments(store, clock).put({ ...base, trackingNumber });
  });
  const check = (digits: string, number = 'XB1', client = 'client'): Promise<string> => verification.checkLastFour(number, digits, client);
  const checkTimes = async (times: number, number: string, client: string): Promise<string[]> => {
    const results: string[] = [];
    for (let n = 0; n < times; n++) results.push(await check('0000', number, client));
    return results;
  };

  it('takes the last four digits of either party, also in full width', async () => {
    for (const digits of ['1111', '2222', '２２２２', ' 1111 ']) expect(await check(digits)).toBe('verified');
    for (const digits of ['0000', '', '111', '13800001111', 'abcd']) expect(await check(digits)).toBe('refused');
  });

  it('locks a number after five wrong answers for an hour, even for the right one', async () => {
    expect(await checkTimes(6, 'XB1', 'a')).toEqual([...Array(5).fill('refused'), 'locked']);
    expect(await check('1111', 'XB1', 'b')).toBe('locked');
    expect(await check('1111', 'XB1-2', 'b')).toBe('locked');
    clock.advance(HOUR_MS);
    expect(await check('1111', 'XB1', 'b')).toBe('verified');
  });

  it('locks a client after twenty wrong answers for a day', async () => {
    for (const number of ['XB1', 'XB2', 'XB3', 'XB4']) expect(await checkTimes(5, number, 'a')).toEqual(Array(5).fill('refused'));
    expect(await check('1111', 'XB5', 'a')).toBe('locked');
    expect(await check('1111', 'XB5', 'b')).toBe('verified');
    clock.advance(24 * HOUR_MS);
    expect(await check('1111', 'XB5', 'a')).toBe('verified');
  });

  it('treats a number that does not exist the same', async () => {
    expect(await checkTimes(6, 'XB9', 'a')).toEqual([...Array(5).fill('refused'), 'locked']);
  });

  it('spends no attempt on right answers', async () => {
    for (let n = 0; n < 10; n++) expect(await check('1111')).toBe('verified');
    expect(await checkTimes(5, 'XB1', 'client')).toEqual(Array(5).fill('refused'));
  });

  it('hears no more than five of 1,000 guesses made at once', async () => {
    const results = await Promise.all(Array.from({ length: 1000 }, (_, n) => check(String(3000 + n), 'XB1', `client-${n}`)));
    expect(results.filter((result) => result === 'refused')).toHaveLength(5);
    expect(results.filter((result) => result === 'locked')).toHaveLength(995);
  });

  it('keeps neither numbers nor clients readable, and forgets them when the window has passed', async () => {
    await check('0000', 'XB1', '192.0.2.7');
    const rows = await store.query<{ key: string }>('SELECT key FROM counters');
    expect(rows).toHaveLength(2);
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
    clock.advance(HOUR_MS);
    expect(await purgeCounters(store, clock.now())).toBe(1);
    clock.advance(23 * HOUR_MS);
    expect(await purgeCounters(store, clock.now())).toBe(1);
  });
});
