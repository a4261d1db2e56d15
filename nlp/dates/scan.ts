import { addDays } from '../../core/days.ts';
import type { Span } from '../numbers/fold.ts';

import { CHINESE_DAYS } from './chineseDays.ts';
import type { DayReading, DayRule } from './dayRules.ts';
import { ENGLISH_DAYS } from './englishDays.ts';
import { findFestival, NAMED_FESTIVAL } from './festivals.ts';
import type { Days, FoundDate, Moment, Relation } from './found.ts';
import type { Mention } from './mention.ts';
import type { ClockTime, Part } from './parts.ts';
import { readClock, readPart } from './parts.ts';
import { resolveMention } from './resolve.ts';

/**
 * What our own rules know of days and hours in a text of simplified, lower-case characters, in order. Both languages at once: customers
 * mix them. `refused` are days that do not exist, for which nobody else should find a meaning. Bounded: at each place a fixed list of sticky patterns is tried.
 */
export function scanDates(text: string, moment: Moment): { readonly found: readonly FoundDate[]; readonly refused: readonly Span[] } {
  const found: FoundDate[] = [];
  const refused: Span[] = [];
  for (let at = 0; at < text.length; at += 1) {
    // Since Monday is the last Monday, whatever is asked.
    const meant = text.startsWith('since ', at) ? { ...moment, direction: 'past' as const } : moment;
    const read = readMention(text, at, meant);
    if (!read) continue;
    const value = read.mention && resolveMention(read.mention, meant);
    if (value) found.push({ type: 'date', ...value, start: at, end: read.end });
    else refused.push({ start: at, end: read.end });
    at = read.end - 1;
  }
  return { found, refused };
}

const RULES: readonly DayRule[] = [
  { pattern: NAMED_FESTIVAL, read: ([name], moment) => ({ days: toDays(findFestival(name, moment)) }) },
  ...CHINESE_DAYS,
  ...ENGLISH_DAYS,
];

function toDays(day: string | undefined): Days | undefined {
  return day ? { from: day, to: day, grain: 'day' } : undefined;
}

const PREFIX =
  /(?:(?<![a-z])(?:not before|no (?:earlier|sooner) than|after|from|since|starting(?: from| on)?)|最早|不早于)(?:(?: on| the(?= (?:day after|end|start|beginning|weekend)))? (?=\S)|(?=[^ a-z]))|(?:(?<![a-z])(?:by|before|until|till|no later than|not later than|prior to)|最迟|最晚|不晚于|早于|赶在|截止到?|截至)(?:在|到|于)? ?/y;
const SUFFIX =
  /(?:左右)? ?(?:(之前|以前|前(?![台往面来天日年])|为止|or earlier\b|or before\b)|(之内|以内|内(?!容))|(之后|以后|过后|后(?![来面台天日年])|or later\b|or after\b)|(起(?![床来码])|开始|onwards?\b))/y;
const LINK = /(?:[ ,，的]|(?:in the|on|at|from|between|around|about|the)(?= )|大概|大约|差不多)+/y;
const DAY_RANGE = / ?(?:到|至|[-~–—]|to|until|through) ?/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function readMention(text: string, start: number, moment: Moment): { readonly mention?: Mention; readonly end: number } | undefined {
  const prefix = matchAt(PREFIX, text, start);
  const pieces = readPieces(text, start + (prefix?.[0].length ?? 0), moment);
  if (!pieces) return undefined;
  const { reading, part, clock } = pieces;
  if (reading && !reading.days && reading.minutesFromNow === undefined) return { end: pieces.end };
  const suffix = matchAt(SUFFIX, text, pieces.end);
  const end = suffix ? pieces.end + suffix[0].length : pieces.end;
  if (reading === undefined && !isClearWithoutDay(text, start, end, pieces, prefix !== undefined || suffix !== undefined)) return undefined;
  const [, before, within, after] = suffix ?? [];
  const relation = suffix ? (before || within ? 'before' : 'after') : prefix ? prefixRelation(prefix[0]) : (reading?.relation ?? 'at');
  const isInclusive = suffix
    ? !before && !after
    : /^(?:by|until|till|from|since|starting|最迟|最晚|不晚于|最早|截)/.test(prefix?.[0] ?? '');
  return { mention: { ...(reading && { reading }), ...(part && { part }), ...(clock && { clock }), relation, isInclusive }, end };
}

