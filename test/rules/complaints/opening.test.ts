import { describe, expect, it } from 'vitest';
import { readClocks } from '../../../rules/complaints/clocks.ts';
import { decideOpening } from '../../../rules/complaints/opening.ts';
import { staff } from '../../principals.ts';
import { DAY, HOUR, MINUTE, newComplaint, openDesk, openingContext, POLICY, START, since } from './desk.ts';

const trailOf = (lines: readonly { readonly action: string; readonly to?: string }[]): string[] =>
  lines.map(({ action, to }) => to ?? action);

describe('opening a ticket', () => {
  it('is received, acknowledged by the bot and assessed in one step', () => {
    const decision = decideOpening(newComplaint(), openingContext(), START, POLICY);
    expect(trailOf(decision.lines)).toEqual(['NEW', 'ACKNOWLEDGED', 'ASSESSED']);
    expect(decision.lines.map(({ actor }) => actor.type)).toEqual(['customer', 'bot', 'system']);
    expect(decision.lines[0]).toMatchObject({ words: '包裹丢了', data: { reference: 'CMP-20261123-0001', category: 'loss' } });
    expect(decision.lines[2]?.data).toEqual({ severity: 'P2', reasons: ['category:loss'] });
    expect(decision.next).toMatchObject({ version: 1, status: 'ASSESSED', severity: 'P2', contactCount: 1, reopenCount: 0, pausedMs: 0 });
    expect(decision).toMatchObject({
      webhook: 'complaint.created',
      notices: [],
      facts: [{ name: 'complaint.opened' }, { name: 'complaint.acknowledged' }, { name: 'complaint.assessed' }],
    });
  });

  // Domain table: P0 15 min / 24 h, P1 30 min / 24 h, P2 2 h / 48 h, P3 4 h / 48 h, statutory 7 days. First warning at half the first.
  it.each([
    ['P0', { category: 'safety' }, 15 * MINUTE, 24 * HOUR],
    ['P1', { category: 'privacy' }, 30 * MINUTE, 24 * HOUR],
    ['P2', { category: 'loss' }, 2 * HOUR, 48 * HOUR],
    ['P3', { category: 'delay' }, 4 * HOUR, 48 * HOUR],
  ] as const)('promises by severity: %s', (severity, input, firstResponseMs, resolveMs) => {
    const { next, nextAlarmAt } = decideOpening(newComplaint(input), openingContext(), START, POLICY);
    expect(next.severity).toBe(severity);
    expect(next.due).toEqual({ firstResponseAt: since(firstResponseMs), resolveAt: since(resolveMs), statutoryAt: since(7 * DAY) });
    expect(nextAlarmAt).toEqual(since(firstResponseMs / 2));
  });

  it('escalates P0 and P1 at once', () => {
    const decision = decideOpening(newComplaint({ mood: { anger: 0, risks: ['regulator'] } }), openingContext(), START, POLICY);
    expect(trailOf(decision.lines)).toEqual(['NEW', 'ACKNOWLEDGED', 'ASSESSED', 'ESCALATED']);
    expect(decision.next.status).toBe('ESCALATED');
    expect(decision.facts.map(({ name }) => name).at(-1)).toBe('complaint.escalated');
  });

  it('owes suggestions and praise an answer and nothing else', () => {
    const { last, history } = openDesk({ type: 'praise', category: 'other', description: '小张很好' }, { shipment: undefined });
    const clocks = readClocks(history, 'P3', POLICY, since(8 * DAY));
    expect([clocks.firstResponse.state, clocks.resolve.state, clocks.statutory.state]).toEqual(['missed', 'stopped', 'stopped']);
    expect(clocks.resolve.elapsedShare).toBe(0);
    expect(last.facts).toMatchObject([{ name: 'praise.opened', category: 'other', severity: 'P3' }]);
  });

  it('lets praise be closed once it is read, with a word to the customer or without; a complaint not', () => {
    const agent = staff('a1');
    const praise = openDesk({ type: 'praise', category: 'other', description: '小张很好' }, { shipment: undefined });
    const closed = praise.change({ to: 'CLOSED', message: '已转告小张，谢谢您' }, agent, since(DAY));
    expect(praise.ticket.status).toBe('CLOSED');
    expect(closed?.notices).toEqual([{ kind: 'message', words: '已转告小张，谢谢您' }]);
    const complaint = openDesk({ mood: { anger: 0, risks: [] } });
    expect(() => complaint.change({ to: 'CLOSED' }, agent, since(DAY))).toThrow('TRANSITION_REFUSED');
  });

  it('escalates a suggestion that holds a risk, without counting it as a complaint', () => {
    const { next, facts } = decideOpening(
      newComplaint({ type: 'suggestion', category: 'other', mood: { anger: 0, risks: ['injury'] } }),
      openingContext(),
      START,
      POLICY,
    );
    expect(next).toMatchObject({ severity: 'P0', status: 'ESCALATED' });
    expect(facts).toMatchObject([{ name: 'suggestion.opened', category: 'other', severity: 'P0' }]);
  });

  it('gives key accounts to their team and keeps the station for the root cause', () => {
    const { next, facts } = decideOpening(
      newComplaint(),
      openingContext({ isKeyAccount: true, shipment: { id: 's', station: '嘉兴转运中心' } }),
      START,
      POLICY,
    );
    expect(next).toMatchObject({ team: 'CRG', severity: 'P1', station: '嘉兴转运中心' });
    expect(facts[0]).toMatchObject({ station: '嘉兴转运中心', group: 'CRG' });
  });

  it("links another party's open ticket about the same shipment, by reference alone", () => {
    const { lines, next } = decideOpening(newComplaint(), openingContext({ related: 'CMP-20261122-0007' }), START, POLICY);
    expect(lines.at(-1)).toMatchObject({ action: 'linked', data: { reference: 'CMP-20261122-0007', relation: 'same_shipment' } });
    expect(next.duplicateOf).toBeUndefined();
  });
});
