import { describe, expect, it } from 'vitest';
import { mayOffer } from '../../../rules/access/money.ts';
import { BOT } from '../../../rules/access/principal.ts';
import { calculateClaim } from '../../../rules/claims/calculate.ts';
import { multiply, ratioOf, roundHalfUp } from '../../../rules/claims/ratio.ts';
import type { ClaimInput } from '../../../rules/claims/types.ts';
import fc from '../../fastCheck.ts';
import { lost, NOW } from './input.ts';

const fen = fc.integer({ min: 0, max: 10_000_000_00 });
const money = fc.record({ minor: fen, currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'USD', 'THB') });
const share = fc
  .integer({ min: 1, max: 50 })
  .chain((whole) => fc.record({ part: fc.integer({ min: 0, max: whole }), whole: fc.constant(whole) }));
const inputs: fc.Arbitrary<ClaimInput> = fc
  .record({
    regime: fc.constantFrom('EXPRESS_CN', 'POSTAL_CN', 'MONTREAL', 'CMR'),
    reach: fc.constantFrom('sameCity', 'domestic', 'international'),
    kind: fc.constantFrom('lost', 'damaged', 'shortage', 'delayed'),
    provenValue: money,
    evidence: fc.constantFrom('A', 'B', 'C'),
    share: fc.option(share, { nil: undefined }),
    declared: fc.option(money, { nil: undefined }),
    insured: fc.option(money, { nil: undefined }),
    freight: fc.option(money, { nil: undefined }),
    weightGrams: fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: undefined }),
    sentOn: fc.constantFrom('2018-01-01', '2024-12-27', '2024-12-28', '2025-10-20'),
    delayMs: fc.option(fc.integer({ min: -1e9, max: 1e10 }), { nil: undefined }),
    isDelivered: fc.boolean(),
    hasCarrierFault: fc.boolean(),
  })
  .map((more) => lost(more as Partial<ClaimInput>));

/** The lines about the goods: what comes besides, the freight, is no compensation for them. */
const goodsOf = (input: ClaimInput): number =>
  calculateClaim(input, NOW)
    .lines.filter(({ ruleId }) => ruleId !== 'terms.freight' && ruleId !== 'terms.delayed')
    .reduce((sum, { amount }) => sum + amount.minor, 0);

describe('every calculation', () => {
  it('sums its lines, in one currency, in whole minor units, and offers nothing where they come to nothing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { lines, offer } = calculateClaim(input, NOW);
        // Nothing is no offer: an amount of 0.00 is shown to nobody.
        expect(offer === undefined || (Number.isSafeInteger(offer.minor) && offer.minor > 0)).toBe(true);
        expect(lines.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(offer?.minor ?? 0);
        expect(lines.every(({ amount }) => amount.currency === (offer?.currency ?? amount.currency) && amount.minor >= 0)).toBe(true);
      }),
    );
  });

  it('is automatic exactly when nothing asks for a person, and then within the bot’s limit', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { offer, isAutomatic, needsPersonBecause } = calculateClaim(input, NOW);
        expect(isAutomatic).toBe(needsPersonBecause.length === 0);
        if (isAutomatic) expect(offer !== undefined && mayOffer(BOT, offer)).toBe(true);
      }),
    );
  });

  it('gives for goods no more than they were worth, and insured no more than the insured amount', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const goods = goodsOf(input);
        // An insured postal item is worth its insured amount by law.
        if (input.regime !== 'POSTAL_CN') expect(goods).toBeLessThanOrEqual(input.provenValue.minor);
        if (input.insured && input.insured.minor > 0 && input.insured.currency === input.provenValue.currency)
          expect(goods).toBeLessThanOrEqual(input.insured.minor);
      }),
    );
  });

  it('gives no less for a greater loss', () => {
    fc.assert(
      fc.property(inputs, fen, (input, more) => {
        const greater = { ...input, provenValue: { ...input.provenValue, minor: input.provenValue.minor + more } };
        expect(goodsOf(greater)).toBeGreaterThanOrEqual(goodsOf(input));
      }),
    );
  });

  it('gives no less when more of it is harmed', () => {
    fc.assert(
      fc.property(inputs, share, (input, { part, whole }) => {
        fc.pre(part < whole);
        const harmed = (parts: number) => goodsOf({ ...input, kind: 'damaged', share: { part: parts, whole } });
        expect(harmed(part + 1)).toBeGreaterThanOrEqual(harmed(part));
      }),
    );
  });

  it('says every line in three languages without a place left open', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { says } of calculateClaim(input, NOW).lines)
          for (const text of Object.values(says)) expect(text).toMatch(/^[^{}]+[。.]$/);
      }),
    );
  });
});

describe('rounding', () => {
  it('is half up: no further than a half from the fraction, and never the lower of two equally near', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 6n }), (n, d) => {
        const twice = 2n * (roundHalfUp({ n, d }) * d - n);
        expect(twice > -d && twice <= d).toBe(true);
      }),
    );
  });

  it('multiplies without losing anything', () => {
    expect(roundHalfUp(multiply(ratioOf(1, 3), ratioOf(3)))).toBe(1n);
    expect(roundHalfUp(ratioOf(1, 2))).toBe(1n);
    expect(roundHalfUp(ratioOf(49, 100))).toBe(0n);
    expect(roundHalfUp(ratioOf(3, 2))).toBe(2n);
  });
});
