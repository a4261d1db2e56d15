import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../core/businessTime.ts';
import { actorOf, BOT } from '../../../rules/access/principal.ts';
import { calculateClaim } from '../../../rules/claims/calculate.ts';
import { answerClaim, type ClaimCase, moveClaim, openClaim } from '../../../rules/claims/moves.ts';
import { key, staff } from '../../principals.ts';
import { cny, lost } from './input.ts';

const office = [{ from: '09:00', to: '17:00' }];
const CALENDAR = createCalendar({ timeZone: 'Asia/Shanghai', hours: { mon: office, tue: office } });
const CUSTOMER = { type: 'customer', id: 'c1' } as const;
/** Monday, 15:00 in Shanghai: two hours before the office closes. */
const OPENED = new Date('2026-11-23T15:00:00+08:00');
/** A day later: 2 business hours of Monday, and 6 of Tuesday from 09:00 on. */
const NEXT_DAY = new Date('2026-11-24T15:00:00+08:00');
const TOOK = { startedAt: OPENED, seconds: 24 * 3600, businessSeconds: (2 + 6) * 3600 };
const claim: ClaimCase = {
  ...{
    id: 'k1',
    complaintReference: 'CMP-20261123-0001',
    version: 1,
    status: 'ASSESSING',
    kind: 'lost',
    value: cny(19_900),
    evidence: 'B',
  },
  ...{ result: calculateClaim(lost(), OPENED), createdAt: OPENED, updatedAt: OPENED },
};

describe('facts of a claim', () => {
  it('begin with the customer, who asks for money', () => {
    expect(openClaim(claim, CUSTOMER).facts).toEqual([{ name: 'claim.opened', actor: CUSTOMER, label: 'lost', amount: cny(19_900) }]);
  });

  it('say who moved it, for which team, and how long after it was opened', () => {
    const by = staff('zhao@example.com', 'agent', 'crg');
    const { facts, lines } = moveClaim(claim, { to: 'OFFERED', amount: cny(5000), by }, NEXT_DAY, CALENDAR);
    expect(facts).toEqual([{ name: 'claim.offered', actor: actorOf(by), group: 'CRG', label: 'lost', amount: cny(5000), ...TOOK }]);
    expect(lines).toEqual([]);
    const declined = moveClaim(claim, { to: 'DECLINED', by: key('crm') }, NEXT_DAY, CALENDAR);
    expect(declined.facts).toEqual([{ name: 'claim.declined', actor: { type: 'agent', id: 'key:crm' }, label: 'lost', ...TOOK }]);
  });

  it('of an answer are the customer’s; an offer not noted before it is counted as whose it was', () => {
    const answer = { to: 'ACCEPTED', amount: cny(4800), by: CUSTOMER, offeredBy: actorOf(BOT) } as const;
    const accepted = { name: 'claim.accepted', actor: CUSTOMER, label: 'lost', amount: cny(4800), ...TOOK };
    expect(answerClaim({ ...claim, status: 'OFFERED' }, answer, NEXT_DAY, CALENDAR)?.facts).toEqual([accepted]);
    expect(answerClaim(claim, answer, NEXT_DAY, CALENDAR)?.facts).toEqual([
      accepted,
      { ...accepted, name: 'claim.offered', actor: actorOf(BOT) },
    ]);
  });
});
