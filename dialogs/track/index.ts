import { carrierName } from '../../core/carrierNames.ts';
import { say } from '../../core/i18n.ts';
import type { Button } from '../../core/types.ts';
import type { Shipment } from '../../rules/shipments/types.ts';
import { defineFlow, type Move } from '../flow.ts';
import { checkDigits } from '../proof.ts';
import { texts as anyTime, intentTitles } from '../texts.ts';
import { button, remember, type Turn } from '../turn.ts';
import { answerAside, joinAnswers, withNamed } from './asides.ts';
import { type Focus, isGeneral } from './focus.ts';
import { replyWithList, replyWithMany } from './lists.ts';
import { lookOf } from './looks.ts';
import { trackMemory } from './memory.ts';
import { askForOrder, explainOrderCheck, refuse, takeOrderDigits } from './orders.ts';
import { asksForCode, describeBriefly, describeParticular, isRetold, tellCode } from './particulars.ts';
import { createShipmentCard, describe, lastScan } from './present.ts';
import { hidesDetails, isAtOwnDoor } from './privacy.ts';
import { awaitYes, isShownAbove, noteShown, type Relief, relieve } from './repeats.ts';
import {
  type AskedNumber,
  asksForOther,
  claimFollowUp,
  digitsBeside,
  isOtherBusiness,
  MOST_LOOKED_UP,
  readSlots,
  type TrackSlots,
} from './slots.ts';
import { texts } from './texts.ts';
import { type View, viewOf } from './view.ts';

/**
 * Where is my parcel, and when will it come. By number (one or several), by order number, or all of a known customer's.
 * Anyone hears status, city and dates (L0); the last four digits of a party's phone open the full history (L1).
 */
export const track = defineFlow<TrackSlots>({
  id: 'track',
  intents: ['track_shipment', 'delivery_time_estimate'],
  claims: claimFollowUp,
  answers: answerAside,
  memory: trackMemory,
  begin: readSlots,
  steps: [
    {
      id: 'which',
      asked: 'tracking_number',
      enter: askWhich,
      take: takeWhich,
      unknown: helpFindNumber,
      isOffer: true,
      again: (turn) => turn.reply(texts.askNumberAgain, { values: { example: example(turn) } }),
    },
    { id: 'order', asked: 'last_four', enter: askForOrder, take: takeOrderDigits, skip: explainOrderCheck },
    { id: 'show', asked: 'last_four', enter: show, take: takeDigits, isOptional: true },
  ],
});

async function askWhich(turn: Turn, slots: TrackSlots): Promise<Move> {
  if (isGeneral(slots.focus)) {
    await turn.reply(slots.focus === 'days_open' ? texts.daysUnknown : texts.routeUnknown, {
      buttons: [button(turn, intentTitles.human_agent)],
    });
    return 'end';
  }
  if (slots.numbers.length > 0 || slots.order) return 'next';
  const [last = ''] = turn.memory.recent;
  if (slots.knownThen !== undefined && slots.knownThen !== last) return 'end';
  slots.knownThen = last;
  if (slots.isLost) return helpFindNumber(turn, slots);
  if (slots.isAll || (turn.customer && turn.memory.recent.length === 0)) return listMine(turn, slots);
  if (slots.isBare && turn.memory.recent.length > 0) {
    await turn.reply(texts.recentOrNew, { buttons: turn.memory.recent.slice(0, 3).map((number) => ({ title: number, value: number })) });
    return 'wait';
  }
  await turn.reply(texts.askNumber, { values: { example: example(turn) } });
  return 'wait';
}

/** Without a number: where it stands, or another way to go on. */
async function helpFindNumber(turn: Turn, slots: TrackSlots): Promise<Move> {
  const person = button(turn, intentTitles.human_agent);
  if (slots.isHelped) await turn.reply(texts.withoutNumber, { buttons: [person, button(turn, intentTitles.complaint)] });
  else await turn.reply(texts.whereNumberIs, { buttons: [person] });
  slots.isHelped = true;
  return 'wait';
}

async function listMine(turn: Turn, slots: TrackSlots): Promise<Move> {
  if (!turn.customer) {
    await turn.reply(texts.mineUnknown);
    return 'wait';
  }
  const mine = await turn.services.shipments.listByCustomer(turn.customer.id);
  if (mine.length === 0) {
    await turn.reply(texts.mineNone);
    return 'wait';
  }
  if (mine.length === 1 && mine[0]) {
    slots.numbers = [{ value: mine[0].trackingNumber, isSure: true, corrections: [] }];
    return 'next';
  }
  const title = turn.customer.name ? texts.mineList : texts.several;
  await replyWithList(turn, say(title, turn.locale, { name: turn.customer.name ?? '' }), mine);
  return 'end';
}

