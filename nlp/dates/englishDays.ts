import { addDays } from '../../core/days.ts';
import { ENGLISH_NUMBER, readEnglishNumber } from '../numberWords.ts';
import { addMonths, dayOfMonth, monthAt, monthDay, monthNamed, partsOf, single, toDay, weekAt, weekday, weekdayOf } from './calendar.ts';
import type { DayReading, DayRule } from './dayRules.ts';
import type { Days, Moment } from './found.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday|s)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\.?';
/** "sat" and "sun" are words of their own but at the end or before a time. */
const NOT_A_VERB = '(?:(?<!sat|sun)|(?=[ .,!?]{0,9}$)|(?= (?:at|before|after|morning|afternoon|evening|noon)\\b))';
const DAY = '(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:,? ?(20\\d\\d))?';
/** Things counted by an ordinal: the 3rd attempt is no day. */
const NOT_COUNTED =
  '(?! ?(?:time|attempt|floor|order|parcel|package|item|party|street|st\\b|avenue|ave\\b|road|rd\\b|door|try|call|week|day\\b|one|person|message|century))';

function readMonthDay(month: string, day: string, year: string | undefined, moment: Moment): DayReading {
  const number = MONTHS.indexOf(month.slice(0, 3)) + 1;
  return { days: single(year ? toDay(Number(year), number, Number(day)) : monthDay(number, Number(day), moment)) };
}

/** "next Wednesday" is the one of next week, as in 下周三; "this" the one of this week, gone by or not; "last" the latest before today. */
function readWeekday([, which, name = '']: RegExpExecArray, moment: Moment): DayReading {
  const number = WEEKDAYS.indexOf(name.slice(0, 3)) + 1;
  const { today } = moment;
  if (which === 'next') return { days: single(addDays(weekAt(today, 1).from, number - 1)) };
  if (which === 'last') return { days: single(addDays(today, -((weekdayOf(today) - number + 6) % 7) - 1)) };
  return { days: single(weekday(number, which === 'this' || which === 'coming' ? { ...moment, direction: 'future' } : moment)) };
}

const aheadOf = (word: string | undefined): number => (word === 'next' ? 1 : word === 'last' ? -1 : 0);

function readEndOf([, place, which, unit = '']: RegExpExecArray, { today }: Moment): DayReading {
  const whole = stretchAt(unit, aheadOf(which), today);
  if (unit === 'day') return { days: single(today) };
  return { days: single(place === 'end' ? whole.to : whole.from) };
}

function stretchAt(unit: string, ahead: number, today: string): Days {
  if (unit === 'week') return weekAt(today, ahead);
  if (unit === 'month') return monthAt(today, ahead);
  const year = partsOf(today)[0] + ahead;
  return { from: `${year}-01-01`, to: `${year}-12-31`, grain: 'year' };
}

/** in half an hour, within 3 days, two weeks later, 5 days ago. */
function readDistance(count: string, unit: string, side: string, { today }: Moment): DayReading | undefined {
  const number = /^half/.test(count)
    ? 0.5
    : /couple/.test(count)
      ? 2
      : /^an?\b/.test(count)
        ? 1
        : (readEnglishNumber(count) ?? Number(count));
  if (!(number > 0 && number < 1000)) return undefined;
  const amount = number * (side === 'ago' ? -1 : 1);
  const relation = side === 'within' ? { relation: 'before' as const } : {};
  if (unit.startsWith('min')) return { minutesFromNow: Math.round(amount), ...relation };
  if (/^h/.test(unit)) return { minutesFromNow: Math.round(amount * 60), ...relation };
  const day = unit.startsWith('month')
    ? addMonths(today, Math.round(amount))
    : addDays(today, Math.round(amount * (unit.startsWith('w') ? 7 : 1)));
  return { days: single(day), ...relation };
}

const COUNT = `(half an?|an?|(?:a )?couple of|\\d{1,3}(?:\\.\\d)?|${ENGLISH_NUMBER})`;
const UNIT = '(min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?)';

