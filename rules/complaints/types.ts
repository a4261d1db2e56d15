import type { Money } from '../../core/money.ts';
import type { Locale, Mood } from '../../core/types.ts';
import type { VerifiedLevel } from '../access/actor.ts';
import type { Principal } from '../access/principal.ts';
import type { Case, CaseEvent } from '../cases/types.ts';
import type { ComplaintNoticeKind, ComplaintStatus, RemedyType, Severity, TicketCategory, TicketType } from './codes.ts';

/** A way out offered to the customer. `amount` where money is part of it. */
export interface Remedy {
  readonly type: RemedyType;
  /** What the customer reads, in the ticket's language; at most 1,000 characters. */
  readonly text: string;
  readonly amount?: Money;
}

/** Why it went wrong; must be known before a complaint counts as resolved. `unfounded`: nothing did. */
export const ROOT_CAUSES = [
  'sorting_error',
  'rough_handling',
  'packaging',
  'linehaul_delay',
  'last_mile_delay',
  'capacity',
  'weather',
  'wrong_address',
  'missed_scan',
  'false_sign_off',
  'staff_conduct',
  'pricing_error',
  'system_error',
  'sender_caused',
  'recipient_caused',
  'customs',
  'third_party',
  'unfounded',
  'unknown',
] as const;
export type RootCause = (typeof ROOT_CAUSES)[number];

/** One line of a ticket's audit. */
export interface ComplaintEvent extends CaseEvent {
  /** `opened`, `moved`, `refused` (an illegal transition was tried), `responded`, `noted`, `added`, `assigned`, `contacted`, `warned`, `linked`, `paid` (the money of its claim has left). */
  readonly action: ComplaintAction;
  readonly from?: ComplaintStatus;
  readonly to?: ComplaintStatus;
}
export const COMPLAINT_ACTIONS = [
  'opened',
  'moved',
  'refused',
  'responded',
  'noted',
  'added',
  'assigned',
  'changed',
  'contacted',
  'warned',
  'linked',
  'paid',
] as const;
export type ComplaintAction = (typeof COMPLAINT_ACTIONS)[number];

/** The clocks of a ticket. Instants; all three are kept, the strictest promise is ours (48 h), the widest the law's (7 days). */
export interface ComplaintDue {
  readonly firstResponseAt: Date;
  readonly resolveAt: Date;
  readonly statutoryAt: Date;
}

