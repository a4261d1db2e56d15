import type { CountryCode } from 'libphonenumber-js';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Entity } from '../../core/types.ts';
import { isAboutParcels, isLabelledPhone, isLabelledTracking } from './context.ts';
import type { Folded, Span } from './fold.ts';
import { fold } from './fold.ts';
import { createOverlap } from './spans.ts';
import { spellDigits } from './spokenDigits.ts';

/**
 * Phone numbers as E.164: mainland mobiles however they are grouped, landlines with area code, 400/800 lines, Hong Kong
 * and Taiwan, and any country's after + or 00. Eight digits alone are a Hong Kong number only after a word for phone.
 * An extension is inside the span but not in the value. Digits may be words: 幺三八…, one three eight double zero ….
 */
export function findPhones(text: string): readonly Entity[] {
  return findPhonesIn(fold(text));
}

/** E-mail addresses, lower-case. ASCII only: what our mail sender can reach. */
export function findEmails(text: string): readonly Entity[] {
  return findEmailsIn(fold(text));
}

interface PhoneRule {
  readonly pattern: RegExp;
  /** Countries to read it in, in this order; none when the number names its own. */
  readonly countries: readonly CountryCode[];
  /** Whether the words around are needed to tell it from a tracking number. */
  readonly needs: 'nothing' | 'no tracking label' | 'no parcel' | 'label';
}

// Every pattern is bounded and begins at a digit, + or bracket, so a scan stays linear.
const RULES: readonly PhoneRule[] = [
  { pattern: /(?<![0-9A-Z_])\+ ?\(?\d(?:[ ().-]{0,2}\d){6,15}(?!\d)/g, countries: [], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])00 ?[1-9](?:[ -]?\d){8,14}(?![- ]?\d|[A-Z])/g, countries: [], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])\(?86\)?[- ]{0,2}1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![- ]?\d|[A-Z])/g, countries: ['CN'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|\d[-.])1[3-9]\d{9}(?!-?\d|[A-Z])/g, countries: ['CN'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|[0-9A-Z][- ])1[3-9]\d(?:[- ]\d{4}){2}(?![- ]?\d|[A-Z])/g, countries: ['CN'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|[0-9A-Z][- ])1[3-9]\d[- ]\d{3}[- ]\d{5}(?![- ]?\d|[A-Z])/g, countries: ['CN'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|[0-9A-Z][- ])1[- ]?[3-9](?:[- ]?\d){9}(?![- ]?\d|[A-Z])/g, countries: ['CN'], needs: 'label' },
  {
    pattern:
      /(?<![0-9A-Z_]|\d[- ])(?:\(0\d{1,3}\) ?|0\d{1,3}[- ]{1,2})(?:\d{7,8}(?:-\d{1,5})?|\d{3,4}[- ]\d{4})(?:(?:转|轉| ?EXT\.? ?)\d{1,5})?(?![- ]?\d|[A-Z])/g,
    countries: ['CN', 'TW'],
    needs: 'no tracking label',
  },
  { pattern: /(?<![0-9A-Z_]|\d[- ])09\d{2}[- ]?\d{3}[- ]?\d{3}(?![- ]?\d|[A-Z])/g, countries: ['TW'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])0\d{9,11}(?![- ]?\d|[A-Z])/g, countries: ['CN', 'TW'], needs: 'no parcel' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])[48]00[- ]?\d{3}[- ]?\d{4}(?![- ]?\d|[A-Z])/g, countries: ['CN'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])[48]00[- ]?\d{4}[- ]?\d{3}(?![- ]?\d|[A-Z])/g, countries: ['CN'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])\(?85[23]\)?[- ]{1,2}\d{4}[- ]?\d{4}(?![- ]?\d|[A-Z])/g, countries: ['HK', 'MO'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])\(?886\)?[- ]{1,2}\d(?:[- ]?\d){7,8}(?![- ]?\d|[A-Z])/g, countries: ['TW'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])(?:85[23]\d{8}|886\d{8,9})(?![- ]?\d|[A-Z])/g, countries: ['HK', 'MO', 'TW'], needs: 'label' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])[235-9]\d{3}[- ]?\d{4}(?![- ]?\d|[A-Z])/g, countries: ['HK'], needs: 'label' },
  {
    pattern: /(?<![0-9A-Z_]|\d[- ])(?:1-)?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-. ])\d{3}[-. ]\d{4}(?![- ]?\d|[A-Z])/g,
    countries: ['US'],
    needs: 'label',
  },
];

