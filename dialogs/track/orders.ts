import type { Shipment, Side } from '../../rules/shipments/types.ts';
import type { Move } from '../flow.ts';
import { checkDigits, keepProof, refuseDigits } from '../proof.ts';
import { texts as anyTime, intentTitles } from '../texts.ts';
import { button, type Turn } from '../turn.ts';
import { digitsBeside, readSlots, type TrackSlots } from './slots.ts';
import { texts } from './texts.ts';

/** Order numbers repeat between shops and can be guessed: nothing is said of one, not even that it exists, before the check. */
export async function askForOrder(turn: Turn, slots: TrackSlots): Promise<Move> {
  if (!slots.order) return 'next';
  const { digits } = slots;
  delete slots.digits;
  if (digits) return proveOrder(turn, slots, slots.order, digits);
  if (slots.isMaybeOrder)
    await turn.reply(texts.maybeOrder, {
      values: { number: slots.order },
      buttons: [button(turn, anyTime.followUp, intentTitles.human_agent)],
    });
  else await turn.reply(texts.askLastFourForOrder);
  return 'wait';
}

export async function explainOrderCheck(turn: Turn): Promise<Move> {
  await turn.reply(texts.orderNeedsCheck, { buttons: [button(turn, intentTitles.human_agent)] });
  return 'wait';
}

export async function takeOrderDigits(turn: Turn, slots: TrackSlots): Promise<Move | 'other'> {
  const digits = turn.understanding.numbers.length > 0 ? undefined : turn.understanding.values.lastFour;
  if (!slots.order) return 'other';
  const other = turn.understanding.entities.find(({ type }) => type === 'order_number')?.value;
  if (other && other !== slots.order) {
    Object.assign(slots, { order: other, digits: digitsBeside(turn.understanding) });
    return { to: 'order' };
  }
  if (!digits) {
    const said = readSlots(turn, 'track_shipment');
    if (turn.understanding.numbers.length === 0) return 'other';
    slots.numbers = said.numbers;
    delete slots.order;
    return { to: 'show' };
  }
  return proveOrder(turn, slots, slots.order, digits);
}

async function proveOrder(turn: Turn, slots: TrackSlots, order: string, digits: string): Promise<Move> {
  const shipments = await turn.services.shipments.listByOrder(order);
  // An unknown order is checked too, under its own number, so that it answers like a known one.
  const numberToCheck = shipments[0]?.trackingNumber ?? order;
  const result = await checkDigits(turn, numberToCheck, digits);
  if (result.kind !== 'verified') return refuse(turn, result);
  // Another merchant's order may bear the same number: only what went from or to the same phones is theirs.
  const theirs = shipments.map((shipment) => ({ shipment, sides: sharedSides(shipment, shipments[0], result.sides) }));
  const shown = theirs.filter(({ sides }) => sides.length > 0);
  for (const { shipment, sides } of shown) keepProof(turn, shipment.trackingNumber, sides);
  slots.numbers = shown.map(({ shipment: { trackingNumber } }) => ({ value: trackingNumber, isSure: true, corrections: [] }));
  return { to: 'show' };
}

function sharedSides(shipment: Shipment, proven: Shipment | undefined, sides: readonly Side[]): readonly Side[] {
  return sides.filter((side) => shipment[side].phone === proven?.[side].phone);
}

/** Says so, and waits for other digits. */
export async function refuse(turn: Turn, result: Parameters<typeof refuseDigits>[2]): Promise<Move> {
  await refuseDigits(turn, texts, result);
  return 'wait';
}
