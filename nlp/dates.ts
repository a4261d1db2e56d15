import { createRequire } from 'node:module';
import { dayIn, formatTime } from '../core/i18n.ts';
import type { Entity, Locale } from '../core/types.ts';
import { toSimplified } from './normalize.ts';

/** Longer texts are not read: the recognisers take milliseconds per sentence and the answer to "when?" is short. */
export const LONGEST_DATE_TEXT = 300;

/**
 * Days and hours a text names, for the slot that asks for one. The first call per language loads the recognisers (0.3 s, 40 MB): see
 * warmDates. Of two readings (Friday last, Friday next) the future one is taken.
 * @returns entities with value `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm` where an hour is named, in the zone's local time; of a span the
 *   beginning, of "before …" its end
 */
export function findDates(text: string, locale: Locale, now: Date, timeZone: string): readonly Entity[] {
  if (text.length > LONGEST_DATE_TEXT || !hasDateWord(text)) return [];
  const today = dayIn(now, timeZone);
  const plain = locale === 'en' ? text : toRecognisable(text);
  const found = recognise(plain, locale, today, formatTime(now, timeZone)).flatMap(toEntity);
  const isFree = (start: number, end: number): boolean => found.every((each) => end <= each.start || start >= each.end);
  return [...found, ...findDaysOfMonth(plain, today).filter(({ start, end }) => isFree(start, end))].sort((a, b) => a.start - b.start);
}

/** Loads the recognisers of a language now instead of at the first question. */
export function warmDates(locale: Locale, now: Date): void {
  findDates(locale === 'en' ? 'tomorrow at 3 pm' : '明天下午三点', locale, now, 'UTC');
}

/** A cheap look before a costly one: whether a text can name a day or an hour at all. */
export function hasDateWord(text: string): boolean {
  return DATE_WORD.test(text);
}

const DATE_WORD =
  /[今明后後昨聽听][天日晚早]|[周週][一二三四五六日天末]|星期|[禮礼]拜|\d ?[月号號日点點时時]|[一二三四五六七八九十][月号號日点點时時]|上午|下午|晚上|中午|月底|\d[-/.]\d|\b(?:to(?:day|morrow|night)|tmrw|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|weekend|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|morning|afternoon|evening|noon|\d{1,2} ?[ap]m|\d{1,2}(?:st|nd|rd|th))/i;

/** Same length, so that offsets keep: simplified characters, and the Cantonese and Taiwan words the recogniser does not know. */
function toRecognisable(text: string): string {
  return toSimplified(text)
    .replaceAll('听日', '明天')
    .replaceAll('今日', '今天')
    .replaceAll('后日', '后天')
    .replaceAll('礼拜', '星期')
    .replaceAll('号', '日');
}

interface Resolution {
  readonly type?: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
  readonly Mod?: string;
}

interface Recognised {
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
  readonly resolution?: { readonly values?: readonly Resolution[] };
}

interface Recognizers {
  recognizeDateTime(query: string, culture: string, options: undefined, reference: Date): readonly Recognised[];
}

let recognizers: Recognizers | undefined;

function recognise(text: string, locale: Locale, today: string, time: string): readonly Recognised[] {
  // Loaded late: 40 MB that a process without such a question never needs.
  recognizers ??= createRequire(import.meta.url)('@microsoft/recognizers-text-suite') as Recognizers;
  // The recognisers read the local fields of the reference, so those are set to the wall clock of the zone.
  const reference = new Date(`${today}T${time}:00`);
  return recognizers.recognizeDateTime(text, locale === 'en' ? 'en-us' : 'zh-cn', undefined, reference);
}

function toEntity({ start, end, resolution }: Recognised): readonly Entity[] {
  const last = resolution?.values?.at(-1);
  const moment = last?.Mod === 'before' ? last.end : (last?.start ?? last?.value ?? last?.end);
  const parts = moment?.match(/^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?/);
  if (!parts?.[1]) return []; // a duration, or an hour without a day
  return [{ type: 'date', value: parts[2] ? `${parts[1]}T${parts[2]}` : parts[1], start, end: end + 1 }];
}

/** 31日: the next such day from today on; the recogniser knows it only with a month before it. */
function findDaysOfMonth(text: string, today: string): readonly Entity[] {
  return [...text.matchAll(/(?<![\d月])([12]?\d|3[01])日(?!本)/g)].flatMap((match): readonly Entity[] => {
    const value = nextDayOfMonth(Number(match[1]), today);
    return value ? [{ type: 'date', value, start: match.index, end: match.index + match[0].length }] : [];
  });
}

function nextDayOfMonth(day: number, today: string): string | undefined {
  const [year = 0, month = 1] = today.split('-').map(Number);
  for (let ahead = 0; ahead < 3 && day > 0; ahead += 1) {
    const candidate = new Date(Date.UTC(year, month - 1 + ahead, day));
    const iso = candidate.toISOString().slice(0, 10);
    // 31 does not exist in every month: JavaScript would call it the 1st.
    if (candidate.getUTCDate() === day && iso >= today) return iso;
  }
  return undefined;
}
