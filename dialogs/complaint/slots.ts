import { excerptOf } from '../../core/excerpt.ts';
import type { Money } from '../../core/money.ts';
import { type FoundNumber, HARMS, type Intent, type Mood } from '../../core/types.ts';
import type { VerifiedLevel } from '../../rules/access/actor.ts';
import type { EvidenceTier } from '../../rules/claims/types.ts';
import type { RemedyType, TicketCategory, TicketType } from '../../rules/complaints/codes.ts';
import { otherPhonesIn, phoneIn } from '../phones.ts';
import { does } from '../reading.ts';
import type { Turn } from '../turn.ts';
import { findPraised, typeOf } from './kinds.ts';
import { isBare, withoutNumbers } from './words.ts';

/** What the intake has collected. Plain JSON; the story is the largest part of it. */
export interface ComplaintSlots {
  type: TicketType;
  /** Money is the point: its value and proof are asked for. */
  isClaim: boolean;
  /** The customer's own words, a line a message. */
  story: string;
  /** Nothing more of the story is waited for. */
  isTold?: true;
  /** Whether there is more was asked; short messages after it are taken without asking again. */
  isMoreAsked?: true;
  /** More was said than is kept, and the customer knows. */
  isFull?: true;
  mood: Mood;
  fileIds: string[];
  parcel?: string;
  /** The parcel was taken from the conversation, not named for this. */
  isAssumed?: true;
  /** The parcel is one of ours. */
  isFound?: true;
  /** The customer has no number or means no parcel. */
  isWithoutParcel?: true;
  level: VerifiedLevel;
  /** The customer would rather not prove anything. */
  isUnproven?: true;
  wrongDigits: number;
  phone?: string;
  /** Further phones that were given, E.164. */
  otherPhones?: string[];
  /** The end of what was given for a phone and is none: a digit is missing or too many. */
  slip?: string;
  /** Four digits that came before they were asked for. */
  digits?: string;
  /** Digits of a parcel's phone the customer gave: what may be shown of `phone`. */
  phoneTail?: string;
  /** Asked in vain how to call: the answer comes into this conversation. */
  isInChatOnly?: true;
  remedy?: RemedyType;
  /** Nothing in particular is wished for. */
  isOpenToAll?: true;
  /** What the goods were worth as it was said; `isRough`: 大概300. */
  sum?: { amount: number; currency?: string; isDollar?: true; isRough?: true };
  /** The same as money, once its currency is known. */
  value?: Money;
  /** The customer was asked about it and stands by it. */
  isValueSure?: true;
  /** A sum that was none was asked for once more. */
  isExactAsked?: true;
  /** The customer cannot say what it was worth. */
  isUnpriced?: true;
  evidence?: EvidenceTier;
  isUnevidenced?: true;
  praised?: string;
  /** Messages that told on while something else was asked. */
  asides?: number;
  /** Of these, since the open question was first asked. */
  passed?: number;
  /** Further parcels named for the same matter. */
  others?: string[];
  /** The customer knows which of them is spoken of. */
  isOthersTold?: true;
  /** Questions asked so far, by step; never more than `MOST_QUESTIONS`. */
  asked: string[];
  /** Set once the regrets were said; the safety sentence has its own. */
  isSorrySaid?: true;
  isSafetySaid?: true;
  /** A ticket about the same parcel and matter is open. */
  isRunning?: true;
  /** What the story came to; where the words alone tell nothing, that of the ticket that is open. */
  category?: TicketCategory;
  /** The ticket, once there is one. */
  reference?: string;
  /** Its compensation was offered at once and waits for an answer. */
  isOffered?: true;
  /** The ticket had a claim before. */
  isClaimed?: true;
}

/** S27: simple contact; five questions are the most anybody is asked. */
export const MOST_QUESTIONS = 5;
/** Characters of a story that are kept. */
export const MOST_WORDS = 8000;

/** What the first message already says; a bare 投诉 says nothing. */
export function readSlots(turn: Turn, intent: Intent): ComplaintSlots {
  if (isOwnWish(turn)) turn.understanding = turn.understand(turn.message.text);
  const words = ownWords(turn);
  const text = excerptOf(words);
  const slots: ComplaintSlots = {
    type: typeOf(text) ?? 'complaint',
    isClaim: intent === 'claim_compensation' || turn.memory.later?.intent === 'claim_compensation',
    story: '',
    mood: turn.mood,
    fileIds: [],
    level: 0,
    wrongDigits: 0,
    asked: [],
  };
  if (isOwnWish(turn)) delete turn.memory.later;
  collect(turn, slots);
  if (!isBare(text)) addToStory(slots, words);
  const [recent] = turn.memory.recent;
  if (!slots.parcel && recent) Object.assign(slots, { parcel: recent, isAssumed: true });
  if (slots.type === 'praise') slots.praised = findPraised(text);
  return slots;
}

/** Two wishes of one message that are both ours ("… broken. I want compensation.") are one matter and one story. */
function ownWords(turn: Turn): string {
  return isOwnWish(turn) ? turn.understanding.words : turn.wishText;
}

