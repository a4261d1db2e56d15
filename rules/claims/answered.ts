import type { Money } from '../../core/money.ts';
import type { Actor } from '../access/actor.ts';
import type { ComplaintDecision, ComplaintHistory } from '../complaints/decision.ts';
import type { Complaint } from '../complaints/types.ts';

/** The customer's yes or no to the money their complaint proposes. */
export interface ClaimAnswer {
  readonly to: 'ACCEPTED' | 'REFUSED';
  readonly amount: Money;
  readonly by: Actor;
  /** Who proposed it. */
  readonly offeredBy: Actor;
}

/**
 * What a change of a complaint says to its claim; undefined when it answers no offer of money.
 * @param history the audit before the change
 */
export function readClaimAnswer(
  { status: before }: Complaint,
  history: ComplaintHistory,
  { next: { status, remedy }, lines }: ComplaintDecision,
): ClaimAnswer | undefined {
  const to = status === 'REJECTED' ? 'REFUSED' : status;
  if (status === before || (to !== 'ACCEPTED' && to !== 'REFUSED')) return undefined;
  if (remedy?.type !== 'compensation' || !remedy.amount) return undefined;
  const by = lines.find((line) => line.action === 'moved' && line.to === status)?.actor;
  const offeredBy = history.findLast((line) => line.action === 'moved' && line.to === 'RESOLUTION_PROPOSED')?.actor;
  return by && offeredBy && { to, amount: remedy.amount, by, offeredBy };
}
