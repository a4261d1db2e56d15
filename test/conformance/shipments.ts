import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { createFixedClock } from '../../core/clock.ts';
import type { NewEvent, NewShipment, ShipmentIntake, ShipmentStatus, Shipments } from '../../rules/shipments/types.ts';
import { party } from './tickets.ts';

export const START = '2026-11-21T02:00:00.000Z';

export interface ShipmentsUnderTest {
  /** At START in the beginning. */
  readonly clock: ReturnType<typeof createFixedClock>;
  readonly shipments: Shipments & ShipmentIntake;
}

/** One implementation for the tests of one file; `begin` empties it. */
export interface ShipmentStore {
  begin(): Promise<ShipmentsUnderTest>;
  close(): Promise<void>;
}

/** A parcel of order SO-1, with changes. */
export const shipment = (more: Partial<NewShipment> = {}): NewShipment => ({
  trackingNumber: 'XB000000012349',
  orderNumber: 'SO-1',
  service: 'EXPRESS',
  promisedAt: new Date('2026-11-23T10:00:00.000Z'),
  declaredValue: { minor: 19_900, currency: 'CNY' },
  pieceCount: 1,
  weightGrams: 1200,
  sender: party('发件人', '+86 138-0000-0001', '杭州市'),
  recipient: party('收件人', '139 0000 0002', '北京市'),
  items: [{ description: '陶瓷杯', quantity: 2, unitValue: { minor: 9_950, currency: 'CNY' } }],
  ...more,
});
export const event = (minute: number, status: ShipmentStatus, more: Partial<NewEvent> = {}): NewEvent => ({
  occurredAt: new Date(Date.UTC(2026, 10, 20, 0, minute)),
  status,
  text: `事件 ${minute}`,
  ...more,
});

