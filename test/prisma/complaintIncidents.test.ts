import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../prisma/crm/complaints/audit.ts';
import type { Store } from '../../prisma/store.ts';
import type { Complaint } from '../../rules/complaints/types.ts';
import { complaint, DAY } from '../conformance/tickets.ts';
import { type Setup, withTickets } from './complaintSetup.ts';
import { stores } from './store.ts';

const STATION = '萧山分拨中心';

describe.each(stores)('incidents on the $name store', ({ open: openStore }) => {
  let inner: Store;
  let desk: Setup;
  withTickets(openStore, async (setup) => {
    ({ inner } = setup);
    desk = setup;
    for (let n = 1; n <= 6; n++) {
      await desk.ship(`XB${n}`, { station: STATION });
      await desk.chat(`p${n}`);
    }
  });
  /** Person n about their own parcel, unless another is named. */
  const open = async (n: number, key = `m${n}`, parcel = n, category: Complaint['category'] = 'delay'): Promise<Complaint> =>
    (
      await desk.complaints.open(
        complaint(key, { conversationId: `p${n}`, trackingNumber: `XB${parcel}`, category, description: `包裹${n}晚到` }),
      )
    ).complaint;
  const incidents = (): Promise<object[]> =>
    inner.query('SELECT reference, station, category, complaint_count AS count, began_at AS began FROM incidents ORDER BY reference');

  it('is opened by the third person with the same trouble at one station, and later ones join it', async () => {
    const beganAt = desk.clock.now();
    expect((await open(1)).incident).toBeUndefined();
    // One person is one, however many parcels.
    expect((await open(1, 'again', 2)).incident).toBeUndefined();
    expect((await open(2)).incident).toBeUndefined();
    expect(await incidents()).toEqual([]);
    const third = await open(3);
    expect(third).toMatchObject({ incident: 'INC-20261123-0001', version: 2 });
    expect(await incidents()).toEqual([{ reference: 'INC-20261123-0001', station: STATION, category: 'delay', count: 4, began: beganAt }]);
    desk.countTrips();
    const fourth = await open(4);
    expect(desk.countTrips()).toBe(3);
    expect(fourth).toMatchObject({ incident: 'INC-20261123-0001', version: 1 });
    expect(await incidents()).toMatchObject([{ count: 5 }]);
    expect(await inner.query('SELECT count(*)::int AS n FROM complaints WHERE incident IS NULL')).toEqual([{ n: 0 }]);
    for (const { reference } of [third, fourth]) {
      const opened = await desk.desk.open(reference);
      expect(opened?.events.filter(({ action }) => action === 'linked').map(({ data }) => data)).toContainEqual({
        reference: 'INC-20261123-0001',
        relation: 'incident',
      });
      expect(opened?.complaint).toEqual(reference === third.reference ? third : fourth);
    }
    expect((await verifyAudit(inner)).faults).toEqual([]);
  });

  it('is one fact and one webhook, which names its tickets', async () => {
    for (const n of [1, 2, 3, 4]) await open(n);
    expect(await inner.query(`SELECT station, category, label FROM service_facts WHERE name = 'incident.opened'`)).toEqual([
      { station: STATION, category: 'delay', label: 'INC-20261123-0001' },
    ]);
    const webhooks = await inner.query<{ payload: object }>(`SELECT payload FROM outbox WHERE key LIKE 'incident.opened:%'`);
    expect(webhooks).toEqual([
      {
        payload: {
          event: 'incident.opened',
          occurredAt: desk.clock.now().toISOString(),
          data: {
            ...{ reference: 'INC-20261123-0001', station: STATION, category: 'delay', beganAt: desk.clock.now().toISOString() },
            complaints: ['CMP-20261123-0001', 'CMP-20261123-0002', 'CMP-20261123-0003'],
          },
        },
      },
    ]);
  });

  it('is one incident when six people come at once', async () => {
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => open(n)));
    expect(await incidents()).toMatchObject([{ reference: 'INC-20261123-0001', count: 6 }]);
    expect((await verifyAudit(inner)).faults).toEqual([]);
  });

  it('needs the same category and the same day', async () => {
    await open(1);
    await open(2);
    await open(3, 'm3', 3, 'damage');
    desk.clock.advance(DAY + 1);
    await open(4);
    expect(await incidents()).toEqual([]);
  });

  it('takes nobody in after a day; three more people are another incident', async () => {
    for (const n of [1, 2, 3]) await open(n);
    desk.clock.advance(DAY + 1);
    for (const n of [4, 5]) expect((await open(n)).incident).toBeUndefined();
    expect((await open(6)).incident).toBe('INC-20261124-0001');
    expect(await incidents()).toMatchObject([{ count: 3 }, { count: 3 }]);
  });
});
