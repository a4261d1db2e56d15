import { type Alarm, listAlarms } from './alarms.ts';
import { toBreached, toWarned, type Warning } from './breaches.ts';
import type { ComplaintStatus } from './codes.ts';
import type { ComplaintDecision, ComplaintHistory } from './decision.ts';
import { type Line, type Notice, SYSTEM, toMoved } from './lines.ts';
import { NO_REPLY_AFTER_MS, REMINDER_GAP_MS, REMINDERS_AFTER_MS, type SlaPolicy } from './policy.ts';
import { leave, settle } from './settle.ts';
import { TRANSITIONS } from './states.ts';
import type { Complaint } from './types.ts';

/**
 * What a ticket does by itself at `nextAlarmAt`, everything that is due by now at once: warnings at 50, 80 and 100 percent of each
 * clock; at 100 the breach is counted, told by webhook as escalation, and moves the ticket to ESCALATED where that is open to it; a
 * customer who was asked is reminded twice and the ticket then closed; a resolved ticket nobody objected to is closed. When nothing is
 * due there are no lines and the version is the same.
 */
export function decideAlarm(ticket: Complaint, history: ComplaintHistory, now: Date, policy: SlaPolicy): ComplaintDecision {
  const due = listAlarms(ticket, history, policy, now).filter(({ at }) => at <= now);
  if (due.length === 0) return leave(ticket, history, now, policy);
  const warnings = due.filter((alarm) => alarm.kind === 'warning');
  // Suggestions and praise are a matter of courtesy: staff are warned, nothing is broken.
  const breaches = ticket.type === 'complaint' ? warnings.filter(({ percent }) => percent === 100) : [];
  const reminder = due.find((alarm) => alarm.kind === 'reminder');
  const end = endOf(due);
  const to = end ?? (breaches.length > 0 && isEscalating(ticket) ? 'ESCALATED' : undefined);
  return settle(
    {
      ticket: to ? { ...ticket, status: to, ...(end && { closedAt: now }) } : ticket,
      lines: [
        ...warnings.map(toWarned),
        ...(reminder ? [{ actor: SYSTEM, action: 'warned', data: { reminder: reminder.number } } satisfies Line] : []),
        ...(to ? [toMoved(SYSTEM, ticket.status, to, to === 'ESCALATED' ? { breached: breaches.map(({ clock }) => clock) } : {})] : []),
      ],
      notices: [
        ...listLate(ticket, breaches),
        ...(reminder ? [toReminder(history, reminder.number, now)] : []),
        ...(end ? [{ kind: ENDS[end] } as const] : []),
      ],
      webhook: end ? 'complaint.closed' : breaches.length > 0 ? 'complaint.escalated' : 'complaint.updated',
      facts: breaches.map((breach) => toBreached(ticket, breach)),
    },
    history,
    now,
    policy,
  );
}

const ENDS = { CLOSED: 'closed', CLOSED_NO_REPLY: 'closed_no_reply' } as const;

function endOf(due: readonly Alarm[]): keyof typeof ENDS | undefined {
  if (due.some(({ kind }) => kind === 'close')) return 'CLOSED';
  return due.some(({ kind }) => kind === 'no_reply') ? 'CLOSED_NO_REPLY' : undefined;
}

/** Not from RESOLUTION_PROPOSED, though the table allows it: the customer could no longer accept what they were just offered. */
function isEscalating({ status }: Complaint): boolean {
  return status !== 'RESOLUTION_PROPOSED' && TRANSITIONS[status].includes('ESCALATED');
}

/** States in which the next word is the customer's: they are not told that we are late. */
const CUSTOMERS_TURN: ReadonlySet<ComplaintStatus> = new Set(['WAITING_CUSTOMER', 'RESOLUTION_PROPOSED']);

/** The apology for what was promised to be resolved; with the law's day as next promise while that is to come. */
function listLate({ status, due }: Complaint, breaches: readonly Warning[]): readonly Notice[] {
  const clocks = breaches.map(({ clock }) => clock);
  if (CUSTOMERS_TURN.has(status) || !clocks.some((clock) => clock !== 'firstResponse')) return [];
  return [{ kind: 'late', ...(!clocks.includes('statutory') && { dueAt: due.statutoryAt.toISOString() }) }];
}

/**
 * The question again, with the instant the ticket ends at if they stay silent: later than promised with the question where the
 * reminders were late.
 */
function toReminder(history: ComplaintHistory, number: number, now: Date): Notice {
  const asked = history.findLast(({ action, to }) => action === 'moved' && to === 'WAITING_CUSTOMER');
  const earliestMs = now.getTime() + (REMINDERS_AFTER_MS.length - number + 1) * REMINDER_GAP_MS;
  const promisedMs = (asked?.at ?? now).getTime() + NO_REPLY_AFTER_MS;
  const words = history.findLast(({ action, data }) => action === 'responded' && data.notice === 'question')?.words;
  return { kind: 'reminder', ...(words !== undefined && { words }), dueAt: new Date(Math.max(promisedMs, earliestMs)).toISOString() };
}
