import { describe, expect, it } from 'vitest';
import type { Store } from '../../prisma/store.ts';
import type { NewComplaint, OpenedComplaint } from '../../rules/complaints/types.ts';
import { complaint } from '../conformance/tickets.ts';
import { type Setup, withTickets } from './complaintSetup.ts';
import { stores } from './store.ts';

// What every implementation does stands in test/conformance/complaints.ts; here is what the store writes and what it costs.
describe.each(stores)('complaints on the $name store', ({ open: openStore }) => {
  let inner: Store;
  let desk: Setup;
  withTickets(openStore, (setup) => {
    ({ inner } = setup);
    desk = setup;
  });
  const open = (key: string, more: Partial<NewComplaint> = {}): Promise<OpenedComplaint> => desk.complaints.open(complaint(key, more));
  const rows = (table: string): Promise<Record<string, unknown>[]> => inner.query(`SELECT * FROM ${table}`);

  it('are opened in three round trips at most, with their fact and webhook', async () => {
    desk.countTrips();
    const { complaint: ticket } = await open('m1', { contactPhone: '+8613912345678' });
    // Read, write, and what others say of the station.
    expect(desk.countTrips()).toBe(3);
    expect(await rows('service_facts')).toMatchObject([
      { name: 'complaint.opened', subject_id: ticket.id, category: 'loss', severity: 'P2', station: '杭州转运中心', channel: 'webchat' },
      { name: 'complaint.acknowledged', subject_id: ticket.id, actor_type: 'bot', seconds: 0, business_seconds: 0 },
      { name: 'complaint.assessed', subject_id: ticket.id, actor_type: 'system', actor_id: 'rules' },
    ]);
    expect(await rows('outbox')).toMatchObject([
      {
        kind: 'crm.webhook',
        key: 'complaint.created:CMP-20261123-0001:3',
        payload: { event: 'complaint.created', data: { reference: ticket.reference, status: 'ASSESSED', contactPhone: '+8613912345678' } },
      },
    ]);
    await open('m2', { conversationId: 'c2' });
    expect(desk.countTrips()).toBe(3);
  });

  it('leave one row of everything when one message comes ten times at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => open('m1')));
    for (const [table, count] of [
      ['complaints', 1],
      ['complaint_events', 3],
      ['service_facts', 3],
      ['outbox', 1],
    ] as const)
      expect(await rows(table)).toHaveLength(count);
  });

  it('name the account owner of their customer to the company', async () => {
    await inner.query(`UPDATE customers SET segment = 'TOP10_STABLE', account_owner = 'owner@example.com'`);
    await open('m1', { conversationId: 'c3' });
    const [entry] = await inner.query<{ payload: { data: object } }>('SELECT payload FROM outbox');
    expect(entry?.payload.data).toMatchObject({ accountOwner: 'owner@example.com', severity: 'P1' });
  });

  it('are found and listed in one round trip each', async () => {
    const { complaint: ticket } = await open('m1');
    desk.countTrips();
    await desk.complaints.find(ticket.reference, { conversationId: 'c1' });
    expect(desk.countTrips()).toBe(1);
    await desk.complaints.list({ conversationId: 'c1' });
    expect(desk.countTrips()).toBe(1);
  });
});