const isOwnWish = ({ memory }: Turn): boolean => memory.later?.intent === 'complaint' || memory.later?.intent === 'claim_compensation';

/** Keeps what any message may bring, whatever was asked: number, phone, files, mood. */
export function collect(turn: Turn, slots: ComplaintSlots): void {
  const number = numberIn(turn);
  const isNumberOnly = withoutNumbers(turn.understanding.text) === '';
  if (number && (!slots.parcel || slots.isAssumed || isNumberOnly)) setParcel(slots, number);
  keepOthers(turn, slots);
  const phone = phoneIn(turn);
  if (phone) {
    slots.phone = phone;
    delete slots.phoneTail;
    delete slots.slip;
  } else if (!number) keepSlip(turn, slots);
  const others = otherPhonesIn(turn);
  if (others.length > 0) slots.otherPhones = [...new Set([...(slots.otherPhones ?? []), ...others])];
  const { namedLastFour, lastFour } = turn.understanding.values;
  const isHardlyMore = !number && !phone && withoutNumbers(turn.understanding.text).length <= 4;
  const isGiven = number !== undefined && does(turn, 'give', 'last_four');
  const digits = namedLastFour ?? (isHardlyMore || isGiven ? lastFour : undefined);
  if (digits) slots.digits = digits;
  keepEvidence(turn, slots);
  slots.fileIds.push(...(turn.message.files ?? []).map(({ id }) => id).filter((id) => !slots.fileIds.includes(id)));
  slots.mood = joinMoods(slots.mood, turn.understanding.mood);
}

/** A mobile of the mainland or of Taiwan with a digit too few or too many. */
const SLIP = /(?<!\d)(?:1[3-9]\d{8}(?:\d\d)?|09\d{7}(?:\d\d)?)(?!\d)/;

function keepSlip({ understanding: { text } }: Turn, slots: ComplaintSlots): void {
  const slip = SLIP.exec(text.normalize('NFKC').replace(/(?<=\d)[ -](?=\d)/g, ''))?.[0];
  if (slip && !slots.phone) slots.slip = slip.slice(-4);
}

/** Several parcels are one ticket: the first is its parcel, the others stand in its story. */
function keepOthers({ understanding }: Turn, slots: ComplaintSlots): void {
  const named = understanding.numbers.filter(({ problem }) => !problem?.startsWith('looks_like')).map(({ normalized }) => normalized);
  const others = [...new Set(named)].filter((number) => number !== slots.parcel && !slots.others?.includes(number));
  if (named.length > 1 && others.length > 0) slots.others = [...(slots.others ?? []), ...others];
}

const PAPERS = /发票|發票|订单|訂單|截图|截圖|收据|收據|小票|invoice|receipt|order|screenshot/i;

/** Whether words speak of an invoice or order, which prove a value best. */
export function namesPapers(words: string): boolean {
  return PAPERS.test(words);
}

/** A file proves the value by what its name or the words beside it call it; nobody looks into it here. Other pictures show what happened. */
function keepEvidence({ message, understanding }: Turn, slots: ComplaintSlots): void {
  const { files = [] } = message;
  if (files.length > 0 && namesPapers(`${understanding.text} ${files.map(({ name }) => name).join(' ')}`)) slots.evidence = 'A';
}

/** A tracking number as far as one can be read, whoever's it is. */
export function numberIn({ understanding }: Turn): string | undefined {
  return understanding.numbers.find((found: FoundNumber) => !found.problem?.startsWith('looks_like'))?.normalized;
}

/** Another parcel: what was proven of the one before does not count for it. */
export function setParcel(slots: ComplaintSlots, number: string): void {
  if (slots.parcel === number) return;
  Object.assign(slots, { parcel: number, level: 0, wrongDigits: 0 });
  delete slots.isAssumed;
  delete slots.isFound;
  delete slots.phoneTail;
}

/** Adds a message to the story; false when no more fits. A number alone, which has its own place, is no part of a story. */
export function addToStory(slots: ComplaintSlots, text: string): boolean {
  const words = text.trim();
  if (words === '' || withoutNumbers(words) === '') return true;
  const joined = slots.story === '' ? words : `${slots.story}\n${words}`;
  slots.story = joined.slice(0, MOST_WORDS);
  return joined.length <= MOST_WORDS;
}

function joinMoods(one: Mood, other: Mood): Mood {
  const anger = one.anger > other.anger ? one.anger : other.anger;
  return { anger, risks: [...new Set([...one.risks, ...other.risks])] };
}

/** Harm that cannot wait: only how to reach the customer is still asked. */
export function hasHarm({ mood }: Pick<ComplaintSlots, 'mood'>): boolean {
  return mood.risks.some((risk) => HARMS.has(risk));
}

/** Furious people are asked less. */
export function isShort(slots: ComplaintSlots): boolean {
  return slots.mood.anger === 2 || hasHarm(slots);
}
