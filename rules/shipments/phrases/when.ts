import { fold } from '../../../core/han.ts';
import type { Locale, Text } from '../../../core/types.ts';
import { t } from './phrase.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS: readonly (readonly [RegExp, Text])[] = [
  [/^(?:今[天日]|today)/u, t('今天', '今天', 'today')],
  [/^(?:明[天日]|tomorrow)/u, t('明天', '明天', 'tomorrow')],
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
  const time = /(\d{1,2})(?::(\d{2})|[点时](\d{2})?)/u.exec(when);
  const hour = time ? `${locale === 'en' || !/上午|下午|晚上/.test(when) ? ' ' : ''}${time[1]}:${time[2] ?? time[3] ?? '00'}` : '';
  const date = dateOf(when);
  if (date) return `${locale === 'en' ? `${date.day} ${SHORT[date.month - 1]}` : `${date.month}月${date.day}日`}${hour}`;
  const day = DAYS.find(([pattern]) => pattern.test(when))?.[1][locale] ?? '';
  const half = HALVES.find(([pattern]) => pattern.test(when))?.[1][locale] ?? '';
  if (locale === 'en' && /^(?:今|today)/u.test(when) && half !== '') return `this${half}${hour}`;
  return day === '' && hour === '' ? given : `${day}${half}${hour}`.trim();
}

/** The day of a date with a month in it. */
export function dateOf(when: string): { readonly month: number; readonly day: number } | undefined {
  const numeric = /(\d{1,2})月(\d{1,2})|\d{4}[-/.](\d{1,2})[-/.](\d{1,2})/u.exec(when);
  if (numeric) return { month: Number(numeric[1] ?? numeric[3]), day: Number(numeric[2] ?? numeric[4]) };
  const named = /(?:(\d{1,2}) )?\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}(?: (\d{1,2})\b)?/.exec(when);
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
