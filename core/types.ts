import type { Values } from './values.ts';

/**
 * The words of the trade, once, with the Chinese a customer uses. The code uses the English term everywhere.
 *
 * - waybill, tracking number (运单号, 快递单号): the number of one shipment at one carrier
 * - shipment (快件, 包裹): what travels under one tracking number, in one or more pieces (件)
 * - tracking event, scan (轨迹, 物流节点): one dated statement about a shipment
 * - consignee, recipient (收件人) · consignor, sender (寄件人)
 * - pickup (揽收) · linehaul (干线) · sorting centre (转运中心) · depot (网点) · last mile (派送, 末端)
 * - pickup point (驿站, 快递柜; 自提點, 智能櫃): where a parcel waits for its recipient
 * - proof of delivery, POD (签收凭证): who signed, when, where
 * - promise (承诺时效): the instant a shipment was promised for · late: the promise has passed · stale: no scan for too long
 * - expedite (催件): asking the depot to move a shipment · redirect (改派) · hold (暂存)
 * - return, RMA (退货, 退件) · complaint (投诉) · claim (理赔) · survey (评价)
 * - call-back request (回电请求): a customer's wish to be phoned by a person
 * - hand-off (转人工): the conversation passes to an agent (坐席)
 * - turn: one inbound message with everything it causes · flow: one kind of business done in a conversation
 */
export const LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const;
/** A language the product speaks. zh-Hant is one text for Hong Kong, Macau and Taiwan. */
export type Locale = (typeof LOCALES)[number];

/** Every sentence a person reads: a missing language does not compile. */
export type Text = Readonly<Record<Locale, string>>;

/** What a customer wants, as the contract names it. */
export const INTENTS = [
  'track_shipment',
  'delivery_time_estimate',
  'change_delivery',
  'return_label',
  'complaint',
  'complaint_status',
  'claim_compensation',
  'survey_response',
  'human_agent',
  'price_quote',
  'pickup_request',
  'invoice',
  'cancel',
  'greet',
  'thank',
  'goodbye',
  'help',
  'out_of_scope',
] as const;
export type Intent = (typeof INTENTS)[number];

/** The second stage of `complaint`. */
export const COMPLAINT_CATEGORIES = [
  'delay',
  'damage',
  'loss',
  'shortage',
  'misdelivery',
  'service_attitude',
  'fee_dispute',
  'fake_delivery_sign',
] as const;
export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];

export type EntityType = 'tracking_number' | 'order_number' | 'ticket_number' | 'phone' | 'email' | 'date' | 'amount' | 'address';

