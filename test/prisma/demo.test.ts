import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createOwnNumber } from '../../core/ownNumber.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import { createDemoData } from '../../prisma/demo/data.ts';
import { demoCustomers, demoHighlights, loadDemo } from '../../prisma/demo/index.ts';
import { wrapPGlite } from '../../prisma/embedded.ts';
import { applyMigrations } from '../../prisma/migrate.ts';
import type { Store } from '../../prisma/store.ts';
import { deriveShipment } from '../../rules/shipments/derive.ts';
import { SHIPMENT_STATUSES, TERMINAL_STATUSES } from '../../rules/shipments/types.ts';

const NOW = new Date('2026-11-22T02:00:00Z');
const HOUR_MS = 3_600_000;
const data = createDemoData(NOW);
const byNumber = new Map(data.shipments.map((shipment) => [shipment.trackingNumber, shipment]));
const eventsOf = groupByShipment(data.events);
const piecesOf = groupByShipment(data.pieces);
const highlight = (key: string) => byNumber.get(demoHighlights.find((entry) => entry.key === key)!.trackingNumber)!;

function groupByShipment<T extends { readonly shipmentId: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.shipmentId, [...(groups.get(row.shipmentId) ?? []), row]);
  return groups;
}

describe('an own number', () => {
  it('ends in the GS1 check digit of its serial', () => {
    // 3·(1+3+5+7+9+1) + (2+4+6+8+0) = 78 + 20 = 98, to the next ten: 2
    expect(createOwnNumber('12345678901')).toBe('XB123456789012');
    // 3·4 + 1·3 + 3·2 + 1·1 = 22, to the next ten: 8
    expect(createOwnNumber(1234)).toBe('XB000000012348');
    expect(createOwnNumber(0)).toBe('XB000000000000');
  });

  it.each(['123456789012', '-1', '1.5', 'A', 1e15])('is not made of %j', (serial) => {
    expect(() => createOwnNumber(serial)).toThrow('11 digits');
  });
});

