import { type OpenHours, WEEKDAYS, type Weekday, type WeeklyHours } from './businessTime.ts';

const PART = /^(mon|tue|wed|thu|fri|sat|sun)(?:-(mon|tue|wed|thu|fri|sat|sun))? (\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*)$/;

/**
 * Reads `24x7`, or days with their hours parted by semicolons: `Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00`. Undefined when
 * it is neither; whether hours are in order is for `createCalendar` to say.
 */
export function parseOpeningHours(text: string): '24x7' | WeeklyHours | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === '24x7') return '24x7';
  const week: Partial<Record<Weekday, readonly OpenHours[]>> = {};
  for (const part of plain.split(';')) {
    const [, first, last = first, hours] = PART.exec(part.trim().replace(/\s+/g, ' ')) ?? [];
    if (!first || !hours) return undefined;
    const spans = hours.split(',').map((span): OpenHours => ({ from: span.slice(0, 5), to: span.slice(6) }));
    for (const day of daysFrom(first as Weekday, last as Weekday)) week[day] = spans;
  }
  return week;
}

/** `Fri-Mon` goes over the weekend. */
function daysFrom(first: Weekday, last: Weekday): Weekday[] {
  const from = WEEKDAYS.indexOf(first);
  const count = ((WEEKDAYS.indexOf(last) - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, at) => WEEKDAYS[(from + at) % 7] as Weekday);
}
