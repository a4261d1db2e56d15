import { formatDuration, say } from '../../core/i18n.ts';
import { maskName, maskTraceText, tellsOfTheWayOnly } from '../../core/masking.ts';
import { placeName } from '../../core/places.ts';
import type { Button, Locale, ShipmentCard, Text, TimelineLine } from '../../core/types.ts';
import type { Shipment, ShipmentStatus, TrackingEvent } from '../../rules/shipments/types.ts';
import { isLastScan, shortEvent, withoutNotes } from './history.ts';
import { estimate, hoursLate, piecesDelivered, staleMs } from './policy.ts';
import { reasons, remedies } from './reasons.ts';
import { statuses } from './statuses.ts';
import { serviceNames, texts } from './texts.ts';
import { tellArrival, tellPromise, tellScanTime } from './times.ts';

/** In what words, at what time and for whom a shipment is shown. `isVerified`: L1 or better, else L0 (status, city, dates). */
export interface View {
  readonly locale: Locale;
  readonly now: Date;
  readonly timeZone: string;
  readonly isVerified: boolean;
  /** Pickup codes and where exactly a parcel was left are shown. */
  readonly isRecipient: boolean;
}

const HOUR_MS = 3_600_000;
const TIMELINE_LENGTH = { verified: 20, anyone: 6 } as const;

/**
 * The answer in words: where it is, when it comes, why it stands still, what happens next, what opens more. `focus` decides what is
 * said first; `isShort`: another question follows, so that none is asked here.
 */
export function describe(shipment: Shipment, view: View, focus: 'status' | 'eta' = 'status', isShort = false): string {
  const tell = (text: Text, values?: Record<string, string | number>): string => say(text, view.locale, values);
  const status = tell(statuses[shipment.status].title);
  const where = `${tell(texts.headline, { number: shipment.trackingNumber, status })}${lastScan(shipment, view)}`;
  const eta = describeEta(shipment, view);
  const trouble = describeTrouble(shipment, view);
  const lines = focus === 'eta' && eta ? [eta, where, trouble] : [where, trouble, eta];
  lines.splice(lines.indexOf(where) + 1, 0, describeWithdrawn(shipment, view));
  const pieces = piecesDelivered(shipment);
  if (pieces) lines.push(tell(texts.pieces, { done: pieces.done, total: pieces.total }));
  if (!isShort) lines.push(tell(statuses[shipment.status].next));
  if (!isShort && !view.isVerified) lines.push(tell(shipment.status === 'DELIVERED' ? texts.askLastFourForSigner : texts.askLastFour));
  return lines.filter((line) => line !== '').join('\n');
}

/** One line for a list of several: number, status, city. */
export function describeShortly(shipment: Shipment, view: View): string {
  const city = shipment.lastScan?.city;
  const place = city ? say(texts.inPlace, view.locale, { city: placeName(city, view.locale) }) : '';
  return `• ${shipment.trackingNumber} ${statuses[shipment.status].title[view.locale]}${place}`;
}

/** The same as a card. */
export function createShipmentCard(shipment: Shipment, view: View, buttons: readonly Button[]): ShipmentCard {
  const { locale } = view;
  const status = statuses[shipment.status];
  const eta = describeEta(shipment, view);
  const isTroubled = describeTrouble(shipment, view) !== '';
  return {
    kind: 'shipment',
    trackingNumber: shipment.trackingNumber,
    status: status.title[locale],
    tone: isTroubled && status.tone !== 'bad' ? 'attention' : status.tone,
    progress: status.progress,
    route: `${placeName(shipment.sender.city, locale)} → ${placeName(shipment.recipient.city, locale)}`,
    headline: join([describeWithdrawn(shipment, view), describeTrouble(shipment, view) || status.next[locale]], locale),
    ...(eta ? { eta } : {}),
    facts: listFacts(shipment, view),
    timelineTitle: shipment.lastScan
      ? `${texts.timeline[locale]} · ${say(texts.updatedAt, locale, { at: tellScanTime(shipment.lastScan, view) })}`
      : texts.timeline[locale],
    timeline: listTimeline(shipment, view),
    buttons,
  };
}

/** The ETA sentence; empty when the shipment has arrived, gone back, or will never come. */
export function describeEta(shipment: Shipment, view: View): string {
  const { locale, now } = view;
  switch (shipment.status) {
    case 'DELIVERED':
    case 'RETURNED':
    case 'CANCELLED':
    case 'LOST_OR_DESTROYED':
    case 'READY_FOR_PICKUP':
      return '';
    case 'LABEL_CREATED':
    case 'UNKNOWN':
      return say(texts.etaAfterPickup, locale);
    default:
  }
  const range = estimate(shipment, now);
  if (!range || !shipment.lastEventAt) return say(texts.etaUnknown, locale);
  const to = range.basis === 'promise' ? range.to : toWholeHour(range.to);
  const values = tellArrival(shipment, { from: range.from, to }, view);
  if (range.basis === 'promise') return say(staleMs(shipment, now) > 0 ? texts.etaDoubtful : texts.etaPromise, locale, values);
  const isShort = range.to.getTime() - range.from.getTime() < 26 * HOUR_MS;
  return say(isShort ? texts.etaScan : texts.etaRange, locale, values);
}

