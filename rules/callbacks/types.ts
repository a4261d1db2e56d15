import type { Locale } from '../../core/types.ts';
import type { Principal } from '../access/principal.ts';

export interface NewCallback {
  /** The inbound message's id: a repeated turn opens no second request. */
  readonly idempotencyKey: string;
  readonly conversationId: string;
  readonly customerId?: string;
  /** E.164. */
  readonly phone: string;
  readonly locale: Locale;
  /** The intent or matter the customer came with. */
  readonly topic: string;
  /** The customer's own words, at most 500 characters. */
  readonly note: string;
  readonly trackingNumber?: string;
}

/** Call-back requests, until a person at the desk takes over. */
export interface Callbacks {
  /** Writes the request, its fact row and the outbox row in one transaction; returns the reference `CBR-YYYYMMDD-NNNN`. */
  open(request: NewCallback): Promise<{ readonly reference: string }>;
  /** Requests nobody has answered yet, of this conversation or of this customer, newest first, at most 3. */
  listOpen(conversationId: string, customerId?: string): Promise<readonly OpenCallback[]>;
  /**
   * The customer changes their request, with its fact and outbox row. The same message again changes nothing. Undefined when it is
   * not theirs, or nobody waits for it any more.
   */
  change(reference: string, change: CallbackChange): Promise<OpenCallback | undefined>;
}

/** What a customer changes about a request of this conversation, or of theirs. */
export interface CallbackChange {
  /** The inbound message's id. */
  readonly idempotencyKey: string;
  readonly conversationId: string;
  readonly customerId?: string;
  /** E.164. */
  readonly phone?: string;
  /** Joins the note, which holds `LONGEST_NOTE` characters in all: when to call, whom to ask for. */
  readonly addition?: string;
  /** Nobody calls any more. */
  readonly isCancelled?: true;
}

/** With all that was added. */
export const LONGEST_NOTE = 2000;

export interface OpenCallback {
  readonly reference: string;
  readonly createdAt: Date;
  /** E.164. */
  readonly phone: string;
  readonly note: string;
}

export const CALLBACK_STATUSES = ['open', 'done', 'cancelled'] as const;
export type CallbackStatus = (typeof CALLBACK_STATUSES)[number];

/** A call-back request as the desk and the company's systems see it. */
export interface Callback extends Omit<NewCallback, 'idempotencyKey' | 'locale'> {
  readonly reference: string;
  readonly locale: string;
  readonly status: CallbackStatus;
  readonly createdAt: Date;
  /** By the customer, last. */
  readonly changedAt?: Date;
  /** Done or cancelled. */
  readonly doneAt?: Date;
}

export interface CallbackPage {
  readonly callbacks: readonly Callback[];
  /** Give it as `cursor` for the next page; absent on the last. */
  readonly nextCursor?: string;
}

export interface CallbackFilter {
  readonly status?: CallbackStatus;
  /** Opened, changed, done or cancelled at this instant or after it. */
  readonly updatedAfter?: Date;
  readonly cursor?: string;
  readonly limit?: number;
}

/** What staff do with call-back requests. */
export interface CallbackDesk {
  /** Oldest first, so that who waits longest comes first; `limit` 1–200, default 50. */
  list(filter?: CallbackFilter): Promise<CallbackPage>;
  /** Idempotent: the first `doneAt` stays, and who said so first is who is counted. @throws AppError NOT_FOUND */
  markDone(reference: string, by: Principal): Promise<Callback>;
}
