import type { Locale, Text } from './types.ts';

const CHINA: ReadonlySet<string> = new Set(['zh', 'zh-cn', 'zh-sg', 'zh-my', 'zh-hans']);
const TRADITIONAL = /^(zh-(hant|tw|hk|mo)|yue)\b/;

/** The product's locale for a BCP-47 tag; undefined when the tag names another language, is absent or malformed. */
export function toLocale(tag: string | undefined): Locale | undefined {
  const lower = tag?.toLowerCase().replaceAll('_', '-');
  if (!lower) return undefined;
  if (TRADITIONAL.test(lower)) return 'zh-Hant';
  if (CHINA.has(lower) || lower.startsWith('zh-')) return 'zh-Hans';
  return lower === 'en' || lower.startsWith('en-') ? 'en' : undefined;
}

/** The sentence in a locale with `{name}` places filled. A place without a value stays visible as `{name}`: tests look for braces. */
export function say(text: Text, locale: Locale, values: Readonly<Record<string, string | number>> = {}): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Making a formatter costs a hundred times its use: one per locale, zone and shape is kept. */
function formatter(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...options, timeZone, hourCycle: 'h23' });
    formatters.set(key, found);
  }
  return found;
}

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly weekday: string;
}

function partsOf(at: Date, timeZone: string): DateParts {
  const parts: Record<string, string> = {};
  const shape = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', weekday: 'short' } as const;
  for (const part of formatter('en-US', timeZone, shape).formatToParts(at)) parts[part.type] = part.value;
  const { year = '', month = '', day = '', hour = '', minute = '', weekday = '' } = parts;
  return { year, month, day, hour, minute, weekday };
}

/** The calendar day `YYYY-MM-DD` of an instant in a zone. */
export function dayIn(at: Date, timeZone: string): string {
  const { year, month, day } = partsOf(at, timeZone);
  return `${year}-${month}-${day}`;
}

const WEEKDAYS: Readonly<Record<string, readonly [string, string]>> = {
  Mon: ['周一', '週一'],
  Tue: ['周二', '週二'],
  Wed: ['周三', '週三'],
  Thu: ['周四', '週四'],
  Fri: ['周五', '週五'],
  Sat: ['周六', '週六'],
  Sun: ['周日', '週日'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `11月23日(周一)`, `11月23日(週一)`, `Mon 23 Nov`; the year only when it is not that of `now`. */
export function formatDay(at: Date, locale: Locale, timeZone: string, now: Date): string {
  const p = partsOf(at, timeZone);
  const isOtherYear = p.year !== partsOf(now, timeZone).year;
  const [month, day] = [Number(p.month), Number(p.day)];
  if (locale === 'en') return `${p.weekday} ${day} ${MONTHS[month - 1]}${isOtherYear ? ` ${p.year}` : ''}`;
  const weekday = WEEKDAYS[p.weekday]?.[locale === 'zh-Hans' ? 0 : 1];
  return `${isOtherYear ? `${p.year}年` : ''}${month}月${day}日(${weekday})`;
}

/** `11月21日 14:20`, `21 Nov 14:20`: 24 hours, no weekday. */
export function formatInstant(at: Date, locale: Locale, timeZone: string, now: Date): string {
  const p = partsOf(at, timeZone);
  const isOtherYear = p.year !== partsOf(now, timeZone).year;
  const [month, day] = [Number(p.month), Number(p.day)];
  const time = `${p.hour}:${p.minute}`;
  if (locale === 'en') return `${day} ${MONTHS[month - 1]}${isOtherYear ? ` ${p.year}` : ''} ${time}`;
  return `${isOtherYear ? `${p.year}年` : ''}${month}月${day}日 ${time}`;
}

/** `14:20` in a zone. */
export function formatTime(at: Date, timeZone: string): string {
  const { hour, minute } = partsOf(at, timeZone);
  return `${hour}:${minute}`;
}

/** A length of time in its largest fitting unit, rounded down: minutes under an hour, hours under two days, else days. */
export function formatDuration(ms: number, locale: Locale): string {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return unit(minutes, locale, '分钟', '分鐘', 'minute');
  if (hours < 48) return unit(hours, locale, '小时', '小時', 'hour');
  return unit(Math.floor(hours / 24), locale, '天', '天', 'day');
}

function unit(count: number, locale: Locale, hans: string, hant: string, en: string): string {
  if (locale === 'en') return `${count} ${en}${count === 1 ? '' : 's'}`;
  return `${count} ${locale === 'zh-Hans' ? hans : hant}`;
}
