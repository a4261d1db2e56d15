import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../core/errors.ts';
import { actFor, actorOf, BOT, creditOf, type Principal } from '../../rules/access/principal.ts';
import type { Complaint, ComplaintChange, ComplaintEvent, Remedy } from '../../rules/complaints/types.ts';
import { key } from '../principals.ts';
import { claim, LOST, PARCEL, prepareClaim, REFERENCE, type Situation } from './claimed.ts';
import {
  AGENT,
  beginFurnished,
  type CountedFact,
  CUSTOMER,
  cny,
  complaint,
  MANAGER,
  START,
  type TicketStore,
  type Tickets,
} from './tickets.ts';

const openedFact = (minor: number): CountedFact => ({ name: 'claim.opened', minor, label: 'lost', actor: { type: 'customer', id: 'c1' } });
/** So many seconds after START, when the claim was opened; around the clock all of them are business time. */
const step = (name: CountedFact['name'], minor: number, by: Principal, seconds = 0): CountedFact => ({
  ...{ name, minor, label: 'lost', ...creditOf(by), startedAt: new Date(START), seconds, businessSeconds: seconds },
});
/** A system, in the name of one of its people. */
const PAYER = actFor(key('erp', 'manager'), { id: 'lin@example.com' });
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'allowed',
    (error: unknown) => (error instanceof AppError ? { code: error.code, ...error.facts } : error),
  );

