import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCalendar } from '../../core/businessTime.ts';
import { createFixedClock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import { writeClaimAnswer } from '../../prisma/crm/claims/answers.ts';
import { type ClaimOptions, createClaims } from '../../prisma/crm/claims/index.ts';
import type { Store } from '../../prisma/store.ts';
import { actorOf, BOT } from '../../rules/access/principal.ts';
import type { ClaimDesk } from '../../rules/claims/desk.ts';
import type { Claims } from '../../rules/claims/types.ts';
import { claim, cny, createPropose, type Proposal, prepare, REFERENCE, START } from './claimFixture.ts';
import { clear, stores } from './store.ts';

const CALENDAR = createCalendar({ timeZone: 'Asia/Shanghai', hours: '24x7' });

// What every implementation does stands in test/conformance/claims.ts; here is what the store writes, and what happens between its steps.
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

  it('stays a proposal for a person while the complaint is not assessed', async () => {
    await prepare(store, { status: 'NEW' });
    expect(await claims.open(claim())).toMatchObject({ status: 'ASSESSING', result: { isAutomatic: true } });
    expect(proposals).toEqual([]);
  });

  it('counts with its complaint and its currency', async () => {
    await prepare(store);
    await claims.open(claim());
    const counted = { subject: 'c1', label: 'lost', currency: 'CNY' };
    expect(await store.query('SELECT name, subject_id AS subject, label, currency FROM service_facts ORDER BY id')).toEqual([
      { name: 'claim.opened', ...counted },
      { name: 'claim.offered', ...counted },
    ]);
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
    await expect(first.open(claim())).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect((await claims.find(REFERENCE))?.status).toBe('ASSESSING');
    expect(await claims.open(claim())).toMatchObject({ status: 'OFFERED', offered: cny(4800) });
    expect(proposals).toHaveLength(1);
  });

  it('hears a customer who accepts before the offer is noted', async () => {
    await prepare(store);
    const quick = async (...told: Parameters<ClaimOptions['propose']>) => {
      await propose(...told);
      const answer = { to: 'ACCEPTED', amount: cny(4800), by: { type: 'customer', id: 'v1' }, offeredBy: actorOf(BOT) } as const;
      await writeClaimAnswer(store.query, 'c1', answer, clock.now(), CALENDAR);
      // Nothing happens to a complaint without a claim.
      await writeClaimAnswer(store.query, 'c0', answer, clock.now(), CALENDAR);
    };
    const opened = await createClaims(store, clock, { timeZone: 'Asia/Shanghai', propose: quick }).open(claim());
    expect(opened).toMatchObject({ status: 'ACCEPTED', offered: cny(4800) });
    expect(await store.query('SELECT name, actor_type AS by FROM service_facts ORDER BY name')).toEqual([
      { name: 'claim.accepted', by: 'customer' },
      { name: 'claim.offered', by: 'bot' },
      { name: 'claim.opened', by: 'customer' },
    ]);
  });
});
