import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createVerification } from '../../prisma/crm/verification.ts';
import type { Store } from '../../prisma/store.ts';
import { complaint, NUMBER } from '../conformance/tickets.ts';
import { type Setup, setUp } from './complaintSetup.ts';
import { stores } from './store.ts';

describe.each(stores)('verification by a complaint on the $name store', ({ open: openStore }) => {
  let inner: Store;
  let desk: Setup;
  let reference: string;
  beforeAll(async () => {
    inner = await openStore();
  });
  afterAll(() => inner.close());
  beforeEach(async () => {
    desk = await setUp(inner);
    reference = (await desk.complaints.open(complaint('m1', { contactPhone: '+8613912345678' }))).complaint.reference;
  });
  const check = async (number: string, digits: string, client = 'client'): Promise<string> =>
    (await createVerification(inner, desk.clock).checkLastFour(number, digits, { person: client, clientKey: client })).kind;

  it('takes the last four digits of the phone left with it, and nothing else', async () => {
    expect(await check(reference, '5678')).toBe('verified');
    // Of the shipment's parties: their digits open the shipment, not somebody's complaint.
    for (const digits of ['1111', '2222', '0000', '', '13912345678'])
      expect(await check(reference, digits, `client ${digits}`)).toBe('refused');
    expect(await check(NUMBER, '5678')).toBe('refused');
  });

  it('proves nothing of its shipment', async () => {
    const guesser = { person: 'c1', clientKey: '192.0.2.1' };
    expect(await createVerification(inner, desk.clock).checkLastFour(reference, '5678', guesser)).toEqual({ kind: 'verified', sides: [] });
  });

  it('is slowed down after three wrong answers, one that does not exist and one without a phone alike', async () => {
    const mute = (await desk.complaints.open(complaint('m2', { category: 'damage' }))).complaint.reference;
    for (const number of [reference, mute, 'CMP-20261123-9999']) {
      const results: string[] = [];
      for (let n = 0; n < 4; n++) results.push(await check(number, '0000', number));
      expect(results).toEqual([...Array(3).fill('refused'), 'waiting']);
    }
    expect(await check(reference, '5678', reference)).toBe('waiting');
    desk.clock.advance(60_000);
    expect(await check(reference, '5678', reference)).toBe('verified');
    expect(await check(reference, '5678', 'other')).toBe('verified');
    expect(await check(mute, '', 'other')).toBe('refused');
  });
});
