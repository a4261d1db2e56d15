import type { Clock } from '../../../core/clock.ts';
import { createId, hashText } from '../../../core/ids.ts';
import type { NewEvent, ShipmentStatus, StatusReason } from '../../../rules/shipments/types.ts';
import { toCleanJson } from '../../clean.ts';
import type { Query, Store } from '../../store.ts';
import { computeStatus, type StatusEvent } from './status.ts';

const INSERT = `
  INSERT INTO tracking_events (id, shipment_id, piece_number, occurred_at, recorded_at, status, reason, code, text, location_name, city,
    country, signed_by, key)
  SELECT e.id, $1, e.piece, e."occurredAt", $2, e.status, e.reason, e.code, e.text, e."locationName", e.city, e.country, e."signedBy", e.key
  FROM json_to_recordset($3::json) AS e(id text, piece text, "occurredAt" timestamptz, status text, reason text, code text, text text,
    "locationName" text, city text, country text, "signedBy" text, key text)
  ON CONFLICT (shipment_id, key) DO NOTHING
  RETURNING 1 AS one`;

/** Adds events, any number in any order, and brings the shipment's status up to date, in one transaction. */
export function appendEvents(
  store: Store,
  clock: Clock,
  number: string,
  events: readonly NewEvent[],
): Promise<{ readonly accepted: number; readonly duplicates: number } | undefined> {
  const now = clock.now();
  const rows = toCleanJson(events.map((event) => toRow(event, now)));
  return store.transaction(async (query) => {
    // The lock makes reports on one shipment wait for each other: the status is computed from all of them.
    const [shipment] = await query<{ id: string }>(
      `SELECT id FROM shipments
       WHERE id = coalesce((SELECT id FROM shipments WHERE tracking_number = $1), (SELECT shipment_id FROM pieces WHERE number = $1)) FOR UPDATE`,
      [number],
    );
    if (!shipment) return undefined;
    const inserted = await query(INSERT, [shipment.id, now, rows]);
    if (inserted.length > 0) await updateStatus(query, shipment.id, now);
    return { accepted: inserted.length, duplicates: events.length - inserted.length };
  });
}

function toRow({ location = {}, ...event }: NewEvent, now: Date): Record<string, unknown> {
  return {
    id: createId(now.getTime()),
    ...event,
    locationName: location.name,
    city: location.city,
    country: location.country,
    key: hashText(JSON.stringify([event.occurredAt.getTime(), event.code ?? '', event.text, event.piece ?? ''])),
  };
}

interface EventRow {
  readonly occurredAt: Date;
  readonly status: ShipmentStatus;
  readonly reason: StatusReason | null;
  readonly piece: string | null;
}

/** Recomputes a shipment and its pieces from all events; the caller holds the shipment's lock. */
export async function updateStatus(query: Query, shipmentId: string, now: Date): Promise<void> {
  const rows = await query<EventRow>(
    'SELECT occurred_at AS "occurredAt", status, reason, piece_number AS piece FROM tracking_events WHERE shipment_id = $1',
    [shipmentId],
  );
  const pieces = await query<{ number: string }>('SELECT number FROM pieces WHERE shipment_id = $1 ORDER BY position', [shipmentId]);
  const events = rows.map(
    ({ reason, piece, ...event }): StatusEvent => ({ ...event, ...(reason && { reason }), ...(piece !== null && { piece }) }),
  );
  const computed = computeStatus(
    events,
    pieces.map((piece) => piece.number),
  );
  await query(
    `WITH piece AS (
       UPDATE pieces p SET status = n.status FROM json_to_recordset($6::json) AS n(number text, status text)
       WHERE p.shipment_id = $1 AND p.number = n.number AND p.status <> n.status
     )
     UPDATE shipments SET status = $2, reason = $3, last_event_at = $4, updated_at = $5 WHERE id = $1`,
    [shipmentId, computed.status, computed.reason ?? null, computed.lastEventAt ?? null, now, JSON.stringify(computed.pieces)],
  );
}
