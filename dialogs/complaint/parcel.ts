import { say } from '../../core/i18n.ts';
import { isOpen } from '../../rules/complaints/states.ts';
import type { Shipment } from '../../rules/shipments/types.ts';
import { parseChoice, parseDontKnow } from '../answers.ts';
import type { Move } from '../flow.ts';
import { phoneIn, readBack } from '../phones.ts';
import { checkDigits, levelOf } from '../proof.ts';
import { does } from '../reading.ts';
import { viewerOf } from '../tickets.ts';
import { button, remember, type Turn } from '../turn.ts';
import { hearMore } from './asides.ts';
import { categoryOf, concernsParcel, knownCategory } from './categories.ts';
import { answerQuestion } from './questions.ts';
import { ask, keepWords, mayAsk } from './say.ts';
import { type ComplaintSlots, collect, hasHarm, numberIn, setParcel } from './slots.ts';
import { texts } from './texts.ts';
import { isDone, withoutNumbers } from './words.ts';

/** A known customer chooses among so many of their parcels. */
const CHOICES = 4;

/** Which parcel: from the message, from the conversation, by choice or by number; none is fine too. */
export async function askParcel(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (slots.type !== 'complaint') return 'next';
  if (slots.parcel) return lookUp(turn, slots, slots.parcel);
  const isNeeded = concernsParcel(categoryOf(turn, slots)) && !hasHarm(slots) && !slots.isWithoutParcel && mayAsk(slots, 'parcel');
  if (!isNeeded) return 'next';
  const mine = turn.customer ? (await turn.services.shipments.listByCustomer(turn.customer.id, CHOICES)).slice(0, CHOICES) : [];
  turn.memory.listed = mine.map(({ trackingNumber }) => trackingNumber);
  const choices = turn.memory.listed.map((number) => ({ title: number, value: number }));
  const none = button(turn, mine.length > 0 ? texts.notAParcel : texts.noNumber);
  await ask(turn, slots, 'parcel', mine.length > 0 ? texts.whichParcel : texts.askParcel, { buttons: [...choices, none] });
  return 'wait';
}

/**
 * A number, or one of those listed, comes back to `parcel` to be looked up; "no number" goes on to the `next` step without. Anything else
 * is more of the story or `other`, see `hearMore`.
 */
export async function takeParcel(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  const { text } = turn.understanding;
  const listed = parseChoice(text, turn.memory.listed);
  const number = numberIn(turn) ?? (listed === undefined ? undefined : turn.memory.listed[listed]);
  if (number) {
    collect(turn, slots);
    setParcel(slots, number);
    if (withoutNumbers(text) !== '' && listed === undefined) await keepWords(turn, slots);
    return { to: 'parcel' };
  }
  const isNone = saysNoNumber(text) || text === texts.notAParcel[turn.locale] || isDone(text);
  return isNone
    ? skipParcel(turn, slots)
    : hearMore(turn, slots, { again: () => askParcel(turn, slots), letGo: () => skipParcel(turn, slots) });
}

/** Whether there is no number to give: 没有单号, 单子扔了. */
export const saysNoNumber = (text: string): boolean => NONE.test(text);

