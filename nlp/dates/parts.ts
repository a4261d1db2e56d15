import { HAN_NUMBER, readNumber } from '../numberWords.ts';

/** A stretch of the day in minutes since midnight, and how an hour of the 12-hour clock is meant in it. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly kind: 'early' | 'morning' | 'noon' | 'afternoon' | 'evening';
}

/** A time on the clock, in minutes since midnight; past 24 hours it is after that night. `until` the end of a stretch. */
export interface ClockTime {
  readonly minutes: number;
  readonly until?: number;
  /** Whether the words alone say it is a time: 三点 may also be three points. */
  readonly isSure: boolean;
  /** Neither half of the day was named, nor does the hour tell. */
  readonly isVague: boolean;
}

const HOUR = 60;
const EARLY: Part = { from: 0, to: 6 * HOUR, kind: 'early' };
const MORNING: Part = { from: 6 * HOUR, to: 12 * HOUR, kind: 'morning' };
const NOON: Part = { from: 11 * HOUR, to: 13 * HOUR, kind: 'noon' };
const AFTERNOON: Part = { from: 12 * HOUR, to: 18 * HOUR, kind: 'afternoon' };
const EVENING: Part = { from: 18 * HOUR, to: 24 * HOUR, kind: 'evening' };

const PARTS: readonly (readonly [RegExp, Part])[] = [
  [/(?:凌晨|半夜)/y, EARLY],
  [/(?:大?清早|清晨|一早|早上|早晨|早间|朝早|朝头早|上午|上昼)(?!好|安)/y, MORNING],
  [/(?:中午|正午|晌午)(?!好)/y, NOON],
  [/(?:下午|下昼|午后|晏昼|后晌)(?!好)/y, AFTERNOON],
  [/(?:傍晚|晚上|夜晚|晚间|夜里|晚黑|夜间)(?!好)/y, EVENING],
  [/(?:early )?morning\b/y, MORNING],
  [/noon\b|midday\b|lunch ?time\b/y, NOON],
  [/afternoon\b|arvo\b/y, AFTERNOON],
  [/evening\b|night\b/y, EVENING],
];
/** Only straight after a day: 明早, 今晚. */
const SHORT_PARTS: readonly (readonly [RegExp, Part])[] = [
  [/[早朝](?!点|期|餐)/y, MORNING],
  [/晚(?!点|餐|饭|于)/y, EVENING],
];

/** A part of the day at a place of a simplified, lower-case text. */
export function readPart(text: string, at: number, isAfterDay: boolean): { readonly part: Part; readonly end: number } | undefined {
  for (const [pattern, part] of isAfterDay ? [...PARTS, ...SHORT_PARTS] : PARTS) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { part, end: pattern.lastIndex };
  }
  return undefined;
}

const ZH_TIME = `(?<!\\d)(\\d{1,2}|${HAN_NUMBER}{1,3})(?:点|时)(?!儿|数|击|评|赞|心|间|名|刻|以上)(?:(半)|([一三])刻|(\\d{1,2}|${HAN_NUMBER}{1,3})分?(?!之|${HAN_NUMBER}))?(钟|整)?`;
const ZH_CLOCK = new RegExp(ZH_TIME, 'y');
const ZH_UNTIL = new RegExp(`(?:左右)?(?:到|至|[-~–—])(?:早上|上午|上昼|中午|下午|下昼|晚上)?${ZH_TIME}`, 'y');
/** 9点到12点 is often written 9-12点. */
const ZH_SHORT_RANGE = /(?<![\d.])(\d{1,2})(?:到|至|[-~–—])(?=\d{1,2}点)/y;
const DIGITAL = /(?<![\d:.])([01]?\d|2[0-4])[:：]([0-5]\d)(?::[0-5]\d)?(?![\d:])(?: ?([ap])\.?m\b\.?)?/y;
const DIGITAL_UNTIL = /(?: ?(?:到|至|[-~–—]|to|and|until) ?)(?=[\d])/y;
const ENGLISH = /(?<![\d:.$])(1[0-2]|0?[1-9])(?::([0-5]\d))? ?([ap])\.?m\b\.?/y;
const ENGLISH_RANGE =
  /(?<![\d:.$])(1[0-2]|0?[1-9])(?::([0-5]\d))?(?= ?(?:[-~–—]|to|and|until) ?(?:1[0-2]|0?[1-9])(?::[0-5]\d)? ?[ap]\.?m\b)/y;
