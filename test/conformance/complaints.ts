import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewComplaint, OpenedComplaint } from '../../rules/complaints/types.ts';
import { AGENT, beginFurnished, CUSTOMER, complaint, DAY, NUMBER, type TicketStore, type Tickets } from './tickets.ts';

/** What is counted of an opening. */
const OPENED = ['complaint.opened', 'complaint.acknowledged', 'complaint.assessed'];

/** What every implementation of `Complaints` does, as staff then find it at its desk. */
export function describeComplaints(name: string, openStore: () => Promise<TicketStore>): void {
  describe(`complaints ${name}`, () => {
    let store: TicketStore;
    let tickets: Tickets;
    beforeAll(async () => {
      store = await openStore();
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      tickets = await beginFurnished(store);
    });
    const open = (key: string, more: Partial<NewComplaint> = {}): Promise<OpenedComplaint> => tickets.complaints.open(complaint(key, more));
    const all = async () => (await tickets.desk.list({}, { order: 'updated', limit: 200 })).complaints;
    const names = async () => (await tickets.listFacts('complaint')).map((fact) => fact.name);

    it('opens a ticket with its audit, its fact and its webhook', async () => {
      const { complaint: ticket, isAdded } = await open('m1', { contactPhone: '+8613912345678', remedySought: 'compensation' });
      expect(isAdded).toBe(false);
      expect(ticket).toMatchObject({
        ...{ reference: 'CMP-20261123-0001', version: 1, status: 'ASSESSED', severity: 'P2', channel: 'webchat', contactCount: 1 },
        ...{ trackingNumber: NUMBER, station: '杭州转运中心', contactPhone: '+8613912345678', remedySought: 'compensation' },
        // P2: first answer within 2 hours, resolved within 48; the law's 7 days.
        due: {
          firstResponseAt: new Date('2026-11-23T04:00:00Z'),
          resolveAt: new Date('2026-11-25T02:00:00Z'),
          statutoryAt: new Date('2026-11-30T02:00:00Z'),
        },
      });
      const opened = await tickets.desk.open(ticket.reference);
      expect(opened?.complaint).toEqual(ticket);
      expect(opened?.events.map(({ seq, action, to, words }) => [seq, action, to, words])).toEqual([
        [1, 'opened', 'NEW', '包裹丢了'],
        [2, 'moved', 'ACKNOWLEDGED', undefined],
        [3, 'moved', 'ASSESSED', undefined],
      ]);
      expect(await names()).toEqual(OPENED);
      expect(await tickets.listWebhooks()).toEqual(['complaint.created CMP-20261123-0001']);
      expect(await tickets.desk.open('CMP-20261123-9999')).toBeUndefined();
    });

    it('opens one ticket for one message, also when it comes ten times at once', async () => {
      const results = await Promise.all(Array.from({ length: 10 }, () => open('m1')));
      // Of any number: each that loses the race has taken one too.
      const [reference = '', ...others] = new Set(results.map((each) => each.complaint.reference));
      expect(others).toEqual([]);
      expect(await open('m1')).toEqual(results[0]);
      expect(await all()).toHaveLength(1);
      expect((await tickets.desk.open(reference))?.events).toHaveLength(3);
      expect([await names(), await tickets.listWebhooks()]).toEqual([OPENED, [`complaint.created ${reference}`]]);
    });

    it('numbers tickets by the day of the company', async () => {
      await open('m1');
      // 13 hours after 10:00 it is 23:00 of the 23rd in Shanghai; one more, and it is the 24th there and still the 23rd in UTC.
      tickets.clock.advance(13 * 3_600_000);
      expect((await open('m2', { category: 'damage' })).complaint.reference).toBe('CMP-20261123-0002');
      tickets.clock.advance(3_600_000);
      expect((await open('m3', { category: 'delay' })).complaint.reference).toBe('CMP-20261124-0001');
    });

    it('takes a second and third complaint about the same into the first, once per message, and raises it', async () => {
      const first = await open('m1');
      const second = await open('m2', { description: '还没有' });
      const third = await open('m3', { description: '第三次了' });
      expect(await open('m2')).toEqual({ ...third, isAdded: true });
      expect([second.isAdded, third.isAdded]).toEqual([true, true]);
      expect(third.complaint).toMatchObject({
        id: first.complaint.id,
        contactCount: 3,
        description: '包裹丢了\n还没有\n第三次了',
        severity: 'P1',
      });
      expect(await all()).toHaveLength(1);
      // Nothing of the day's numbers was used up.
      expect((await open('m4', { category: 'damage' })).complaint.reference).toBe('CMP-20261123-0002');
    });

    it('weighs a second complaint within 30 days one step more', async () => {
      await open('m1');
      expect((await open('m2', { category: 'damage' })).complaint.severity).toBe('P1');
      tickets.clock.advance(30 * DAY + 1);
      expect((await open('m3', { category: 'misdelivery' })).complaint.severity).toBe('P2');
    });

    it('takes twenty messages about the same at once into one ticket and loses none', async () => {
      const words = Array.from({ length: 20 }, (_, n) => `说法${n}`);
      await Promise.all(words.map((description) => open(description, { description })));
      const [ticket, ...others] = await all();
      expect(others).toEqual([]);
      expect(ticket).toMatchObject({ contactCount: 20, version: 20 });
      expect(ticket?.description.split('\n').sort()).toEqual(words.sort());
    });

    it('links what sender and recipient say of one shipment, and shows neither the other', async () => {
      const sender = await open('m1');
      const recipient = await open('m2', { conversationId: 'c2' });
      expect(recipient.isAdded).toBe(false);
      const linkOf = async (reference: string): Promise<unknown> =>
        (await tickets.desk.open(reference))?.events.find(({ action }) => action === 'linked')?.data;
      expect(await linkOf(recipient.complaint.reference)).toEqual({ reference: sender.complaint.reference, relation: 'same_shipment' });
      expect(await linkOf(sender.complaint.reference)).toEqual({ reference: recipient.complaint.reference, relation: 'same_shipment' });
      expect(await tickets.complaints.find(sender.complaint.reference, { conversationId: 'c2' })).toBeUndefined();
      expect(await tickets.complaints.list({ conversationId: 'c2' })).toMatchObject([{ reference: recipient.complaint.reference }]);
      expect(await tickets.isWhole()).toBe(true);
    });

    it('takes in what is said again without a shipment, and opens another for another matter', async () => {
      const none = { trackingNumber: undefined } as unknown as Partial<NewComplaint>;
      const words = '我的快递员态度很差，说话很难听，还挂我电话';
      const first = await open('m1', { ...none, category: 'service_attitude', description: words });
      expect(await open('m2', { ...none, category: 'service_attitude', description: `${words}！` })).toMatchObject({
        isAdded: true,
        complaint: { id: first.complaint.id },
      });
      expect(await open('m3', { ...none, category: 'fee_dispute', description: '为什么多收我十块钱运费' })).toMatchObject({
        isAdded: false,
      });
      // Another person with the very same words is another person.
      expect(await open('m4', { ...none, conversationId: 'c2', category: 'service_attitude', description: words })).toMatchObject({
        isAdded: false,
      });
      tickets.clock.advance(8 * DAY);
      expect(await open('m5', { ...none, category: 'service_attitude', description: words })).toMatchObject({ isAdded: false });
    });

    it('opens a ticket about a number nobody knows, and another about another such number', async () => {
      const unknown = await open('m1', { trackingNumber: 'XB999999999999' });
      expect(unknown.complaint).toMatchObject({ trackingNumber: 'XB999999999999' });
      expect(unknown.complaint.shipmentId).toBeUndefined();
      expect(await open('m2', { trackingNumber: 'XB999999999998' })).toMatchObject({ isAdded: false });
      expect(await open('m3', { trackingNumber: 'XB999999999999' })).toMatchObject({
        isAdded: true,
        complaint: { reference: unknown.complaint.reference },
      });
    });

    it('tells the owner of a shipment nothing of what a stranger says of it', async () => {
      const foreign = await open('m1', { conversationId: 'c2' });
      expect(foreign.complaint.customerId).toBeUndefined();
      const view = { conversationId: 'c3', customerId: await tickets.customerId('CU-1') };
      expect(await tickets.complaints.find(foreign.complaint.reference, view)).toBeUndefined();
    });

    it('finds the shipment by the number of a piece', async () => {
      const whole = await open('m1');
      const piece = await open('m2', { trackingNumber: `${NUMBER}-2`, category: 'damage' });
      expect(whole.complaint.shipmentId).toBeDefined();
      expect(piece.complaint).toMatchObject({ shipmentId: whole.complaint.shipmentId, trackingNumber: `${NUMBER}-2` });
    });

    it('knows a customer by their conversation, and gives key accounts a step and their team', async () => {
      await tickets.favour('CU-1');
      const { complaint: ticket } = await open('m1', { conversationId: 'c3' });
      expect(ticket).toMatchObject({ customerId: await tickets.customerId('CU-1'), severity: 'P1', team: 'CRG', status: 'ESCALATED' });
    });

    it('shows a ticket to its conversation, its channel identity and its customer, and to nobody else', async () => {
      const { complaint: ticket } = await open('m1', { conversationId: 'c3' });
      await tickets.chat('later', 'user-c3');
      await tickets.chat('elsewhere', 'another-user');
      const customerId = await tickets.customerId('CU-1');
      for (const viewer of [{ conversationId: 'c3' }, { conversationId: 'later' }, { conversationId: 'elsewhere', customerId }])
        expect(await tickets.complaints.find(ticket.reference, viewer)).toEqual(ticket);
      const strangers = [{ conversationId: 'elsewhere' }, { conversationId: 'no-such' }, { conversationId: 'c1', customerId: 'nobody' }];
      for (const viewer of strangers) expect(await tickets.complaints.find(ticket.reference, viewer)).toBeUndefined();
      expect(await tickets.complaints.list({ conversationId: 'later' })).toEqual([ticket]);
    });

    it('shows a ticket to whoever proved its phone, and does not list it to them', async () => {
      const { complaint: ticket } = await open('m1');
      const viewer = { conversationId: 'c2', proven: [ticket.reference] };
      expect(await tickets.complaints.find(ticket.reference, viewer)).toEqual(ticket);
      expect(await tickets.complaints.find(ticket.reference, { ...viewer, proven: ['CMP-20261123-0002'] })).toBeUndefined();
      expect(await tickets.complaints.list(viewer)).toEqual([]);
    });

    it('takes the same matter into one ticket from another conversation of the same identity', async () => {
      await open('m1');
      await tickets.chat('later', 'user-c1');
      expect(await open('m2', { conversationId: 'later', description: '还没有' })).toMatchObject({
        isAdded: true,
        // News go to where they spoke last.
        complaint: { contactCount: 2, conversationId: 'later' },
      });
      expect(await tickets.complaints.find('CMP-20261123-0001', { conversationId: 'c1' })).toBeDefined();
    });

    it('lists open ones first, then newest, at most five, none of a year ago', async () => {
      await open('old', { category: 'cod' });
      tickets.clock.advance(366 * DAY);
      let last = '';
      for (const category of ['loss', 'damage', 'delay', 'customs', 'pickup', 'return'] as const) {
        last = (await open(category, { category })).complaint.reference;
        tickets.clock.advance(60_000);
      }
      await tickets.complaints.change(last, { to: 'WITHDRAWN' }, CUSTOMER, 'w');
      const listed = await tickets.complaints.list({ conversationId: 'c1' });
      expect(listed.map(({ category }) => category)).toEqual(['pickup', 'customs', 'delay', 'damage', 'loss']);
    });

    it('keeps the files of its own conversation and none of another', async () => {
      const [own, later] = [await tickets.upload('c1', '照片.jpg'), await tickets.upload('c1', '又一张.jpg')];
      const foreign = await tickets.upload('c2', '别人的.jpg');
      const { complaint: ticket } = await open('m1', { fileIds: [own.id, foreign.id, 'no-such'] });
      expect(ticket.files).toEqual([own]);
      const more = { addition: '还有一张', fileIds: [later.id, foreign.id] };
      const changed = await tickets.complaints.change(ticket.reference, more, CUSTOMER, 'm2');
      expect(changed.files).toEqual([own, later]);
      expect((await tickets.desk.open(ticket.reference))?.complaint).toEqual(changed);
    });

    it('takes the phone a customer moves it to, with the words that say so', async () => {
      const { complaint: ticket } = await open('m1', { contactPhone: '+8613912345678' });
      const change = { addition: '换个号：13700137000', contactPhone: '+8613700137000' };
      const changed = await tickets.complaints.change(ticket.reference, change, CUSTOMER, 'm2');
      expect(changed).toMatchObject({ contactPhone: '+8613700137000', description: '包裹丢了\n换个号：13700137000' });
      expect((await all())[0]).toMatchObject({ contactPhone: '+8613700137000' });
    });

    it('knows which changes it made, by their keys', async () => {
      const { complaint: ticket } = await open('m1');
      const isChanged = (key: string): Promise<boolean> => tickets.complaints.isChanged(ticket.reference, key);
      await tickets.complaints.change(ticket.reference, { addition: '上周五' }, CUSTOMER, 'm2');
      await expect(tickets.complaints.change(ticket.reference, { to: 'CLOSED' }, CUSTOMER, 'm3')).rejects.toThrow();
      // Made, refused, never heard of.
      expect(await Promise.all(['m2', 'm3', 'm4'].map(isChanged))).toEqual([true, false, false]);
      expect(await tickets.complaints.isChanged('CMP-20261123-9999', 'm2')).toBe(false);
    });

    it('keeps what a customer writes, as far as a store can, and its audit stays whole', async () => {
      const { complaint: ticket } = await open('m1', { description: 'a\u0000b\ud800c', contactName: "O'Neil \\u0000" });
      expect(ticket).toMatchObject({ description: 'ab\ufffdc', contactName: "O'Neil \\u0000" });
      expect((await tickets.desk.open(ticket.reference))?.complaint).toEqual(ticket);
      expect(await tickets.isWhole()).toBe(true);
    });

    it('opens suggestions and praise, each its own', async () => {
      const praise = { type: 'praise', category: 'other', praised: '小王' } as const;
      const first = await open('m1', { ...praise, description: '小王送货上门很热情' });
      expect(first.complaint).toMatchObject({ type: 'praise', praised: '小王', severity: 'P3' });
      const second = await open('m2', { ...praise, description: '小李也很好，楼上楼下都送' });
      expect(second.isAdded).toBe(false);
      expect(await names()).toEqual(['praise.opened', 'praise.opened']);
    });

    it('opens a matter again once the first ticket has ended', async () => {
      const first = await open('m1');
      await tickets.complaints.change(first.complaint.reference, { to: 'WITHDRAWN' }, CUSTOMER, 'm2');
      const second = await open('m3');
      expect(second).toMatchObject({ isAdded: false, complaint: { reference: 'CMP-20261123-0002' } });
      // Opened again, the first cannot have the key of the matter any more; it goes without.
      expect(await tickets.desk.change(first.complaint.reference, { to: 'REOPENED', reason: '客户来电' }, AGENT)).toMatchObject({
        status: 'REOPENED',
      });
    });
  });
}
