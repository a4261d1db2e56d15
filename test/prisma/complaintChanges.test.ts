import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClaims } from '../../prisma/crm/claims/index.ts';
import { verifyAudit } from '../../prisma/crm/complaints/audit.ts';
import type { Store } from '../../prisma/store.ts';
import { actFor, actorOf, type Principal } from '../../rules/access/principal.ts';
import type { Complaint, ComplaintChange, Remedy } from '../../rules/complaints/types.ts';
import { key, staff } from '../principals.ts';
import { AGENT, CUSTOMER, complaint, OTHER_AGENT, type Setup, setUp } from './complaintSetup.ts';
import { stores } from './store.ts';

const REMEDY: Remedy = { type: 'compensation', text: '赔付 199 元', amount: { minor: 19_900, currency: 'CNY' } };

describe.each(stores)('changes of complaints on the $name store', ({ open: openStore }) => {
  let inner: Store;
  let desk: Setup;
  let ticket: Complaint;
  beforeAll(async () => {
    inner = await openStore();
  });
  afterAll(() => inner.close());
  beforeEach(async () => {
    desk = await setUp(inner);
    ticket = (await desk.complaints.open(complaint('m1'))).complaint;
  });
  const change = (
    what: ComplaintChange,
    options?: { expectedVersion?: number; idempotencyKey?: string },
    by: Principal = AGENT,
  ): Promise<Complaint> => desk.desk.change(ticket.reference, what, by, options);
  const events = async (): Promise<readonly string[]> =>
    ((await desk.desk.open(ticket.reference))?.events ?? []).map(({ action }) => action);

  it('is one read and one write; the customer is told and the company hears of it', async () => {
    desk.countTrips();
    const changed = await change({ to: 'INVESTIGATING', owner: 'wang@example.com', message: '我们在查', note: '问杭州站' });
    expect(desk.countTrips()).toBe(2);
    // The instant grows, though the clock stands: systems follow changes by it.
    const updatedAt = new Date(ticket.updatedAt.getTime() + 1);
    expect(changed).toMatchObject({
      version: 2,
      status: 'INVESTIGATING',
      owner: 'wang@example.com',
      firstRespondedAt: desk.clock.now(),
      updatedAt,
    });
    expect((await desk.desk.open(ticket.reference))?.complaint).toEqual(changed);
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
    expect(await inner.query(`SELECT seconds FROM service_facts WHERE name = 'complaint.responded'`)).toEqual([{ seconds: 0 }]);
  });

  it('shows a ticket with its whole audit in one round trip', async () => {
    desk.countTrips();
    await desk.desk.open(ticket.reference);
    expect(desk.countTrips()).toBe(1);
    expect(await desk.desk.open('CMP-20261123-9999')).toBeUndefined();
  });

  it('lets two agents change it at once, one after the other, and loses neither', async () => {
    await Promise.all([change({ owner: 'wang@example.com' }), change({ note: '我来看看' }, {}, OTHER_AGENT)]);
    const opened = await desk.desk.open(ticket.reference);
    expect(opened?.complaint).toMatchObject({ version: 3, owner: 'wang@example.com' });
    expect(opened?.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('refuses the second of two agents who expected what the first one changed', async () => {
    const results = await Promise.allSettled([
      change({ owner: 'wang@example.com' }, { expectedVersion: 1 }),
      change({ owner: 'zhao@example.com' }, { expectedVersion: 1 }, OTHER_AGENT),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'CONFLICT', facts: { reference: ticket.reference, version: 2 } });
    expect(await change({ team: 'CRG' }, { expectedVersion: 2 })).toMatchObject({ version: 3, team: 'CRG' });
  });

  it('refuses an illegal transition, keeps that in the audit, and changes nothing else', async () => {
    await expect(change({ to: 'RESOLVED', rootCause: 'capacity', resolution: '好了' })).rejects.toMatchObject({
      code: 'TRANSITION_REFUSED',
      facts: { from: 'ASSESSED', to: 'RESOLVED' },
    });
    const opened = await desk.desk.open(ticket.reference);
    expect(opened?.complaint).toEqual(ticket);
    expect(opened?.events.at(-1)).toMatchObject({ seq: 4, action: 'refused', from: 'ASSESSED', to: 'RESOLVED', actor: actorOf(AGENT) });
    // The refusal broke no expectation: the version is the same.
    expect(await change({ to: 'INVESTIGATING' }, { expectedVersion: 1 })).toMatchObject({ version: 2 });
  });

  it('refuses money above a limit and writes nothing; a key that names a person stands in the audit with them', async () => {
    const remedy = { type: 'compensation', text: '赔付', amount: { minor: 50_001, currency: 'CNY' } } as const;
    const before = await desk.desk.open(ticket.reference);
    await expect(change({ to: 'RESOLUTION_PROPOSED', remedy })).rejects.toMatchObject({
      code: 'AUTHORITY_EXCEEDED',
      facts: { needs: 'crg' },
    });
    expect(await desk.desk.open(ticket.reference)).toEqual(before);
    await change({ to: 'RESOLUTION_PROPOSED', remedy }, {}, actFor(key('crm', 'manager'), { id: 'lin@example.com' }));
    const opened = await desk.desk.open(ticket.reference);
    expect(opened?.events.at(-1)).toMatchObject({ actor: { type: 'agent', id: 'lin@example.com' }, data: { key: 'crm', minor: 50_001 } });
    expect((await verifyAudit(inner)).faults).toEqual([]);
  });

  it('answers a repeated command as the first time, done or refused', async () => {
    const done = await change({ note: '一次' }, { idempotencyKey: 'k1' });
    await change({ owner: 'wang@example.com' });
    expect(await change({ note: '一次' }, { idempotencyKey: 'k1' })).toMatchObject({
      version: done.version + 1,
      owner: 'wang@example.com',
    });
    for (let n = 0; n < 2; n++)
      await expect(change({ to: 'CLOSED' }, { idempotencyKey: 'k2' })).rejects.toMatchObject({ code: 'TRANSITION_REFUSED' });
    const both = [change({ note: '两次' }, { idempotencyKey: 'k3' }), change({ note: '两次' }, { idempotencyKey: 'k3' })];
    await Promise.all(both);
    expect((await events()).slice(3)).toEqual(['noted', 'assigned', 'refused', 'noted']);
  });

  it('keeps every note of four people who write at once for a while, each line once and the chain whole', async () => {
    // 4 × 8 notes: of four commands at once one is written and three run again, at most ten times.
    const people = Array.from({ length: 4 }, async (_, person) => {
      for (let n = 0; n < 8; n++) await change({ note: `${person}-${n}` }, { idempotencyKey: `${person}-${n}` }, staff(`agent${person}`));
    });
    await Promise.all(people);
    const opened = await desk.desk.open(ticket.reference);
    expect(opened?.complaint.version).toBe(1 + 32);
    expect(opened?.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 3 + 32 }, (_, n) => n + 1));
    expect(new Set(opened?.events.slice(3).map(({ words }) => words)).size).toBe(32);
    expect((await verifyAudit(inner)).faults).toEqual([]);
  });

  it('writes nothing for a change of nothing', async () => {
    await change({ owner: 'wang@example.com' });
    const before = await events();
    expect(await change({ owner: 'wang@example.com' })).toMatchObject({ version: 2 });
    expect(await events()).toEqual(before);
  });

  it('refuses what is not there: a ticket, and one to merge into', async () => {
    await expect(desk.desk.change('CMP-20261123-9999', { note: 'x' }, AGENT)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(change({ to: 'MERGED', mergedInto: 'CMP-20261123-9999' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      facts: { errors: [{ path: 'mergedInto', message: 'there is no such ticket' }] },
    });
    const other = (await desk.complaints.open(complaint('m2', { category: 'damage' }))).complaint;
    expect(await change({ to: 'MERGED', mergedInto: other.reference })).toMatchObject({ status: 'MERGED', duplicateOf: other.reference });
  });

  describe('with money proposed', () => {
    const claims = (): ReturnType<typeof createClaims> =>
      createClaims(inner, desk.clock, {
        timeZone: 'Asia/Shanghai',
        propose: (reference, remedy, by, key) =>
          desk.desk.change(reference, { to: 'RESOLUTION_PROPOSED', remedy }, by, { idempotencyKey: key }),
      });
    const manager = staff('chen@example.com', 'manager');
    beforeEach(async () => {
      await claims().open({
        idempotencyKey: 'm5',
        complaintReference: ticket.reference,
        kind: 'lost',
        value: { minor: 19_900, currency: 'CNY' },
        evidence: 'A',
      });
      await claims().offer(ticket.reference, { amount: { minor: 19_900, currency: 'CNY' }, text: REMEDY.text }, manager);
    });

    it('is accepted once, with the claim and its fact', async () => {
      const accept = (key: string): Promise<Complaint> => desk.complaints.change(ticket.reference, { to: 'ACCEPTED' }, CUSTOMER, key);
      const accepted = await accept('m6');
      expect(accepted).toMatchObject({ status: 'ACCEPTED', remedy: REMEDY });
      expect(await accept('m6')).toEqual(accepted);
      // Pressed again in another message: it is accepted already, and nothing more happens.
      expect(await accept('m7')).toEqual(accepted);
      expect(await claims().find(ticket.reference)).toMatchObject({ status: 'ACCEPTED', acceptedAt: desk.clock.now() });
      expect(await inner.query(`SELECT amount_minor::int AS amount, currency FROM service_facts WHERE name = 'claim.accepted'`)).toEqual([
        { amount: 19_900, currency: 'CNY' },
      ]);
    });

    it('is accepted once when the customer presses twice at once', async () => {
      const press = (key: string): Promise<Complaint> => desk.complaints.change(ticket.reference, { to: 'ACCEPTED' }, CUSTOMER, key);
      const [one, other] = await Promise.all([press('m6'), press('m7')]);
      expect(one).toEqual(other);
      expect(await inner.query(`SELECT 1 AS one FROM service_facts WHERE name = 'claim.accepted'`)).toHaveLength(1);
    });

    it('is refused with the claim', async () => {
      await desk.complaints.change(ticket.reference, { to: 'REJECTED', reason: '太少' }, CUSTOMER, 'm6');
      expect(await claims().find(ticket.reference)).toMatchObject({ status: 'REFUSED' });
    });
  });
});
