import type { DialogState } from 'botbuilder-dialogs';
import type { Asked, ReadActs } from '../core/acts.ts';
import { say } from '../core/i18n.ts';
import type { Button, Card, InboundMessage, Intent, Locale, Mood, Reply, Text, Understanding } from '../core/types.ts';
import type { CandidateKind } from '../rules/conversations/types.ts';
import type { ConversationFact } from '../rules/facts.ts';
import type { Services } from '../rules/services.ts';
import type { Side } from '../rules/shipments/types.ts';
import { type FlowMemory, type FlowParts, readParts, type StoredState } from './memory.ts';

/** What a conversation remembers between turns, whatever flow it is in; stored as JSON with every turn, so it stays small. */
export interface Memory {
  /** botbuilder's stack of open flows, innermost last. */
  dialogs: DialogState;
  /** Messages in a row that were not understood. */
  misses: number;
  /** Tracking numbers spoken of, newest first, at most 5. */
  recent: string[];
  /** Eight digits of a phone whose country was asked for. */
  localPhone?: string;
  /** Tracking numbers last shown as a list, in its order: what "the second one" means. */
  listed: string[];
  /**
   * Tracking numbers whose last four digits were given (L1), with the instant (epoch ms) the proof ends and whose digits they were;
   * at most 10. Older proofs do not say whose.
   */
  verified: { number: string; untilMs: number; sides?: Side[] }[];
  /** Intents offered as buttons in the last turn, so that "the second" can be understood. */
  offered: Intent[];
  /** A question that needs an answer is open: whoever falls silent now is reminded. */
  isAwaiting?: true;
  /** The bot's last words, at most 400 characters, for saying them again. */
  said?: string;
  /** A second wish of one message, taken up when the first is done. */
  later?: { intent: Intent; text: string };
  /** What the customer wanted when the offer was made: its numbers are used once they chose. */
  offeredText?: string;
  /** The flows that were open when the customer stopped, and when (epoch ms): whoever changes their mind soon goes on where they were. */
  dropped?: { frames: DialogState['dialogStack']; atMs: number };
  /** What each flow remembers. */
  flows: FlowParts;
}

/**
 * A conversation's memory from what the store holds; anything missing or of an older shape begins empty.
 * @param memories the flows' parts that are made whole; others stay as they were stored.
 */
export function readMemory(state: StoredState, memories: readonly FlowMemory<object>[] = []): Memory {
  const stored = state as Partial<Memory>;
  return {
    // A copy: a turn that fails half-way must leave what was stored as it was.
    dialogs: { dialogStack: (stored.dialogs?.dialogStack ?? []).map((frame) => structuredClone(frame)) },
    misses: stored.misses ?? 0,
    recent: stored.recent ?? [],
    listed: stored.listed ?? [],
    verified: stored.verified ?? [],
    offered: stored.offered ?? [],
    flows: readParts(state, memories),
    ...(stored.localPhone === undefined ? {} : { localPhone: stored.localPhone }),
    ...(stored.said === undefined ? {} : { said: stored.said }),
    ...(stored.later === undefined ? {} : { later: stored.later }),
    ...(stored.offeredText === undefined ? {} : { offeredText: stored.offeredText }),
    ...(stored.dropped === undefined ? {} : { dropped: stored.dropped }),
  };
}

/** What the store holds once the open question, and whatever waited for its end, is set aside; what is remembered stays. */
export function setAsideOpen(state: StoredState): StoredState {
  return { ...state, dialogs: { dialogStack: [] }, offered: [], later: undefined, isAwaiting: undefined };
}

/** A matter of a flow that was spoken of: a ticket, a call-back request, a parcel. */
export interface Matter {
  /** The intent that asks for it, which tells whose flow it is. */
  readonly about: Intent;
  /** What customers know it by: a ticket's reference, a tracking number. */
  readonly reference: string;
  /** What was said of it, in the words of its flow: `opened`, `proposed`, `shown`. */
  readonly kind: string;
  /** Another matter was spoken of since. */
  readonly isPast?: true;
}

