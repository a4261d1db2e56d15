import { describe, expect, it } from 'vitest';
import { SEVERITIES, TICKET_CATEGORIES } from '../../../rules/complaints/codes.ts';
import { suggestRemedies } from '../../../rules/complaints/remedies.ts';

describe('remedies', () => {
  // The domain's remedy matrix: 催件 for a minor delay, freight refund for a normal one, claim for damage, trace then claim for loss …
  it.each([
    ['delay', 'P3', 'expedite'],
    ['damage', 'P2', 'compensation'],
    ['loss', 'P2', 'investigation'],
    ['loss', 'P1', 'compensation'],
    ['shortage', 'P3', 'investigation'],
    ['fee_dispute', 'P3', 'explanation'],
    ['fee_dispute', 'P2', 'refund'],
    ['service_attitude', 'P3', 'apology'],
    ['fake_delivery_sign', 'P3', 'redelivery'],
  ] as const)('%s %s begins with %s', (category, severity, first) => {
    expect(suggestRemedies(category, severity)[0]).toBe(first);
  });

  it('offers a coupon for a serious delay and the freight for a normal one', () => {
    expect(suggestRemedies('delay', 'P1')).toEqual(expect.arrayContaining(['refund', 'coupon']));
    expect(suggestRemedies('delay', 'P2')).toContain('refund');
    expect(suggestRemedies('delay', 'P3')).not.toContain('refund');
  });

  it('has one to four for everything, each once, and never "other"', () => {
    for (const category of TICKET_CATEGORIES)
      for (const severity of SEVERITIES) {
        const remedies = suggestRemedies(category, severity);
        expect(remedies.length).toBeGreaterThan(0);
        expect(remedies.length).toBeLessThanOrEqual(4);
        expect(new Set(remedies).size).toBe(remedies.length);
        expect(remedies).not.toContain('other');
      }
  });
});
