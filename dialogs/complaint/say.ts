import { say } from '../../core/i18n.ts';
import { maskPhone } from '../../core/masking.ts';
import type { Text } from '../../core/types.ts';
import { meansStop } from '../commands.ts';
import type { Move } from '../flow.ts';
import { phoneIn } from '../phones.ts';
import type { ReplyExtra, Turn } from '../turn.ts';
import { categoryOf } from './categories.ts';
import { leadFor, safetyFor } from './leads.ts';
import { findRemedy } from './remedies.ts';
import { addToStory, type ComplaintSlots, collect, MOST_QUESTIONS, MOST_WORDS, numberIn, setParcel } from './slots.ts';
import { texts } from './texts.ts';
import { isAside, isDropped, withoutNumbers } from './words.ts';

/** Asks one question. Safety and regrets go before the first; the same question again is not counted anew. */
export async function ask(turn: Turn, slots: ComplaintSlots, step: string, text: Text | string, extra: ReplyExtra = {}): Promise<void> {
  if (!slots.asked.includes(step)) slots.asked.push(step);
  const { values, ...shown } = extra;
  const question = typeof text === 'string' ? text : say(text, turn.locale, values);
  await turn.reply(joinLines(leadOnce(turn, slots), question), shown);
}

/** Whether one more question may be asked. */
export function mayAsk(slots: ComplaintSlots, step: string): boolean {
  return slots.asked.includes(step) || slots.asked.length < MOST_QUESTIONS;
}

/** Safety and regrets as far as they were not said yet; empty for praise and suggestions. */
export function leadOnce(turn: Turn, slots: ComplaintSlots): string {
  const safety = slots.isSafetySaid ? undefined : safetyFor(slots);
  const isSorry = slots.type === 'complaint' && !slots.isSorrySaid && !safety;
  if (safety) slots.isSafetySaid = true;
  slots.isSorrySaid = true;
  return joinLines(safety?.[turn.locale] ?? '', isSorry ? leadFor(slots, categoryOf(turn, slots))[turn.locale] : '');
}

/** One message of several lines; empty ones are left out. */
export function joinLines(...lines: readonly (string | false | undefined)[]): string {
  return lines.filter(Boolean).join('\n');
}

/**
 * A message that does not answer the open question: the wish to stop, another matter, the right number of the parcel, or more of
 * the story, after which `again` asks once more.
 */
export async function hearMore(turn: Turn, slots: ComplaintSlots, again: () => Promise<Move>): Promise<Move | 'other'> {
  const { text, intent, decision } = turn.understanding;
  if (isDropped(text)) return drop(turn, slots);
  const isInFragments = (slots.asides ?? 0) > 1;
  if (isAside(turn, isInFragments) || meansStop(turn) || (!isInFragments && decision === 'act' && intent === 'out_of_scope'))
    return 'other';
  const number = numberIn(turn);
  const count = turn.message.files?.length ?? 0;
  collect(turn, slots);
  const isKept = await keepWords(turn, slots);
  const phone = phoneIn(turn);
  if (text.length <= LONGEST_WISH && !phone) slots.remedy ??= findRemedy(text);
  if (number && number !== slots.parcel) {
    setParcel(slots, number);
    return { to: 'parcel' };
  }
  slots.asides = (slots.asides ?? 0) + 1;
  if (count > 0) await turn.reply(texts.gotFiles, { values: { count } });
  else if (phone) await turn.reply(texts.phoneNoted, { values: { phone: maskPhone(phone) } });
  else if (isKept) await turn.reply(texts.noted);
  // Who tells on in many short messages is not asked after each of them.
  if (count > 0 || phone || slots.asides % ASIDES_A_QUESTION === 1) return again();
  return 'wait';
}

/** A wish named in passing is as good as one that was asked for; longer messages only tell. */
const LONGEST_WISH = 20;

/** Of the messages that tell on, one in so many hears the question again. */
const ASIDES_A_QUESTION = 5;

/** Adds the message to the story; false when it did not fit, and the customer was told so. */
export async function keepWords(turn: Turn, slots: ComplaintSlots): Promise<boolean> {
  const { text } = turn.understanding;
  if (withoutNumbers(text) === '' || addToStory(slots, text)) return true;
  if (!slots.isFull) await turn.reply(texts.tooMuch, { values: { limit: MOST_WORDS } });
  slots.isFull = true;
  return false;
}

export async function drop(turn: Turn, { type }: ComplaintSlots): Promise<Move> {
  await turn.reply(type === 'complaint' ? texts.dropped : texts.droppedKindly);
  return 'end';
}
