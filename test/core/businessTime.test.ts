import { describe, expect, it } from 'vitest';
import { type CalendarOptions, createCalendar, type WeeklyHours } from '../../core/businessTime.ts';
import { chineseException } from '../../core/chineseCalendar.ts';
import { addCalendarDays, instantIn } from '../../core/zonedTime.ts';
import fc from '../fastCheck.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OFFICE = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
/** Eight hours a day from Monday to Friday. */
const WEEKDAYS: WeeklyHours = { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE };
const NIGHT_AND_DAY: WeeklyHours = Object.fromEntries(
  ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => [day, [{ from: '00:00', to: '24:00' }]]),
);

const shanghai = createCalendar({ timeZone: 'Asia/Shanghai', hours: WEEKDAYS, exceptionOn: chineseException });
/** Shanghai's clock is 8 hours ahead all year. */
const cn = (text: string): Date => new Date(`${text}:00+08:00`);

describe('business time', () => {
  it('counts every millisecond when open around the clock', () => {
    const calendar = createCalendar({ timeZone: 'Asia/Shanghai', hours: '24x7', exceptionOn: () => 'holiday' });
    expect(calendar.addBusinessMs(cn('2026-10-01T23:00'), 48 * HOUR)).toEqual(cn('2026-10-03T23:00'));
    expect(calendar.businessMsBetween(cn('2026-10-03T23:00'), cn('2026-10-01T23:00'))).toBe(-48 * HOUR);
  });

  // 2026-11-20 is a Friday. A day has 3 + 5 hours.
  it.each([
    ['within the morning', '2026-11-20T09:30', 1, '2026-11-20T10:30'],
    ['over lunch', '2026-11-20T11:30', 1, '2026-11-20T13:30'],
    ['exactly to the end of the day, not to the next morning', '2026-11-20T16:00', 2, '2026-11-20T18:00'],
    ['over the weekend', '2026-11-20T17:00', 2, '2026-11-23T10:00'],
    ['from a closed evening', '2026-11-20T22:00', 1, '2026-11-23T10:00'],
    ['from midnight', '2026-11-23T00:00', 8, '2026-11-23T18:00'],
    ['a whole week of forty hours', '2026-11-20T09:00', 40, '2026-11-26T18:00'],
  ])('adds hours %s', (_name, from, hours, to) => {
    expect(shanghai.addBusinessMs(cn(from), hours * HOUR)).toEqual(cn(to));
    expect(shanghai.businessMsBetween(cn(from), cn(to))).toBe(hours * HOUR);
  });

  // State Council notice for 2026 (国办发明电〔2025〕7号): National Day 1–7 October, work on 20 September and 10 October.
  it('rests on the national holiday and works the weekend day that makes up for it', () => {
    expect(shanghai.businessMsBetween(cn('2026-09-30T00:00'), cn('2026-10-12T00:00'))).toBe((1 + 2 + 1) * 8 * HOUR);
    expect(shanghai.addBusinessMs(cn('2026-09-30T17:00'), 2 * HOUR)).toEqual(cn('2026-10-08T10:00'));
    expect(shanghai.addBusinessMs(cn('2026-10-09T17:00'), 2 * HOUR)).toEqual(cn('2026-10-10T10:00'));
    expect(shanghai.businessMsBetween(cn('2026-09-19T00:00'), cn('2026-09-21T00:00'))).toBe(8 * HOUR);
  });

  // The same notice: Spring Festival 15–23 February, work on Saturdays 14 and 28 February.
  it('rests nine days at the Spring Festival', () => {
    expect(shanghai.businessMsBetween(cn('2026-02-15T00:00'), cn('2026-02-24T00:00'))).toBe(0);
    expect(shanghai.addBusinessMs(cn('2026-02-14T17:00'), 2 * HOUR)).toEqual(cn('2026-02-24T10:00'));
    expect(chineseException('2026-02-28')).toBe('workday');
    expect(chineseException('2026-02-22')).toBeUndefined();
  });

  // Clocks go forward on 8 March 2026 at 02:00 and back on 1 November at 02:00 (US Energy Policy Act of 2005).
  it('counts 23 and 25 hours on the days New York changes its clocks', () => {
    const calendar = createCalendar({ timeZone: 'America/New_York', hours: NIGHT_AND_DAY });
    expect(calendar.businessMsBetween(new Date('2026-03-08T05:00Z'), new Date('2026-03-09T04:00Z'))).toBe(23 * HOUR);
    expect(calendar.businessMsBetween(new Date('2026-11-01T04:00Z'), new Date('2026-11-02T05:00Z'))).toBe(25 * HOUR);
    expect(calendar.addBusinessMs(new Date('2026-11-01T04:00Z'), 25 * HOUR)).toEqual(new Date('2026-11-02T05:00Z'));
  });

  it('opens at nine by the clock on the wall, before and after the change', () => {
    const london = createCalendar({
      timeZone: 'Europe/London',
      hours: { sat: [{ from: '09:00', to: '10:00' }], mon: [{ from: '09:00', to: '10:00' }] },
    });
    // Saturday 24 October 2026 is summer time (08:00Z), Monday 26 October is not (09:00Z).
    expect(london.addBusinessMs(new Date('2026-10-24T00:00Z'), 0.5 * HOUR)).toEqual(new Date('2026-10-24T08:30Z'));
    expect(london.addBusinessMs(new Date('2026-10-24T09:00Z'), 0.5 * HOUR)).toEqual(new Date('2026-10-26T09:30Z'));
  });

  it('crosses ten years a day at a time', () => {
    let daysAsked = 0;
    const exceptionOn = (): undefined => {
      daysAsked += 1;
    };
    const calendar = createCalendar({ timeZone: 'Asia/Shanghai', hours: NIGHT_AND_DAY, exceptionOn });
    // 2026-01-01 to 2036-01-01 are 3652 days of 24 hours.
    expect(calendar.addBusinessMs(cn('2026-01-01T00:00'), 3652 * DAY)).toEqual(cn('2036-01-01T00:00'));
    expect(daysAsked).toBe(3652);
  });

  it.each<[string, CalendarOptions['hours']]>([
    ['no hours at all', {}],
    ['a time that is none', { mon: [{ from: '9:00', to: '18:00' }] }],
    ['an end after midnight', { mon: [{ from: '22:00', to: '24:30' }] }],
    ['an end before its beginning', { mon: [{ from: '18:00', to: '09:00' }] }],
    [
      'hours that overlap',
      {
        mon: [
          { from: '09:00', to: '12:00' },
          { from: '11:00', to: '18:00' },
        ],
      },
    ],
  ])('refuses %s', (_name, hours) => {
    expect(() => createCalendar({ timeZone: 'Asia/Shanghai', hours })).toThrow(RangeError);
  });

  it('refuses to go back, and does not search for ever where every day is a holiday', () => {
    expect(() => shanghai.addBusinessMs(cn('2026-11-20T09:00'), -1)).toThrow(RangeError);
    const closed = createCalendar({ timeZone: 'Asia/Shanghai', hours: WEEKDAYS, exceptionOn: () => 'holiday' });
    expect(() => closed.addBusinessMs(cn('2026-11-20T09:00'), 1)).toThrow('closed for 400 days');
  });
});

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kathmandu'];
const calendars = fc
  .constantFrom(...ZONES)
  .chain((timeZone) =>
    fc
      .constantFrom<CalendarOptions['hours']>('24x7', WEEKDAYS, NIGHT_AND_DAY)
      .map((hours) => createCalendar({ timeZone, hours, exceptionOn: chineseException })),
  );
