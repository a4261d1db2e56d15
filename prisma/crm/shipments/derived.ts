import { deriveShipment } from '../../../rules/shipments/derive.ts';
import type { Party, Shipment, TrackingEvent } from '../../../rules/shipments/types.ts';
import type { Query, Store } from '../../store.ts';

/** An event's columns as JSON, in the words of `TrackingEvent`; what is null is absent. `e` is the row. */
export const EVENT_JSON = `json_strip_nulls(json_build_object('id', e.id, 'occurredAt', e.occurred_at, 'utcOffsetMinutes', e.utc_offset_minutes,
  'status', e.status, 'reason', e.reason, 'text', e.text, 'locationName', e.location_name, 'city', e.city, 'country', e.country,
  'signedBy', e.signed_by, 'piece', e.piece_number))`;

/** An event as JSON has it. */
export type EventRow = Omit<TrackingEvent, 'occurredAt'> & { readonly id: string; readonly occurredAt: string };

export function toEvent({ occurredAt, ...event }: EventRow): TrackingEvent & { readonly id: string } {
  return { ...event, occurredAt: new Date(occurredAt) };
}

// $1 ids as JSON. Locked, so that reports on one shipment wait for each other: its truth is derived from all of them.
const READ = `
  SELECT s.id, s.direction, s.updated_at AS "updatedAt", json_build_object('name', s.sender->>'name', 'city', s.sender->>'city') AS sender,
    json_build_object('name', s.recipient->>'name', 'city', s.recipient->>'city') AS recipient,
    coalesce((SELECT json_agg(p.number ORDER BY p.position) FROM pieces p WHERE p.shipment_id = s.id), '[]') AS pieces,
    coalesce((SELECT json_agg(${EVENT_JSON}) FROM tracking_events e WHERE e.shipment_id = s.id), '[]') AS events
  FROM shipments s WHERE s.id IN (SELECT json_array_elements_text($1::json)) FOR UPDATE`;

const WRITE = `
  WITH n AS (
    SELECT * FROM json_to_recordset($1::json) AS n(id text, status text, reason text, "lastScanId" text, "lastEventAt" timestamptz,
      "arrivedAt" timestamptz, "withdrawnId" text, "updatedAt" timestamptz, pieces json)
  ),
  piece AS (
    UPDATE pieces p SET status = m.status
    FROM n, json_to_recordset(n.pieces) AS m(number text, status text)
    WHERE p.shipment_id = n.id AND p.number = m.number AND p.status <> m.status
  )
  UPDATE shipments s SET status = n.status, reason = n.reason, last_scan_id = n."lastScanId", last_event_at = n."lastEventAt",
    arrived_at = n."arrivedAt", withdrawn_id = n."withdrawnId", updated_at = n."updatedAt", derived_at = n."updatedAt"
  FROM n WHERE s.id = n.id`;

interface DerivableRow extends Pick<Shipment, 'id' | 'direction'> {
  readonly updatedAt: Date;
  readonly sender: Pick<Party, 'name' | 'city'>;
  readonly recipient: Pick<Party, 'name' | 'city'>;
  readonly pieces: readonly string[];
  readonly events: readonly EventRow[];
}

/** Derives shipments and their pieces from all events; `now` when something was told of them, else they count as unchanged. */
export async function deriveAll(query: Query, ids: readonly string[], now?: Date): Promise<void> {
  const rows = await query<DerivableRow>(READ, [JSON.stringify(ids)]);
  const derived = rows.map(({ id, updatedAt, pieces, events, ...ends }) => {
    const { lastScan, withdrawn, ...rest } = deriveShipment(events.map(toEvent), { pieces, ends });
    return { ...rest, id, lastScanId: lastScan?.id, withdrawnId: withdrawn?.id, updatedAt: now ?? updatedAt };
  });
  await query(WRITE, [JSON.stringify(derived)]);
}

const AT_ONCE = 100;
/** Below a chore's time-out, with room for a slow batch. */
const ROUND_MS = 20_000;
const TO_DERIVE = `SELECT id FROM shipments WHERE derived_at IS DISTINCT FROM updated_at ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`;

/**
 * Derives what an earlier release has written, before this one or beside it, a hundred shipments a transaction, for some twenty
 * seconds; returns how many. Readers derive such shipments as they read them, so nobody waits for it.
 */
export async function deriveOutdated(store: Store): Promise<number> {
  const until = performance.now() + ROUND_MS;
  let count = 0;
  for (;;) {
    const taken = await store.transaction(async (query) => {
      const ids = (await query<{ id: string }>(TO_DERIVE)).map(({ id }) => id);
      if (ids.length > 0) await deriveAll(query, ids);
      return ids.length;
    });
    count += taken;
    if (taken < AT_ONCE || performance.now() > until) return count;
  }
}
