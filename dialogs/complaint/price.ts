import { say } from '../../core/i18n.ts';
import { parseDontKnow } from '../answers.ts';
import type { Move } from '../flow.ts';
import { saidYesOrNo } from '../reading.ts';
import { button, type Turn } from '../turn.ts';
import { hearMore } from './asides.ts';
import { categoryOf, lossOf } from './categories.ts';
import { claimTexts } from './claimTexts.ts';
import { LONGEST_SUM } from './corrected.ts';
import { ask, keepWords, mayAsk } from './say.ts';
import { type ComplaintSlots, collect } from './slots.ts';
import { keepSum, settleSum, tell } from './value.ts';
import { isAside, isDone, isDropped, weighWords } from './words.ts';

/** What the goods were worth; the proof of it is welcome with the answer. For what only came late the freight is known to us. */
export async function askValue(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (!isPriced(turn, slots) || slots.sum || slots.isUnpriced || !mayAsk(slots, 'value')) return 'next';
  await ask(turn, slots, 'value', claimTexts.askValue, { buttons: [button(turn, claimTexts.notKnown)] });
  return 'wait';
}

/**
 * A sum, or a file as proof beside it. A vague one is asked for exactly, once (`wait`); "don't know" goes on to the `next` question without
 * one. Anything else is more of the story or `other`, see `hearMore`.
 */
export async function takeValue(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  const { text, values } = turn.understanding;
  if (text === claimTexts.notKnown[turn.locale] || isDone(text)) return skipValue(turn, slots);
  // Whatever is sent in answer to the price is about the price.
  if ((turn.message.files?.length ?? 0) > 0) slots.evidence ??= 'B';
  const sum = isDropped(text) || isAside(turn) ? undefined : values.sum;
  if (!sum) {
    if (isLittle(turn)) return takeUnknownValue(turn, slots);
    if (NOT_KNOWN.test(text) || parseDontKnow(text)) return skipValue(turn, slots);
    return hearMore(turn, slots, { again: () => askValue(turn, slots), letGo: () => skipValue(turn, slots) });
  }
  collect(turn, slots);
  await keepWords(turn, slots);
  if (sum.exactness === 'vague') return askExactly(turn, slots);
  keepSum(slots, sum);
  return 'next';
}

/** 几百, 1500到2000, several sums: asked once for the one that counts; after that a person sees to it. */
async function askExactly(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (slots.isExactAsked) return skipValue(turn, slots);
  slots.isExactAsked = true;
  await turn.reply(claimTexts.askExactly, { buttons: [button(turn, claimTexts.notKnown)] });
  return 'wait';
}

/** 没多少钱, "not much": a sum that is none. */
const LITTLE =
  /(?:没|沒|冇|不|唔)(?:值|花)?(?:多少|几多|幾多|几个|幾個|几|幾|什么|什麼|咩)(?:钱|錢)|(?:不|唔)(?:值|太)(?:钱|錢|贵|貴)|(?:挺|很|好)便宜|^(?:it'?s |it was )?(?:not|nothing) (?:very |too )?(?:much|a lot|expensive)|(?:quite|pretty|rather|very) cheap|not worth much/i;

const isLittle = ({ understanding: { text } }: Turn): boolean => LITTLE.test(text) && weighWords(text) <= LONGEST_SUM && !isDropped(text);

/** Who cannot say goes on without a sum; who says that it was not much is asked for it. */
export async function takeUnknownValue(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (!isLittle(turn)) return skipValue(turn, slots);
  await keepWords(turn, slots);
  return askExactly(turn, slots);
}

const NOT_KNOWN =
  /不知道|不清楚|说不清|說不清|说不准|說不準|不记得|不記得|忘了|唔知|唔清楚|唔記得|don'?t know|no idea|not sure|can'?t (?:say|remember)/i;

/** On without a sum: the claim is not worked out until one is told, see `priceLate` in after.ts. */
export function skipValue(_turn: Turn, slots: ComplaintSlots): Move {
  slots.isUnpriced = true;
  return 'next';
}

function isPriced(turn: Turn, slots: ComplaintSlots): boolean {
  const loss = lossOf(categoryOf(turn, slots));
  return slots.isClaim && !slots.isClaimed && slots.type === 'complaint' && loss !== undefined && loss !== 'delayed';
}

/**
 * The value as money, before anything rests on it: one question where it was only rough, or contradicts by much what the parcel was
 * declared or insured for. The record itself is not told: it is the sender's.
 */
export async function checkSum(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (!slots.sum || slots.value) return 'next';
  const value = await settleSum(turn, slots);
  if (!value) return 'next';
  // Where no more may be asked, a person looks at what is doubtful.
  if (slots.isValueSure || slots.asked.includes('sum') || !mayAsk(slots, 'sum')) return 'next';
  const isFar = slots.level > 0 && (await turn.services.claims.contradictsRecord(slots.parcel ?? '', value));
  if (!isFar && !slots.sum.isRough) return 'next';
  await askSum(turn, slots, isFar);
  return 'wait';
}

function askSum(turn: Turn, slots: ComplaintSlots, isFar: boolean): Promise<void> {
  const text = say(isFar ? claimTexts.askFar : claimTexts.askRough, turn.locale, { value: tell(turn, slots.value) });
  return ask(turn, slots, 'sum', text, { buttons: [button(turn, claimTexts.right), button(turn, claimTexts.notKnown)] });
}

/** Yes, or the same sum again, makes it sure; another takes its place and is looked at anew (`sum`); no asks for the right one (`wait`). */
export async function takeSum(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  const { text, values } = turn.understanding;
  if (text === claimTexts.notKnown[turn.locale]) return forget(turn, slots);
  const { sum } = values;
  // "320 is right, and what of 91?": what is confirmed stands in it.
  if (saidYesOrNo(turn) === true && slots.sum && text.includes(String(slots.sum.amount))) {
    slots.isValueSure = true;
    return 'next';
  }
  if (sum && sum.exactness !== 'vague' && !isDropped(text) && !isAside(turn)) {
    collect(turn, slots);
    const isSame = sum.amount === slots.sum?.amount;
    keepSum(slots, { ...sum, currency: sum.currency ?? slots.sum?.currency });
    if (isSame || !slots.sum?.isRough) slots.isValueSure = true;
    return { to: 'sum' };
  }
  const answer = text === claimTexts.right[turn.locale] ? true : saidYesOrNo(turn);
  if (answer === true) {
    slots.isValueSure = true;
    return 'next';
  }
  if (answer === false || sum) {
    await turn.reply(claimTexts.askExactly, { buttons: [button(turn, claimTexts.notKnown)] });
    return 'wait';
  }
  return hearMore(turn, slots, { again: () => askSum(turn, slots, true).then(() => 'wait'), letGo: () => 'next' });
}

export function skipSum(turn: Turn, slots: ComplaintSlots): Move {
  return forget(turn, slots);
}

/** Whoever cannot say goes on without a value. */
function forget(turn: Turn, slots: ComplaintSlots): Move {
  delete slots.sum;
  delete slots.value;
  return skipValue(turn, slots);
}
