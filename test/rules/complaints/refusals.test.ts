import { describe, expect, it } from 'vitest';
import { actorOf, type Principal } from '../../../rules/access/principal.ts';
import type { ComplaintStatus } from '../../../rules/complaints/codes.ts';
import type { ComplaintChange } from '../../../rules/complaints/types.ts';
import { AGENT, BOT, CUSTOMER, deskIn, HOUR, REMEDY, refusal, SYSTEM, since } from './desk.ts';

const pathsOf = (act: () => unknown): unknown => (refusal(act)?.facts.errors as { path: string }[] | undefined)?.map(({ path }) => path);

describe('what is refused', () => {
  it.each<[string, string, ComplaintChange, Principal, string[]]>([
    ['an offer without a remedy', 'ASSESSED', { to: 'RESOLUTION_PROPOSED' }, AGENT, ['remedy']],
    ['an offer without words', 'ASSESSED', { to: 'RESOLUTION_PROPOSED', remedy: { type: 'apology', text: ' ' } }, AGENT, ['remedy']],
    ['a result without its cause', 'ACCEPTED', { to: 'RESOLVED' }, AGENT, ['rootCause']],
    ['a question without words', 'INVESTIGATING', { to: 'WAITING_CUSTOMER' }, AGENT, ['message']],
    ['a merger into nothing', 'ASSESSED', { to: 'MERGED' }, AGENT, ['mergedInto']],
    ['a merger into itself', 'ASSESSED', { to: 'MERGED', mergedInto: 'CMP-20261123-0001' }, AGENT, ['mergedInto']],
    ['a yes that staff write down without how it was said', 'RESOLUTION_PROPOSED', { to: 'ACCEPTED' }, AGENT, ['reason']],
    ['a reopening by staff without why', 'CLOSED', { to: 'REOPENED' }, AGENT, ['reason']],
    ['a severity from the customer', 'ASSESSED', { severity: 'P0', owner: 'me' }, CUSTOMER, ['severity', 'owner']],
  ])('%s', (_name, status, change, actor, paths) => {
    const desk = deskIn(status);
    const before = desk.ticket;
    expect(pathsOf(() => desk.change(change, actor, since(9 * HOUR)))).toEqual(paths);
    expect(desk.ticket).toBe(before);
  });

  it('needs the result in words where no accepted remedy says it', () => {
    const desk = deskIn('RESOLUTION_PROPOSED');
    desk.change({ to: 'REJECTED' }, CUSTOMER, since(2 * HOUR));
    desk.change({ to: 'EXTERNAL_APPEAL' }, CUSTOMER, since(3 * HOUR));
    expect(pathsOf(() => desk.change({ to: 'RESOLVED', rootCause: 'unknown' }, AGENT, since(9 * HOUR)))).toEqual(['resolution']);
  });

  it.each<[string, string, ComplaintStatus, Principal, readonly ComplaintStatus[]]>([
    [
      'what the table does not know',
      'ASSESSED',
      'RESOLVED',
      AGENT,
      ['INVESTIGATING', 'RESOLUTION_PROPOSED', 'ESCALATED', 'MERGED', 'WITHDRAWN'],
    ],
    ['a yes by anybody but the customer', 'RESOLUTION_PROPOSED', 'ACCEPTED', BOT, ['ESCALATED']],
    ['a no by a system', 'RESOLUTION_PROPOSED', 'REJECTED', SYSTEM, ['ESCALATED']],
    ['staff’s moves by the customer', 'ASSESSED', 'RESOLUTION_PROPOSED', CUSTOMER, ['WITHDRAWN']],
    ['an end for silence before the customer was reminded', 'WAITING_CUSTOMER', 'CLOSED_NO_REPLY', AGENT, ['INVESTIGATING', 'WITHDRAWN']],
    [
      'a state it is in',
      'INVESTIGATING',
      'INVESTIGATING',
      AGENT,
      ['WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'RESOLUTION_PROPOSED', 'ESCALATED', 'WITHDRAWN', 'MERGED'],
    ],
  ])('%s, leaving a line and nothing else', (_name, status, to, by, allowed) => {
    const desk = deskIn(status);
    const [before, length] = [desk.ticket, desk.history.length];
    const change = { to, reason: 'r', remedy: REMEDY, message: 'm' };
    const from = before.status;
    expect(refusal(() => desk.change(change, by, since(9 * HOUR)))).toEqual({
      code: 'TRANSITION_REFUSED',
      facts: { from, to, allowed },
    });
    expect(desk.ticket).toBe(before);
    expect(desk.history.slice(length)).toEqual([
      { at: since(9 * HOUR), actor: actorOf(by), action: 'refused', from, to, data: {}, words: 'r' },
    ]);
  });
});