/** Lateness, standstill and reason in one paragraph; empty when all is well. */
export function describeTrouble(shipment: Shipment, view: View): string {
  const { locale, now } = view;
  const parts: string[] = [];
  const late = hoursLate(shipment, now);
  if (late > 0 && shipment.promisedAt)
    parts.push(
      say(texts.late, locale, {
        promised: tellPromise(shipment, shipment.promisedAt, view),
        late: formatDuration(late * HOUR_MS, locale),
      }),
    );
  const stale = staleMs(shipment, now);
  if (stale > 0) parts.push(say(texts.stale, locale, { age: formatDuration(stale, locale) }));
  if (shipment.reason && shipment.status !== 'DELIVERED') {
    parts.push(say(texts.because, locale, { cause: reasons[shipment.reason][locale] }));
    const remedy = remedies[shipment.reason];
    if (remedy) parts.push(remedy[locale]);
  }
  if (late > 0 || stale > 0) parts.push(texts.staleAdvice[locale]);
  return join(parts, locale);
}

/** That a delivery was recorded and taken back: whoever heard of it reads of both. Empty when there was none. */
function describeWithdrawn({ withdrawn }: Shipment, view: View): string {
  if (!withdrawn) return '';
  return say(texts.withdrawn, view.locale, { at: tellScanTime(withdrawn, view), place: inPlace(withdrawn, view.locale) });
}

const inPlace = ({ city }: TrackingEvent, locale: Locale): string =>
  city ? say(texts.inPlace, locale, { city: placeName(city, locale) }) : '';

const join = (sentences: readonly string[], locale: Locale): string =>
  sentences.filter((sentence) => sentence !== '').join(locale === 'en' ? ' ' : '');

/** Roles as couriers write them; names stay as they are, masked. */
const SIGNERS: Readonly<Record<string, string>> = {
  ...{ 本人: 'the recipient', 家人: 'a family member', 家属: 'a family member', 同事: 'a colleague', 邻居: 'a neighbour' },
  ...{ 门卫: 'the gatekeeper', 保安: 'security', 前台: 'reception', 物业: 'the building office', 管理處: 'the building office' },
  ...{ 驿站: 'the pickup point', 快递柜: 'a parcel locker', 代收点: 'the pickup point' },
};

const signerName = (name: string, locale: Locale): string => (locale === 'en' && SIGNERS[name.trim()]) || maskName(name);

/** When and where it was last scanned, or delivered and, above L0, who signed; begins with a blank in English, empty without a scan. */
export function lastScan(shipment: Shipment, view: View): string {
  const last = shipment.lastScan;
  if (!last) return '';
  const { locale, isVerified } = view;
  const place = inPlace(last, locale);
  const isDelivered = shipment.status === 'DELIVERED';
  const at = tellScanTime(last, view);
  const line = say(isDelivered ? texts.deliveredAt : texts.lastScan, locale, { at, place });
  const signer = isDelivered && isVerified && last.signedBy ? say(texts.signedBy, locale, { name: signerName(last.signedBy, locale) }) : '';
  return `${locale === 'en' ? ' ' : ''}${line}${signer && locale === 'en' ? ' ' : ''}${signer}`;
}

function listFacts(shipment: Shipment, view: View): ShipmentCard['facts'] {
  const { locale, isVerified } = view;
  const kind = shipment.direction === 'return' ? `${texts.isReturn[locale]} · ` : '';
  const facts: { label: string; value: string }[] = [
    { label: texts.factService[locale], value: kind + serviceNames[shipment.service][locale] },
  ];
  const pieces = piecesDelivered(shipment);
  if (pieces) facts.push({ label: texts.factPieces[locale], value: say(texts.pieces, locale, { done: pieces.done, total: pieces.total }) });
  if (isVerified) facts.push({ label: texts.factRecipient[locale], value: maskName(shipment.recipient.name) });
  if (isVerified && shipment.itemSummary) facts.push({ label: texts.factItem[locale], value: shipment.itemSummary });
  return facts;
}

/** At L1 the carrier's own words, masked; below it only status and city. */
function listTimeline(shipment: Shipment, view: View): TimelineLine[] {
  const { locale, isVerified } = view;
  const length = isVerified ? TIMELINE_LENGTH.verified : TIMELINE_LENGTH.anyone;
  const shown = (isVerified ? shipment.events : withoutNotes(shipment.events)).slice(0, length);
  const latest = Math.max(
    0,
    shown.findIndex((event) => isLastScan(event, shipment)),
  );
  return shown.map((event, index) => ({
    at: tellScanTime(event, view),
    text: isVerified && !isKept(event, view) ? maskTraceText(event.text, view) : shortEvent(event, shipment, locale),
    isLatest: index === latest,
  }));
}

/** The last mile ends at somebody's door. */
const LAST_MILE: ReadonlySet<ShipmentStatus> = new Set(['OUT_FOR_DELIVERY', 'READY_FOR_PICKUP', 'ATTEMPT_FAILED', 'DELIVERED']);

/** What a carrier says at the recipient's door, and whatever else may be theirs, is told to them; others hear what happened, and where. */
const isKept = ({ status, text }: TrackingEvent, { isRecipient }: View): boolean =>
  !isRecipient && (LAST_MILE.has(status) || !tellsOfTheWayOnly(text));

/** Whether something of the history is kept from this reader that its recipient may see. */
export function hidesDetails(shipment: Shipment, view: View): boolean {
  return shipment.events.some((event) => isKept(event, view));
}

/** A minute-exact estimate would claim more than is known: the next whole hour is said. */
function toWholeHour(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / HOUR_MS) * HOUR_MS);
}
