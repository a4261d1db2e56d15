import type { Query, Store } from '../store.ts';
import { createDemoData } from './data.ts';
import type { DemoData } from './rows.ts';

export { demoHighlights } from './highlights.ts';
export { demoCustomers } from './people.ts';

// Any number no one else locks: instances that start together load once.
const DEMO_LOCK = 72_630_117;
const CHUNK = 2_000;

const TABLES = {
  customers: 'customers',
  contacts: 'contacts',
  shipments: 'shipments',
  pieces: 'pieces',
  items: 'shipment_items',
  events: 'tracking_events',
} as const satisfies Record<keyof DemoData, string>;

/**
 * Fills a store that has no shipments with the demo carrier, all or nothing; false when there were some. A second
 * or two on the embedded store.
 */
export function loadDemo(store: Store, now: Date): Promise<boolean> {
  return store.transaction(async (query) => {
    await query('SELECT pg_advisory_xact_lock($1)', [DEMO_LOCK]);
    const [found] = await query<{ hasShipments: boolean }>('SELECT EXISTS (SELECT FROM shipments) AS "hasShipments"');
    if (found?.hasShipments) return false;
    const data = createDemoData(now);
    await insert(query, TABLES.customers, data.customers);
    await insert(query, TABLES.contacts, data.contacts);
    await insert(query, TABLES.shipments, data.shipments);
    await insert(query, TABLES.pieces, data.pieces);
    await insert(query, TABLES.items, data.items);
    await insert(query, TABLES.events, data.events);
    return true;
  });
}

/** One JSON document for many rows: no statement needs more parameters the more rows there are. All rows have the first one's keys. */
async function insert(query: Query, table: string, rows: readonly object[]): Promise<void> {
  const keys = Object.keys(rows[0] ?? {});
  const columns = keys.map((key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const list = columns.join(', ');
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK).map((row) => {
      const values = Object.values(row);
      return Object.fromEntries(columns.map((column, at) => [column, values[at]]));
    });
    await query(`INSERT INTO ${table} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${table}, $1::json)`, [
      JSON.stringify(chunk),
    ]);
  }
}
