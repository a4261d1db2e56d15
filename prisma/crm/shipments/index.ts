import type { Clock } from '../../../core/clock.ts';
import { compareEvents, deriveShipment } from '../../../rules/shipments/derive.ts';
import type { Party, Piece, Shipment, ShipmentIntake, Shipments } from '../../../rules/shipments/types.ts';
import { toCleanJson, toCleanText } from '../../clean.ts';
import { createGathered } from '../../gather.ts';
import type { Statement, Store } from '../../store.ts';
import { withoutNulls } from '../nulls.ts';
import { EVENT_JSON, type EventRow, toEvent } from './derived.ts';
import { appendEvents } from './events.ts';
import { type IntakeOptions, putShipment } from './intake.ts';

/** What the desk is shown of a busy shipment; a customer sees fewer. */
const MAX_EVENTS = 50;
const MAX_BY_ORDER = 10;
const MOST_FINDS = 50;
const DEFAULT_BY_CUSTOMER = 5;

const eventOf = (id: string): string => `(SELECT ${EVENT_JSON} FROM tracking_events e WHERE e.id = ${id})`;
const SELECT = `
  SELECT s.id, s.tracking_number AS "trackingNumber", s.order_number AS "orderNumber", s.customer_id AS "customerId", s.service,
         s.direction, s.status, s.reason, s.promised_at AS "promisedAt", s.promised_offset_minutes AS "promisedOffsetMinutes",
         s.last_event_at AS "lastEventAt", s.arrived_at AS "arrivedAt", s.created_at AS "createdAt",
         s.derived_at IS NOT DISTINCT FROM s.updated_at AS "isDerived", ${eventOf('s.last_scan_id')} AS "lastScan", ${eventOf('s.withdrawn_id')} AS withdrawn,
         s.piece_count AS "pieceCount", s.weight_grams AS "weightGrams", s.sender, s.recipient, s.item_summary AS "itemSummary",
         (SELECT json_agg(json_build_object('number', p.number, 'status', p.status) ORDER BY p.position)
            FROM pieces p WHERE p.shipment_id = s.id) AS pieces,
         (SELECT json_agg(${EVENT_JSON}) FROM (
            SELECT * FROM tracking_events WHERE shipment_id = s.id ORDER BY occurred_at DESC, recorded_at DESC, id DESC LIMIT ${MAX_EVENTS}) e) AS events
  FROM shipments s`;

/** $1 what is asked for, as JSON: `{ n, number }[]`; `n` comes back with each row. Each by its key, as LIMIT has the planner do. */
const FIND: Statement = {
  name: 'shipment-find',
  text: `
  SELECT asked.n, found.* FROM json_to_recordset($1::json) AS asked(n int, number text)
  CROSS JOIN LATERAL (${SELECT}
    WHERE s.id = coalesce((SELECT id FROM shipments WHERE tracking_number = asked.number), (SELECT shipment_id FROM pieces WHERE number = asked.number))
    LIMIT 1) AS found`,
};
const BY_ORDER: Statement = {
  name: 'shipment-by-order',
  text: `${SELECT} WHERE s.order_number = $1 ORDER BY s.created_at DESC, s.id DESC LIMIT ${MAX_BY_ORDER}`,
};
const BY_CUSTOMER: Statement = {
  name: 'shipment-by-customer',
  text: `${SELECT} WHERE s.customer_id = $1
    ORDER BY s.status IN ('DELIVERED', 'RETURNED', 'LOST_OR_DESTROYED', 'CANCELLED'), s.created_at DESC, s.id DESC LIMIT $2`,
};

/**
 * Numbers asked for in one moment share a statement, fifty at most. Texts lose what no column takes, in questions too.
 * @param options of what is put
 */
export function createShipments(store: Store, clock: Clock, options: IntakeOptions = {}): Shipments & ShipmentIntake {
  const list = async (statement: Statement, params: readonly (string | number)[]): Promise<Shipment[]> =>
    (await store.query<ShipmentRow>(statement, params)).map(toShipment);
  const find = createGathered<string, Shipment | undefined>((numbers) => findAll(store, numbers), { atOnce: 2, most: MOST_FINDS });
  return {
    find: (trackingNumber) => find(toCleanText(trackingNumber)),
    listByOrder: (orderNumber) => list(BY_ORDER, [toCleanText(orderNumber)]),
    listByCustomer: (customerId, limit = DEFAULT_BY_CUSTOMER) => list(BY_CUSTOMER, [customerId, limit]),
    put: (shipment) => putShipment(store, clock, shipment, options),
    append: (trackingNumber, events) => appendEvents(store, clock, toCleanText(trackingNumber), events),
  };
}

async function findAll(store: Store, numbers: readonly string[]): Promise<readonly (Shipment | undefined)[]> {
  const asked = toCleanJson(numbers.map((number, n) => ({ n, number })));
  const rows = await store.query<ShipmentRow & { readonly n: number }>(FIND, [asked]);
  const found: (Shipment | undefined)[] = numbers.map(() => undefined);
  for (const { n, ...row } of rows) found[n] = toShipment(row);
  return found;
}

interface ShipmentRow extends Omit<Shipment, 'pieces' | 'events' | 'lastScan' | 'withdrawn'> {
  readonly pieces: Piece[] | null;
  readonly events: EventRow[] | null;
  readonly lastScan: EventRow | null;
  readonly withdrawn: EventRow | null;
  readonly isDerived: boolean;
}

function toShipment({ pieces, events, sender, recipient, lastScan, withdrawn, isDerived, ...row }: ShipmentRow): Shipment {
  const told = (events ?? []).map(toEvent);
  const shipment = {
    ...withoutNulls(row),
    ...(lastScan && { lastScan: toShown(toEvent(lastScan)) }),
    ...(withdrawn && { withdrawn: toShown(toEvent(withdrawn)) }),
    sender: toParty(sender),
    recipient: toParty(recipient),
    pieces: pieces ?? [],
    // The store breaks ties of one instant by arrival; the course of things does it better.
    events: told.toSorted((a, b) => compareEvents(b, a)).map(toShown),
  };
  // What an earlier release wrote is derived as it is read, until `deriveOutdated` has been there; not from part of the events.
  if (isDerived || told.length === MAX_EVENTS) return shipment;
  const derived = deriveShipment(shipment.events, { pieces: shipment.pieces.map(({ number }) => number), ends: { sender, recipient } });
  const { reason, lastEventAt, ...rest } = shipment;
  return { ...rest, ...derived };
}

/** Ids of events are the store's. */
function toShown<E extends { readonly id: string }>({ id, ...event }: E): Omit<E, 'id'> {
  return event;
}

/** Stored parties hold more. */
function toParty({ name, phone, country, province, city, street = '' }: Party): Party {
  return { name, phone, country, province, city, ...(street && { street }) };
}
