import type { Claims } from './claims/types.ts';
import type { Clock } from './clock.ts';
import type { Complaints } from './complaints/types.ts';
import type { Guesser } from './guessing.ts';
import type { Money, Service, Shipment, ShipmentStatus, Side, StatusReason } from './shipment.ts';
import type { ConversationMode, FileRef, Intent, Locale, Reply } from './types.ts';

/** Everything a flow may use of the world. Built once in bot/main.ts; a test passes its own. */
export interface Services {
  readonly clock: Clock;
  readonly company: Company;
  readonly shipments: Shipments;
  readonly verification: Verification;
  readonly callbacks: Callbacks;
  readonly complaints: Complaints;
  readonly claims: Claims;
}

/** What the company is called and where it lives. */
export interface Company {
  readonly name: Readonly<Record<Locale, string>>;
  /** IANA zone all days and hours are shown in, unless a destination has its own. */
  readonly timeZone: string;
  /** Shown where a number is explained, e.g. `XB000000012348`. */
  readonly numberExample: string;
  readonly hotline?: string;
}

/** Reading shipments. Each call is one round trip; a shipment that does not exist is undefined, never an error. */
export interface Shipments {
  /** `trackingNumber` normalised (upper case, no spaces); piece numbers find their shipment. */
  find(trackingNumber: string): Promise<Shipment | undefined>;
  /** All shipments of one order, newest first, at most 10. Order numbers repeat between merchants: verify before showing. */
  listByOrder(orderNumber: string): Promise<readonly Shipment[]>;
  /** A verified customer's shipments sent or received, unfinished first, then newest, at most `limit` (default 5). */
  listByCustomer(customerId: string, limit?: number): Promise<readonly Shipment[]>;
}

/**
 * Outcome of a check of the last four digits. `verified`: of whose phone they are, both where they are alike, nobody of a
 * shipment with a ticket. `refused` says the same whether the number exists or not, and from when on the next may be given where
 * that is not at once. `waiting`: not looked at, right or wrong; the earliest instant to give them again.
 */
export type VerificationResult =
  | { readonly kind: 'verified'; readonly sides: readonly Side[] }
  | { readonly kind: 'refused'; readonly until?: Date }
  | { readonly kind: 'waiting'; readonly until: Date };

/** L1: the last four digits of the sender's or recipient's phone. */
export interface Verification {
  /** Limits: `core/guessing.ts`. Unknown numbers cost an attempt too and are `refused` like wrong digits. */
  checkLastFour(trackingNumber: string, digits: string, guesser: Guesser): Promise<VerificationResult>;
}

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

/** What a turn begins with: read in one round trip. */
export interface TurnStart {
  readonly conversationId: string;
  readonly channel: string;
  readonly userId: string;
  readonly locale: Locale;
  readonly mode: ConversationMode;
  /** Set when the channel identity is bound to a customer: level L2. */
  readonly customerId?: string;
  readonly customerName?: string;
  /** Grows by one with each committed turn. */
  readonly version: number;
  readonly lastSeq: number;
  /** The conversation's memory as last committed, `{}` at first. */
  readonly state: Readonly<Record<string, unknown>>;
  /** The id of the stored message with this provider's id, when the inbound message is a repeat. */
  readonly repeatedMessageId?: string;
}

/** One message as it is stored and replayed. */
export interface StoredMessage {
  readonly conversationId: string;
  /** Position in the conversation from 1, without gaps; Direct Line's watermark. */
  readonly seq: number;
  readonly id: string;
  readonly role: 'customer' | 'bot' | 'agent' | 'system';
  readonly kind: 'text' | 'event' | 'file';
  /** The sender's id on the channel; the bot's own id for its replies. */
  readonly authorId: string;
  readonly text: string;
  readonly replyToId?: string;
  readonly reply?: Reply;
  readonly files?: readonly FileRef[];
  readonly channelData?: unknown;
  readonly createdAt: Date;
}

export type NewMessage = Omit<StoredMessage, 'seq' | 'conversationId'> & { readonly providerMessageId?: string };

/** A countable thing that happened, for managers' reports; written in the transaction that made it happen. */
export interface Fact {
  /** Dotted name, e.g. `turn.answered`, `turn.missed`, `callback.opened`. */
  readonly name: string;
  readonly occurredAt: Date;
  readonly intent?: string;
  readonly locale?: Locale;
  readonly seconds?: number;
  readonly shipmentId?: string;
}

/** Something that must happen after the commit, at least once. */
export interface OutboxEntry {
  readonly kind: string;
  /** Unique: the same key is never enqueued twice. */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly dueAt: Date;
}

