import type { Complaint, ComplaintEvent, ComplaintNotice, RootCause, Severity, TicketCategory } from './types.ts';

/** What the company's system hears of a ticket, by webhook. */
export type ComplaintWebhookEvent =
  | 'complaint.created'
  | 'complaint.updated'
  | 'complaint.escalated'
  | 'complaint.resolved'
  | 'complaint.reopened'
  | 'complaint.closed';

/** Something countable about a ticket; the columns of a fact row. */
export interface ComplaintFact {
  /** `complaint.opened`, `complaint.responded` (seconds since opening), `complaint.resolved` (seconds, pauses left out), `complaint.reopened`, `complaint.escalated`, `complaint.breached`, `complaint.closed`, `complaint.withdrawn`, `complaint.contacted`, `suggestion.opened`, `praise.opened`. */
  readonly name: string;
  readonly category: TicketCategory;
  readonly severity: Severity;
  readonly seconds?: number;
  readonly station?: string;
  /** With `complaint.resolved` the root cause, with `complaint.breached` which clock. */
  readonly label?: RootCause | string;
}

/** Everything one command does to a ticket; the store writes it in one statement or not at all. */
export interface ComplaintDecision {
  /** The ticket afterwards, `version` grown by one. */
  readonly next: Complaint;
  /** Audit lines, in order; the store gives them number, instant and hash. */
  readonly lines: readonly Omit<ComplaintEvent, 'seq' | 'at'>[];
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
