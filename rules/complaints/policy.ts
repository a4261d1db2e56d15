import { type BusinessCalendar, createCalendar } from '../../core/businessTime.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/days.ts';
import type { Severity } from './codes.ts';

/** What the company promises and when it works. */
export interface SlaPolicy {
  /** IANA zone of the company: calendar days of the statutory clock are its days. */
  readonly timeZone: string;
  /** In which time the promised hours count; the statutory clock ignores it. */
  readonly calendar: BusinessCalendar;
}

/** Around the clock, holidays too, unless the company says otherwise. */
export function createSlaPolicy(timeZone: string, calendar: BusinessCalendar = createCalendar({ timeZone, hours: '24x7' })): SlaPolicy {
  return { timeZone, calendar };
}

/** The promises by severity, in milliseconds of the policy's calendar. 48 hours is what the company tells its customers. */
export const PROMISES: Readonly<Record<Severity, { readonly firstResponseMs: number; readonly resolveMs: number }>> = {
  P0: { firstResponseMs: 15 * MINUTE_MS, resolveMs: 24 * HOUR_MS },
  P1: { firstResponseMs: 30 * MINUTE_MS, resolveMs: 24 * HOUR_MS },
  P2: { firstResponseMs: 2 * HOUR_MS, resolveMs: 48 * HOUR_MS },
  P3: { firstResponseMs: 4 * HOUR_MS, resolveMs: 48 * HOUR_MS },
};

/** Calendar days within which the law wants a complaint handled and the customer told (快递暂行条例 article 28). */
export const STATUTORY_DAYS = 7;
/** At these parts of a clock, in percent, staff are warned; 100 is the breach. */
export const WARNING_PERCENTS = [50, 80, 100] as const;
/** How long the resolve clock may stand still while the customer is asked, over the whole life of a ticket. */
export const MAX_PAUSE_MS = 72 * HOUR_MS;
/** A customer who was asked and is silent is reminded after so long, counted from the question. */
export const REMINDERS_AFTER_MS = [24 * HOUR_MS, 48 * HOUR_MS] as const;
/** And after so long the ticket ends as CLOSED_NO_REPLY. */
export const NO_REPLY_AFTER_MS = 72 * HOUR_MS;
/** After an outage two reminders, or the second and the end, are not said in one breath: at least so far apart. */
export const REMINDER_GAP_MS = 12 * HOUR_MS;
/** At this contact about the same matter the ticket becomes one step more severe. */
export const CONTACTS_TO_RAISE = 3;
/** How far back a person's other complaints count as repeats. */
export const REPEAT_MS = 30 * DAY_MS;
