import { fold } from '../../core/han.ts';
import type { Reader } from '../../core/masking.ts';
import { tellOnTheMap } from '../../core/places.ts';
import { holdsSomebodys, lastFourOf, speaksOf } from '../../rules/shipments/parties.ts';
import { wordsLeftOf } from '../../rules/shipments/phrases/account.ts';
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
  SENDERS_END.has(event.status) ||
  (LAST_MILE.has(event.status) && (isOnWayBack(event, shipment) || isInSendersCity(event, shipment) || isGivenBack(event, shipment)));

/** From the scan that turned it round until one that calls the return off. */
function isOnWayBack({ occurredAt: at }: TrackingEvent, shipment: Shipment): boolean {
  const until = shipment.events.filter(({ occurredAt }) => occurredAt <= at);
  const turned = until.findIndex(({ status }) => BACK.has(status));
  const isLast = shipment.lastScan?.occurredAt.getTime() === at.getTime();
  if (turned < 0) return isLast && BACK.has(shipment.status);
  return !until.slice(0, turned).some((event) => endsReturn(event, shipment));
}

/** A last mile that ends where only the sender lives, whatever was scanned before it. */
function isInSendersCity({ city = '' }: TrackingEvent, { sender, recipient }: Shipment): boolean {
  const [here, from, to] = [city, sender.city, recipient.city].map((name) => tellOnTheMap(name, 'zh-Hans') ?? name);
  return city !== '' && here === from && here !== to;
}

/** What is a return of its customer's has its recipient's door at its end like any other parcel. */
const isGivenBack = ({ status, text }: TrackingEvent, { direction }: Shipment): boolean =>
  direction !== 'return' && status !== 'ATTEMPT_FAILED' && GIVEN_BACK.test(fold(text));
const GIVEN_BACK = /退(?:还|回|件|货)|\breturn(?:ed|ing)?\b|\bback to (?:the )?(?:sender|shipper)/u;

/** As whom somebody reads what happened there: the one whose door it is, or not. */
export const readerOf = (event: TrackingEvent, shipment: Shipment, { isRecipient, isSender = false }: View): Reader => ({
  isRecipient: isAtSenders(event, shipment) ? isSender : isRecipient,
});

/** Whether the place where it is now is this reader's own. */
export const isAtOwnDoor = (shipment: Shipment, view: View): boolean =>
  shipment.lastScan ? readerOf(shipment.lastScan, shipment, view).isRecipient : view.isRecipient;

/**
 * Whether a carrier's words are kept from this reader, who hears what happened, and where. Each party reads what is said of their own
 * door, unless it speaks of the other's; a recipient also what a parcel that is held waits for where nobody is spoken of; of all the rest
 * what is understood to its end and tells of the way alone.
 */
export function isKept(event: TrackingEvent, shipment: Shipment, view: View): boolean {
  const { status, text } = event;
  const { sender, recipient } = shipment;
  const { isRecipient, isSender = false } = view;
  const isBoth = (isRecipient && isSender) || isOne(sender, recipient);
  if (isBoth && view.isVerified) return false;
  const [other, reader] = isRecipient ? [sender, recipient] : [recipient, sender];
  if (tellsOf(text, other, reader)) return true;
  if (isOfTheWay(text)) return !isRecipient && LAST_MILE.has(status);
  const isOwn = (LAST_MILE.has(status) || SENDERS_END.has(status)) && readerOf(event, shipment, view).isRecipient;
  // What tells of the way back may name either end: only what is surely the sender's own.
  if (isOwn && BACK.has(status)) return !speaksOf(text, sender);
  if (isOwn) return speaksOfOther(text, isRecipient);
  return !(isRecipient && HELD.has(status) && tellsOfNobody(text) && !OF_SENDER.test(fold(text)));
}

/** Whether a text that is not understood to its end speaks of the other party, or of where a parcel comes from or goes back to. */
const speaksOfOther = (text: string, isRecipient: boolean): boolean =>
  (isRecipient ? OF_SENDER : OF_RECIPIENT).test(fold(text)) && wordsLeftOf(text).length > 0;
const OF_SENDER =
  /[寄退]|回单|签单|发货|发件|货主|托运|[卖买]家|卖方|商家|店家|店主|厂|对方|提货|揽|从\p{Script=Han}{2,12}[路街号]|\b(?:sender|shipper|seller|vendor|merchant|return|returned|gift|from|unwanted|origin|pick(?:ed)? ?up (?:at|from)|collect(?:ed)? from)\b/u;
const OF_RECIPIENT =
  /[收派]|签|买家|客户|住户|业主|对方|送[往至到]|寄[往至到]|\b(?:recipient|consignee|receiver|buyer|customer|deliver(?:ed|y)?|to|for)\b/u;

const HELD: ReadonlySet<ShipmentStatus> = new Set(['ON_HOLD', 'CUSTOMS']);

/** Digits, streets, and capitals within a sentence may be anybody's; that somebody has to do something tells of no one. */
const tellsOfNobody = (text: string): boolean => !MAY_BE_SOMEBODYS.test(text) && !holdsSomebodys(text.replace(ROLES, ''));
const MAY_BE_SOMEBODYS = /[\p{N}零一二三四五六七八九路街巷弄村栋棟幢]|大道|(?!^)\p{Lu}|[^\p{Script=Han}\p{Script=Latin}\p{P}\p{S}\s]/u;
const ROLES = /[收寄发發][件货貨]人|客[户戶]/gu;

const isOne = (one: Party, other: Party): boolean => one.name === other.name && lastFourOf(one.phone) === lastFourOf(other.phone);

/** Who sends to themselves may read what is theirs. */
const tellsOf = (text: string, other: Party, reader: Party): boolean =>
  speaksOf(text, {
    name: other.name === reader.name ? '' : other.name,
    phone: lastFourOf(other.phone) === lastFourOf(reader.phone) ? '' : other.phone,
    street: other.street === reader.street ? '' : (other.street ?? ''),
  });

/** Whether something of the history is kept from this reader that its recipient may see. */
export function hidesDetails(shipment: Shipment, view: View): boolean {
  return !view.isRecipient && shipment.events.some((event) => isKept(event, shipment, view));
}
