import { describe, expect, it } from 'vitest';
import { calculateClaim } from '../../../rules/claims/calculate.ts';
import { DEFAULT_CLAIM_POLICY } from '../../../rules/claims/rules.ts';
import type { ClaimInput, ClaimResult } from '../../../rules/claims/types.ts';
import { cny, lost, NOW } from './input.ts';

const DAY_MS = 86_400_000;
const of = (more: Partial<ClaimInput>, policy = DEFAULT_CLAIM_POLICY): ClaimResult => calculateClaim(lost(more), NOW, policy);
/** What was given by which rule, in minor units. */
const amounts = ({ lines }: ClaimResult): Record<string, number> =>
  Object.fromEntries(lines.map(({ ruleId, amount }) => [ruleId, amount.minor]));
const withoutFreightRefund = {
  ...DEFAULT_CLAIM_POLICY,
  rules: DEFAULT_CLAIM_POLICY.rules.filter(({ id }) => id !== 'terms.freight'),
};

describe('an uninsured express parcel', () => {
  it('is paid by our terms, and the law reaches as far as the proven loss', () => {
    const result = of({});
    // 5 × 8.00 = 40.00, less than 199.00 and than the cap of 500.00; besides the freight of 8.00. 48.00 in all.
    expect(amounts(result)).toEqual({ 'express-cn.terms.uninsured': 4000, 'terms.freight': 800 });
    expect(result.offer).toEqual(cny(4800));
    expect(result.lines.map(({ basis }) => basis)).toEqual(['terms', 'terms']);
    expect(result.legalCeiling).toEqual(cny(19_900));
    expect(result).toMatchObject({ isAutomatic: true, needsPersonBecause: [] });
  });

  it('is paid no more than was lost, and no more than the cap', () => {
    expect(amounts(of({ provenValue: cny(3999) }))).toMatchObject({ 'express-cn.terms.uninsured': 3999 });
    // 5 × 99.99 = 499.95, 5 × 100.00 = 500.00, 5 × 100.01 = 500.05 → the cap of 500.00.
    const capped = (freight: number) => amounts(of({ provenValue: cny(99_900), freight: cny(freight) }))['express-cn.terms.uninsured'];
    expect([9999, 10_000, 10_001].map(capped)).toEqual([49_995, 50_000, 50_000]);
  });

  it('is paid for the part that is harmed', () => {
    const policy = withoutFreightRefund;
    // 1 of 3 pieces of 199.00: 66.333… → 66.33, above 5 × 8.00; with a freight of 20.00 the loss decides.
    expect(of({ kind: 'damaged', share: { part: 1, whole: 3 } }, policy).offer).toEqual(cny(4000));
    expect(of({ kind: 'shortage', share: { part: 1, whole: 3 }, freight: cny(2000) }, policy).offer).toEqual(cny(6633));
  });

  it('counts in whole when nobody knows how much is harmed, and asks a person', () => {
    const result = of({ kind: 'damaged', provenValue: cny(3000) });
    expect(result.offer).toEqual(cny(3000));
    expect(result.needsPersonBecause).toEqual(['share_unknown']);
  });
});

describe('an insured parcel', () => {
  it.each([
    ['insured for more than was lost: the loss', 30_000, 19_900],
    ['insured for exactly the loss', 19_900, 19_900],
    ['insured for less: the insured amount', 10_000, 10_000],
  ])('lost, %s', (_title, insured, expected) => {
    const result = of({ insured: cny(insured) });
    expect(amounts(result)).toEqual({ 'terms.insured': expected, 'terms.freight': 800 });
    expect(result.legalCeiling).toBeUndefined();
  });

  it.each([
    // 199.00 × 1/3 × 100.00 / max(199.00, 100.00) = 100.00 / 3 = 33.333… → 33.33
    ['insured for half the value', { part: 1, whole: 3 }, 10_000, 3333],
    // 199.00 × 2/3 × 100.00 / 199.00 = 66.666… → 66.67
    ['two thirds, half the value', { part: 2, whole: 3 }, 10_000, 6667],
    // 199.00 × 1/3 × 300.00 / max(199.00, 300.00) = 199.00 / 3 = 66.333… → 66.33: no more than the loss
    ['insured above the value', { part: 1, whole: 3 }, 30_000, 6633],
    // all of it is a whole loss: min(100.00, 199.00)
    ['all of it', { part: 3, whole: 3 }, 10_000, 10_000],
  ])('damaged in part, %s', (_title, share, insured, expected) => {
    expect(amounts(of({ kind: 'damaged', share, insured: cny(insured) }))).toEqual({ 'terms.insured': expected });
  });

  it('rounds a half upwards, and only once', () => {
    const part = (value: number, whole: number, insured: number) =>
      of({ kind: 'damaged', provenValue: cny(value), share: { part: 1, whole }, insured: cny(insured) }).offer;
    // 0.03 × 1/2 × 0.01 / 0.03 = 0.005 → 0.01
    expect(part(3, 2, 1)).toEqual(cny(1));
    // 0.03 × 1/6 × 0.02 / 0.03 = 0.00333… → 0.00
    expect(part(3, 6, 2)).toBeUndefined();
    // 0.05 × 1/3 × 0.04 / 0.05 = 0.01333… → 0.01; a loss rounded first would be 0.02 × 0.04 / 0.05 = 0.016 → 0.02
    expect(part(5, 3, 4)).toEqual(cny(1));
  });
});

