import { describe, expect, it } from 'vitest';
import { actFor, actorOf, BOT, creditOf, may, nameOf, type Principal, voucherOf } from '../../../rules/access/principal.ts';
import { PERMISSIONS, ROLES, STAFF_ROLES } from '../../../rules/access/roles.ts';
import { customer, key, product, staff } from '../../principals.ts';

const CRM = key('crm', 'agent');
const CRM_FOR_LIN = actFor(CRM, { id: 'lin@example.com' });

describe('who acts', () => {
  it.each<[Principal, object, string, object]>([
    [CRM, { type: 'agent', id: 'key:crm' }, 'key:crm', {}],
    [CRM_FOR_LIN, { type: 'agent', id: 'lin@example.com' }, 'key:crm', { key: 'crm' }],
    [staff('s1', 'manager'), { type: 'agent', id: 's1' }, 's1', {}],
    [customer('c1'), { type: 'customer', id: 'c1' }, 'c1', {}],
    [BOT, { type: 'bot', id: 'bot' }, 'bot', {}],
    [product('rules'), { type: 'system', id: 'rules' }, 'rules', {}],
  ])('%j stands in an audit as themselves, or as whom their key vouches for', (by, actor, name, voucher) => {
    expect([actorOf(by), nameOf(by), voucherOf(by)]).toEqual([actor, name, voucher]);
  });

  it('is counted for the team of the person, where they have one', () => {
    const counted = [
      staff('s1', 'agent', 'crg'),
      actFor(CRM, { id: 's1', rank: 'crg' }),
      actFor(CRM, { id: 's1', rank: 'manager' }),
      staff('s1'),
    ];
    const actor = { type: 'agent', id: 's1' };
    expect(counted.map(creditOf)).toEqual([{ actor, group: 'CRG' }, { actor, group: 'CRG' }, { actor }, { actor }]);
    expect(creditOf(BOT)).toEqual({ actor: actorOf(BOT) });
  });

  it('acts for somebody else only as a system', () => {
    for (const by of [staff('s1'), customer('c1'), BOT]) expect(actFor(by, { id: 'manager', rank: 'admin' })).toBe(by);
  });
});

describe('what they may', () => {
  it('is what both the role and the scopes of a key have', () => {
    expect(may({ ...CRM, scopes: ['complaints:read', 'customers:erase'] }, 'complaints:read')).toBe(true);
    expect(may({ ...CRM, scopes: ['complaints:read', 'customers:erase'] }, 'customers:erase')).toBe(false);
    expect(may({ ...key('crm'), scopes: ['complaints:read'] }, 'customers:erase')).toBe(false);
  });

  it('is nothing of the API for customers and the product', () => {
    for (const by of [customer('c1'), BOT]) expect(PERMISSIONS.filter((permission) => may(by, permission))).toEqual([]);
  });

  it('is all for administrators, less for each role below, and only reading for auditors', () => {
    const counts = STAFF_ROLES.map((role) => PERMISSIONS.filter((permission) => may(staff('s', role), permission)).length);
    const [agent = 0, supervisor = 0, manager = 0, admin = 0] = counts;
    expect([0 < agent, agent < supervisor, supervisor < manager, manager < admin, admin === PERMISSIONS.length]).toEqual(
      new Array(5).fill(true),
    );
    expect(ROLES.auditor.may.filter((permission) => !permission.endsWith(':read'))).toEqual([]);
  });
});
