import { offsetMs } from '../../core/i18n.ts';
import { agreedZone, zonesOf } from '../../core/zones.ts';
import { currentAccountOf } from '../../rules/shipments/phrases/account.ts';
import { type Service, type Shipment, type ShipmentStatus, type StatusReason, TERMINAL_STATUSES } from '../../rules/shipments/types.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Whole hours past the promise, of a parcel that waits to be collected until it lay there; 0 when in time, finished, going back, or never promised. */
export function hoursLate(shipment: Shipment, now: Date): number {
  const { promisedAt, status, lastEventAt } = shipment;
  if (!promisedAt || TERMINAL_STATUSES.has(status) || status === 'RETURNING') return 0;
  const until = status === 'READY_FOR_PICKUP' ? (lastEventAt ?? now) : now;
  return Math.max(0, Math.ceil((until.getTime() - promisedAt.getTime()) / HOUR_MS));
}

/** Why it stands as it does: by the record, and by what was scanned last. */
function reasonsOf(shipment: Shipment): readonly StatusReason[] {
  const account = currentAccountOf(shipment);
  const told = account ? [account.reason, ...account.said.flatMap(({ phrase }) => phrase.reason ?? [])] : [];
  return shipment.reason ? [shipment.reason, ...told] : told;
}

/** The recipient would not have it: no arrival and no attempt are to come. */
export const isRefused = (shipment: Shipment): boolean => reasonsOf(shipment).includes('consignee_refused');

/** It cannot be delivered before somebody corrects the address. */
export const needsAddress = (shipment: Shipment): boolean => reasonsOf(shipment).some((reason) => ADDRESS.has(reason));
const ADDRESS: ReadonlySet<StatusReason> = new Set(['consignee_incorrect_address', 'carrier_address_not_found', 'out_of_area']);

/** What somebody has to settle first, so that no day can be told. */
const STOPPING: ReadonlySet<StatusReason> = new Set([
  ...ADDRESS,
  'consignee_refused',
  'consignee_cancelled',
  'retailer_cancelled',
  'retailer_incorrect_data',
  'carrier_parcel_lost',
  'parcel_being_researched',
  'customs_documentation',
  'customs_duties_unpaid',
  'customs_prohibited',
  'regulatory_hold',
  'security_issue',
]);

/** Whether something has to be settled before anybody can say when it arrives; at a border any reason is such. */
export function isStopped(shipment: Shipment): boolean {
  const reasons = reasonsOf(shipment);
  return shipment.status === 'CUSTOMS' ? reasons.length > 0 : reasons.some((reason) => STOPPING.has(reason));
}

/** Hours without a scan after which a shipment counts as standing still, by status. Absent: it cannot be stale. */
const STALE_AFTER_HOURS: Partial<Record<ShipmentStatus, number>> = {
  LABEL_CREATED: 48,
  PICKED_UP: 24,
  IN_TRANSIT: 48,
  CUSTOMS: 72,
  ARRIVED_LOCAL: 24,
  OUT_FOR_DELIVERY: 12,
  ATTEMPT_FAILED: 24,
  ON_HOLD: 24,
  RETURNING: 72,
};
const STALE_AFTER_HOURS_ABROAD: Partial<Record<ShipmentStatus, number>> = { ...STALE_AFTER_HOURS, IN_TRANSIT: 168 };

/** Milliseconds since the last scan when that is longer than its status allows, else 0. Without a scan it counts from the order. */
export function staleMs(shipment: Shipment, now: Date): number {
  const limits = isAbroad(shipment) ? STALE_AFTER_HOURS_ABROAD : STALE_AFTER_HOURS;
  const limit = limits[shipment.status];
  if (limit === undefined) return 0;
  const age = now.getTime() - (shipment.lastEventAt ?? shipment.createdAt).getTime();
  return age > limit * HOUR_MS ? age : 0;
}

/** A range in which a shipment should arrive. `scan`: counted from the last scan; `promise`: what the service promised. */
export interface Estimate {
  readonly from: Date;
  readonly to: Date;
  readonly basis: 'scan' | 'promise';
  /** Scanned too late in the day to arrive on it. */
  readonly isNextDay?: true;
}

