import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actFor, actorOf, BOT, type Principal } from '../../rules/access/principal.ts';
import type { Complaint, ComplaintChange, ComplaintEvent, Remedy } from '../../rules/complaints/types.ts';
import { key, staff } from '../principals.ts';
import { AGENT, beginFurnished, CUSTOMER, cny, complaint, HOUR, OTHER_AGENT, START, type TicketStore, type Tickets } from './tickets.ts';

const remedyOf = (minor: number): Remedy => ({ type: 'compensation', text: '赔付', amount: cny(minor) });

/** What every implementation of `ComplaintDesk` does with one ticket, and what tickets do by themselves. */
export function describeComplaintDesk(name: string, openStore: () => Promise<TicketStore>): void {
  describe(`the desk of complaints ${name}`, () => {
    let store: TicketStore;
    let tickets: Tickets;
    let ticket: Complaint;
    beforeAll(async () => {
      store = await openStore();
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      tickets = await beginFurnished(store);
      ticket = (await tickets.complaints.open(complaint('m1'))).complaint;
    });
    const change = (
      what: ComplaintChange,
      options?: { expectedVersion?: number; idempotencyKey?: string },
      by: Principal = AGENT,
    ): Promise<Complaint> => tickets.desk.change(ticket.reference, what, by, options);
    const events = async (): Promise<readonly ComplaintEvent[]> => (await tickets.desk.open(ticket.reference))?.events ?? [];
    const actions = async (): Promise<readonly string[]> => (await events()).map(({ action }) => action);
    const told = async () => (await tickets.listNotices()).map((notice) => notice.kind);

    it('changes a ticket; the customer is told and the company hears of it', async () => {
      const changed = await change({ to: 'INVESTIGATING', owner: 'wang@example.com', message: '我们在查', note: '问杭州站' });
      expect(changed).toMatchObject({
        ...{ version: 2, status: 'INVESTIGATING', owner: 'wang@example.com', firstRespondedAt: tickets.clock.now() },
        // The instant grows, though the clock stands: systems follow changes by it.
        updatedAt: new Date(ticket.updatedAt.getTime() + 1),
      });
      expect((await tickets.desk.open(ticket.reference))?.complaint).toEqual(changed);
      const { reference, trackingNumber } = ticket;
      expect(await tickets.listNotices()).toEqual([
        { conversationId: 'c1', reference, trackingNumber, kind: 'message', words: '我们在查' },
      ]);
      expect(await tickets.listWebhooks()).toEqual([`complaint.created ${reference}`, `complaint.updated ${reference}`]);
      expect(await tickets.listFacts('complaint')).toMatchObject([
        ...[{ name: 'complaint.opened' }, { name: 'complaint.acknowledged' }, { name: 'complaint.assessed' }],
        { name: 'complaint.responded', seconds: 0 },
      ]);
    });

    it('tells an offer with its amount, and says nothing where the bot makes it in its own turn', async () => {
      const { reference, trackingNumber } = ticket;
      await change({ to: 'RESOLUTION_PROPOSED', remedy: remedyOf(4800) }, {}, BOT);
      expect(await tickets.listNotices()).toEqual([]);
      await change({ to: 'ESCALATED' });
      await change({ to: 'RESOLUTION_PROPOSED', remedy: remedyOf(5000) });
      expect((await tickets.listNotices()).at(-1)).toMatchObject({
        ...{ conversationId: 'c1', reference, trackingNumber, kind: 'proposed', words: '赔付', amount: cny(5000) },
      });
    });

    it('lets two agents change it at once, one after the other, and loses neither', async () => {
      await Promise.all([change({ owner: 'wang@example.com' }), change({ note: '我来看看' }, {}, OTHER_AGENT)]);
      expect((await tickets.desk.open(ticket.reference))?.complaint).toMatchObject({ version: 3, owner: 'wang@example.com' });
      expect((await events()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
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
      expect((await tickets.desk.open(ticket.reference))?.complaint).toEqual(ticket);
      expect((await events()).at(-1)).toMatchObject({
        ...{ seq: 4, action: 'refused', from: 'ASSESSED', to: 'RESOLVED', actor: actorOf(AGENT) },
      });
      // The refusal broke no expectation: the version is the same.
      expect(await change({ to: 'INVESTIGATING' }, { expectedVersion: 1 })).toMatchObject({ version: 2 });
      expect(await tickets.isWhole()).toBe(true);
    });

    it('refuses money above a limit and writes nothing; a key that names a person stands in the audit with them', async () => {
      const proposal = { to: 'RESOLUTION_PROPOSED', remedy: remedyOf(50_001) } as const;
      const before = await tickets.desk.open(ticket.reference);
      await expect(change(proposal)).rejects.toMatchObject({ code: 'AUTHORITY_EXCEEDED', facts: { needs: 'crg' } });
      expect(await tickets.desk.open(ticket.reference)).toEqual(before);
      await change(proposal, {}, actFor(key('crm', 'manager'), { id: 'lin@example.com' }));
      expect((await events()).at(-1)).toMatchObject({
        actor: { type: 'agent', id: 'lin@example.com' },
        data: { key: 'crm', minor: 50_001 },
      });
      expect(await tickets.isWhole()).toBe(true);
    });

    it('answers a repeated command as the first time, done or refused', async () => {
      const done = await change({ note: '一次' }, { idempotencyKey: 'k1' });
      await change({ owner: 'wang@example.com' });
      expect(await change({ note: '一次' }, { idempotencyKey: 'k1' })).toMatchObject({
        version: done.version + 1,
        owner: 'wang@example.com',
      });
      for (let n = 0; n < 2; n++)
        await expect(change({ to: 'CLOSED' }, { idempotencyKey: 'k2' })).rejects.toMatchObject({
          code: 'TRANSITION_REFUSED',
          facts: { from: 'ASSESSED', to: 'CLOSED' },
        });
      await Promise.all([change({ note: '两次' }, { idempotencyKey: 'k3' }), change({ note: '两次' }, { idempotencyKey: 'k3' })]);
      expect((await actions()).slice(3)).toEqual(['noted', 'assigned', 'refused', 'noted']);
    });

    it('knows a repeated command before it looks at the version', async () => {
      const first = await change({ note: '一次' }, { idempotencyKey: 'k1', expectedVersion: 1 });
      expect(await change({ note: '一次' }, { idempotencyKey: 'k1', expectedVersion: 1 })).toEqual(first);
    });

    it('keeps every note of four people who write at once for a while, each line once and the chain whole', async () => {
      // 4 × 8 notes: of four commands at once one is written and three run again, at most ten times.
      const people = Array.from({ length: 4 }, async (_, person) => {
        for (let n = 0; n < 8; n++) await change({ note: `${person}-${n}` }, { idempotencyKey: `${person}-${n}` }, staff(`agent${person}`));
      });
      await Promise.all(people);
      const opened = await tickets.desk.open(ticket.reference);
      expect(opened?.complaint.version).toBe(1 + 32);
      expect(opened?.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 3 + 32 }, (_, n) => n + 1));
      expect(new Set(opened?.events.slice(3).map(({ words }) => words)).size).toBe(32);
      expect(await tickets.isWhole()).toBe(true);
    });

    it('writes nothing for a change of nothing', async () => {
      await change({ owner: 'wang@example.com' });
      const before = await events();
      expect(await change({ owner: 'wang@example.com' })).toMatchObject({ version: 2 });
      expect(await events()).toEqual(before);
    });

    it('refuses what is not there: a ticket, and one to merge into', async () => {
      await expect(tickets.desk.change('CMP-20261123-9999', { note: 'x' }, AGENT)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(change({ to: 'MERGED', mergedInto: 'CMP-20261123-9999' })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        facts: { errors: [{ path: 'mergedInto', message: 'there is no such ticket' }] },
      });
      const other = (await tickets.complaints.open(complaint('m2', { category: 'damage' }))).complaint;
      expect(await change({ to: 'MERGED', mergedInto: other.reference })).toMatchObject({
        status: 'MERGED',
        duplicateOf: other.reference,
      });
    });

    it('works on the same tickets as the customer does', async () => {
      await change({ to: 'INVESTIGATING' });
      await change({ to: 'WAITING_CUSTOMER', message: '是哪天收到的？' });
      const answered = await tickets.complaints.change(ticket.reference, { addition: '上周五' }, CUSTOMER, 'm2');
      expect(answered).toMatchObject({ status: 'INVESTIGATING', description: '包裹丢了\n上周五' });
      expect((await tickets.desk.open(ticket.reference))?.complaint).toEqual(answered);
    });

    it('does nothing by itself before a clock has something to say', async () => {
      // P2: half of 2 hours to the first answer is the first alarm.
      tickets.clock.advance(HOUR - 1);
      expect(await tickets.runAlarms()).toBe(0);
      tickets.clock.advance(1);
      expect(await tickets.runAlarms()).toBe(1);
      const warnings = (await events()).filter(({ action }) => action === 'warned').map(({ data }) => data);
      expect(warnings).toEqual([{ clock: 'firstResponse', percent: 50, round: 0 }]);
      expect(await tickets.runAlarms()).toBe(0);
    });

    it('escalates what is late, counts the breach and tells the company', async () => {
      tickets.clock.advance(2 * HOUR);
      expect(await tickets.runAlarms()).toBe(1);
      expect((await tickets.desk.open(ticket.reference))?.complaint).toMatchObject({ status: 'ESCALATED', version: 2 });
      const facts = (await tickets.listFacts('complaint')).map((fact) => fact.name);
      expect([...facts].sort()).toEqual([
        'complaint.acknowledged',
        'complaint.assessed',
        'complaint.breached',
        'complaint.escalated',
        'complaint.opened',
      ]);
      expect((await tickets.listWebhooks()).at(-1)).toBe(`complaint.escalated ${ticket.reference}`);
    });

    it('counts who did what, for which team, and how long it took without the pauses', async () => {
      const member = staff('zhao@example.com', 'agent', 'crg');
      const at = async (hour: number, wanted: ComplaintChange, by: Principal = member): Promise<void> => {
        tickets.clock.advance(new Date(START).getTime() + hour * HOUR - tickets.clock.now().getTime());
        await change(wanted, {}, by);
      };
      await at(1, { to: 'INVESTIGATING', message: '我们在查' });
      await at(2, { to: 'WAITING_CUSTOMER', message: '请发照片' });
      await at(5, { addition: '在这里' }, CUSTOMER);
      await at(6, { to: 'RESOLUTION_PROPOSED', remedy: { type: 'apology', text: '抱歉' } });
      await at(7, { to: 'ACCEPTED' }, CUSTOMER);
      await at(8, { to: 'RESOLVED', rootCause: 'weather', team: '华东组' });
      await at(9, { to: 'CLOSED' }, CUSTOMER);
      const hours = (count: number) => ({ startedAt: new Date(START), seconds: count * 3600, businessSeconds: count * 3600 });
      const byCustomer = { actor: { type: 'customer', id: 'c1' } } as const;
      const rules = { actor: { type: 'system', id: 'rules' } } as const;
      expect(await tickets.listFacts('complaint')).toEqual([
        { name: 'complaint.opened', ...byCustomer },
        { name: 'complaint.acknowledged', actor: { type: 'bot', id: 'bot' }, ...hours(0) },
        { name: 'complaint.assessed', ...rules, ...hours(0) },
        { name: 'complaint.responded', actor: actorOf(member), group: 'CRG', ...hours(1) },
        // From hour 2 to hour 5 it waited for the customer.
        { name: 'complaint.resolved', actor: actorOf(member), group: '华东组', label: 'weather', ...hours(8 - (5 - 2)) },
        { name: 'complaint.closed', ...byCustomer, group: '华东组', ...hours(9) },
      ]);
    });

    it('reminds a customer who was asked, twice, and then closes', async () => {
      await change({ to: 'INVESTIGATING' });
      await change({ to: 'WAITING_CUSTOMER', message: '请发照片' });
      for (const expected of [
        ['question', 'reminder'],
        ['question', 'reminder', 'reminder'],
        ['question', 'reminder', 'reminder', 'closed_no_reply'],
      ]) {
        tickets.clock.advance(24 * HOUR);
        await tickets.runAlarms();
        expect(await told()).toEqual(expected);
      }
      expect((await tickets.desk.open(ticket.reference))?.complaint).toMatchObject({
        status: 'CLOSED_NO_REPLY',
        closedAt: tickets.clock.now(),
      });
      tickets.clock.advance(365 * 24 * HOUR);
      expect(await tickets.runAlarms()).toBe(0);
    });
  });
}