/** A ticket as flows, desk and API see it. */
export interface Complaint extends Case {
  readonly id: string;
  /** `CMP-YYYYMMDD-NNNN`, for complaints, suggestions and praise alike. */
  readonly reference: string;
  /** Grows by one with each change. */
  readonly version: number;
  readonly type: TicketType;
  readonly category: TicketCategory;
  readonly severity: Severity;
  readonly status: ComplaintStatus;
  readonly locale: Locale;
  readonly channel: string;
  readonly conversationId: string;
  readonly customerId?: string;
  readonly verifiedLevel: VerifiedLevel;
  readonly trackingNumber?: string;
  readonly shipmentId?: string;
  /** The customer's own words, additions joined by newlines. */
  readonly description: string;
  readonly remedySought?: RemedyType;
  /** E.164. */
  readonly contactPhone?: string;
  readonly contactName?: string;
  /** Whom praise is for, as the customer named them. */
  readonly praised?: string;
  readonly mood: Mood;
  readonly files: readonly { readonly id: string; readonly name: string; readonly contentType: string; readonly sizeBytes: number }[];
  readonly owner?: string;
  readonly team?: string;
  readonly due: ComplaintDue;
  readonly firstRespondedAt?: Date;
  readonly resolvedAt?: Date;
  readonly closedAt?: Date;
  /** Milliseconds the resolve clock stood still, finished pauses only. */
  readonly pausedMs: number;
  readonly contactCount: number;
  readonly reopenCount: number;
  readonly remedy?: Remedy;
  readonly resolution?: string;
  readonly rootCause?: RootCause;
  readonly station?: string;
  readonly correctiveAction?: string;
  /** References of tickets this one stands with. */
  readonly duplicateOf?: string;
  readonly incident?: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One change to a ticket, by whoever makes it: a transition (`to`), fields, or both; all of it happens or nothing. */
export interface ComplaintChange {
  readonly to?: ComplaintStatus;
  /** Why, for the audit; a person's words. */
  readonly reason?: string;
  /** Said to the customer; from an agent it is the first response. */
  readonly message?: string;
  /** For colleagues only. */
  readonly note?: string;
  /** More of the story, from the customer. */
  readonly addition?: string;
  /** How the customer is reached from now on, E.164; with the words that say so in `addition`, which the audit keeps. */
  readonly contactPhone?: string;
  readonly fileIds?: readonly string[];
  readonly owner?: string | null;
  readonly team?: string | null;
  readonly category?: TicketCategory;
  readonly severity?: Severity;
  /** Must come with RESOLUTION_PROPOSED. */
  readonly remedy?: Remedy;
  /** Must come with RESOLVED, unless the accepted remedy says it. */
  readonly resolution?: string;
  /** Must come with RESOLVED. */
  readonly rootCause?: RootCause;
  readonly station?: string;
  readonly correctiveAction?: string;
  /** The reference of the ticket this one is merged into; must come with MERGED. */
  readonly mergedInto?: string;
}

export interface NewComplaint {
  /** The inbound message's id: a repeated turn opens no second ticket. */
  readonly idempotencyKey: string;
  readonly conversationId: string;
  readonly customerId?: string;
  readonly verifiedLevel: VerifiedLevel;
  readonly type: TicketType;
  readonly category: TicketCategory;
  readonly locale: Locale;
  readonly trackingNumber?: string;
  /** At most 8,000 characters. */
  readonly description: string;
  readonly remedySought?: RemedyType;
  readonly contactPhone?: string;
  readonly contactName?: string;
  readonly praised?: string;
  readonly fileIds: readonly string[];
  readonly mood: Mood;
}

/** What opening came to. `isAdded`: an open ticket of the same person and matter took it in instead. */
export interface OpenedComplaint {
  readonly complaint: Complaint;
  readonly isAdded: boolean;
}

/** Who asks for their tickets: those of this person's identity on the channel, and of the customer it is bound to. */
export interface ComplaintViewer {
  readonly conversationId: string;
  readonly customerId?: string;
  /** References whose contact phone's last four digits were given: `find` shows these too. */
  readonly proven?: readonly string[];
}

/** Complaints, suggestions and praise, as a flow needs them. */
export interface Complaints {
  /** Two round trips. The ticket, its audit, its facts and the events for the CRM are written together. */
  open(complaint: NewComplaint): Promise<OpenedComplaint>;
  /** Undefined when there is none of that reference, or when it is not the viewer's: the two are told apart nowhere. */
  find(reference: string, viewer: ComplaintViewer): Promise<Complaint | undefined>;
  /** Open ones first, then newest, at most 5, none older than a year. */
  list(viewer: ComplaintViewer): Promise<readonly Complaint[]>;
  /**
   * Runs the state machine. The same `idempotencyKey` twice changes nothing the second time and answers the same.
   * @throws AppError TRANSITION_REFUSED when the ticket may not go there, AUTHORITY_EXCEEDED, NOT_FOUND
   */
  change(reference: string, change: ComplaintChange, by: Principal, idempotencyKey: string): Promise<Complaint>;
  /** Whether the change of this key was made: a turn that is run again did it the first time. */
  isChanged(reference: string, idempotencyKey: string): Promise<boolean>;
}

/** What the customer is told, unasked, when their ticket moves. Composed in the flow's words when it is sent. */
export interface ComplaintNotice {
  readonly conversationId: string;
  readonly reference: string;
  readonly kind: ComplaintNoticeKind;
  readonly trackingNumber?: string;
  /** The agent's or the remedy's words. */
  readonly words?: string;
  readonly amount?: Money;
  /** ISO instant of the next promise, where there is one. */
  readonly dueAt?: string;
}
