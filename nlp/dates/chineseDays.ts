import { addDays } from '../../core/days.ts';
import { HAN_NUMBER, readNumber } from '../numberWords.ts';
import { addMonths, dayOfMonth, monthAt, monthDay, monthNamed, partsOf, single, toDay, weekAt, weekday } from './calendar.ts';
import type { DayReading, DayRule } from './dayRules.ts';
import type { Moment } from './found.ts';

const N = `(?:\\d{1,3}|${HAN_NUMBER}{1,3})`;
/** 号 after a number is a house, a line or a window at least as often as a day. */
const NO_DAY =
  '(?!楼|栋|幢|线|店|柜|门|仓|库|院|馆|桌|车|房|室|机|铺|厂|座|口|站|路|窗|客服|网点|驿站|员工|快递员|师傅|码|箱|件|地块|公寓|大厦|小区|单元|科技园|院内|附|之[一二三四五\\d]|本|[-－]?\\d)';
const NOT_AFTER_STREET = '(?<![\\d.]|[路街巷弄道村里段线第编单组楼栋座元]|(?<![日号])-|[a-z])';
const WEEK = '(?:周|星期|礼拜)';

/** 这 0, 下 1, 下下 2, 上 −1. */
function aheadOf(word: string | undefined): number | undefined {
  if (!word) return undefined;
  if (word.startsWith('下')) return word.startsWith('下下') ? 2 : 1;
  if (word.startsWith('上')) return word.startsWith('上上') ? -2 : -1;
  return 0;
}
const NEXT_OR_LAST = '(下下|下|上上|上|这|本|今|呢|嚟紧|黎紧)(?:一)?个?';

const RELATIVE: Readonly<Record<string, number>> = {
  大后天: 3,
  大后日: 3,
  后天: 2,
  后日: 2,
  明天: 1,
  明日: 1,
  明儿: 1,
  听日: 1,
  明: 1,
  听: 1,
  今天: 0,
  今日: 0,
  今儿: 0,
  今: 0,
  昨天: -1,
  昨日: -1,
  昨: -1,
  寻日: -1,
  琴日: -1,
  噚日: -1,
  寻: -1,
  琴: -1,
  前天: -2,
  前日: -2,
  大前天: -3,
};
const WEEKDAYS = '一二三四五六日天';

function readWeekday([, which, name = '']: RegExpExecArray, moment: Moment): DayReading {
  const number = /\d/.test(name) ? Number(name) : Math.min(WEEKDAYS.indexOf(name) + 1, 7);
  const ahead = aheadOf(which);
  return { days: single(ahead === undefined ? weekday(number, moment) : addDays(weekAt(moment.today, ahead).from, number - 1)) };
}

function readWeekend([, which]: RegExpExecArray, { today }: Moment): DayReading {
  const monday = weekAt(today, aheadOf(which) ?? 0).from;
  return { days: { from: addDays(monday, 5), to: addDays(monday, 6), grain: 'day' } };
}

function readFullDate([, year = '', month = '', day = '']: RegExpExecArray, { today }: Moment): DayReading {
  const [thisYear] = partsOf(today);
  const words: Readonly<Record<string, number>> = { 今年: 0, 明年: 1, 后年: 2, 去年: -1, 前年: -2 };
  const ahead = words[year];
  const number = ahead === undefined ? (readNumber(year.replace('年', '')) ?? 0) : thisYear + ahead;
  return { days: single(toDay(number < 100 ? 2000 + number : number, readNumber(month) ?? 0, readNumber(day) ?? 0)) };
}

/** 月初 the 1st, 月中 the 15th, 月底 the last day: the ends customers mean when they name one day. */
function readPartOfMonth([, which, place]: RegExpExecArray, moment: Moment): DayReading {
  const ahead = aheadOf(which);
  if (place === '底' || place === '末') return { days: single(monthAt(moment.today, ahead ?? (moment.direction === 'past' ? -1 : 0)).to) };
  const day = place === '初' ? 1 : 15;
  if (ahead === undefined) return { days: single(dayOfMonth(day, moment)) };
  return { days: single(addDays(monthAt(moment.today, ahead).from, day - 1)) };
}

