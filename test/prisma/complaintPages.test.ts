import { describe, expect, it } from 'vitest';
import { buildPage } from '../../prisma/crm/complaints/pages.ts';
import type { Store } from '../../prisma/store.ts';
import type { ComplaintFilter } from '../../rules/complaints/desk.ts';
import { complaint } from '../conformance/tickets.ts';
import { type Setup, withTickets } from './complaintSetup.ts';
import { clear, stores } from './store.ts';

const CATEGORIES = ['loss', 'damage', 'delay', 'customs', 'pickup', 'return', 'cod'] as const;

// What every implementation does stands in test/conformance/complaintPages.ts; here is what pages cost.
describe.each(stores)('pages of complaints on the $name store', ({ open: openStore }) => {
  let inner: Store;
  let desk: Setup;
  withTickets(openStore, (setup) => {
    ({ inner } = setup);
    desk = setup;
  });
  async function openSeven(): Promise<void> {
    for (const category of CATEGORIES) {
      await desk.complaints.open(complaint(category, { category }));
      desk.clock.advance(60_000);
    }
  }
  it('are one round trip each', async () => {
    await openSeven();
    desk.countTrips();
    await desk.desk.list({}, { order: 'updated', limit: 3 });
    expect(desk.countTrips()).toBe(1);
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