describe('a registered postal item', () => {
  it('is limited to three times the postage, which is the law for it alone', () => {
    const result = of({ regime: 'POSTAL_CN' });
    // 3 × 8.00 = 24.00
    expect(amounts(result)).toEqual({ 'postal-cn.law.uninsured': 2400, 'terms.freight': 800 });
    expect(result.lines[0]?.basis).toBe('law');
    expect(result.legalCeiling).toBeUndefined();
  });

  it('when insured is worth its insured amount, in part in proportion', () => {
    expect(amounts(of({ regime: 'POSTAL_CN', insured: cny(30_000) }))).toMatchObject({ 'postal-cn.law.insured': 30_000 });
    const destroyed = of({ regime: 'POSTAL_CN', kind: 'damaged', share: { part: 3, whole: 3 }, insured: cny(30_000) });
    expect(amounts(destroyed)).toEqual({ 'postal-cn.law.insured': 30_000 });
    // 199.00 × 1/2 × 100.00 / 199.00 = 50.00
    const half = of({ regime: 'POSTAL_CN', kind: 'damaged', share: { part: 1, whole: 2 }, insured: cny(10_000) });
    expect(amounts(half)).toEqual({ 'postal-cn.law.insured': 5000 });
  });
});

describe('an international parcel', () => {
  const wide = { provenValue: cny(999_900), regime: 'MONTREAL', reach: 'international' } as const;

  it('by air is limited to 26 SDR a kilogram of the day’s rate', () => {
    // 26 × 1.2 kg × 9.72772 = 303.504864 → 303.50
    const result = of(wide);
    expect(amounts(result)).toEqual({ 'montreal.law.26sdr': 30_350, 'terms.freight': 800 });
    expect(result.lines[0]).toMatchObject({
      basis: 'law',
      inputs: { weightGrams: 1200, sdrPerKg: '26', perSdr: '9.72772', rateOn: '2025-10-20', limitMinor: 30_350, lossMinor: 999_900 },
    });
    expect(result.lines[0]?.says.en).toContain('at the rate of 2025-10-20 (1 SDR = CNY 9.72772)');
    expect(result.lines[0]?.says.en).toContain('article 22 of the Montreal Convention');
  });

  it('is paid the loss where that is less than the limit', () => {
    expect(amounts(of({ ...wide, provenValue: cny(30_349) }))).toMatchObject({ 'montreal.law.26sdr': 30_349 });
  });

  it('takes the limit of the day it was sent', () => {
    // 22 × 1.2 × 9.72772 = 256.811808 → 256.81
    expect(amounts(of({ ...wide, sentOn: '2024-12-27' }))).toMatchObject({ 'montreal.law.22sdr': 25_681 });
    expect(amounts(of({ ...wide, sentOn: '2024-12-28' }))).toMatchObject({ 'montreal.law.26sdr': 30_350 });
    expect(of({ ...wide, sentOn: '2019-12-27' }).needsPersonBecause).toContain('rule_missing');
  });

  it('by road in Europe is limited to 8.33 SDR a kilogram gross', () => {
    const result = of({
      ...wide,
      regime: 'CMR',
      provenValue: { minor: 99_900, currency: 'EUR' },
      freight: { minor: 800, currency: 'EUR' },
    });
    // 8.33 × 1.2 × 1.17176 = 11.71291296 → 11.71 EUR
    expect(amounts(result)).toEqual({ 'cmr.law.8.33sdr': 1171, 'terms.freight': 800 });
    expect(result.offer).toEqual({ minor: 1971, currency: 'EUR' });
    expect(result.needsPersonBecause).toEqual(['above_bot_limit']);
  });

  it('counts yen without hundredths', () => {
    const policy = { ...withoutFreightRefund, sdrRates: [{ currency: 'JPY', perSdr: '206.163', asOf: '2025-10-20' }] };
    // 26 × 1.2 × 206.163 = 6432.2856 → 6432 yen
    expect(of({ ...wide, provenValue: { minor: 90_000, currency: 'JPY' } }, policy).offer).toEqual({ minor: 6432, currency: 'JPY' });
  });

  it('tells a person when the convention gives more than was insured', () => {
    const result = of({ ...wide, insured: cny(10_000) });
    expect(amounts(result)).toMatchObject({ 'terms.insured': 10_000 });
    expect(result.legalCeiling).toEqual(cny(30_350));
    expect(result.needsPersonBecause).toContain('law_gives_more');
    for (const insured of [30_350, 40_000]) {
      const enough = of({ ...wide, insured: cny(insured) });
      expect(enough.legalCeiling).toBeUndefined();
      expect(enough.needsPersonBecause).not.toContain('law_gives_more');
    }
  });

  it('needs a weight, a rate, a fresh one, and the weight of the piece concerned', () => {
    expect(of({ ...wide, weightGrams: undefined }).needsPersonBecause).toContain('weight_unknown');
    expect(of({ ...wide, provenValue: { minor: 100, currency: 'THB' } }).needsPersonBecause).toContain('rate_unknown');
    expect(of({ ...wide, kind: 'damaged', pieceCount: 2 }).needsPersonBecause).toContain('piece_weight_unknown');
    const at = (now: string) => calculateClaim(lost(wide), new Date(now)).needsPersonBecause;
    expect(at('2025-11-20T00:00:00.000Z')).not.toContain('rate_outdated'); // 31 days
    expect(at('2025-11-20T00:00:00.001Z')).toContain('rate_outdated');
    expect(at('2025-10-19T23:59:59.999Z')).toContain('rate_unknown'); // the day before the rate
  });
});

