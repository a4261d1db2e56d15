import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { customer } from '../principals.ts';
import { type ClaimedTickets, createClaimedTickets } from './apiClaims.ts';
import { type Api, createMemoryIntake, NOW, startApi } from './apiHarness.ts';

describe('money that is asked for', () => {
  let claimed: ClaimedTickets;
  let api: Api;
  const post = (what: string, body?: unknown, reference = 'CMP-20261121-0001') =>
    api.call('POST', `/complaints/${reference}/claim/${what}`, body === undefined ? {} : { body });
  beforeEach(async () => {
    const clock = createFixedClock(NOW);
    claimed = createClaimedTickets(clock);
    await claimed.open();
    const intake = createMemoryIntake();
    api = await startApi({ intake, shipments: intake, claims: claimed.claims }, clock);
  });
  afterEach(() => api.stop());

  it('shows what a decision rests on, amounts as decimals and the calculation in the customer’s language', async () => {
    const { status, body } = await api.call('GET', '/complaints/cmp-20261121-0001/evidence');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      complaint: { reference: 'CMP-20261121-0001', remedySought: 'compensation', createdAt: '2026-11-21T02:00:00.000Z' },
      claim: {
        value: { amount: '300.00', currency: 'CNY' },
        computed: { amount: '199.00' },
        lines: [{ text: expect.stringContaining('條款'), amount: { amount: '199.00' } }],
      },
      shipment: { declared: { amount: '300.00' }, items: [{ unit: { amount: '300.00' } }], events: [{ at: '2026-11-21T02:00:00.000Z' }] },
      history: [{ at: '2026-11-21T02:00:00.000Z', action: 'opened' }, { to: 'ACKNOWLEDGED' }, { to: 'ASSESSED' }],
    });
    expect((await api.call('GET', '/complaints/CMP-20261121-0009/evidence')).status).toBe(404);
  });

  it('offers and pays, as whom and with whose authority', async () => {
    const amount = { amount: '199.00', currency: 'CNY' };
    const offered = await post('offer', { amount, role: 'agent', actor: { id: 'a1' }, text: '赔 199 元' });
    expect([offered.status, offered.body.status, offered.body.offered, offered.body.offeredBy]).toEqual([200, 'OFFERED', amount, 'a1']);
    const { remedy } = claimed.complaints.read('CMP-20261121-0001');
    expect(remedy).toEqual({ type: 'compensation', text: '赔 199 元', amount: { minor: 19_900, currency: 'CNY' } });
    expect((await post('paid')).body.type).toBe('urn:problem:transition-refused');
    await claimed.complaints.change('CMP-20261121-0001', { to: 'ACCEPTED' }, customer('u1'), 'yes');
    const paid = await post('paid');
    expect([paid.status, paid.body.paidAt]).toEqual([200, '2026-11-21T02:00:00.000Z']);
    const { events } = (await claimed.complaints.desk.open('CMP-20261121-0001'))!;
    expect(events.at(-1)).toMatchObject({ action: 'paid', actor: { type: 'agent', id: 'key:api' } });
  });

  it('declines as the key, in words the customer reads', async () => {
    const declined = await post('decline', { reason: '签收时完好', role: 'manager' });
    expect([declined.status, declined.body.status]).toEqual([200, 'DECLINED']);
    const { complaint, events } = (await claimed.complaints.desk.open('CMP-20261121-0001'))!;
    expect(complaint.remedy).toMatchObject({ type: 'explanation', text: expect.stringContaining('签收时完好') });
    expect(events.at(-1)?.actor).toEqual({ type: 'agent', id: 'key:api' });
  });

  it('refuses what the role may not offer, and names who may', async () => {
    const { status, body } = await post('offer', { amount: { amount: '500.01', currency: 'CNY' }, role: 'agent' });
    expect([status, body.type, body.needs]).toEqual([403, 'urn:problem:authority-exceeded', 'crg']);
  });

  it.each([
    ['offer', {}, ['amount']],
    ['offer', { amount: { amount: '1.00', currency: 'CNY' }, actor: { id: 'Key:crm' } }, ['actor.id']],
    ['offer', { amount: { amount: '-1', currency: 'CNY' }, role: 'bot' }, ['role', 'amount.amount']],
    ['decline', { role: 'agent', reason: ' ' }, ['reason']],
  ])('refuses to %s with %j', async (what, body, paths) => {
    const answer = await post(what, body);
    expect([answer.status, answer.body.errors?.map(({ path }) => path)]).toEqual([400, paths]);
  });

  it('does not know a claim that nobody made', async () => {
    const body = { amount: { amount: '1.00', currency: 'CNY' }, role: 'agent' };
    expect((await post('offer', body, 'CMP-20261121-0009')).status).toBe(404);
    expect((await post('paid', undefined, 'CMP-20261121-0009')).status).toBe(404);
  });
});
