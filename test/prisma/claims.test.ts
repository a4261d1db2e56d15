import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import { acceptClaim, refuseClaim } from '../../prisma/crm/claims/answers.ts';
import { type ClaimOptions, createClaims } from '../../prisma/crm/claims/index.ts';
import type { Store } from '../../prisma/store.ts';
import { BOT, type Principal } from '../../rules/access/principal.ts';
import type { ClaimDesk } from '../../rules/claims/desk.ts';
import type { Claims } from '../../rules/claims/types.ts';
import type { ComplaintStatus } from '../../rules/complaints/codes.ts';
import {
  addComplaint,
  agent,
  claim,
  cny,
  createPropose,
  lostEvent,
  manager,
  type Proposal,
  prepare,
  REFERENCE,
  START,
} from './claimFixture.ts';
import { clear, stores } from './store.ts';

describe.each(stores)('claims on the $name store', ({ open }) => {
  let clock = createFixedClock(START);
  let store: Store;
  let claims: Claims & ClaimDesk;
  let proposals: Proposal[];
  let propose: ClaimOptions['propose'];

  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await clear(store);
    clock = createFixedClock(START);
    proposals = [];
    propose = createPropose(store, proposals);
    claims = createClaims(store, clock, { timeZone: 'Asia/Shanghai', propose });
  });

  const setStatus = (status: ComplaintStatus) => store.query('UPDATE complaints SET status = $1', [status]);

  const facts = () =>
    store.query('SELECT name, seconds, subject_id AS subject, label, amount_minor::int AS minor, currency FROM service_facts ORDER BY id');
  const refusalOf = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'allowed',
      (error: unknown) => (error instanceof AppError ? { code: error.code, ...error.facts } : error),
    );
  const fact = (name: string, minor: number, seconds = 0) => ({ name, seconds, subject: 'c1', label: 'lost', minor, currency: 'CNY' });

  it('offers by itself what the rules give, within the bot’s limit', async () => {
    await prepare(store);
    const opened = await claims.open(claim());
    // 5 × 8.00 by our terms and the freight of 8.00: 48.00, below 50.00.
    expect(opened).toMatchObject({ complaintReference: REFERENCE, status: 'OFFERED', offered: cny(4800), offeredBy: 'bot' });
    expect(opened.result).toMatchObject({ isAutomatic: true, offer: cny(4800), legalCeiling: cny(19_900) });
    expect(proposals).toMatchObject([{ remedy: { type: 'compensation', amount: cny(4800) }, actor: { type: 'bot' } }]);
    expect(proposals[0]?.remedy.text).toMatch(/^我们赔付 48\.00 元。\n没有保价：按我们的条款/);
    expect(await claims.find(REFERENCE)).toEqual(opened);
    expect(await facts()).toEqual([fact('claim.opened', 19_900), fact('claim.offered', 4800)]);
  });

  it('answers a repeated message the same, and refuses a second claim', async () => {
    await prepare(store);
    const first = await claims.open(claim());
    expect(await claims.open(claim())).toEqual(first);
    expect(await refusalOf(claims.open(claim({ idempotencyKey: 'm2' })))).toEqual({ code: 'CONFLICT', reference: REFERENCE });
    expect(await refusalOf(claims.open(claim({ complaintReference: 'CMP-0' })))).toEqual({ code: 'NOT_FOUND', reference: 'CMP-0' });
    expect(await claims.find("CMP'\u0000")).toBeUndefined();
    expect(proposals).toHaveLength(1);
    expect(await facts()).toHaveLength(2);
  });

  it('opens once for one message at once ten times', async () => {
    await prepare(store);
    const opened = await Promise.all(Array.from({ length: 10 }, () => claims.open(claim())));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect((await facts()).map((each) => (each as { name: string }).name)).toEqual(['claim.opened', 'claim.offered']);
  });

  it.each([
    ['nobody is verified', { level: 0 }, ['not_verified']],
    ['no scan says it was our fault', { events: [{ ...lostEvent, reason: 'natural_disaster' as const }] }, ['no_carrier_fault']],
    ['it is above 50 yuan', { insured: cny(19_900) }, ['above_bot_limit']],
  ])('waits for a person when %s', async (_title, facts, reasons) => {
    await prepare(store, facts);
    const opened = await claims.open(claim());
    expect(opened).toMatchObject({ status: 'ASSESSING', result: { isAutomatic: false, needsPersonBecause: reasons } });
    expect(opened.offered).toBeUndefined();
    expect(proposals).toEqual([]);
  });

  it.each(['WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'NEW'])('stays a proposal for a person while the complaint is %s', async (status) => {
    await prepare(store, { status });
    expect(await claims.open(claim())).toMatchObject({ status: 'ASSESSING', result: { isAutomatic: true } });
    expect(proposals).toEqual([]);
  });

  it('leaves alone what a person has proposed already', async () => {
    await prepare(store, { status: 'RESOLUTION_PROPOSED' });
    expect(await claims.open(claim())).toMatchObject({ status: 'ASSESSING' });
    expect(await claims.open(claim())).toMatchObject({ status: 'ASSESSING' });
    expect(proposals).toEqual([]);
  });

  it('stays a proposal when the complaint moves while the claim is opened', async () => {
    await prepare(store);
    const refusing = async () => {
      throw new AppError('TRANSITION_REFUSED', { from: 'WAITING_CUSTOMER' });
    };
    const opened = await createClaims(store, clock, { timeZone: 'Asia/Shanghai', propose: refusing }).open(claim());
    expect(opened.status).toBe('ASSESSING');
  });

  it('finishes an offer that was cut off after the complaint was told', async () => {
    await prepare(store);
    const stopping = async (...told: Parameters<ClaimOptions['propose']>) => {
      await propose(...told);
      throw new AppError('STORE_UNAVAILABLE');
    };
    const first = createClaims(store, clock, { timeZone: 'Asia/Shanghai', propose: stopping });
    expect(await refusalOf(first.open(claim()))).toEqual({ code: 'STORE_UNAVAILABLE' });
    expect((await claims.find(REFERENCE))?.status).toBe('ASSESSING');
    expect(await claims.open(claim())).toMatchObject({ status: 'OFFERED', offered: cny(4800) });
    expect(proposals).toHaveLength(1);
  });

  it('does not offer twice for one parcel by itself', async () => {
    await prepare(store);
    await claims.open(claim());
    await addComplaint(store, 'c2', 'CMP-20261121-0002');
    const second = await claims.open(claim({ complaintReference: 'CMP-20261121-0002', idempotencyKey: 'm2' }));
    expect(second).toMatchObject({ status: 'ASSESSING', result: { needsPersonBecause: ['claimed_before'] } });
  });

  it('lets staff offer within their limit, and names who may offer more', async () => {
    await prepare(store, { insured: cny(100_000) });
    await claims.open(claim({ value: cny(90_000) }));
    const offer = (minor: number, by: Principal) => claims.offer(REFERENCE, { amount: cny(minor) }, by);
    expect(await refusalOf(offer(50_001, agent))).toEqual({ code: 'AUTHORITY_EXCEEDED', needs: 'crg', role: 'agent' });
    expect(proposals).toEqual([]);
    clock.advance(90_000);
    const offered = await offer(90_800, manager);
    expect(offered).toMatchObject({ status: 'OFFERED', offered: cny(90_800), offeredBy: 'staff-2' });
    expect(await offer(90_800, manager)).toEqual(offered);
    expect(await refusalOf(offer(90_700, manager))).toMatchObject({ code: 'TRANSITION_REFUSED' });
    expect(proposals).toHaveLength(1);
    expect(await facts()).toEqual([fact('claim.opened', 90_000), fact('claim.offered', 90_800, 90)]);
  });

  it('takes the words of the person who offers', async () => {
    await prepare(store, { level: 0 });
    await claims.open(claim());
    await claims.offer(REFERENCE, { amount: cny(10_000), text: '我们赔您 100 元。' }, agent);
    expect(proposals[0]?.remedy).toEqual({ type: 'compensation', text: '我们赔您 100 元。', amount: cny(10_000) });
  });

  it('leaves the claim as it was when the complaint may not go there', async () => {
    await prepare(store, { status: 'WAITING_CUSTOMER' });
    await claims.open(claim());
    expect(await refusalOf(claims.offer(REFERENCE, { amount: cny(4800) }, agent))).toMatchObject({ code: 'TRANSITION_REFUSED' });
    expect(await claims.find(REFERENCE)).toMatchObject({ status: 'ASSESSING' });
  });

  it('lets one of two people offer', async () => {
    await prepare(store, { level: 0 });
    await claims.open(claim());
    const offers = [claims.offer(REFERENCE, { amount: cny(5000) }, agent), claims.offer(REFERENCE, { amount: cny(6000) }, manager)];
    await Promise.allSettled(offers);
    const [told] = proposals;
    expect(await claims.find(REFERENCE)).toMatchObject({ status: 'OFFERED', offered: told?.remedy.amount, offeredBy: told?.actor.id });
  });

  it('keeps the acceptance, then the payment', async () => {
    await prepare(store);
    await claims.open(claim());
    expect(await refusalOf(claims.markPaid(REFERENCE))).toMatchObject({ code: 'TRANSITION_REFUSED', from: 'OFFERED', to: 'PAID' });
    clock.advance(60_000);
    await store.transaction((query) => acceptClaim(query, 'c1', clock.now()));
    await store.transaction((query) => acceptClaim(query, 'c1', clock.now()));
    const acceptedAt = clock.now();
    expect(await claims.find(REFERENCE)).toMatchObject({ status: 'ACCEPTED', acceptedAt, offered: cny(4800), offeredBy: 'bot' });
    clock.advance(60_000);
    const paid = await claims.markPaid(REFERENCE);
    expect(paid).toMatchObject({ status: 'PAID', acceptedAt, paidAt: clock.now() });
    clock.advance(60_000);
    expect(await claims.markPaid(REFERENCE)).toEqual(paid);
    expect(await facts()).toEqual([
      fact('claim.opened', 19_900),
      fact('claim.offered', 4800),
      fact('claim.accepted', 4800, 60),
      fact('claim.paid', 4800, 120),
    ]);
  });

  it('hears a customer who accepts before the offer is noted', async () => {
    await prepare(store);
    const quick = async (...told: Parameters<ClaimOptions['propose']>) => {
      await propose(...told);
      await acceptClaim(store.query, 'c1', clock.now());
    };
    const opened = await createClaims(store, clock, { timeZone: 'Asia/Shanghai', propose: quick }).open(claim());
    expect(opened).toMatchObject({ status: 'ACCEPTED', offered: cny(4800) });
    const names = (await facts()).map((each) => (each as { name: string }).name);
    expect(names.sort()).toEqual(['claim.accepted', 'claim.offered', 'claim.opened']);
  });

  it('offers again after a refusal', async () => {
    await prepare(store);
    await claims.open(claim());
    await refuseClaim(store.query, 'c1', clock.now());
    expect(await claims.find(REFERENCE)).toMatchObject({ status: 'REFUSED' });
    expect(await claims.open(claim())).toMatchObject({ status: 'REFUSED' });
    await setStatus('INVESTIGATING');
    expect(await claims.offer(REFERENCE, { amount: cny(19_900) }, agent)).toMatchObject({ status: 'OFFERED', offered: cny(19_900) });
    expect(proposals).toHaveLength(2);
  });

  it('offers anew, the same or more, once the complaint was escalated', async () => {
    await prepare(store, { level: 0 });
    await claims.open(claim());
    for (const amount of [cny(5000), cny(5000), cny(10_000)]) {
      clock.advance(1000);
      await claims.offer(REFERENCE, { amount }, agent);
      await setStatus('ESCALATED');
    }
    expect(proposals.map(({ remedy }) => remedy.amount)).toEqual([cny(5000), cny(5000), cny(10_000)]);
    expect(await claims.find(REFERENCE)).toMatchObject({ status: 'OFFERED', offered: cny(10_000) });
  });

  it('takes no other remedy for an acceptance of money', async () => {
    await prepare(store, { level: 0 });
    await claims.open(claim());
    await store.query(`UPDATE complaints SET remedy = '{"type": "apology", "text": "抱歉"}'`);
    await acceptClaim(store.query, 'c1', clock.now());
    expect(await claims.find(REFERENCE)).toMatchObject({ status: 'ASSESSING' });
    await acceptClaim(store.query, 'c0', clock.now());
  });

  it('is declined by a person alone, who offers to look again', async () => {
    await prepare(store, { level: 0 });
    await claims.open(claim());
    expect(await refusalOf(claims.decline(REFERENCE, '外包装完好。', BOT))).toMatchObject({ code: 'AUTHORITY_EXCEEDED', needs: 'agent' });
    expect(await claims.decline(REFERENCE, '外包装完好。', agent)).toMatchObject({ status: 'DECLINED' });
    expect(proposals[0]?.remedy).toEqual({
      type: 'explanation',
      text: '很抱歉，这次我们不能赔付：外包装完好。\n如果您不同意，请告诉我们，会有同事再为您核实。',
    });
    await acceptClaim(store.query, 'c1', clock.now());
    expect(await claims.find(REFERENCE)).toMatchObject({ status: 'DECLINED' });
  });

  it('is left to a person when the complaint names no shipment', async () => {
    await prepare(store);
    await store.query('UPDATE complaints SET shipment_id = NULL');
    const { status, result } = await claims.open(claim());
    expect([status, result.needsPersonBecause]).toEqual([
      'ASSESSING',
      ['freight_unknown', 'shipment_unknown', 'no_carrier_fault', 'nothing_due'],
    ]);
  });
});
