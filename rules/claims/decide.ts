import { AppError } from '../../core/errors.ts';
import type { Money } from '../../core/money.ts';
import { assertMayOffer, leastFor } from '../access/money.ts';
import { actorOf, type Principal } from '../access/principal.ts';
import type { Claim, ClaimStatus } from './types.ts';

/**
 * Where a claim may go from each state. Anything not accepted may be offered anew, also an open offer whose complaint was
 * escalated; what is accepted is only paid. Whether the customer may be told just then, the complaint's own states say.
 */
export const CLAIM_TRANSITIONS: Readonly<Record<ClaimStatus, readonly ClaimStatus[]>> = {
  ASSESSING: ['OFFERED', 'DECLINED'],
  OFFERED: ['ACCEPTED', 'REFUSED', 'OFFERED'],
  REFUSED: ['OFFERED', 'DECLINED'],
  DECLINED: ['OFFERED'],
  ACCEPTED: ['PAID'],
  PAID: [],
};

/** @throws AppError TRANSITION_REFUSED {from, to, allowed} */
export function verifyClaimMove(from: ClaimStatus, to: ClaimStatus): void {
  const allowed = CLAIM_TRANSITIONS[from];
  if (!allowed.includes(to)) throw new AppError('TRANSITION_REFUSED', { from, to, allowed });
}

/**
 * Whether this amount may be offered for this claim by whoever acts; the bot only what the rules came to, and only where nothing
 * asks for a person. Says nothing when it may.
 * @throws AppError TRANSITION_REFUSED, INVALID_INPUT (not a whole amount above 0, or another currency than the claim's),
 * AUTHORITY_EXCEEDED {needs, role}
 */
export function decideClaimOffer(claim: Pick<Claim, 'status' | 'result' | 'value'>, amount: Money, by: Principal): void {
  verifyClaimMove(claim.status, 'OFFERED');
  const { offer, isAutomatic } = claim.result;
  if (!Number.isSafeInteger(amount.minor) || amount.minor <= 0) throw invalid('amount', 'must be a whole number of minor units above 0');
  const { currency } = offer ?? claim.value;
  if (amount.currency !== currency) throw invalid('amount', `must be in the currency of the claim, ${currency}`);
  const isOwn = isAutomatic && amount.minor === offer?.minor;
  if (actorOf(by).type === 'bot' && !isOwn) throw new AppError('AUTHORITY_EXCEEDED', { needs: leastFor(amount), role: 'bot' });
  assertMayOffer(by, amount);
}

/**
 * Whether a claim may be declined: by a person or a system of the company, who say why, never by the bot.
 * @throws AppError TRANSITION_REFUSED, AUTHORITY_EXCEEDED {needs: 'agent'}, INVALID_INPUT when the reason is empty
 */
export function decideClaimDecline(claim: Pick<Claim, 'status'>, reason: string, by: Principal): void {
  const { type } = actorOf(by);
  if (type !== 'agent') throw new AppError('AUTHORITY_EXCEEDED', { needs: 'agent', role: type });
  verifyClaimMove(claim.status, 'DECLINED');
  if (reason.trim() === '') throw invalid('reason', 'must say why, for the customer to read');
}

function invalid(path: string, message: string): AppError {
  return new AppError('INVALID_INPUT', { errors: [{ path, message }] });
}
