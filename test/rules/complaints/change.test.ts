import { describe, expect, it } from 'vitest';
import type { ComplaintChange } from '../../../rules/complaints/types.ts';
import { ACTORS, AGENT, BOT, CUSTOMER, DAY, deskIn, HOUR, openDesk, REMEDY, refusal, SYSTEM, since } from './desk.ts';

describe('the way of a ticket', () => {
  it('goes from opening to the customer’s own confirmation, and is counted on the way', () => {
    const desk = deskIn('CLOSED');
    expect(desk.ticket).toMatchObject({
      status: 'CLOSED',
      version: 5,
      remedy: REMEDY,
      resolution: REMEDY.text,
      rootCause: 'linehaul_delay',
      firstRespondedAt: since(HOUR),
      resolvedAt: since(3 * HOUR),
      closedAt: since(4 * HOUR),
    });
    expect(desk.last).toMatchObject({ webhook: 'complaint.closed', facts: [{ name: 'complaint.closed' }], notices: [] });
    expect(desk.last.nextAlarmAt).toBeUndefined();
  });

  it('counts the first response once', () => {
    const desk = openDesk();
    expect(desk.change({ message: '我们已在查找' }, AGENT, since(HOUR)).facts).toMatchObject([
      { name: 'complaint.responded', actor: ACTORS.AGENT },
    ]);
    expect(desk.change({ message: '还在查找' }, AGENT, since(2 * HOUR)).facts).toEqual([]);
    expect(desk.ticket.firstRespondedAt).toEqual(since(HOUR));
  });

  it('counts a breach that a late resolution comes before the alarm with, once', () => {
    const desk = deskIn('ACCEPTED');
    const { facts, lines } = desk.change({ to: 'RESOLVED', rootCause: 'capacity' }, AGENT, since(49 * HOUR));
    expect(facts.map(({ name, label }) => [name, label])).toEqual([
      ['complaint.breached', 'resolve'],
      ['complaint.resolved', 'capacity'],
    ]);
    expect(lines[0]).toMatchObject({ action: 'warned', data: { clock: 'resolve', percent: 100 } });
    expect(desk.alarm(since(50 * HOUR)).facts).toEqual([]);
  });

  it('goes on by itself when the customer answers, in words or with a file', () => {
    for (const answer of [{ addition: '外箱完好' }, { fileIds: ['f1'] }]) {
      const desk = deskIn('WAITING_CUSTOMER');
      const { next, pausedAt } = desk.change(answer, CUSTOMER, since(5 * HOUR));
      expect(next.status).toBe('INVESTIGATING');
      expect(pausedAt).toBeUndefined();
    }
    const desk = deskIn('WAITING_CUSTOMER');
    expect(desk.change({ addition: '客户来电补充' }, AGENT, since(5 * HOUR)).next.status).toBe('WAITING_CUSTOMER');
  });

  it('stays refused until staff act', () => {
    const desk = deskIn('RESOLUTION_PROPOSED');
    expect(desk.change({ to: 'REJECTED', reason: '太少' }, CUSTOMER, since(2 * HOUR))).toMatchObject({
      next: { status: 'REJECTED' },
      nextAlarmAt: since(24 * HOUR),
    });
  });

  it('forgets result and cause when it is opened again: both must be stated anew', () => {
    const desk = deskIn('CLOSED');
    const decision = desk.change({ to: 'REOPENED', reason: '还是没收到' }, CUSTOMER, since(10 * DAY));
    expect(decision).toMatchObject({ webhook: 'complaint.reopened', facts: [{ name: 'complaint.reopened' }], next: { reopenCount: 1 } });
    for (const field of ['resolvedAt', 'closedAt', 'remedy', 'resolution', 'rootCause']) expect(desk.ticket).not.toHaveProperty(field);
    expect(desk.ticket.due.resolveAt).toEqual(since(12 * DAY));
  });

  it('is opened again for thirty days and no longer', () => {
    // Closed at hour 4.
    expect(refusal(() => deskIn('CLOSED').change({ to: 'REOPENED' }, CUSTOMER, since(30 * DAY + 4 * HOUR)))).toBeUndefined();
    expect(refusal(() => deskIn('CLOSED').change({ to: 'REOPENED' }, CUSTOMER, since(30 * DAY + 4 * HOUR + 1)))).toEqual({
      code: 'TRANSITION_REFUSED',
      facts: { from: 'CLOSED', to: 'REOPENED', allowed: [] },
    });
  });

  it('is withdrawn by the customer and counted as that', () => {
    const desk = openDesk();
    expect(desk.change({ to: 'WITHDRAWN' }, CUSTOMER, since(HOUR))).toMatchObject({
      next: { status: 'WITHDRAWN', closedAt: since(HOUR) },
      facts: [{ name: 'complaint.withdrawn' }],
      webhook: 'complaint.closed',
    });
  });

  it('is merged into another, which the customer is told', () => {
    const decision = openDesk().change({ to: 'MERGED', mergedInto: 'CMP-20261123-0009' }, AGENT, since(HOUR));
    expect(decision.next).toMatchObject({ status: 'MERGED', duplicateOf: 'CMP-20261123-0009' });
    expect(decision.notices).toEqual([{ kind: 'merged', words: 'CMP-20261123-0009' }]);
  });
});

