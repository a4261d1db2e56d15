import { say } from '../../core/i18n.ts';
import type { Text } from '../../core/types.ts';
import type { Move } from '../flow.ts';
import { keepDropped, type ReplyExtra, type Turn } from '../turn.ts';
import { categoryOf } from './categories.ts';
import { leadFor, safetyFor } from './leads.ts';
import { addToStory, type ComplaintSlots, MOST_QUESTIONS, MOST_WORDS } from './slots.ts';
import { texts } from './texts.ts';

/** Asks one question. Safety and regrets go before the first; the same question again is not counted anew. */
export async function ask(turn: Turn, slots: ComplaintSlots, step: string, text: Text | string, extra: ReplyExtra = {}): Promise<void> {
  if (!slots.asked.includes(step)) {
    slots.asked.push(step);
    slots.passed = 0;
  }
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

/** Adds the message to the story; false when it did not fit, and the customer was told so. */
export async function keepWords(turn: Turn, slots: ComplaintSlots): Promise<boolean> {
  if (addToStory(slots, turn.understanding.words)) return true;
  if (!slots.isFull) await turn.reply(texts.tooMuch, { values: { limit: MOST_WORDS } });
  slots.isFull = true;
  return false;
}

export async function drop(turn: Turn, { type }: ComplaintSlots): Promise<Move> {
  keepDropped(turn);
  await turn.reply(type === 'complaint' ? texts.dropped : texts.droppedKindly);
  return 'end';
}
