import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createOwnNumber } from '../../core/ownNumber.ts';
import { createCallbacks } from '../../prisma/crm/callbacks.ts';
import { createComplaintDesk, createComplaints } from '../../prisma/crm/complaints/index.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createUploads } from '../../prisma/crm/conversations/uploads.ts';
import { createJobQueue } from '../../prisma/crm/jobs.ts';
import { reconcile } from '../../prisma/crm/reconciliation.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import type { Store } from '../../prisma/store.ts';
import type { CallbackDesk, Callbacks } from '../../rules/callbacks/types.ts';
import { createSlaPolicy } from '../../rules/complaints/policy.ts';
import type { Complaints } from '../../rules/complaints/types.ts';
import { clear, stores } from '../prisma/store.ts';
import { type Api, eventWith, NOW, shipmentWith, startApi } from './apiHarness.ts';
import { JPEG } from './pictures.ts';

const NUMBER = createOwnNumber(77);
const PLACE = `/shipments/${NUMBER}`;

describe.each(stores)('the API over the $name store', ({ open }) => {
  let store: Store;
  let api: Api;
  let callbacks: Callbacks & CallbackDesk;
  let complaints: Complaints;
  const clock = createFixedClock(NOW);
  beforeAll(async () => {
    store = await open();
    const shipments = createShipments(store, clock);
    callbacks = createCallbacks(store, clock, 'Asia/Shanghai');
    const policy = createSlaPolicy('Asia/Shanghai');
    complaints = createComplaints(store, clock, { policy });
    const parts = {
      ...{ intake: shipments, shipments, callbacks, complaints: createComplaintDesk(store, clock, { policy }) },
      uploads: createUploads(store, clock),
      webhooks: { dead: createJobQueue(store, clock), wake: () => undefined },
      reconcile: (day: string) => reconcile(store, day, 'Asia/Shanghai'),
    };
    api = await startApi(parts, clock);
  });
  beforeEach(() => clear(store));
  afterAll(async () => {
    await api.stop();
    await store.close();
  });

  const post = (events: readonly object[], place = PLACE) => api.call('POST', `${place}/events`, { body: { events } });
  const read = async (place = PLACE) => (await api.call('GET', place)).body;
  const at = (time: string, status: string, more: object = {}) =>
    eventWith({ occurredAt: `2026-11-20T${time}:00+08:00`, status, text: status, ...more });

  it('stores a shipment, repeats without effect, and reads events newest first in whatever order they came', async () => {
    const customs = { ...(shipmentWith().recipient as object), name: '<i>李晓红</i> 🎁 O\u2019Neil \\u0000' };
    expect((await api.call('PUT', PLACE, { body: shipmentWith({ recipient: customs }) })).status).toBe(201);
    const events = [
      at('12:00', 'OUT_FOR_DELIVERY'),
      at('08:00', 'PICKED_UP'),
      at('10:00', 'IN_TRANSIT', { reason: 'weather_delay', signedBy: null }),
    ];
    expect((await post(events)).body).toEqual({ accepted: 3, duplicates: 0 });
    expect((await post(events)).body).toEqual({ accepted: 0, duplicates: 3 });
    expect((await api.call('PUT', PLACE, { body: shipmentWith({ recipient: customs }) })).status).toBe(200);
    const shipment = await read();
    expect(shipment).toMatchObject({
      status: 'OUT_FOR_DELIVERY',
      lastEventAt: '2026-11-20T04:00:00.000Z',
      recipient: { name: customs.name },
    });
    expect((shipment.events as { status: string }[]).map(({ status }) => status)).toEqual(['OUT_FOR_DELIVERY', 'IN_TRANSIT', 'PICKED_UP']);
    expect((shipment.events as object[])[1]).toMatchObject({ reason: 'weather_delay', location: { city: '杭州' } });
  });

  it('keeps a delivered shipment delivered when an older scan comes late', async () => {
    await api.call('PUT', PLACE, { body: shipmentWith() });
    await post([at('12:00', 'DELIVERED', { signedBy: '本人' })]);
    expect((await post([at('09:00', 'IN_TRANSIT'), at('13:00', 'IN_TRANSIT')])).status).toBe(202);
    expect((await read()).status).toBe('DELIVERED');
  });

  it('gives times back with the offset they came with, and what is derived of all of them', async () => {
    await api.call('PUT', PLACE, { body: shipmentWith() });
    const told = (occurredAt: string, status: string, more: object = {}) => eventWith({ occurredAt, status, text: status, ...more });
    await post([
      told('2026-11-20T10:15+01:00', 'DELIVERED', { id: 'S-1', signedBy: '本人' }),
      told('2026-11-19T22:00:00-05:00', 'OUT_FOR_DELIVERY'),
      told('2026-11-20T09:30:00Z', 'UNKNOWN', { text: '签收底单已上传' }),
    ]);
    const shipment = await read();
    expect((shipment.events as { occurredAt: string }[]).map(({ occurredAt }) => occurredAt)).toEqual([
      '2026-11-20T09:30:00.000Z',
      '2026-11-20T10:15:00.000+01:00',
      '2026-11-19T22:00:00.000-05:00',
    ]);
    const delivered = { status: 'DELIVERED', lastEventAt: '2026-11-20T09:15:00.000Z', arrivedAt: '2026-11-20T09:15:00.000Z' };
    expect(shipment).toMatchObject({ ...delivered, lastScan: { occurredAt: '2026-11-20T10:15:00.000+01:00', signedBy: '本人' } });
    const moved = told('2026-11-20T10:45:00+01:00', 'DELIVERED', { id: 'S-1', signedBy: '门卫' });
    expect((await post([moved])).body).toEqual({ accepted: 1, duplicates: 0 });
    expect(await read()).toMatchObject({ lastScan: { occurredAt: '2026-11-20T10:45:00.000+01:00', signedBy: '门卫' } });
    await post([told('2026-11-20T11:00:00+01:00', 'UNKNOWN', { text: '误操作签收，签收已撤销' })]);
    expect(await read()).toMatchObject({ status: 'OUT_FOR_DELIVERY', withdrawn: { signedBy: '门卫' } });
    expect(await read()).not.toHaveProperty('arrivedAt');
  });

  it('takes events below a piece for that piece alone, and no piece of others', async () => {
    await api.call('PUT', PLACE, { body: shipmentWith({ pieces: 2 }) });
    expect((await post([at('12:00', 'DELIVERED')], `${PLACE}-2`)).body).toEqual({ accepted: 1, duplicates: 0 });
    const pieceStatuses = [
      { number: `${NUMBER}-1`, status: 'LABEL_CREATED' },
      { number: `${NUMBER}-2`, status: 'DELIVERED' },
    ];
    expect(await read()).toMatchObject({ status: 'LABEL_CREATED', pieceStatuses });
    expect((await post([at('12:00', 'DELIVERED', { piece: `${NUMBER}-3` })])).body.errors).toEqual([
      { path: 'events[0].piece', message: `is no piece of ${NUMBER}` },
    ]);
    await post([at('12:30', 'DELIVERED', { piece: `${NUMBER}-1` })]);
    expect((await read()).status).toBe('DELIVERED');
    expect((await post([at('12:00', 'DELIVERED')], `${PLACE}-9`)).status).toBe(404);
  });

  it('stores 10,000 events in one call', async () => {
    await api.call('PUT', PLACE, { body: shipmentWith() });
    const many = Array.from({ length: 10_000 }, (_, index) => at('08:00', 'IN_TRANSIT', { text: `第 ${index} 站` }));
    expect((await post(many)).body).toEqual({ accepted: 10_000, duplicates: 0 });
  });

  it('hands over call-back requests page by page and closes each once', async () => {
    const request = { conversationId: 'c1', phone: '+8613900001234', locale: 'zh-Hant', topic: 'complaint', note: '<b>急</b>' } as const;
    const references: string[] = [];
    for (let i = 0; i < 3; i++) {
      references.push((await callbacks.open({ ...request, idempotencyKey: `m${i}` })).reference);
      clock.advance(60_000);
    }
    const first = (await api.call('GET', '/callbacks?status=open&updatedAfter=&limit=2')).body;
    expect(first.callbacks?.map(({ reference }) => reference)).toEqual(references.slice(0, 2));
    const second = (await api.call('GET', `/callbacks?limit=2&cursor=${first.nextCursor}`)).body;
    expect([second.callbacks?.map(({ reference }) => reference), second.nextCursor]).toEqual([references.slice(2), undefined]);

    const done = await api.call('PATCH', `/callbacks/${references[0]!.toLowerCase()}`, { body: { status: 'done' } });
    clock.advance(60_000);
    const again = await api.call('PATCH', `/callbacks/${references[0]}`, { body: { status: 'done' } });
    expect(await store.query(`SELECT actor_type, actor_id FROM service_facts WHERE name = 'callback.done'`)).toEqual([
      { actor_type: 'agent', actor_id: 'key:api' },
    ]);
    expect(again.body).toEqual(done.body);
    // The first was opened at 0 min and done at 3 min, the others were opened at 1 and 2 min. The + is not escaped, as happens.
    const changed = (await api.call('GET', '/callbacks?updatedAfter=2026-11-21T10:02:00+08:00')).body;
    expect(changed.callbacks?.map(({ reference }) => reference)).toEqual([references[0], references[2]]);
    // A phone that the customer corrects is news to whoever follows.
    await callbacks.change(references[1]!, { idempotencyKey: 'c', conversationId: request.conversationId, phone: '+8613800000001' });
    const corrected = (await api.call('GET', `/callbacks?updatedAfter=${clock.now().toISOString()}`)).body.callbacks;
    expect(corrected).toMatchObject([{ reference: references[1], phone: '+8613800000001', updatedAt: clock.now().toISOString() }]);
    expect((await api.call('PATCH', '/callbacks/CBR-20261121-9999', { body: { status: 'done' } })).status).toBe(404);
    expect((await api.call('PATCH', `/callbacks/${references[1]}`, { body: { status: 'open' } })).body.errors?.[0]?.path).toBe('status');
  });

  it('takes a ticket through its life once, however often each step is sent, and tells the webhook the same', async () => {
    await createConversations(store, clock).open({ id: 'v1', channel: 'directline', userId: 'u1', locale: 'zh-Hans' });
    const file = await createUploads(store, clock).save('v1', { name: '箱子.jpg', contentType: 'image/jpeg', bytes: JPEG });
    const { complaint } = await complaints.open({
      ...{ idempotencyKey: 'm1', conversationId: 'v1', verifiedLevel: 0, type: 'complaint', category: 'damage', locale: 'zh-Hans' },
      ...{ description: '箱子压扁了 <b>急</b>', fileIds: [file.id], mood: { anger: 0, risks: [] } },
    });
    const place = `/complaints/${complaint.reference}`;
    const steps = [
      { status: 'INVESTIGATING', message: '正在查监控', owner: 'chen@example.com', expectedVersion: 1 },
      { status: 'RESOLUTION_PROPOSED', remedy: { type: 'refund', text: '退运费', amount: { amount: '12.50', currency: 'CNY' } } },
      { status: 'ACCEPTED', reason: '客户电话里同意' },
      { status: 'RESOLVED', rootCause: 'sorting_error' },
    ];
    for (const [i, body] of steps.entries()) {
      clock.advance(60_000);
      const send = () => api.call('PATCH', place, { body, headers: { 'idempotency-key': `step-${i}` } });
      const first = await send();
      expect([first.status, first.body.status]).toEqual([200, body.status]);
      expect((await send()).body).toEqual(first.body);
    }
    expect((await api.call('PATCH', place, { body: { status: 'INVESTIGATING' } })).body.allowed).toContain('CLOSED');
    expect((await api.call('PATCH', place, { body: { note: 'x', expectedVersion: 1 } })).body.type).toBe('urn:problem:conflict');
    const now = (await api.call('GET', place)).body;
    expect(now).toMatchObject({ status: 'RESOLVED', resolution: '退运费', description: '箱子压扁了 <b>急</b>', files: [{ id: file.id }] });
    expect((await api.call('GET', `${place}/files/${file.id}`)).bytes.equals(JPEG)).toBe(true);
    const listed = (await api.call('GET', '/complaints?status=RESOLVED&limit=1')).body as { complaints?: object[] };
    const { events: _events, ...ticket } = now as { events?: unknown };
    expect(listed.complaints).toEqual([ticket]);
    const told = await store.query<{ data: object }>(
      `SELECT payload->'data' AS data FROM outbox WHERE kind = 'crm.webhook' ORDER BY id DESC LIMIT 1`,
    );
    expect(told[0]?.data).toMatchObject(ticket);
    const counted = (await api.call('GET', '/reconciliation?day=2026-11-21')).body as { tickets: object; webhooks: { event: string }[] };
    expect(counted.tickets).toEqual({ opened: 1, closed: 0, changed: 1 });
    expect(counted.webhooks.map(({ event }) => event)).toEqual(['complaint.created', 'complaint.resolved', 'complaint.updated']);
  });

  it.each([
    ['status=late', 'status'],
    ['limit=0', 'limit'],
    ['limit=many', 'limit'],
    ['limit=201', 'limit'],
    ['updatedAfter=yesterday', 'updatedAfter'],
    ['cursor=%27%20OR%201', 'cursor'],
  ])('refuses the query %s', async (query, path) => {
    const { status, body } = await api.call('GET', `/callbacks?${query}`);
    expect([status, body.errors?.map((error) => error.path)]).toEqual([400, [path]]);
  });
});
