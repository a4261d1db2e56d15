import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createCallbacks } from '../../prisma/crm/callbacks.ts';
import { createConsents } from '../../prisma/crm/customers/consents.ts';
import { createCustomers } from '../../prisma/crm/customers/index.ts';
import { segmentCustomers, segmentOnceANight } from '../../prisma/crm/customers/segments.ts';
import { loadDemo } from '../../prisma/demo/index.ts';
import type { Store } from '../../prisma/store.ts';
import type { Consents, CustomerDesk } from '../../rules/customers/types.ts';
import { key, staff } from '../principals.ts';
import { chat, complain, daysBefore, idOf, NOW, party, ship } from './customerSeed.ts';
import { clear, stores } from './store.ts';

const LIN = staff('lin@example.com');

describe.each(stores)('customers on the $name store', ({ open }) => {
  let clock = createFixedClock(NOW);
  let store: Store;
  let customers: CustomerDesk;
  let consents: Consents;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await clear(store);
    clock = createFixedClock(NOW);
    customers = createCustomers(store, clock);
    consents = createConsents(store, clock);
  });

  /** Customers C0 … as they were put a minute apart, the latest last. */
  async function putMany(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1)
      await ship(store, `T${n}`, new Date(Date.parse(NOW) + n * 60_000), {
        recipient: party(`王小${n}`, `1390000100${n}`),
        customer: { externalId: `EXT-${n}`, name: `王小${n}` },
      });
  }
  const externalIds = async (...args: Parameters<CustomerDesk['list']>) =>
    (await customers.list(...args)).customers.map(({ externalId }) => externalId);

  describe('lists', () => {
    it('go through all in pages, longest unchanged first, each once', async () => {
      await putMany(5);
      const seen: (string | undefined)[] = [];
      let cursor: string | undefined;
      do {
        const page = await customers.list({}, { limit: 2, ...(cursor && { cursor }) });
        seen.push(...page.customers.map(({ externalId }) => externalId));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(['EXT-0', 'EXT-1', 'EXT-2', 'EXT-3', 'EXT-4']);
    });

    it('follow changes: at the instant named, and after it', async () => {
      await putMany(3);
      expect(await externalIds({ updatedAfter: new Date(Date.parse(NOW) + 60_000) }, { limit: 10 })).toEqual(['EXT-1', 'EXT-2']);
    });

    it.each([
      ['王小1', ['EXT-1']],
      ['EXT-2', ['EXT-2']],
      ['13900001000', ['EXT-0']],
      ['+86 139 0000 1000', ['EXT-0']],
      ['139000010', ['EXT-0', 'EXT-1', 'EXT-2']],
      ['小1', []],
      ['王%', []],
      ['no-such', []],
    ])('find by how a name, id or phone begins: %s', async (text, found) => {
      await putMany(3);
      expect(await externalIds({ text }, { limit: 10 })).toEqual(found);
    });

    it('refuse one character, which would be half the store, and a cursor of somebody else', async () => {
      await expect(customers.list({ text: '王' }, { limit: 10 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      await expect(customers.list({}, { limit: 10, cursor: 'abc' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    });
  });

  describe('a customer', () => {
    it('is opened with everything one looks at before speaking with them', async () => {
      await ship(store, 'T1', daysBefore(3));
      const id = await idOf(store, 'EXT-LI');
      for (let n = 1; n <= 6; n += 1) await chat(store, `v${n}`, 'visitor-1', '你好', daysBefore(n), 'EXT-LI');
      await complain(store, 'CMP-1', id, '没收到', { status: 'INVESTIGATING' });
      await complain(store, 'CMP-2', id, '没收到', { status: 'CLOSED' });
      const file = await customers.open(id);
      expect(file).toMatchObject({
        customer: { externalId: 'EXT-LI', name: '李晓红', kind: 'person', status: 'active' },
        contacts: [{ kind: 'phone', value: '+8613900001234' }],
        ...{ mergedIds: [], people: [], consents: [], openTickets: 1, shipmentCount: 1 },
      });
      expect(file?.conversations.map((each) => each.id)).toEqual(['v1', 'v2', 'v3', 'v4', 'v5']);
      expect(file?.conversations[0]?.createdAt).toEqual(daysBefore(1));
      expect(await customers.open('nobody')).toBeUndefined();
    });

    it('is changed field by field; null empties, and who read an older state is refused', async () => {
      await ship(store, 'T1', daysBefore(1));
      const id = await idOf(store, 'EXT-LI');
      const first = await customers.update(id, { kind: 'firm', industry: '茶叶', accountOwner: 'lin@example.com' }, key('crm'));
      expect(first).toMatchObject({ kind: 'firm', industry: '茶叶', name: '李晓红', accountOwner: 'lin@example.com' });
      const second = await customers.update(id, { industry: null }, LIN, first.updatedAt);
      expect(second.industry).toBeUndefined();
      expect(second.updatedAt > first.updatedAt).toBe(true); // although the clock stands
      await expect(customers.update(id, { goods: '茶具' }, LIN, first.updatedAt)).rejects.toMatchObject({ code: 'CONFLICT' });
      await expect(customers.update('nobody', {}, LIN)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const facts = await store.query('SELECT name, customer_id, actor_type, actor_id, label FROM service_facts ORDER BY id');
      // Whoever was refused changed nothing.
      const changed = { name: 'customer.changed', customer_id: id, actor_type: 'agent' };
      expect(facts).toEqual([
        { ...changed, actor_id: 'key:crm', label: 'accountOwner+industry+kind' },
        { ...changed, actor_id: 'lin@example.com', label: 'industry' },
      ]);
    });

    it('keeps interests and a birthday only with consent, and loses them when it is withdrawn', async () => {
      await ship(store, 'T1', daysBefore(1));
      const id = await idOf(store, 'EXT-LI');
      const people = [{ name: '王明', jobTitle: '仓库主管', interests: '围棋', birthdayOn: '1980-05-01' }];
      await expect(customers.update(id, { people }, LIN)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        facts: { errors: [{ path: 'people[0].interests' }, { path: 'people[0].birthdayOn' }] },
      });
      const asked = { purpose: 'profile', textVersion: '2026-11', channel: 'phone' } as const;
      await consents.grant(id, asked);
      await customers.update(id, { people }, LIN);
      const [person] = (await customers.open(id))!.people;
      expect(person).toMatchObject({ name: '王明', interests: '围棋', birthdayOn: '1980-05-01' });
      clock.advance(1000);
      await consents.withdraw(id, asked);
      expect((await customers.open(id))!.people).toEqual([{ id: person!.id, name: '王明', jobTitle: '仓库主管' }]);
      expect(await store.query('SELECT interests, birthday_on FROM contact_people')).toEqual([{ interests: null, birthday_on: null }]);
      expect(await consents.read(id)).toMatchObject([{ purpose: 'profile', isGranted: false, at: clock.now() }]);
      await expect(consents.grant('nobody', asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('has lists replaced as a whole, where who stays keeps their id and their verification', async () => {
      await ship(store, 'T1', daysBefore(1));
      const id = await idOf(store, 'EXT-LI');
      await store.query('UPDATE contacts SET verified_at = $1', [daysBefore(1)]);
      await customers.update(id, { people: [{ name: '王明' }, { name: '赵云' }] }, LIN);
      const before = (await customers.open(id))!.people;
      const kept = before.find(({ name }) => name === '赵云')!;
      await customers.update(
        id,
        {
          people: [{ ...kept, jobTitle: '采购' }],
          contacts: [{ kind: 'phone', value: '+8613900001234' }, { kind: 'email', value: 'li@example.com' }], // biome-ignore format: one line reads better
        },
        LIN,
      );
      const file = await customers.open(id);
      expect(file?.people).toEqual([{ id: kept.id, name: '赵云', jobTitle: '采购' }]);
      expect(file?.contacts).toEqual([
        { kind: 'phone', value: '+8613900001234', verifiedAt: daysBefore(1) },
        { kind: 'email', value: 'li@example.com' },
      ]);
    });
  });

  describe('the timeline', () => {
    it('has everything between us, newest first, in pages without gap or repeat', async () => {
      for (let n = 0; n < 4; n += 1) await ship(store, `T${n}`, daysBefore(10 + n));
      const id = await idOf(store, 'EXT-LI');
      await chat(store, 'v1', 'visitor-1', '你好', daysBefore(10), 'EXT-LI'); // the same instant as T0
      await complain(store, 'CMP-1', id, '没收到', { at: daysBefore(9) });
      await createCallbacks(store, createFixedClock(daysBefore(8)), 'Asia/Shanghai').open({
        ...{
          idempotencyKey: 'm1',
          conversationId: 'v1',
          customerId: id,
          phone: '+8613900001234',
          locale: 'zh-Hans',
          topic: 'complaint',
          note: '',
        },
      });
      const visit = { kind: 'visit', author: 'lin', text: '拜访', at: daysBefore(20) } as const;
      const note = await customers.addNote(id, visit);
      expect((await customers.addNote(id, visit)).id).toBe(note.id);
      const all = await customers.timeline(id, { limit: 50 });
      expect(all.entries.map(({ kind }) => kind)).toEqual([
        ...['callback', 'complaint', 'shipment', 'conversation', 'shipment', 'shipment', 'shipment', 'note'],
      ]);
      expect(all.entries[1]).toMatchObject({ id: 'CMP-1', category: 'delay', status: 'CLOSED', at: daysBefore(9) });
      expect(all.entries.at(-1)).toEqual({ kind: 'note', id: note.id, at: daysBefore(20), noteKind: 'visit', author: 'lin', text: '拜访' });
      for (const limit of [1, 2, 3]) {
        const seen: unknown[] = [];
        let cursor: string | undefined;
        do {
          const page = await customers.timeline(id, { limit, ...(cursor && { cursor }) });
          seen.push(...page.entries);
          cursor = page.nextCursor;
        } while (cursor);
        expect(seen).toEqual(all.entries);
      }
    });

    it('is empty for nobody, and takes no note for them', async () => {
      expect(await customers.timeline('nobody', { limit: 5 })).toEqual({ entries: [] });
      await expect(customers.addNote('nobody', { kind: 'note', author: 'a', text: 'b' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('the nightly groups', () => {
    it('are computed from shipments, once; another night without trade changes nothing', async () => {
      // 200 and 230 days ago: alone in the store, one of one is in the low tier.
      for (const days of [200, 230]) await ship(store, `T${days}`, daysBefore(days), { freight: { minor: 1550, currency: 'CNY' } });
      await ship(store, 'T240', daysBefore(240), { freight: { minor: 900, currency: 'HKD' } });
      const id = await idOf(store, 'EXT-LI');
      expect(await segmentCustomers(store, clock)).toBe(1);
      const file = await customers.open(id);
      expect(file?.customer).toMatchObject({ segment: 'CHURNED_LOW', segmentedAt: clock.now() });
      // 22 November less 200 days is 6 May.
      expect(file?.segmentBasis).toMatchObject({
        lastShippedOn: '2026-05-06',
        shipments: 3,
        contributionMinor: 3100,
        activeYearMinor: 3100,
        otherCurrency: 1,
      });
      expect(file?.segmentSays?.en).toContain('CNY 31.00');
      expect(await externalIds({ segment: 'CHURNED_LOW' }, { limit: 5 })).toEqual(['EXT-LI']);
      expect(await externalIds({ segment: 'STABLE_MID' }, { limit: 5 })).toEqual([]);
      clock.advance(86_400_000);
      expect(await segmentCustomers(store, clock)).toBe(0);
    });

    it('see who came back, the month turn in the company zone, and what was never handed over', async () => {
      await ship(store, 'T1', daysBefore(300));
      await ship(store, 'T2', daysBefore(59));
      // 31 October 16:30 UTC is 1 November in Shanghai: the present month, not an active one before it.
      await ship(store, 'T3', new Date('2026-10-31T16:30:00Z'));
      await store.query(`UPDATE shipments SET status = 'CANCELLED' WHERE tracking_number = 'T3'`);
      await ship(store, 'T4', new Date('2026-10-31T16:30:00Z'));
      await segmentCustomers(store, clock);
      const file = await customers.open(await idOf(store, 'EXT-LI'));
      // Back after 300 − 59 days; active in January and September.
      expect(file?.customer.segment).toBe('REACTIVATED_LOW');
      expect(file?.segmentBasis).toMatchObject({ shipments: 3, pauseDays: 241, activeMonths: 2 });
    });

    it('find each habit of the demo carrier', async () => {
      await loadDemo(store, clock.now());
      expect(await segmentCustomers(store, clock)).toBe(200);
      const rows = await store.query<{ segment: string }>('SELECT DISTINCT segment FROM customers ORDER BY 1');
      expect(rows.map(({ segment }) => segment)).toEqual([
        ...['CHURNED_LOW', 'CHURNED_MID', 'GROWING_HIGH', 'REACTIVATED_LOW', 'SEASONAL_LOW', 'STABLE_MID', 'TOP10_STABLE', 'UNASSIGNED'],
      ]);
      expect(await segmentCustomers(store, clock)).toBe(0);
    });

    it('are computed by one of many instances, once a night from 02:00 on', async () => {
      await ship(store, 'T1', daysBefore(1));
      const rounds = await Promise.all([1, 2, 3].map(() => segmentOnceANight(store, clock)));
      expect(rounds.sort()).toEqual([0, 0, 1]);
      await ship(store, 'T2', daysBefore(1), { customer: { externalId: 'EXT-NEW' } });
      clock.advance(15 * 3_600_000); // 01:00 in Shanghai
      expect(await segmentOnceANight(store, clock)).toBe(0);
      clock.advance(3_600_000); // 02:00
      expect(await segmentOnceANight(store, clock)).toBeGreaterThan(0);
    });
  });
});
