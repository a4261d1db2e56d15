import { DAY_MS } from '../../core/days.ts';
import type { Money } from '../../core/money.ts';
import type { Text } from '../../core/types.ts';
import { mayOffer } from '../access/money.ts';
import { BOT } from '../access/principal.ts';
import { convert, inClaimCurrency } from './exchange.ts';
import { contradictsRecord } from './plausible.ts';
import { multiply, type Ratio, ratioOf, roundHalfUp, smaller } from './ratio.ts';
import { type ClaimPolicy, type ClaimRule, DEFAULT_CLAIM_POLICY, findRule } from './rules.ts';
import { fill, joinTexts, lineTexts } from './texts.ts';
import type { ClaimInput, ClaimLine, ClaimResult, LossKind, PersonReason } from './types.ts';
import { isOutdated, limitByWeight } from './weightLimit.ts';

/** What one step of the calculation came to. */
interface Part {
  readonly lines: readonly ClaimLine[];
  readonly reasons: readonly PersonReason[];
  readonly legalCeiling?: Money;
}
const NOTHING: Part = { lines: [], reasons: [] };

/** What is lost: `loss` of a `value`, both in the claim's currency. */
interface Loss {
  readonly value: bigint;
  /** Unrounded. */
  readonly loss: Ratio;
  readonly currency: string;
  readonly isWhole: boolean;
  readonly reasons: readonly PersonReason[];
}

/**
 * What a claim comes to by the rules of the day the shipment was sent. Exact: whole minor units, each line rounded half up once.
 * A claim is computed in its own currency; what a shipment was sent with is converted by dated rates, and without a rate a person
 * decides. `now`: for the age of the rates and for whether it is time to claim.
 */
export function calculateClaim(given: ClaimInput, now: Date, policy: ClaimPolicy = DEFAULT_CLAIM_POLICY): ClaimResult {
  const { asOf, ...input } = inClaimCurrency(given, now, policy);
  const overdue = countOverdue(input, policy);
  const kind: LossKind = overdue.lines.length > 0 ? 'lost' : input.kind;
  // What a delay gives back is the freight, in the currency it was paid in.
  const parts = kind === 'delayed' ? [refundDelay(given, policy)] : payLoss({ ...input, kind }, now, policy);
  const isConverted = asOf !== undefined && kind !== 'delayed';
  const computed = [...overdue.lines, ...parts.flatMap((part) => part.lines)];
  const lines = isConverted ? computed.map((line, index) => withRate(line, asOf, index === computed.length - 1)) : computed;
  const offer = sumOf(lines);
  const legalCeiling = parts.find((part) => part.legalCeiling)?.legalCeiling;
  const reasons = [...parts.flatMap((part) => part.reasons), ...doubt(input, kind, now), ...limit(offer)];
  if (kind !== 'delayed' && !input.isValueConfirmed && contradictsRecord(input.provenValue, input, now, policy))
    reasons.push('value_contradicts');
  if (kind !== 'delayed' && input.isValueRough) reasons.push('value_unproven');
  if (isConverted && isOutdated(asOf, now)) reasons.push('rate_outdated');
  if (lines.some(({ ruleId }) => policy.rules.some((rule) => rule.id === ruleId && !rule.isVerified))) reasons.push('rule_unverified');
  return {
    ...{ regime: input.regime, lines, ...(offer && { offer }), ...(legalCeiling && { legalCeiling }) },
    isAutomatic: reasons.length === 0,
    needsPersonBecause: [...new Set(reasons)],
  };
}

/** What makes the facts themselves doubtful, whatever the amount. */
function doubt(input: ClaimInput, kind: LossKind, now: Date): PersonReason[] {
  const reasons: PersonReason[] = [];
  if (!input.isShipmentKnown) reasons.push('shipment_unknown');
  if (input.isClaimedBefore) reasons.push('claimed_before');
  if (input.verifiedLevel < 1) reasons.push('not_verified');
  if (!input.hasCarrierFault) reasons.push('no_carrier_fault');
  if (kind === 'lost' && input.isDelivered) reasons.push('shown_delivered');
  if (input.claimableFrom && now < input.claimableFrom) reasons.push('too_early');
  return reasons;
}

/** Undefined for nothing: an amount of 0.00 is no offer. */
function sumOf(lines: readonly ClaimLine[]): Money | undefined {
  const minor = lines.reduce((sum, line) => sum + line.amount.minor, 0);
  const currency = lines.at(-1)?.amount.currency;
  return currency === undefined || minor === 0 ? undefined : { minor, currency };
}

/** The day of the rate goes with every line it is in; the customer reads it once. */
function withRate(line: ClaimLine, asOf: string, isLast: boolean): ClaimLine {
  const told = { ...line, inputs: { ...line.inputs, rateOn: line.inputs.rateOn ?? asOf } };
  return isLast ? { ...told, says: joinTexts(line.says, fill(lineTexts.converted, { asOf })) } : told;
}

