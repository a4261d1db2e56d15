import { say } from '../../core/i18n.ts';
import type { Intent, Understanding } from '../../core/types.ts';
import { parseYesNo } from '../answers.ts';
import { changeRequest, findOpen, requestCall } from '../callRequests.ts';
import { defineFlow, type Move } from '../flow.ts';
import { askCountry, localPhoneIn, phoneIn, readBack, wantsCallTo, wantsNoCall } from '../phones.ts';
import { does, saidYesOrNo } from '../reading.ts';
import { afterDenial, denies, splitWishes } from '../requests.ts';
import { texts as anyTime, intentTitles } from '../texts.ts';
import { button, type Turn } from '../turn.ts';
import { addsTo, addToRequest, cancelTaken, correctsPhone } from './changes.ts';
import { callbackMemory } from './memory.ts';
import { answerWhenCalled, isAboutRequest, noteRequests, openRequests } from './open.ts';
import { texts, topics } from './texts.ts';

/** What `callback` has collected. */
export interface CallbackSlots {
  topic: Intent | 'not_understood';
  /** The customer's own words that brought them here, and what they added since. */
  note: string;
  trackingNumber?: string;
  phone?: string;
  /** Eight digits whose country has still to be told. */
  local?: string;
  /** Answers that held no phone and nothing for the note. */
  tries?: number;
  /** What is said of a request of this conversation. */
  adds?: string;
  /** The reference of a request of this conversation that holds a wrong phone. */
  corrects?: string;
}

const LONGEST_NOTE = 500;
/** Another matter must be surer than a first one: most that is said here belongs to the matter at hand. */
const SURE = 0.75;

/**
 * A person is offered: for what the desk cannot finish in chat, when asked for, or after two misses. Takes a phone number and
 * writes a call-back request.
 */
export const callback = defineFlow<CallbackSlots>({
  id: 'callback',
  intents: ['human_agent', ...(Object.keys(topics) as Intent[])],
  claims: claimFollowUp,
  notes: noteRequests,
  answers: answerWhenCalled,
  memory: callbackMemory,
  open: openRequests,
  hears(turn, { about }) {
    if (about === 'human_agent') callbackMemory.of(turn).hasCallback = true;
  },
  begin(turn, intent) {
    const phone = phoneIn(turn);
    const local = localPhoneIn(turn);
    const trackingNumber = turn.understanding.numbers[0]?.normalized ?? turn.memory.recent[0];
    // What is asked beside of a parcel has its turn once the call is taken down.
    if (wantsCallTo(turn) && turn.understanding.numbers.length > 0 && turn.acts('none').topics.length > 0)
      turn.memory.later ??= { intent: 'track_shipment', text: turn.understanding.words };
    return {
      topic: turn.memory.misses > 1 ? 'not_understood' : intent,
      note: noteOf(turn),
      ...(trackingNumber ? { trackingNumber } : {}),
      ...(phone ? { phone } : {}),
      ...(local ? { local } : {}),
      ...(correctsPhone(turn) ? { corrects: '' } : addsTo(turn) ? { adds: turn.understanding.words } : {}),
    };
  },
  steps: [
    {
      id: 'offer',
      asked: 'yes_no',
      enter: offer,
      resume: resumeOffer,
      take: takeOffer,
      skip: decline,
      again: askOfferAgain,
      isOffer: true,
      // Whoever is understood after all needs no rescue.
      isOptional: ({ topic }) => topic === 'not_understood',
    },
    { id: 'phone', asked: 'phone', enter: askPhone, take: takePhone, skip: declinePhone, again: askPhoneAgain },
    { id: 'register', enter: register },
  ],
});

/** What they want, and what they said when they took up the offer of it. */
function noteOf({ wishText, understanding: { text } }: Turn): string {
  return (wishText === text || !tellsMore(text) ? wishText : `${wishText}\n${text}`).slice(0, LONGEST_NOTE);
}

/** What is said of a request is answered like a cancel while nothing is open in the chat: by how it stands (`openRequests.tell`). */
function claimFollowUp(turn: Turn): Intent | undefined {
  if (correctsPhone(turn) || isPhoneAlone(turn) || addsTo(turn) || asksToFollowUp(turn) || wantsCallTo(turn)) return 'human_agent';
  return isAboutRequest(turn) ? 'cancel' : undefined;
}

/** The words of the button that many answers end with. */
const asksToFollowUp = ({ understanding }: Turn): boolean =>
  Object.values(anyTime.followUp).some((title) => understanding.text.toLowerCase().includes(title.toLowerCase()));

