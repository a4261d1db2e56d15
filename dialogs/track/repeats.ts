import { say } from '../../core/i18n.ts';
import type { Button, Intent } from '../../core/types.ts';
import { isOpen } from '../../rules/complaints/states.ts';
import type { Shipment } from '../../rules/shipments/types.ts';
import { intentTitles } from '../texts.ts';
import { viewerOf } from '../tickets.ts';
import type { Turn } from '../turn.ts';
import { trackMemory } from './memory.ts';
import { hoursLate, staleMs } from './policy.ts';
import { texts } from './texts.ts';

/** Asking so often after one late parcel is a complaint that nobody has said yet. */
const ASKED_OFTEN = 3;

/** What is added to an answer about a parcel whose customer should not have to ask any more. */
export interface Relief {
  /** Empty once it was said. */
  readonly words: string;
  readonly button: Button;
}

/**
 * Counts the question. The third after one late parcel in a conversation, or one asked in annoyance, is offered to be taken in as
 * a complaint; where one is open already, the way to it. Undefined when the parcel is in time or the customer merely asks.
 */
export async function relieve(turn: Turn, shipment: Shipment): Promise<Relief | undefined> {
  const { now, locale } = turn;
  const memory = trackMemory.of(turn);
  const number = shipment.trackingNumber;
  const before = memory.asked?.number === number ? memory.asked : { number, times: 0 };
  const asked = { ...before, times: before.times + 1, shown: standOf(shipment) };
  memory.asked = asked;
  const isPastPromise = hoursLate(shipment, now) > 0;
  const isOften = asked.times >= ASKED_OFTEN && (isPastPromise || staleMs(shipment, now) > 0);
  if (turn.isDigression || !(isOften || (isPastPromise && turn.mood.anger > 0))) return undefined;
  memory.asked = { ...asked, isOffered: true };
  const reference = await findOpen(turn, number);
  const told = (text: keyof typeof texts): string => (asked.isOffered ? '' : say(texts[text], locale, { reference: reference ?? '' }));
  if (reference) return { words: told('alreadyComplained'), button: { title: intentTitles.complaint_status[locale], value: reference } };
  const value = say(texts.complaintOf, locale, { number });
  return { words: told('offerComplaint'), button: { title: texts.takeAsComplaint[locale], value } };
}

/** Its card stands above in the chat, and nothing has changed since: one sentence answers. */
export function isShownAbove(turn: Turn, shipment: Shipment): boolean {
  const { asked } = trackMemory.of(turn);
  const isNamed = turn.understanding.numbers.some(({ normalized }) => normalized === shipment.trackingNumber);
  return !isNamed && asked?.number === shipment.trackingNumber && asked.shown === standOf(shipment);
}

/** Its card was shown just now, without a question about it. */
export function noteShown(turn: Turn, shipment: Shipment): void {
  const memory = trackMemory.of(turn);
  const number = shipment.trackingNumber;
  const before = memory.asked?.number === number ? memory.asked : { number, times: 0 };
  memory.asked = { ...before, shown: standOf(shipment) };
}

const standOf = ({ status, lastEventAt }: Shipment): string => `${status} ${lastEventAt?.toISOString() ?? ''}`;

/** A yes to the offer begins the intake with what is known. */
export function awaitYes({ memory }: Turn, { button }: Relief): void {
  if (button.value.startsWith('CMP')) return;
  memory.offered = ['complaint'];
  memory.offeredText = button.value;
}

/** The open complaint about this parcel; the store is asked only where there may be one. */
async function findOpen(turn: Turn, number: string): Promise<string | undefined> {
  if (!turn.flows.hasOpen('complaint_status') && !turn.customer) return undefined;
  const mine = await turn.services.complaints.list(viewerOf(turn));
  return mine.find(({ type, status, trackingNumber }) => type === 'complaint' && isOpen(status) && trackingNumber === number)?.reference;
}

const SAYS_LITTLE: ReadonlySet<Intent> = new Set(['help', 'out_of_scope', 'survey_response']);
/** Longer messages tell what is wrong. */
const LONGEST_OUTBURST = 60;

/** Anger that names no wish, right after a parcel was spoken of, is about that parcel. */
export function isOutburst({ understanding, memory, flows }: Turn): boolean {
  const { mood, intent, decision, text } = understanding;
  if (mood.anger === 0 || memory.recent.length === 0 || flows.hasOpen('complaint_status')) return false;
  return text.length <= LONGEST_OUTBURST && (decision !== 'act' || SAYS_LITTLE.has(intent));
}
