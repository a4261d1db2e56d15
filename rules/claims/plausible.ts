import type { Money } from '../../core/money.ts';
import { convert } from './exchange.ts';
import type { ClaimPolicy } from './rules.ts';

/** So many times the recorded value, or so small a part of it, is asked about. */
const FAR = 2;

/**
 * Whether what a customer says the goods were worth contradicts by much what they were declared or insured for: more than double the
 * greater or less than half the smaller of the two. False where neither is on record, or no rate compares them.
 */
export function contradictsRecord(
  value: Money,
  { declared, insured }: { readonly declared?: Money | undefined; readonly insured?: Money | undefined },
  now: Date,
  { sdrRates }: Pick<ClaimPolicy, 'sdrRates'>,
): boolean {
  const on = now.toISOString().slice(0, 10);
  const known = [declared, insured].flatMap((money) => {
    if (!money || money.minor === 0) return [];
    if (money.currency === value.currency) return [money.minor];
    const converted = convert(money, value.currency, sdrRates, on);
    return converted ? [converted.money.minor] : [];
  });
  if (known.length === 0) return false;
  return value.minor > FAR * Math.max(...known) || value.minor * FAR < Math.min(...known);
}
