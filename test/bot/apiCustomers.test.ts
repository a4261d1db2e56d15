import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCustomerEndpoints } from '../../bot/http/api/customers.ts';
import { createOpenApi } from '../../bot/http/api/openapi.ts';
import { createRoute } from '../../bot/http/route.ts';
import { createFixedClock } from '../../core/clock.ts';
import { createConsents } from '../../prisma/crm/customers/consents.ts';
import { createCustomers } from '../../prisma/crm/customers/index.ts';
import { createCustomerMerges } from '../../prisma/crm/customers/merge.ts';
import { createCustomerPrivacy } from '../../prisma/crm/customers/privacy.ts';
import { segmentCustomers } from '../../prisma/crm/customers/segments.ts';
import type { Store } from '../../prisma/store.ts';
import { key } from '../principals.ts';
import { complain, daysBefore, idOf, NOW, party, ship } from '../prisma/customerSeed.ts';
import { clear, silentLog, stores } from '../prisma/store.ts';

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads into whatever was answered.
  readonly body: any;
}

describe.each(stores)('the customer API over the $name store', ({ open }) => {
  const clock = createFixedClock(NOW);
  const timeZone = 'Asia/Shanghai';
  let store: Store;
  let server: restify.Server;
  let root = '';
  let id = '';
  const endpoints = () =>
    createCustomerEndpoints({
      customers: createCustomers(store, clock),
      consents: createConsents(store, clock),
      merges: createCustomerMerges(store, clock),
      privacy: createCustomerPrivacy(store, clock, { timeZone, erasureKey: 'k' }),
      timeZone,
    });
  beforeAll(async () => {
    store = await open();
    server = restify.createServer();
    const route = createRoute({ name: 'The API', log: silentLog, trustProxy: 0, isClosing: () => false });
    for (const endpoint of endpoints())
      server[endpoint.method](
        endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
        route((call) => endpoint.answer(call, key('crm'))),
      );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(resolve));
    await store.close();
  });
  beforeEach(async () => {
    await clear(store);
    await ship(store, 'XB1', daysBefore(3));
    await ship(store, 'XB2', daysBefore(2), {
      recipient: party('王明', '13900002222'),
      customer: { externalId: 'EXT-WANG', name: '王明' },
    });
    id = await idOf(store, 'EXT-LI');
  });

  async function call(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(root + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }

  it('lists, finds by the beginning of a name and by group, and goes on by cursor', async () => {
    const first = await call('GET', '/customers?limit=1');
    expect(first.body.customers).toMatchObject([{ id, externalId: 'EXT-LI', name: '李晓红', kind: 'person', status: 'active' }]);
    const second = await call('GET', `/customers?limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ customers: [{ externalId: 'EXT-WANG' }] });
    expect(second.body.nextCursor).toBeUndefined();
    expect((await call('GET', `/customers?q=${encodeURIComponent('王明')}`)).body.customers).toMatchObject([{ externalId: 'EXT-WANG' }]);
    const since = encodeURIComponent(daysBefore(2).toISOString());
    expect((await call('GET', `/customers?updatedAfter=${since}`)).body.customers).toMatchObject([{ externalId: 'EXT-WANG' }]);
    await segmentCustomers(store, clock);
    expect((await call('GET', '/customers?segment=UNASSIGNED')).body.customers).toHaveLength(2);
    expect((await call('GET', '/customers?segment=BEST')).status).toBe(400);
    expect((await call('GET', '/customers?q=a')).status).toBe(400);
  });

  it('shows a customer, changes them, and refuses who read an older state', async () => {
    const before = (await call('GET', `/customers/${id}`)).body;
    expect(before).toMatchObject({ contacts: [{ kind: 'phone', value: '+8613900001234' }], openTickets: 0, shipmentCount: 1 });
    const changed = await call('PATCH', `/customers/${id}`, { expectedUpdatedAt: before.updatedAt, goods: '茶叶', name: null });
    expect(changed).toMatchObject({ status: 200, body: { goods: '茶叶', contacts: before.contacts } });
    expect(changed.body.name).toBeUndefined();
    expect(await store.query(`SELECT actor_id, label FROM service_facts WHERE name = 'customer.changed'`)).toEqual([
      { actor_id: 'key:crm', label: 'goods+name' },
    ]);
    expect((await call('PATCH', `/customers/${id}`, { expectedUpdatedAt: before.updatedAt, goods: '瓷器' })).status).toBe(409);
    expect((await call('GET', '/customers/nobody')).status).toBe(404);
    expect((await call('PATCH', '/customers/nobody', { goods: '茶' })).status).toBe(404);
  });

  it.each([
    [{ accountOwner: 'nobody' }, 'accountOwner'],
    [{ contacts: [{ kind: 'phone', value: '13900001234' }] }, 'contacts[0].value'],
    [{ people: [{ name: '王明', birthdayOn: '1980-13-01' }] }, 'people[0].birthdayOn'],
    [{ people: [{ name: '王明', interests: '围棋' }] }, 'people[0].interests'],
    [{ kind: 'group' }, 'kind'],
  ])('refuses %j', async (change, path) => {
    expect(await call('PATCH', `/customers/${id}`, change)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });

  it('records consents, which open and close what is sensitive', async () => {
    const profile = { purpose: 'profile', textVersion: '2026-11', channel: 'phone' };
    expect((await call('POST', `/customers/${id}/consents`, { ...profile, isGranted: true })).body.consents).toMatchObject([
      { isGranted: true },
    ]);
    const people = [{ name: '王明', birthdayOn: '--05-01' }];
    expect((await call('PATCH', `/customers/${id}`, { people })).body.people).toMatchObject(people);
    const withdrawn = await call('POST', `/customers/${id}/consents`, { ...profile, isGranted: false });
    expect(withdrawn.body.people).toEqual([{ id: expect.any(String), name: '王明' }]);
  });

  it('notes a visit once however often it is told, and shows it on the timeline', async () => {
    const visit = { kind: 'visit', author: 'lin@example.com', text: '拜访', at: '2026-11-20T10:00:00+08:00' };
    const first = await call('POST', `/customers/${id}/notes`, visit);
    expect(first.status).toBe(201);
    expect((await call('POST', `/customers/${id}/notes`, visit)).body).toEqual(first.body);
    const { entries } = (await call('GET', `/customers/${id}/timeline`)).body;
    expect(entries).toMatchObject([
      { kind: 'note', at: '2026-11-20T02:00:00.000Z', text: '拜访' },
      { kind: 'shipment', trackingNumber: 'XB1' },
    ]);
    const page = (await call('GET', `/customers/${id}/timeline?limit=1`)).body;
    expect((await call('GET', `/customers/${id}/timeline?limit=1&cursor=${page.nextCursor}`)).body.entries).toEqual([entries[1]]);
  });

  it('joins two customers and takes them apart', async () => {
    const other = await idOf(store, 'EXT-WANG');
    const staff = { into: other, staffId: 's1', factor: { kind: 'staff', reason: '本人到店' } };
    const email = await call('POST', `/customers/${id}/merge`, { ...staff, factor: { kind: 'email', value: 'a@example.com' } });
    expect(email.status).toBe(400);
    const merged = await call('POST', `/customers/${id}/merge`, staff);
    expect(merged).toMatchObject({ status: 200, body: { fromId: id, intoId: other, counts: { shipments: 1 } } });
    expect((await call('GET', `/customers/${id}`)).body.id).toBe(other);
    expect(await call('POST', `/customers/${id}/merge`, staff)).toMatchObject({ status: 409, body: { problem: 'already_merged' } });
    expect((await call('POST', `/customer-merges/${merged.body.mergeId}/undo`)).body.counts).toEqual({ contacts: 1, shipments: 1 });
    expect((await call('GET', `/customers/${id}`)).body.id).toBe(id);
    const [kept] = await store.query(`SELECT actor_id, moved ->> 'key' AS key, undone_by FROM customer_merges`);
    expect(kept).toEqual({ actor_id: 's1', key: 'crm', undone_by: 'key:crm' });
    expect((await call('POST', `/customers/${id}/merge`, { ...staff, staffId: 'key:other' })).status).toBe(400);
  });

  it('hands out a copy, says why somebody cannot be forgotten, and forgets them with a certificate', async () => {
    expect((await call('GET', `/customers/${id}/export`)).body).toMatchObject({ profiles: [{ name: '李晓红' }] });
    await complain(store, 'CMP-1', id, '没收到', { status: 'INVESTIGATING' });
    const refused = await call('POST', `/customers/${id}/erase`, { requestedBy: 's1' });
    expect(refused).toMatchObject({ status: 409, body: { reasons: [{ kind: 'complaint', reference: 'CMP-1' }] } });
    await store.query(`UPDATE complaints SET status = 'CLOSED'`);
    const done = await call('POST', `/customers/${id}/erase`, { requestedBy: 's1' });
    expect(done).toMatchObject({
      status: 200,
      body: { reference: 'ERA-20261122-0001', actor: 'key:crm', kept: [{ count: 1, reason: 'waybill_record' }] },
    });
    expect(await store.query('SELECT requested_by, actor FROM erasures')).toEqual([{ requested_by: 's1', actor: 'key:crm' }]);
    expect(done.body.certificate.en[0]).toBe('Certificate of erasure ERA-20261122-0001');
    for (const path of ['', '/export']) expect((await call('GET', `/customers/${id}${path}`)).status).toBe(404);
    expect((await call('POST', `/customers/${id}/erase`, { requestedBy: 's1' })).status).toBe(404);
  });

  it('describes itself', () => {
    const document = createOpenApi(endpoints(), {}) as { paths: Record<string, object> };
    expect(Object.keys(document.paths)).toEqual([
      ...['/customers', '/customers/{id}', '/customers/{id}/timeline', '/customers/{id}/notes', '/customers/{id}/consents'],
      ...['/customers/{id}/merge', '/customer-merges/{id}/undo', '/customers/{id}/export', '/customers/{id}/erase'],
    ]);
  });
});
