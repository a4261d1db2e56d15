import type { DialogState } from 'botbuilder-dialogs';
import { say } from '../core/i18n.ts';
import type { Button, Card, InboundMessage, Intent, Locale, Mood, Reply, Text, Understanding } from '../core/types.ts';
import type { CandidateKind } from '../rules/conversations/types.ts';
import type { Fact } from '../rules/facts.ts';
import type { Services } from '../rules/services.ts';
import type { Side } from '../rules/shipments/types.ts';

/** What a conversation remembers between turns; stored as JSON with every turn, so it stays small. */
export interface Memory {
  /** botbuilder's stack of open flows, innermost last. */
  dialogs: DialogState;
  /** Messages in a row that were not understood. */
  misses: number;
  /** Tracking numbers spoken of, newest first, at most 5. */
  recent: string[];
  /** The parcel asked about last, how often in a row, and whether a complaint was offered. */
  asked?: { number: string; times: number; isOffered?: true };
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
  /** A call-back request was taken in this conversation: a greeting asks the store whether it is still open. */
  hasCallback?: true;
  /** A ticket was opened in this conversation: a greeting asks the store whether it is still being handled. */
  hasTicket?: true;
  /** The bot's last words, at most 400 characters, for saying them again. */
  said?: string;
  /** A second wish of one message, taken up when the first is done. */
  later?: { intent: Intent; text: string };
  /** What the customer wanted when the offer was made: its numbers are used once they chose. */
  offeredText?: string;
  /** The flows that were open when the customer stopped, and when (epoch ms): whoever changes their mind soon goes on where they were. */
  dropped?: { frames: DialogState['dialogStack']; atMs: number };
  /**
   * What they were last told of their ticket, and when (epoch ms): "accept" alone then means that. `isPast`: a parcel was looked at
   * since, so that "how far is it?" means that one.
   */
  noticed?: { reference: string; kind: string; atMs: number; isPast?: true };
}

/** A conversation's memory from what the store holds; anything missing or of an older shape begins empty. */
export function readMemory(state: Readonly<Record<string, unknown>>): Memory {
  const stored = state as Partial<Memory>;
  return {
    // A copy: a turn that fails half-way must leave what was stored as it was.
    dialogs: { dialogStack: (stored.dialogs?.dialogStack ?? []).map((frame) => structuredClone(frame)) },
    misses: stored.misses ?? 0,
    recent: stored.recent ?? [],
    listed: stored.listed ?? [],
    verified: stored.verified ?? [],
    offered: stored.offered ?? [],
    ...(stored.hasCallback ? { hasCallback: true } : {}),
    ...(stored.hasTicket ? { hasTicket: true } : {}),
    ...(stored.asked === undefined ? {} : { asked: stored.asked }),
    ...(stored.localPhone === undefined ? {} : { localPhone: stored.localPhone }),
    ...(stored.said === undefined ? {} : { said: stored.said }),
    ...(stored.later === undefined ? {} : { later: stored.later }),
    ...(stored.offeredText === undefined ? {} : { offeredText: stored.offeredText }),
    ...(stored.dropped === undefined ? {} : { dropped: stored.dropped }),
    ...(stored.noticed === undefined ? {} : { noticed: stored.noticed }),
  };
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
  readonly mood: Mood;
  /** Reads other words than the message's. */
  understand(text: string): Understanding;
  readonly services: Services;
  /** Takes one of the tickets this conversation may open in a day; false when they are used up, which the flow then says. */
  mayOpenTicket(): boolean;
  /** As `mayOpenTicket`, of the call-backs of the conversation and of the phone (E.164). */
  mayRequestCallback(phone: string): boolean;
  readonly memory: Memory;
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
  count(fact: Omit<Fact, 'occurredAt' | 'locale'>): void;
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
export function remember(memory: Memory, trackingNumber: string): void {
  memory.recent = [trackingNumber, ...memory.recent.filter((number) => number !== trackingNumber)].slice(0, 5);
  if (memory.noticed) memory.noticed = { ...memory.noticed, isPast: true };
}