describe('what the customer is told', () => {
  it.each<[string, string, ComplaintChange, readonly object[]]>([
    ['a message', 'ASSESSED', { message: '正在查' }, [{ kind: 'message', words: '正在查' }]],
    ['nothing of a note', 'ASSESSED', { note: '网点说已找到' }, []],
    ['nothing of a handover', 'ASSESSED', { owner: 'li@example.com', team: 'CRG' }, []],
    ['nothing of an escalation', 'ASSESSED', { to: 'ESCALATED' }, []],
    [
      'a question, and until when it waits',
      'INVESTIGATING',
      { to: 'WAITING_CUSTOMER', message: '箱子破了吗？' },
      [{ kind: 'question', words: '箱子破了吗？', dueAt: since(9 * HOUR + 72 * HOUR).toISOString() }],
    ],
    [
      'an offer with its amount',
      'ASSESSED',
      { to: 'RESOLUTION_PROPOSED', remedy: REMEDY },
      [{ kind: 'proposed', words: REMEDY.text, amount: REMEDY.amount }],
    ],
    [
      'a message and the offer',
      'ASSESSED',
      { to: 'RESOLUTION_PROPOSED', remedy: REMEDY, message: '抱歉久等' },
      [
        { kind: 'message', words: '抱歉久等' },
        { kind: 'proposed', words: REMEDY.text, amount: REMEDY.amount },
      ],
    ],
    ['that it is being done', 'ACCEPTED', { to: 'FULFILLING', message: '今天退款' }, [{ kind: 'fulfilling', words: '今天退款' }]],
    [
      'the result, by default what was accepted',
      'ACCEPTED',
      { to: 'RESOLVED', rootCause: 'weather' },
      [{ kind: 'resolved', words: REMEDY.text }],
    ],
    ['the end', 'RESOLVED', { to: 'CLOSED' }, [{ kind: 'closed' }]],
  ])('%s', (_name, status, change, notices) => {
    expect(deskIn(status).change(change, AGENT, since(9 * HOUR)).notices).toEqual(notices);
  });

  it('is nothing of what they or the bot did in the conversation themselves', () => {
    expect(deskIn('RESOLVED').change({ to: 'CLOSED' }, CUSTOMER, since(9 * HOUR)).notices).toEqual([]);
    const desk = openDesk();
    expect(desk.change({ to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, BOT, since(HOUR)).notices).toEqual([]);
    expect(desk.history.at(-1)).toMatchObject({
      action: 'responded',
      words: REMEDY.text,
      data: { notice: 'proposed', remedy: 'refund', minor: 1200 },
    });
    expect(desk.ticket.firstRespondedAt).toBeUndefined();
  });
});

describe('fields', () => {
  it('leave codes in the audit, and words apart from them', () => {
    const desk = openDesk();
    const { lines, next } = desk.change(
      { severity: 'P1', station: '嘉兴', owner: 'li@example.com', note: '客户在出差', correctiveAction: '重新培训' },
      AGENT,
      since(HOUR),
    );
    expect(lines.map(({ action, data, words }) => [action, data, words])).toEqual([
      ['changed', { severity: { from: 'P2', to: 'P1' }, station: { from: null, to: '嘉兴' } }, '重新培训'],
      ['assigned', { owner: { from: null, to: 'li@example.com' } }, undefined],
      ['noted', {}, '客户在出差'],
    ]);
    // P1 resolves within 24 hours of the opening.
    expect(next).toMatchObject({
      severity: 'P1',
      owner: 'li@example.com',
      due: { resolveAt: since(24 * HOUR), statutoryAt: since(7 * DAY) },
    });
  });

  it('keep the reason they were changed for', () => {
    const { lines } = openDesk().change({ severity: 'P3', reason: '客户同意等' }, AGENT, since(HOUR));
    expect(lines.map(({ action, words }) => [action, words])).toEqual([
      ['changed', undefined],
      ['noted', '客户同意等'],
    ]);
  });

  it('that are as they were decide nothing, so that a system may send them again and again', () => {
    const desk = openDesk();
    desk.change({ owner: 'li@example.com' }, SYSTEM, since(HOUR));
    const before = desk.ticket;
    expect(desk.change({ owner: 'li@example.com', severity: 'P2', team: null }, SYSTEM, since(2 * HOUR))).toMatchObject({
      lines: [],
      facts: [],
    });
    expect(desk.ticket).toBe(before);
    desk.change({ owner: null }, SYSTEM, since(3 * HOUR));
    expect(desk.ticket).not.toHaveProperty('owner');
  });

  it('a customer’s addition follows their own words', () => {
    const desk = openDesk();
    desk.change({ addition: '里面是药', fileIds: ['f1', 'f2'] }, CUSTOMER, since(HOUR));
    expect(desk.ticket.description).toBe('包裹丢了\n里面是药');
    expect(desk.last.lines).toEqual([{ actor: ACTORS.CUSTOMER, action: 'added', data: { files: 2 }, words: '里面是药' }]);
  });
});
