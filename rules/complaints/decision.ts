import type { CaseDecision } from '../cases/types.ts';
import type { ComplaintFact } from '../facts.ts';
import type { Complaint, ComplaintEvent, ComplaintNotice } from './types.ts';

/** What the company's system hears of a ticket, by webhook. */
export type ComplaintWebhookEvent =
  | 'complaint.created'
  | 'complaint.updated'
  | 'complaint.escalated'
  | 'complaint.resolved'
  | 'complaint.reopened'
  | 'complaint.closed';

/** Everything one command does to a ticket. */
export interface ComplaintDecision extends CaseDecision<Complaint, ComplaintEvent> {
  readonly notices: readonly Omit<ComplaintNotice, 'conversationId' | 'reference' | 'trackingNumber'>[];
  readonly webhook?: ComplaintWebhookEvent;
  readonly facts: readonly ComplaintFact[];
  /** Since when the resolve clock stands still. */
  readonly pausedAt?: Date;
  /** When the ticket wants to be looked at again by itself; absent: never. */
  readonly nextAlarmAt?: Date;
}

/** The part of the audit the clocks are computed from; `words` only for repeating a question with its reminder. */
export type ComplaintHistory = readonly Pick<ComplaintEvent, 'at' | 'actor' | 'action' | 'from' | 'to' | 'data' | 'words'>[];