function limit(offer: Money | undefined): PersonReason[] {
  if (!offer) return ['nothing_due'];
  return mayOffer(BOT, offer) ? [] : ['above_bot_limit'];
}

/** A parcel that has not come long after the promise counts as lost; one that came late has not been lost. */
function countOverdue(input: ClaimInput, policy: ClaimPolicy): Part {
  const rule = findRule(policy.rules, 'overdue', input.regime, input.sentOn);
  if (input.kind !== 'delayed' || input.isDelivered || input.delayMs === undefined || !rule) return NOTHING;
  const days = rule.terms.days[input.reach];
  if (input.delayMs <= days * DAY_MS) return NOTHING;
  const amount = { minor: 0, currency: input.provenValue.currency };
  return { lines: [toLine(rule, { days, delayMs: input.delayMs }, amount, fill(lineTexts.overdue, { days }))], reasons: [] };
}

function refundDelay(input: ClaimInput, policy: ClaimPolicy): Part {
  const { freight, delayMs } = input;
  const rule = findRule(policy.rules, 'delayed', input.regime, input.sentOn);
  if (!rule) return { lines: [], reasons: ['rule_missing'] };
  if (delayMs === undefined) return { lines: [], reasons: ['promise_unknown'] };
  if (delayMs <= 0) return { lines: [], reasons: ['not_late'] };
  if (!freight) return { lines: [], reasons: ['freight_unknown'] };
  const percent = rule.terms.freightPercent;
  const amount = percentOf(freight, percent);
  const says = fill(lineTexts.delayed, { freight, percent, amount });
  return { lines: [toLine(rule, { freightMinor: freight.minor, percent, delayMs }, amount, says)], reasons: [] };
}

function payLoss(input: ClaimInput & { readonly kind: LossKind }, now: Date, policy: ClaimPolicy): Part[] {
  const loss = assessLoss(input);
  const isInsured = input.insured !== undefined && input.insured.minor > 0;
  const goods = isInsured ? payInsured(input, loss, now, policy) : payUninsured(input, loss, now, policy);
  return [{ lines: [], reasons: loss.reasons }, goods, refundFreight(input, loss, policy)];
}

/** A word alone reaches as far as the value declared when it was sent; proof reaches further. */
function assessLoss({ kind, provenValue, evidence, declared, share }: ClaimInput): Loss {
  const { currency } = provenValue;
  const reasons: PersonReason[] = [];
  let value = BigInt(provenValue.minor);
  if (evidence === 'C') {
    if (declared?.currency === currency) value = smaller(value, BigInt(declared.minor));
    else reasons.push('value_unproven');
    if (declared && declared.currency !== currency) reasons.push('currency_differs');
  }
  const isPartial = kind === 'damaged' || kind === 'shortage';
  if (isPartial && !share) reasons.push('share_unknown');
  const known = isPartial && share && share.whole > 0 && share.part < share.whole ? share : undefined;
  const loss = known ? multiply(ratioOf(value), ratioOf(known.part, known.whole)) : ratioOf(value);
  return { value, loss, currency, isWhole: !known, reasons };
}

function payInsured(input: ClaimInput, { value, loss, currency, isWhole }: Loss, now: Date, policy: ClaimPolicy): Part {
  const rule = findRule(policy.rules, 'insured', input.regime, input.sentOn);
  const insured = input.insured ?? { minor: 0, currency };
  if (!rule) return { lines: [], reasons: ['rule_missing'] };
  if (insured.currency !== currency) return { lines: [], reasons: ['currency_differs'] };
  const isPostal = input.regime === 'POSTAL_CN';
  const sum = BigInt(insured.minor);
  // A postal item wholly lost is worth its insured amount, whatever it cost (邮政法 art. 47 (1)).
  const whole = isPostal ? sum : smaller(sum, roundHalfUp(loss));
  const minor = isWhole ? whole : roundHalfUp(multiply(loss, ratioOf(sum, value > sum ? value : sum)));
  const told = {
    insured,
    value: toMoney(value, currency),
    loss: toMoney(roundHalfUp(loss), currency),
    amount: toMoney(minor, currency),
  };
  const texts = isPostal
    ? { whole: lineTexts.insuredWholePostal, part: lineTexts.insuredPartPostal }
    : { whole: lineTexts.insuredWhole, part: lineTexts.insuredPart };
  const inputs = { insuredMinor: insured.minor, valueMinor: told.value.minor, lossMinor: told.loss.minor };
  const line = toLine(rule, inputs, told.amount, fill(isWhole ? texts.whole : texts.part, told));
  return { lines: [line], ...findMore(input, told.loss, told.amount, now, policy) };
}

