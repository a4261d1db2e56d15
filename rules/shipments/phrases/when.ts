import { fold } from '../../../core/han.ts';
import { offsetMs, t } from '../../../core/i18n.ts';
import type { Locale, Text } from '../../../core/types.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS: readonly (readonly [RegExp, Text])[] = [
  [/^(?:今[天日]|当[天日]|today)/u, t('今天', '今天', 'today')],
  [/^(?:明[天日]|次日|tomorrow)/u, t('明天', '明天', 'tomorrow')],
  [/^后[天日]/u, t('后天', '後天', 'the day after tomorrow')],
  ...['日天', '一', '二', '三', '四', '五', '六'].map((names, day): readonly [RegExp, Text] => {
    const english = ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur'][day] ?? '';
    const [last = ''] = names;
    return [
      new RegExp(`^(?:下?(?:周|星期|礼拜)[${names}]|${english}day)`, 'u'),
      t(`周${last}`, `週${last}`, `${english.charAt(0).toUpperCase()}${english.slice(1)}day`),
    ];
  }),
];
const HALVES: readonly (readonly [RegExp, Text])[] = [
  [/上午|morning/u, t('上午', '上午', ' morning')],
  [/下午|afternoon/u, t('下午', '下午', ' afternoon')],
  [/中午/u, t('中午', '中午', ' noon')],
  [/晚上|evening/u, t('晚上', '晚上', ' evening')],
];

/** A day or hour of a carrier's text in a locale: `11月30日` is 30 Nov. Relative days stay relative: they were so on the day of the scan. */
export function tellWhen(given: string, locale: Locale): string {
  const when = fold(given).trim();
  const time = timeOf(when);
  const hour = time ? `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}` : '';
  const date = dateOf(when);
  const gap = locale === 'en' || !/上午|下午|晚上|中午/.test(when) ? ' ' : '';
  if (date) return `${locale === 'en' ? `${date.day} ${SHORT[date.month - 1]}` : `${date.month}月${date.day}日`}${hour && ` ${hour}`}`;
  const day = DAYS.find(([pattern]) => pattern.test(when))?.[1][locale] ?? '';
  const half = time ? '' : (HALVES.find(([pattern]) => pattern.test(when))?.[1][locale] ?? '');
  if (locale === 'en' && /^(?:今|today)/u.test(when) && half !== '') return `this${half}`;
  return day === '' && hour === '' ? given : `${day}${half}${day && hour && (half === '' ? ' ' : gap)}${hour}`.trim();
}

/** The hour of a day or hour, of 24. */
function timeOf(when: string): { readonly hour: number; readonly minute: number } | undefined {
  const found = /(?<!\d)(\d{1,2})(?:(?::|点|时)(\d{2}|半)?)/u.exec(when) ?? /(?<![\d/-])(\d{1,2}) ?(?=[ap]m|h)/.exec(when);
  if (!found) return undefined;
  const told = Number(found[1]);
  const isLate = /下午|晚|\dpm|\d pm/u.test(when) && told < 12;
  const minute = found[2] === '半' ? 30 : Number(found[2] ?? 0);
  return told > 24 || minute > 59 ? undefined : { hour: isLate ? told + 12 : told, minute };
}

const DAY_MS = 24 * 3_600_000;

/**
 * The instant a day or hour of a text means that was written at `since`, on the clock of `timeZone`: its end where only a day is told.
 * Undefined for what is neither.
 */
export function instantOf(given: string, since: Date, timeZone: string): { readonly at: Date; readonly hasTime: boolean } | undefined {
  const when = fold(given).trim();
  const base = new Date(since.getTime() + offsetMs(since, timeZone));
  const time = timeOf(when);
  const day = dayOf(when, base) ?? (time && Date.UTC(base.getUTCFullYear(), base.getUTCMonth(), base.getUTCDate()));
  if (day === undefined) return undefined;
  const local = new Date(day + (time ? (time.hour * 60 + time.minute) * 60_000 : DAY_MS));
  return { at: new Date(local.getTime() - offsetMs(local, timeZone)), hasTime: time !== undefined };
}

/** Midnight of the day that is told, as UTC fields. */
function dayOf(when: string, base: Date): number | undefined {
  const [year, month, today] = [base.getUTCFullYear(), base.getUTCMonth(), base.getUTCDate()];
  const date = dateOf(when);
  if (date) {
    const told = /(?<!\d)(20\d{2})(?!\d)/.exec(when)?.[1];
    const near = Date.UTC(Number(told ?? year), date.month - 1, date.day);
    return told === undefined && near < base.getTime() - HALF_A_YEAR_MS ? Date.UTC(year + 1, date.month - 1, date.day) : near;
  }
  const index = DAYS.findIndex(([pattern]) => pattern.test(when));
  if (index < 0) return undefined;
  const weekday = index - RELATIVE_DAYS;
  if (weekday < 0) return Date.UTC(year, month, today + index);
  const [there, here] = [(weekday + 6) % 7, (base.getUTCDay() + 6) % 7];
  return Date.UTC(year, month, today + (/^下/u.test(when) ? there - here + 7 : (there - here + 7) % 7));
}

const HALF_A_YEAR_MS = 182 * DAY_MS;
/** Today, tomorrow and the day after stand before the days of the week. */
const RELATIVE_DAYS = 3;

/** The day of a date with a month in it. */
export function dateOf(when: string): { readonly month: number; readonly day: number } | undefined {
  const numeric = /(\d{1,2})月(\d{1,2})|\d{4}[-/.](\d{1,2})[-/.](\d{1,2})|^(\d{1,2})\/(\d{1,2})(?!\d)/u.exec(when);
  if (numeric) return { month: Number(numeric[1] ?? numeric[3] ?? numeric[5]), day: Number(numeric[2] ?? numeric[4] ?? numeric[6]) };
  const named =
    /(?:(\d{1,2})(?:st|nd|rd|th)? )?\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}(?: (\d{1,2})(?:st|nd|rd|th)?\b)?/.exec(
      when,
    );
  const day = named?.[1] ?? named?.[3];
  return named?.[2] && day ? { month: MONTHS.indexOf(named[2]) + 1, day: Number(day) } : undefined;
}

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];

/** A small number in digits. */
export function toCount(given: string): string {
  const count = fold(given);
  const digit = '一二三四五六七八九十'.indexOf(count) + 1;
  if (/^\d+$/.test(count)) return count;
  if (WORDS.includes(count)) return String(WORDS.indexOf(count) + 1);
  if (count === '两') return '2';
  if (count === 'ten') return '10';
  if (count === 'fourteen') return '14';
  return digit > 0 && count.length === 1 ? String(digit) : count === '十五' ? '15' : count === '十四' ? '14' : given;
}