const instants = fc.date({ min: new Date('2026-01-01T00:00Z'), max: new Date('2027-06-01T00:00Z'), noInvalidDate: true });
const lengths = fc.integer({ min: 0, max: 400 * HOUR });

describe('business time, whatever the zone and the hours', () => {
  it('adding and measuring are inverse', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, (calendar, start, ms) => {
        expect(calendar.businessMsBetween(start, calendar.addBusinessMs(start, ms))).toBe(ms);
      }),
    );
  });

  it('adding twice is adding the sum', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, lengths, (calendar, start, a, b) => {
        const twice = calendar.addBusinessMs(calendar.addBusinessMs(start, a), b);
        // With nothing added the second time it stays where it is, also on closed ground.
        expect(twice).toEqual(calendar.addBusinessMs(start, a + b));
      }),
    );
  });

  it('measuring is additive and never more than the time itself', () => {
    fc.assert(
      fc.property(calendars, instants, instants, instants, (calendar, a, b, c) => {
        const [x, y, z] = [a, b, c].sort((p, q) => p.getTime() - q.getTime()) as [Date, Date, Date];
        const [xy, yz, xz] = [calendar.businessMsBetween(x, y), calendar.businessMsBetween(y, z), calendar.businessMsBetween(x, z)];
        expect(xy + yz).toBe(xz);
        expect(xz).toBeLessThanOrEqual(z.getTime() - x.getTime());
        expect(calendar.businessMsBetween(z, x) + xz).toBe(0);
      }),
    );
  });
});

describe('days by the clock on the wall', () => {
  it.each([
    // Forward over 02:30: the instant of the change. Back over 01:30: the first of the two.
    ['2026-03-08', 2.5, 'America/New_York', '2026-03-08T07:00Z'],
    ['2026-11-01', 1.5, 'America/New_York', '2026-11-01T05:30Z'],
    // Santiago goes forward at midnight: 6 September 2026 begins at 01:00, UTC−3.
    ['2026-09-06', 0, 'America/Santiago', '2026-09-06T04:00Z'],
    ['2026-11-21', 24, 'Asia/Shanghai', '2026-11-21T16:00Z'],
  ])('finds %s at %s h in %s', (dayOn, hours, zone, instant) => {
    expect(instantIn(dayOn, hours * HOUR, zone)).toEqual(new Date(instant));
  });

  it('adds calendar days: the same time of day, though a day has 25 hours', () => {
    // 31 October 12:00 EDT (16:00Z) and seven days later 12:00 EST (17:00Z).
    expect(addCalendarDays(new Date('2026-10-31T16:00Z'), 7, 'America/New_York')).toEqual(new Date('2026-11-07T17:00Z'));
    expect(addCalendarDays(new Date('2026-11-21T16:30Z'), 7, 'Asia/Shanghai')).toEqual(new Date('2026-11-28T16:30Z'));
  });
});