describe('a late parcel', () => {
  it('is refunded its freight', () => {
    const result = of({ kind: 'delayed', delayMs: 1, isDelivered: true, freight: cny(1200) });
    expect(amounts(result)).toEqual({ 'terms.delayed': 1200 });
    expect(result.isAutomatic).toBe(true);
  });

  it.each([
    ['nothing', 0, 0],
    // 12.35 × 50 % = 6.175 → 6.18
    ['a half', 50, 618],
    ['all', 100, 1235],
  ])('is refunded the percentage the company sets: %s', (_title, freightPercent, expected) => {
    const rules = DEFAULT_CLAIM_POLICY.rules.map((rule) =>
      rule.id === 'terms.delayed' ? { ...rule, terms: { on: 'delayed', freightPercent } as const } : rule,
    );
    const result = of({ kind: 'delayed', delayMs: DAY_MS, freight: cny(1235) }, { ...DEFAULT_CLAIM_POLICY, rules });
    expect(result.offer).toEqual(expected > 0 ? cny(expected) : undefined);
    expect(result.isAutomatic).toBe(expected > 0);
  });

  it.each([
    ['sameCity', 3],
    ['domestic', 7],
    ['international', 10],
  ] as const)('counts as lost when it has not come more than some days after the promise: %s %i', (reach, days) => {
    const at = (delayMs: number) => amounts(of({ kind: 'delayed', reach, delayMs }));
    expect(at(days * DAY_MS)).toEqual({ 'terms.delayed': 800 });
    expect(at(days * DAY_MS + 1)).toEqual({ 'terms.overdue': 0, 'express-cn.terms.uninsured': 4000, 'terms.freight': 800 });
  });

  it('has not been lost when it came in the end', () => {
    expect(amounts(of({ kind: 'delayed', delayMs: 30 * DAY_MS, isDelivered: true }))).toEqual({ 'terms.delayed': 800 });
  });

  it('is left to a person when it is not late, or nobody knows', () => {
    expect(of({ kind: 'delayed', delayMs: 0 }).needsPersonBecause).toEqual(['not_late', 'nothing_due']);
    expect(of({ kind: 'delayed' }).needsPersonBecause).toEqual(['promise_unknown', 'nothing_due']);
    expect(of({ kind: 'delayed', delayMs: 1, freight: undefined }).needsPersonBecause).toEqual(['freight_unknown', 'nothing_due']);
  });
});

