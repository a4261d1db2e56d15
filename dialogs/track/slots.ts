import type { FoundNumber, Intent } from '../../core/types.ts';
import { parseChoice, parseDontKnow } from '../answers.ts';
import { wantsCallTo } from '../phones.ts';
import { does } from '../reading.ts';
import { allTitles } from '../texts.ts';
import type { Turn } from '../turn.ts';
import { type Focus, focusOf, isGeneral, parcelTopics } from './focus.ts';
import { trackMemory } from './memory.ts';
import { isOutburst } from './repeats.ts';

/** A number as the flow needs it: what it says, whose it looks like, what may be wrong with it. */
export interface AskedNumber {
  readonly value: string;
  readonly carrier?: string;
  readonly isSure: boolean;
  readonly problem?: FoundNumber['problem'];
  readonly corrections: readonly string[];
}

/** Numbers of one message that are looked up; what comes after is named, for the next one. */
export const MOST_LOOKED_UP = 20;

/** What `track` has collected. */
export interface TrackSlots {
  focus: Focus;
  /** A second question of the same message. */
  also?: Focus;
  numbers: AskedNumber[];
  order?: string;
  /** The order is only what no waybill was found for. */
  isMaybeOrder?: true;
  /** All of the customer's parcels are wanted. */
  isAll: boolean;
  /** The question was the bare menu entry: nothing says which parcel. */
  isBare: boolean;
  /** The customer has no number and says so. */
  isLost: boolean;
  /** Where numbers stand was told. */
  isHelped?: true;
  /** The parcel last spoken of when the number was asked for: another since then answers the question. */
  knownThen?: string;
  /** Four digits said of the parcel last shown, without being asked at that moment. */
  digits?: string;
  /** The number the last four digits are welcome for. */
  awaiting?: string;
}

const ALL_MINE =
  /我(的|名下)?(所有|全部|有哪些|有几个|有幾個|有啥|有什么|有什麼).{0,4}(快递|快遞|包裹|件|运单|運單)|我(名下|有)(的|哪些|几个|幾個)?(快递|快遞|包裹|件)|(my|all( of)? my) (parcels|packages|shipments|deliveries)|what.{0,12}(parcels|packages|shipments)|我(啲|嘅)(包裹|件).{0,2}(有|晒)/i;
const OTHER_ONE =
  /另外?(那|嗰)?(一|1)?[个個件票]|(还|還)有一[个個件]|其他(那)?[个個件]|第二[个個件]呢|上一[个個件]|(the )?other (one|parcel|package)|second one/i;

/** What a first message or an answer says about which parcel is meant. */
export function readSlots(turn: Turn, intent: Intent): TrackSlots {
  const { understanding, memory } = turn;
  const slots: TrackSlots = {
    focus: isOutburst(turn) ? 'anger' : focusOf(turn, intent),
    numbers: distinct(understanding.numbers.map(toAsked)),
    isAll: ALL_MINE.test(understanding.text),
    isBare: allTitles.has(understanding.text.trim()),
    isLost: parseDontKnow(understanding.text) || LACKS.test(understanding.text),
  };
  const [, also] = slots.focus === 'anger' ? [] : parcelTopics(turn);
  if (also) slots.also = also;
  // Another parcel is meant, and no piece of one.
  if (slots.focus === 'pieces' && (asksForOther(understanding.text) || memory.listed.length > 0 || memory.recent.length > 1))
    slots.focus = 'status';
  const order = understanding.entities.find(({ type }) => type === 'order_number')?.value;
  if (order && slots.numbers.length === 0) slots.order = order;
  const beside = digitsBeside(understanding);
  if (beside && (slots.order || slots.numbers.length === 1)) slots.digits = beside;
  if (slots.numbers.length > 0 || slots.order || slots.isAll || slots.isLost || (slots.isBare && slots.focus === 'status')) return slots;
  if (memory.recent.length > 0 && pointsNowhere(understanding.text, memory)) return { ...slots, isBare: true };
  const digits = bareDigits(understanding);
  if (digits) slots.digits = digits;
  const followed = pickMarked(turn) ?? pickListed(understanding.text, memory.listed) ?? pickRecent(understanding.text, memory.recent);
  if (followed) slots.numbers = [{ value: followed, isSure: true, corrections: [] }];
  return slots;
}

const distinct = (numbers: readonly AskedNumber[]): AskedNumber[] =>
  numbers.filter(({ value }, index) => numbers.findIndex((other) => other.value === value) === index);