const NONE =
  /(?:没有?|沒有?|冇|no|don'?t have|without|lost)[^，。,.]{0,10}(?:单号|單號|号码|號碼|单子|number|idea)|(?:单号|單號|号码|號碼|单子|面单|面單)[^，。,.]{0,6}(?:看不[清见到]|看不[見]|睇唔到|找不[到着]|搵唔到|丢|丟|扔|撕|没了|沒了|没有|沒有|忘|不[记記]得|不知道|不[晓曉]得|弄没|不见|不見)|^none$/i;

/** On without a parcel: a person finds out which it was. */
export function skipParcel(_turn: Turn, slots: ComplaintSlots): Move {
  slots.isWithoutParcel = true;
  delete slots.parcel;
  return 'next';
}

/** A number nobody has sent is kept as it was given: the ticket is taken all the same. */
async function lookUp(turn: Turn, slots: ComplaintSlots, number: string): Promise<Move> {
  const shipment = await turn.services.shipments.find(number);
  if (shipment) {
    Object.assign(slots, { isFound: true, level: levelOf(turn, shipment), parcel: shipment.trackingNumber });
    if (turn.memory.recent[0] !== shipment.trackingNumber) remember(turn, shipment.trackingNumber);
    return tellOthers(turn, slots);
  }
  if (slots.isAssumed) {
    delete slots.isAssumed;
    delete slots.parcel;
    return askParcel(turn, slots);
  }
  const corrections = turn.understand(number).numbers[0]?.corrections ?? [];
  if (corrections.length > 0 && !slots.asked.includes('parcel')) {
    const buttons = [...corrections.map((value) => ({ title: value, value })), button(turn, texts.noNumber)];
    await ask(turn, slots, 'parcel', texts.mistyped, { values: { number }, buttons });
    return 'wait';
  }
  await turn.reply(texts.parcelUnknown, { values: { number } });
  return 'next';
}

/** Which of several parcels the questions are about, once. */
async function tellOthers(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  const others = (slots.others ?? []).filter((number) => number !== slots.parcel);
  if (others.length === 0 || slots.isOthersTold) return 'next';
  slots.isOthersTold = true;
  await turn.reply(texts.others, { values: { number: slots.parcel ?? '', others: others.join('、') } });
  return 'next';
}

/** The same matter is open already: it takes in what was said, and nothing known is asked again. */
export async function findRunning(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (slots.type !== 'complaint' || !slots.parcel || slots.isRunning) return 'next';
  const category = knownCategory(turn, slots);
  const mine = await turn.services.complaints.list(viewerOf(turn));
  const running = mine.find(
    (ticket) =>
      ticket.type === 'complaint' &&
      isOpen(ticket.status) &&
      ticket.trackingNumber === slots.parcel &&
      (category === undefined || ticket.category === category || isSpokenOf(turn, slots, ticket.reference)),
  );
  // Whoever passed over the digits of this parcel a moment ago is not asked for them again.
  if (!running && mine.some(({ trackingNumber }) => trackingNumber === slots.parcel)) slots.isUnproven = true;
  if (!running) return 'next';
  Object.assign(slots, { isRunning: true, category: running.category });
  if (running.remedySought === 'compensation' && (await turn.services.claims.find(running.reference))) slots.isClaimed = true;
  return 'next';
}

/** The ticket last spoken of takes in what is said of its parcel, unless another complaint is made of it. */
function isSpokenOf({ flows }: Turn, { story, isOthersTold }: ComplaintSlots, reference: string): boolean {
  const last = flows.lastOf('complaint_status');
  if (isOthersTold || last?.reference !== reference || last.isPast) return false;
  return !/投[诉訴]|客[诉訴]|complain/i.test(story);
}

/** The last four digits of a party's phone: proof for the ticket, and the way to reach the customer. */
export async function askProof(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  const isNeeded = slots.type === 'complaint' && slots.isFound && slots.level === 0 && slots.wrongDigits < 2;
  if (!isNeeded || slots.isRunning || slots.isUnproven || hasHarm(slots) || !mayAsk(slots, 'proof')) return 'next';
  const { digits, parcel: number } = slots;
  delete slots.digits;
  if (digits && number && (await isTheirs(turn, number, digits))) return keepParty(turn, slots, digits, number);
  const about = slots.isAssumed ? say(texts.about, turn.locale, { number: slots.parcel ?? '' }) : '';
  await ask(turn, slots, 'proof', texts.askProof, { values: { about }, buttons: [button(turn, texts.skip)] });
  return 'wait';
}

/** Digits that came early are tried once. */
async function isTheirs(turn: Turn, number: string, digits: string): Promise<boolean> {
  return (await checkDigits(turn, number, digits)).kind === 'verified';
}

/**
 * Right digits raise the ticket to L1. Wrong ones are asked for once more (`wait`); the second time, or where limits hold, it goes on to
 * the `next` step unproven. No digits: `other`, or more of the story, see `hearMore`.
 */
export async function takeProof(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  const { text } = turn.understanding;
  const digits = turn.understanding.values.lastFour;
  const number = slots.parcel;
  const isLong = withoutNumbers(text).length > LONGEST_WITH_DIGITS;
  if (!digits || !number || (isLong && !turn.understanding.values.namedLastFour && !does(turn, 'give'))) {
    if (isDone(text) || parseDontKnow(text)) return skipProof(turn, slots);
    return hearMore(turn, slots, { again: () => askProof(turn, slots), letGo: () => skipProof(turn, slots) });
  }
  collect(turn, slots);
  if (isLong) await keepWords(turn, slots);
  const result = await checkDigits(turn, number, digits);
  if (result.kind === 'verified') {
    const move = await keepParty(turn, slots, digits, number);
    const answer = does(turn, 'ask') && !(await turn.flows.answer()) ? answerQuestion(turn, slots) : undefined;
    if (answer) await turn.reply(answer);
    return move;
  }
  const phone = phoneIn(turn);
  if (phone && result.kind === 'refused') {
    await turn.reply(texts.phoneNotTheirs, { values: { phone: readBack(phone, turn.locale) } });
    return skipProof(turn, slots);
  }
  slots.wrongDigits += 1;
  if (result.kind === 'refused' && !result.until && slots.wrongDigits < 2) {
    await turn.reply(texts.digitsAgain, { buttons: [button(turn, texts.skip)] });
    return 'wait';
  }
  await turn.reply(result.kind === 'waiting' ? texts.digitsWaiting : texts.digitsRefused);
  return 'next';
}

/** "尾号是 1234" may have words around the digits; a sentence with a year in it is none. */
const LONGEST_WITH_DIGITS = 16;

/** On unproven, at L0: the digits of this parcel are not asked for again. A country that completes a phone is kept with it. */
export function skipProof(turn: Turn, slots: ComplaintSlots): Move {
  if (phoneIn(turn)) collect(turn, slots);
  slots.isUnproven = true;
  return 'next';
}

/** The phone that ends so is the customer's own; no more of it than they said is ever shown. */
async function keepParty(turn: Turn, slots: ComplaintSlots, digits: string, number: string): Promise<Move> {
  delete slots.digits;
  slots.level = 1;
  const shipment = await turn.services.shipments.find(number);
  const phone = shipment && partyPhone(shipment, digits);
  if (phone && !slots.phone) Object.assign(slots, { phone, phoneTail: digits });
  return 'next';
}

function partyPhone({ sender, recipient }: Shipment, digits: string): string | undefined {
  const phones = new Set([sender.phone, recipient.phone].filter((phone) => phone.endsWith(digits)));
  return phones.size === 1 ? [...phones][0] : undefined;
}
