import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../core/businessTime.ts';
import { actFor } from '../../../rules/access/principal.ts';
import { createSlaPolicy } from '../../../rules/complaints/policy.ts';
import type { ComplaintFact } from '../../../rules/facts.ts';
import { key, staff } from '../../principals.ts';
import { ACTORS, AGENT, CUSTOMER, DAY, HOUR, openDesk, REMEDY, START, since, type TestDesk } from './desk.ts';

const office = [{ from: '09:00', to: '17:00' }];
/** Eight hours of each working day; START is a Monday, 10:00, with seven hours left. */
const IN_HOURS = createSlaPolicy(
  'Asia/Shanghai',
  createCalendar({ timeZone: 'Asia/Shanghai', hours: { mon: office, tue: office, wed: office, thu: office, fri: office } }),
);
const RULES = { type: 'system', id: 'rules' } as const;
const about = { category: 'loss', severity: 'P2' } as const;
const hours = (count: number, business: number) => ({ startedAt: START, seconds: count * 3600, businessSeconds: business * 3600 });
const only = (facts: readonly ComplaintFact[], name: ComplaintFact['name']) => facts.filter((fact) => fact.name === name);

/** From where it stands to RESOLVED at this hour. */
function resolve(desk: TestDesk, hour: number): readonly ComplaintFact[] {
  desk.change({ to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, AGENT, since(hour * HOUR));
  desk.change({ to: 'ACCEPTED' }, CUSTOMER, since(hour * HOUR));
  return desk.change({ to: 'RESOLVED', rootCause: 'weather' }, AGENT, since(hour * HOUR)).facts;
}

describe('facts of a ticket', () => {
  it('say who did each step of the opening, which takes no time', () => {
    expect(openDesk({ category: 'privacy' }).last.facts).toEqual([
      { name: 'complaint.opened', actor: ACTORS.CUSTOMER, category: 'privacy', severity: 'P1' },
      { name: 'complaint.acknowledged', actor: ACTORS.BOT, category: 'privacy', severity: 'P1', ...hours(0, 0) },
      { name: 'complaint.assessed', actor: RULES, category: 'privacy', severity: 'P1', ...hours(0, 0) },
      { name: 'complaint.escalated', actor: RULES, category: 'privacy', severity: 'P1', ...hours(0, 0) },
    ]);
  });

  it('time the first response in all hours and in business hours', () => {
    const desk = openDesk({}, {}, IN_HOURS);
    const { facts } = desk.change({ message: '我们已在查找' }, AGENT, since(DAY + HOUR));
    // Monday 10:00 to Tuesday 11:00: 25 hours, of which 7 until Monday 17:00 and 2 from Tuesday 09:00.
    const expected = { name: 'complaint.responded', actor: ACTORS.AGENT, ...about, ...hours(24 + 1, 7 + 2) };
    expect(only(facts, 'complaint.responded')).toEqual([expected]);
  });

  it('leave the pauses out of the resolution, and out of nothing else', () => {
    const desk = openDesk({}, {}, IN_HOURS);
    desk.change({ to: 'INVESTIGATING' }, AGENT, since(HOUR));
    desk.change({ to: 'WAITING_CUSTOMER', message: '请发一张照片' }, AGENT, since(5 * HOUR));
    desk.change({ addition: '照片在这里' }, CUSTOMER, since(DAY + HOUR));
    // Of the 28 hours to Tuesday 14:00 it waited 20, from Monday 15:00 to Tuesday 11:00: 2 business hours of each day. Business
    // hours until then: 7 on Monday, 5 on Tuesday.
    expect(only(resolve(desk, 28), 'complaint.resolved')).toEqual([
      { name: 'complaint.resolved', actor: ACTORS.AGENT, ...about, label: 'weather', ...hours(28 - 20, 7 + 5 - (2 + 2)) },
    ]);
    // Closed by the customer an hour later.
    expect(desk.change({ to: 'CLOSED' }, CUSTOMER, since(29 * HOUR)).facts).toEqual([
      { name: 'complaint.closed', actor: ACTORS.CUSTOMER, ...about, ...hours(29, 7 + 6) },
    ]);
  });

  it('pause for 72 hours altogether and no longer', () => {
    const desk = openDesk();
    desk.change({ to: 'INVESTIGATING' }, AGENT, since(HOUR));
    desk.change({ to: 'WAITING_CUSTOMER', message: '请发一张照片' }, AGENT, since(2 * HOUR));
    desk.change({ addition: '照片在这里' }, CUSTOMER, since(82 * HOUR));
    // It waited from hour 2 to hour 82, of which 72 count.
    expect(only(resolve(desk, 90), 'complaint.resolved')).toMatchObject([hours(90 - 72, 90 - 72)]);
  });

  it('count from the reopening what is done after it: no time is in two sums', () => {
    const desk = openDesk();
    resolve(desk, 10);
    const reopened = desk.change({ to: 'REOPENED', reason: '还是没收到' }, CUSTOMER, since(30 * HOUR));
    expect(reopened.facts).toEqual([{ name: 'complaint.reopened', actor: ACTORS.CUSTOMER, ...about }]);
    desk.change({ to: 'ESCALATED' }, AGENT, since(31 * HOUR));
    const again = { startedAt: since(30 * HOUR), seconds: 3600, businessSeconds: 3600 };
    expect(desk.last.facts).toMatchObject([{ name: 'complaint.escalated', ...again }]);
    const [resolved] = only(resolve(desk, 36), 'complaint.resolved');
    expect(resolved).toMatchObject({ startedAt: since(30 * HOUR), seconds: (36 - 30) * 3600 });
  });

  it('are the rules’ own where the ticket does it by itself', () => {
    // P2: two hours to the first answer are over.
    const { facts } = openDesk().alarm(since(2 * HOUR));
    expect(facts).toEqual([
      { name: 'complaint.breached', actor: RULES, ...about, label: 'firstResponse' },
      { name: 'complaint.escalated', actor: RULES, ...about, ...hours(2, 2) },
    ]);
  });

  it('are the work of the ticket’s team, or else of the team of whoever acts', () => {
    const member = staff('zhao@example.com', 'agent', 'crg');
    const named = actFor(key('crm'), { id: 'lin@example.com', rank: 'crg' });
    const groupOf = (desk: TestDesk) => desk.last.facts.map(({ group }) => group);
    for (const by of [member, named]) {
      const loose = openDesk();
      loose.change({ to: 'ESCALATED' }, by, since(HOUR));
      expect(groupOf(loose)).toEqual(['CRG']);
    }
    const taken = openDesk();
    taken.change({ team: '华东组' }, member, since(HOUR));
    taken.change({ message: '我们已在查找', to: 'ESCALATED' }, member, since(HOUR));
    expect(groupOf(taken)).toEqual(['华东组', '华东组']);
    const nobodys = openDesk();
    nobodys.alarm(since(2 * HOUR));
    expect(groupOf(nobodys)).toEqual([undefined, undefined]);
  });
});
