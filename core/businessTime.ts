import { addDays, HOUR_MS, MINUTE_MS } from './days.ts';
import { dayIn } from './i18n.ts';
import { instantIn } from './zonedTime.ts';

/** Time that counts. All in milliseconds of open time; pure. */
export interface BusinessCalendar {
  /** The first instant by which `ms` of open time have passed since `start`; `start` itself for 0. @throws RangeError when negative */
  addBusinessMs(start: Date, ms: number): Date;
  /** Open time from `a` to `b`; negative when `b` is earlier. */
  businessMsBetween(a: Date, b: Date): number;
}

/** In the order of JavaScript's `getUTCDay`. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** `HH:MM` on the zone's clock, `to` at most `24:00` and later than `from`; a night shift is written as two. */
export interface OpenHours {
  readonly from: string;
  readonly to: string;
}

/** A weekday left out is closed; several hours of a day in order, without overlap. */
export type WeeklyHours = Readonly<Partial<Record<Weekday, readonly OpenHours[]>>>;

/** A day that is not what its weekday says: closed, or worked to make up for a holiday (调休). */
export type DayException = 'holiday' | 'workday';

/** When a company works. */
export interface CalendarOptions {
  /** IANA zone the hours are meant in. */
  readonly timeZone: string;
  /** `24x7`: every millisecond counts, holidays too. */
  readonly hours: '24x7' | WeeklyHours;
  /** For days `YYYY-MM-DD` that are exceptions; see `core/chineseCalendar.ts`. Default: none are. */
  readonly exceptionOn?: (dayOn: string) => DayException | undefined;
  /** Hours of a day worked to make up, where its weekday has none. Default: Monday's. */
  readonly makeUpHours?: readonly OpenHours[];
}

/** @throws RangeError when hours are malformed, out of order, or there are none in the whole week */
export function createCalendar({ timeZone, hours, exceptionOn, makeUpHours }: CalendarOptions): BusinessCalendar {
  if (hours === '24x7') return ALWAYS;
  const week = WEEKDAYS.map((weekday) => readHours(hours[weekday] ?? []));
  if (week.every((spans) => spans.length === 0)) throw new RangeError('opening hours: no day of the week has any');
  const makeUp = makeUpHours ? readHours(makeUpHours) : (week[1] ?? []);

  const spansOn: SpansOn = (dayOn) => {
    const usual = week[new Date(`${dayOn}T00:00:00Z`).getUTCDay()] ?? [];
    const exception = exceptionOn?.(dayOn);
    if (exception === 'holiday') return [];
    const spans = exception === 'workday' && usual.length === 0 ? makeUp : usual;
    return spans.map(([fromMs, toMs]) => [instantIn(dayOn, fromMs, timeZone).getTime(), instantIn(dayOn, toMs, timeZone).getTime()]);
  };
  return {
    addBusinessMs: (start, ms) => add(spansOn, dayIn(start, timeZone), start, ms),
    businessMsBetween: (a, b) =>
      a <= b
        ? between(spansOn, dayIn(a, timeZone), a.getTime(), b.getTime())
        : -between(spansOn, dayIn(b, timeZone), b.getTime(), a.getTime()),
  };
}

/** From and to in milliseconds, to exclusive. */
type Span = readonly [number, number];
type SpansOn = (dayOn: string) => readonly Span[];

const ALWAYS: BusinessCalendar = {
  addBusinessMs(start, ms) {
    assertForward(ms);
    return new Date(start.getTime() + ms);
  },
  businessMsBetween: (a, b) => b.getTime() - a.getTime(),
};

/** Past so many closed days in a row something is wrong with the holidays: better told than searched for ever. */
const MAX_CLOSED_DAYS = 400;

function add(spansOn: SpansOn, firstOn: string, start: Date, ms: number): Date {
  assertForward(ms);
  if (ms === 0) return new Date(start);
  let leftMs = ms;
  let closedDays = 0;
  for (let dayOn = firstOn; closedDays < MAX_CLOSED_DAYS; dayOn = addDays(dayOn, 1)) {
    const spans = spansOn(dayOn);
    closedDays = spans.length === 0 ? closedDays + 1 : 0;
    for (const [from, to] of spans) {
      const open = Math.max(from, start.getTime());
      const lengthMs = Math.max(0, to - open);
      if (lengthMs >= leftMs) return new Date(open + leftMs);
      leftMs -= lengthMs;
    }
  }
  throw new RangeError(`opening hours: closed for ${MAX_CLOSED_DAYS} days in a row`);
}

/** A day at a time, however long the day is. */
function between(spansOn: SpansOn, firstOn: string, fromMs: number, toMs: number): number {
  let sumMs = 0;
  // The day itself ends no later than 26 hours after it began: clocks are put back by two at most.
  for (let dayOn = firstOn; Date.parse(`${dayOn}T00:00:00Z`) - 14 * HOUR_MS <= toMs; dayOn = addDays(dayOn, 1))
    for (const [from, to] of spansOn(dayOn)) sumMs += Math.max(0, Math.min(to, toMs) - Math.max(from, fromMs));
  return sumMs;
}

function assertForward(ms: number): void {
  if (!(ms >= 0)) throw new RangeError(`business time: ${ms} ms cannot be added`);
}

function readHours(hours: readonly OpenHours[]): readonly Span[] {
  let lastMs = 0;
  return hours.map(({ from, to }) => {
    const span: Span = [readTime(from), readTime(to)];
    if (span[0] < lastMs || span[1] <= span[0]) throw new RangeError(`opening hours: ${from}-${to} is out of order`);
    lastMs = span[1];
    return span;
  });
}

function readTime(text: string): number {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text) ?? [];
  const ms = Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS;
  if (hour === '' || ms > 24 * HOUR_MS) throw new RangeError(`opening hours: "${text}" is no time HH:MM`);
  return ms;
}