const O_CLOCK = /(\d{1,2}) ?o'?clock\b/y;
const AT_HOUR = /(?<=\bat )(1[0-2]|[1-9])(?![\d:.,/]| ?(?:%|kg|st\b|nd\b|rd\b|th\b|[a-z]{0,20}(?:street|road|avenue)))/y;

/** A time at a place of a simplified, lower-case text, read as in `part` where that is known. */
export function readClock(
  text: string,
  at: number,
  part: Part | undefined,
): { readonly clock: ClockTime; readonly end: number } | undefined {
  const first = readTime(text, at, part);
  if (!first) return undefined;
  const { end, hour, minute, isSure, half } = first;
  const kind = half ?? part?.kind;
  const minutes = toHour(hour, kind) * HOUR + minute;
  const isVague = kind === undefined && hour > 0 && hour <= 12 && !first.isExact;
  const second = readUntil(text, end, part);
  if (!second) return { clock: { minutes, isSure, isVague }, end };
  const secondKind = second.half ?? kind;
  let until = toHour(second.hour, secondKind) * HOUR + second.minute;
  // 10 to 2 pm begins in the morning; 9点到1点 ends in the afternoon.
  const begin = half || part || !second.half ? minutes : toHour(hour, second.half) * HOUR + minute;
  const from = begin < until ? begin : minutes;
  if (until <= from && second.hour < 12) until = (second.hour + 12) * HOUR + second.minute;
  return until > from ? { clock: { minutes: from, until, isSure: true, isVague: false }, end: second.end } : undefined;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly half?: Part['kind'];
  readonly isSure: boolean;
  /** Written with a leading zero or past twelve. */
  readonly isExact: boolean;
  readonly end: number;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function readTime(text: string, at: number, part: Part | undefined): Time | undefined {
  const range = match(ZH_SHORT_RANGE, text, at);
  if (range) return toTime(range[1], '0', undefined, at + (range[1]?.length ?? 0), true);
  const chinese = match(ZH_CLOCK, text, at);
  if (chinese) return toChineseTime(chinese, part !== undefined);
  const english = match(ENGLISH, text, at) ?? match(DIGITAL, text, at) ?? match(ENGLISH_RANGE, text, at);
  if (english) return toTime(english[1], english[2], english[3], at + english[0].length, true);
  const hour = match(O_CLOCK, text, at) ?? match(AT_HOUR, text, at);
  return hour ? toTime(hour[1], '0', undefined, at + hour[0].length, true) : undefined;
}

function readUntil(text: string, at: number, part: Part | undefined): Time | undefined {
  const chinese = match(ZH_UNTIL, text, at);
  if (chinese) return toChineseTime(chinese, part !== undefined);
  const link = match(DIGITAL_UNTIL, text, at);
  return link ? readTime(text, at + link[0].length, part) : undefined;
}

function toChineseTime(found: RegExpExecArray, isSure: boolean): Time | undefined {
  const [whole, hours = '', half, quarters, minutes, suffix] = found;
  const hour = readNumber(hours);
  const minute = half ? 30 : quarters ? (readNumber(quarters) ?? 0) * 15 : minutes ? readNumber(minutes) : 0;
  if (hour === undefined || hour > 24 || minute === undefined || minute > 59) return undefined;
  const said = Boolean(half ?? quarters ?? minutes ?? suffix);
  return { hour, minute, isSure: isSure || said, isExact: /^0\d/.test(hours), end: found.index + whole.length };
}

function toTime(hour = '', minute = '0', half: string | undefined, end: number, isSure: boolean): Time {
  const kind = half === undefined ? {} : { half: half === 'a' ? ('early' as const) : ('afternoon' as const) };
  return { hour: Number(hour), minute: Number(minute), ...kind, isSure, isExact: /^0\d/.test(hour), end };
}

/** Twelve and one to six without a word for the half of the day are meant as couriers work: noon and afternoon. */
function toHour(hour: number, kind: Part['kind'] | undefined): number {
  switch (kind) {
    case 'early':
      return hour % 12;
    case 'morning':
      return hour;
    case 'noon':
      return hour <= 3 ? hour + 12 : hour;
    case 'afternoon':
      return hour < 12 ? hour + 12 : hour;
    case 'evening':
      return hour <= 3 ? hour + 24 : hour < 12 ? hour + 12 : hour === 12 ? 24 : hour;
    case undefined:
      return hour >= 1 && hour <= 6 ? hour + 12 : hour;
  }
}
