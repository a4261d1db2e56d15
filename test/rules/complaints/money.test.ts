import { describe, expect, it } from 'vitest';
import { actFor, BOT, type Principal } from '../../../rules/access/principal.ts';
import type { ComplaintChange } from '../../../rules/complaints/types.ts';
import { key, product, staff } from '../../principals.ts';
import { deskIn, HOUR, openDesk, refusal, since } from './desk.ts';

/** A remedy of so many fen. */
const offer = (minor: number): ComplaintChange => ({
  to: 'RESOLUTION_PROPOSED',
  remedy: { type: 'compensation', text: '赔付', amount: { minor, currency: 'CNY' } },
});

describe('money that a change offers', () => {
  it.each<[string, Principal, number, object]>([
    ['an agent', staff('a'), 50_000, { needs: 'crg', role: 'agent' }],
    ['an agent for key accounts', staff('a', 'agent', 'crg'), 200_000, { needs: 'supervisor', role: 'agent' }],
    ['a key that acts for an agent', actFor(key('crm'), { id: 'lin', rank: 'agent' }), 50_000, { needs: 'crg', role: 'agent' }],
    [
      'a key with the role agent that claims to be a manager',
      actFor(key('crm', 'agent'), { rank: 'manager' }),
      50_000,
      { needs: 'crg', role: 'agent' },
    ],
    ['the bot', BOT, 5000, { needs: 'agent', role: 'bot' }],
    ['what runs by itself', product('crm'), 0, { needs: 'agent', role: 'product' }],
  ])('by %s is within their limit', (_, by, limit, facts) => {
    expect(refusal(() => openDesk().change(offer(limit + 1), by, since(HOUR)))).toEqual({ code: 'AUTHORITY_EXCEEDED', facts });
    if (limit > 0) expect(openDesk().change(offer(limit), by, since(HOUR)).next.status).toBe('RESOLUTION_PROPOSED');
  });

  it('leaves the ticket as it was when it is refused', () => {
    const desk = openDesk();
    const before = [desk.ticket, desk.history];
    refusal(() => desk.change({ ...offer(50_001), note: 'x' }, staff('a'), since(HOUR)));
    expect([desk.ticket, desk.history]).toEqual(before);
  });

  it('cannot be raised below the same words, and may be sent again as it stands by somebody who could not have offered it', () => {
    const desk = openDesk();
    desk.change(offer(900_000), staff('m', 'manager'), since(HOUR));
    const again = desk.change({ ...offer(900_000), note: '已电话告知' }, staff('a'), since(2 * HOUR));
    expect(again.lines.map(({ action }) => action)).toEqual(['noted']);
    expect(refusal(() => desk.change(offer(900_001), staff('a'), since(3 * HOUR)))?.code).toBe('AUTHORITY_EXCEEDED');
  });

  it('is nobody’s but staff’s: a customer is told that it is not theirs to change', () => {
    const by = { kind: 'customer', id: 'customer-li', level: 2 } as const;
    const { remedy } = offer(1);
    expect(refusal(() => deskIn('INVESTIGATING').change({ ...(remedy && { remedy }) }, by, since(9 * HOUR)))?.code).toBe('INVALID_INPUT');
  });
});

describe('an audit line', () => {
  it('names the person with the key that vouches for them, or the key alone; also of what was refused', () => {
    const desk = openDesk();
    const forLin = actFor(key('crm'), { id: 'lin@example.com' });
    expect(desk.change({ note: 'x' }, forLin, since(HOUR)).lines).toMatchObject([
      { actor: { type: 'agent', id: 'lin@example.com' }, data: { key: 'crm' } },
    ]);
    expect(desk.change({ note: 'y' }, key('crm'), since(HOUR)).lines).toEqual([
      { actor: { type: 'agent', id: 'key:crm' }, action: 'noted', data: {}, words: 'y' },
    ]);
    refusal(() => desk.change({ to: 'CLOSED' }, forLin, since(HOUR)));
    expect(desk.history.at(-1)).toMatchObject({ action: 'refused', actor: { id: 'lin@example.com' }, data: { key: 'crm' } });
  });
});
