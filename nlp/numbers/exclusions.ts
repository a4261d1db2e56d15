import { idCardMod11_2 } from './checkDigits.ts';
import type { Span } from './fold.ts';

// Years 1900–2099 so that a birthday and a promise are both dates; a time may follow.
const DATES = [
  /(?<![0-9A-Z])(?:19|20)\d{2}[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}(?!\d)日?(?:[ T]{0,2}\d{1,2}:\d{2}(?::\d{2})?)?/g,
  /(?<![0-9A-Z])\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?!\d)/g,
];
const URL = /(?:HTTPS?:\/\/|WWW\.)[!-~]{1,2000}/g;
const ID_CARD = /(?<![0-9A-Z])[1-9]\d{5}[- ]?(?:19|20)\d{6}[- ]?\d{3}[0-9X](?![0-9A-Z])/g;

/** Dates written with separators, in a folded text. */
export function listDates(text: string): readonly Span[] {
  return DATES.flatMap((pattern) => listSpans(text, pattern));
}

/** Web addresses, which are full of digits that number something else. */
export function listUrls(text: string): readonly Span[] {
  return listSpans(text, URL);
}

/**
 * Chinese identity numbers. One with a birthday but a wrong check digit counts too, being a mistyped one far likelier
 * (1 in 1,400 random 18-digit numbers has such a date) than a parcel's.
 */
export function listIdCards(text: string): readonly Span[] {
  return listSpans(text, ID_CARD, (raw) => isDate(raw.replace(/[- ]/g, '').slice(6, 14)));
}

/** Whether the check character of an 18-character identity number holds. */
export function isValidIdCard(number: string): boolean {
  return /^\d{17}[0-9X]$/.test(number) && idCardMod11_2(number) === number.charAt(17);
}

/** Begins like a moment of this century (YYYYMMDD…), as shops' order numbers and time stamps do. */
export function isTimestampLike(number: string): boolean {
  return number.length >= 12 && /^20[1-3]\d{9,}$/.test(number) && isDate(number.slice(0, 8));
}

function isDate(digits: string): boolean {
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function listSpans(text: string, pattern: RegExp, accept: (raw: string) => boolean = () => true): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    if (accept(match[0])) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}
