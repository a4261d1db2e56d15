import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createCustomers } from '../../prisma/crm/customers/index.ts';
import { createCustomerMerges } from '../../prisma/crm/customers/merge.ts';
import { createCustomerPrivacy } from '../../prisma/crm/customers/privacy.ts';
import type { Store } from '../../prisma/store.ts';
import { BOT, type Principal } from '../../rules/access/principal.ts';
import type { CustomerDesk, CustomerMerges, MergeFactor } from '../../rules/customers/types.ts';
import { staff } from '../principals.ts';
import { chat, complain, daysBefore, idOf, NOW, party, ship } from './customerSeed.ts';
import { clear, stores } from './store.ts';

const STAFF: MergeFactor = { kind: 'staff', reason: '本人到店出示两个账号' };
const AGENT = staff('s1');

describe.each(stores)('joining customers on the $name store', ({ open }) => {
  const clock = createFixedClock(NOW);
  let store: Store;
  let merges: CustomerMerges;
  let customers: CustomerDesk;
  let [a, b, c] = ['', '', ''];
  beforeAll(async () => {
    store = await open();
    merges = createCustomerMerges(store, clock);
    customers = createCustomers(store, clock);
  });
  afterAll(() => store.close());
  /** A, B and C with two shipments each; A also chats and has complained. */
  beforeEach(async () => {
    await clear(store);
    for (const [name, phone] of [['A', '13900000001'], ['B', '13900000002'], ['C', '13900000003']] as const) // biome-ignore format: one line reads better
      for (const n of [1, 2])
        await ship(store, `${name}${n}`, daysBefore(n), { recipient: party(name, phone), customer: { externalId: name, name } });
    [a, b, c] = [await idOf(store, 'A'), await idOf(store, 'B'), await idOf(store, 'C')];
    await chat(store, 'v1', 'visitor-a', '你好', daysBefore(1), 'A');
    await complain(store, 'CMP-1', a, '没收到');
  });
  const ownersOf = async (...numbers: string[]): Promise<readonly (string | null)[]> =>
    Promise.all(
      numbers.map(async (number) => {
        const [row] = await store.query<{ owner: string | null }>('SELECT customer_id AS owner FROM shipments WHERE tracking_number = $1', [
          number,
        ]);
        return row!.owner;
      }),
    );
  const problemOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'none',
      (error: { code: string; facts: { problem?: string } }) => error.facts.problem ?? error.code,
    );

  it('moves everything, and the merged id finds who stands for it', async () => {
    await customers.update(a, { industry: '茶叶' }, staff('s1'));
    const { counts } = await merges.merge(a, b, STAFF, AGENT);
    expect(counts).toEqual({ contacts: 1, channel_identities: 1, shipments: 2, complaints: 1 });
    const file = await customers.open(a);
    expect(file).toMatchObject({ customer: { id: b, name: 'B', industry: '茶叶' }, mergedIds: [a], shipmentCount: 4 });
    expect(file?.contacts.map(({ value }) => value)).toEqual(['+8613900000001', '+8613900000002']);
    expect((await customers.timeline(a, { limit: 20 })).entries).toHaveLength(6); // 4 shipments, a conversation, a complaint
    expect((await customers.list({}, { limit: 9 })).customers.map(({ id }) => id).sort()).toEqual([b, c].sort());
    expect((await customers.list({ status: 'merged' }, { limit: 9 })).customers.map(({ id }) => id)).toEqual([a]);
    expect((await customers.list({ text: '13900000001' }, { limit: 9 })).customers.map(({ id }) => id)).toEqual([b]);
  });

  it('has later shipments and sign-ins of the merged one reach who stands for them', async () => {
    await merges.merge(a, b, STAFF, AGENT);
    await ship(store, 'A3', daysBefore(0), { customer: { externalId: 'A' } });
    expect(await ownersOf('A3')).toEqual([b]);
    await chat(store, 'v2', 'visitor-new', '你好', daysBefore(0), 'A');
    expect(await createConversations(store, clock).read('v2', '')).toMatchObject({ customerId: b });
  });

  it('is undone: what was moved and is still there goes back, what came since stays', async () => {
    await customers.update(a, { industry: '茶叶', goods: '茶具' }, staff('s1'));
    const { mergeId } = await merges.merge(a, b, STAFF, AGENT);
    await customers.update(b, { goods: '瓷器' }, staff('s1'));
    await ship(store, 'NEW', daysBefore(0), { customer: { externalId: 'B' } });
    await store.query(`UPDATE shipments SET customer_id = $1 WHERE tracking_number = 'A2'`, [c]);
    const { counts } = await merges.undo(mergeId, AGENT);
    expect(counts).toEqual({ contacts: 1, channel_identities: 1, shipments: 1, complaints: 1 });
    expect(await ownersOf('A1', 'A2', 'B1', 'B2', 'NEW')).toEqual([a, c, b, b, b]);
    const [fileA, fileB] = [await customers.open(a), await customers.open(b)];
    expect(fileA?.customer).toMatchObject({ id: a, industry: '茶叶', goods: '茶具', status: 'active' });
    expect(fileB?.customer).toMatchObject({ id: b, goods: '瓷器' });
    expect(fileB?.customer.industry).toBeUndefined();
    expect(await problemOf(merges.undo(mergeId, AGENT))).toBe('already_undone');
    expect(await problemOf(merges.undo('nothing', AGENT))).toBe('NOT_FOUND');
  });

  it('chains: the first merge can be undone while the second stands, and the other way round', async () => {
    const first = await merges.merge(a, b, STAFF, AGENT);
    const second = await merges.merge(b, c, STAFF, AGENT);
    expect((await customers.open(a))?.customer.id).toBe(c);
    await merges.undo(first.mergeId, AGENT);
    expect(await ownersOf('A1', 'B1', 'C1')).toEqual([a, c, c]);
    expect((await customers.open(a))?.customer.id).toBe(a);
    await merges.undo(second.mergeId, AGENT);
    expect(await ownersOf('A1', 'B1', 'C1')).toEqual([a, b, c]);

    const third = await merges.merge(a, b, STAFF, AGENT);
    const fourth = await merges.merge(b, c, STAFF, AGENT);
    await merges.undo(fourth.mergeId, AGENT);
    expect((await customers.open(a))?.customer.id).toBe(b);
    expect(await ownersOf('A1', 'B1', 'C1')).toEqual([b, b, c]);
    await merges.undo(third.mergeId, AGENT);
    expect(await ownersOf('A1', 'B1', 'C1')).toEqual([a, b, c]);
  });

  it('weighs what both scored, and takes it apart again', async () => {
    await store.query('UPDATE customers SET service_score = 5, service_scores = 1 WHERE id = $1', [a]);
    await store.query('UPDATE customers SET service_score = 2, service_scores = 2 WHERE id = $1', [b]);
    const { mergeId } = await merges.merge(a, b, STAFF, AGENT);
    expect((await customers.open(b))?.customer.serviceScore).toEqual({ mean: 3, count: 3 }); // (5 + 2 · 2) / 3
    await merges.undo(mergeId, AGENT);
    expect((await customers.open(b))?.customer.serviceScore).toEqual({ mean: 2, count: 2 });
  });

  it('wants proof that leads to the customer', async () => {
    const agent = (factor: MergeFactor, by: Principal = AGENT) => problemOf(merges.merge(a, b, factor, by));
    expect(await agent({ kind: 'phone_code', phone: '+8613900000009' })).toBe('not_verified');
    expect(await agent({ kind: 'phone_code', phone: '+8613900000002' })).toBe('not_verified'); // B's own, says nothing of A
    expect(await agent({ kind: 'channel_identity', channel: 'directline', userId: 'stranger' })).toBe('not_verified');
    expect(await agent({ kind: 'staff', reason: ' ' })).toBe('not_verified');
    expect(await agent(STAFF, BOT)).toBe('not_verified');
    expect(await agent({ kind: 'phone_code', phone: '+8613900000001' })).toBe('none');
    const [row] = await store.query("SELECT factor, actor_id, moved ? 'reason' AS reason FROM customer_merges");
    expect(row).toEqual({ factor: 'phone_code', actor_id: 's1', reason: false });
  });

  it('takes the channel identity of one of the two as proof', async () => {
    expect(await problemOf(merges.merge(b, a, { kind: 'channel_identity', channel: 'directline', userId: 'visitor-a' }, AGENT))).toBe(
      'none',
    );
  });

  it('refuses with a reason: with itself, twice, in a circle, the erased, the unknown', async () => {
    const merge = (from: string, into: string) => problemOf(merges.merge(from, into, STAFF, AGENT));
    expect(await merge(a, a)).toBe('same');
    expect(await merge(a, 'nobody')).toBe('NOT_FOUND');
    expect(await merge('nobody', a)).toBe('NOT_FOUND');
    expect(await merge(a, b)).toBe('none');
    expect(await merge(a, b)).toBe('already_merged');
    expect(await merge(b, a)).toBe('same'); // A is B by now
    await createCustomerPrivacy(store, clock, { timeZone: 'Asia/Shanghai', erasureKey: 'k' }).erasePerson(c, 's1', AGENT);
    expect(await merge(b, c)).toBe('erased');
    expect(await merge(c, b)).toBe('erased');
  });

  it('lets one of two merges in opposite directions at once win', async () => {
    const outcomes = await Promise.all([problemOf(merges.merge(a, b, STAFF, AGENT)), problemOf(merges.merge(b, a, STAFF, AGENT))]);
    expect(outcomes.filter((outcome) => outcome === 'none')).toHaveLength(1);
    const owners = new Set(await ownersOf('A1', 'A2', 'B1', 'B2'));
    expect(owners.size).toBe(1);
  });

  it('binds a channel to a customer by a phone of theirs, once', async () => {
    const code = { kind: 'phone_code', phone: '+8613900000001' } as const;
    expect(await merges.bindIdentity('wechat', 'openid-1', a, code)).toBe(a);
    expect(await merges.bindIdentity('wechat', 'openid-1', a, code)).toBe(a);
    expect((await customers.open(a))?.contacts).toEqual([{ kind: 'phone', value: '+8613900000001', verifiedAt: clock.now() }]);
    expect(await problemOf(merges.bindIdentity('wechat', 'openid-2', b, code))).toBe('not_verified');
    expect(await problemOf(merges.bindIdentity('wechat', 'openid-1', b, { ...code, phone: '+8613900000002' }))).toBe('bound_to_another');
    expect(await problemOf(merges.bindIdentity('wechat', 'openid-1', 'nobody', code))).toBe('NOT_FOUND');
    await merges.merge(a, b, STAFF, AGENT);
    expect(await merges.bindIdentity('line', 'u-1', a, code)).toBe(b);
  });
});
