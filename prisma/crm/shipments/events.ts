import type { Clock } from '../../../core/clock.ts';
import { createId, hashText } from '../../../core/ids.ts';
import type { NewEvent } from '../../../rules/shipments/types.ts';
import { toCleanJson } from '../../clean.ts';
import type { Store } from '../../store.ts';
import { deriveAll } from './derived.ts';

/** Begins the keys of events that came with an id. */
const OWN_ID = 'id:';

const TOLD = 'piece_number, occurred_at, utc_offset_minutes, status, reason, code, text, location_name, city, country, signed_by';
const told = (row: string): string => TOLD.replaceAll(/\w+/g, `${row}.$&`);

// Only what came with its teller's id can differ under the same key, but for what the key leaves out: there the first telling stays.
const INSERT = `
  INSERT INTO tracking_events AS t (id, shipment_id, recorded_at, key, ${TOLD})
  SELECT e.id, $1, $2, e.key, e.piece, e."occurredAt", e."utcOffsetMinutes", e.status, e.reason, e.code, e.text, e."locationName", e.city,
    e.country, e."signedBy"
  FROM json_to_recordset($3::json) AS e(id text, piece text, "occurredAt" timestamptz, "utcOffsetMinutes" int, status text, reason text,
    code text, text text, "locationName" text, city text, country text, "signedBy" text, key text)
  ON CONFLICT (shipment_id, key) DO UPDATE SET recorded_at = excluded.recorded_at, (${TOLD}) = ROW(${told('excluded')})
  WHERE t.key LIKE '${OWN_ID}%' AND (${told('t')}) IS DISTINCT FROM (${told('excluded')})
  RETURNING 1 AS one`;

/** Adds or corrects events, any number in any order, and derives the shipment from all of them, in one transaction. */
export function appendEvents(
  store: Store,
  clock: Clock,
  number: string,
  events: readonly NewEvent[],
): Promise<{ readonly accepted: number; readonly duplicates: number } | undefined> {
  const now = clock.now();
  const rows = toCleanJson(toRows(events, now));
  return store.transaction(async (query) => {
    const [shipment] = await query<{ id: string }>(
      `SELECT id FROM shipments
       WHERE id = coalesce((SELECT id FROM shipments WHERE tracking_number = $1), (SELECT shipment_id FROM pieces WHERE number = $1)) FOR UPDATE`,
      [number],
    );
    if (!shipment) return undefined;
    const inserted = await query(INSERT, [shipment.id, now, rows]);
    if (inserted.length > 0) await deriveAll(query, [shipment.id], now);
    return { accepted: inserted.length, duplicates: events.length - inserted.length };
  });
}

/** A row each; of several under one id the last. */
function toRows(events: readonly NewEvent[], now: Date): readonly Record<string, unknown>[] {
  const rows = new Map<string, Record<string, unknown>>();
  for (const event of events) {
    const row = toRow(event, now);
    if (event.id !== undefined || !rows.has(row.key)) rows.set(row.key, row);
  }
  return [...rows.values()];
}

function toRow({ id: ownId, location = {}, ...event }: NewEvent, now: Date): Record<string, unknown> & { readonly key: string } {
  const key = [event.occurredAt.getTime(), event.code ?? '', event.text, event.piece ?? ''];
  return {
    ...event,
    id: createId(now.getTime()),
    locationName: location.name,
    city: location.city,
    country: location.country,
    key: ownId === undefined ? hashText(JSON.stringify(key)) : `${OWN_ID}${hashText(ownId)}`,
  };
}
