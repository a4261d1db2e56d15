import { maskPhone } from '../../core/masking.ts';
import type { Intent } from '../../core/types.ts';
import { parseYesNo } from '../answers.ts';
import { defineFlow, type Move } from '../flow.ts';
import { button, type Turn } from '../turn.ts';
import { texts, topics } from './texts.ts';

/** What `callback` has collected. */
export interface CallbackSlots {
  topic: Intent | 'not_understood';
  /** The customer's own words that brought them here. */
  note: string;
  trackingNumber?: string;
  isWanted?: boolean;
  phone?: string;
}

/** Matters that begin with an apology. */
const SORRY: ReadonlySet<string> = new Set(['complaint', 'complaint_status', 'claim_compensation']);

/**
 * A person is offered: for what the desk cannot finish in chat, when asked for, or after two misses. Takes a phone number and
 * writes a call-back request.
 */
export const callback = defineFlow<CallbackSlots>({
  id: 'callback',
  intents: ['human_agent', ...(Object.keys(topics) as Intent[])],
  begin(turn, intent) {
    const phone = phoneIn(turn);
    const trackingNumber = turn.understanding.numbers[0]?.normalized ?? turn.memory.recent[0];
    return {
      topic: turn.memory.misses > 1 ? 'not_understood' : intent,
      note: turn.wishText.slice(0, 500),
      ...(trackingNumber ? { trackingNumber } : {}),
      ...(phone ? { phone } : {}),
    };
  },
  steps: [
    { id: 'offer', enter: offer, take: takeOffer, again: (turn) => turn.reply(texts.askYesNo, { buttons: yesNo(turn) }) },
    { id: 'phone', enter: askPhone, take: takePhone, unknown: declinePhone, again: (turn) => turn.reply(texts.badPhone) },
    { id: 'register', enter: register },
  ],
});

async function offer(turn: Turn, slots: CallbackSlots): Promise<Move> {
  const buttons = yesNo(turn);
  if (slots.topic === 'not_understood') await turn.reply(texts.offerAfterMisses, { buttons });
  else if (slots.topic === 'human_agent') await turn.reply(texts.offerPerson, { buttons });
  else {
    const topic = topics[slots.topic]?.[turn.locale] ?? '';
    await turn.reply(SORRY.has(slots.topic) ? texts.sorryTopic : texts.offerTopic, { values: { topic }, buttons });
  }
  return 'wait';
}

async function takeOffer(turn: Turn, slots: CallbackSlots): Promise<Move | 'other'> {
  const phone = phoneIn(turn);
  const isWanted = phone ? true : answerOf(turn);
  if (isWanted === undefined) return 'other';
  if (!isWanted) {
    await turn.reply(texts.declined);
    return 'end';
  }
  if (phone) slots.phone = phone;
  return 'next';
}

function answerOf(turn: Turn): boolean | undefined {
  const { text, intent, decision } = turn.understanding;
  if (text === texts.yes[turn.locale]) return true;
  // Asking for a person again, while one is offered, is a yes.
  if (intent === 'human_agent' && decision === 'act') return true;
  return parseYesNo(text);
}

async function askPhone(turn: Turn, slots: CallbackSlots): Promise<Move> {
  if (slots.phone) return 'next';
  await turn.reply(texts.askPhone);
  return 'wait';
}

async function takePhone(turn: Turn, slots: CallbackSlots): Promise<Move | 'other'> {
  const phone = phoneIn(turn);
  if (phone) {
    slots.phone = phone;
    return 'next';
  }
  if (parseYesNo(turn.understanding.text) === false) {
    await turn.reply(texts.declined);
    return 'end';
  }
  return 'other';
}

async function declinePhone(turn: Turn): Promise<Move> {
  await turn.reply(texts.noPhone);
  return 'wait';
}

async function register(turn: Turn, slots: CallbackSlots): Promise<Move> {
  const { callbacks, company } = turn.services;
  const phone = slots.phone ?? '';
  const { reference } = await callbacks.open({
    idempotencyKey: turn.messageId,
    conversationId: turn.message.conversationId,
    phone,
    locale: turn.locale,
    topic: slots.topic,
    note: slots.note,
    ...(turn.customer ? { customerId: turn.customer.id } : {}),
    ...(slots.trackingNumber ? { trackingNumber: slots.trackingNumber } : {}),
  });
  turn.memory.hasCallback = true;
  await turn.reply(texts.registered, { values: { reference, phone: maskPhone(phone) } });
  if (company.hotline) await turn.reply(texts.hotline, { values: { hotline: company.hotline } });
  return 'end';
}

function phoneIn(turn: Turn): string | undefined {
  const found = turn.understanding.entities.find(({ type }) => type === 'phone')?.value;
  if (found || turn.locale !== 'zh-Hant') return found;
  // Eight bare digits could be anything elsewhere; here a phone was asked for, and Hong Kong's are written so.
  const local = /(?<![\d-])[5-9]\d{3}[ -]?\d{4}(?![\d-])/.exec(turn.understanding.text.normalize('NFKC'))?.[0];
  return local && `+852${local.replace(/\D/g, '')}`;
}

const yesNo = (turn: Turn) => [button(turn, texts.yes), button(turn, texts.no)];
