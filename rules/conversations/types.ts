import type { ConversationMode, FileRef, Intent, Locale, Reply } from '../../core/types.ts';
import type { Fact } from '../facts.ts';
import type { NewJob } from '../jobs.ts';

/** Where a channel that has to be called takes messages of a conversation; plain JSON of its own making. */
export type Address = Readonly<Record<string, unknown>>;

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
  /** Where messages must be posted, for channels that have to be called: as the customer's last message named it. */
  readonly address?: Address;
  /** The member of staff who has the conversation. */
  readonly assigneeId?: string;
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

/** What a conversation is besides its messages and its memory. Changed by few turns. */
export interface ConversationHead {
  readonly locale: Locale;
  readonly mode: ConversationMode;
  readonly address?: Address;
  readonly assigneeId?: string;
}

/** Everything a turn changes, written or not at all; turns of several conversations may be written by one statement. */
export interface TurnCommit {
  readonly conversationId: string;
  readonly expectedVersion: number;
  readonly state: Readonly<Record<string, unknown>>;
  /** As it is from now on; absent: as it was. */
  readonly head?: ConversationHead;
  readonly messages: readonly NewMessage[];
  readonly facts: readonly Fact[];
  /** What must happen later because of it. */
  readonly jobs: readonly NewJob[];
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
  /** Its bytes are read as they are asked for; undefined for one that is not there whole. */
  find(id: string): Promise<{ readonly conversationId: string; readonly file: FileRef; readonly bytes: AsyncIterable<Buffer> } | undefined>;
}