describe('the demo carrier', () => {
  it('is the same for the same instant and another for another seed', () => {
    expect(createDemoData(NOW)).toEqual(data);
    expect(createDemoData(NOW, 7).shipments[500]).not.toEqual(data.shipments[500]);
  });

  it.each(['2026-02-16T17:30:00Z', '2027-06-30T23:59:59Z', '2031-12-31T16:00:00Z'])(
    'has every status and nothing later than %s',
    (instant) => {
      const now = new Date(instant);
      const { shipments, events } = createDemoData(now);
      expect(shipments).toHaveLength(2_000);
      expect(new Set(shipments.map((shipment) => shipment.status))).toEqual(new Set(SHIPMENT_STATUSES));
      expect(events.filter((event) => event.occurredAt > now || event.recordedAt > now)).toEqual([]);
      expect(shipments.filter((shipment) => shipment.createdAt > now || shipment.updatedAt > now)).toEqual([]);
    },
  );

  it('ships both ways with every service over 24 months to customers at home and abroad', () => {
    expect(data.customers).toHaveLength(200);
    expect(new Set(data.shipments.map((shipment) => shipment.direction))).toEqual(new Set(['forward', 'return']));
    expect(new Set(data.shipments.map((shipment) => shipment.service)).size).toBe(4);
    expect(new Set(data.shipments.map((shipment) => shipment.recipient.country))).toEqual(
      new Set(['CN', 'HK', 'TW', 'JP', 'SG', 'US', 'DE', 'GB']),
    );
    expect(new Set(data.customers.map((customer) => customer.locale))).toEqual(new Set(['zh-Hans', 'zh-Hant', 'en']));
    expect(new Set(data.shipments.map((shipment) => shipment.createdAt.toISOString().slice(0, 7))).size).toBeGreaterThanOrEqual(24);
  });

  it('is busier in the weeks of 双11 than in an ordinary month', () => {
    const sentIn = (month: string) => data.shipments.filter((shipment) => shipment.createdAt.toISOString().startsWith(month)).length;
    expect(sentIn('2025-11')).toBeGreaterThan(1.3 * sentIn('2025-09'));
  });

  it('has each status from its events, as the store would compute it', () => {
    for (const { id, status, reason, lastEventAt, trackingNumber } of data.shipments) {
      const events = eventsOf.get(id) ?? [];
      const pieces = piecesOf.get(id) ?? [];
      if (status === 'UNKNOWN') {
        expect(events).toEqual([]);
        continue;
      }
      const told = events.map(({ reason: why, pieceNumber, city, signedBy, ...event }) => ({
        ...{ ...event, city: city ?? '', signedBy: signedBy ?? '' },
        ...(why && { reason: why }),
        ...(pieceNumber && { piece: pieceNumber }),
      }));
      const computed = deriveShipment(told, { pieces: pieces.map((piece) => piece.number) });
      expect({ trackingNumber, status, reason: reason ?? undefined, lastEventAt }).toEqual({
        trackingNumber,
        status: computed.status,
        reason: computed.reason,
        lastEventAt: computed.lastEventAt,
      });
      expect(pieces.map((piece) => piece.status)).toEqual(computed.pieces.map((piece) => piece.status));
    }
  });

  it('tells events in order, from the label on, and ends with the only ending', () => {
    for (const [id, events] of eventsOf) {
      const times = events.map((event) => event.occurredAt.getTime());
      expect([id, times]).toEqual([id, times.toSorted((a, b) => a - b)]);
      expect(new Set(times).size).toBe(times.length);
      expect(events[0]!.status).toBe('LABEL_CREATED');
      const whole = events.filter((event) => event.pieceNumber === null);
      expect(whole.slice(0, -1).filter((event) => TERMINAL_STATUSES.has(event.status))).toEqual([]);
      expect(new Set(events.map((event) => event.key)).size).toBe(events.length);
    }
  });

  it('promises nothing for a time before the label', () => {
    // A label printed after the promised hour of 20:00 would be late from the start: labels are printed in the morning.
    const announced = data.shipments.filter((shipment) => shipment.status !== 'UNKNOWN');
    expect(announced.filter((shipment) => shipment.promisedAt <= shipment.createdAt)).toEqual([]);
  });

  it('says who signed exactly where something was delivered', () => {
    for (const event of data.events) expect(event.signedBy !== null).toBe(event.status === 'DELIVERED');
  });

  it('has numbers whose check digits hold, each once', () => {
    for (const number of byNumber.keys()) {
      const digits = [...number.slice(2)].map(Number);
      // With the check digit included the weighted sum is a whole ten: weight 1 on the check digit, 3 beside it, 1, 3 …
      expect(digits.reverse().reduce((sum, digit, at) => sum + digit * (at % 2 === 0 ? 1 : 3), 0) % 10).toBe(0);
    }
    expect(byNumber.size).toBe(2_000);
    expect(new Set(data.shipments.map((shipment) => shipment.orderNumber)).size).toBe(2_000);
  });

  it('has phones from the invented ranges only, also in its texts', () => {
    const invented =
      /^(\+?(86)?1380000\d{4}|(\+852)?9123\d{4}|0912345\d{3}|\+886912345\d{3}|\+?81900000\d{4}|\+?658000\d{4}|\+?120255501\d{2}|\+?493023125\d{3}|\+?447700900\d{3})$/;
    const phones = data.shipments.flatMap((shipment) => [shipment.senderPhone, shipment.recipientPhone]);
    const contacts = data.contacts.filter((contact) => contact.kind === 'phone').map((contact) => contact.value);
    const texts = data.events.flatMap((event) => event.text.match(/\d{8,}/g) ?? []);
    expect(texts.length).toBeGreaterThan(2_000);
    expect([...phones, ...contacts, ...texts].filter((phone) => !invented.test(phone))).toEqual([]);
    for (const { value, kind } of data.contacts) expect(value).toMatch(kind === 'phone' ? /^\+\d{8,15}$/ : /@example\.com$/);
  });

  it('fills in every place of its texts', () => {
    for (const { text } of data.events) expect(text).not.toMatch(/[{}]|【】|\[\]|undefined/);
  });

  it('has late, stale and split shipments', () => {
    const open = data.shipments.filter((shipment) => !TERMINAL_STATUSES.has(shipment.status));
    expect(open.filter((shipment) => shipment.promisedAt < NOW).length).toBeGreaterThan(10);
    const isStale = (at: Date | null) => at !== null && NOW.getTime() - at.getTime() > 48 * HOUR_MS;
    expect(open.filter((shipment) => shipment.status === 'IN_TRANSIT' && isStale(shipment.lastEventAt)).length).toBeGreaterThan(2);
    for (const { id, pieceCount } of data.shipments) expect(piecesOf.get(id)?.length ?? 1).toBe(pieceCount);
    expect(data.pieces.length).toBeGreaterThan(100);
  });
});