function takeWhich(turn: Turn, slots: TrackSlots): Promise<Move> | Move | 'other' {
  const said = readSlots(turn, 'track_shipment');
  // Once one is asked for, whatever is written like an order number is one.
  const { order } = turn.understanding.values;
  if (order && turn.understanding.numbers.every(({ problem }) => problem === 'looks_like_order_no') && !said.isAll)
    Object.assign(said, { order, numbers: [], isBare: false, digits: digitsBeside(turn.understanding, order) });
  if (said.isBare || isOtherBusiness(turn.understanding)) return 'other';
  if (said.isLost) return helpFindNumber(turn, slots);
  const isNamed = turn.understanding.numbers.length > 0 || said.order !== undefined || said.isAll || asksForOther(turn.understanding.text);
  if (!isNamed) return 'other';
  Object.assign(slots, { numbers: said.numbers, isAll: said.isAll, ...pick(said) });
  return slots.isAll ? { to: 'which' } : 'next';
}

const pick = ({ order, digits }: TrackSlots): Partial<TrackSlots> => ({ ...(order ? { order } : {}), ...(digits ? { digits } : {}) });

async function show(turn: Turn, slots: TrackSlots): Promise<Move> {
  const asked = slots.numbers.slice(0, MOST_LOOKED_UP);
  const found = await Promise.all(asked.map((number) => findAsked(turn, number)));
  turn.count({ name: found.some(Boolean) ? 'track.found' : 'track.notFound', ...(found[0] ? { shipmentId: found[0].id } : {}) });
  const shipments = found.filter((shipment) => shipment !== undefined);
  const missing = asked.filter((_number, index) => !found[index]);
  for (const shipment of [...shipments].reverse()) remember(turn, shipment.trackingNumber);
  if (slots.numbers.length > FEW) {
    await replyWithMany(turn, shipments, missing, slots.numbers.slice(MOST_LOOKED_UP));
    return 'end';
  }
  const [unknown] = missing;
  if (unknown && slots.numbers.length === 1 && !turn.isDigression && isMaybeOrder(unknown)) {
    Object.assign(slots, { order: unknown.value, isMaybeOrder: true });
    return { to: 'order' };
  }
  for (const number of missing) await explainMissing(turn, number);
  const [only] = shipments;
  if (!only) return 'end';
  if (shipments.length > 1) {
    await replyWithList(turn, texts.several[turn.locale], shipments);
    return 'end';
  }
  return showOne(turn, slots, only);
}

/** Digits that only in length are some carrier's. */
const isMaybeOrder = ({ value, isSure, problem }: AskedNumber): boolean => !isSure && problem === undefined && /^\d+$/.test(value);

/** Each of so few is spoken of by itself. */
const FEW = 5;

/** Digits alone may be a number of ours whose letters were left out: the store knows. */
async function findAsked(turn: Turn, { value }: AskedNumber): Promise<Shipment | undefined> {
  const shipment = await turn.services.shipments.find(value);
  const sample = example(turn);
  const prefix = /^[A-Z]*/.exec(sample)?.[0] ?? '';
  if (shipment || prefix === '' || !/^\d+$/.test(value) || value.length !== sample.length - prefix.length) return shipment;
  return turn.services.shipments.find(prefix + value);
}

async function showOne(turn: Turn, slots: TrackSlots, shipment: Shipment): Promise<Move> {
  const view = viewOf(turn, shipment);
  const buttons = buttonsFor(turn, shipment, view);
  if (slots.digits && (!view.isVerified || hidesDetails(shipment, view))) {
    const { digits } = slots;
    delete slots.digits;
    return prove(turn, shipment.trackingNumber, digits);
  }
  if (slots.focus === 'trace' && !view.isVerified) {
    slots.awaiting = shipment.trackingNumber;
    await turn.reply(texts.askLastFour);
    return 'wait';
  }
  const isAbove = isShownAbove(turn, shipment);
  const relief = IMPATIENT.has(slots.focus) ? await relieve(turn, shipment) : undefined;
  if (relief) buttons.unshift(relief.button);
  await answerFocus(turn, isAbove ? { ...slots, isAbove } : slots, shipment, view, buttons, relief);
  if (relief) awaitYes(turn, relief);
  if (turn.isDigression || (view.isVerified && !asksForCode(slots.focus, shipment, view))) return 'end';
  slots.awaiting = shipment.trackingNumber;
  return 'wait';
}

/** What is asked by whoever waits: asked often, it is a complaint nobody has said yet. */
const IMPATIENT: ReadonlySet<Focus> = new Set(['status', 'eta', 'why_late', 'promised', 'urge', 'anger']);
/** Asked again, a sentence answers these; whoever wants the history wants the card. */
const BRIEF: ReadonlySet<Focus> = new Set(['status', 'eta']);

