import { DAY_MS } from './days.ts';
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

/** Of a company at home in mainland China, for whoever says nothing of languages. */
const HOME_LOCALE: Locale = 'zh-Hans';

/**
 * The language to begin in: the first of the tags that we speak. Who names only others, a German or a Japanese, reads English rather
 * than Chinese.
 * @param tags in order of preference; what is no tag (`*`, empty, undefined) says nothing
 */
export function chooseLocale(tags: readonly (string | undefined)[]): Locale {
  const named = tags.filter((tag) => tag !== undefined && /^[a-z]{2,8}(?:[-_]|$)/i.test(tag));
  for (const tag of named) {
    const locale = toLocale(tag);
    if (locale) return locale;
  }
  return named.length > 0 ? 'en' : HOME_LOCALE;
}

/** The tags of an Accept-Language header, the most wanted first: RFC 9110 §12.5.4, quality values included. */
export function readAcceptLanguage(header = ''): readonly string[] {
  return header
    .slice(0, LONGEST_HEADER)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
      return { tag, quality: Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

const LONGEST_HEADER = 1000;

/** The country (ISO 3166-1 alpha-2) a BCP-47 tag names: `zh-HK` HK, `yue` HK; undefined where it names none. */
export function toCountry(tag: string | undefined): string | undefined {
  const parts = tag?.replaceAll('_', '-').split('-') ?? [];
  if (parts[0]?.toLowerCase() === 'yue' && parts.length === 1) return 'HK';
  return parts
    .slice(1)
    .find((part) => /^[A-Za-z]{2}$/.test(part))
    ?.toUpperCase();
}

/** A sentence in the three languages. */
export const t = (hans: string, hant: string, en: string): Text => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** The sentence in a locale with `{name}` places filled. A place without a value stays visible as `{name}`: tests look for braces. */
export function say(text: Text, locale: Locale, values: Readonly<Record<string, string | number>> = {}): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The clock of a zone at an instant, as a date whose UTC fields read what the clock shows. */
function localOf(at: Date, timeZone: string): Date {
  return new Date(at.getTime() + offsetMs(at, timeZone));
}

/** Past it all are forgotten: some ten zones of a year. */
const MAX_OFFSETS = 4000;
const offsets = new Map<string, number>();

/** A zone that is an offset, `-05:00`, as an instant may come with; Intl takes none before Node 22. */
const OFFSET = /^([+-])(\d\d):(\d\d)$/;

/** Milliseconds a zone (by its IANA name, or an offset such as `-05:00`) is ahead of UTC. Asking Intl costs 10 µs: the answer is kept for days on which the clocks are not changed, nearly all. */
export function offsetMs(at: Date, timeZone: string): number {
  const fixed = OFFSET.exec(timeZone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000;
  const startMs = Math.floor(at.getTime() / DAY_MS) * DAY_MS;
  const key = `${timeZone}|${startMs}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = askOffsetMs(at.getTime(), timeZone);
  const isConstant = offset === askOffsetMs(startMs, timeZone) && offset === askOffsetMs(startMs + DAY_MS, timeZone);
  if (offsets.size >= MAX_OFFSETS) offsets.clear();
  if (isConstant) offsets.set(key, offset);
  return offset;
}

const SHAPE = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
} as const;
/** Making a formatter costs a hundred times its use: one per zone is kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function askOffsetMs(ms: number, timeZone: string): number {
  const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { ...SHAPE, timeZone });
  formatters.set(timeZone, formatter);
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

/** The calendar day `YYYY-MM-DD` of an instant in a zone. */
export function dayIn(at: Date, timeZone: string): string {
  return localOf(at, timeZone).toISOString().slice(0, 10);
}

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  'zh-Hans': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  'zh-Hant': ['週日', '週一', '週二', '週三', '週四', '週五', '週六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `11月23日(周一)`, `11月23日(週一)`, `Mon 23 Nov`; the year only when it is not that of `now`. */
export function formatDay(at: Date, locale: Locale, timeZone: string, now: Date): string {
  const day = formatDate(at, locale, timeZone, now);
  const weekday = WEEKDAYS[locale][localOf(at, timeZone).getUTCDay()];
  return locale === 'en' ? `${weekday} ${day}` : `${day}(${weekday})`;
}

/** `11月21日 14:20`, `21 Nov 14:20`: 24 hours, no weekday. */
export function formatInstant(at: Date, locale: Locale, timeZone: string, now: Date): string {
  return `${formatDate(at, locale, timeZone, now)} ${formatTime(at, timeZone)}`;
}

/** `14:20` in a zone. */
export function formatTime(at: Date, timeZone: string): string {
  return localOf(at, timeZone).toISOString().slice(11, 16);
}

function formatDate(at: Date, locale: Locale, timeZone: string, now: Date): string {
  const local = localOf(at, timeZone);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  const isOtherYear = year !== localOf(now, timeZone).getUTCFullYear();
  if (locale === 'en') return `${day} ${MONTHS[month]}${isOtherYear ? ` ${year}` : ''}`;
  return `${isOtherYear ? `${year}年` : ''}${month + 1}月${day}日`;
}

/** A length of time in its largest fitting unit, rounded down: minutes under an hour, hours under two days, else days. */
export function formatDuration(ms: number, locale: Locale): string {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return unit(minutes, locale, '分钟', '分鐘', 'minute');
  if (hours < 48) return unit(hours, locale, '小时', '小時', 'hour');
  return unit(Math.floor(hours / 24), locale, '天', '天', 'day');
}

/** How long is still to wait, never told too short: `4 minutes`, and above an hour whole hours. At least a minute. */
export function formatWait(ms: number, locale: Locale): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  if (minutes < 60) return unit(minutes, locale, '分钟', '分鐘', 'minute');
  return unit(Math.ceil(minutes / 60), locale, '小时', '小時', 'hour');
}

function unit(count: number, locale: Locale, hans: string, hant: string, en: string): string {
  if (locale === 'en') return `${count} ${en}${count === 1 ? '' : 's'}`;
  return `${count} ${locale === 'zh-Hans' ? hans : hant}`;
}
