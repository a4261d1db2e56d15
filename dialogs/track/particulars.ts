import { formatInstant, say } from '../../core/i18n.ts';
import { maskTraceText } from '../../core/masking.ts';
import { accountOf, pickupCodeOf, pointOf } from '../../rules/shipments/phrases/account.ts';
import { tellPoint } from '../../rules/shipments/phrases/places.ts';
import { signerOf, tellSignerToOthers } from '../../rules/shipments/phrases/signers.ts';
import { isIn } from '../../rules/shipments/phrases/tell.ts';
import { type Shipment, TERMINAL_STATUSES } from '../../rules/shipments/types.ts';
import { answerTopic } from './answers.ts';
import { describeCause } from './causes.ts';
import type { Focus } from './focus.ts';
import { lookOf } from './looks.ts';
import { hoursLate, staleMs } from './policy.ts';
import { describeEta, describeKept, describeTrouble, hasArrival, lastScan, TIMELINE_LENGTH } from './present.ts';
import { isAtOwnDoor, isAtSenders, isKept, readerOf } from './privacy.ts';
import { causeOf } from './reasons.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';

/**
 * The answer to one question about a parcel, without its card; the buttons it speaks of are the card's. Undefined for what the card
 * answers.
 */
export function describeParticular(focus: Focus, shipment: Shipment, view: View): string | undefined {
  const { locale } = view;
  switch (focus) {
    case 'remedy':
      return `${headline(shipment, view)}\n${remedyFor(shipment, view)}`;
    case 'urge':
      return TERMINAL_STATUSES.has(shipment.status) ? undefined : `${headline(shipment, view)}\n${texts.hurry[locale]}`;
    case 'pickup_deadline':
      // How long it lies there: with customs.
      if (shipment.status === 'CUSTOMS') return answerTopic('customs_time', shipment, view);
      return [headline(shipment, view), describeDeadline(shipment, view)].join('\n');
    case 'pickup_place':
      return [headline(shipment, view), describePoint(shipment, view), describeKept(shipment, view)].filter(Boolean).join('\n');
    case 'pickup_code':
      return describeCode(shipment, view);
    case 'why_late':
      return TERMINAL_STATUSES.has(shipment.status) ? undefined : describeWhy(shipment, view);
    case 'signer':
      return describeSigner(shipment, view);
    case 'original':
      return describeOriginal(shipment, view);
    case 'status':
    case 'eta':
    case 'trace':
    case 'anger':
      return undefined;
    default:
      return answerTopic(focus, shipment, view);
  }
}

/** A sentence about a parcel whose card stands above: when it comes, or where it is; both where nobody can say when. */
export function describeBriefly(focus: Focus, shipment: Shipment, view: View): string {
  const eta = focus === 'eta' ? describeEta(shipment, view) : '';
  return eta !== '' && hasArrival(shipment, view) ? eta : [eta, where(shipment, view)].filter(Boolean).join('\n');
}

/** The code as the newest scan of its waiting tells it: to its recipient; to others that there is one. */
function describeCode(shipment: Shipment, view: View): string {
  const { locale } = view;
  if (shipment.status !== 'READY_FOR_PICKUP') return `${headline(shipment, view)}\n${texts.noPickupYet[locale]}`;
  const code = pickupCodeOf(shipment);
  if (!code) return texts.pickupCode[locale];
  if (!isAtOwnDoor(shipment, view)) return texts[codeIsSenders(shipment) ? 'pickupCodeExistsBack' : 'pickupCodeExists'][locale];
  return isKept(code.event, shipment, view)
    ? tellCode(shipment, view)
    : `${tellCode(shipment, view)}\n${maskTraceText(code.event.text, readerOf(code.event, shipment, view))}`;
}

/** The code of a parcel that waits, in a sentence, for its recipient; empty for others and where there is none. */
export function tellCode(shipment: Shipment, view: View): string {
  const code = shipment.status === 'READY_FOR_PICKUP' && isAtOwnDoor(shipment, view) ? pickupCodeOf(shipment)?.code : undefined;
  return code === undefined ? '' : say(texts.pickupCodeIs, view.locale, { code });
}

const codeIsSenders = (shipment: Shipment): boolean => shipment.lastScan !== undefined && isAtSenders(shipment.lastScan, shipment);

/** Whether the answer asks for the recipient's last four digits. */
export function asksForCode(focus: Focus, shipment: Shipment, view: View): boolean {
  if (shipment.status !== 'READY_FOR_PICKUP' || isAtOwnDoor(shipment, view)) return false;
  return focus === 'pickup_place' || (focus === 'pickup_code' && pickupCodeOf(shipment) !== undefined);
}

