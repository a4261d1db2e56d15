import type { Money } from '../../core/money.ts';
import type { Basis, LossKind, Reach, Regime } from './types.ts';

/** What a rule does, and its numbers. Percents are whole, 0–100. */
export type RuleTerms =
  /** Lost: the loss, at most the insured amount. In part: in the proportion of insured amount to value. */
  | { readonly on: 'insured' }
  /** The loss, at most so many times the freight and at most the cap. */
  | { readonly on: 'uninsured'; readonly by: 'freight'; readonly multiple: number; readonly cap?: Money }
  /** The loss, at most so many special drawing rights per kilogram gross; a decimal such as `8.33`. */
  | { readonly on: 'uninsured'; readonly by: 'weight'; readonly sdrPerKg: string }
  /** Late: so much of the freight is given back. */
  | { readonly on: 'delayed'; readonly freightPercent: number }
  /** Goods lost or harmed: so much of the freight is given back besides. */
  | { readonly on: 'freight'; readonly percent: Readonly<Record<Exclude<LossKind, 'delayed'>, number>> }
  /** Not there more than so many days after the promise: counts as lost. */
  | { readonly on: 'overdue'; readonly days: Readonly<Record<Reach, number>> };

/** One dated rule. Days are `YYYY-MM-DD` in the company's zone, both inclusive. */
export interface ClaimRule {
  /** e.g. `express-cn.terms.uninsured`; kept with every calculation, so never reused for other numbers. */
  readonly id: string;
  /** Absent: every regime that has no such rule of its own. */
  readonly regime?: Regime;
  readonly basis: Basis;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  /** Law and article, or that it is the company's terms. */
  readonly source: string;
  /** Somebody has read the number in the source. While false, a person looks at every result of it. */
  readonly isVerified: boolean;
  readonly terms: RuleTerms;
}

