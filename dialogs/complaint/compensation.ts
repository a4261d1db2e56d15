import { AppError } from '../../core/errors.ts';
import { say } from '../../core/i18n.ts';
import { formatMoney } from '../../core/money.ts';
import { describeOffer } from '../../rules/claims/texts.ts';
import type { Claim } from '../../rules/claims/types.ts';
import { button, type Turn } from '../turn.ts';
import { categoryOf, lossOf } from './categories.ts';
import { claimTexts, lossNames } from './claimTexts.ts';
import type { ComplaintSlots } from './slots.ts';
import { evidenceText, shareIn } from './wishes.ts';

/** Undefined when no money is wished for, or nothing is there to compute from. A complaint that has a claim keeps it. */
export async function openClaim(turn: Turn, slots: ComplaintSlots, complaintReference: string): Promise<Claim | undefined> {
  const kind = lossOf(categoryOf(turn, slots));
  // For a delay the freight counts, not what was in it.
  const value = slots.value ?? (kind === 'delayed' ? { minor: 0, currency: 'CNY' } : undefined);
  if (!slots.isClaim || !kind || !value) return undefined;
  const share = shareIn(slots.story);
  const evidence = slots.evidence ?? 'C';
  const { claims } = turn.services;
  try {
    return await claims.open({
      idempotencyKey: turn.idempotencyKey,
      complaintReference,
      kind,
      value,
      evidence,
      ...(slots.isValueSure ? { isValueConfirmed: true } : {}),
      ...(slots.sum?.isRough && !slots.isValueSure ? { isValueRough: true } : {}),
      ...(share ? { share } : {}),
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
    slots.isClaimed = true;
    return claims.find(complaintReference);
  }
}

/** What was noted of the claim and who decides; empty when there is none, or an offer says it. */
export function describeClaim(turn: Turn, slots: ComplaintSlots, claim: Claim | undefined): string {
  const { locale } = turn;
  if (!slots.isClaim || claim?.status === 'OFFERED') return '';
  if (slots.isClaimed) return claimTexts.alreadyClaimed[locale];
  if (!claim && slots.value) return say(claimTexts.wishedValue, locale, { value: formatMoney(slots.value, locale) });
  if (!claim) return (lossOf(categoryOf(turn, slots)) ? claimTexts.unpriced : claimTexts.wished)[locale];
  if (claim.kind === 'delayed') return claimTexts.notedDelay[locale];
  return say(claimTexts.noted, locale, {
    kind: lossNames[claim.kind][locale],
    value: formatMoney(claim.value, locale),
    proof: evidenceText(claim.evidence)[locale],
  });
}

/** An automatic offer is made at once, line by line, to accept or decline. */
export async function offerClaim(turn: Turn, slots: ComplaintSlots, claim: Claim | undefined): Promise<void> {
  if (claim?.status !== 'OFFERED') return;
  slots.isOffered = true;
  // What is asked after a digression is then known to be about the offer.
  turn.flows.tell({ about: 'complaint_status', reference: slots.reference ?? '', kind: 'proposed' });
  const lines = describeOffer(claim.result, claim.offered ?? claim.result.offer ?? claim.value, turn.locale);
  await turn.reply(claimTexts.offer, { values: { lines }, buttons: [button(turn, claimTexts.accept), button(turn, claimTexts.decline)] });
}