/** Hours from the last scan to delivery: earliest, latest. Absent: no honest range exists. */
const HOURS_TO_GO: Readonly<Record<Service, Partial<Record<ShipmentStatus, readonly [number, number]>>>> = {
  EXPRESS: { PICKED_UP: [20, 48], IN_TRANSIT: [10, 36], ARRIVED_LOCAL: [2, 24], ATTEMPT_FAILED: [14, 34] },
  STANDARD: { PICKED_UP: [36, 72], IN_TRANSIT: [18, 60], ARRIVED_LOCAL: [3, 28], ATTEMPT_FAILED: [14, 34] },
  ECONOMY: { PICKED_UP: [72, 144], IN_TRANSIT: [36, 120], ARRIVED_LOCAL: [4, 48], ATTEMPT_FAILED: [14, 48] },
  INTERNATIONAL: { PICKED_UP: [120, 288], IN_TRANSIT: [72, 240], CUSTOMS: [48, 168], ARRIVED_LOCAL: [4, 72], ATTEMPT_FAILED: [14, 72] },
};
const OUT_FOR_DELIVERY_HOURS = 10;
/** Hours of the recipient's day between which couriers come. */
const ROUNDS = { from: 8, to: 21 } as const;
/** Who goes out later than so long before the end of it comes the next day. */
const LAST_START_MS = HOUR_MS;

/**
 * When a shipment should arrive, as a range. Undefined when no reliable time exists: nothing scanned yet, held, waiting for somebody,
 * finished, or the range has already passed. The promise narrows the range only while it still lies ahead.
 * @param timeZone the company's, where the recipient's is not known
 */
export function estimate(shipment: Shipment, now: Date, timeZone: string): Estimate | undefined {
  const { status, lastEventAt, promisedAt, service } = shipment;
  if (shipment.direction === 'return' && status === 'RETURNED') return undefined;
  if (!lastEventAt || isStopped(shipment)) return undefined;
  if (status === 'OUT_FOR_DELIVERY') return estimateRound(shipment, lastEventAt, now, timeZone);
  const range = HOURS_TO_GO[service][status];
  if (!range) return undefined;
  const at = (hours: number): Date => new Date(lastEventAt.getTime() + hours * HOUR_MS);
  const earliest = new Date(Math.max(at(range[0]).getTime(), now.getTime()));
  if (promisedAt && promisedAt > earliest && promisedAt <= at(range[1] * 2)) return { from: earliest, to: promisedAt, basis: 'promise' };
  return at(range[1]) > now ? { from: earliest, to: at(range[1]), basis: 'scan' } : undefined;
}

/** Out with a courier: on that day, or on the next where the day is as good as over. */
function estimateRound({ recipient }: Shipment, since: Date, now: Date, timeZone: string): Estimate | undefined {
  const zone = agreedZone(zonesOf({ city: recipient.city, region: recipient.province, country: recipient.country }), since) ?? timeZone;
  const offset = offsetMs(since, zone);
  const midnight = Math.floor((since.getTime() + offset) / DAY_MS) * DAY_MS - offset;
  const isNextDay = since.getTime() > midnight + ROUNDS.to * HOUR_MS - LAST_START_MS;
  const day = midnight + (isNextDay ? DAY_MS : 0);
  const [opens, closes] = [day + ROUNDS.from * HOUR_MS, day + ROUNDS.to * HOUR_MS];
  const start = Math.max(opens, since.getTime());
  const to = new Date(isNextDay ? closes : Math.min(start + OUT_FOR_DELIVERY_HOURS * HOUR_MS, closes));
  if (to <= now) return undefined;
  return { from: new Date(Math.max(start, now.getTime())), to, basis: 'scan', ...(isNextDay && { isNextDay: true as const }) };
}

/** Whether sender and recipient are in different countries or customs territories. */
export function isAbroad(shipment: Shipment): boolean {
  return shipment.sender.country !== shipment.recipient.country;
}

/** "2 of 3 delivered": undefined for a shipment of one piece. */
export function piecesDelivered(shipment: Shipment): { readonly done: number; readonly total: number } | undefined {
  if (shipment.pieceCount < 2) return undefined;
  return { done: shipment.pieces.filter((piece) => piece.status === 'DELIVERED').length, total: shipment.pieceCount };
}