function prefixRelation(prefix: string): Relation {
  return /^(?:not before|no earlier|no sooner|after|from|since|starting|最早|不早于)/.test(prefix) ? 'after' : 'before';
}

interface Pieces {
  readonly reading: DayReading | undefined;
  readonly part: Part | undefined;
  readonly clock: ClockTime | undefined;
  readonly end: number;
}

function readPieces(text: string, start: number, moment: Moment): Pieces | undefined {
  let reading: DayReading | undefined;
  let part: Part | undefined;
  let clock: ClockTime | undefined;
  let clockAt = start;
  let end = start;
  for (let at = start; ; ) {
    const day = reading ? undefined : readDay(text, at, moment);
    const nextPart = day || part ? undefined : readPart(text, at, reading !== undefined && at === end);
    const nextClock = day || nextPart || clock ? undefined : readClock(text, at, part);
    const next = day ?? nextPart ?? nextClock;
    if (!next) break;
    reading ??= day?.reading;
    part ??= nextPart?.part;
    if (nextClock) {
      clock = nextClock.clock;
      clockAt = at;
    }
    end = next.end;
    // A stretch or a distance is complete, and 三天后下午 is said nowhere.
    if (reading?.minutesFromNow !== undefined) break;
    const link = matchAt(LINK, text, end);
    at = link ? end + link[0].length : end;
  }
  if (!reading && !part && !clock) return undefined;
  // "3 in the afternoon": only the later word says which three.
  if (clock && part) clock = readClock(text, clockAt, part)?.clock ?? clock;
  return { reading, part, clock, end };
}

function readDay(text: string, at: number, moment: Moment): { readonly reading: DayReading; readonly end: number } | undefined {
  const first = readOneDay(text, at, moment);
  if (!first?.reading.days) return first;
  const link = matchAt(DAY_RANGE, text, first.end);
  if (!link) return first;
  const { days } = first.reading;
  const secondAt = first.end + link[0].length;
  const second = [moment, { ...moment, today: days.from, direction: 'future' as const }]
    .map((each) => readOneDay(text, secondAt, each))
    .find((each) => each?.reading.days && each.reading.days.to > days.from && each.reading.days.to <= addDays(days.from, LONGEST_RANGE));
  if (!second?.reading.days) return first;
  return { reading: { days: { from: days.from, to: second.reading.days.to, grain: 'day' } }, end: second.end };
}

/** Days; 周五到周三 is five, and nobody names a stretch of more than two months in words. */
const LONGEST_RANGE = 62;

function readOneDay(text: string, at: number, moment: Moment): { readonly reading: DayReading; readonly end: number } | undefined {
  for (const { pattern, read } of RULES) {
    const match = matchAt(pattern, text, at);
    if (!match || match[0] === '') continue;
    const reading = read(match, moment);
    if (!reading) continue;
    // Without days it is one that does not exist: 2月30日 must not become 30日 or 2月.
    return { reading, end: at + match[0].length };
  }
  return undefined;
}

/** An hour or a part of the day alone: 下午送 is one, 每天早上 and "morning!" are not. */
function isClearWithoutDay(text: string, start: number, end: number, { part, clock }: Pieces, isRelated: boolean): boolean {
  const before = text.slice(Math.max(0, start - 7), start);
  if (/(?:每天|每日|天天|整个|一|everyday |every )$/.test(before)) return false;
  if (part && !clock && /[a-z]/.test(text.charAt(end - 1)) && !isRelated) return /(?:in the|at) $/.test(before);
  if (part) return true;
  return Boolean(clock?.isSure) || isRelated || text.trim().length === end - start;
}
