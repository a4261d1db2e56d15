import { describe, expect, it } from 'vitest';
import { decideContact } from '../../../rules/complaints/contact.ts';
import type { NewComplaint } from '../../../rules/complaints/types.ts';
import { AGENT, HOUR, newComplaint, openDesk, openingContext, POLICY, REMEDY, since, type TestDesk } from './desk.ts';

const contact = (desk: Pick<TestDesk, 'ticket' | 'history'>, input: Partial<NewComplaint> = {}, hours = 5) =>
  decideContact(
    desk.ticket,
    desk.history,
    newComplaint({ description: '还没找到吗', ...input }),
    openingContext(),
    since(hours * HOUR),
    POLICY,
  );

describe('a second contact about the same matter', () => {
  it('is taken in, never dropped, and counted', () => {
    const { next, lines, facts, webhook } = contact(openDesk(), { conversationId: 'conversation-2', contactPhone: '+8613900001234' });
    expect(next).toMatchObject({
      ...{
        version: 2,
        contactCount: 2,
        severity: 'P2',
        status: 'ASSESSED',
        conversationId: 'conversation-2',
        contactPhone: '+8613900001234',
      },
      description: '包裹丢了\n还没找到吗',
    });
    expect(lines).toEqual([
      { actor: { type: 'customer', id: 'customer-li' }, action: 'contacted', data: { contacts: 2, files: 0 }, words: '还没找到吗' },
    ]);
    expect(facts.map(({ name }) => name)).toEqual(['complaint.contacted']);
    expect(webhook).toBe('complaint.updated');
  });

  it('is one step more severe the third time, and escalated when that is P1; not again the fourth', () => {
    const desk = openDesk();
    const third = contact({ ticket: { ...desk.ticket, contactCount: 2 }, history: desk.history });
    expect(third.next).toMatchObject({ contactCount: 3, severity: 'P1', status: 'ESCALATED' });
    expect(third.lines.map(({ action, to }) => to ?? action)).toEqual(['contacted', 'changed', 'ESCALATED']);
    // P1 from the start: 24 hours.
    expect(third.next.due.resolveAt).toEqual(since(24 * HOUR));
    const minor = openDesk({ category: 'delay' });
    expect(contact({ ticket: { ...minor.ticket, contactCount: 3 }, history: minor.history }).next.severity).toBe('P3');
  });

  it('is heard for what it says now, without undoing what a person decided', () => {
    const desk = openDesk();
    expect(contact(desk, { mood: { anger: 0, risks: ['injury'] } }).next).toMatchObject({
      severity: 'P0',
      status: 'ESCALATED',
      mood: { risks: ['injury'] },
    });
    desk.change({ severity: 'P3' }, AGENT, since(HOUR));
    expect(contact(desk).next.severity).toBe('P3');
  });

  it('answers what they were asked', () => {
    const desk = openDesk();
    desk.change({ to: 'INVESTIGATING' }, AGENT, since(HOUR));
    desk.change({ to: 'WAITING_CUSTOMER', message: '请发照片' }, AGENT, since(2 * HOUR));
    expect(contact(desk)).toMatchObject({ next: { status: 'INVESTIGATING', pausedMs: 3 * HOUR } });
  });

  it('leaves an offer open', () => {
    const desk = openDesk();
    desk.change({ to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, AGENT, since(HOUR));
    expect(contact(desk, { mood: { anger: 2, risks: ['legal'] } }).next).toMatchObject({ status: 'RESOLUTION_PROPOSED', severity: 'P1' });
  });

  it('adds its files once', () => {
    const file = (id: string) => ({ id, name: `${id}.jpg`, contentType: 'image/jpeg', sizeBytes: 1 });
    const desk = openDesk({}, { files: [file('a')] });
    const context = openingContext({ files: [file('a'), file('b')] });
    const { next } = decideContact(desk.ticket, desk.history, newComplaint(), context, since(HOUR), POLICY);
    expect(next.files.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
