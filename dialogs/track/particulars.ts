import { say } from '../../core/i18n.ts';
import { findCode } from '../../core/maskCodes.ts';
import { maskTraceText } from '../../core/masking.ts';
import type { Text } from '../../core/types.ts';
import { type Shipment, TERMINAL_STATUSES } from '../../rules/shipments/types.ts';
import type { Focus } from './focus.ts';
import { estimate, hoursLate, staleMs } from './policy.ts';
import { describeEta, describeTrouble, lastScan, type View } from './present.ts';
import { remedies } from './reasons.ts';
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
      return `${headline(shipment, view)}\n${remedyFor(shipment, view)[locale]}`;
    case 'hurry':
      return TERMINAL_STATUSES.has(shipment.status) ? undefined : `${headline(shipment, view)}\n${texts.hurry[locale]}`;
    case 'code':
      return describeCode(shipment, view);
    case 'why':
      return TERMINAL_STATUSES.has(shipment.status) ? undefined : describeWhy(shipment, view);
    case 'signer':
      return describeSigner(shipment, view);
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
  const cause = shipment.reason || trouble === '' ? '' : `${texts.noReason[view.locale]}\n`;
  return trouble === '' ? `${texts.noTrouble[view.locale]}\n${where(shipment, view)}` : `${cause}${trouble}\n${where(shipment, view)}`;
}

function describeSigner(shipment: Shipment, view: View): string {
  if (shipment.status === 'RETURNED') return where(shipment, view);
  if (shipment.status !== 'DELIVERED') return `${texts.notSigned[view.locale]}\n${where(shipment, view)}`;
  return view.isVerified ? where(shipment, view) : `${where(shipment, view)}\n${texts.askLastFourForSigner[view.locale]}`;
}

function remedyFor(shipment: Shipment, { now }: View): Text {
  const { doNow, tone } = statuses[shipment.status];
  const ofReason = shipment.reason && shipment.status !== 'DELIVERED' ? remedies[shipment.reason] : undefined;
  const isOverdue = tone === 'moving' && (hoursLate(shipment, now) > 0 || staleMs(shipment, now) > 0);
  return ofReason ?? (isOverdue ? texts.chaseNow : doNow);
}

function headline(shipment: Shipment, { locale }: View): string {
  return say(texts.headline, locale, { number: shipment.trackingNumber, status: statuses[shipment.status].title[locale] });
}

const where = (shipment: Shipment, view: View): string => `${headline(shipment, view)}${lastScan(shipment, view)}`;
