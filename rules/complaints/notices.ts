import type { Actor } from '../access/actor.ts';
import type { ComplaintStatus } from './codes.ts';
import type { Line, Notice } from './lines.ts';
import { NO_REPLY_AFTER_MS } from './policy.ts';
import { resolutionOf } from './rules.ts';
import type { Complaint, ComplaintChange } from './types.ts';

/**
 * What the customer is told of a change, unasked; nothing of what they did themselves. A message has its own notice unless the
 * status's notice carries it.
 */
export function listNotices(
  ticket: Complaint,
  change: ComplaintChange,
  to: ComplaintStatus | undefined,
  actor: Actor,
  now: Date,
): readonly Notice[] {
  if (actor.type === 'customer') return [];
  const { message } = change;
  const ofStatus = to && noticeOf(ticket, change, to, now);
  const isCarried = ofStatus !== undefined && ofStatus.words === message;
  return [...(message !== undefined && !isCarried ? [{ kind: 'message', words: message } as const] : []), ...(ofStatus ? [ofStatus] : [])];
}

function noticeOf(ticket: Complaint, change: ComplaintChange, to: ComplaintStatus, now: Date): Notice | undefined {
  const { message, remedy, mergedInto } = change;
  switch (to) {
    case 'WAITING_CUSTOMER':
      return { kind: 'question', ...words(message), dueAt: new Date(now.getTime() + NO_REPLY_AFTER_MS).toISOString() };
    case 'RESOLUTION_PROPOSED':
      return { kind: 'proposed', ...words(remedy?.text), ...(remedy?.amount && { amount: remedy.amount }) };
    case 'FULFILLING':
      return { kind: 'fulfilling', ...words(message) };
    case 'RESOLVED':
      return { kind: 'resolved', ...words(resolutionOf(ticket, change)) };
    case 'CLOSED':
      // Who praised somebody waits for nothing to be closed.
      return ticket.type === 'complaint' ? { kind: 'closed', ...words(message) } : undefined;
    case 'CLOSED_NO_REPLY':
      return { kind: 'closed_no_reply', ...words(message) };
    case 'MERGED':
      return { kind: 'merged', ...words(mergedInto) };
    default:
      return undefined;
  }
}

function words(text: string | undefined): { readonly words?: string } {
  return text === undefined ? {} : { words: text };
}

/** The audit of what the customer was told; an agent's first is the first response. */
export function toResponded(actor: Actor, { kind, words, amount }: Notice, change: ComplaintChange): Line {
  const data = {
    notice: kind,
    ...(kind === 'proposed' && change.remedy && { remedy: change.remedy.type }),
    ...(amount && { minor: amount.minor, currency: amount.currency }),
  };
  return { actor, action: 'responded', data, ...(words !== undefined && { words }) };
}
