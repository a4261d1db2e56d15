import { createRequire } from 'node:module';
import { DAY_MS } from '../core/days.ts';
import { dayIn, formatTime } from '../core/i18n.ts';
import type { Locale } from '../core/types.ts';
import type { Direction, FoundDate, Grain } from './dates/found.ts';
import { scanDates } from './dates/scan.ts';
import { toSimplified } from './normalize.ts';

/** Longer texts are not read: the recognisers take milliseconds per sentence and the answer to "when?" is short. */
export const LONGEST_DATE_TEXT = 300;

/**
 * Days and hours a text names, in order, in the zone's local time. Our own rules first; Microsoft's recognisers for what is left over.
 * @param options.direction which of the days a name fits, default `future`: what delivery means by Friday
 */
export function findDates(
  text: string,
  locale: Locale,
  now: Date,
  timeZone: string,
  { direction = 'future' }: { readonly direction?: Direction } = {},
): readonly FoundDate[] {
  if (text.length > LONGEST_DATE_TEXT || !hasDateWord(text)) return [];
  const today = dayIn(now, timeZone);
  const time = formatTime(now, timeZone);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const plain = toReadable(text);
  const { found: own, refused } = scanDates(plain, { today, minutes: hours * 60 + minutes, direction });
  const rest = [...own, ...refused].reduce(
    (left, { start, end }) => left.slice(0, start) + '\n'.repeat(end - start) + left.slice(end),
    plain,
  );
  if (!RECOGNISABLE.test(rest)) return own;
  const more = recognise(rest, locale, today, time)
    .flatMap((found) => toFound(found, direction))
    // 保修30年 is no 1930.
    .filter(({ start, end }) => !/^\d+年?$/.test(plain.slice(start, end)));
  return [...own, ...more].sort((a, b) => a.start - b.start);
}

/** Loads the recognisers of a language (0.3 s, 40 MB) and the lunar calendar now instead of at the first question. */
export function warmDates(locale: Locale, now: Date): void {
  recognise(locale === 'en' ? 'the first week of december' : '十二月第一周', locale, dayIn(now, 'UTC'), '12:00');
  findDates('春节前', locale, now, 'UTC');
}

/** A cheap look before a costly one: whether a text can name a day or an hour at all. */
export function hasDateWord(text: string): boolean {
  return DATE_WORD.test(text);
}

const DATE_WORD =
  /[今明昨前后後听聽寻尋琴噚][天日晚早朝儿]|[周週拜][一二三四五六日天末1-7]|星期|[禮礼]拜|[下上这這本今嚟黎][个個]?[周週月]|[\d一二三四五六七八九十两兩半廿]个?個?半?[月号號日點点時时天周週年小钟鐘分]|上午|下午|晚上|中午|凌晨|早上|朝早|上晝|上昼|下昼|下晝|晏[昼晝]|傍晚|清晨|夜晚|月[底初中末]|年[底初末前后後]|[节節旦五一夕秋阳陽宵午明至][前之以后後]|春[节節]|[过過]年|除夕|元旦|元宵|端午|中秋|国庆|國慶|清明|冬至|[圣聖][诞誕]|重[阳陽]|七夕|腊八|臘八|双[十1]|雙[十1]|初一|年三十|平安夜|新年|\d[-/.:：]\d|\b(?:to(?:day|morr?ow|night)|tmrw?|tmr|tom+or+ow|yesterday|(?:mon|tues?|wed|wednes|thu(?:rs?)?|fri|satur|sat|sun)(?:day)?|next|last|weekend|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|morning|afternoon|evening|noon|night|end of|start of|beginning of|eom|christmas|xmas|new year|spring festival|mid-?autumn|moon festival|lantern|dragon boat|thanksgiving|national day|labou?r day|halloween|valentine|qingming|ching ming|cny|(?:in|within) (?:half|an?|\d|[a-z]+ (?:min|hour|day|week|month))|(?:hours?|minutes?|days?|weeks?|months?) (?:later|from now|ago)|at \d|o'clock|\d{1,2} ?[ap]\.?m|\d{1,2}(?:st|nd|rd|th))/i;

/** What the recognisers are asked for: words of months, weeks and years that our rules left. Bare numbers they get wrong. */
const RECOGNISABLE =
  /[\d一二三四五六七八九十][月周年]|星期|周[一二三四五六日]|[上下这本]个?(?:周|月|季|年)|旬|季度|(?:week|month|quarter|year|(?:jan|febr)uary|march (?:\d|the)|april|june|july|august|(?:sept|nov|dec)ember|october)\b/;

/** Same length, so that offsets keep: simplified characters, ASCII letters small, full-width forms as ASCII. */
function toReadable(text: string): string {
  return toSimplified(text).replace(/[A-Z\uff01-\uff5e\u3000’]/g, (character) => {
    if (character === '’') return "'";
    if (character === '\u3000') return ' ';
    const code = character.charCodeAt(0);
    return (code > 0x7f ? String.fromCharCode(code - 0xfee0) : character).toLowerCase();
  });
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

/** Of two readings (Friday last, Friday next) the earlier stands first. Durations and hours without a day have no date and are left out. */
function toFound({ start, end, resolution }: Recognised, direction: Direction): readonly FoundDate[] {
  const values = resolution?.values ?? [];
  const chosen = values.at(direction === 'past' ? 0 : -1);
  if (!chosen?.type?.startsWith('date')) return [];
  const [from, to] = [chosen.start, chosen.end].map(toIso);
  const value = toIso(chosen.value) ?? (from && to ? `${from}/${chosen.type === 'daterange' ? lastDay(to) : to}` : (from ?? to));
  if (!value) return [];
  const relation = chosen.Mod === 'before' || chosen.Mod === 'after' ? chosen.Mod : 'at';
  return [{ type: 'date', value, start, end: end + 1, relation, grain: grainOf(value) }];
}

function toIso(value: string | undefined): string | undefined {
  const parts = value?.match(/^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?/);
  return parts?.[1] && (parts[2] ? `${parts[1]}T${parts[2]}` : parts[1]);
}

function grainOf(value: string): Grain {
  if (value.includes('T')) return 'minute';
  const [from = '', to] = value.split('/');
  return to === undefined ? 'day' : Date.parse(to) - Date.parse(from) > 7 * DAY_MS ? 'month' : 'week';
}

/** Their ranges of days end before the day named, ours with it. */
function lastDay(end: string): string {
  return new Date(Date.parse(end) - DAY_MS).toISOString().slice(0, 10);
}