describe('the highlights', () => {
  it('are shipments with those last four digits, whenever they are made', () => {
    const later = new Set(createDemoData(new Date('2029-01-01T00:00:00Z')).shipments.map((shipment) => shipment.trackingNumber));
    for (const { trackingNumber, lastFour } of demoHighlights) {
      const shipment = byNumber.get(trackingNumber)!;
      expect({ sender: shipment.senderPhone.slice(-4), recipient: shipment.recipientPhone.slice(-4) }).toEqual(lastFour);
      expect(later.has(trackingNumber)).toBe(true);
    }
  });

  it.each([
    ['onTime', 'IN_TRANSIT'],
    ['late', 'IN_TRANSIT'],
    ['stale', 'IN_TRANSIT'],
    ['out', 'OUT_FOR_DELIVERY'],
    ['pickup', 'READY_FOR_PICKUP'],
    ['customs', 'CUSTOMS'],
    ['delivered', 'DELIVERED'],
    ['attempt', 'ATTEMPT_FAILED'],
    ['returning', 'RETURNING'],
    ['pieces', 'OUT_FOR_DELIVERY'],
    ['lost', 'LOST_OR_DESTROYED'],
    ['return', 'IN_TRANSIT'],
    ['clearing', 'CUSTOMS'],
  ])('have %s with status %s', (key, status) => {
    expect(highlight(key).status).toBe(status);
  });

  it('are what they are said to be', () => {
    const hoursSince = (key: string) => (NOW.getTime() - highlight(key).lastEventAt!.getTime()) / HOUR_MS;
    expect(highlight('onTime').promisedAt.getTime()).toBeGreaterThan(NOW.getTime());
    expect(highlight('late').promisedAt.getTime()).toBeLessThan(NOW.getTime());
    expect(highlight('late').promisedAt.getTime()).toBeGreaterThan(highlight('late').createdAt.getTime());
    expect(hoursSince('late')).toBeLessThan(48);
    expect(hoursSince('stale')).toBeGreaterThan(48);
    expect(highlight('customs').reason).toBe('customs_documentation');
    expect(highlight('return').direction).toBe('return');
    expect(piecesOf.get(highlight('pieces').id)!.map((piece) => piece.status)).toEqual(['DELIVERED', 'DELIVERED', 'OUT_FOR_DELIVERY']);
    expect(eventsOf.get(highlight('delivered').id)!.at(-1)!.signedBy).toBeTruthy();
  });

  it('belong to sign-ins that each have several shipments', () => {
    for (const { externalId, name } of demoCustomers) {
      const customer = data.customers.find((row) => row.externalId === externalId)!;
      expect(customer.name).toBe(name);
      const mine = data.shipments.filter((shipment) => shipment.customerId === customer.id);
      expect(mine.length).toBeGreaterThanOrEqual(5);
      expect(mine.some((shipment) => !TERMINAL_STATUSES.has(shipment.status))).toBe(true);
    }
  });
});

describe('loadDemo', () => {
  let store: Store;
  beforeAll(async () => {
    store = await wrapPGlite(await PGlite.create());
    await applyMigrations(store, fileURLToPath(new URL('../../prisma/migrations', import.meta.url)));
  });
  afterAll(() => store.close());

  it('leaves nothing behind when it breaks off', async () => {
    const breaking: Store = {
      ...store,
      transaction: (work) =>
        store.transaction((query) =>
          work(async (sql, params) => {
            if (String(sql).includes('INTO tracking_events')) throw new Error('the power went');
            return query(sql, params);
          }),
        ),
    };
    await expect(loadDemo(breaking, NOW)).rejects.toThrow('the power went');
    expect(
      await store.query('SELECT (SELECT count(*)::int FROM customers) AS customers, (SELECT count(*)::int FROM shipments) AS shipments'),
    ).toEqual([{ customers: 0, shipments: 0 }]);
  });

  it('fills an empty store once', async () => {
    expect(await loadDemo(store, NOW)).toBe(true);
    expect(await loadDemo(store, NOW)).toBe(false);
    const [counts] = await store.query<{ shipments: number; events: number }>(
      'SELECT (SELECT count(*)::int FROM shipments) AS shipments, (SELECT count(*)::int FROM tracking_events) AS events',
    );
    expect(counts).toEqual({ shipments: 2_000, events: data.events.length });
  });

  it('is found by the shipments of the product', async () => {
    const found = await createShipments(store, createFixedClock(NOW)).find(highlight('pieces').trackingNumber);
    expect(found).toMatchObject({ pieceCount: 3, recipient: { name: '周海燕', phone: '13800001007', country: 'CN', city: '广州' } });
    expect(found!.events[0]!.status).toBe('DELIVERED');
  });
});
