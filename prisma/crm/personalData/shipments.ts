import type { TableData } from './types.ts';

/** What is sent. Parties are found by phone and name on the waybills themselves: see `findOwnSides` and `redactShipments`. */
export const SHIPMENT_DATA: readonly TableData[] = [
  {
    ...{ table: 'shipments', of: { customers: ['customer_id'] } },
    timeline: {
      ...{ kind: 'shipment', id: 't.id', at: 't.created_at' },
      data: `'trackingNumber', t.tracking_number, 'status', t.status, 'direction', t.direction`,
    },
    // Of these their own side alone, and what it cost where they booked it: see `exportShipments`.
    copy: {
      ...{ section: 'shipments', by: 'shipments', end: 'ORDER BY t.created_at, t.id' },
      shows: `t.id, t.tracking_number AS "trackingNumber", t.order_number AS "orderNumber", t.service, t.direction, t.status, t.sender, t.recipient,
        t.freight_minor::text AS "freightMinor", t.freight_currency AS "freightCurrency", t.weight_grams AS "weightGrams",
        t.item_summary AS contents, t.created_at AS "createdAt",
        coalesce((SELECT json_agg(json_build_object('at', e.occurred_at, 'status', e.status, 'text', e.text, 'city', e.city) ORDER BY e.occurred_at)
          FROM tracking_events e WHERE e.shipment_id = t.id), '[]') AS events`,
    },
    erasing: [{ effect: 'kept', because: 'the law wants waybills for a year; then redactShipments empties the side that is theirs' }],
    ...{ retention: 'waybills', merge: 'moved' },
  },
  { table: 'pieces', erasing: [{ effect: 'kept', because: 'numbers of parcels' }], retention: 'parent' },
  { table: 'shipment_items', erasing: [{ effect: 'kept', because: 'goods, not people' }], retention: 'parent' },
  {
    table: 'tracking_events',
    erasing: [{ effect: 'kept', because: 'emptied with their waybill, by redactShipments' }],
    retention: 'parent',
  },
];
