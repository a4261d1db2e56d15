import { DAY_MS } from '../../core/days.ts';
import type { Money } from '../../core/money.ts';
import { decimalsOf, formatDecimal } from '../../core/money.ts';
import type { Text } from '../../core/types.ts';
import { multiply, parseDecimal, ratioOf, roundHalfUp } from './ratio.ts';
import { type ClaimPolicy, findRule, findSdrRate } from './rules.ts';
import { lawNames } from './texts.ts';
import type { ClaimInput, ClaimLine, PersonReason } from './types.ts';

/** A rate older than this is too far from the day's to pay by. */
const MAX_RATE_AGE_DAYS = 31;

/** What a convention allows at most, in minor units, and how it was computed; the sentence lacks loss and amount. */
export interface WeightLimit {
  readonly minor: bigint;
  readonly inputs: ClaimLine['inputs'];
  readonly told: Readonly<Record<string, string | Money | Text>>;
}

/**
 * Special drawing rights per kilogram × gross weight × the rate, in a currency. Undefined where no rule by weight applies; without
 * `limit` where it cannot be computed. The conventions convert on the day of the decision, so the rate is the latest one, whatever
 * day the shipment was sent.
 */
export function limitByWeight(
  input: ClaimInput,
  currency: string,
  now: Date,
  policy: ClaimPolicy,
): { readonly limit?: WeightLimit; readonly reasons: readonly PersonReason[] } | undefined {
  const { regime, weightGrams } = input;
  const rule = findRule(policy.rules, 'uninsured', regime, input.sentOn);
  if (rule?.terms.by !== 'weight' || regime === 'EXPRESS_CN' || regime === 'POSTAL_CN') return undefined;
  const { sdrPerKg } = rule.terms;
  const rate = findSdrRate(policy.sdrRates, currency, now.toISOString().slice(0, 10));
  if (weightGrams === undefined) return { reasons: ['weight_unknown'] };
  if (!rate) return { reasons: ['rate_unknown'] };
  const minorPerMajor = ratioOf(10n ** BigInt(decimalsOf(currency)));
  const minor = roundHalfUp(multiply(parseDecimal(sdrPerKg), ratioOf(weightGrams, 1000), parseDecimal(rate.perSdr), minorPerMajor));
  const limit = { minor: Number(minor), currency };
  const told = { law: lawNames[regime], sdr: sdrPerKg, kg: formatDecimal(weightGrams, 3), asOf: rate.asOf, limit };
  return {
    limit: {
      minor,
      inputs: { weightGrams, sdrPerKg, perSdr: rate.perSdr, rateOn: rate.asOf, limitMinor: limit.minor },
      told: { ...told, rate: `${currency} ${rate.perSdr}` },
    },
    reasons: doubt(input, rate.asOf, now),
  };
}

/** Whether a rate of that day (`YYYY-MM-DD`) is too old to pay by. */
export function isOutdated(rateOn: string, now: Date): boolean {
  return now.getTime() - Date.parse(rateOn) > MAX_RATE_AGE_DAYS * DAY_MS;
}

function doubt({ pieceCount, kind }: ClaimInput, rateOn: string, now: Date): PersonReason[] {
  const reasons: PersonReason[] = [];
  if (isOutdated(rateOn, now)) reasons.push('rate_outdated');
  // The weight that counts is that of the packages concerned (Montreal art. 22 (4)), and only the whole shipment's is known.
  if (pieceCount > 1 && (kind === 'damaged' || kind === 'shortage')) reasons.push('piece_weight_unknown');
  return reasons;
}
