import { describe, expect, it } from 'vitest';
import { AGENT, CUSTOMER, DAY, HOUR, MINUTE, openDesk, REMEDY, since, type TestDesk } from './desk.ts';

const ask = (desk: TestDesk, hours: number): void => {
  desk.change({ to: 'INVESTIGATING' }, AGENT, since(hours * HOUR));
  desk.change({ to: 'WAITING_CUSTOMER', message: '请发照片' }, AGENT, since(hours * HOUR));
};
/** Runs alarms as the worker does, each when it is due, up to an hour; when and what. */
function runUntil(desk: TestDesk, hours: number): string[] {
  const heard: string[] = [];
  for (let at = desk.last.nextAlarmAt; at && at <= since(hours * HOUR); at = desk.last.nextAlarmAt) {
    const { lines, notices } = desk.alarm(at);
    const hour = (at.getTime() - since(0).getTime()) / HOUR;
    const said = lines.map(({ data, to }) => to ?? (data.reminder ? `reminder ${data.reminder}` : `${data.clock} ${data.percent}`));
    heard.push(`${hour} ${[...said, ...notices.map(({ kind }) => `"${kind}"`)].join(', ')}`);
  }
  return heard;
}

describe('alarms', () => {
  // P2: 2 h and 48 h at 50, 80, 100 %; 7 days are 168 h: 84, 134.4, 168.
  it('warn at 50, 80 and 100 percent of each clock, once each, escalate the breach and apologise for the late result', () => {
    expect(runUntil(openDesk(), 1000)).toEqual([
      '1 firstResponse 50',
      '1.6 firstResponse 80',
      '2 firstResponse 100, ESCALATED',
      '24 resolve 50',
      '38.4 resolve 80',
      '48 resolve 100, "late"',
      '84 statutory 50',
      '134.4 statutory 80',
      '168 statutory 100, "late"',
    ]);
  });

  it('count each breach and tell it as an escalation', () => {
    const desk = openDesk();
    const decision = desk.alarm(since(2 * HOUR));
    expect(decision).toMatchObject({ webhook: 'complaint.escalated', next: { status: 'ESCALATED', version: 2 } });
    expect(decision.facts.map(({ name, label }) => [name, label])).toEqual([
      ['complaint.breached', 'firstResponse'],
      ['complaint.escalated', undefined],
    ]);
    expect(desk.alarm(since(24 * HOUR)).webhook).toBe('complaint.updated');
    expect(desk.alarm(since(48 * HOUR)).notices).toEqual([{ kind: 'late', dueAt: since(7 * DAY).toISOString() }]);
  });

  it('say everything that is due at once after an outage', () => {
    const desk = openDesk();
    const { lines, notices, next } = desk.alarm(since(50 * HOUR));
    expect(lines.filter(({ action }) => action === 'warned')).toHaveLength(6);
    expect(notices).toHaveLength(1);
    expect(next.version).toBe(2);
    expect(desk.last.nextAlarmAt).toEqual(since(84 * HOUR));
  });

  it('do nothing when nothing is due, and leave the version', () => {
    const desk = openDesk();
    const before = desk.ticket;
    expect(desk.alarm(since(59 * MINUTE))).toMatchObject({ lines: [], nextAlarmAt: since(HOUR) });
    expect(desk.ticket).toBe(before);
  });

  it('remind a silent customer at 24 and 48 hours and close at 72, while the resolve clock stands still', () => {
    const desk = openDesk();
    ask(desk, 1);
    expect(desk.last.pausedAt).toEqual(since(HOUR));
    // Asked at hour 1; of the clocks the statutory one runs on, but 84 hours come after the end.
    expect(runUntil(desk, 1000)).toEqual([
      '25 reminder 1, "reminder"',
      '49 reminder 2, "reminder"',
      '73 CLOSED_NO_REPLY, "closed_no_reply"',
    ]);
    expect(desk.ticket).toMatchObject({ status: 'CLOSED_NO_REPLY', closedAt: since(73 * HOUR), pausedMs: 72 * HOUR });
    expect(desk.last.facts).toMatchObject([{ name: 'complaint.closed', label: 'no_reply', seconds: 73 * 3600 }]);
  });

  it('repeat the question with the reminder and until when it waits, and forget it with the answer', () => {
    const desk = openDesk();
    ask(desk, 1);
    expect(desk.alarm(since(25 * HOUR)).notices).toEqual([{ kind: 'reminder', words: '请发照片', dueAt: since(73 * HOUR).toISOString() }]);
    desk.change({ addition: '在这里' }, CUSTOMER, since(30 * HOUR));
    // One hour ran before, 23 hours to half of 48 after.
    expect(desk.last.nextAlarmAt).toEqual(since(53 * HOUR));
    ask2(desk, 40);
    expect(desk.last.nextAlarmAt).toEqual(since(64 * HOUR));
  });

  it('give a customer time after each reminder when the worker was down', () => {
    const desk = openDesk();
    ask(desk, 1);
    const at = [80, 85, 92, 104].map((hours) => desk.alarm(since(hours * HOUR)).notices);
    // Twelve hours to the second, twelve more to the end.
    const reminder = { kind: 'reminder', words: '请发照片', dueAt: since(104 * HOUR).toISOString() };
    expect(at).toEqual([[reminder], [], [reminder], [{ kind: 'closed_no_reply' }]]);
  });

  it('run on once the 72 hours of pausing are used up', () => {
    const desk = openDesk();
    ask(desk, 1);
    desk.change({ addition: '1' }, CUSTOMER, since(61 * HOUR));
    ask2(desk, 62);
    // 60 of 72 hours used: stands still from 62 to 74. 1 + 1 hours ran; half of 48 comes 22 hours after 74.
    expect(runUntil(desk, 100)).toEqual(['84 statutory 50', '86 reminder 1, "reminder"', '96 resolve 50']);
  });

  it('close what is resolved after seven days', () => {
    const desk = openDesk();
    desk.change({ to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, AGENT, since(HOUR));
    desk.change({ to: 'ACCEPTED' }, CUSTOMER, since(2 * HOUR));
    desk.change({ to: 'RESOLVED', rootCause: 'weather' }, AGENT, since(3 * HOUR));
    expect(runUntil(desk, 1000)).toEqual(['171 CLOSED, "closed"']);
    expect(desk.ticket).toMatchObject({ status: 'CLOSED', closedAt: since(7 * DAY + 3 * HOUR) });
  });

  it('leave an offer open to the customer, late or not', () => {
    const desk = openDesk();
    desk.change({ to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, AGENT, since(HOUR));
    const decision = desk.alarm(since(48 * HOUR));
    expect(decision).toMatchObject({ next: { status: 'RESOLUTION_PROPOSED' }, notices: [], webhook: 'complaint.escalated' });
    expect(desk.change({ to: 'ACCEPTED' }, CUSTOMER, since(49 * HOUR)).next.status).toBe('ACCEPTED');
  });

  it('warn again after a reopening, for the clock that runs anew', () => {
    const desk = openDesk();
    desk.change({ message: '在查' }, AGENT, since(HOUR));
    runUntil(desk, 30);
    desk.change({ to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, AGENT, since(30 * HOUR));
    desk.change({ to: 'ACCEPTED' }, CUSTOMER, since(30 * HOUR));
    desk.change({ to: 'RESOLVED', rootCause: 'weather' }, AGENT, since(30 * HOUR));
    desk.change({ to: 'REOPENED' }, CUSTOMER, since(40 * HOUR));
    expect(runUntil(desk, 90)).toEqual(['64 resolve 50', '78.4 resolve 80', '84 statutory 50', '88 resolve 100, ESCALATED, "late"']);
  });

  it('warn of a suggestion nobody answered, and that is all', () => {
    const desk = openDesk({ type: 'suggestion', category: 'other' });
    expect(runUntil(desk, 1000)).toEqual(['2 firstResponse 50', '3.2 firstResponse 80', '4 firstResponse 100']);
    expect(desk.last.facts).toEqual([]);
    expect(desk.ticket.status).toBe('ASSESSED');
  });
});

/** Asks a ticket that is being investigated already. */
function ask2(desk: TestDesk, hours: number): void {
  desk.change({ to: 'WAITING_CUSTOMER', message: '还请发一张' }, AGENT, since(hours * HOUR));
}
