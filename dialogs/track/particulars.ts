import { formatInstant, say } from '../../core/i18n.ts';
import { findCode } from '../../core/maskCodes.ts';
import { maskTraceText } from '../../core/masking.ts';
import { accountOf } from '../../rules/shipments/phrases/account.ts';
import { signerOf, tellSignerToOthers } from '../../rules/shipments/phrases/signers.ts';
import { isIn } from '../../rules/shipments/phrases/tell.ts';
import { type Shipment, TERMINAL_STATUSES } from '../../rules/shipments/types.ts';
import type { Focus } from './focus.ts';
import { estimate, hoursLate, staleMs } from './policy.ts';
import { describeCause, describeEta, describeTrouble, isKept, lastScan, TIMELINE_LENGTH, type View } from './present.ts';
import { causeOf } from './reasons.ts';
import { statuses } from './statuses.ts';
import { texts } from './texts.ts';

/**
 * The answer to one question about a parcel, without its card; the buttons it speaks of are the card's. Undefined for what the card
 * answers.
 */
export function describeParticular(focus: Focus, shipment: Shipment, view: View): string | undefined {
  const { locale } = view;
  switch (focus) {
    case 'remedy':
      return `${headline(shipment, view)}\n${remedyFor(shipment, view)}`;
    case 'hurry':
      return TERMINAL_STATUSES.has(shipment.status) ? undefined : `${headline(shipment, view)}\n${texts.hurry[locale]}`;
    case 'code':
      return describeCode(shipment, view);
    case 'why':
      return TERMINAL_STATUSES.has(shipment.status) ? undefined : describeWhy(shipment, view);
    case 'signer':
      return describeSigner(shipment, view);
    case 'original':
      return describeOriginal(shipment, view);
    default:
      return undefined;
  }
}

/** A sentence about a parcel whose card stands above: when it comes, or where it is; both where nobody can say when. */
export function describeBriefly(focus: Focus, shipment: Shipment, view: View): string {
  const eta = focus === 'eta' ? describeEta(shipment, view) : '';
  return eta !== '' && estimate(shipment, view.now) ? eta : [eta, where(shipment, view)].filter(Boolean).join('\n');
}

/** The code as the newest scan of its waiting tells it: to its recipient; to others that there is one. */
function describeCode(shipment: Shipment, view: View): string {
  const { locale } = view;
  if (shipment.status !== 'READY_FOR_PICKUP') return `${headline(shipment, view)}\n${texts.noPickupYet[locale]}`;
  const code = codeOf(shipment);
  if (!code) return texts.pickupCode[locale];
  if (!view.isRecipient) return texts.pickupCodeExists[locale];
  return `${tellCode(shipment, view)}\n${maskTraceText(code.text, view)}`;
}

/** The code of a parcel that waits, in a sentence, for its recipient; empty for others and where there is none. */
export function tellCode(shipment: Shipment, view: View): string {
  const code = shipment.status === 'READY_FOR_PICKUP' && view.isRecipient ? codeOf(shipment)?.code : undefined;
  return code === undefined ? '' : say(texts.pickupCodeIs, view.locale, { code });
}

/** Whether the answer asks for the recipient's last four digits. */
export function asksForCode(focus: Focus, shipment: Shipment, view: View): boolean {
  return focus === 'code' && shipment.status === 'READY_FOR_PICKUP' && !view.isRecipient && codeOf(shipment) !== undefined;
}

function codeOf({ events }: Shipment): { readonly code: string; readonly text: string } | undefined {
  const waiting = events.filter(({ status }) => status === 'READY_FOR_PICKUP');
  return waiting.map(({ text }) => ({ text, code: findCode(text) ?? '' })).find(({ code }) => code !== '');
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
  if (shipment.status !== 'DELIVERED') return `${texts.notSigned[view.locale]}\n${where(shipment, view)}`;
  const signedBy = shipment.lastScan && signerOf(shipment.lastScan);
  const isTold = view.isVerified && signedBy !== undefined && (view.isRecipient || tellSignerToOthers(signedBy, view.locale) !== undefined);
  if (isTold) return where(shipment, view);
  const why = signedBy === undefined ? texts.signerUnknown : view.isVerified ? texts.signerKept : texts.askLastFourForSigner;
  return `${where(shipment, view)}\n${why[view.locale]}`;
}

function remedyFor(shipment: Shipment, { now, locale }: View): string {
  const { doNow, tone } = statuses[shipment.status];
  const ofReason = shipment.status === 'DELIVERED' ? '' : (causeOf(shipment, accountOf(shipment), locale)?.remedy ?? '');
  const isOverdue = tone === 'moving' && (hoursLate(shipment, now) > 0 || staleMs(shipment, now) > 0);
  return ofReason || (isOverdue ? texts.chaseNow : doNow)[locale];
}

/** The history in the carrier's own words, masked for this reader; what is kept from them is left out. */
function describeOriginal(shipment: Shipment, view: View): string {
  if (!view.isVerified) return `${headline(shipment, view)}\n${texts.askLastFour[view.locale]}`;
  const { locale, timeZone, now } = view;
  const shown = shipment.events.slice(0, TIMELINE_LENGTH.verified).filter((event) => !isKept(event, view));
  const lines = shown.map((event) => `${formatInstant(event.occurredAt, locale, timeZone, now)} ${maskTraceText(event.text, view)}`);
  return [texts.originalIs[locale], ...lines].join('\n');
}

/** Whether the card tells something in other words than the carrier's. */
export function isRetold(shipment: Shipment, view: View): boolean {
  if (!view.isVerified) return false;
  return shipment.events.slice(0, TIMELINE_LENGTH.verified).some((event) => !isKept(event, view) && !isIn(view.locale, event.text));
}

function headline(shipment: Shipment, { locale }: View): string {
  return say(texts.headline, locale, { number: shipment.trackingNumber, status: statuses[shipment.status].title[locale] });
}

const where = (shipment: Shipment, view: View): string => `${headline(shipment, view)}${lastScan(shipment, view)}`;
