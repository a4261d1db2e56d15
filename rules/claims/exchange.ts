import { decimalsOf, type Money } from '../../core/money.ts';
import { parseDecimal, type Ratio, ratioOf, roundHalfUp } from './ratio.ts';
import { type ClaimPolicy, findSdrRate } from './rules.ts';
import type { ClaimInput } from './types.ts';

/** Money in another currency, and the older day of the two rates it was converted by. */
export interface Converted {
  readonly money: Money;
  readonly asOf: string;
}

/**
 * Converts by what one special drawing right was worth in both currencies, by the latest rates not after `on` (`YYYY-MM-DD`): whole
 * minor units, a half upwards, never below one where there was something. Undefined where a rate is missing.
 */
export function convert({ minor, currency }: Money, to: string, rates: ClaimPolicy['sdrRates'], on: string): Converted | undefined {
  const [from, into] = [findSdrRate(rates, currency, on), findSdrRate(rates, to, on)];
  if (!from || !into) return undefined;
  const per = (perSdr: string, code: string): Ratio => {
    const rate = parseDecimal(perSdr);
    return { n: rate.n * 10n ** BigInt(decimalsOf(code)), d: rate.d };
  };
  const [a, b] = [per(from.perSdr, currency), per(into.perSdr, to)];
  const whole = roundHalfUp({ n: ratioOf(minor).n * b.n * a.d, d: b.d * a.n });
  const least = minor > 0 && whole === 0n ? 1n : whole;
  return { money: { minor: Number(least), currency: to }, asOf: from.asOf < into.asOf ? from.asOf : into.asOf };
}

/** What a shipment was sent with, in the claim's currency as far as there are rates; `asOf`: the oldest rate that was used. */
export function inClaimCurrency(input: ClaimInput, now: Date, { sdrRates }: Pick<ClaimPolicy, 'sdrRates'>): ClaimInput & { asOf?: string } {
  const { currency } = input.provenValue;
  const on = now.toISOString().slice(0, 10);
  const used: string[] = [];
  const turn = (money: Money | undefined): Money | undefined => {
    if (!money || money.currency === currency) return money;
    const converted = convert(money, currency, sdrRates, on);
    if (converted) used.push(converted.asOf);
    return converted?.money ?? money;
  };
  const [declared, insured, freight] = [turn(input.declared), turn(input.insured), turn(input.freight)];
  const [asOf] = used.sort();
  return { ...input, ...(declared && { declared }), ...(insured && { insured }), ...(freight && { freight }), ...(asOf && { asOf }) };
}
