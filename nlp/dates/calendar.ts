import { addDays, DAY_MS } from '../../core/days.ts';
import type { Days, Direction, Moment } from './found.ts';

/*
 * Arithmetic on local days written `YYYY-MM-DD`, which sort as text. Dates are UTC inside, so that no zone moves them.
 */

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7;
}

/** The day if the calendar has it (2月30日 is none). */
export function toDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

/** The whole month so many months from that of `day`. */
export function monthAt(day: string, ahead: number): Days {
  const [year, month] = partsOf(day);
  const from = new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 10);
  const to = new Date(Date.UTC(year, month + ahead, 0)).toISOString().slice(0, 10);
  return { from, to, grain: 'month' };
}

/** The same day of another month, its last when it is shorter: a month after 31 January is 28 February. */
export function addMonths(day: string, count: number): string {
  const { from, to } = monthAt(day, count);
  const same = addDays(from, partsOf(day)[2] - 1);
  return same > to ? to : same;
}

/** Monday to Sunday of the week so many weeks from that of `day`. */
export function weekAt(day: string, ahead: number): Days {
  const from = addDays(day, 1 - weekdayOf(day) + ahead * 7);
  return { from, to: addDays(from, 6), grain: 'week' };
}

/** Year, month and day as numbers. */
export function partsOf(day: string): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

/** Of days in ascending order the one a direction means. Today is future and past at once. */
export function choose(days: readonly (string | undefined)[], today: string, direction: Direction): string | undefined {
  const real = days.filter((day) => day !== undefined);
  const next = real.find((day) => day >= today);
  const previous = real.findLast((day) => day <= today);
  if (direction === 'future') return next;
  if (direction === 'past') return previous;
  if (!next || !previous) return next ?? previous;
  return daysBetween(previous, today) < daysBetween(today, next) ? previous : next;
}

/** 31号: of the months around the one that has such a day. */
export function dayOfMonth(day: number, { today, direction }: Moment): string | undefined {
  const [year, month] = partsOf(today);
  // Two neighbours can both be too short: 30 said in late January means March, after the 28 days of February.
  return choose(
    [-2, -1, 0, 1, 2].map((ahead) => dayOfMonthAt(year, month + ahead, day)),
    today,
    direction,
  );
}

function dayOfMonthAt(year: number, month: number, day: number): string | undefined {
  const first = new Date(Date.UTC(year, month - 1, 1));
  return toDay(first.getUTCFullYear(), first.getUTCMonth() + 1, day);
}

/** 3月5日 without a year. 29 February looks up to eight years away (1896 to 1904, 2096 to 2104). */
export function monthDay(month: number, day: number, { today, direction }: Moment): string | undefined {
  const [year] = partsOf(today);
  const years = month === 2 && day === 29 ? 8 : 1;
  const days = Array.from({ length: years * 2 + 1 }, (_, index) => toDay(year - years + index, month, day));
  return choose(days, today, direction);
}

/** 周三: the next, last or closest such day; today when it is one. */
export function weekday(number: number, { today, direction }: Moment): string | undefined {
  const inWeek = addDays(weekAt(today, 0).from, number - 1);
  return choose([addDays(inWeek, -7), inWeek, addDays(inWeek, 7)], today, direction);
}

/** One day as a stretch. */
export function single(day: string | undefined): Days | undefined {
  return day === undefined ? undefined : { from: day, to: day, grain: 'day' };
}

/** 12月 without a year: the whole month; the present one is future and past at once. */
export function monthNamed(month: number, { today, direction }: Moment): Days | undefined {
  const [year, current] = partsOf(today);
  const first = choose(
    [-1, 0, 1].map((ahead) => toDay(year + ahead, month, 1)),
    monthAt(today, 0).from,
    direction === 'nearest' && month === current ? 'future' : direction,
  );
  return first === undefined ? undefined : monthAt(first, 0);
}
