import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPage } from '../../prisma/crm/complaints/pages.ts';
import type { Store } from '../../prisma/store.ts';
import type { ComplaintFilter, ComplaintOrder } from '../../rules/complaints/desk.ts';
import type { Complaint } from '../../rules/complaints/types.ts';
import { AGENT, complaint, HOUR, NUMBER, type Setup, setUp } from './complaintSetup.ts';
import { clear, stores } from './store.ts';

const CATEGORIES = ['loss', 'damage', 'delay', 'customs', 'pickup', 'return', 'cod'] as const;

describe.each(stores)('pages of complaints on the $name store', ({ open: openStore }) => {
  let inner: Store;
  let desk: Setup;
  beforeAll(async () => {
    inner = await openStore();
  });
  afterAll(() => inner.close());
  beforeEach(async () => {
    desk = await setUp(inner);
  });
  /** Seven tickets, a minute apart; loss and damage, cod, misdelivery are P2, all others P3 … raised by the repeats. */
  async function openSeven(): Promise<void> {
    for (const category of CATEGORIES) {
      await desk.complaints.open(complaint(category, { category }));
      desk.clock.advance(60_000);
    }
  }
  async function walk(
    filter: ComplaintFilter,
    order: ComplaintOrder,
    limit: number,
    between = async (): Promise<void> => {},
  ): Promise<Complaint[]> {
    const seen: Complaint[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk.desk.list(filter, { order, limit, ...(cursor !== undefined && { cursor }) });
      expect(page.complaints.length).toBeLessThanOrEqual(limit);
      seen.push(...page.complaints);
      cursor = page.nextCursor;
      await between();
    } while (cursor !== undefined);
    return seen;
  }
  const categories = (tickets: readonly Complaint[]): readonly string[] => tickets.map(({ category }) => category);

  it('follow what changed, oldest change first, each page one round trip', async () => {
    await openSeven();
    desk.countTrips();
    const page = await desk.desk.list({}, { order: 'updated', limit: 3 });
    expect(desk.countTrips()).toBe(1);
    expect(categories(page.complaints)).toEqual(['loss', 'damage', 'delay']);
    expect(page.complaints[0]).toEqual((await desk.desk.open(page.complaints[0]?.reference ?? ''))?.complaint);
    expect(categories(await walk({}, 'updated', 3))).toEqual(CATEGORIES);
    expect(categories(await walk({}, 'updated', 7))).toEqual(CATEGORIES);
  });

  it('show what is added and what changes meanwhile, and skip nothing', async () => {
    await openSeven();
    const more = ['fee_dispute', 'document'] as const;
    let at = 0;
    const seen = await walk({}, 'updated', 3, async () => {
      const category = more[at++];
      if (!category) return;
      await desk.complaints.open(complaint(category, { category }));
      desk.clock.advance(1);
      if (at === 1) await desk.desk.change('CMP-20261123-0001', { owner: 'wang@example.com' }, AGENT);
    });
    // The first comes again, with its change, after what was there before.
    expect(categories(seen)).toEqual([...CATEGORIES, 'fee_dispute', 'loss', 'document']);
  });

  it('show what is due first to people, over all states', async () => {
    await openSeven();
    await desk.desk.change('CMP-20261123-0003', { to: 'INVESTIGATING' }, AGENT);
    const seen = await walk({}, 'due', 2);
    expect(seen).toHaveLength(7);
    const dues = seen.map(({ due }) => due.resolveAt.getTime());
    expect(dues).toEqual([...dues].sort((a, b) => a - b));
  });

  it('filter by every condition, all together', async () => {
    await openSeven();
    await desk.desk.change('CMP-20261123-0002', { owner: 'wang@example.com', team: 'claims' }, AGENT);
    await desk.complaints.open(complaint('p', { conversationId: 'c3', type: 'praise', category: 'other', description: '很好' }));
    const find = async (filter: ComplaintFilter): Promise<readonly (readonly string[])[]> => {
      const of = async (order: ComplaintOrder) => [...categories((await desk.desk.list(filter, { order, limit: 50 })).complaints)].sort();
      return [await of('updated'), await of('due')];
    };
    const both = (...expected: readonly string[]) => [expected, expected];
    expect(await find({ owner: 'wang@example.com' })).toEqual(both('damage'));
    expect(await find({ owner: null, statuses: ['ASSESSED'], type: 'complaint' })).toEqual(
      both(...[...CATEGORIES].filter((each) => !['damage', 'cod'].includes(each)).sort()),
    );
    expect(await find({ team: 'claims', category: 'damage', severity: 'P1' })).toEqual(both('damage'));
    expect(await find({ type: 'praise' })).toEqual(both('other'));
    expect(await find({ customerId: await desk.customerId('CU-1') })).toEqual(both('other'));
    expect(await find({ trackingNumber: NUMBER, statuses: ['ESCALATED'] })).toEqual(both('cod', 'damage'));
    expect(await find({ trackingNumber: `${NUMBER}-1`, category: 'loss' })).toEqual(both('loss'));
    expect(await find({ updatedAfter: desk.clock.now() })).toEqual(both('damage', 'other'));
    // P1 within 24 hours, all others within 48.
    expect(await find({ dueBefore: new Date(desk.clock.now().getTime() + 25 * HOUR) })).toEqual(both('cod', 'damage'));
    expect(await find({ owner: 'nobody@example.com' })).toEqual(both());
    expect(await find({ statuses: [] })).toEqual(both());
  });

  it('refuse a cursor that is not theirs', async () => {
    await openSeven();
    const { nextCursor = '' } = await desk.desk.list({}, { order: 'updated', limit: 1 });
    for (const [order, cursor] of [
      ['due', nextCursor],
      ['updated', 'x'],
      ['updated', ''],
      ['updated', Buffer.from('1:abc').toString('base64url')],
    ] as const)
      await expect(desk.desk.list({}, { order, cursor, limit: 1 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('read an index among 20,000 tickets, whatever is asked for', async () => {
    await openSeven();
    await inner.query(`
      INSERT INTO complaints SELECT r.* FROM complaints c, generate_series(1, 20000) n, json_populate_record(c, json_build_object('id', c.id || n, 'reference', c.reference || '-' || n,
        'idempotency_key', 'copy' || n, 'open_key', NULL, 'status', CASE WHEN n % 50 = 0 THEN 'INVESTIGATING' ELSE 'CLOSED' END,
        'owner', 'agent' || n % 40, 'team', 'team' || n % 5, 'severity', 'P' || n % 4, 'customer_id', NULL, 'tracking_number', 'T' || n, 'shipment_id', NULL,
        'updated_at', c.updated_at - n * interval '1 minute', 'resolve_due_at', c.resolve_due_at - n * interval '1 minute')) r
      WHERE c.reference = 'CMP-20261123-0001'`);
    await inner.query('ANALYZE complaints');
    const filters: readonly ComplaintFilter[] = [
      ...[{}, { owner: 'agent3' }, { owner: null }, { team: 'team3' }, { severity: 'P0' }, { category: 'loss' }, { type: 'complaint' }],
      ...[{ statuses: ['INVESTIGATING'] }, { statuses: ['INVESTIGATING', 'CLOSED'] }, { owner: 'agent3', statuses: ['INVESTIGATING'] }],
      ...[{ trackingNumber: 'T77' }, { customerId: 'nobody' }, { team: 'team3', statuses: ['INVESTIGATING'], severity: 'P1' }],
      ...[{ updatedAfter: desk.clock.now() }, { dueBefore: desk.clock.now() }, { owner: 'agent3', dueBefore: desk.clock.now() }],
    ] as readonly ComplaintFilter[];
    for (const filter of filters)
      for (const order of ['updated', 'due'] as const) {
        const { sql, params } = buildPage(filter, filter, { order }, 51);
        const plan = await inner.query<Record<string, string>>(`EXPLAIN ${sql}`, params);
        const text = plan.map((line) => line['QUERY PLAN']).join('\n');
        expect(text, `${JSON.stringify(filter)} ${order}\n${text}`).not.toMatch(/Seq Scan on complaints/);
      }
    await clear(inner);
  });
});
