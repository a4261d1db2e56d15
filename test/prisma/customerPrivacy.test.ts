import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createCallbacks } from '../../prisma/crm/callbacks.ts';
import { createUploads } from '../../prisma/crm/conversations/uploads.ts';
import { createConsents } from '../../prisma/crm/customers/consents.ts';
import { createCustomers } from '../../prisma/crm/customers/index.ts';
import { createCustomerMerges } from '../../prisma/crm/customers/merge.ts';
import { createCustomerPrivacy, finishErasures } from '../../prisma/crm/customers/privacy.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import type { Store } from '../../prisma/store.ts';
import { findChainFault, type SealedEvent } from '../../rules/cases/audit.ts';
import type { CustomerPrivacy } from '../../rules/customers/privacy.ts';
import { staff } from '../principals.ts';
import { chat, complain, DAY_MS, daysBefore, idOf, NOW, party, ship } from './customerSeed.ts';
import { clear, stores } from './store.ts';

const AGENT = staff('s1');

const KEY = 'key-of-this-installation';
const NAME = '李晓红';
const STREET = '望江路 8 号';
const EMAIL = 'xiaohong@example.com';
/** Whatever would lead to her: phone as stored and as typed, name, street, e-mail, id in the company's systems, user on a channel. */
const TRACES = ['13900001234', '139-0000-1234', NAME, STREET, EMAIL, 'EXT-LI', 'visitor-li'];

