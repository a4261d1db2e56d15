import { describe, expect, it } from 'vitest';
import { calculateClaim } from '../../../rules/claims/calculate.ts';
import { convert } from '../../../rules/claims/exchange.ts';
import { DEFAULT_CLAIM_POLICY } from '../../../rules/claims/rules.ts';
import { lost, NOW } from './input.ts';

const { sdrRates } = DEFAULT_CLAIM_POLICY;
const ON = '2025-11-01';

describe('an amount in another currency', () => {
  it.each([
    // 8.00 × 10.6113 / 9.72772 = 8.7266…
    [800, 'CNY', 'HKD', 873],
    // 8.00 × 205.808 / 9.72772 = 169.25…, and yen have no smaller unit
    [800, 'CNY', 'JPY', 169],
    // 1,000 × 9.72772 / 205.808 = 47.2660…
    [1000, 'JPY', 'CNY', 4727],
    // 100.00 × 1.01839 / 1.36568 = 74.5702…
    [10_000, 'USD', 'GBP', 7457],
    // 0.01 × 1.01839 / 41.9264 is nothing, and something stays something
    [1, 'TWD', 'GBP', 1],
  ])('%i of %s is in %s %i', (minor, from, to, expected) => {
    expect(convert({ minor, currency: from }, to, sdrRates, ON)).toEqual({ money: { minor: expected, currency: to }, asOf: '2025-10-20' });
  });

  it('is not converted before the first rate, or without one', () => {
    expect(convert({ minor: 1, currency: 'CNY' }, 'HKD', sdrRates, '2025-10-19')).toBeUndefined();
    expect(convert({ minor: 1, currency: 'CNY' }, 'SEK', sdrRates, ON)).toBeUndefined();
  });

  it('is dated by the older of its two rates', () => {
    const rates = [...sdrRates, { currency: 'HKD', perSdr: '10.6', asOf: '2025-10-30' }];
    expect(convert({ minor: 1, currency: 'CNY' }, 'HKD', rates, ON)?.asOf).toBe('2025-10-20');
  });
});

describe('a claim in another currency than the freight', () => {
  it.each(['HKD', 'TWD', 'USD', 'EUR', 'GBP', 'JPY'])('is computed in %s, with the day of the rate', (currency) => {
    const freight = convert({ minor: 800, currency: 'CNY' }, currency, sdrRates, ON)?.money.minor ?? 0;
    const { offer, lines, needsPersonBecause } = calculateClaim(lost({ provenValue: { minor: 1_000_000, currency } }), NOW);
    // Five times the freight for the goods and the freight itself, each in whole units of that currency.
    expect(offer).toEqual({ minor: 6 * freight, currency });
    expect(lines.map(({ inputs }) => inputs.rateOn)).toEqual(['2025-10-20', '2025-10-20']);
    expect(lines.at(-1)?.says.en).toContain('converted at the rate of 2025-10-20');
    expect(needsPersonBecause).not.toContain('currency_differs');
  });

  it('is looked at by a person once the rate is older than a month', () => {
    const claim = lost({ provenValue: { minor: 2000, currency: 'HKD' } });
    expect(calculateClaim(claim, NOW).needsPersonBecause).not.toContain('rate_outdated');
    const late = calculateClaim(claim, new Date('2026-11-21T12:00:00Z'));
    expect(late.needsPersonBecause).toContain('rate_outdated');
    // 20.00 of goods and 8.73 of freight: computed all the same.
    expect(late.offer).toEqual({ minor: 2873, currency: 'HKD' });
  });
});