/** Something with a value inside a message. `start` and `end` are UTF-16 offsets into what is read of the given text (`core/excerpt.ts`), end exclusive. */
export interface Entity {
  readonly type: EntityType;
  /** Normalised: tracking numbers upper-case without spaces, phones E.164 where the country is known, dates ISO, amounts `CNY 199.00`. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** How sure a tracking-number candidate is: its check digit holds, its prefix is telling, or only its length fits. */
export type NumberConfidence = 'checksum' | 'prefix' | 'shape';

/** One way to read a number. `carrier` is a carrier id (`own`, `sf`, `ups`, …). */
export interface NumberCandidate {
  readonly carrier: string;
  readonly format: string;
  readonly confidence: NumberConfidence;
  readonly checksum: 'ok' | 'bad' | 'none';
}

export type NumberProblem = 'bad_check_digit' | 'too_short' | 'too_long' | 'looks_like_phone' | 'looks_like_id' | 'looks_like_order_no';

/** A tracking number as found in a text; candidates best first, empty when there is a problem and nothing fits. */
export interface FoundNumber {
  readonly raw: string;
  readonly normalized: string;
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly NumberCandidate[];
  readonly problem?: NumberProblem;
  /** Single-digit changes and neighbour swaps that make the check digit hold, likeliest first, at most 3. */
  readonly corrections: readonly string[];
}

/** How the policy of `nlp/decide.ts` reads the scores: act on it, offer the top three, or admit not to have understood. */
export type Decision = 'act' | 'clarify' | 'fallback';

/** What must reach a person soon, whatever else is asked: harm, threats of law or public, data misused, somebody helpless. */
export type Risk = 'injury' | 'dangerous_goods' | 'self_harm' | 'danger' | 'legal' | 'media' | 'regulator' | 'privacy' | 'vulnerable';

/** Somebody is hurt or may be, now: `danger` where the words do not say by what. Heard before anything else. */
export const HARMS: ReadonlySet<Risk> = new Set(['injury', 'dangerous_goods', 'self_harm', 'danger']);

/** How a message is said, by rules alone; what follows from it is for the flows to decide. */
export interface Mood {
  /** 0 calm, 1 annoyed, 2 furious or insulting. */
  readonly anger: 0 | 1 | 2;
  /** Each at most once, in the order of the type. */
  readonly risks: readonly Risk[];
}

/** What a message means, before any flow looks at it. */
export interface Understanding {
  /** The text after cleaning (NFC, no control characters), as it is stored and shown: for what keeps the customer's words. */
  readonly words: string;
  /** What is read of them: of a long text its beginning and its end. */
  readonly text: string;
  readonly locale: Locale;
  readonly intent: Intent;
  /** Calibrated probability of `intent`, 0–1. */
  readonly confidence: number;
  readonly decision: Decision;
  /** Best first, at most three; what a clarification offers. */
  readonly ranking: readonly { readonly intent: Intent; readonly confidence: number }[];
  readonly category?: ComplaintCategory;
  readonly entities: readonly Entity[];
  readonly numbers: readonly FoundNumber[];
  /** What it gives, should it be asked for. */
  readonly values: Values;
  readonly mood: Mood;
}

/** One message of a customer, as a channel hands it over. Nothing in it is trusted but the ids the channel made. */
export interface InboundMessage {
  readonly channel: string;
  readonly conversationId: string;
  /** The author's id as this channel shows it. Whose the conversation is stands in the store, since its opening. */
  readonly userId: string;
  /** The provider's id of this message, for dropping repeats; the channel makes one where the provider has none. */
  readonly providerMessageId: string;
  readonly kind: 'text' | 'event' | 'file';
  /** The words, or an event's name as the client gave it (`join` or `webchat/join` when a chat is opened). */
  readonly text: string;
  /** What the client's own form for it asks for: no answer to an open question, whatever the words. */
  readonly wish?: Intent;
  /** What the client says its language is; a hint, never an order. */
  readonly localeHint?: string;
  readonly files?: readonly FileRef[];
  /** Addresses the client named in place of files; empty when it named none that can be kept. Never fetched, stored as words. */
  readonly links?: readonly string[];
  /** What the channel wants echoed with the message, stored as it came (Direct Line's channelData). */
  readonly channelData?: unknown;
  /** Where replies must be posted, for channels that have to be called; plain JSON, the same from message to message. Kept with the conversation. */
  readonly address?: Readonly<Record<string, unknown>>;
  /** What the channel calls this message, where its answers must name it. */
  readonly answerTo?: string;
  /** For attempt limits: the client's address, or the user id where there is none. Stored nowhere but as a hash. */
  readonly clientKey: string;
}

/** A stored upload; `id` is opaque, the bytes live in the store. */
export interface FileRef {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** A small picture of it that the client made, a `data:` address; stored with the message alone. */
  readonly thumbnailUrl?: string;
}

/** A quick answer: pressing it sends `value` as if typed. */
export interface Button {
  readonly title: string;
  readonly value: string;
}

/** The mood a status is shown in. */
export type Tone = 'good' | 'moving' | 'attention' | 'bad' | 'neutral';

export interface TimelineLine {
  readonly at: string;
  readonly text: string;
  readonly isLatest: boolean;
}

/** A shipment for showing: every string is already in the customer's language, masked and without markup. */
export interface ShipmentCard {
  readonly kind: 'shipment';
  readonly trackingNumber: string;
  readonly status: string;
  readonly tone: Tone;
  /** How far along, 0–4: ordered, picked up, in transit, out for delivery, done. */
  readonly progress: 0 | 1 | 2 | 3 | 4;
  readonly route?: string;
  readonly headline: string;
  readonly eta?: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly timeline: readonly TimelineLine[];
  readonly timelineTitle: string;
  readonly buttons: readonly Button[];
}

/** A ticket for showing, in the same parts as a shipment. `progress`: taken in, looked into, answered, agreed, done; `eta` is its clock. */
export interface CaseCard extends Omit<ShipmentCard, 'kind' | 'trackingNumber' | 'route'> {
  readonly kind: 'case';
  /** `CMP-YYYYMMDD-NNNN`. */
  readonly reference: string;
}

export type Card = ShipmentCard | CaseCard;

/** One message to the customer. A channel that cannot show cards or buttons sends `text` and numbered lines: `text` alone must do. */
export interface Reply {
  readonly text: string;
  readonly locale: Locale;
  readonly card?: Card;
  readonly buttons?: readonly Button[];
}

/** Who answers in a conversation now. */
export type ConversationMode = 'bot' | 'waiting' | 'agent' | 'closed';
