import { describe, expect, it } from 'vitest';
import { type ClaimRule, DEFAULT_CLAIM_POLICY, findRule, findSdrRate } from '../../../rules/claims/rules.ts';
import { REGIMES } from '../../../rules/claims/types.ts';

const rule = (id: string, more: Partial<ClaimRule>): ClaimRule => ({
  ...{ id, basis: 'terms', effectiveFrom: '2026-01-01', source: 'company terms', isVerified: true },
  terms: { on: 'delayed', freightPercent: 50 },
  ...more,
});

describe('choosing a rule', () => {
  const rules = [
    rule('first', { effectiveTo: '2026-06-30' }),
    rule('second', { effectiveFrom: '2026-07-01' }),
    rule('air', { regime: 'MONTREAL', effectiveFrom: '2026-03-01' }),
  ];
  const on = (sentOn: string, regime: 'EXPRESS_CN' | 'MONTREAL' = 'EXPRESS_CN') => findRule(rules, 'delayed', regime, sentOn)?.id;

  it('goes by the day it was sent, both ends included', () => {
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => on(day))).toEqual([undefined, 'first', 'first', 'second']);
  });

  it('prefers the regime’s own to the one for all, once it is in force', () => {
    expect([on('2026-02-28', 'MONTREAL'), on('2026-03-01', 'MONTREAL'), on('2026-07-01', 'MONTREAL')]).toEqual(['first', 'air', 'air']);
  });

  it('takes the later where two overlap, whatever their order', () => {
    const overlapping = [rule('old', {}), rule('new', { effectiveFrom: '2026-02-01' })];
    for (const list of [overlapping, [...overlapping].reverse()]) expect(findRule(list, 'delayed', 'CMR', '2026-02-01')?.id).toBe('new');
  });

  it('finds the latest rate that is not of a later day', () => {
    const rates = ['2026-01-05', '2026-01-07', '2026-01-06'].map((asOf) => ({ currency: 'CNY', perSdr: '9.7', asOf }));
    const at = (day: string) => findSdrRate(rates, 'CNY', day)?.asOf;
    expect(['2026-01-04', '2026-01-05', '2026-01-06', '2026-02-01'].map(at)).toEqual([undefined, '2026-01-05', '2026-01-06', '2026-01-07']);
    expect(findSdrRate(rates, 'USD', '2026-02-01')).toBeUndefined();
  });
});

describe('the rules as they come', () => {
  const { rules } = DEFAULT_CLAIM_POLICY;

  it('have an id and a source each, and real days', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { source, effectiveFrom, effectiveTo = '9999-12-31' } of rules) {
      expect(source).not.toBe('');
      expect(effectiveFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(effectiveFrom < effectiveTo).toBe(true);
    }
  });

  it('cover every regime today', () => {
    for (const regime of REGIMES)
      for (const on of ['insured', 'uninsured', 'delayed', 'freight', 'overdue'] as const)
        expect(findRule(rules, on, regime, '2026-11-21'), `${regime} ${on}`).toBeDefined();
  });

  it('give express parcels no limit by law: every limit of theirs is our terms', () => {
    expect(rules.filter(({ regime, basis }) => regime === 'EXPRESS_CN' && basis === 'law')).toEqual([]);
  });
});