/** The end of a phone, called so or alone beside the number: its check is done at once. */
export function digitsBeside({ text, numbers, entities, values }: Turn['understanding'], order = ''): string | undefined {
  if (values.namedLastFour) return values.namedLastFour;
  const taken = [...numbers, ...entities].reduce((most, { start, end }) => Math.max(most, end - start), order.length);
  return text.length - taken <= LONGEST_DIGITS ? values.lastFour : undefined;
}

/** A number, the end of a phone, and hardly a word more than what calls them so. */
function isProofBeside(understanding: Turn['understanding']): boolean {
  if (digitsBeside(understanding) === undefined) return false;
  const rest = understanding.text.replace(NAMES_NUMBERS, '').replace(/[^\p{L}]/gu, '');
  return rest.length <= LONGEST_REST;
}

const NAMES_NUMBERS =
  /[A-Za-z]{0,6}[-#]?\d[\dA-Za-z-]*|订单|訂單|单号|單號|运单|運單|快递|快遞|包裹|号码|號碼|手机|手機|电话|電話|尾[号號码碼]|[后後末][四4][位码碼]?|是|为|為|的|係|my|the|phone|order|tracking|number|parcel|ends?|ending|in|with|last|four|digits|is|are|and/gi;
const LONGEST_REST = 4;

/** Four digits and hardly a word more. */
export function bareDigits({ text, numbers, entities, values }: Turn['understanding']): string | undefined {
  const isOther = numbers.length > 0 || entities.some(({ type }) => type === 'phone' || type === 'order_number' || type === 'amount');
  if (isOther || text.length > LONGEST_NAMED) return undefined;
  return values.namedLastFour ?? (text.length > LONGEST_DIGITS ? undefined : values.lastFour);
}

const LONGEST_DIGITS = 24;
const LONGEST_NAMED = 60;

/** The parcel spoken of before the last one, the first of them, or the last. */
function pickRecent(text: string, recent: readonly string[]): string | undefined {
  if (FIRST_ONE.test(text)) return recent.at(-1);
  return OTHER_ONE.test(text) ? recent[1] : recent[0];
}

const LATEST_ONE =
  /^(那|就是|我说|我說)?(刚才|剛才|頭先|头先|啱啱|刚刚|剛剛)(的|查的|嘅)?(那|嗰|这|這)?(一)?[个個件票](呢|啊|呀)?[?？。]*$|^the same (one|parcel)( again)?$/i;
const FIRST_ONE = /第一[个個件票]|最早(那|嗰)?[个個件]|\bfirst (one|parcel|package)/i;

const ORDINAL =
  /第([一二三四五1-5])[个個件票条條]|\b(first|second|third|fourth|fifth) (one|parcel|package)|(最[后後]|最尾|\blast (one|parcel|package))/i;
const POSITIONS = ['一1first', '二2second', '三3third', '四4fourth', '五5fifth'];

/** "The second one" when no list was shown, "the other one" when there is one only: which is meant has to be asked. */
function pointsNowhere(text: string, { listed, recent }: Turn['memory']): boolean {
  if (listed.length > 0) return false;
  const isOrdinal = parseChoice(text, ['', '', '', '', '']) !== undefined;
  return isOrdinal || (recent.length === 1 && (OTHER_ONE.test(text) || FIRST_ONE.test(text)));
}

/** The one of the parcels spoken of that is called by the end of its number (039那个) or by where it was said to be (成都那个). */
export function pickMarked(turn: Turn): string | undefined {
  const { text } = turn.understanding;
  const { places = {} } = trackMemory.of(turn);
  const known = [...new Set([...turn.memory.listed, ...turn.memory.recent])];
  const ends = text.match(/(?<![\dA-Za-z])\d{3,5}(?!\d)/g) ?? [];
  const byEnd = known.filter((number) => ends.some((end) => number.endsWith(end)));
  if (byEnd.length === 1) return byEnd[0];
  const byPlace = turn.memory.listed.filter((number) => places[number] && text.toLowerCase().includes(places[number].toLowerCase()));
  return byPlace.length === 1 ? byPlace[0] : undefined;
}

/** The parcel of the last list that an ordinal in the text points at. */
function pickListed(text: string, listed: readonly string[]): string | undefined {
  const chosen = listed.length > 0 ? parseChoice(text, listed) : undefined;
  if (chosen !== undefined) return listed[chosen];
  const found = ORDINAL.exec(text);
  if (!found) return undefined;
  const [, digit, word] = found;
  const position = (digit ?? word ?? '').toLowerCase();
  return position === '' ? listed.at(-1) : listed[POSITIONS.findIndex((names) => names.includes(position))];
}

function toAsked(found: FoundNumber): AskedNumber {
  const best = found.candidates[0];
  return {
    value: found.normalized,
    isSure: best?.confidence === 'checksum' || best?.confidence === 'prefix',
    corrections: found.corrections,
    ...(best ? { carrier: best.carrier } : {}),
    ...(found.problem ? { problem: found.problem } : {}),
  };
}

/** Whether the message asks for another of the parcels spoken of. */
export function asksForOther(text: string): boolean {
  return OTHER_ONE.test(text);
}

/** The bare subject, which a classifier cannot read a wish from. */
const BARE_SUBJECT =
  /^(查|查一下|看看|看一下)?(我的?|我嘅)(快递|快遞|包裹|快件|件|运单|運單)[呢吗嗎啊呀?？。!！]*$|^my (parcel|package|shipment|delivery)[?!.]*$/i;

/** Asked politely they sound like a wish: may my mother collect it for me? */
const OF_COLLECTING: ReadonlySet<Focus> = new Set([
  'pickup_who',
  'pickup_hours',
  'pickup_fee',
  'pickup_deadline',
  'pickup_place',
  'pickup_code',
]);

/** A number whose wish is unclear, a short message that only makes sense after a parcel was spoken of, or all of one's parcels. */
export function claimFollowUp(turn: Turn): Intent | undefined {
  const { understanding, memory } = turn;
  const { text, entities, decision } = understanding;
  if (wantsCallTo(turn)) return undefined;
  const isNumbered = entities.some(({ type }) => type === 'tracking_number' || type === 'order_number');
  const isLacking = (parseDontKnow(text) && /单|單|号码|號碼|number/i.test(text)) || (LACKS.test(text) && text.length <= LONGEST_LACK);
  const lacksNumber = isLacking && !/手机|手機|电话|電話|phone/i.test(text);
  if (isNumbered && isProofBeside(understanding)) return 'track_shipment';
  if (lacksNumber || (isNumbered && decision !== 'act' && !isLikelyOther(understanding)) || BARE_SUBJECT.test(text.trim()))
    return 'track_shipment';
  const [asked] = parcelTopics(turn);
  if (asked && isGeneral(asked)) return 'delivery_time_estimate';
  // Whether somebody else may collect XB… is asked of that parcel, and no wish to have one collected.
  const isWish = isOtherBusiness(understanding) || does(turn, 'request', 'none');
  if (asked && understanding.numbers.length > 0 && does(turn, 'ask', 'none') && (!isWish || OF_COLLECTING.has(asked)))
    return 'track_shipment';
  const isAboutLast = asked !== undefined || bareDigits(understanding) !== undefined || pointsNowhere(text, memory);
  if ((memory.recent.length > 0 && isAboutLast) || (isOutburst(turn) && memory.dialogs.dialogStack.length === 0)) return 'track_shipment';
  if (text.length > LONGEST_FOLLOW_UP) return undefined;
  const isOther =
    (memory.recent.length > 0 && LATEST_ONE.test(text)) ||
    (memory.recent.length > 1 && (asksForOther(text) || FIRST_ONE.test(text))) ||
    pickMarked(turn) !== undefined ||
    pickListed(text, memory.listed) !== undefined;
  if (!isOther && !ALL_MINE.test(text)) return undefined;
  return understanding.intent === 'delivery_time_estimate' ? 'delivery_time_estimate' : 'track_shipment';
}

/** Half sure of other business: the number is named for that, and its flow or a question back comes first. */
function isLikelyOther({ ranking: [best] }: Turn['understanding']): boolean {
  return best !== undefined && best.confidence >= LIKELY && OTHER_BUSINESS.has(best.intent);
}

/** Surely other business: a number in it is no answer to "which parcel?". */
export function isOtherBusiness({ intent, decision }: Turn['understanding']): boolean {
  return decision === 'act' && OTHER_BUSINESS.has(intent);
}

const LIKELY = 0.5;
const OTHER_BUSINESS: ReadonlySet<Intent> = new Set([
  'complaint',
  'complaint_status',
  'claim_compensation',
  'return_label',
  'change_delivery',
  'invoice',
]);

const LACKS =
  /\b(?:don'?t|do not|didn'?t|did not|never|haven'?t) (?:have|get|got|gotten|know|receive|received|given)\b[^.!?]{0,20}\bnumber\b|\b(?:no|without a|lost the) (?:tracking )?number\b/i;
/** A longer one tells a story beside. */
const LONGEST_LACK = 60;

/** Longer messages say more than "and the other one?": the classifier reads them. */
const LONGEST_FOLLOW_UP = 40;