/** Until when it can be collected. */
function describeDeadline(shipment: Shipment, view: View): string {
  if (shipment.status !== 'READY_FOR_PICKUP') return notWaiting(shipment, view);
  return describeKept(shipment, view) || texts.keptUnknown[view.locale];
}

const notWaiting = (shipment: Shipment, view: View): string =>
  [texts.notAtPoint[view.locale], describeEta(shipment, view)].filter(Boolean).join('\n');

/** Where it can be collected: to its recipient; to others the city, which is all they may know. */
function describePoint(shipment: Shipment, view: View): string {
  const { locale } = view;
  if (shipment.status !== 'READY_FOR_PICKUP') return notWaiting(shipment, view);
  if (!isAtOwnDoor(shipment, view)) return `${lastScan(shipment, view).trim()}${locale === 'en' ? ' ' : ''}${texts.pointKept[locale]}`;
  const point = pointOf(shipment);
  if (point) return say(texts.pointIs, locale, { point: tellPoint(point, locale) });
  const waiting = shipment.events.find(({ status }) => status === 'READY_FOR_PICKUP');
  return waiting && !isKept(waiting, shipment, view)
    ? say(texts.carrierWords, locale, { words: maskTraceText(waiting.text, readerOf(waiting, shipment, view)) })
    : texts.pointUnknown[locale];
}

function describeWhy(shipment: Shipment, view: View): string {
  const trouble = describeTrouble(shipment, view);
  const causes = describeCause(shipment, view);
  if (trouble === '' && causes.length === 0) return `${texts.noTrouble[view.locale]}\n${where(shipment, view)}`;
  const cause = causes.length > 0 ? '' : texts.noReason[view.locale];
  // Where nothing is late, a scan may still say what happened.
  return [cause, trouble || causes.join(view.locale === 'en' ? ' ' : ''), where(shipment, view)].filter((line) => line !== '').join('\n');
}

function describeSigner(shipment: Shipment, view: View): string {
  if (shipment.status === 'RETURNED') return where(shipment, view);
  if (shipment.status !== 'DELIVERED') {
    // Of several pieces some were signed for.
    const piece = shipment.pieceCount > 1 ? shipment.events.find(({ status }) => status === 'DELIVERED') : undefined;
    if (piece) return `${lastScan({ ...shipment, status: 'DELIVERED', lastScan: piece }, view).trim()}\n${where(shipment, view)}`;
    return `${texts.notSigned[view.locale]}\n${where(shipment, view)}`;
  }
  const signedBy = shipment.lastScan && signerOf(shipment.lastScan);
  const isTold =
    view.isVerified && signedBy !== undefined && (isAtOwnDoor(shipment, view) || tellSignerToOthers(signedBy, view.locale) !== undefined);
  if (isTold) return where(shipment, view);
  const why = signedBy === undefined ? texts.signerUnknown : view.isVerified ? texts.signerKept : texts.askLastFourForSigner;
  return `${where(shipment, view)}\n${why[view.locale]}`;
}

function remedyFor(shipment: Shipment, { now, locale, isVerified }: View): string {
  const { doNow, tone } = lookOf(shipment);
  const ofReason = shipment.status === 'DELIVERED' ? '' : (causeOf(shipment, accountOf(shipment), locale, isVerified)?.remedy ?? '');
  const isOverdue = tone === 'moving' && (hoursLate(shipment, now) > 0 || staleMs(shipment, now) > 0);
  return ofReason || (isOverdue ? texts.chaseNow : doNow)[locale];
}

/** The history in the carrier's own words, masked for this reader; what is kept from them is left out. */
function describeOriginal(shipment: Shipment, view: View): string {
  if (!view.isVerified) return `${headline(shipment, view)}\n${texts.askLastFour[view.locale]}`;
  const { locale, timeZone, now } = view;
  const shown = shipment.events.slice(0, TIMELINE_LENGTH.verified).filter((event) => !isKept(event, shipment, view));
  const lines = shown.map(
    (event) => `${formatInstant(event.occurredAt, locale, timeZone, now)} ${maskTraceText(event.text, readerOf(event, shipment, view))}`,
  );
  return lines.length > 0 ? [texts.originalIs[locale], ...lines].join('\n') : `${headline(shipment, view)}\n${texts.originalKept[locale]}`;
}

/** Whether the card tells something in other words than the carrier's. */
export function isRetold(shipment: Shipment, view: View): boolean {
  if (!view.isVerified) return false;
  return shipment.events
    .slice(0, TIMELINE_LENGTH.verified)
    .some((event) => !isKept(event, shipment, view) && !isIn(view.locale, event.text));
}

function headline(shipment: Shipment, { locale }: View): string {
  return say(texts.headline, locale, { number: shipment.trackingNumber, status: lookOf(shipment).title[locale] });
}

const where = (shipment: Shipment, view: View): string => `${headline(shipment, view)}${lastScan(shipment, view)}`;
