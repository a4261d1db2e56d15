import { formatDuration, say } from '../../core/i18n.ts';
import { maskParty, maskTraceText } from '../../core/masking.ts';
import { countryName, tellOnTheMap } from '../../core/places.ts';
import type { Button, Locale, ShipmentCard, Text, TimelineLine } from '../../core/types.ts';
import { tellGoods } from '../../rules/shipments/goods.ts';
import { keptUntil, leftAtOf } from '../../rules/shipments/phrases/account.ts';
import { signerOf, tellLeft, tellSigner, tellSignerToOthers } from '../../rules/shipments/phrases/signers.ts';
import { tellText } from '../../rules/shipments/phrases/tell.ts';
import type { Party, Shipment, ShipmentStatus, TrackingEvent } from '../../rules/shipments/types.ts';
import { describeCause, describeDoubt, describePieces, isTold } from './causes.ts';
import { isLastScan, shortEvent, withoutNotes } from './history.ts';
import { lookOf } from './looks.ts';
import { estimate, hoursLate, isRefused, needsAddress, piecesDelivered, staleMs } from './policy.ts';
import { isKept, readerOf } from './privacy.ts';
import { serviceNames, texts } from './texts.ts';
import { tellArrival, tellKeeping, tellPromise, tellSaidArrival, tellScanTime } from './times.ts';
import type { View } from './view.ts';

const HOUR_MS = 3_600_000;
export const TIMELINE_LENGTH = { verified: 20, anyone: 6 } as const;

/**
 * The answer in words: where it is, when it comes, why it stands still, what happens next, what opens more. `focus` decides what is
 * said first; `isShort`: another question follows, so that none is asked here.
 */
export function describe(shipment: Shipment, view: View, focus: 'status' | 'eta' = 'status', isShort = false): string {
  const { locale } = view;
  const tell = (text: Text, values?: Record<string, string | number>): string => say(text, locale, values);
  const status = tell(lookOf(shipment).title);
  const where = `${tell(texts.headline, { number: shipment.trackingNumber, status })}${lastScan(shipment, view)}`;
  const eta = describeEta(shipment, view);
  const trouble = describeTrouble(shipment, view);
  const lines = focus === 'eta' && eta ? [eta, where, trouble] : [where, trouble, eta];
  lines.splice(lines.indexOf(where) + 1, 0, describeWithdrawn(shipment, view), describeDoubt(shipment, view));
  const pieces = piecesDelivered(shipment);
  if (pieces) lines.push(tell(texts.pieces, { done: pieces.done, total: pieces.total }));
  lines.push(describePieces(shipment, locale), describeKept(shipment, view));
  if (!isShort) lines.push(nextStep(shipment, view));
  if (!isShort && !view.isVerified) lines.push(tell(shipment.status === 'DELIVERED' ? texts.askLastFourForSigner : texts.askLastFour));
  return lines.filter((line) => line !== '').join('\n');
}

/** One line for a list of several: number, status, city. */
export function describeShortly(shipment: Shipment, view: View): string {
  const place = shipment.lastScan ? inPlace(shipment.lastScan, shipment, view) : '';
  return `• ${shipment.trackingNumber} ${lookOf(shipment).title[view.locale]}${place}`;
}

const tellEnd = ({ city, country }: Party, locale: Locale): string =>
  tellOnTheMap(city, locale) ?? (country === '' ? '…' : countryName(country, locale));

/** The same as a card. */
export function createShipmentCard(shipment: Shipment, view: View, buttons: readonly Button[]): ShipmentCard {
  const { locale } = view;
  const status = lookOf(shipment);
  const eta = describeEta(shipment, view);
  const isTroubled = describeTrouble(shipment, view) !== '';
  return {
    kind: 'shipment',
    trackingNumber: shipment.trackingNumber,
    status: status.title[locale],
    tone: isTroubled && status.tone !== 'bad' ? 'attention' : status.tone,
    progress: status.progress,
    route: [shipment.sender, shipment.recipient].map((party) => tellEnd(party, locale)).join(' → '),
    headline: join(
      [
        describeWithdrawn(shipment, view),
        describeDoubt(shipment, view),
        describePieces(shipment, locale),
        describeTrouble(shipment, view) || nextStep(shipment, view),
        describeKept(shipment, view),
      ],
      locale,
    ),
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
  if (isRefused(shipment)) return '';
  const said = tellSaidArrival(shipment, view);
  if (said) return say(said.isBy ? texts.etaSaidBy : texts.etaSaid, locale, { when: said.told });
  const range = estimate(shipment, now, view.timeZone);
  if (!range || !shipment.lastEventAt) return say(needsAddress(shipment) ? texts.etaAfterAddress : texts.etaUnknown, locale);
  const to = range.basis === 'promise' ? range.to : toWholeHour(range.to);
  const values = tellArrival(shipment, { from: range.from, to }, view);
  if (range.basis === 'promise') return say(staleMs(shipment, now) > 0 ? texts.etaDoubtful : texts.etaPromise, locale, values);
  const isShort = range.to.getTime() - range.from.getTime() < 26 * HOUR_MS && !range.isNextDay;
  return say(isShort ? texts.etaScan : texts.etaRange, locale, values);
}

/** Whether a day or hour of arrival can be told. */
export const hasArrival = (shipment: Shipment, view: View): boolean =>
  tellSaidArrival(shipment, view) !== undefined || estimate(shipment, view.now, view.timeZone) !== undefined;

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
  const isTroubled = late > 0 || stale > 0 || shipment.reason !== undefined || TROUBLED.has(shipment.status) || isTold(shipment);
  if (isTroubled && shipment.status !== 'DELIVERED') parts.push(...describeCause(shipment, view));
  if ((late > 0 || stale > 0) && shipment.status !== 'READY_FOR_PICKUP') parts.push(texts.staleAdvice[locale]);
  return join(parts, locale);
}

