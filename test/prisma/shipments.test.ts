import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { deriveOutdated } from '../../prisma/crm/shipments/derived.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import type { Store } from '../../prisma/store.ts';
import { event, START, shipment } from '../conformance/shipments.ts';
import { clear, stores } from './store.ts';

describe.each(stores)('what comes with a shipment on the $name store', ({ open }) => {
  const clock = createFixedClock(START);
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(() => clear(store));

  it('is its goods and its money, replaced when it is put again', async () => {
    const shipments = createShipments(store, clock);
    const [cup] = shipment().items;
    await shipments.put(shipment({ items: [cup!, { description: '杯垫', quantity: 1 }] }));
    await shipments.put(shipment());
    expect(await store.query('SELECT position, description, quantity, unit_minor::int AS unit, currency FROM shipment_items')).toEqual([
      { position: 1, description: '陶瓷杯', quantity: 2, unit: 9950, currency: 'CNY' },
    ]);
    expect(await store.query('SELECT declared_minor::int AS declared, declared_currency AS currency FROM shipments')).toEqual([
      { declared: 19_900, currency: 'CNY' },
    ]);
  });

  it('is the customer once, with the phone of the party of that name', async () => {
    const shipments = createShipments(store, clock);
    await shipments.put(shipment({ customer: { externalId: 'C-1', name: '收件人' } }));
    await shipments.put(shipment({ trackingNumber: 'XB000000012356', customer: { externalId: 'C-1' } }));
    await shipments.put(shipment({ trackingNumber: 'XB000000012363', customer: { externalId: 'M-1', name: '商家' } }));
    expect(await store.query('SELECT external_id, name FROM customers ORDER BY 1')).toEqual([
      { external_id: 'C-1', name: '收件人' },
      { external_id: 'M-1', name: '商家' },
    ]);
    expect(await store.query('SELECT kind, value, verified_at FROM contacts')).toEqual([
      { kind: 'phone', value: '+8613900000002', verified_at: null },
    ]);
    const { customerId } = (await shipments.find('XB000000012349'))!;
    expect(await shipments.listByCustomer(customerId!)).toHaveLength(2);
  });

  it('derives anew what a release before wrote: as it is read at once, in the store by and by', async () => {
    const shipments = createShipments(store, clock);
    await shipments.put(shipment({ pieceCount: 2 }));
    await shipments.append('XB000000012349', [
      event(1, 'IN_TRANSIT', { reason: 'weather_delay' }),
      event(2, 'DELIVERED', { signedBy: '寄件人' }),
    ]);
    const right = (await shipments.find('XB000000012349'))!;
    expect(right).toMatchObject({ status: 'RETURNED', lastScan: { signedBy: '寄件人' } });
    // As that release does it, which knows of no column that is derived but these.
    const older = `UPDATE shipments SET status = 'DELIVERED', reason = 'weather_delay', last_event_at = $1, updated_at = $1`;
    await store.query(older, [event(9, 'UNKNOWN').occurredAt]);
    await store.query(`UPDATE pieces SET status = 'DELIVERED'`);
    expect((await shipments.find('XB000000012349'))!).toEqual(right);
    expect(await deriveOutdated(store)).toBe(1);
    expect(
      await store.query(
        'SELECT status, reason, derived_at = updated_at AS derived, (SELECT min(status) FROM pieces) AS piece FROM shipments',
      ),
    ).toEqual([{ status: 'RETURNED', reason: null, derived: true, piece: 'RETURNED' }]);
    expect((await shipments.find('XB000000012349'))!).toEqual(right);
    expect(await deriveOutdated(store)).toBe(0);
  });

  it('derives a store of thousands in batches', async () => {
    const shipments = createShipments(store, clock);
    await shipments.put(shipment());
    await store.query(`INSERT INTO shipments SELECT (jsonb_populate_record(s, jsonb_build_object('id', 'x' || n, 'tracking_number', 'X' || n,
      'derived_at', NULL))).* FROM shipments s, generate_series(1, 250) n`);
    expect(await deriveOutdated(store)).toBe(250);
    expect(await deriveOutdated(store)).toBe(0);
  });
});
