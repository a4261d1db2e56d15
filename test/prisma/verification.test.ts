import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { purgeCounters } from '../../prisma/crm/counters.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import { createVerification } from '../../prisma/crm/verification.ts';
import type { Store } from '../../prisma/store.ts';
import type { NewParty } from '../../rules/shipments/types.ts';
import type { Guesser } from '../../rules/verification/guessing.ts';
import type { Verification, VerificationResult } from '../../rules/verification/types.ts';
import { clear, stores } from './store.ts';

const party = (phone: string): NewParty => ({
  name: '某人',
  phone,
  address: { country: 'CN', province: '浙江省', city: '杭州市', street: '文一路' },
});
const MINUTE_MS = 60_000;

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
    for (const trackingNumber of ['XB1', 'XB2']) await createShipments(store, clock).put({ ...base, trackingNumber });
    const [sender, recipient] = [party('13800003333'), party('13900003333')];
    await createShipments(store, clock).put({ ...base, trackingNumber: 'XB-SAME', sender, recipient });
  });
  /** Somebody at an address, in a conversation of their own. */
  const guesser = (person: string, clientKey = `203.0.113.${person.length}`): Guesser => ({ person, clientKey });
  const check = (digits: string, who: Guesser, number = 'XB1'): Promise<VerificationResult> =>
    verification.checkLastFour(number, digits, who);
  const kinds = async (times: number, who: Guesser, number = 'XB1'): Promise<string[]> => {
    const results: string[] = [];
    for (let n = 0; n < times; n++) results.push((await check('0000', who, number)).kind);
    return results;
  };
  const inMinutes = (minutes: number): Date => new Date(clock.now().getTime() + minutes * MINUTE_MS);

  it('says whose last four digits they are, also in full width', async () => {
    const of = async (digits: string, number?: string): Promise<VerificationResult> => check(digits, guesser('a'), number);
    expect(await of('1111')).toEqual({ kind: 'verified', sides: ['sender'] });
    for (const digits of ['2222', '２２２２', ' 2222 ']) expect(await of(digits)).toEqual({ kind: 'verified', sides: ['recipient'] });
    expect(await of('3333', 'XB-SAME')).toEqual({ kind: 'verified', sides: ['sender', 'recipient'] });
    for (const [n, digits] of ['0000', '', '111', '13800001111', 'abcd'].entries())
      expect(await check(digits, guesser(`b${n}`))).toEqual({ kind: 'refused' });
  });

  it('lets three wrong answers through, then one after each wait, which doubles up to an hour', async () => {
    const me = guesser('a', '203.0.113.7');
    expect(await check('0000', me)).toEqual({ kind: 'refused' });
    expect(await check('0000', me)).toEqual({ kind: 'refused' });
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      expect(await check('0000', me)).toEqual({ kind: 'refused', until: inMinutes(minutes) });
      // Right or wrong, as long as the wait lasts the answer is the same.
      for (const digits of ['0000', '1111', '2222'])
        expect(await check(digits, me)).toEqual({ kind: 'waiting', until: inMinutes(minutes) });
      clock.advance(minutes * MINUTE_MS - 1);
      expect((await check('1111', me)).kind).toBe('waiting');
      clock.advance(1);
    }
    expect((await check('1111', me)).kind).toBe('verified');
  });

  it('hinders no client that never failed', async () => {
    expect(await kinds(4, guesser('a', '203.0.113.7'))).toEqual(['refused', 'refused', 'refused', 'waiting']);
    expect((await check('1111', guesser('b', '203.0.113.8'))).kind).toBe('verified');
    // Not even another conversation at the same address, as behind a carrier's NAT.
    expect((await check('1111', guesser('c', '203.0.113.7'))).kind).toBe('verified');
    // The waits are of the one parcel.
    expect((await check('1111', guesser('a', '203.0.113.7'), 'XB2')).kind).toBe('verified');
    expect((await check('1111', guesser('a', '203.0.113.7'), 'XB1-2')).kind).toBe('waiting');
  });

  it('begins no count anew with a new conversation at the same address, nor with a new /64 of the same network', async () => {
    const atOnce = async (clientKey: (n: number) => string, number: string): Promise<number> => {
      let refused = 0;
      for (let n = 0; n < 40; n++) if ((await check('0000', guesser(`c${n}`, clientKey(n)), number)).kind === 'refused') refused += 1;
      return refused;
    };
    expect(await atOnce(() => '203.0.113.7', 'XB1')).toBe(12);
    expect(await atOnce((n) => `2001:db8:1:${n.toString(16)}::/64`, 'XB2')).toBe(3 * 8);
    expect((await check('1111', guesser('d', '203.0.113.8'))).kind).toBe('verified');
  });

  it('slows a person down after twenty wrong answers in a day, whatever the parcel', async () => {
    const me = guesser('a', '203.0.113.7');
    const numbers = Array.from({ length: 20 }, (_, n) => `XB-UNKNOWN-${n}`);
    for (const number of numbers) expect((await check('0000', me, number)).kind).toBe('refused');
    expect(await check('1111', me)).toEqual({ kind: 'waiting', until: inMinutes(1) });
    expect((await check('1111', guesser('b', '203.0.113.7'))).kind).toBe('verified');
    clock.advance(24 * 60 * MINUTE_MS);
    expect((await check('1111', me)).kind).toBe('verified');
  });

  it('gives newcomers one try while many guess at a parcel, and closes it at last, until a day after the first', async () => {
    const first = inMinutes(24 * 60);
    const stranger = (n: number): Guesser => guesser(`s${n}`, `198.51.100.${n}`);
    for (let n = 0; n < 15; n++) expect(await kinds(3, stranger(n))).toEqual(['refused', 'refused', 'refused']);
    for (let n = 15; n < 30; n++) expect(await kinds(2, stranger(n))).toEqual(['refused', 'waiting']);
    clock.advance(MINUTE_MS);
    const owner = guesser('owner', '203.0.113.9');
    expect(await check('1111', owner)).toEqual({ kind: 'waiting', until: first });
    expect((await check('1111', owner, 'XB2')).kind).toBe('verified');
    clock.advance(24 * 60 * MINUTE_MS);
    expect((await check('1111', owner)).kind).toBe('verified');
  });

  it('answers the same where the number does not exist', async () => {
    const answers = async (number: string): Promise<VerificationResult[]> => {
      const results: VerificationResult[] = [];
      for (let n = 0; n < 6; n++) results.push(await check('0000', guesser(number, '203.0.113.7'), number));
      return results;
    };
    expect(await answers('XB-UNKNOWN')).toEqual(await answers('XB1'));
  });

  it('spends no attempt on right answers', async () => {
    for (let n = 0; n < 10; n++) expect((await check('1111', guesser('a'))).kind).toBe('verified');
    // Nothing of them stays: the rows were there to be locked.
    expect(await purgeCounters(store, clock.now())).toBe(1 + 2 + 2);
    expect(await kinds(4, guesser('a'))).toEqual(['refused', 'refused', 'refused', 'waiting']);
  });

  it.each([
    { from: 'as many addresses', clientKey: (n: number) => `10.0.${n >> 8}.${n & 255}`, heard: 60 },
    { from: 'one address', clientKey: () => '203.0.113.7', heard: 12 },
  ])('hears no more than $heard of 1,000 guesses made at once from $from', async ({ clientKey, heard }) => {
    const results = await Promise.all(Array.from({ length: 1000 }, (_, n) => check(String(3000 + n), guesser(`c${n}`, clientKey(n)))));
    expect(results.filter(({ kind }) => kind === 'refused')).toHaveLength(heard);
    expect(results.filter(({ kind }) => kind === 'waiting')).toHaveLength(1000 - heard);
  });

  it('keeps neither numbers nor clients readable, and forgets them when the window has passed', async () => {
    await check('0000', guesser('a', '2001:db8:1:2::/64'));
    const rows = await store.query<{ key: string }>('SELECT key FROM counters');
    // The parcel; network, client and person, each for the parcel and over all.
    expect(rows).toHaveLength(1 + 3 + 3);
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
    clock.advance(24 * 60 * MINUTE_MS - 1);
    expect(await purgeCounters(store, clock.now())).toBe(0);
    clock.advance(1);
    expect(await purgeCounters(store, clock.now())).toBe(7);
  });
});
