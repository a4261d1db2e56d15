import { describe, expect, it } from 'vitest';
import { isSameMatter, openKeyOf, similarityOf } from '../../../rules/complaints/duplicates.ts';
import fc from '../../fastCheck.ts';
import { AGENT, CUSTOMER, DAY, HOUR, newComplaint, openDesk, REMEDY, since } from './desk.ts';

describe('the key of an open matter', () => {
  it('is person, shipment and category, until it is resolved', () => {
    const desk = openDesk();
    expect(openKeyOf(desk.ticket, 'customer-li')).toBe('customer-li|shipment-1|loss');
    desk.change({ to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, AGENT, since(HOUR));
    desk.change({ to: 'ACCEPTED' }, CUSTOMER, since(HOUR));
    expect(openKeyOf(desk.ticket, 'customer-li')).toBeDefined();
    desk.change({ to: 'RESOLVED', rootCause: 'weather' }, AGENT, since(HOUR));
    expect(openKeyOf(desk.ticket, 'customer-li')).toBeUndefined();
  });

  it('is none without a shipment, and for praise: each is its own', () => {
    expect(openKeyOf(openDesk({}, { shipment: undefined }).ticket, 'p')).toBeUndefined();
    expect(openKeyOf(openDesk({ type: 'praise' }).ticket, 'p')).toBeUndefined();
  });
});

describe('the same words', () => {
  // 你们的客服电话一直打不通 has 12 characters, 11 pairs.
  it.each([
    ['你们的客服电话一直打不通', '你们的客服电话一直打不通', 1],
    ['你们的客服电话一直打不通', '你们的客服电话，一直打不通！！', 1],
    // One more character: 11 of 11 and 12 pairs.
    ['你们的客服电话一直打不通', '你们的客服电话一直打不通啊', 22 / 23],
    ['包裹丢了', '客服态度差', 0],
    ['Nobody answers', 'NOBODY  ANSWERS.', 1],
    ['', '', 0],
    ['丢', '丢', 1],
    ['丢', '', 0],
  ])('"%s" and "%s"', (a, b, share) => {
    expect(similarityOf(a, b)).toBeCloseTo(share, 10);
  });

  it('are alike both ways, from 0 to 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const share = similarityOf(a, b);
        expect(share).toBe(similarityOf(b, a));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are one matter for seven days, of the same kind and without a parcel', () => {
    const { ticket } = openDesk({ description: '你们的客服电话一直打不通' }, { shipment: undefined });
    const again = newComplaint({ description: '你们的客服电话一直打不通啊' });
    expect(isSameMatter(again, ticket, since(7 * DAY))).toBe(true);
    expect(isSameMatter(again, ticket, since(7 * DAY + 1))).toBe(false);
    expect(isSameMatter({ ...again, type: 'suggestion' }, ticket, since(DAY))).toBe(false);
    expect(isSameMatter({ ...again, description: '快递员态度很差' }, ticket, since(DAY))).toBe(false);
    expect(isSameMatter(again, openDesk({ description: again.description }).ticket, since(DAY))).toBe(false);
  });
});