/** What every implementation of `Claims` and `ClaimDesk` does, standing on complaints of its own kind. */
export function describeClaims(name: string, openStore: () => Promise<TicketStore>): void {
  describe(`claims ${name}`, () => {
    let store: TicketStore;
    let tickets: Tickets;
    let claims: Tickets['claims'];
    beforeAll(async () => {
      store = await openStore();
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      tickets = await beginFurnished(store);
      ({ claims } = tickets);
    });

    const prepare = (situation?: Situation) => prepareClaim(tickets, situation);
    const change = (wanted: ComplaintChange, by: Principal = AGENT): Promise<Complaint> => tickets.desk.change(REFERENCE, wanted, by);
    const read = async () => (await tickets.desk.open(REFERENCE))!;
    /** Who proposed something, in order. */
    const proposals = async (): Promise<readonly ComplaintEvent['actor'][]> =>
      (await read()).events.filter(({ action, to }) => action === 'moved' && to === 'RESOLUTION_PROPOSED').map(({ actor }) => actor);
    const facts = () => tickets.listFacts('claim');
    const offer = (minor: number, by: Principal, text?: string) =>
      claims.offer(REFERENCE, { amount: cny(minor), ...(text !== undefined && { text }) }, by);

    it('offers by itself what the rules give, within the bot’s limit', async () => {
      await prepare();
      const opened = await claims.open(claim());
      // 5 × 8.00 by our terms and the freight of 8.00: 48.00, below 50.00.
      expect(opened).toMatchObject({ complaintReference: REFERENCE, status: 'OFFERED', offered: cny(4800), offeredBy: 'bot' });
      expect(opened.result).toMatchObject({ isAutomatic: true, offer: cny(4800), legalCeiling: cny(19_900) });
      const { status, remedy } = (await read()).complaint;
      expect([status, remedy]).toMatchObject(['RESOLUTION_PROPOSED', { type: 'compensation', amount: cny(4800) }]);
      expect(remedy?.text).toMatch(/^我们赔付 48\.00 元。\n没有保价：按我们的条款/);
      expect(await proposals()).toEqual([actorOf(BOT)]);
      expect(await claims.find(REFERENCE)).toEqual(opened);
      expect(await facts()).toEqual([openedFact(19_900), step('claim.offered', 4800, BOT)]);
    });

    it('tells whether a value is far from what the parcel was declared at, and not at what', async () => {
      await prepare({ declared: cny(10_000) });
      // Double of 100.00 is near, half of it too.
      expect(await Promise.all([5000, 20_000, 4999, 20_001].map((minor) => claims.contradictsRecord(PARCEL, cny(minor))))).toEqual([
        ...[false, false],
        ...[true, true],
      ]);
      expect(await claims.contradictsRecord('XB000000009999', cny(1))).toBe(false);
    });

    it('leaves a value far from the record to a person until the customer stands by it', async () => {
      await prepare({ declared: cny(5000) });
      const opened = await claims.open(claim());
      expect([opened.status, opened.result.needsPersonBecause]).toEqual(['ASSESSING', ['value_contradicts']]);
    });

    it('gives a late parcel its freight back as money too', async () => {
      await prepare({ events: [{ ...LOST, status: 'IN_TRANSIT', reason: 'carrier_sorting_error', text: '错分' }] });
      const opened = await claims.open(claim({ kind: 'delayed', value: cny(0), evidence: 'C' }));
      expect(opened).toMatchObject({ status: 'OFFERED', offered: cny(800) });
      expect((await read()).complaint.remedy).toMatchObject({ type: 'compensation', amount: cny(800) });
    });

    it('answers a repeated message the same, and refuses a second claim', async () => {
      await prepare();
      const first = await claims.open(claim());
      expect(await claims.open(claim())).toEqual(first);
      expect(await refusalOf(claims.open(claim({ idempotencyKey: 'k2' })))).toEqual({ code: 'CONFLICT', reference: REFERENCE });
      expect(await refusalOf(claims.open(claim({ complaintReference: 'CMP-0' })))).toEqual({ code: 'NOT_FOUND', reference: 'CMP-0' });
      expect(await claims.find("CMP'\u0000")).toBeUndefined();
      expect(await proposals()).toHaveLength(1);
      expect(await facts()).toHaveLength(2);
    });

    it('opens once for one message at once ten times', async () => {
      await prepare();
      const opened = await Promise.all(Array.from({ length: 10 }, () => claims.open(claim())));
      expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
      expect((await facts()).map((each) => each.name)).toEqual(['claim.opened', 'claim.offered']);
      expect(await proposals()).toHaveLength(1);
    });

    it.each<[string, Situation, readonly string[]]>([
      ['nobody is verified', { level: 0 }, ['not_verified']],
      ['no scan says it was our fault', { events: [{ ...LOST, reason: 'natural_disaster' }] }, ['no_carrier_fault']],
      ['it is above 50 yuan', { insured: cny(19_900) }, ['above_bot_limit']],
    ])('waits for a person when %s', async (_title, situation, reasons) => {
      await prepare(situation);
      const opened = await claims.open(claim());
      expect(opened).toMatchObject({ status: 'ASSESSING', result: { isAutomatic: false, needsPersonBecause: reasons } });
      expect(opened).not.toHaveProperty('offered');
      expect((await read()).complaint.status).toBe('ASSESSED');
    });

    it.each<ComplaintChange>([{ to: 'WAITING_CUSTOMER', message: '是哪件？' }, { to: 'WAITING_THIRD_PARTY' }])(
      'stays a proposal for a person while the complaint is $to',
      async (waiting) => {
        await prepare();
        await change({ to: 'INVESTIGATING' });
        await change(waiting);
        expect(await claims.open(claim())).toMatchObject({ status: 'ASSESSING', result: { isAutomatic: true } });
        expect((await read()).complaint.status).toBe(waiting.to);
        expect(await refusalOf(offer(4800, AGENT))).toMatchObject({ code: 'TRANSITION_REFUSED' });
        expect(await claims.find(REFERENCE)).toMatchObject({ status: 'ASSESSING' });
      },
    );

    it('does not offer twice for one parcel by itself', async () => {
      await prepare();
      await claims.open(claim());
      const told = complaint('m2', { conversationId: 'c2', trackingNumber: PARCEL, verifiedLevel: 1 });
      const { reference } = (await tickets.complaints.open(told)).complaint;
      const second = await claims.open(claim({ complaintReference: reference, idempotencyKey: 'k2' }));
      expect(second).toMatchObject({ status: 'ASSESSING', result: { needsPersonBecause: ['claimed_before'] } });
    });

    it('lets staff offer within their limit, and names who may offer more', async () => {
      await prepare({ insured: cny(100_000) });
      await claims.open(claim({ value: cny(90_000) }));
      expect(await refusalOf(offer(50_001, AGENT))).toEqual({ code: 'AUTHORITY_EXCEEDED', needs: 'crg', role: 'agent' });
      expect(await proposals()).toEqual([]);
      tickets.clock.advance(90_000);
      const offered = await offer(90_800, MANAGER);
      expect(offered).toMatchObject({ status: 'OFFERED', offered: cny(90_800), offeredBy: MANAGER.id });
      expect(await offer(90_800, MANAGER)).toEqual(offered);
      expect(await refusalOf(offer(90_700, MANAGER))).toMatchObject({ code: 'TRANSITION_REFUSED' });
      expect(await claims.find(REFERENCE)).toEqual(offered);
      expect(await proposals()).toEqual([actorOf(MANAGER)]);
      expect((await tickets.listNotices()).map(({ kind, amount }) => [kind, amount])).toEqual([['proposed', cny(90_800)]]);
      expect(await facts()).toEqual([openedFact(90_000), step('claim.offered', 90_800, MANAGER, 90)]);
    });

    it('refuses amounts that are none, or in another currency', async () => {
      await prepare({ level: 0 });
      await claims.open(claim());
      for (const amount of [cny(0), cny(-1), cny(0.5), { minor: 100, currency: 'USD' }])
        expect(await refusalOf(claims.offer(REFERENCE, { amount }, AGENT))).toMatchObject({
          code: 'INVALID_INPUT',
          errors: [{ path: 'amount' }],
        });
      expect(await refusalOf(claims.offer('CMP-0', { amount: cny(100) }, AGENT))).toEqual({ code: 'NOT_FOUND', reference: 'CMP-0' });
    });

    it('takes the words of the person who offers', async () => {
      await prepare({ level: 0 });
      await claims.open(claim());
      await offer(10_000, AGENT, '我们赔您 100 元。');
      const remedy: Remedy = { type: 'compensation', text: '我们赔您 100 元。', amount: cny(10_000) };
      expect((await read()).complaint.remedy).toEqual(remedy);
    });

    it('lets one of two people offer', async () => {
      await prepare({ level: 0 });
      await claims.open(claim());
      await Promise.allSettled([offer(5000, AGENT), offer(6000, MANAGER)]);
      const [{ id: offeredBy } = { id: '' }, ...others] = await proposals();
      expect(others).toEqual([]);
      const { amount: offered } = (await read()).complaint.remedy!;
      expect(await claims.find(REFERENCE)).toMatchObject({ status: 'OFFERED', offered, offeredBy });
    });

    it('keeps the acceptance once, then the payment', async () => {
      await prepare();
      await claims.open(claim());
      expect(await refusalOf(claims.markPaid(REFERENCE, PAYER))).toMatchObject({ code: 'TRANSITION_REFUSED', from: 'OFFERED', to: 'PAID' });
      tickets.clock.advance(60_000);
      const acceptedAt = tickets.clock.now();
      const press = (key: string) => tickets.complaints.change(REFERENCE, { to: 'ACCEPTED' }, CUSTOMER, key);
      const [once, twice] = await Promise.all([press('m2'), press('m3')]);
      expect(once).toEqual(twice);
      // Pressed again in another message: it is accepted already, and nothing more happens.
      expect(await press('m4')).toEqual(once);
      expect(await claims.find(REFERENCE)).toMatchObject({ status: 'ACCEPTED', acceptedAt, offered: cny(4800), offeredBy: 'bot' });
      tickets.clock.advance(60_000);
      const paid = await claims.markPaid(REFERENCE, PAYER);
      expect(paid).toMatchObject({ status: 'PAID', acceptedAt, paidAt: tickets.clock.now() });
      tickets.clock.advance(60_000);
      expect(await claims.markPaid(REFERENCE, MANAGER)).toEqual(paid);
      expect(await facts()).toEqual([
        openedFact(19_900),
        step('claim.offered', 4800, BOT),
        // Accepted a minute after it was offered, paid a minute after that.
        step('claim.accepted', 4800, CUSTOMER, 60),
        step('claim.paid', 4800, PAYER, 60 + 60),
      ]);
      const { complaint, events } = await read();
      const told = { actor: { type: 'agent', id: 'lin@example.com' }, action: 'paid', at: paid.paidAt };
      expect(events.filter(({ action }) => action === 'paid')).toEqual([
        { ...told, seq: events.length, data: { ...cny(4800), key: 'erp' } },
      ]);
      expect([complaint, await tickets.isWhole()]).toEqual([once, true]);
    });

    it('is paid once, and told in its complaint’s audit, while the customer speaks', async () => {
      await prepare();
      await claims.open(claim());
      await tickets.complaints.change(REFERENCE, { to: 'ACCEPTED' }, CUSTOMER, 'm2');
      const words = ['1', '2', '3', '4', '5'];
      await Promise.all([
        ...words.map((addition) => tickets.complaints.change(REFERENCE, { addition }, CUSTOMER, `word-${addition}`)),
        ...[PAYER, MANAGER].map((by) => claims.markPaid(REFERENCE, by)),
      ]);
      const { events } = await read();
      expect(events.filter(({ action }) => action === 'paid')).toHaveLength(1);
      expect(events.filter(({ action }) => action === 'added')).toHaveLength(words.length);
      expect((await facts()).filter((each) => each.name === 'claim.paid')).toHaveLength(1);
      expect(await tickets.isWhole()).toBe(true);
    });

    it('is offered again after a refusal', async () => {
      await prepare();
      await claims.open(claim());
      await tickets.complaints.change(REFERENCE, { to: 'REJECTED', reason: '太少' }, CUSTOMER, 'm2');
      expect(await claims.find(REFERENCE)).toMatchObject({ status: 'REFUSED' });
      await change({ to: 'INVESTIGATING' });
      expect(await claims.open(claim())).toMatchObject({ status: 'REFUSED' });
      expect(await offer(19_900, AGENT)).toMatchObject({ status: 'OFFERED', offered: cny(19_900) });
      expect(await proposals()).toEqual([actorOf(BOT), actorOf(AGENT)]);
    });

    it('is offered anew, the same or more, once the complaint was escalated', async () => {
      await prepare({ level: 0 });
      await claims.open(claim());
      for (const minor of [5000, 5000, 10_000]) {
        tickets.clock.advance(1000);
        await offer(minor, AGENT);
        await change({ to: 'ESCALATED' });
      }
      const offers = (await tickets.listNotices()).filter(({ kind }) => kind === 'proposed');
      expect(offers.map(({ amount }) => amount)).toEqual([cny(5000), cny(5000), cny(10_000)]);
      expect(await claims.find(REFERENCE)).toMatchObject({ status: 'OFFERED', offered: cny(10_000) });
    });

    it('takes no other remedy for an acceptance of money, and leaves alone what a person proposed', async () => {
      await prepare();
      await change({ to: 'RESOLUTION_PROPOSED', remedy: { type: 'apology', text: '抱歉' } });
      expect(await claims.open(claim())).toMatchObject({ status: 'ASSESSING', result: { isAutomatic: true } });
      expect(await claims.open(claim())).toMatchObject({ status: 'ASSESSING' });
      await tickets.complaints.change(REFERENCE, { to: 'ACCEPTED' }, CUSTOMER, 'm2');
      expect(await claims.find(REFERENCE)).toMatchObject({ status: 'ASSESSING' });
      expect((await read()).complaint.remedy).toEqual({ type: 'apology', text: '抱歉' });
    });

    it('is declined by a person alone, who offers to look again', async () => {
      await prepare({ level: 0 });
      await claims.open(claim());
      const decline = (reason: string, by: Principal) => claims.decline(REFERENCE, reason, by);
      expect(await refusalOf(decline('外包装完好。', BOT))).toMatchObject({ code: 'AUTHORITY_EXCEEDED', needs: 'agent' });
      expect(await refusalOf(decline(' ', AGENT))).toMatchObject({ code: 'INVALID_INPUT', errors: [{ path: 'reason' }] });
      expect(await decline('外包装完好。', AGENT)).toMatchObject({ status: 'DECLINED' });
      expect((await read()).complaint.remedy).toEqual({
        type: 'explanation',
        text: '很抱歉，这次我们不能赔付：外包装完好。\n如果您不同意，请告诉我们，会有同事再为您核实。',
      });
      await tickets.complaints.change(REFERENCE, { to: 'ACCEPTED' }, CUSTOMER, 'm2');
      expect(await claims.find(REFERENCE)).toMatchObject({ status: 'DECLINED' });
    });
  });
}