/** What was agreed may not give less than a convention does (Montreal art. 26, CMR art. 41). */
function findMore(input: ClaimInput, loss: Money, amount: Money, now: Date, policy: ClaimPolicy): Omit<Part, 'lines'> {
  const { limit, reasons = [] } = limitByWeight(input, loss.currency, now, policy) ?? {};
  const byLaw = limit ? smaller(BigInt(loss.minor), limit.minor) : 0n;
  if (byLaw <= BigInt(amount.minor)) return { reasons };
  return { reasons: [...reasons, 'law_gives_more'], legalCeiling: toMoney(byLaw, loss.currency) };
}

function payUninsured(input: ClaimInput, assessed: Loss, now: Date, policy: ClaimPolicy): Part {
  const rule = findRule(policy.rules, 'uninsured', input.regime, input.sentOn);
  if (!rule) return { lines: [], reasons: ['rule_missing'] };
  const loss = toMoney(roundHalfUp(assessed.loss), assessed.currency);
  if (rule.terms.by === 'freight') return payByFreight(input, loss, rule, inCurrency(rule.terms, loss.currency, now, policy));
  const { limit, reasons = ['rule_missing'] } = limitByWeight(input, loss.currency, now, policy) ?? {};
  if (!limit) return { lines: [], reasons };
  const amount = toMoney(smaller(BigInt(loss.minor), limit.minor), loss.currency);
  const says = fill(lineTexts.weight, { ...limit.told, loss, amount });
  return { lines: [toLine(rule, { ...limit.inputs, lossMinor: loss.minor }, amount, says)], reasons };
}

type FreightTerms = { readonly multiple: number; readonly cap?: Money };

/** The cap of the terms in the claim's currency, as far as there is a rate. */
function inCurrency(terms: FreightTerms, currency: string, now: Date, { sdrRates }: ClaimPolicy): FreightTerms {
  if (!terms.cap || terms.cap.currency === currency) return terms;
  const converted = convert(terms.cap, currency, sdrRates, now.toISOString().slice(0, 10));
  return converted ? { ...terms, cap: converted.money } : terms;
}

function payByFreight(input: ClaimInput, loss: Money, rule: ClaimRule, { multiple, cap }: FreightTerms): Part {
  // Civil law gives the proven loss (民法典 art. 832, 833): what a customer may ask for beyond our terms.
  const legalCeiling = rule.basis === 'terms' ? { legalCeiling: loss } : {};
  const { freight } = input;
  if (!freight) return { lines: [], reasons: ['freight_unknown'], ...legalCeiling };
  if (freight.currency !== loss.currency || (cap && cap.currency !== loss.currency))
    return { lines: [], reasons: ['currency_differs'], ...legalCeiling };
  const byFreight = smaller(BigInt(loss.minor), BigInt(freight.minor) * BigInt(multiple));
  const amount = toMoney(cap ? smaller(byFreight, BigInt(cap.minor)) : byFreight, loss.currency);
  const text = rule.basis === 'law' ? lineTexts.postageMultiple : cap ? lineTexts.freightMultipleCapped : lineTexts.freightMultiple;
  const says = fill(text, { loss, freight, multiple, amount, ...(cap && { cap }) });
  const inputs = { lossMinor: loss.minor, freightMinor: freight.minor, multiple, ...(cap && { capMinor: cap.minor }) };
  return { lines: [toLine(rule, inputs, amount, says)], reasons: [], ...legalCeiling };
}

function refundFreight(input: ClaimInput, { currency }: Loss, policy: ClaimPolicy): Part {
  const rule = findRule(policy.rules, 'freight', input.regime, input.sentOn);
  const percent = rule && input.kind !== 'delayed' ? rule.terms.percent[input.kind] : 0;
  if (!rule || percent === 0) return NOTHING;
  if (!input.freight) return { lines: [], reasons: ['freight_unknown'] };
  if (input.freight.currency !== currency) return { lines: [], reasons: ['currency_differs'] };
  const amount = percentOf(input.freight, percent);
  const says = fill(lineTexts.freight, { freight: input.freight, percent, amount });
  return { lines: [toLine(rule, { freightMinor: input.freight.minor, percent }, amount, says)], reasons: [] };
}

function percentOf({ minor, currency }: Money, percent: number): Money {
  return toMoney(roundHalfUp(ratioOf(BigInt(minor) * BigInt(percent), 100)), currency);
}

function toMoney(minor: bigint, currency: string): Money {
  return { minor: Number(minor), currency };
}

function toLine(rule: ClaimRule, inputs: ClaimLine['inputs'], amount: Money, says: Text): ClaimLine {
  return { ruleId: rule.id, basis: rule.basis, inputs, amount, says };
}