async function answerFocus(
  turn: Turn,
  { focus, also, isAbove = false }: TrackSlots & { readonly isAbove?: boolean },
  shipment: Shipment,
  view: View,
  buttons: readonly Button[],
  relief: Relief | undefined,
): Promise<void> {
  if (focus === 'anger') {
    if (relief) return turn.reply(relief.words || texts.offerComplaintAgain, { buttons });
    return turn.reply(anyTime.whatIsWrong, { buttons: [...buttons, button(turn, intentTitles.complaint)] });
  }
  const isBrief = isAbove && BRIEF.has(focus);
  const first = describeParticular(focus, shipment, view) ?? (isBrief ? describeBriefly(focus, shipment, view) : undefined);
  const second = also && first !== undefined ? (describeParticular(also, shipment, view) ?? describeBriefly(also, shipment, view)) : '';
  const words = first ? joinAnswers(first, second) : describe(shipment, view, focus === 'eta' ? 'eta' : 'status', relief !== undefined);
  const told = [words, relief?.words].filter(Boolean).join('\n');
  // Whoever asks one thing of a parcel hears that; the whole of it stands beside, once.
  const isAnswered = first !== undefined && (isAbove || turn.isDigression);
  return turn.reply(
    told,
    isAnswered
      ? { buttons: withNamed(turn, told, buttons) }
      : { card: createShipmentCard(shipment, view, withNamed(turn, first ? told : '', buttons)) },
  );
}

async function takeDigits(turn: Turn, slots: TrackSlots): Promise<Move | 'other'> {
  if (!slots.awaiting) return 'other';
  if (correctsNumber(turn)) {
    Object.assign(slots, { numbers: readSlots(turn, 'track_shipment').numbers, focus: 'status' });
    return { to: 'show' };
  }
  if (turn.understanding.text === texts.fullTrace[turn.locale]) {
    await turn.reply(texts.askLastFour);
    return 'wait';
  }
  const digits = turn.understanding.numbers.length === 0 && !bringsPhone(turn) ? turn.understanding.values.lastFour : undefined;
  return digits ? prove(turn, slots.awaiting, digits) : 'other';
}

async function prove(turn: Turn, number: string, digits: string): Promise<Move> {
  const result = await checkDigits(turn, number, digits);
  if (result.kind !== 'verified') return refuse(turn, result);
  const shipment = await turn.services.shipments.find(number);
  if (!shipment) return 'end';
  const view = viewOf(turn, shipment);
  const kept = hidesDetails(shipment, view) && (isAtOwnDoor(shipment, view) ? 'verifiedPart' : 'verifiedSender');
  const matches = texts[kept || 'verified'][turn.locale];
  const detail = shipment.status === 'DELIVERED' ? lastScan(shipment, view).trim() : tellCode(shipment, view);
  const text = [matches, detail].filter(Boolean).join('\n');
  await turn.reply(text, { card: createShipmentCard(shipment, view, buttonsFor(turn, shipment, view)) });
  noteShown(turn, shipment);
  return 'end';
}

/** A whole phone number for other business ("call me on …"), not for the check. */
function bringsPhone(turn: Turn): boolean {
  const { understanding } = turn;
  const { entities, intent, decision } = understanding;
  // After a case or a call was taken down a whole number corrects how to be reached.
  const isCall = (decision === 'act' && (intent === 'human_agent' || intent === 'pickup_request')) || turn.flows.hasOpen();
  return (isCall || isOtherBusiness(understanding)) && entities.some(({ type }) => type === 'phone');
}

/** Another number instead ("wrong number, it's …"), unless the message brings it for other business. */
function correctsNumber({ understanding: { numbers, intent, decision } }: Turn): boolean {
  return numbers.length > 0 && (decision !== 'act' || intent === 'cancel' || intent === 'out_of_scope');
}

async function explainMissing(turn: Turn, number: AskedNumber): Promise<void> {
  const values = { number: number.value, example: example(turn) };
  if (number.problem === 'bad_check_digit' && number.corrections.length > 0) {
    const buttons = number.corrections.map((value): Button => ({ title: value, value }));
    return turn.reply(texts.mistyped, { values, buttons });
  }
  if (number.problem === 'too_short' || number.problem === 'too_long') return turn.reply(texts.wrongLength, { values });
  const carrier = number.carrier && number.carrier !== 'own' && number.isSure ? carrierName(number.carrier, turn.locale) : undefined;
  if (carrier) return turn.reply(texts.otherCarrier, { values: { ...values, carrier } });
  return turn.reply(texts.notFound, { values, buttons: [button(turn, anyTime.followUp, intentTitles.human_agent)] });
}

/** What the customer can do now, most useful first. */
function buttonsFor(turn: Turn, shipment: Shipment, view: View): Button[] {
  const followUp = button(turn, anyTime.followUp, intentTitles.human_agent);
  const retold = isRetold(shipment, view) ? [button(turn, texts.original)] : [];
  const more = view.isVerified ? retold : [button(turn, texts.fullTrace)];
  switch (shipment.status) {
    case 'ATTEMPT_FAILED':
    case 'OUT_FOR_DELIVERY':
      return [button(turn, intentTitles.change_delivery), ...more, followUp];
    case 'DELIVERED':
      return [...more, button(turn, intentTitles.complaint), button(turn, intentTitles.return_label)];
    case 'LOST_OR_DESTROYED':
      return [...(lookOf(shipment).tone === 'bad' ? [button(turn, intentTitles.claim_compensation)] : []), ...more, followUp];
    default:
      return lookOf(shipment).tone === 'neutral' ? [...more, followUp] : [followUp, ...more];
  }
}

const example = (turn: Turn): string => turn.services.company.numberExample;