/** All flows together, for one that must know none by name: an intent says which is meant. */
export interface AllFlows {
  /** Whether something was opened in this conversation: by the flow of this intent, or by any. From memory, without a round trip. */
  hasOpen(intent?: Intent): boolean;
  /** What comes first among choices while something is open. */
  comesFirst(): readonly Intent[];
  /** What the flow of this intent last spoke of. */
  lastOf(intent: Intent): Matter | undefined;
  /** What is still open, a sentence each, the one that comes first last: there it is nearest to the answer. */
  describeOpen(): Promise<readonly string[]>;
  /** Says how it stands to whoever asks after what is open or wants it no more; false when nothing is. */
  tellOpen(): Promise<boolean>;
  /** What was told to any of them, a line each. */
  recap(): Promise<readonly string[]>;
  /** Has a question answered by the flow that knows, without leaving the open one; false when none does. */
  answer(): Promise<boolean>;
  /** Offers a message that nothing else takes to each flow; false when none adopts it. */
  adopt(): Promise<boolean>;
  /** Tells every flow what one of them did. */
  tell(matter: Matter): void;
}

/** One inbound message with everything a flow may know and do about it. */
export interface Turn {
  readonly message: InboundMessage;
  /** Whose conversation it is, on its channel: fixed at its opening, whatever a message's author calls himself. */
  readonly userId: string;
  /**
   * For what a flow writes into the CRM: the same whenever this message comes again, also after a crash between that and the
   * turn's own commit. A hash of conversation and provider's message id.
   */
  readonly idempotencyKey: string;
  /** Of this message; of the second wish's words while that is taken up. */
  understanding: Understanding;
  /** Of the whole message; `understanding.mood` is only of the words of the wish that is being taken up. */
  mood: Mood;
  /** What kind of answer the open question waits for, `none` while none is open. */
  asked: Asked;
  /** What the message does in the light of it, or of another question. */
  acts(asked?: Asked): ReadActs;
  /** Reads other words than the message's. */
  understand(text: string): Understanding;
  readonly services: Services;
  /** Takes one of the tickets this conversation may open in a day; false when they are used up, which the flow then says. */
  mayOpenTicket(): boolean;
  /** As `mayOpenTicket`, of the call-backs of the conversation and of the phone (E.164). */
  mayRequestCallback(phone: string): boolean;
  readonly memory: Memory;
  readonly flows: AllFlows;
  readonly now: Date;
  /** Set at L2: the channel identity is bound to this customer. */
  readonly customer?: { readonly id: string; readonly name?: string };
  /** The words that carry the wish: this message's, or those an offer of choices was made for. */
  wishText: string;
  /** Another flow waits below the one now running, or another wish after it: answer, and leave no question of your own open. */
  isDigression: boolean;
  /** The language of this turn's replies; a language command changes it. */
  locale: Locale;
  /** Sends one message, which leaves only when the turn is committed. */
  reply(text: Text | string, extra?: ReplyExtra): Promise<void>;
  /** Records something countable for managers. */
  count(fact: Omit<ConversationFact, 'locale'>): void;
  /** Keeps this message, masked, for somebody to label; with a choice, the earlier words it was made for and what was picked. */
  learn(kind: CandidateKind, choice?: { readonly text: string; readonly intent: Intent }): void;
}

export interface ReplyExtra {
  readonly values?: Readonly<Record<string, string | number>>;
  readonly card?: Card;
  readonly buttons?: readonly Button[];
}

/** Fills a text for the turn's language; a string passes as it is. */
export function compose(turn: Pick<Turn, 'locale'>, text: Text | string, extra: ReplyExtra = {}): Reply {
  const { values, card, buttons } = extra;
  return {
    text: typeof text === 'string' ? text : say(text, turn.locale, values),
    locale: turn.locale,
    ...(card ? { card } : {}),
    ...(buttons?.length ? { buttons } : {}),
  };
}

/** A button that says and sends the same words. */
export function button(turn: Pick<Turn, 'locale'>, title: Text, value: Text = title): Button {
  return { title: title[turn.locale], value: value[turn.locale] };
}

/** Keeps what is open now for whoever goes on after all; called before it is closed because the customer stopped. */
export function keepDropped({ memory, now }: Pick<Turn, 'memory' | 'now'>): void {
  const frames = structuredClone(memory.dialogs.dialogStack);
  if (frames.length > 0) memory.dropped = { frames, atMs: now.getTime() };
}

/** Keeps a number as the one last spoken of. */
export function remember({ memory, flows }: Pick<Turn, 'memory' | 'flows'>, trackingNumber: string): void {
  memory.recent = [trackingNumber, ...memory.recent.filter((number) => number !== trackingNumber)].slice(0, 5);
  flows.tell({ about: 'track_shipment', reference: trackingNumber, kind: 'shown' });
}
