import { parseYesNo } from '../answers.ts';
import type { Move } from '../flow.ts';
import { askCountry, localPhoneIn, otherPhonesIn, phoneIn, readBack, wantsNoCall } from '../phones.ts';
import { viewerOf } from '../tickets.ts';
import { button, type Turn } from '../turn.ts';
import { hearMore } from './asides.ts';
import { ask, mayAsk } from './say.ts';
import { severityOf } from './severity.ts';
import { type ComplaintSlots, collect, isShort } from './slots.ts';
import { texts } from './texts.ts';
import { correctSum } from './value.ts';
import { isDone } from './words.ts';

/** How to reach the customer, unless it is known; the conversation itself will do. */
export async function askContact(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (slots.type !== 'complaint' || slots.phone || slots.isInChatOnly || slots.isRunning || !mayAsk(slots, 'contact')) return 'next';
  if (await reusePhone(turn, slots)) return 'next';
  const severity = severityOf(turn, slots);
  const isPressing = isShort(slots) || severity === 'P0' || severity === 'P1';
  const question = slots.slip ? texts.slipPhone : isPressing ? texts.askPhoneNow : texts.askPhone;
  await ask(turn, slots, 'contact', question, { values: { tail: slots.slip ?? '' }, buttons: [button(turn, texts.skip)] });
  return 'wait';
}

/** A phone left with another ticket of this conversation will do; only its end is shown. */
async function reusePhone(turn: Turn, slots: ComplaintSlots): Promise<boolean> {
  if (!turn.flows.hasOpen('complaint_status')) return false;
  const mine = await turn.services.complaints.list(viewerOf(turn));
  const phone = mine.find(
    ({ conversationId, contactPhone }) => contactPhone && conversationId === turn.message.conversationId,
  )?.contactPhone;
  if (!phone) return false;
  Object.assign(slots, { phone, phoneTail: phone.slice(-4) });
  return true;
}

export async function takeContact(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  if (await correctSum(turn, slots)) return { to: 'sum' };
  const phone = phoneIn(turn);
  if (phone) {
    collect(turn, slots);
    if (otherPhonesIn(turn).length > 0) await turn.reply(texts.phonesNoted, { values: { phone: readBack(phone, turn.locale) } });
    return 'next';
  }
  const { text } = turn.understanding;
  if (wantsNoCall(turn)) return skipContact(turn, slots);
  if (parseYesNo(text) === true) {
    await turn.reply(texts.sendPhone, { buttons: [button(turn, texts.skip)] });
    return 'wait';
  }
  if (isDone(text)) return skipContact(turn, slots);
  const local = localPhoneIn(turn);
  if (local) {
    await askCountry(turn, local, '', [button(turn, texts.skip)]);
    return 'wait';
  }
  if (/^[\d\s+()-]{5,}$/.test(text.normalize('NFKC').trim())) {
    await turn.reply(texts.badPhone, { buttons: [button(turn, texts.skip)] });
    return 'wait';
  }
  return hearMore(turn, slots, { again: () => askContact(turn, slots), letGo: () => skipContact(turn, slots) });
}

export function skipContact(_turn: Turn, slots: ComplaintSlots): Move {
  slots.isInChatOnly = true;
  return 'next';
}
