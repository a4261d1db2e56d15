import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createVerification } from '../../prisma/crm/verification.ts';
import type { Store } from '../../prisma/store.ts';
import { complaint, HOUR, NUMBER, type Setup, setUp } from './complaintSetup.ts';
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
  const check = (number: string, digits: string, client = 'client'): Promise<string> =>
    createVerification(inner, desk.clock).checkLastFour(number, digits, client);

  it('takes the last four digits of the phone left with it, and nothing else', async () => {
    expect(await check(reference, '5678')).toBe('verified');
    // Of the shipment's parties: their digits open the shipment, not somebody's complaint.
    for (const digits of ['1111', '2222', '0000', '', '13912345678']) expect(await check(reference, digits)).toBe('refused');
    expect(await check(NUMBER, '5678')).toBe('refused');
  });

  it('locks it after five wrong answers for an hour, one that does not exist and one without a phone alike', async () => {
    const mute = (await desk.complaints.open(complaint('m2', { category: 'damage' }))).complaint.reference;
    for (const number of [reference, mute, 'CMP-20261123-9999']) {
      const results: string[] = [];
      for (let n = 0; n < 6; n++) results.push(await check(number, '0000', number));
      expect(results).toEqual([...Array(5).fill('refused'), 'locked']);
    }
    expect(await check(reference, '5678', 'other')).toBe('locked');
    desk.clock.advance(HOUR);
    expect(await check(reference, '5678', 'other')).toBe('verified');
    expect(await check(mute, '', 'other')).toBe('refused');
  });
});
