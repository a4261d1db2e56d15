import type { Actor } from '../access/actor.ts';
import { assertMayOffer } from '../access/money.ts';
import { actorOf, creditOf, type Principal, voucherOf } from '../access/principal.ts';
import { applyChange } from './apply.ts';
import { listBreaches } from './breaches.ts';
import { listLines } from './changeLines.ts';
import type { ComplaintStatus } from './codes.ts';
import type { ComplaintDecision, ComplaintHistory, ComplaintWebhookEvent } from './decision.ts';
import { type Line, withLines } from './lines.ts';
import { listNotices } from './notices.ts';
import type { SlaPolicy } from './policy.ts';
import { assertComplete, assertMove } from './rules.ts';
import { leave, settle } from './settle.ts';
import type { Complaint, ComplaintChange } from './types.ts';

/**
 * What one change does to a ticket. What a customer adds to a ticket that waits for them takes it back to INVESTIGATING. Fields that
 * are as they were already make no line; a change of which nothing is left decides nothing (no lines, the same version).
 * Files are joined to the ticket by the store: `next.files` is as before.
 * @param history the whole audit so far
 * @throws AppError TRANSITION_REFUSED {from, to, allowed}; INVALID_INPUT {errors: [{path, message}]} for what must come with a
 * transition, and for what is not the customer's to change; AUTHORITY_EXCEEDED {needs, role} for more money than they may offer
 */
export function decideChange(
  ticket: Complaint,
  history: ComplaintHistory,
  change: ComplaintChange,
  by: Principal,
  now: Date,
  policy: SlaPolicy,
): ComplaintDecision {
  const actor = actorOf(by);
  const to = isThere(ticket, change) ? undefined : (change.to ?? impliedMove(ticket, change, actor));
  if (to) assertMove(ticket, history, to, actor, now);
  assertComplete(ticket, change, to, actor);
  assertAffordable(ticket, change, to, by);
  const notices = listNotices(ticket, change, to, actor, now);
  const lines = listLines(ticket, change, to, actor, notices).map((line) => vouchFor(line, by));
  if (lines.length === 0) return leave(ticket, history, now, policy);
  const next = applyChange(ticket, change, to, now);
  const after = withLines(history, lines, now);
  const late = listBreaches(ticket, next, history, after, now, policy);
  return settle(
    {
      ticket: next,
      lines: [...late.lines, ...lines],
      // The bot speaks in the turn it acts in: said twice it would be said once too often.
      notices: actor.type === 'bot' ? [] : notices,
      webhook: (to && WEBHOOKS[to]) ?? 'complaint.updated',
      ...{ facts: late.facts, by: creditOf(by) },
    },
    history,
    now,
    policy,
  );
}

/** The audit line of a transition that was refused: the only thing that is written then; ticket and version stay. */
export function decideRefused(ticket: Complaint, change: ComplaintChange, by: Principal): Line {
  const { to, reason } = change;
  const line: Line = { actor: actorOf(by), action: 'refused', from: ticket.status, ...(to && { to }), data: {} };
  return vouchFor({ ...line, ...(reason !== undefined && { words: reason }) }, by);
}

/** Money of a remedy is within what they may offer, unless it stands there already: systems send all fields each time. */
function assertAffordable({ remedy }: Complaint, change: ComplaintChange, to: ComplaintStatus | undefined, by: Principal): void {
  const amount = change.remedy?.amount;
  if (!amount) return;
  const isThere = to === undefined && remedy?.amount?.minor === amount.minor && remedy.amount.currency === amount.currency;
  if (!isThere) assertMayOffer(by, amount);
}

/** A person whom a system named stands in the audit with the key of that system. */
function vouchFor(line: Line, by: Principal): Line {
  return { ...line, data: { ...line.data, ...voucherOf(by) } };
}

/** A state the ticket has already, as systems send that always send all fields; another remedy or result is no repetition. */
function isThere(ticket: Complaint, { to, remedy, resolution }: ComplaintChange): boolean {
  const isSame = (remedy === undefined || remedy.text === ticket.remedy?.text) && (resolution ?? ticket.resolution) === ticket.resolution;
  return to === ticket.status && isSame;
}

/** The customer answers what they were asked. */
function impliedMove({ status }: Complaint, { addition, fileIds = [] }: ComplaintChange, { type }: Actor): ComplaintStatus | undefined {
  const isAnswer = type === 'customer' && (addition !== undefined || fileIds.length > 0);
  return isAnswer && status === 'WAITING_CUSTOMER' ? 'INVESTIGATING' : undefined;
}

const WEBHOOKS: Readonly<Partial<Record<ComplaintStatus, ComplaintWebhookEvent>>> = {
  ESCALATED: 'complaint.escalated',
  RESOLVED: 'complaint.resolved',
  REOPENED: 'complaint.reopened',
  CLOSED: 'complaint.closed',
  CLOSED_NO_REPLY: 'complaint.closed',
  MERGED: 'complaint.closed',
  WITHDRAWN: 'complaint.closed',
};