/** What every implementation of `Shipments` and `ShipmentIntake` does. */
export function describeShipments(name: string, openStore: () => Promise<ShipmentStore>): void {
  describe(`shipments ${name}`, () => {
    let store: ShipmentStore;
    let tested: ShipmentsUnderTest;
    let shipments: ShipmentsUnderTest['shipments'];
    beforeAll(async () => {
      store = await openStore();
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      tested = await store.begin();
      ({ shipments } = tested);
    });
    const find = async (number = 'XB000000012349') => (await shipments.find(number))!;

    it('creates, then updates, and finds what was put', async () => {
      expect(await shipments.put(shipment())).toBe('created');
      expect(await shipments.put(shipment({ weightGrams: 1300 }))).toBe('updated');
      expect(await find()).toEqual({
        id: expect.any(String),
        ...{ trackingNumber: 'XB000000012349', orderNumber: 'SO-1', service: 'EXPRESS', direction: 'forward', status: 'LABEL_CREATED' },
        ...{
          promisedAt: new Date('2026-11-23T10:00:00.000Z'),
          createdAt: tested.clock.now(),
          pieceCount: 1,
          weightGrams: 1300,
          itemSummary: '陶瓷杯',
        },
        sender: { name: '发件人', phone: '8613800000001', country: 'CN', province: '浙江省', city: '杭州市', street: '文一路 1 号' },
        recipient: { name: '收件人', phone: '13900000002', country: 'CN', province: '浙江省', city: '北京市', street: '文一路 1 号' },
        ...{ pieces: [], events: [] },
      });
    });

    it('does not find what does not exist, and takes no events for it', async () => {
      expect(await shipments.find('XB0')).toBeUndefined();
      expect(await shipments.find("XB'\u0000")).toBeUndefined();
      expect(await shipments.append('XB0', [event(1, 'PICKED_UP')])).toBeUndefined();
    });

    it('lists by order newest first and by customer unfinished first', async () => {
      const numbers = ['XB1', 'XB2', 'XB3'];
      for (const trackingNumber of numbers) {
        await shipments.put(shipment({ trackingNumber, customer: { externalId: 'C-1' } }));
        tested.clock.advance(1000);
      }
      await shipments.append('XB3', [event(1, 'DELIVERED')]);
      expect((await shipments.listByOrder('SO-1')).map((found) => found.trackingNumber)).toEqual(['XB3', 'XB2', 'XB1']);
      const { customerId } = await find('XB1');
      expect((await shipments.listByCustomer(customerId!)).map((found) => found.trackingNumber)).toEqual(['XB2', 'XB1', 'XB3']);
      expect(await shipments.listByCustomer(customerId!, 1)).toHaveLength(1);
      expect(await shipments.listByOrder('SO-2')).toEqual([]);
      for (let n = 0; n < 8; n++) await shipments.put(shipment({ trackingNumber: `XB1${n}` }));
      expect(await shipments.listByOrder('SO-1')).toHaveLength(10);
    });

    it('takes late and out-of-order events and shows them newest first', async () => {
      await shipments.put(shipment());
      const located = event(2, 'IN_TRANSIT', { location: { name: '杭州转运中心', city: '杭州', country: 'CN' }, code: '31' });
      expect(await shipments.append('XB000000012349', [event(3, 'DELIVERED', { signedBy: '本人' }), located])).toEqual({
        accepted: 2,
        duplicates: 0,
      });
      expect(await shipments.append('XB000000012349', [event(1, 'PICKED_UP'), event(9, 'IN_TRANSIT')])).toEqual({
        accepted: 2,
        duplicates: 0,
      });
      const found = await find();
      // What comes after the delivery is a depot's mistake.
      expect(found).toMatchObject({ status: 'DELIVERED', lastEventAt: event(3, 'DELIVERED').occurredAt, lastScan: { signedBy: '本人' } });
      expect(found.events.map((each) => each.text)).toEqual(['事件 9', '事件 3', '事件 2', '事件 1']);
      expect(found.events[1]).toMatchObject({ signedBy: '本人' });
      expect(found.events[2]).toEqual({
        ...{ occurredAt: located.occurredAt, status: 'IN_TRANSIT', text: '事件 2' },
        ...{ locationName: '杭州转运中心', city: '杭州', country: 'CN' },
      });
    });

    it('counts a repeated event as a duplicate, in one call and in another', async () => {
      await shipments.put(shipment());
      const same = event(1, 'PICKED_UP', { code: '50' });
      expect(await shipments.append('XB000000012349', [same, same, { ...same, code: '54' }])).toEqual({ accepted: 2, duplicates: 1 });
      expect(await shipments.append('XB000000012349', [same])).toEqual({ accepted: 0, duplicates: 1 });
      expect((await find()).events).toHaveLength(2);
    });

    it('corrects an event told again under its teller’s id, and knows it by that alone', async () => {
      await shipments.put(shipment());
      const first = event(1, 'DELIVERED', { id: 'S-1', signedBy: '门卫', location: { city: '上海' } });
      const other = event(1, 'PICKED_UP', { id: 'S-0', text: first.text });
      expect(await shipments.append('XB000000012349', [first, other])).toEqual({ accepted: 2, duplicates: 0 });
      expect(await shipments.append('XB000000012349', [first, other])).toEqual({ accepted: 0, duplicates: 2 });
      const right = event(7, 'DELIVERED', { id: 'S-1', text: '改', signedBy: '本人', utcOffsetMinutes: 480 });
      expect(await shipments.append('XB000000012349', [first, right])).toEqual({ accepted: 1, duplicates: 1 });
      const found = await find();
      expect(found.events).toHaveLength(2);
      expect(found).toMatchObject({ status: 'DELIVERED', arrivedAt: right.occurredAt });
      expect(found.lastScan).toEqual({
        ...{ occurredAt: right.occurredAt, utcOffsetMinutes: 480 },
        status: 'DELIVERED',
        text: '改',
        signedBy: '本人',
      });
      await shipments.append('XB000000012349', [{ ...right, status: 'OUT_FOR_DELIVERY' }]);
      expect(await find()).toMatchObject({ status: 'OUT_FOR_DELIVERY', lastEventAt: right.occurredAt });
      expect(await find()).not.toHaveProperty('arrivedAt');
    });

    it('tells a delivery’s time, place and signer under any number of later notes, and one that was taken back', async () => {
      await shipments.put(shipment({ promisedOffsetMinutes: -300 }));
      const delivery = event(3, 'DELIVERED', { signedBy: '本人', location: { city: '杭州' }, utcOffsetMinutes: 60 });
      await shipments.append('XB000000012349', [event(2, 'OUT_FOR_DELIVERY'), delivery]);
      const notes = Array.from({ length: 60 }, (_, at) =>
        event(100 + at, 'UNKNOWN', { location: { city: '上海' }, text: '签收底单已上传' }),
      );
      await shipments.append('XB000000012349', notes);
      const found = await find();
      expect(found.lastScan).toMatchObject({ occurredAt: delivery.occurredAt, utcOffsetMinutes: 60, city: '杭州', signedBy: '本人' });
      expect(found).toMatchObject({ status: 'DELIVERED', lastEventAt: delivery.occurredAt, promisedOffsetMinutes: -300 });
      await shipments.append('XB000000012349', [event(200, 'UNKNOWN', { text: '误操作签收，签收已撤销' })]);
      expect(await find()).toMatchObject({
        status: 'OUT_FOR_DELIVERY',
        withdrawn: { signedBy: '本人' },
        lastScan: { status: 'OUT_FOR_DELIVERY' },
      });
    });

    it('keeps events and status when the shipment is put again', async () => {
      await shipments.put(shipment());
      await shipments.append('XB000000012349', [event(1, 'ON_HOLD', { reason: 'weather_delay' })]);
      await shipments.put(shipment({ orderNumber: 'SO-9' }));
      expect(await find()).toMatchObject({ status: 'ON_HOLD', reason: 'weather_delay', orderNumber: 'SO-9' });
    });

    it('numbers pieces, finds the shipment by them and delivers it with the last', async () => {
      await shipments.put(shipment({ pieceCount: 3 }));
      expect((await find('XB000000012349-2')).pieces.map((piece) => piece.number)).toEqual([1, 2, 3].map((at) => `XB000000012349-${at}`));
      const delivered = (at: number): NewEvent => event(at, 'DELIVERED', { piece: `XB000000012349-${at}` });
      await shipments.append('XB000000012349-1', [delivered(1), delivered(2)]);
      expect(await find()).toMatchObject({
        status: 'LABEL_CREATED',
        pieces: [{ status: 'DELIVERED' }, { status: 'DELIVERED' }, { status: 'LABEL_CREATED' }],
      });
      await shipments.put(shipment({ pieceCount: 2 }));
      expect(await find()).toMatchObject({ status: 'DELIVERED', pieceCount: 2 });
    });

    it('takes 10,000 events in one call and shows the latest 50', async () => {
      await shipments.put(shipment());
      const many = Array.from({ length: 10_000 }, (_, minute) => event(minute, 'IN_TRANSIT', { text: `到达 ${minute} 😀\u0000\ud83d` }));
      expect(await shipments.append('XB000000012349', many)).toEqual({ accepted: 10_000, duplicates: 0 });
      expect(await shipments.append('XB000000012349', many)).toEqual({ accepted: 0, duplicates: 10_000 });
      const { events } = await find();
      expect(events).toHaveLength(50);
      expect(events[0]!.text).toBe('到达 9999 😀\ufffd');
    });

    it('computes one status from reports that arrive at once', async () => {
      await shipments.put(shipment());
      const course = ['PICKED_UP', 'IN_TRANSIT', 'ARRIVED_LOCAL', 'OUT_FOR_DELIVERY', 'DELIVERED'] as const;
      await Promise.all(course.map((status, minute) => shipments.append('XB000000012349', [event(minute, status)])));
      expect(await find()).toMatchObject({ status: 'DELIVERED', lastEventAt: event(4, 'DELIVERED').occurredAt });
    });
  });
}
