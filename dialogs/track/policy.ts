import { type Service, type Shipment, type ShipmentStatus, TERMINAL_STATUSES } from '../../rules/shipments/types.ts';

const HOUR_MS = 3_600_000;

/** Whole hours past the promise; 0 when in time, finished, going back, or never promised. */
export function hoursLate(shipment: Shipment, now: Date): number {
  const { promisedAt, status } = shipment;
  if (!promisedAt || TERMINAL_STATUSES.has(status) || status === 'RETURNING') return 0;
  return Math.max(0, Math.ceil((now.getTime() - promisedAt.getTime()) / HOUR_MS));
}

/** Hours without a scan after which a shipment counts as standing still, by status. Absent: it cannot be stale. */
const STALE_AFTER_HOURS: Partial<Record<ShipmentStatus, number>> = {
  LABEL_CREATED: 48,
  PICKED_UP: 24,
  IN_TRANSIT: 48,
  CUSTOMS: 72,
  ARRIVED_LOCAL: 24,
  OUT_FOR_DELIVERY: 12,
  READY_FOR_PICKUP: 48,
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
}

/** Hours from the last scan to delivery: earliest, latest. Absent: no honest range exists. */
const HOURS_TO_GO: Readonly<Record<Service, Partial<Record<ShipmentStatus, readonly [number, number]>>>> = {
  EXPRESS: { PICKED_UP: [20, 48], IN_TRANSIT: [10, 36], ARRIVED_LOCAL: [2, 24], ATTEMPT_FAILED: [14, 34] },
  STANDARD: { PICKED_UP: [36, 72], IN_TRANSIT: [18, 60], ARRIVED_LOCAL: [3, 28], ATTEMPT_FAILED: [14, 34] },
  ECONOMY: { PICKED_UP: [72, 144], IN_TRANSIT: [36, 120], ARRIVED_LOCAL: [4, 48], ATTEMPT_FAILED: [14, 48] },
  INTERNATIONAL: { PICKED_UP: [120, 288], IN_TRANSIT: [72, 240], CUSTOMS: [48, 168], ARRIVED_LOCAL: [4, 72], ATTEMPT_FAILED: [14, 72] },
};
const OUT_FOR_DELIVERY_HOURS = 10;

/**
 * When a shipment should arrive, as a range. Undefined when no reliable time exists: nothing scanned yet, held, finished,
 * or the range has already passed. The promise narrows the range only while it still lies ahead.
 */
export function estimate(shipment: Shipment, now: Date): Estimate | undefined {
  const { status, lastEventAt, promisedAt, service } = shipment;
  if (shipment.direction === 'return' && status === 'RETURNED') return undefined;
  if (!lastEventAt || (status === 'CUSTOMS' && shipment.reason)) return undefined;
  const range = status === 'OUT_FOR_DELIVERY' ? ([0, OUT_FOR_DELIVERY_HOURS] as const) : HOURS_TO_GO[service][status];
  if (!range) return undefined;
  const at = (hours: number): Date => new Date(lastEventAt.getTime() + hours * HOUR_MS);
  const earliest = new Date(Math.max(at(range[0]).getTime(), now.getTime()));
  if (promisedAt && promisedAt > earliest && promisedAt <= at(range[1] * 2) && status !== 'OUT_FOR_DELIVERY')
    return { from: earliest, to: promisedAt, basis: 'promise' };
  return at(range[1]) > now ? { from: earliest, to: at(range[1]), basis: 'scan' } : undefined;
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