/** That a delivery was recorded and taken back: whoever heard of it reads of both. Empty when there was none. */
function describeWithdrawn(shipment: Shipment, view: View): string {
  const { withdrawn } = shipment;
  if (!withdrawn) return '';
  return say(texts.withdrawn, view.locale, { at: tellScanTime(withdrawn, view), place: inPlace(withdrawn, shipment, view) });
}

/** A city that is on no map may be anything, and is told to its recipient alone, unless the scan is of the sender's end. */
function inPlace(event: TrackingEvent, shipment: Shipment, view: View): string {
  const { city = '' } = event;
  const { locale } = view;
  const told = tellOnTheMap(city, locale) ?? (readerOf(event, shipment, view).isRecipient ? city : '');
  return told ? say(texts.inPlace, locale, { city: told }) : '';
}

const join = (sentences: readonly string[], locale: Locale): string =>
  sentences.filter((sentence) => sentence !== '').join(locale === 'en' ? ' ' : '');

const TROUBLED: ReadonlySet<ShipmentStatus> = new Set(['ON_HOLD', 'CUSTOMS', 'ATTEMPT_FAILED', 'LOST_OR_DESTROYED', 'RETURNING']);

/** Until when a waiting parcel is kept, and that it is over once it is; empty where no scan says so. */
export function describeKept(shipment: Shipment, view: View): string {
  const kept = shipment.status === 'READY_FOR_PICKUP' ? keptUntil(shipment) : undefined;
  if (!kept) return '';
  const { locale, now } = view;
  const { since, until, at } = tellKeeping(kept, view);
  const span = formatDuration((kept.days ? kept.days * 24 : (kept.hours ?? 0)) * HOUR_MS, locale);
  if (kept.isFree) return say(at > now ? texts.keptFree : texts.keptFreeOver, locale, { since, span });
  if (at <= now) return say(texts.keptOver, locale, { when: until });
  return kept.days ? say(texts.keptDays, locale, { days: kept.days, since }) : say(texts.keptUntil, locale, { when: until });
}

/** What happens next; empty where a parcel is kept no longer, of which more is said. */
function nextStep(shipment: Shipment, view: View): string {
  const kept = shipment.status === 'READY_FOR_PICKUP' ? keptUntil(shipment) : undefined;
  const isOver = kept !== undefined && !kept.isFree && tellKeeping(kept, view).at <= view.now;
  return isOver ? '' : lookOf(shipment).next[view.locale];
}

/** When and where it was last scanned, or delivered and, above L0, who signed; begins with a blank in English, empty without a scan. */
export function lastScan(shipment: Shipment, view: View): string {
  const last = shipment.lastScan;
  if (!last) return '';
  const { locale, isVerified } = view;
  const { isRecipient } = readerOf(last, shipment, view);
  const place = inPlace(last, shipment, view);
  const isDelivered = shipment.status === 'DELIVERED';
  const at = tellScanTime(last, view);
  const line = say(isDelivered ? texts.deliveredAt : texts.lastScan, locale, { at, place });
  const where = isDelivered && isVerified ? (last.signedBy ?? leftAtOf(last)) : undefined;
  const left = where === undefined ? undefined : tellLeft(where, locale, isRecipient);
  if (left !== undefined)
    return `${locale === 'en' ? ' ' : ''}${line}${locale === 'en' ? ' ' : ''}${left ? say(texts.leftAt, locale, { point: left }) : texts.leftUnsigned[locale]}`;
  const signedBy = isDelivered && isVerified ? signerOf(last) : undefined;
  const name = signedBy && (isRecipient ? tellSigner : tellSignerToOthers)(signedBy, locale);
  const signer = name ? say(texts.signedBy, locale, { name }) : '';
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
  if (isVerified) facts.push({ label: texts.factRecipient[locale], value: maskParty(shipment.recipient.name) });
  const goods = isVerified ? tellGoods(shipment) : undefined;
  if (goods) facts.push({ label: texts.factItem[locale], value: goods });
  return facts;
}

/** At L1 the carrier's words in the customer's language, masked; below it only status and city. */
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
    text:
      isVerified && !isKept(event, shipment, view)
        ? tellText(maskTraceText(event.text, readerOf(event, shipment, view)), locale)
        : shortEvent(event, shipment, locale),
    isLatest: index === latest,
  }));
}

/** A minute-exact estimate would claim more than is known: the next whole hour is said. */
function toWholeHour(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / HOUR_MS) * HOUR_MS);
}