/** 上旬 to the 10th, 中旬 to the 20th, 下旬 the rest. */
function readThird([, month = '', third]: RegExpExecArray, moment: Moment): DayReading {
  const whole = monthNamed(readNumber(month) ?? 0, moment);
  if (!whole) return {};
  const [first, last] = third === '上' ? [0, 9] : third === '中' ? [10, 19] : [20, undefined];
  return { days: { from: addDays(whole.from, first), to: last === undefined ? whole.to : addDays(whole.from, last), grain: 'week' } };
}

function readDayInMonth([, which, day = '']: RegExpExecArray, { today }: Moment): DayReading {
  const [year, month] = partsOf(monthAt(today, aheadOf(which) ?? 0).from);
  return { days: single(toDay(year, month, readNumber(day) ?? 0)) };
}

const MINUTES: Readonly<Record<string, number>> = { 分: 1, 小: 60, 钟: 60 };

/** 两天后, 半个月后, 一个半小时后, 三日内, 5天前. */
function readDistance([, count = '', half, unit = '', side = '']: RegExpExecArray, { today }: Moment): DayReading | undefined {
  const number = (count.startsWith('半') ? 0.5 : count === '' ? undefined : readNumber(count)) ?? 0;
  const amount = number + (half ? 0.5 : 0);
  if (amount === 0 || amount > 999) return undefined;
  const sign = /前$/.test(side) ? -1 : 1;
  const relation = /内$/.test(side) ? { relation: 'before' as const } : {};
  const minutes = MINUTES[unit.charAt(0)];
  if (minutes) return { minutesFromNow: sign * Math.round(amount * minutes), ...relation };
  if (unit.startsWith('月') && Number.isInteger(amount)) return { days: single(addMonths(today, sign * amount)), ...relation };
  if (unit.startsWith('年')) return { days: single(addMonths(today, sign * Math.round(amount * 12))), ...relation };
  if (/^[天日]/.test(unit) && amount < 1) return { minutesFromNow: sign * 720, ...relation };
  const days = unit.startsWith('月') ? amount * 30 : /^[天日]/.test(unit) ? amount : amount * 7;
  return { days: single(addDays(today, sign * Math.round(days))), ...relation };
}

const DISTANCE_UNIT = '(小时|钟头|钟(?!头)|分钟|分(?!钟)|天|周|星期|礼拜|月|年)';

/**
 * The first that fits a place wins: longer names stand before the shorter ones in them. 三日 alone is three days, 8/10 a mark and 1/2 a
 * piece: those are days from the eleventh on or with a nought before.
 */
