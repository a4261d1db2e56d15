import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../prisma/crm/complaints/audit.ts';
import { reconcile } from '../../prisma/crm/reconciliation.ts';
import type { Store } from '../../prisma/store.ts';
import { AGENT, CUSTOMER, complaint, DAY, HOUR } from '../conformance/tickets.ts';
import { type Setup, withTickets } from './complaintSetup.ts';
import { stores } from './store.ts';

describe.each(stores)('the audit of complaints on the $name store', ({ open: openStore }) => {
  let inner: Store;
  let desk: Setup;
  const [first, second] = ['CMP-20261123-0001', 'CMP-20261123-0002'];
  withTickets(openStore, async (setup) => {
    ({ inner } = setup);
    desk = setup;
    await desk.complaints.open(complaint('m1'));
    await desk.complaints.open(complaint('m2', { category: 'damage' }));
    await desk.desk.change(first, { to: 'INVESTIGATING', note: '内部' }, AGENT);
  });

  it('is whole: three lines at opening and two of the change; four of the other, a repeat and so escalated', async () => {
    expect(await verifyAudit(inner)).toEqual({ tickets: 2, lines: 3 + 2 + 4, faults: [] });
  });

  const of = 'complaint_id = (SELECT id FROM complaints WHERE reference = $1)';
  it.each([
    ['a line that was changed', `UPDATE complaint_events SET actor_id = 'somebody' WHERE seq = 2 AND ${of}`, 2, 'line'],
    ['an instant that was changed', `UPDATE complaint_events SET at = at - interval '1 hour' WHERE seq = 4 AND ${of}`, 4, 'line'],
    ['words that were changed', `UPDATE complaint_events SET words = '别的' WHERE seq = 1 AND ${of}`, 1, 'words'],
    ['a line taken out', `DELETE FROM complaint_events WHERE seq = 2 AND ${of}`, 2, 'gap'],
    ['the last line taken off', `DELETE FROM complaint_events WHERE seq = 5 AND ${of}`, 5, 'end'],
    ['all lines taken away', `DELETE FROM complaint_events WHERE ${of}`, 1, 'end'],
    ['a line put in with a hash of its own', `UPDATE complaint_events SET prev_hash = 'x' WHERE seq = 3 AND ${of}`, 3, 'chain'],
    ['another end', `UPDATE complaints SET last_hash = 'x' WHERE reference = $1`, 6, 'end'],
  ])('finds %s', async (_what, sql, seq, fault) => {
    await inner.query(sql, [first]);
    expect((await verifyAudit(inner)).faults).toEqual([{ reference: first, seq, fault }]);
  });

  it('is whole when the words of an erased person are gone', async () => {
    await inner.query('UPDATE complaint_events SET words = NULL, salt = NULL');
    expect((await verifyAudit(inner)).faults).toEqual([]);
  });

  it('walks any number of tickets', async () => {
    // 401: two full batches and one more; a copy of a ticket has another id, so its chain is as whole as the first's.
    await inner.query(`
      WITH copies AS (
        INSERT INTO complaints SELECT r.* FROM complaints c, generate_series(1, 399) n, json_populate_record(c,
          json_build_object('id', c.id || n, 'reference', c.reference || n, 'idempotency_key', 'copy' || n, 'open_key', NULL)) r WHERE c.reference = '${second}' RETURNING id
      )
      INSERT INTO complaint_events SELECT r.* FROM copies x, complaint_events e,
        json_populate_record(e, json_build_object('complaint_id', x.id, 'idempotency_key', NULL)) r WHERE e.complaint_id = (SELECT id FROM complaints WHERE reference = '${second}')`);
    expect(await verifyAudit(inner)).toEqual({ tickets: 401, lines: 5 + 400 * 4, faults: [] });
  });
});

describe.each(stores)('the daily numbers on the $name store', ({ open: openStore }) => {
  let inner: Store;
  let desk: Setup;
  withTickets(openStore, (setup) => {
    ({ inner } = setup);
    desk = setup;
  });

  it('counts what was opened, closed and changed in a day of the company, and what its systems were told', async () => {
    // 10:00 in Shanghai on the 23rd, then 23:00, then 01:00 of the 24th.
    const { complaint: one } = await desk.complaints.open(complaint('m1'));
    await desk.complaints.open(complaint('m2', { category: 'damage' }));
    desk.clock.advance(13 * HOUR);
    await desk.complaints.change(one.reference, { to: 'WITHDRAWN' }, CUSTOMER, 'm3');
    desk.clock.advance(2 * HOUR);
    await desk.desk.change(one.reference, { to: 'REOPENED', reason: '客户来电' }, AGENT);
    await inner.query(`UPDATE outbox SET done_at = created_at WHERE key LIKE 'complaint.created:%-0001:%'`);
    await inner.query(`UPDATE outbox SET dead_at = created_at WHERE key LIKE 'complaint.closed:%'`);
    expect(await reconcile(inner, '2026-11-23', 'Asia/Shanghai')).toEqual({
      day: '2026-11-23',
      from: new Date('2026-11-22T16:00:00Z'),
      to: new Date('2026-11-23T16:00:00Z'),
      tickets: { opened: 2, closed: 1, changed: 2 },
      webhooks: [
        { event: 'complaint.closed', done: 0, waiting: 0, dead: 1 },
        { event: 'complaint.created', done: 1, waiting: 1, dead: 0 },
      ],
    });
    expect(await reconcile(inner, '2026-11-24', 'Asia/Shanghai')).toMatchObject({
      tickets: { opened: 0, closed: 0, changed: 1 },
      webhooks: [{ event: 'complaint.reopened', done: 0, waiting: 1, dead: 0 }],
    });
    desk.clock.advance(DAY);
    expect(await reconcile(inner, '2026-11-25', 'Asia/Shanghai')).toMatchObject({
      tickets: { opened: 0, closed: 0, changed: 0 },
      webhooks: [],
    });
  });
});
