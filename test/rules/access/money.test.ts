import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/errors.ts';
import { assertMayOffer, leastFor, MONEY_LIMITS, mayOffer } from '../../../rules/access/money.ts';
import { actFor, BOT, type Principal } from '../../../rules/access/principal.ts';
import { customer, key, product, staff } from '../../principals.ts';

const cny = (minor: number) => ({ minor, currency: 'CNY' });

/** Limits in fen as the company set them: 50, 500, 2,000, 5,000 and 20,000 yuan. */
const LIMITED: readonly (readonly [string, Principal, number, string])[] = [
  ['the bot', BOT, 5000, 'agent'],
  ['an agent', staff('a'), 50_000, 'crg'],
  ['an agent for key accounts', staff('a', 'agent', 'crg'), 200_000, 'supervisor'],
  ['a supervisor', staff('s', 'supervisor'), 500_000, 'manager'],
  ['a supervisor for key accounts', staff('s', 'supervisor', 'crg'), 500_000, 'manager'],
  ['a manager', staff('m', 'manager'), 2_000_000, 'admin'],
  ['a key with the role agent', key('crm', 'agent'), 50_000, 'crg'],
  ['a key with the role manager', key('erp', 'manager'), 2_000_000, 'admin'],
];

describe('the money of one offer', () => {
  it.each(LIMITED)('of %s ends at their limit, to the fen', (_, by, limit, next) => {
    expect([mayOffer(by, cny(limit)), mayOffer(by, cny(limit + 1))]).toEqual([true, false]);
    expect(leastFor(cny(limit + 1))).toBe(next);
  });

  it('has no limit for administrators, and none at all is offered by auditors, customers and what runs by itself', () => {
    expect(mayOffer(staff('x', 'admin'), { minor: 900_000_000, currency: 'USD' })).toBe(true);
    for (const by of [staff('x', 'auditor'), key('bi', 'auditor'), customer('c1'), product('rules')])
      expect(mayOffer(by, cny(1))).toBe(false);
  });

  it.each([
    // A manager's 20,000 yuan and the bot's 50, as round sums of what claims are made in.
    ['HKD', 2_000_000, 5000],
    ['TWD', 8_000_000, 20_000],
    ['USD', 280_000, 700],
    ['EUR', 240_000, 600],
    ['GBP', 200_000, 500],
    ['JPY', 400_000, 1000],
  ])('has a limit in %s too', (currency, manager, bot) => {
    const may = (by: Principal, minor: number) => mayOffer(by, { minor, currency });
    expect([may(staff('m', 'manager'), manager), may(staff('m', 'manager'), manager + 1)]).toEqual([true, false]);
    expect([may(BOT, bot), may(BOT, bot + 1)]).toEqual([true, false]);
  });

  it('in a currency that the table does not name is the administrator’s', () => {
    const sek = { minor: 1, currency: 'SEK' };
    expect([mayOffer(staff('m', 'manager'), sek), leastFor(sek)]).toEqual([false, 'admin']);
    expect(mayOffer(staff('m', 'manager'), sek, { ...MONEY_LIMITS, manager: { CNY: 1, SEK: 1 } })).toBe(true);
  });

  it.each([
    // key's role, role or group that the body names, the most in fen
    ['admin', 'agent', 50_000],
    ['admin', 'crg', 200_000],
    ['supervisor', 'crg', 200_000],
    ['agent', 'manager', 50_000],
    ['agent', 'crg', 50_000],
    ['auditor', 'admin', 0],
  ] as const)('of a key of the role %s that says it acts for %s is the lesser of the two', (role, rank, limit) => {
    const by = actFor(key('crm', role), { id: 'lin', rank });
    expect([limit === 0 || mayOffer(by, cny(limit)), mayOffer(by, cny(limit + 1))]).toEqual([true, false]);
  });

  it('is refused with the least who may, and whose limit stood in the way', () => {
    const refusalOf = (by: Principal): unknown => {
      try {
        assertMayOffer(by, cny(50_001));
      } catch (error) {
        return error instanceof AppError && { code: error.code, ...error.facts };
      }
      return 'allowed';
    };
    expect(refusalOf(staff('a'))).toEqual({ code: 'AUTHORITY_EXCEEDED', needs: 'crg', role: 'agent' });
    expect(refusalOf(actFor(key('crm'), { rank: 'agent' }))).toEqual({ code: 'AUTHORITY_EXCEEDED', needs: 'crg', role: 'agent' });
    expect(refusalOf(key('bi', 'auditor'))).toEqual({ code: 'AUTHORITY_EXCEEDED', needs: 'crg', role: 'auditor' });
    expect(leastFor(cny(1))).toBe('agent');
    expect(refusalOf(customer('c1'))).toEqual({ code: 'AUTHORITY_EXCEEDED', needs: 'crg', role: 'customer' });
  });
});
