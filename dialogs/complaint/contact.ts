import type { Move } from '../flow.ts';
import { phoneIn } from '../phones.ts';
import { button, type Turn } from '../turn.ts';
import { ask, hearMore, mayAsk } from './say.ts';
import { type ComplaintSlots, collect, isShort } from './slots.ts';
import { texts } from './texts.ts';
import { severityOf } from './wishes.ts';
import { isDone } from './words.ts';

/** How to reach the customer, unless it is known; the conversation itself will do. */
export async function askContact(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (slots.type !== 'complaint' || slots.phone || slots.isInChatOnly || slots.isRunning || !mayAsk(slots, 'contact')) return 'next';
  const severity = severityOf(turn, slots);
  const isPressing = isShort(slots) || severity === 'P0' || severity === 'P1';
  await ask(turn, slots, 'contact', isPressing ? texts.askPhoneNow : texts.askPhone, { buttons: [button(turn, texts.skip)] });
  return 'wait';
}

export async function takeContact(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  if (phoneIn(turn)) {
    collect(turn, slots);
    return 'next';
  }
  const { text } = turn.understanding;
  if (isDone(text)) return skipContact(turn, slots);
  if (/^[\d\s+()-]{5,}$/.test(text.normalize('NFKC').trim())) {
    await turn.reply(texts.badPhone, { buttons: [button(turn, texts.skip)] });
    return 'wait';
  }
  return hearMore(turn, slots, () => askContact(turn, slots));
}

export function skipContact(_turn: Turn, slots: ComplaintSlots): Move {
  slots.isInChatOnly = true;
  return 'next';
}
