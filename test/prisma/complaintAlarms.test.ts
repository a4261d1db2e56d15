import { describe, expect, it } from 'vitest';
import { runAlarms } from '../../prisma/crm/complaints/alarms.ts';
import { verifyAudit } from '../../prisma/crm/complaints/audit.ts';
import type { Store } from '../../prisma/store.ts';
import { AGENT, complaint, HOUR } from '../conformance/tickets.ts';
import { POLICY, type Setup, withTickets } from './complaintSetup.ts';
import { stores } from './store.ts';

describe.each(stores)('alarms of complaints on the $name store', ({ open: openStore }) => {
  let inner: Store;
  let desk: Setup;
  let reference: string;
  withTickets(openStore, async (setup) => {
    ({ inner } = setup);
    desk = setup;
    reference = (await desk.complaints.open(complaint('m1'))).complaint.reference;
  });
  const run = (): Promise<number> => runAlarms(desk.store, desk.clock, { policy: POLICY });
  const warnings = async (): Promise<readonly object[]> =>
    ((await desk.desk.open(reference))?.events ?? []).filter(({ action }) => action === 'warned').map(({ data }) => data);

  it('cost one round trip where nothing is due', async () => {
    desk.clock.advance(HOUR - 1);
    desk.countTrips();
    expect(await run()).toBe(0);
    expect(desk.countTrips()).toBe(1);
  });

  it('leave nothing to look at and no matter to keep open once a ticket has ended', async () => {
    await desk.desk.change(reference, { to: 'INVESTIGATING' }, AGENT);
    await desk.desk.change(reference, { to: 'WAITING_CUSTOMER', message: '请发照片' }, AGENT);
    for (let day = 1; day <= 3; day++) {
      desk.clock.advance(24 * HOUR);
      await run();
    }
    expect(await inner.query('SELECT status, next_alarm_at AS next, open_key AS key FROM complaints')).toEqual([
      { status: 'CLOSED_NO_REPLY', next: null, key: null },
    ]);
  });

  it('escalates what is late, counts the breach and tells the company, once for two runners at once', async () => {
    desk.clock.advance(2 * HOUR);
    const done = await Promise.all([run(), run(), run()]);
    expect(done.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect((await desk.desk.open(reference))?.complaint).toMatchObject({ status: 'ESCALATED', version: 2 });
    expect(await warnings()).toHaveLength(3);
    expect(await inner.query(`SELECT name, label FROM service_facts WHERE name ~ 'breached|escalated' ORDER BY name`)).toEqual([
      { name: 'complaint.breached', label: 'firstResponse' },
      { name: 'complaint.escalated', label: null },
    ]);
    expect(await inner.query(`SELECT key FROM outbox WHERE key LIKE 'complaint.escalated:%'`)).toHaveLength(1);
  });

  it('does 120 tickets at once in batches, by two runners, each once, and their audits stay whole', async () => {
    for (let n = 0; n < 119; n++)
      await desk.complaints.open(
        complaint(`n${n}`, { trackingNumber: `XB9${n}`, description: `第${n}件事情 ${'abcdefghij'[n % 10]}${n * 7919}` }),
      );
    desk.clock.advance(HOUR + 1);
    const tickets = await inner.query(`SELECT 1 AS one FROM complaints WHERE next_alarm_at <= $1`, [desk.clock.now()]);
    const done = await Promise.all([run(), run()]);
    expect(done.reduce((sum, each) => sum + each, 0)).toBe(tickets.length);
    expect((await verifyAudit(inner)).faults).toEqual([]);
  });

  it('keeps going past a ticket that cannot be done, and then says so', async () => {
    await desk.complaints.open(complaint('m2', { category: 'damage' }));
    await inner.query(`UPDATE complaints SET severity = 'P9' WHERE reference = $1`, [reference]);
    desk.clock.advance(HOUR);
    await expect(run()).rejects.toThrow();
    expect(await inner.query(`SELECT version FROM complaints ORDER BY reference`)).toEqual([{ version: 1 }, { version: 2 }]);
  });
});