/** A phone number and hardly a word more: somebody wants to be called. */
function isPhoneAlone(turn: Turn): boolean {
  const { text } = turn.understanding;
  return (phoneIn(turn) ?? localPhoneIn(turn)) !== undefined && text.replace(/[\d\s+()-]/g, '').length <= LONGEST_BESIDE_PHONE;
}

const LONGEST_BESIDE_PHONE = 10;

async function offer(turn: Turn, slots: CallbackSlots): Promise<Move> {
  if (slots.corrects !== undefined) return 'next';
  if (slots.adds !== undefined && (await addToRequest(turn, slots.adds))) return 'end';
  // Who asks for it in its own words and leaves a phone has said yes.
  if (slots.phone && slots.topic === 'human_agent' && (asksToFollowUp(turn) || wantsCallTo(turn))) return 'next';
  const buttons = yesNo(turn);
  const topic = topicOf(turn, slots);
  if (slots.topic === 'not_understood') await turn.reply(texts.offerAfterMisses, { buttons });
  else if (isPhoneAlone(turn) && slots.local)
    await askCountry(turn, slots.local, say(texts.offerCall, turn.locale, { phone: slots.local }), [button(turn, texts.no)]);
  else if (isPhoneAlone(turn)) await turn.reply(texts.offerCall, { values: { phone: readBack(slots.phone ?? '', turn.locale) }, buttons });
  else if (slots.topic === 'human_agent') await turn.reply(texts.offerPerson, { buttons });
  else await turn.reply(texts.offerTopic, { values: { topic }, buttons });
  return 'wait';
}

const topicOf = (turn: Turn, { topic }: CallbackSlots): string => topics[topic as Intent]?.[turn.locale] ?? '';

function resumeOffer(turn: Turn, slots: CallbackSlots): Promise<void> {
  const topic = topicOf(turn, slots);
  return turn.reply(topic ? texts.offerStill : texts.askYesNo, { values: { topic }, buttons: yesNo(turn) });
}

async function takeOffer(turn: Turn, slots: CallbackSlots): Promise<Move | 'other'> {
  const phone = phoneIn(turn);
  const local = localPhoneIn(turn);
  const isWanted = phone || local ? true : answerOf(turn);
  if (isWanted !== true && (await cancelTaken(turn))) return 'end';
  if (isWanted !== true && wantsNoCall(turn)) return declinePhone(turn, slots);
  if (isWanted === undefined) return takeOtherTopic(turn, slots);
  if (!isWanted) return decline(turn);
  if (phone) slots.phone = phone;
  if (local) slots.local = local;
  if (tellsMore(turn.understanding.text)) addToNote(turn, slots);
  return 'next';
}

/** An hour, a name, a matter beside the yes or the phone. */
function tellsMore(text: string): boolean {
  const rest = text.replace(/[\d\p{P}\p{S}]+/gu, ' ').trim();
  return rest.replaceAll(' ', '').length >= LEAST_TOLD && parseYesNo(rest) === undefined;
}

const LEAST_TOLD = 4;

/** Another matter that a colleague has to see to takes the place of the first, whose words stay in the note. */
function takeOtherTopic(turn: Turn, slots: CallbackSlots): Move | 'other' {
  const { intent, confidence, numbers } = turn.understanding;
  if (confidence < SURE || !topics[intent] || intent === slots.topic || afterDenial(turn.understanding.text)) return 'other';
  // Several wishes: the router takes them one by one.
  if (numbers.length > 0 && splitWishes(turn, isAny, isEqual).length > 1) return 'other';
  addToNote(turn, slots);
  Object.assign(slots, { topic: intent, trackingNumber: numbers[0]?.normalized ?? slots.trackingNumber });
  return { to: 'offer' };
}

const isAny = (): boolean => true;
const isEqual = (a: Intent, b: Intent): boolean => a === b;

/** What is said instead of an answer belongs to the matter: it goes along to the colleague. */
async function askOfferAgain(turn: Turn, slots: CallbackSlots): Promise<void> {
  const isNoted = addToNote(turn, slots);
  await turn.reply(isNoted ? texts.notedAskYesNo : texts.askYesNo, { buttons: yesNo(turn) });
}

function addToNote(turn: Turn, slots: CallbackSlots): boolean {
  const { text, numbers, intent, decision } = turn.understanding;
  if (intent === 'out_of_scope' && decision === 'act') return false;
  if (numbers[0]) slots.trackingNumber = numbers[0].normalized;
  if (!/\p{L}{2}/u.test(text)) return false;
  slots.note = `${slots.note}\n${text}`.slice(0, LONGEST_NOTE);
  return true;
}