describe('what makes the bot ask a person', () => {
  it.each([
    ['not_verified', { verifiedLevel: 0 }],
    ['no_carrier_fault', { hasCarrierFault: false }],
    ['shown_delivered', { isDelivered: true }],
    ['claimed_before', { isClaimedBefore: true }],
    ['shipment_unknown', { isShipmentKnown: false }],
    ['too_early', { claimableFrom: new Date(NOW.getTime() + 1) }],
    ['value_unproven', { evidence: 'C' }],
    ['freight_unknown', { freight: undefined, insured: cny(100) }],
  ] as const)('%s', (reason, more) => {
    expect(of(more)).toMatchObject({ isAutomatic: false, needsPersonBecause: [reason] });
  });

  it('is an amount above its limit, to the fen', () => {
    // 50.00 in all: 42.00 insured and 8.00 freight.
    expect(of({ insured: cny(4200) })).toMatchObject({ offer: cny(5000), isAutomatic: true });
    expect(of({ insured: cny(4201) })).toMatchObject({ offer: cny(5001), isAutomatic: false, needsPersonBecause: ['above_bot_limit'] });
  });

  it('is no longer the time, once it has come', () => {
    expect(of({ claimableFrom: NOW }).isAutomatic).toBe(true);
  });

  it('is a rule nobody has checked with its source', () => {
    const rules = DEFAULT_CLAIM_POLICY.rules.map((rule) => ({ ...rule, isVerified: rule.id !== 'express-cn.terms.uninsured' }));
    expect(of({}, { ...DEFAULT_CLAIM_POLICY, rules }).needsPersonBecause).toEqual(['rule_unverified']);
    expect(of({ insured: cny(100) }, { ...DEFAULT_CLAIM_POLICY, rules }).isAutomatic).toBe(true);
  });

  it('is an amount in a currency without a rate, which goes to them as it was claimed', () => {
    const sek = { minor: 100_000, currency: 'SEK' };
    // Neither freight nor cap can be told in kronor: no amount at all, and none of 0.00.
    const whole = of({ provenValue: sek });
    expect([whole.offer, whole.lines, whole.isAutomatic]).toEqual([undefined, [], false]);
    expect(whole.needsPersonBecause).toEqual(['currency_differs', 'nothing_due']);
    expect(of({ insured: sek })).toMatchObject({ offer: cny(800), needsPersonBecause: ['currency_differs'] });
    expect(of({ evidence: 'C', declared: sek }).needsPersonBecause).toEqual(['value_unproven', 'currency_differs']);
  });

  it('is a value that was only rough', () => {
    expect(of({ insured: cny(1000), isValueRough: true }).needsPersonBecause).toEqual(['value_unproven']);
  });

  it('is a value far from the record that the customer was not asked about', () => {
    const told = (more: Parameters<typeof of>[0]) =>
      of({ isValueConfirmed: false, ...more }).needsPersonBecause.includes('value_contradicts');
    // 199.00 is more than double 99.49, less than half of 398.01, and near to what is between; of two records the nearer counts.
    expect([9949, 9950, 39_800, 39_801].map((minor) => told({ declared: cny(minor) }))).toEqual([true, false, false, true]);
    expect(told({ declared: cny(1000), insured: cny(15_000) })).toBe(false);
    expect([told({}), told({ declared: cny(0) })]).toEqual([false, false]);
    expect(of({ declared: cny(1000) }).needsPersonBecause).not.toContain('value_contradicts');
    // 10.00 dollars are 10 × 9.72772 / 1.36568 = 71.23 yuan.
    expect([told({ declared: { minor: 1000, currency: 'USD' } }), told({ declared: { minor: 2000, currency: 'USD' } })]).toEqual([
      true,
      false,
    ]);
  });

  it('is not a word about no more than was declared when it was sent', () => {
    const result = of({ evidence: 'C', declared: cny(3000) });
    expect(result).toMatchObject({ offer: cny(3800), legalCeiling: cny(3000), isAutomatic: true });
    expect(of({ evidence: 'C', provenValue: cny(2000), declared: cny(3000) }).offer).toEqual(cny(2800));
    expect(of({ evidence: 'B', declared: cny(3000) }).legalCeiling).toEqual(cny(19_900));
  });
});
