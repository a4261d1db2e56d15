import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claim, LOST, PARCEL, PROMISED_AT, prepareClaim, REFERENCE } from './claimed.ts';
import { beginFurnished, CUSTOMER, cny, complaint, START, type TicketStore, type Tickets } from './tickets.ts';

/** What every implementation of `ClaimDesk` puts together for the person who decides. */
export function describeClaimEvidence(name: string, openStore: () => Promise<TicketStore>): void {
  describe(`the evidence of a claim ${name}`, () => {
    let store: TicketStore;
    let tickets: Tickets;
    let claims: Tickets['claims'];
    beforeAll(async () => {
      store = await openStore();
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      tickets = await beginFurnished(store);
      ({ claims } = tickets);
    });

    it('is left to a person when the complaint names no shipment', async () => {
      await tickets.complaints.open(complaint('m1', { trackingNumber: 'XB999999999999', verifiedLevel: 1 }));
      const { status, result } = await claims.open(claim());
      expect([status, result.needsPersonBecause]).toEqual([
        'ASSESSING',
        ['freight_unknown', 'shipment_unknown', 'no_carrier_fault', 'nothing_due'],
      ]);
      const pack = await claims.readEvidencePack(REFERENCE);
      expect(pack).not.toHaveProperty('shipment');
    });

    it('puts together what a person needs to decide', async () => {
      const now = new Date(START);
      await prepareClaim(tickets, {
        level: 0,
        events: [LOST, { occurredAt: now, status: 'ON_HOLD', reason: 'weather_delay', text: '台风' }],
      });
      expect(await claims.readEvidencePack(REFERENCE)).not.toHaveProperty('claim');
      const opened = await claims.open(claim());
      const file = await tickets.upload('c1', '发票.jpg');
      await tickets.complaints.change(REFERENCE, { addition: '这是发票', fileIds: [file.id] }, CUSTOMER, 'm2');
      const { complaint: ticket } = (await tickets.desk.open(REFERENCE))!;
      const pack = await claims.readEvidencePack(REFERENCE);
      expect(pack).toEqual({
        complaint: {
          ...{ id: ticket.id, reference: REFERENCE, status: 'ASSESSED', category: 'loss', severity: 'P2', locale: 'zh-Hans' },
          ...{ verifiedLevel: 0, description: '包裹丢了\n这是发票', createdAt: now, files: [file] },
        },
        claim: opened,
        shipment: {
          // What is lost stays lost, whatever a depot scans afterwards.
          ...{
            trackingNumber: PARCEL,
            service: 'EXPRESS',
            status: 'LOST_OR_DESTROYED',
            reason: 'carrier_parcel_lost',
            from: '杭州市',
            to: '北京市',
          },
          ...{ promisedAt: PROMISED_AT, createdAt: now, pieceCount: 1, weightGrams: 1200, declared: cny(19_900), freight: cny(800) },
          items: [{ description: '陶瓷杯', quantity: 2, unit: cny(9950) }],
          events: [
            { at: now, status: 'ON_HOLD', reason: 'weather_delay', text: '台风', isFault: false },
            { at: LOST.occurredAt, status: 'LOST_OR_DESTROYED', reason: 'carrier_parcel_lost', text: '快件遗失', isFault: true },
          ],
        },
        history: (await tickets.desk.open(REFERENCE))!.events.map(({ seq: _seq, data: _data, ...line }) => line),
      });
      expect(pack?.history.map(({ action, words }) => [action, words])).toContainEqual(['added', '这是发票']);
      expect(await claims.readEvidencePack('CMP-0')).toBeUndefined();
    });
  });
}
