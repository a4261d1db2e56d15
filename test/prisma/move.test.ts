import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createCallbacks } from '../../prisma/crm/callbacks.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createUploads } from '../../prisma/crm/conversations/uploads.ts';
import { createConsents } from '../../prisma/crm/customers/consents.ts';
import { createCustomers } from '../../prisma/crm/customers/index.ts';
import { createCustomerMerges } from '../../prisma/crm/customers/merge.ts';
import { createCustomerPrivacy } from '../../prisma/crm/customers/privacy.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import { createStaff } from '../../prisma/crm/staff.ts';
import { createVerification } from '../../prisma/crm/verification.ts';
import { createCrm } from '../../prisma/crm.ts';
import { findMigrations } from '../../prisma/migrate.ts';
import { moveStore, TABLES } from '../../prisma/move.ts';
import type { Store } from '../../prisma/store.ts';
import { createSlaPolicy } from '../../rules/complaints/policy.ts';
import { staff } from '../principals.ts';
import { idOf, ship } from './customerSeed.ts';
import { createDatabase, hasServer, stores } from './store.ts';

const clock = createFixedClock('2026-11-21T02:00:00.123Z');

/** At least one row in every table, through the product's own functions, with the values that are hard to carry over. */
async function fill(store: Store): Promise<void> {
  const party = {
    name: '某人',
    phone: '13800001111',
    address: { country: 'CN', province: '浙江省', city: '杭州市', street: '文一路 \\ \' " 1' },
  };
  const shipments = createShipments(store, clock);
  await shipments.put({
    ...{
      trackingNumber: 'XB1',
      service: 'EXPRESS',
      pieceCount: 2,
      sender: party,
      recipient: party,
      declaredValue: { minor: 9_007_199_254_740_991, currency: 'CNY' },
    },
    customer: { externalId: 'C-1' },
    items: [{ description: 'Tab\there', quantity: 1 }],
  });
  await shipments.append('XB1', [
    { occurredAt: clock.now(), status: 'IN_TRANSIT', text: '到达【杭州】\n😀', location: { name: '杭州转运中心' } },
  ]);
  const conversations = createConversations(store, clock);
  await conversations.open({ id: 'c1', channel: 'webchat', userId: 'u1', locale: 'zh-Hans', customerExternalId: 'C-1' });
  for (let n = 0; n < 3; n++) {
    const messages = Array.from(
      { length: 700 },
      (_, at) => ({ id: `m${n}-${at}`, role: 'bot', kind: 'text', authorId: 'bot', text: `第 ${at} 条`, createdAt: clock.now() }) as const,
    );
    const facts = [{ name: 'turn.answered', occurredAt: clock.now(), seconds: 0.1 + 0.2 }] as const;
    await conversations.commit({
      conversationId: 'c1',
      expectedVersion: n,
      state: { n: [1.5, null, '\\'] },
      head: { locale: 'en', mode: 'bot', address: { url: 'https://channel.example/' }, assigneeId: 'staff-7' },
      messages,
      facts,
      jobs: [],
      candidates: [
        {
          ...{ kind: 'fallback', occurredAt: clock.now(), locale: 'en', text: '⟨phone⟩ "?"', intent: 'help', confidence: 0.1 + 0.2 },
          ranking: [{ intent: 'help', confidence: 0.3 }],
        },
      ],
    });
  }
  const { id: photo } = await createUploads(store, clock).save('c1', {
    name: 'a.png',
    contentType: 'image/png',
    bytes: Buffer.from(Array.from({ length: 500_000 }, (_, at) => [0, 1, 92, 255][at % 4] ?? 0)),
  });
  await createCallbacks(store, clock, 'UTC').open({
    idempotencyKey: 'k',
    conversationId: 'c1',
    phone: '+86138',
    locale: 'en',
    topic: 'complaint',
    note: '',
  });
  await createStaff(store, clock).createFirst({ email: 'a@example.com', name: 'A', role: 'admin', password: 'a long password' });
  await createVerification(store, clock).checkLastFour('XB1', '0000', { person: 'c1', clientKey: '192.0.2.1' });
  await fillTickets(store, photo);
  await fillCustomers(store);
}