/** The first that fits a place wins. */
export const ENGLISH_DAYS: readonly DayRule[] = [
  {
    pattern: new RegExp(`\\b(in|within) (?:the next )?${COUNT} ${UNIT}\\b(?:'? time)?`, 'y'),
    read: ([, side = '', count = '', unit = ''], moment) => readDistance(count, unit, side, moment),
  },
  {
    pattern: new RegExp(`\\b${COUNT} ${UNIT} (later|from now|ago)\\b`, 'y'),
    read: ([, count = '', unit = '', side = ''], moment) => readDistance(count, unit, side, moment),
  },
  { pattern: /\bthe day after tomorrow\b|\bday after tomorrow\b/y, read: (_, { today }) => ({ days: single(addDays(today, 2)) }) },
  { pattern: /\b(?:the )?day before yesterday\b/y, read: (_, { today }) => ({ days: single(addDays(today, -2)) }) },
  { pattern: /\b(?:tomorrow|tmrw?|tmr|tomorow|tommorow|tommorrow)\b/y, read: (_, { today }) => ({ days: single(addDays(today, 1)) }) },
  { pattern: /\btoday\b|\bthis(?= (?:morning|afternoon|evening)\b)|\bto(?=night\b)/y, read: (_, { today }) => ({ days: single(today) }) },
  { pattern: /\byesterday\b|\blast(?= night\b)/y, read: (_, { today }) => ({ days: single(addDays(today, -1)) }) },
  {
    pattern: new RegExp(`\\b${DAY}(?: of)? ${MONTH}(?![a-z])${YEAR}`, 'y'),
    read: ([, day = '', month = '', year], moment) => readMonthDay(month, day, year, moment),
  },
  {
    pattern: new RegExp(`\\b${MONTH} (?:the )?${DAY}(?![\\d:]| ?[ap]m\\b)${YEAR}`, 'y'),
    read: ([, month = '', day = '', year], moment) => readMonthDay(month, day, year, moment),
  },
  {
    pattern: new RegExp(`(?<=\\b(?:in|by|before|until|during|after|since|next|this|last) )${MONTH}(?![a-z]| ?\\d)`, 'y'),
    read: ([, month = ''], moment) => ({ days: monthNamed(MONTHS.indexOf(month.slice(0, 3)) + 1, moment) }),
  },
  {
    // Day first only where the month cannot be.
    pattern: /(?<![\d/.])(1[3-9]|2\d|3[01])\/(1[0-2]|0?[1-9])(?![\d/.])(?<!24\/7)/y,
    read: ([, day, month], moment) => ({ days: single(monthDay(Number(month), Number(day), moment)) }),
  },
  {
    pattern: new RegExp(
      `(?:\\bthe |(?<=\\b(?:by|on|before|after|until|till|from|since) ))${'(3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)'}\\b${NOT_COUNTED}`,
      'y',
    ),
    read: ([, day], moment) => ({ days: single(dayOfMonth(Number(day), moment)) }),
  },
  {
    pattern: /^(3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?=[ .!]{0,9}$)/y,
    read: ([, day], moment) => ({ days: single(dayOfMonth(Number(day), moment)) }),
  },
  { pattern: new RegExp(`\\b(?:(next|this|last|coming) )?${WEEKDAY}(?![a-z'])${NOT_A_VERB}`, 'y'), read: readWeekday },
  {
    pattern: /\b(?:the )?(?:(next|this|last|coming) )?weekend\b/y,
    read: ([, which], { today }) => {
      const { from } = weekAt(today, aheadOf(which));
      return { days: { from: addDays(from, 5), to: addDays(from, 6), grain: 'day' } };
    },
  },
  {
    pattern: /\b(?:the )?(end|start|beginning) of (?:the |(this|next|last) )?(week|month|year|day)\b|\b(eom)\b/y,
    read: (match, moment) => (match[4] ? { days: single(monthAt(moment.today, 0).to) } : readEndOf(match, moment)),
  },
  {
    pattern: /\b(this|next|last) (week|month|year)\b(?!end)/y,
    read: ([, which, unit = ''], { today }) => ({ days: stretchAt(unit, aheadOf(which), today) }),
  },
];