function answerOf(turn: Turn): boolean | undefined {
  const { text, intent, decision } = turn.understanding;
  if (text === texts.yes[turn.locale]) return true;
  const said = saidYesOrNo(turn);
  // "No, I want …" names another matter, which is the router's to find.
  const isOther =
    said === false &&
    (MORE.some((act) => does(turn, act)) || isSure(turn.understanding) || isSure(turn.understand(afterDenial(text) ?? '')));
  // "Yes, but not before noon": nobody is bound by a call, and the hour goes along.
  if (said === undefined && does(turn, 'condition') && !does(turn, 'deny') && !does(turn, 'ask')) return true;
  if (said !== undefined && !(isOther && parseYesNo(text) === undefined)) return said;
  // Asking for a person again, while one is offered, is a yes; "don't call me" is a no.
  return intent === 'human_agent' && decision === 'act' ? !denies(text) : undefined;
}

const isSure = ({ intent, decision, confidence }: Understanding): boolean =>
  decision === 'act' && confidence >= SURE && (intent === 'track_shipment' || topics[intent] !== undefined);
const MORE = ['request', 'ask', 'give', 'correct'] as const;

async function askPhone(turn: Turn, slots: CallbackSlots): Promise<Move> {
  if (slots.phone) return 'next';
  if (slots.local) await askCountry(turn, slots.local);
  else await turn.reply(texts.askPhone);
  return 'wait';
}

async function takePhone(turn: Turn, slots: CallbackSlots): Promise<Move | 'other'> {
  const phone = phoneIn(turn);
  if (phone) {
    slots.phone = phone;
    if (tellsMore(turn.understanding.text)) addToNote(turn, slots);
    return 'next';
  }
  const local = localPhoneIn(turn);
  if (local) {
    slots.local = local;
    return { to: 'phone' };
  }
  if (wantsNoCall(turn)) return declinePhone(turn, slots);
  return saidYesOrNo(turn) === false ? decline(turn) : 'other';
}

async function askPhoneAgain(turn: Turn, slots: CallbackSlots): Promise<void> {
  const isNumber = /\d{4}/.test(turn.understanding.text.normalize('NFKC').replace(/[\s-]/g, ''));
  if (!isNumber && addToNote(turn, slots)) return turn.reply(texts.notedAskPhone);
  slots.tries = (slots.tries ?? 0) + 1;
  if (isNumber) return turn.reply(slots.tries > 1 ? texts.badPhoneAgain : texts.badPhone);
  return turn.reply(slots.tries > 1 ? texts.noPhone : texts.askPhone);
}

async function decline(turn: Turn): Promise<Move> {
  await turn.reply(texts.declined);
  return 'end';
}

/** Without a phone the same can be taken in writing: its words go along. */
async function declinePhone(turn: Turn, { note }: CallbackSlots): Promise<Move> {
  const title = intentTitles.complaint[turn.locale];
  await turn.reply(texts.noPhone, { buttons: [{ title, value: title }] });
  turn.memory.offered = ['complaint'];
  turn.memory.offeredText = note;
  return 'wait';
}

async function register(turn: Turn, slots: CallbackSlots): Promise<Move> {
  const phone = slots.phone ?? '';
  if (!turn.mayRequestCallback(phone)) {
    await turn.reply(anyTime.tooManyCallbacks);
    return sayHotline(turn);
  }
  const wrong = slots.corrects === undefined ? undefined : await findOpen(turn);
  const { text, words } = turn.understanding;
  const isMore = text.replace(/[\d\s+()-]/g, '').length > LONGEST_BESIDE_PHONE;
  const changed = wrong && (await changeRequest(turn, wrong, { phone, ...(isMore && { addition: words }) }));
  const { topic, note, trackingNumber } = slots;
  const reference = changed?.reference ?? (await requestCall(turn, { phone, topic, note, trackingNumber }));
  callbackMemory.of(turn).hasCallback = true;
  const told = say(changed ? texts.corrected : texts.registered, turn.locale, { reference, phone: readBack(phone, turn.locale) });
  const given = turn.understanding.values.phone;
  const isAssumed = given?.value === phone && given.isAssumed;
  await turn.reply(isAssumed ? `${told}\n${texts.countryAssumed[turn.locale]}` : told);
  return sayHotline(turn);
}

async function sayHotline(turn: Turn): Promise<Move> {
  const { hotline } = turn.services.company;
  if (hotline) await turn.reply(texts.hotline, { values: { hotline } });
  return 'end';
}

const yesNo = (turn: Turn) => [button(turn, texts.yes), button(turn, texts.no)];