/** Three people with the same trouble at one station, which makes an incident; the first has sent a photo and claims money. */
async function fillTickets(store: Store, photo: string): Promise<void> {
  const crm = createCrm(store, clock, { timeZone: 'UTC', policy: createSlaPolicy('UTC'), erasureKey: 'k' });
  for (const conversationId of ['c1', 'c2', 'c3']) {
    await crm.conversations.open({ id: conversationId, channel: 'webchat', userId: conversationId, locale: 'en' });
    const { complaint } = await crm.complaints.open({
      ...{ idempotencyKey: conversationId, conversationId, verifiedLevel: 1, type: 'complaint', category: 'damage', locale: 'en' },
      ...{
        trackingNumber: 'XB1',
        description: '\\ "裂了"\n😀',
        fileIds: conversationId === 'c1' ? [photo] : [],
        mood: { anger: 0, risks: [] },
      },
    });
    if (conversationId !== 'c1') continue;
    const { reference: complaintReference } = complaint;
    const value = { minor: 9_007_199_254_740_991, currency: 'CNY' };
    await crm.claims.open({ idempotencyKey: 'claim', complaintReference, kind: 'damaged', value, evidence: 'B' });
  }
}

/** A customer with everything one can have, one merged into them, and one erased. */
async function fillCustomers(store: Store): Promise<void> {
  for (const externalId of ['C-2', 'C-3']) await ship(store, `T-${externalId}`, clock.now(), { customer: { externalId } });
  const [id, merged, gone] = await Promise.all(['C-1', 'C-2', 'C-3'].map((externalId) => idOf(store, externalId)));
  await createConsents(store, clock).grant(id!, { purpose: 'profile', textVersion: '1', channel: 'web' });
  await createCustomers(store, clock).update(id!, { people: [{ name: '王\t明', interests: '围棋 "9 段"' }] }, staff('s1'));
  await createCustomers(store, clock).addNote(id!, { kind: 'visit', author: 's1', text: '一\n二' });
  await createCustomerMerges(store, clock).merge(merged!, id!, { kind: 'staff', reason: '本人' }, staff('s1'));
  await createCustomerPrivacy(store, clock, { timeZone: 'UTC', erasureKey: 'k' }).erasePerson(gone!, 's1', staff('s1'));
}

describe.runIf(hasServer)('moving the embedded store to a server', () => {
  let source: Store;
  let target: Store;
  beforeEach(async () => {
    source = await stores[0]!.open();
    target = (await createDatabase({ isMigrated: false })).store;
    await fill(source);
  });
  afterEach(async () => {
    await source.close();
    await target.close();
  });

  it('carries every row over unchanged', async () => {
    const report = await moveStore(source, target, findMigrations());
    for (const table of TABLES) expect(report[table], table).toBeGreaterThan(0);
    expect(report.messages).toBe(2100);
    for (const table of TABLES) {
      const all = `SELECT row_to_json(t)::text AS row FROM ${table} t ORDER BY 1`;
      expect(await target.query(all), table).toEqual(await source.query(all));
    }
    expect(await createStaff(target, clock).verify('a@example.com', 'a long password')).toMatchObject({ name: 'A' });
    expect(await createConversations(target, clock).read('c1', 'x')).toMatchObject({ version: 3, lastSeq: 2100 });
  });

  it('refuses a target that has rows, and leaves it as it was', async () => {
    await moveStore(source, target, findMigrations());
    await expect(moveStore(source, target, findMigrations())).rejects.toMatchObject({
      code: 'STORE_NOT_EMPTY',
      facts: { table: 'customers' },
    });
    expect(await target.query('SELECT count(*)::int AS count FROM messages')).toEqual([{ count: 2100 }]);
  });

  it('leaves nothing behind when it fails halfway', async () => {
    const broken: Store = {
      ...source,
      transaction: (work) =>
        source.transaction((query) =>
          work((sql, params) => (String(sql).includes('FROM outbox') ? Promise.reject(new Error('power')) : query(sql, params))),
        ),
    };
    await expect(moveStore(broken, target, findMigrations())).rejects.toThrow('power');
    expect(await target.query('SELECT count(*)::int AS count FROM customers')).toEqual([{ count: 0 }]);
  });
});