/** What one special drawing right was worth on a day, in major units, e.g. `9.72772`; the IMF publishes it every working day. */
export interface SdrRate {
  readonly currency: string;
  readonly perSdr: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** Everything about claims a company may set. */
export interface ClaimPolicy {
  readonly rules: readonly ClaimRule[];
  /** For the conventions' limits, and by pairs for every conversion. */
  readonly sdrRates: readonly SdrRate[];
  /** Hours that must have passed before a claim is more than impatience: after the promise (delayed) or the last scan (lost). */
  readonly waitHours: Readonly<Record<LossKind, number>>;
}

/**
 * The rule of that kind in force on the day the shipment was sent: the regime's own before the one for all. Undefined when
 * there was none; where two overlap, the one that came into force last.
 */
export function findRule<K extends RuleTerms['on']>(
  rules: readonly ClaimRule[],
  on: K,
  regime: Regime,
  sentOn: string,
): (ClaimRule & { readonly terms: Extract<RuleTerms, { on: K }> }) | undefined {
  const fits = (rule: ClaimRule): rule is ClaimRule & { readonly terms: Extract<RuleTerms, { on: K }> } =>
    rule.terms.on === on &&
    (rule.regime === undefined || rule.regime === regime) &&
    rule.effectiveFrom <= sentOn &&
    (rule.effectiveTo === undefined || sentOn <= rule.effectiveTo);
  const rank = (rule: ClaimRule): string => (rule.regime ? '1' : '0') + rule.effectiveFrom;
  return rules.filter(fits).sort((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
}

/** The latest rate of a currency not after a day. */
export function findSdrRate(rates: readonly SdrRate[], currency: string, on: string): SdrRate | undefined {
  return rates.filter((rate) => rate.currency === currency && rate.asOf <= on).sort((a, b) => (a.asOf < b.asOf ? 1 : -1))[0];
}

const COMPANY_TERMS = 'company terms';
const EVER = '2015-01-01';

/** The laws' limits and the terms of the demo company: every number under `terms` is for the company to set. */
const DEFAULT_RULES: readonly ClaimRule[] = [
  {
    id: 'terms.insured',
    basis: 'terms',
    effectiveFrom: EVER,
    source: 'company terms, as 快递暂行条例 art. 27 leaves insured parcels to what was agreed',
    isVerified: true,
    terms: { on: 'insured' },
  },
  {
    id: 'postal-cn.law.insured',
    regime: 'POSTAL_CN',
    basis: 'law',
    effectiveFrom: EVER,
    source: '邮政法 art. 47 (1)',
    isVerified: true,
    terms: { on: 'insured' },
  },
  {
    // 快递暂行条例 art. 27 sends uninsured parcels to civil law, which knows no such limit: it is ours, and the customer is told so.
    id: 'express-cn.terms.uninsured',
    regime: 'EXPRESS_CN',
    basis: 'terms',
    effectiveFrom: EVER,
    source: COMPANY_TERMS,
    isVerified: true,
    terms: { on: 'uninsured', by: 'freight', multiple: 5, cap: { minor: 50_000, currency: 'CNY' } },
  },
  {
    id: 'postal-cn.law.uninsured',
    regime: 'POSTAL_CN',
    basis: 'law',
    effectiveFrom: EVER,
    source: '邮政法 art. 47 (2), registered postal items (给据邮件) only',
    isVerified: true,
    terms: { on: 'uninsured', by: 'freight', multiple: 3 },
  },
  {
    id: 'montreal.law.22sdr',
    regime: 'MONTREAL',
    basis: 'law',
    effectiveFrom: '2019-12-28',
    effectiveTo: '2024-12-27',
    source: 'Montreal Convention art. 22 (3), limits of 2019',
    isVerified: true,
    terms: { on: 'uninsured', by: 'weight', sdrPerKg: '22' },
  },
  {
    id: 'montreal.law.26sdr',
    regime: 'MONTREAL',
    basis: 'law',
    effectiveFrom: '2024-12-28',
    source: 'Montreal Convention art. 22 (3), limits of 2024',
    isVerified: true,
    terms: { on: 'uninsured', by: 'weight', sdrPerKg: '26' },
  },
  {
    id: 'cmr.law.8.33sdr',
    regime: 'CMR',
    basis: 'law',
    effectiveFrom: EVER,
    source: 'CMR art. 23 (3), Protocol of 1978',
    isVerified: true,
    terms: { on: 'uninsured', by: 'weight', sdrPerKg: '8.33' },
  },
  {
    id: 'terms.delayed',
    basis: 'terms',
    effectiveFrom: EVER,
    source: COMPANY_TERMS,
    isVerified: true,
    terms: { on: 'delayed', freightPercent: 100 },
  },
  {
    id: 'terms.freight',
    basis: 'terms',
    effectiveFrom: EVER,
    source: COMPANY_TERMS,
    isVerified: true,
    terms: { on: 'freight', percent: { lost: 100, damaged: 0, shortage: 0 } },
  },
  {
    id: 'terms.overdue',
    basis: 'terms',
    effectiveFrom: EVER,
    source: COMPANY_TERMS,
    isVerified: true,
    terms: { on: 'overdue', days: { sameCity: 3, domestic: 7, international: 10 } },
  },
];

/**
 * CNY, USD and EUR are the IMF's of their day; GBP, JPY, HKD and TWD follow from round market rates to the dollar of that day (0.7457,
 * 150.7, 7.77, 30.7). Past a month a rate is too old to pay by: a person looks, until the company sets the day's.
 */
export const DEFAULT_CLAIM_POLICY: ClaimPolicy = {
  rules: DEFAULT_RULES,
  sdrRates: [
    { currency: 'CNY', perSdr: '9.72772', asOf: '2025-10-20' },
    { currency: 'USD', perSdr: '1.36568', asOf: '2025-10-20' },
    { currency: 'EUR', perSdr: '1.17176', asOf: '2025-10-20' },
    { currency: 'GBP', perSdr: '1.01839', asOf: '2025-10-20' },
    { currency: 'JPY', perSdr: '205.808', asOf: '2025-10-20' },
    { currency: 'HKD', perSdr: '10.6113', asOf: '2025-10-20' },
    { currency: 'TWD', perSdr: '41.9264', asOf: '2025-10-20' },
  ],
  waitHours: { delayed: 24, lost: 72, damaged: 0, shortage: 0 },
};
