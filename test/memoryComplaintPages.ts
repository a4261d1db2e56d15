import { AppError } from '../core/errors.ts';
import type { ComplaintDesk, ComplaintFilter, ComplaintOrder, ComplaintPage } from '../rules/complaints/desk.ts';
import type { Complaint } from '../rules/complaints/types.ts';
import type { Shipment } from '../rules/shipments/types.ts';
import { findByNumber } from './memoryShipments.ts';

interface Place {
  readonly of: ComplaintOrder;
  readonly atMs: number;
  readonly id: string;
}

/** A page of these tickets, as `ComplaintDesk.list` gives it. @throws AppError INVALID_INPUT on a cursor of another order or of nobody */
export function listPage(
  tickets: readonly Complaint[],
  shipments: readonly Shipment[],
  filter: ComplaintFilter,
  { order, cursor, limit }: Parameters<ComplaintDesk['list']>[1],
): ComplaintPage {
  const placeOf = (ticket: Complaint): Place => {
    const at = order === 'due' ? ticket.due.resolveAt : ticket.updatedAt;
    return { of: order, atMs: at.getTime(), id: ticket.id };
  };
  const after = cursor === undefined ? undefined : parsePlace(cursor, order);
  const found = tickets
    .filter((ticket) => matches(ticket, filter, shipments))
    .map((ticket) => ({ ticket, place: placeOf(ticket) }))
    .filter(({ place }) => !after || compare(place, after) > 0)
    .sort((a, b) => compare(a.place, b.place));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const complaints = page.map(({ ticket }) => ticket);
  return { complaints, ...(found.length > limit && last && { nextCursor: Buffer.from(JSON.stringify(last.place)).toString('base64url') }) };
}

function compare(a: Place, b: Place): number {
  return a.atMs - b.atMs || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function parsePlace(cursor: string, order: ComplaintOrder): Place {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Place;
    if (place.of === order) return place;
  } catch {
    // No JSON: nobody's, as below.
  }
  throw new AppError('INVALID_INPUT', { errors: [{ path: 'cursor', message: 'must be the nextCursor of an earlier page of this order' }] });
}

function matches(ticket: Complaint, filter: ComplaintFilter, shipments: readonly Shipment[]): boolean {
  const { statuses, owner, trackingNumber, dueBefore, updatedAfter, ...same } = filter;
  return (
    (statuses?.includes(ticket.status) ?? true) &&
    (owner === undefined || (ticket.owner ?? null) === owner) &&
    (trackingNumber === undefined || isAbout(ticket, trackingNumber, shipments)) &&
    (!dueBefore || ticket.due.resolveAt < dueBefore) &&
    (!updatedAfter || ticket.updatedAt >= updatedAfter) &&
    Object.entries(same).every(([field, value]) => value === undefined || ticket[field as keyof typeof same] === value)
  );
}

function isAbout({ trackingNumber, shipmentId }: Complaint, number: string, shipments: readonly Shipment[]): boolean {
  return trackingNumber === number || (shipmentId !== undefined && findByNumber(shipments, number)?.id === shipmentId);
}
