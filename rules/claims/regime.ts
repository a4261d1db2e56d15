import type { Service, ShipmentStatus, StatusReason } from '../shipments/types.ts';
import type { Reach, Regime } from './types.ts';

/** What decides the regime. Absent `mode` means by air, as our international parcels go. */
export interface RegimeFacts {
  readonly service: Service;
  readonly sender: { readonly country: string; readonly city: string };
  readonly recipient: { readonly country: string; readonly city: string };
  readonly mode?: 'air' | 'road';
  /** Sold as a registered postal item (给据邮件), which no parcel service is. */
  readonly isRegisteredPost?: boolean;
}

/** European parties to the CMR (United Nations Treaty Collection, XI.B.11). */
const CMR_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO RS SE SI SK TR UA'.split(' '),
);

/** By service and route alone. By road outside the CMR no convention of ours applies: our terms do. */
export function regimeOf({ service, sender, recipient, mode = 'air', isRegisteredPost = false }: RegimeFacts): Regime {
  if (isRegisteredPost) return 'POSTAL_CN';
  if (service !== 'INTERNATIONAL') return 'EXPRESS_CN';
  if (mode === 'air') return 'MONTREAL';
  return CMR_COUNTRIES.has(sender.country) && CMR_COUNTRIES.has(recipient.country) ? 'CMR' : 'EXPRESS_CN';
}

/** How far it goes, for the days after which late counts as lost. A city that is not told is another city. */
export function reachOf({ service, sender, recipient }: RegimeFacts): Reach {
  if (service === 'INTERNATIONAL') return 'international';
  return sender.city !== '' && sender.city === recipient.city ? 'sameCity' : 'domestic';
}

/** What of a tracking event says whose fault something was. */
export interface FaultFacts {
  readonly status: ShipmentStatus;
  readonly reason?: StatusReason;
}

/** Whether one event says that it was the carrier's fault. Lost through a named other cause, such as a flood, is not. */
export function isCarrierFault({ status, reason }: FaultFacts): boolean {
  if (reason?.startsWith('carrier_') || reason === 'left_without_consent' || reason === 'station_timeout') return true;
  return status === 'LOST_OR_DESTROYED' && (reason === undefined || reason === 'unknown' || reason === 'parcel_being_researched');
}

/** Whether any event of a shipment says so. */
export function hasCarrierFault(events: readonly FaultFacts[]): boolean {
  return events.some(isCarrierFault);
}
