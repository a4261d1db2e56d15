import { fold } from '../../core/han.ts';
import type { Reader } from '../../core/masking.ts';
import { holdsSomebodys, lastFourOf, speaksOf } from '../../rules/shipments/parties.ts';
import { isOfTheWay } from '../../rules/shipments/phrases/ofTheWay.ts';
import type { Party, Shipment, ShipmentStatus, TrackingEvent } from '../../rules/shipments/types.ts';
import { endsReturn } from '../../rules/shipments/wording.ts';
import type { View } from './view.ts';

const SENDERS_END: ReadonlySet<ShipmentStatus> = new Set(['LABEL_CREATED', 'PICKED_UP', 'RETURNING', 'RETURNED']);
/** The last mile ends at somebody's door: the recipient's, and on the way back the sender's. */
const LAST_MILE: ReadonlySet<ShipmentStatus> = new Set(['OUT_FOR_DELIVERY', 'READY_FOR_PICKUP', 'ATTEMPT_FAILED', 'DELIVERED']);
const BACK: ReadonlySet<ShipmentStatus> = new Set(['RETURNING', 'RETURNED']);

/** Whether it happened where the sender is: what is told of that place is not its recipient's. */
export const isAtSenders = (event: TrackingEvent, shipment: Shipment): boolean =>
  SENDERS_END.has(event.status) || (LAST_MILE.has(event.status) && isOnWayBack(event, shipment));

/** From the scan that turned it round until one that calls the return off. */
function isOnWayBack({ occurredAt: at }: TrackingEvent, shipment: Shipment): boolean {
  const until = shipment.events.filter(({ occurredAt }) => occurredAt <= at);
  const turned = until.findIndex(({ status }) => BACK.has(status));
  const isLast = shipment.lastScan?.occurredAt.getTime() === at.getTime();
  if (turned < 0) return isLast && BACK.has(shipment.status);
  return !until.slice(0, turned).some((event) => endsReturn(event, shipment));
}

/** As whom somebody reads what happened there. */
export const readerOf = (event: TrackingEvent, shipment: Shipment, { isRecipient }: View): Reader => ({
  isRecipient: isRecipient && !isAtSenders(event, shipment),
});

/**
 * Whether a carrier's words are kept from this reader, who hears what happened, and where. A recipient reads whatever is said of the
 * last mile to them, and what a parcel that is held waits for where nobody is spoken of; of all the rest, as the sender of everything,
 * what is understood to its end and tells of the way alone.
 */
export function isKept(event: TrackingEvent, shipment: Shipment, view: View): boolean {
  const { status, text } = event;
  const { sender, recipient } = shipment;
  const [other, reader] = view.isRecipient ? [sender, recipient] : [recipient, sender];
  if (tellsOf(text, other, reader)) return true;
  if (isOfTheWay(text)) return !view.isRecipient && LAST_MILE.has(status);
  if (!view.isRecipient) return true;
  const isTheirs = LAST_MILE.has(status) && !isAtSenders(event, shipment) && !tellsWhereSenderIs(text);
  return !isTheirs && !(HELD.has(status) && tellsOfNobody(text)) && !isOne(sender, recipient);
}

const HELD: ReadonlySet<ShipmentStatus> = new Set(['ON_HOLD', 'CUSTOMS']);

/** Digits, streets, and capitals within a sentence may be anybody's; that somebody has to do something tells of no one. */
const tellsOfNobody = (text: string): boolean => !MAY_BE_SOMEBODYS.test(text) && !holdsSomebodys(text.replace(ROLES, ''));
const MAY_BE_SOMEBODYS = /[\p{N}零一二三四五六七八九路街巷弄村栋棟幢]|大道|(?!^)\p{Lu}|[^\p{Script=Han}\p{Script=Latin}\p{P}\p{S}\s]/u;
const ROLES = /[收寄发發][件货貨]人|客[户戶]/gu;

const isOne = (one: Party, other: Party): boolean => one.name === other.name && lastFourOf(one.phone) === lastFourOf(other.phone);

/** Whatever the scan is called: it speaks of the sender or of collecting, with a street or a number. */
const tellsWhereSenderIs = (text: string): boolean => {
  const folded = fold(text);
  return SENDERS.test(folded) && STREET_OR_NUMBER.test(folded);
};
const SENDERS =
  /寄件|发件人|寄方|卖家|商家|退[件货回]地址|退[回件]至|揽收|揽件|取件地址|上门取|\b(?:sender|shipper|seller|return address|returned to|picked up (?:at|from)|collected (?:at|from)|collection address)/u;
const STREET_OR_NUMBER = /[\p{N}路街道巷弄村]|[零一二三四五六七八九]{3}|\b(?:st|street|rd|road|ave|avenue|lane|drive|way|flat|unit)\b/u;

/** Who sends to themselves may read what is theirs. */
const tellsOf = (text: string, other: Party, reader: Party): boolean =>
  speaksOf(text, {
    name: other.name === reader.name ? '' : other.name,
    phone: lastFourOf(other.phone) === lastFourOf(reader.phone) ? '' : other.phone,
  });

/** Whether something of the history is kept from this reader that its recipient may see. */
export function hidesDetails(shipment: Shipment, view: View): boolean {
  return !view.isRecipient && shipment.events.some((event) => isKept(event, shipment, view));
}
