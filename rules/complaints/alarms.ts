import { DAY_MS } from '../../core/days.ts';
import { CLOCK_NAMES, type ClockName, instantsOfShare, readClocks } from './clocks.ts';
import type { ComplaintHistory } from './decision.ts';
import { NO_REPLY_AFTER_MS, REMINDER_GAP_MS, REMINDERS_AFTER_MS, type SlaPolicy, WARNING_PERCENTS } from './policy.ts';
import { CLOSE_AFTER_DAYS } from './states.ts';
import type { Complaint } from './types.ts';

/** Something a ticket does by itself at an instant. */
export type Alarm = { readonly at: Date } & (
  | { readonly kind: 'warning'; readonly clock: ClockName; readonly percent: number; readonly round: number }
  /** To the customer who was asked; `number` from 1. */
  | { readonly kind: 'reminder'; readonly number: number }
  | { readonly kind: 'no_reply' }
  | { readonly kind: 'close' }
);

/** What is still to come as things stand, soonest first; alarms of the past that nobody acted on are among them. */
export function listAlarms(ticket: Complaint, history: ComplaintHistory, policy: SlaPolicy, now: Date): readonly Alarm[] {
  const alarms = [...listWarnings(ticket, history, policy, now), ...listOfState(ticket, history)];
  return alarms.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function listWarnings({ severity }: Complaint, history: ComplaintHistory, policy: SlaPolicy, now: Date): readonly Alarm[] {
  const readings = readClocks(history, severity, policy, now);
  return WARNING_PERCENTS.flatMap((percent) => {
    const instants = instantsOfShare(history, severity, policy, now, percent / 100);
    return CLOCK_NAMES.flatMap((clock): Alarm[] => {
      const at = instants[clock];
      const { round } = readings[clock];
      return at && !wasWarned(history, clock, percent, round) ? [{ kind: 'warning', at, clock, percent, round }] : [];
    });
  });
}

function wasWarned(history: ComplaintHistory, clock: ClockName, percent: number, round: number): boolean {
  return history.some(
    ({ action, data }) => action === 'warned' && data.clock === clock && data.percent === percent && data.round === round,
  );
}

function listOfState({ status }: Complaint, history: ComplaintHistory): readonly Alarm[] {
  const since = history.findLast(({ action, to }) => action === 'moved' && to === status)?.at;
  if (!since) return [];
  if (status === 'RESOLVED') return [{ kind: 'close', at: new Date(since.getTime() + CLOSE_AFTER_DAYS * DAY_MS) }];
  return status === 'WAITING_CUSTOMER' ? [nextOfWaiting(since, remindersOf(history))] : [];
}

/** One at a time: the next is timed by when the last was really said. */
function nextOfWaiting(since: Date, reminders: readonly Date[]): Alarm {
  const earliestMs = (reminders.at(-1)?.getTime() ?? Number.NEGATIVE_INFINITY) + REMINDER_GAP_MS;
  const afterMs = REMINDERS_AFTER_MS[reminders.length];
  const at = new Date(Math.max(since.getTime() + (afterMs ?? NO_REPLY_AFTER_MS), earliestMs));
  return afterMs === undefined ? { kind: 'no_reply', at } : { kind: 'reminder', number: reminders.length + 1, at };
}

/** When the customer was reminded of the question that is open now. */
export function remindersOf(history: ComplaintHistory): readonly Date[] {
  const asked = history.findLastIndex(({ action, to }) => action === 'moved' && to === 'WAITING_CUSTOMER');
  return history.slice(asked + 1).flatMap(({ action, data, at }) => (action === 'warned' && data.reminder !== undefined ? [at] : []));
}
