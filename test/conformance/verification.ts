import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewParty } from '../../rules/shipments/types.ts';
import type { Guesser } from '../../rules/verification/guessing.ts';
import type { VerificationResult } from '../../rules/verification/types.ts';
import { complaint, party, type TicketStore, type Tickets } from './tickets.ts';

const MINUTE_MS = 60_000;
const nobody = (phone: string): NewParty => party('某人', phone);

/** What every implementation of the port does. */
export function describeVerification(name: string, openStore: () => Promise<TicketStore>): void {
  describe(`verification ${name}`, () => {
    let store: TicketStore;
    let tickets: Tickets;
    beforeAll(async () => {
      store = await openStore();
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      tickets = await store.begin();
      await tickets.chat('c1', 'user-c1');
      const parties = { sender: nobody('13800001111'), recipient: nobody('13900002222') };
      const alike = { sender: nobody('138 0000 3333'), recipient: nobody('13900003333') };
      for (const [trackingNumber, of] of [
        ['XB1', parties],
        ['XB2', parties],
        ['XB-SAME', alike],
      ] as const)
        await tickets.ship({ trackingNumber, service: 'EXPRESS', pieceCount: 2, items: [], ...of }, []);
    });
    /** Somebody at an address, in a conversation of their own. */
    const guesser = (person: string, clientKey = `203.0.113.${person.length}`): Guesser => ({ person, clientKey });
    const check = (digits: string, who: Guesser, number = 'XB1'): Promise<VerificationResult> =>
      tickets.verification.checkLastFour(number, digits, who);
    const kinds = async (times: number, who: Guesser, number = 'XB1'): Promise<string[]> => {
      const results: string[] = [];
      for (let n = 0; n < times; n++) results.push((await check('0000', who, number)).kind);
      return results;
    };
    const inMinutes = (minutes: number): Date => new Date(tickets.clock.now().getTime() + minutes * MINUTE_MS);
    /** A ticket about XB1. @returns its reference */
    const complain = async (idempotencyKey: string, contactPhone?: string): Promise<string> => {
      const told = complaint(idempotencyKey, { trackingNumber: 'XB1', category: contactPhone === undefined ? 'damage' : 'loss' });
      return (await tickets.complaints.open({ ...told, ...(contactPhone !== undefined && { contactPhone }) })).complaint.reference;
    };

    it('says whose last four digits they are, also in full width', async () => {
      const of = (digits: string, number?: string): Promise<VerificationResult> => check(digits, guesser('a'), number);
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
        tickets.clock.advance(minutes * MINUTE_MS - 1);
        expect((await check('1111', me)).kind).toBe('waiting');
        tickets.clock.advance(1);
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
      tickets.clock.advance(24 * 60 * MINUTE_MS);
      expect((await check('1111', me)).kind).toBe('verified');
    });

    it('gives newcomers one try while many guess at a parcel, and closes it at last, until a day after the first', async () => {
      const first = inMinutes(24 * 60);
      const stranger = (n: number): Guesser => guesser(`s${n}`, `198.51.100.${n}`);
      for (let n = 0; n < 15; n++) expect(await kinds(3, stranger(n))).toEqual(['refused', 'refused', 'refused']);
      for (let n = 15; n < 30; n++) expect(await kinds(2, stranger(n))).toEqual(['refused', 'waiting']);
      tickets.clock.advance(MINUTE_MS);
      const owner = guesser('owner', '203.0.113.9');
      expect(await check('1111', owner)).toEqual({ kind: 'waiting', until: first });
      expect((await check('1111', owner, 'XB2')).kind).toBe('verified');
      tickets.clock.advance(24 * 60 * MINUTE_MS);
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

    it('takes the last four digits of the phone left with a ticket, which prove nothing of its shipment', async () => {
      const reference = await complain('m1', '+8613912345678');
      expect(await check('5678', guesser('a'), reference)).toEqual({ kind: 'verified', sides: [] });
      // Of the shipment's parties: their digits open the shipment, not somebody's complaint.
      for (const [n, digits] of ['1111', '2222', '0000', '', '13912345678'].entries())
        expect((await check(digits, guesser(`b${n}`), reference)).kind).toBe('refused');
      expect((await check('5678', guesser('c'))).kind).toBe('refused');
    });

    it('slows down who guesses at a ticket, one that does not exist and one without a phone alike', async () => {
      const [reference, mute] = [await complain('m1', '+8613912345678'), await complain('m2')];
      for (const number of [reference, mute, 'CMP-20261123-9999'])
        expect(await kinds(4, guesser(number), number)).toEqual(['refused', 'refused', 'refused', 'waiting']);
      expect((await check('5678', guesser(reference), reference)).kind).toBe('waiting');
      tickets.clock.advance(MINUTE_MS);
      expect((await check('5678', guesser(reference), reference)).kind).toBe('verified');
      expect((await check('', guesser('other'), mute)).kind).toBe('refused');
    });
  });
}