/** As findPhones, for a text folded already. */
export function findPhonesIn(given: Folded): readonly Entity[] {
  const folded = spellDigits(given);
  if (!/\d{3}/.test(folded.text)) return [];
  const taken: (Span & { readonly value: string })[] = [];
  for (const rule of RULES) {
    const isTaken = createOverlap(taken);
    for (const match of folded.text.matchAll(rule.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (isTaken({ start, end }) || !isWordedRight(rule, folded.text, start, end)) continue;
      const phone = parse(match[0], rule.countries);
      if (phone) taken.push({ start, end: start + phone.length, value: phone.value });
    }
  }
  taken.sort((a, b) => a.start - b.start);
  return taken.map(({ start, end, value }) => ({ type: 'phone', value, ...folded.toOriginal({ start, end }) }));
}

function isWordedRight({ needs }: PhoneRule, text: string, start: number, end: number): boolean {
  if (needs === 'nothing' || isLabelledPhone(text, start)) return true;
  if (needs === 'label' || isLabelledTracking(text, start)) return false;
  return needs === 'no tracking label' || !isAboutParcels(text, end - start);
}

/** Value and how much of the text it took: after + a following group may have been drawn in, so groups are cut off until it is a number. */
function parse(raw: string, countries: readonly CountryCode[]): { readonly value: string; readonly length: number } | undefined {
  if (/^1[3-9]\d{9}$/.test(raw)) return { value: `+86${raw}`, length: raw.length };
  const bare = raw.replace(/(?:转|轉| ?EXT)[\s\S]*/, '');
  for (const country of countries) {
    const value = validNumber(bare, country) ?? validNumber(bare.replace(/-\d{1,5}$/, ''), country);
    if (value) return { value, length: raw.length };
  }
  if (countries.length > 0) return undefined;
  if (raw.startsWith('0')) {
    const value = validNumber(raw.replace(/^00 ?/, '+'));
    return value ? { value, length: raw.length } : undefined;
  }
  for (let text = raw; text.length > 7; text = text.replace(/[ ().-]{0,8}\d{1,30}$/, '')) {
    const value = validNumber(text);
    if (value) return { value, length: text.length };
  }
  return undefined;
}

function validNumber(text: string, country?: CountryCode): string | undefined {
  const phone = parsePhoneNumberFromString(text, country);
  return phone?.isValid() ? phone.number : undefined;
}

/** As findEmails, for a text folded already. Searches outwards from each @, since a pattern would rescan long words. */
export function findEmailsIn(folded: Folded): readonly Entity[] {
  const { text } = folded;
  const found: Entity[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const user = /(?<![0-9A-Z._%+-])[0-9A-Z._%+-]+$/.exec(text.slice(Math.max(0, at - LONGEST_USER), at))?.[0].replace(/^[.-]+/, '');
    const host = /^(?:[0-9A-Z](?:[0-9A-Z-]{0,61}[0-9A-Z])?\.){1,8}[A-Z]{2,24}(?![0-9A-Z])/.exec(
      text.slice(at + 1, at + 1 + LONGEST_HOST),
    )?.[0];
    if (!user || !host) continue;
    const span = folded.toOriginal({ start: at - user.length, end: at + 1 + host.length });
    found.push({ type: 'email', value: `${user}@${host}`.toLowerCase(), ...span });
  }
  return found;
}

/** RFC 5321 §4.5.3.1. */
const LONGEST_USER = 64;
const LONGEST_HOST = 255;
