import type { Locale } from '../../core/types.ts';

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
}

export interface OpenCallback {
  readonly reference: string;
  readonly createdAt: Date;
}
