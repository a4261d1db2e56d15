import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createUploads } from '../../prisma/crm/conversations/uploads.ts';
import type { Store } from '../../prisma/store.ts';
import type { NewComplaint, OpenedComplaint } from '../../rules/complaints/types.ts';
import { AGENT, CUSTOMER, complaint, DAY, NUMBER, type Setup, setUp } from './complaintSetup.ts';
import { stores } from './store.ts';

describe.each(stores)('complaints on the $name store', ({ open: openStore }) => {
  let inner: Store;
  let it_: Setup;
  beforeAll(async () => {
    inner = await openStore();
  });
  afterAll(() => inner.close());
  beforeEach(async () => {
    it_ = await setUp(inner);
  });
  const open = (key: string, more: Partial<NewComplaint> = {}): Promise<OpenedComplaint> => it_.complaints.open(complaint(key, more));
  const rows = (table: string): Promise<Record<string, unknown>[]> => inner.query(`SELECT * FROM ${table}`);

  it('opens a ticket with its audit, fact and webhook, in three round trips at most', async () => {
    it_.countTrips();
    const { complaint: ticket, isAdded } = await open('m1', { contactPhone: '+8613912345678', remedySought: 'compensation' });
    // Read, write, and what others say of the station.
    expect(it_.countTrips()).toBe(3);
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
    const opened = await it_.desk.open(ticket.reference);
    expect(opened?.complaint).toEqual(ticket);
    expect(opened?.events.map(({ seq, action, to, words }) => [seq, action, to, words])).toEqual([
      [1, 'opened', 'NEW', '包裹丢了'],
      [2, 'moved', 'ACKNOWLEDGED', undefined],
      [3, 'moved', 'ASSESSED', undefined],
    ]);
    expect(await rows('service_facts')).toMatchObject([
      { name: 'complaint.opened', subject_id: ticket.id, category: 'loss', severity: 'P2', station: '杭州转运中心', channel: 'webchat' },
    ]);
    expect(await rows('outbox')).toMatchObject([
      {
        kind: 'crm.webhook',
        key: 'complaint.created:CMP-20261123-0001:3',
        payload: { event: 'complaint.created', data: { reference: ticket.reference, status: 'ASSESSED', contactPhone: '+8613912345678' } },
      },
    ]);
  });

  it('opens one ticket for one message, also when it comes ten times at once', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => open('m1')));
    expect(new Set(results.map((each) => each.complaint.reference)).size).toBe(1);
    expect(await open('m1')).toEqual(results[0]);
    for (const [table, count] of [
      ['complaints', 1],
      ['complaint_events', 3],
      ['service_facts', 1],
      ['outbox', 1],
    ] as const)
      expect(await rows(table)).toHaveLength(count);
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
    expect(await rows('complaints')).toHaveLength(1);
    // Nothing of the day's numbers was used up.
    expect((await open('m4', { category: 'damage' })).complaint.reference).toBe('CMP-20261123-0002');
  });

  it('takes twenty messages about the same at once into one ticket and loses none', async () => {
    const words = Array.from({ length: 20 }, (_, n) => `说法${n}`);
    await Promise.all(words.map((description) => open(description, { description })));
    const [row, ...others] = await rows('complaints');
    expect(others).toEqual([]);
    expect(row).toMatchObject({ contact_count: 20, version: 20 });
    expect(String(row?.description).split('\n').sort()).toEqual(words.sort());
  });

  it('links what sender and recipient say of one shipment, and shows neither the other', async () => {
    const sender = await open('m1');
    it_.countTrips();
    const recipient = await open('m2', { conversationId: 'c2' });
    expect(it_.countTrips()).toBe(3);
    expect(recipient.isAdded).toBe(false);
    const linkOf = async (reference: string): Promise<unknown> =>
      (await it_.desk.open(reference))?.events.find(({ action }) => action === 'linked')?.data;
    expect(await linkOf(recipient.complaint.reference)).toEqual({ reference: sender.complaint.reference, relation: 'same_shipment' });
    expect(await linkOf(sender.complaint.reference)).toEqual({ reference: recipient.complaint.reference, relation: 'same_shipment' });
    expect(await it_.complaints.find(sender.complaint.reference, { conversationId: 'c2' })).toBeUndefined();
    expect(await it_.complaints.list({ conversationId: 'c2' })).toMatchObject([{ reference: recipient.complaint.reference }]);
  });

  it('takes in what is said again without a shipment, and opens another for another matter', async () => {
    const none = { trackingNumber: undefined } as unknown as Partial<NewComplaint>;
    const words = '我的快递员态度很差，说话很难听，还挂我电话';
    const first = await open('m1', { ...none, category: 'service_attitude', description: words });
    expect(await open('m2', { ...none, category: 'service_attitude', description: `${words}！` })).toMatchObject({
      isAdded: true,
      complaint: { id: first.complaint.id },
    });
    expect(await open('m3', { ...none, category: 'fee_dispute', description: '为什么多收我十块钱运费' })).toMatchObject({ isAdded: false });
    // Another person with the very same words is another person.
    expect(await open('m4', { ...none, conversationId: 'c2', category: 'service_attitude', description: words })).toMatchObject({
      isAdded: false,
    });
    it_.clock.advance(8 * DAY);
    expect(await open('m5', { ...none, category: 'service_attitude', description: words })).toMatchObject({ isAdded: false });
  });

  it('opens a ticket about a number nobody knows, and tells nothing of a shipment of somebody else', async () => {
    const unknown = await open('m1', { trackingNumber: 'XB999999999999' });
    expect(unknown.complaint).toMatchObject({ trackingNumber: 'XB999999999999' });
    expect(unknown.complaint.shipmentId).toBeUndefined();
    const foreign = await open('m2', { conversationId: 'c2' });
    expect(foreign.complaint.customerId).toBeUndefined();
    const view = { conversationId: 'c3', customerId: await it_.customerId('CU-1') };
    expect(await it_.complaints.find(foreign.complaint.reference, view)).toBeUndefined();
  });

  it('finds the shipment by the number of a piece', async () => {
    const whole = await open('m1');
    const piece = await open('m2', { trackingNumber: `${NUMBER}-2`, category: 'damage' });
    expect(piece.complaint).toMatchObject({ shipmentId: whole.complaint.shipmentId, trackingNumber: `${NUMBER}-2` });
  });

  it('knows a customer by their identity, gives key accounts a step and their team, and names the account owner to the company', async () => {
    await inner.query(`UPDATE customers SET segment = 'TOP10_STABLE', account_owner = 'owner@example.com'`);
    const { complaint: ticket } = await open('m1', { conversationId: 'c3' });
    expect(ticket).toMatchObject({ customerId: await it_.customerId('CU-1'), severity: 'P1', team: 'CRG', status: 'ESCALATED' });
    const [entry] = await inner.query<{ payload: { data: object } }>('SELECT payload FROM outbox');
    expect(entry?.payload.data).toMatchObject({ accountOwner: 'owner@example.com', severity: 'P1' });
  });

  it('shows a ticket to its conversation, its channel identity and its customer, and to nobody else', async () => {
    const { complaint: ticket } = await open('m1', { conversationId: 'c3' });
    await it_.chat('later', 'user-c3');
    await it_.chat('elsewhere', 'another-user');
    const customerId = await it_.customerId('CU-1');
    it_.countTrips();
    for (const viewer of [{ conversationId: 'c3' }, { conversationId: 'later' }, { conversationId: 'elsewhere', customerId }])
      expect(await it_.complaints.find(ticket.reference, viewer)).toEqual(ticket);
    for (const viewer of [{ conversationId: 'elsewhere' }, { conversationId: 'no-such' }, { conversationId: 'c1', customerId: 'nobody' }])
      expect(await it_.complaints.find(ticket.reference, viewer)).toBeUndefined();
    expect(it_.countTrips()).toBe(6);
    expect(await it_.complaints.list({ conversationId: 'later' })).toEqual([ticket]);
    expect(it_.countTrips()).toBe(1);
  });

  it('lists open ones first, then newest, at most five, none of a year ago', async () => {
    await open('old', { category: 'cod' });
    it_.clock.advance(366 * DAY);
    for (const category of ['loss', 'damage', 'delay', 'customs', 'pickup', 'return'] as const) {
      await open(category, { category });
      it_.clock.advance(60_000);
    }
    const [, , , , , last] = await inner.query<{ reference: string }>(
      'SELECT reference FROM complaints WHERE category <> $1 ORDER BY created_at',
      ['cod'],
    );
    await it_.complaints.change(last?.reference ?? '', { to: 'WITHDRAWN' }, CUSTOMER, 'w');
    const listed = await it_.complaints.list({ conversationId: 'c1' });
    expect(listed.map(({ category }) => category)).toEqual(['pickup', 'customs', 'delay', 'damage', 'loss']);
  });

  it('keeps the files of its own conversation and none of another', async () => {
    const uploads = createUploads(inner, it_.clock);
    const file = { name: '照片.jpg', contentType: 'image/jpeg', bytes: Buffer.from('x') };
    const [own, later, foreign] = [await uploads.save('c1', file), await uploads.save('c1', file), await uploads.save('c2', file)];
    const { complaint: ticket } = await open('m1', { fileIds: [own.id, foreign.id] });
    expect(ticket.files).toEqual([own]);
    const changed = await it_.complaints.change(
      ticket.reference,
      { addition: '还有一张', fileIds: [later.id, foreign.id] },
      CUSTOMER,
      'm2',
    );
    expect(changed.files).toEqual([own, later]);
    expect((await it_.desk.open(ticket.reference))?.complaint).toEqual(changed);
  });

  it('keeps what a customer writes, as far as a store can, and its audit stays whole', async () => {
    const { complaint: ticket } = await open('m1', { description: 'a\u0000b\ud800c', contactName: "O'Neil \\u0000" });
    expect(ticket).toMatchObject({ description: 'ab\ufffdc', contactName: "O'Neil \\u0000" });
    expect((await it_.desk.open(ticket.reference))?.complaint).toEqual(ticket);
  });

  it('opens suggestions and praise, each its own', async () => {
    const praise = { type: 'praise', category: 'other', praised: '小王' } as const;
    const first = await open('m1', { ...praise, description: '小王送货上门很热情' });
    expect(first.complaint).toMatchObject({ type: 'praise', praised: '小王', severity: 'P3' });
    const second = await open('m2', { ...praise, description: '小李也很好，楼上楼下都送' });
    expect(second.isAdded).toBe(false);
    expect((await rows('service_facts')).map(({ name }) => name)).toEqual(['praise.opened', 'praise.opened']);
  });

  it('opens a matter again once the first ticket has ended', async () => {
    const first = await open('m1');
    await it_.complaints.change(first.complaint.reference, { to: 'WITHDRAWN' }, CUSTOMER, 'm2');
    const second = await open('m3');
    expect(second).toMatchObject({ isAdded: false, complaint: { reference: 'CMP-20261123-0002' } });
    // Opened again, the first cannot have the key of the matter any more; it goes without.
    expect(await it_.desk.change(first.complaint.reference, { to: 'REOPENED', reason: '客户来电' }, AGENT)).toMatchObject({
      status: 'REOPENED',
    });
  });
});