/** Why a message is worth a person's look: not understood, offered choices, the choice made, or acted on with little confidence. */
export type CandidateKind = 'fallback' | 'clarified' | 'chosen' | 'low_confidence';

/** A message kept to become training text once a person has labelled it. */
export interface Candidate {
  readonly kind: CandidateKind;
  readonly occurredAt: Date;
  readonly locale: Locale;
  /** Masked: numbers, contacts and names are ⟨…⟩; one line, at most 500 characters. */
  readonly text: string;
  readonly intent: Intent;
  /** 0–1, of `intent`. */
  readonly confidence: number;
  readonly ranking: readonly { readonly intent: Intent; readonly confidence: number }[];
  /** With kind `chosen`: what the customer picked. */
  readonly chosenIntent?: Intent;
}

/** Everything a turn changes, written by one statement or not at all. */
export interface TurnCommit {
  readonly conversationId: string;
  readonly expectedVersion: number;
  readonly state: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly mode: ConversationMode;
  readonly messages: readonly NewMessage[];
  readonly facts: readonly Fact[];
  readonly outbox: readonly OutboxEntry[];
  /** Absent like empty: nothing to learn from, as in nearly every turn. */
  readonly candidates?: readonly Candidate[];
}

/** `conflict`: another instance committed first, run the turn again on fresh state. `repeated`: this message was answered before. */
export type CommitResult =
  | { readonly kind: 'committed'; readonly lastSeq: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'repeated' };

export interface NewConversation {
  readonly id: string;
  readonly channel: string;
  readonly userId: string;
  readonly locale: Locale;
  /** Binds the channel identity to this customer of the company's system (L2); ignored when no such customer exists. */
  readonly customerExternalId?: string;
}

/** Conversations and their messages, as the turn needs them. */
export interface Conversations {
  /** Idempotent: true when it was created now, false when it existed. */
  open(conversation: NewConversation): Promise<boolean>;
  read(conversationId: string, providerMessageId: string): Promise<TurnStart | undefined>;
  commit(turn: TurnCommit): Promise<CommitResult>;
  /** Messages with seq > `afterSeq`, oldest first, at most `limit`. */
  listMessages(conversationId: string, afterSeq: number, limit: number): Promise<readonly StoredMessage[]>;
  /** The number of the last message of each of these, as many as a thousand, in one round trip; unknown ones are left out. */
  listLastSeqs(conversationIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** Files customers send; bytes stay in the store so that every instance can serve them. */
export interface Uploads {
  save(conversationId: string, file: Omit<FileRef, 'id' | 'sizeBytes'> & { readonly bytes: Buffer }): Promise<FileRef>;
  find(id: string): Promise<{ readonly conversationId: string; readonly file: FileRef; readonly bytes: Buffer } | undefined>;
}

export interface NewParty {
  readonly name: string;
  readonly phone: string;
  readonly address: {
    readonly country: string;
    readonly province: string;
    readonly city: string;
    readonly district?: string;
    readonly street: string;
    readonly postcode?: string;
  };
}

/** A shipment as the company's systems put it; see contract `PUT /api/v1/shipments/{n}`. */
export interface NewShipment {
  readonly trackingNumber: string;
  readonly orderNumber?: string;
  readonly service: Service;
  readonly direction?: 'forward' | 'return';
  readonly promisedAt?: Date;
  readonly declaredValue?: Money;
  readonly insuredValue?: Money;
  readonly freight?: Money;
  readonly pieceCount: number;
  readonly weightGrams?: number;
  readonly sender: NewParty;
  readonly recipient: NewParty;
  readonly customer?: { readonly externalId: string; readonly name?: string };
  readonly items: readonly {
    readonly description: string;
    readonly quantity: number;
    readonly unitValue?: Money;
    readonly hsCode?: string;
    readonly originCountry?: string;
  }[];
}

export interface NewEvent {
  readonly occurredAt: Date;
  readonly status: ShipmentStatus;
  readonly reason?: StatusReason;
  readonly code?: string;
  readonly text: string;
  readonly location?: { readonly name?: string; readonly city?: string; readonly country?: string };
  readonly signedBy?: string;
  /** Piece number the event is about; absent means the whole shipment. */
  readonly piece?: string;
}

/** What the company's systems write. */
export interface ShipmentIntake {
  put(shipment: NewShipment): Promise<'created' | 'updated'>;
  /** Undefined when there is no such shipment. Repeated events (same instant, code, text) change nothing and are counted. */
  append(
    trackingNumber: string,
    events: readonly NewEvent[],
  ): Promise<{ readonly accepted: number; readonly duplicates: number } | undefined>;
}
