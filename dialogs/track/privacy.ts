import { fold } from '../../core/han.ts';
import type { Reader } from '../../core/masking.ts';
import { lastFourOf, speaksOf } from '../../rules/shipments/parties.ts';
import { isOfTheWay } from '../../rules/shipments/phrases/ofTheWay.ts';
import type { Party, Shipment, ShipmentStatus, TrackingEvent } from '../../rules/shipments/types.ts';
import type { View } from './view.ts';

/** Where a parcel was collected, or is brought back to, is its sender's, as where it was left is its recipient's. */
export const readerOf = ({ status }: TrackingEvent, { isRecipient }: View): Reader => ({
  isRecipient: isRecipient && !SENDERS_END.has(status),
});
export const SENDERS_END: ReadonlySet<ShipmentStatus> = new Set(['LABEL_CREATED', 'PICKED_UP', 'RETURNING', 'RETURNED']);

/** The last mile ends at somebody's door. */
const LAST_MILE: ReadonlySet<ShipmentStatus> = new Set(['OUT_FOR_DELIVERY', 'READY_FOR_PICKUP', 'ATTEMPT_FAILED', 'DELIVERED']);

/**
 * Whether a carrier's words are kept from this reader, who hears what happened, and where: what is said at the other party's end, and
 * whatever else may be theirs.
 */
export function isKept({ status, text }: TrackingEvent, { sender, recipient }: Shipment, { isRecipient }: View): boolean {
  if (isRecipient) return ((SENDERS_END.has(status) || tellsWhereSenderIs(text)) && !isOfTheWay(text)) || tellsOf(text, sender, recipient);
  return LAST_MILE.has(status) || !isOfTheWay(text) || tellsOf(text, recipient, sender);
}

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
