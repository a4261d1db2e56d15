import { describe, expect, it } from 'vitest';
import type { Store } from '../../prisma/store.ts';
import type { Complaint } from '../../rules/complaints/types.ts';
import { AGENT, complaint } from '../conformance/tickets.ts';
import { type Setup, withTickets } from './complaintSetup.ts';
import { stores } from './store.ts';

// What every implementation does stands in test/conformance/complaintDesk.ts; here is what the store writes and what it costs.
describe.each(stores)('changes of complaints on the $name store', ({ open: openStore }) => {
  let inner: Store;
  let desk: Setup;
  let ticket: Complaint;
  withTickets(openStore, async (setup) => {
    ({ inner } = setup);
    desk = setup;
    ticket = (await desk.complaints.open(complaint('m1'))).complaint;
  });

  it('are one read and one write; the notice and the webhook leave with it', async () => {
    desk.countTrips();
    await desk.desk.change(
      ticket.reference,
      { to: 'INVESTIGATING', owner: 'wang@example.com', message: '我们在查', note: '问杭州站' },
      AGENT,
    );
    expect(desk.countTrips()).toBe(2);
    const outbox = await inner.query<{ kind: string; payload: object }>(`SELECT kind, payload FROM outbox WHERE key LIKE '%:7%'`);
    expect(outbox).toEqual([
      {
        kind: 'conversation.notice',
        payload: {
          conversationId: 'c1',
          reference: ticket.reference,
          trackingNumber: ticket.trackingNumber,
          kind: 'message',
          words: '我们在查',
        },
      },
      {
        kind: 'crm.webhook',
        payload: expect.objectContaining({ event: 'complaint.updated', data: expect.objectContaining({ version: 2 }) }),
      },
    ]);
  });

  it('are shown with the whole audit in one round trip', async () => {
    desk.countTrips();
    await desk.desk.open(ticket.reference);
    expect(desk.countTrips()).toBe(1);
  });
});