export const CHINESE_DAYS: readonly DayRule[] = [
  {
    pattern: new RegExp(
      `(?:再过|过)?(?<![\\d.第])(半|\\d{1,3}(?:\\.\\d)?|${HAN_NUMBER}{1,3})个?(半)?(?:个)?${DISTANCE_UNIT}((?:之|以)?(?:后(?!来|面)|前(?!台|面)|内))`,
      'y',
    ),
    read: readDistance,
  },
  // 20日前 is before the 20th, but 3日内 is within three days.
  { pattern: /(?<![\d月.])([1-9]|[一二两三四五六七八九十])()(日)((?:之|以)?(?:后|内))/y, read: readDistance },
  { pattern: /(?:再过|过)(两|[一二三]|[1-9])()(天|日|周|星期)()(?!了|没)/y, read: readDistance },
  {
    pattern: new RegExp(
      `(?<!\\d)(20\\d\\d年?|\\d\\d年|今年|明年|后年|去年|前年|二〇${HAN_NUMBER}{2}年)(?:的)?(${N})月(?:份的?)?(${N})[日号]?`,
      'y',
    ),
    read: readFullDate,
  },
  { pattern: /(?<![\d-])(20\d\d)[-/.年](0?[1-9]|1[0-2])[-/.月](0?[1-9]|[12]\d|3[01])日?(?![\d])/y, read: readFullDate },
  {
    pattern: new RegExp(`(?<![\\d.年])(1[0-2]|0?[1-9]|[一二三四五六七八九十]|十[一二])月(?:份的?)?(${N})(?:[日号]|(?![\\d天个]))`, 'y'),
    read: ([, month = '', day = ''], moment) => ({ days: single(monthDay(readNumber(month) ?? 0, readNumber(day) ?? 0, moment)) }),
  },
  { pattern: /(?<![\d.])(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(上|中|下)旬/y, read: readThird },
  {
    pattern: /(?<![\d.年])(1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])月份?(?![\d一二三四五六七八九十天个初中底末])/y,
    read: ([, month = ''], moment) => ({ days: monthNamed(readNumber(month) ?? 0, moment) }),
  },
  { pattern: new RegExp(`${NEXT_OR_LAST}月(?:的)?(${N})[日号]${NO_DAY}`, 'y'), read: readDayInMonth },
  { pattern: new RegExp(`(?:${NEXT_OR_LAST})?(?<!\\d|[一二三四五六七八九十])月(初|中(?!旬)|底|末)`, 'y'), read: readPartOfMonth },
  {
    pattern: /(今|明|去)?年(底|末|初)(?![一二三四五六七八九十\d])/y,
    read: ([, which, place], moment) => {
      const [year] = partsOf(moment.today);
      const [month, day] = place === '初' ? [1, 1] : [12, 31];
      const ahead = which === undefined ? undefined : { 今: 0, 明: 1, 去: -1 }[which];
      return { days: single(ahead === undefined ? monthDay(month, day, moment) : toDay(year + ahead, month, day)) };
    },
  },
  {
    pattern: new RegExp(
      `${NOT_AFTER_STREET}(3[01]|[12]\\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])(?:号|(?<!(?<![\\d一二三四五六七八九十廿])(?:0?\\d|10|[一二三四五六七八九十]))日)${NO_DAY}`,
      'y',
    ),
    read: ([, day = ''], moment) => ({ days: single(dayOfMonth(readNumber(day) ?? 0, moment)) }),
  },
  { pattern: new RegExp(`${NEXT_OR_LAST}(?:周|星期|礼拜)末`, 'y'), read: readWeekend },
  { pattern: /(?<!\d|[每逢])()(?:周|星期|礼拜)末/y, read: readWeekend },
  { pattern: new RegExp(`${NEXT_OR_LAST}(?:${WEEK}|拜)([一二三四五六日天]|[1-7](?!\\d|个|件))`, 'y'), read: readWeekday },
  {
    pattern: new RegExp(`(?<!每个?|逢|[\\d两几半])()${WEEK}([一二三四五六日天]|[1-7](?!\\d|个|件))(?!直|定|下|起|共|样)`, 'y'),
    read: readWeekday,
  },
  { pattern: new RegExp(`${NEXT_OR_LAST}${WEEK}`, 'y'), read: ([, which], { today }) => ({ days: weekAt(today, aheadOf(which) ?? 0) }) },
  {
    pattern: new RegExp(`${NEXT_OR_LAST}月(?!份?\\d|亮|饼)份?`, 'y'),
    read: ([, which], { today }) => ({ days: monthAt(today, aheadOf(which) ?? 0) }),
  },
  {
    pattern:
      /大后[天日]|(?<![然以之最今往])后[天日]|明[天日儿]|听日|今[天日儿]|昨[天日]|寻日|琴日|噚日|大前天|(?<![以之从])前[天日]|[今明听昨寻琴](?=[早晚朝](?!点|期|餐|饭|于))/y,
    read: ([word], { today }) => ({ days: single(addDays(today, RELATIVE[word] ?? 0)) }),
  },
  {
    pattern: /(?<![\d/.])(1[0-2]|0?[1-9])\/(3[01]|2\d|1[1-9]|0[1-9])(?![\d/.]|件|份|个)/y,
    read: ([, month, day], moment) => ({ days: single(monthDay(Number(month), Number(day), moment)) }),
  },
];