describe.each(stores)('privacy on the $name store', ({ open }) => {
  let clock = createFixedClock(NOW);
  let store: Store;
  let privacy: CustomerPrivacy;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await clear(store);
    clock = createFixedClock(NOW);
    privacy = createCustomerPrivacy(store, clock, { timeZone: 'Asia/Shanghai', erasureKey: KEY });
  });

  /** A person with something in every table that can hold something of hers; her parcels are as old as told. */
  async function seed(shippedDaysAgo = 400): Promise<string> {
    await ship(store, 'XB1', daysBefore(shippedDaysAgo));
    await createShipments(store, createFixedClock(daysBefore(shippedDaysAgo))).append('XB1', [
      {
        occurredAt: daysBefore(shippedDaysAgo - 1),
        status: 'DELIVERED',
        text: `已签收，签收人：${NAME}，电话 139-0000-1234`,
        signedBy: NAME,
      },
    ]);
    // A shop's parcel to her: the shop is the customer, and stays.
    await ship(store, 'XB2', daysBefore(shippedDaysAgo), { customer: { externalId: 'EXT-SHOP', name: '云栖茶叶店' } });
    // A stranger of the same name.
    await ship(store, 'XB3', daysBefore(shippedDaysAgo), {
      recipient: party(NAME.replace('晓', '小'), '13700000007', '解放路 9 号'),
      customer: { externalId: 'EXT-OTHER' },
    });
    const id = await idOf(store, 'EXT-LI');
    await createConsents(store, clock).grant(id, { purpose: 'profile', textVersion: '1', channel: 'web' });
    await createCustomers(store, clock).update(
      id,
      {
        ...{ address: STREET, company: `${NAME}商行`, accountOwner: 'lin@example.com' },
        contacts: [{ kind: 'phone', value: '+8613900001234' }, { kind: 'email', value: EMAIL }], // biome-ignore format: one line reads better
        people: [{ name: NAME, phone: '+8613900001234', interests: '茶' }],
      },
      staff('s1'),
    );
    await createCustomers(store, clock).addNote(id, { kind: 'visit', author: 's1', text: `拜访 ${NAME}` });
    await chat(store, 'v1', 'visitor-li', `我是${NAME}，电话 13900001234，${EMAIL}`, daysBefore(20), 'EXT-LI');
    const file = await createUploads(store, clock).save('v1', { name: `${NAME}.jpg`, contentType: 'image/jpeg', bytes: Buffer.from(NAME) });
    const complaint = await complain(store, 'CMP-1', id, `${NAME} 没收到，电话 13900001234`, { conversationId: 'v1' });
    await store.query('INSERT INTO complaint_files (complaint_id, upload_id, added_at) VALUES ($1, $2, $3)', [
      complaint,
      file.id,
      clock.now(),
    ]);
    await createCallbacks(store, clock, 'Asia/Shanghai').open({
      ...{
        idempotencyKey: 'm1',
        conversationId: 'v1',
        customerId: id,
        phone: '+8613900001234',
        locale: 'zh-Hans',
        topic: 'complaint',
        note: NAME,
      },
    });
    return id;
  }

  /** Table and column of whatever in the store holds one of the words: every column of every table, files in their bytes. */
  async function find(...words: string[]): Promise<string[]> {
    const tables = await store.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(25);
    const wanted = JSON.stringify(words.flatMap((word) => [word, Buffer.from(word).toString('hex')]));
    const found: string[] = [];
    for (const { name } of tables) {
      const columns = await store.query<{ key: string }>(
        `SELECT DISTINCT e.key FROM "${name}" t, jsonb_each_text(to_jsonb(t)) AS e, json_array_elements_text($1::json) AS w(word)
         WHERE strpos(e.value, w.word) > 0`,
        [wanted],
      );
      found.push(...columns.map(({ key }) => `${name}.${key}`));
    }
    return found.sort();
  }
  const findAll = (): Promise<string[]> => find(...TRACES);

  it('leaves nothing of a person anywhere in the store', async () => {
    const id = await seed();
    const before = await findAll();
    for (const column of ['uploads.bytes', 'outbox.payload', 'bot_states.data', 'complaint_events.words']) expect(before).toContain(column);
    await store.query(`UPDATE outbox SET done_at = $1, last_error = $2 WHERE kind = 'crm.webhook'`, [clock.now(), NAME]);
    const done = await privacy.erasePerson(id, 's1', AGENT);
    expect(await findAll()).toEqual([]);
    expect(done).toMatchObject({ reference: 'ERA-20261122-0001', at: clock.now(), requestedBy: 's1', actor: 's1', kept: [] });
    expect(done.deleted).toEqual({
      ...{ contacts: 2, people: 1, consents: 1, notes: 1, identities: 1, messages: 1, uploads: 1, callbacks: 1, outbox: 1, candidates: 1 },
    });
    expect(done.redacted).toMatchObject({
      customers: 1,
      complaints: 1,
      complaintEvents: 1,
      conversations: 1,
      outbox: 1,
      shipments: 2,
      events: 1,
    });
    expect(await store.query('SELECT payload FROM outbox')).toEqual([{ payload: { event: 'callback.opened', occurredAt: NOW } }]);
    expect(await createCustomers(store, clock).open(id)).toBeUndefined();
    expect(await privacy.exportPerson(id)).toBeUndefined();
    await expect(privacy.erasePerson(id, 's1', AGENT)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps what is not theirs: the shop, the stranger, where parcels went, what reports count', async () => {
    const id = await seed();
    const before = await store.query<{ n: number }>('SELECT count(*)::int AS n FROM service_facts');
    await privacy.erasePerson(id, 's1', AGENT);
    expect(await find('李小红')).toContain('shipments.recipient');
    const [shop] = await store.query(
      `SELECT s.sender ->> 'name' AS sender, s.recipient, s.recipient_phone, c.external_id FROM shipments s JOIN customers c ON c.id = s.customer_id
       WHERE tracking_number = 'XB2'`,
    );
    expect(shop).toEqual({
      ...{ sender: '云栖茶叶店', recipient_phone: '', external_id: 'EXT-SHOP' },
      recipient: { name: '', phone: '', country: 'CN', province: '浙江', city: '杭州' },
    });
    expect(await store.query<{ n: number }>('SELECT count(*)::int AS n FROM service_facts')).toEqual(before);
    const facts = await store.query<{ id: string }>('SELECT DISTINCT customer_id AS id FROM service_facts WHERE customer_id IS NOT NULL');
    expect(facts).toHaveLength(1); // one person still, under a made-up id
    expect(facts[0]?.id).not.toBe(id);
  });

  it('forgets that what is counted was done by them, and keeps what a colleague did', async () => {
    const id = await seed();
    const customer = `SELECT id FROM service_facts WHERE customer_id = '${id}' ORDER BY id`;
    await store.query(`UPDATE service_facts SET actor_type = 'agent', actor_id = 'wang@example.com' WHERE customer_id = $1`, [id]);
    await store.query(`UPDATE service_facts SET actor_type = 'customer', actor_id = 'visitor-li' WHERE id = (${customer} LIMIT 1)`);
    await privacy.erasePerson(id, 's1', AGENT);
    const actors = await store.query('SELECT DISTINCT actor_id AS id FROM service_facts WHERE actor_type IS NOT NULL ORDER BY 1');
    expect(actors).toEqual([{ id: 'wang@example.com' }, { id: null }]);
  });

  it('keeps the audit of their complaints whole without a word of theirs', async () => {
    await privacy.erasePerson(await seed(), 's1', AGENT);
    const events = await store.query<SealedEvent>(
      `SELECT seq, at, json_build_object('type', actor_type, 'id', actor_id) AS actor, action, to_status AS to, data,
         words_digest AS "wordsDigest", prev_hash AS "prevHash", hash FROM complaint_events`,
    );
    const [ticket] = await store.query<{ seq: number; hash: string; mended: string }>(
      'SELECT last_seq AS seq, last_hash AS hash, corrective_action AS mended FROM complaints',
    );
    expect(findChainFault(events, { lastSeq: ticket!.seq, lastHash: ticket!.hash })).toBeUndefined();
    expect(await store.query('SELECT words, salt FROM complaint_events')).toEqual([{ words: null, salt: null }]);
    expect(ticket!.mended).toBe('⟨…⟩的片区换了快递员');
  });

  it('is refused, with the reasons, while a complaint or claim is open or the law wants it held; nothing is touched', async () => {
    const id = await seed();
    await complain(store, 'CMP-2', id, '还没到', { status: 'INVESTIGATING' });
    await complain(store, 'CMP-3', id, '坏了', { status: 'CLOSED', isLegalHold: true });
    const held = await complain(store, 'CMP-4', id, '丢了');
    await complain(store, 'CMP-5', id, '希望有晚班', { status: 'ASSESSED', type: 'suggestion' });
    await store.query(
      `INSERT INTO claims (id, idempotency_key, complaint_id, status, kind, value_minor, value_currency, evidence, result, created_at, updated_at)
       VALUES ('k1', 'k1', $1, 'OFFERED', 'lost', 100, 'CNY', 'C', '{}', $2, $2)`,
      [held, clock.now()],
    );
    const before = await findAll();
    await expect(privacy.erasePerson(id, 's1', AGENT)).rejects.toMatchObject({
      code: 'ERASURE_BLOCKED',
      facts: {
        reasons: [
          { kind: 'legal_hold', reference: 'CMP-3', status: 'CLOSED' },
          { kind: 'complaint', reference: 'CMP-2', status: 'INVESTIGATING' },
          { kind: 'claim', reference: 'CMP-4', status: 'OFFERED' },
        ],
      },
    });
    expect(await findAll()).toEqual(before);
  });

  it('keeps waybills for the year the law asks for, and nothing else; then they lose the name by themselves', async () => {
    const done = await privacy.erasePerson(await seed(100), 's1', AGENT);
    // Put 100 days ago: a year after that is 265 days from now.
    const until = new Date(Date.parse(NOW) + 265 * DAY_MS);
    expect(done.kept).toEqual([{ what: 'shipments', count: 2, reason: 'waybill_record', until }]);
    expect(await findAll()).toEqual([
      'shipments.recipient',
      'shipments.recipient_phone',
      'tracking_events.signed_by',
      'tracking_events.text',
    ]);
    expect(await store.query(`SELECT status FROM customers WHERE external_id IS NULL`)).toEqual([{ status: 'restricted' }]);
    expect(await finishErasures(store, new Date(until.getTime() - 1))).toBe(0);
    expect(await finishErasures(store, until)).toBe(2);
    expect(await findAll()).toEqual([]);
    expect(await store.query(`SELECT status FROM customers WHERE external_id IS NULL`)).toEqual([{ status: 'erased' }]);
    expect(await finishErasures(store, until)).toBe(0);
  });

  it('is not undone by an import: the parcel is stored, the customer is not made again', async () => {
    const id = await seed();
    await privacy.erasePerson(id, 's1', AGENT);
    await ship(store, 'XB9', daysBefore(0), {}, { erasureKey: KEY });
    const [shipment] = await store.query(`SELECT customer_id, recipient ->> 'name' AS name FROM shipments WHERE tracking_number = 'XB9'`);
    expect(shipment).toEqual({ customer_id: null, name: NAME });
    expect(await find('EXT-LI')).toEqual([]);
    // Under another id she is somebody new; the phone is hers to give again, not the import's.
    await ship(store, 'XB10', daysBefore(0), { customer: { externalId: 'EXT-NEW', name: NAME } }, { erasureKey: KEY });
    expect(await store.query('SELECT 1 AS one FROM contacts WHERE value = $1', ['+8613900001234'])).toEqual([]);
    expect((await createCustomers(store, clock).open(await idOf(store, 'EXT-NEW')))?.shipmentCount).toBe(1);
    // Others come in as ever.
    await ship(store, 'XB11', daysBefore(0), { customer: { externalId: 'EXT-THIRD' } }, { erasureKey: KEY });
    expect(await idOf(store, 'EXT-THIRD')).toBeTruthy();
  });

  it('takes who was merged into them along', async () => {
    const id = await seed();
    await ship(store, 'XB5', daysBefore(400), {
      recipient: party('李曉紅', '13900005555', '新街 5 号'),
      customer: { externalId: 'EXT-OLD', name: '李曉紅' },
    });
    const old = await idOf(store, 'EXT-OLD');
    await createCustomerMerges(store, clock).merge(old, id, { kind: 'staff', reason: `${NAME} 本人` }, AGENT);
    await privacy.erasePerson(old, 's1', AGENT);
    expect(await find(...TRACES, '李曉紅', '13900005555', '新街 5 号', 'EXT-OLD')).toEqual([]);
  });

  it('numbers certificates within the day of the company', async () => {
    const id = await seed();
    await privacy.erasePerson(id, 's1', AGENT);
    const other = await privacy.erasePerson(await idOf(store, 'EXT-OTHER'), `for ${NAME}`, AGENT);
    expect(other.reference).toBe('ERA-20261122-0002');
  });

  it('hands out everything of theirs and nothing of the other party', async () => {
    const id = await seed(100);
    const copy = await privacy.exportPerson(id);
    expect(Object.keys(copy ?? {})).toEqual([
      ...['profiles', 'contacts', 'contactPersons', 'consents', 'notes', 'signIns', 'callbackRequests', 'conversations', 'complaints'],
      ...['activity', 'shipments'],
    ]);
    expect(copy).toMatchObject({
      profiles: [{ customerNumber: 'EXT-LI', name: NAME }],
      contacts: [{ kind: 'email', value: EMAIL }, { kind: 'phone' }],
      contactPersons: [{ name: NAME, interests: '茶' }],
      conversations: [{ messages: [{ from: 'customer' }], files: [{ name: `${NAME}.jpg` }] }],
      complaints: [{ reference: 'CMP-1', history: [{ by: 'customer', words: `${NAME} 没收到，电话 13900001234` }] }],
      activity: [{ name: 'callback.opened' }, { name: 'customer.changed' }, { name: 'turn.answered', month: '2026-11', count: 1 }],
      shipments: [
        { trackingNumber: 'XB1', freightMinor: '1000', youAsRecipient: { name: NAME, street: STREET } },
        { trackingNumber: 'XB2', youAsRecipient: { name: NAME } },
      ],
    });
    const text = JSON.stringify(copy);
    for (const other of ['云栖茶叶店', '13800000001', '李小红', 'youAsSender']) expect(text).not.toContain(other);
    const shipments = copy?.shipments as readonly object[];
    expect(shipments).toHaveLength(2);
    expect(shipments[1]).not.toHaveProperty('freightMinor'); // what the shop paid is the shop's
    expect(await privacy.exportPerson('nobody')).toBeUndefined();
  });
});
