import type { CountryCode } from 'libphonenumber-js';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Entity, Locale } from '../../core/types.ts';
import { isAboutParcels, isLabelledPhone, isLabelledTracking } from './context.ts';
import type { Folded, Span } from './fold.ts';
import { fold } from './fold.ts';
import { createOverlap } from './spans.ts';
import { spellDigits } from './spokenDigits.ts';

/** Whose phones a text is likeliest to hold. */
export interface PhoneContext {
  /** Default Simplified Chinese. */
  readonly locale?: Locale | undefined;
  /** The customer's country, ISO 3166-1 alpha-2; it comes before what the language suggests. */
  readonly country?: string | undefined;
}

/** A phone in a text; its value is E.164 without the extension. */
export interface FoundPhone extends Entity {
  readonly type: 'phone';
  readonly extension?: string;
  /** Its country was not written: the customer's or the language's was taken. */
  readonly isAssumed?: true;
}

/**
 * Phone numbers as E.164: mainland mobiles however they are grouped, landlines with area code, 400/800 lines, Hong Kong
 * and Taiwan, any country's after + or 00, and what the customer's own country writes. Eight digits alone are a Hong Kong number only
 * after a word for phone. Digits may be words: 幺三八…, one three eight double zero ….
 */
export function findPhones(text: string, context: PhoneContext = {}): readonly FoundPhone[] {
  return findPhonesIn(fold(text), context);
}

/** E-mail addresses, lower-case. ASCII only: what our mail sender can reach. */
export function findEmails(text: string): readonly Entity[] {
  return findEmailsIn(fold(text));
}

interface PhoneRule {
  readonly pattern: RegExp;
  /** Countries to read it in, in this order; `home`: by customer and language; none when the number names its own. */
  readonly countries: readonly CountryCode[] | 'home';
  /** Whether the words around are needed to tell it from a tracking number. */
  readonly needs: 'nothing' | 'no tracking label' | 'no parcel' | 'label';
}

/** 转 123, 分機 123, ext. 123, -9100 behind a mobile of the mainland. */
const EXTENSION = '(?: ?(?:转接?|轉接?|[分內内][机機线線]|EXT(?:ENSION)?\\.?|X|#)[ :：]?\\d{1,6})?';
const withExtension = (source: string): RegExp => new RegExp(`${source}${EXTENSION}(?![- ]?\\d|[A-Z])`, 'g');

// Every pattern is bounded and begins at a digit, + or bracket, so a scan stays linear.
const RULES: readonly PhoneRule[] = [
  { pattern: new RegExp(`(?<![0-9A-Z_])\\+ ?\\(?\\d(?:[ ().-]{0,2}\\d){6,15}${EXTENSION}(?!\\d)`, 'g'), countries: [], needs: 'nothing' },
  { pattern: withExtension('(?<![0-9A-Z_]|\\d[- ])00 ?[1-9](?:[ -]?\\d){8,14}'), countries: [], needs: 'nothing' },
  {
    pattern: withExtension('(?<![0-9A-Z_]|\\d[- ])\\(?86\\)?[- ]{0,2}1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}'),
    countries: ['CN'],
    needs: 'nothing',
  },
  // A privacy number: the mobile of a switchboard and the extension that stands for the customer.
  { pattern: /(?<![0-9A-Z_]|\d[-.])1[3-9]\d{9}(?: ?[-,] ?)\d{3,5}(?!-?\d|[A-Z])/g, countries: ['CN'], needs: 'nothing' },
  {
    pattern: new RegExp(`(?<![0-9A-Z_]|\\d[-.])1[3-9]\\d{9}${EXTENSION}(?!-?\\d|[A-Z])`, 'g'),
    countries: ['CN'],
    needs: 'nothing',
  },
  { pattern: /(?<![0-9A-Z_]|[0-9A-Z][- ])1[3-9]\d(?:[- .]\d{4}){2}(?![- .]?\d|[A-Z])/g, countries: ['CN'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|[0-9A-Z][- ])1[3-9]\d[- ]\d{3}[- ]\d{5}(?![- ]?\d|[A-Z])/g, countries: ['CN'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|[0-9A-Z][- ])1[- ]?[3-9](?:[- ]?\d){9}(?![- ]?\d|[A-Z])/g, countries: ['CN'], needs: 'label' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])09\d{2}[- ]?\d{3}[- ]?\d{3}(?![- ]?\d|[A-Z])/g, countries: ['TW'], needs: 'nothing' },
  {
    pattern: withExtension(
      '(?<![0-9A-Z_]|\\d[- ])(?:\\(0\\d{1,3}\\) ?|0\\d{1,4}[- ]{1,2})(?:\\d{7,8}(?:-\\d{1,5})?|\\d{3,4}[- ]\\d{3,4}|\\d{6})',
    ),
    countries: 'home',
    needs: 'no tracking label',
  },
  { pattern: /(?<![0-9A-Z_]|\d[- ])0\d{9,11}(?![- ]?\d|[A-Z])/g, countries: 'home', needs: 'no parcel' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])[48]00[- ]?\d{3}[- ]?\d{4}(?![- ]?\d|[A-Z])/g, countries: ['CN'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])[48]00[- ]?\d{4}[- ]?\d{3}(?![- ]?\d|[A-Z])/g, countries: ['CN'], needs: 'nothing' },
  { pattern: withExtension('(?<![0-9A-Z_]|\\d[- ])\\(?85[23]\\)?[- ]{1,2}\\d{4}[- ]?\\d{4}'), countries: ['HK', 'MO'], needs: 'nothing' },
  { pattern: withExtension('(?<![0-9A-Z_]|\\d[- ])\\(?886\\)?[- ]{1,2}\\d(?:[- ]?\\d){7,8}'), countries: ['TW'], needs: 'nothing' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])(?:85[23]\d{8}|886\d{8,9})(?![- ]?\d|[A-Z])/g, countries: ['HK', 'MO', 'TW'], needs: 'label' },
  { pattern: /(?<![0-9A-Z_]|\d[- ])(?:44|65|81|82|61|33|49)[- ]\d(?:[- ]?\d){6,10}(?![- ]?\d|[A-Z])/g, countries: [], needs: 'label' },
  { pattern: withExtension('(?<![0-9A-Z_]|\\d[- ])[235-9]\\d{3}[- ]?\\d{4}'), countries: ['HK'], needs: 'label' },
  {
    pattern: withExtension('(?<![0-9A-Z_]|\\d[- ])(?:1-)?(?:\\([2-9]\\d\\d\\) ?|[2-9]\\d\\d[-. ])\\d{3}[-. ]\\d{4}'),
    countries: ['US'],
    needs: 'label',
  },
];

/** Countries a number without one is read in, likeliest first. */
function homesOf({ locale, country }: PhoneContext, raw: string): readonly CountryCode[] {
  if (BRITISH_MOBILE.test(raw.replace(/[ -]/g, ''))) return ['GB', 'DE', 'CN'];
  const byLanguage: readonly CountryCode[] =
    locale === 'zh-Hant'
      ? ['TW', 'CN']
      : locale === 'en'
        ? // In English the grouping tells more than the language: 020 7946 0958 is London's, 0571-88001234 Hangzhou's.
          raw.includes('-')
          ? ['TW', 'CN', 'GB']
          : ['GB', 'TW', 'DE', 'CN']
        : ['CN', 'TW', 'GB'];
  return isKnown(country) ? [country, ...byLanguage.filter((each) => each !== country)] : byLanguage;
}

/** No other country of our customers writes a mobile so; Ofcom's numbers for films among them, which the library refuses. */
const BRITISH_MOBILE = /^07[1-9]\d{8}$/;

const isKnown = (country: string | undefined): country is CountryCode => country !== undefined && isSupportedCountry(country);

/** The shortest phone, however it is grouped: 00 33 1 42 68 53 00. */
const SEVEN_DIGITS = /\d(?:[ ().-]{0,2}\d){6}/;

/** As findPhones, for a text folded already. */
export function findPhonesIn(given: Folded, context: PhoneContext = {}): readonly FoundPhone[] {
  const folded = spellDigits(given);
  if (!SEVEN_DIGITS.test(folded.text)) return [];
  const taken: (Span & Parsed)[] = [];
  for (const rule of RULES) {
    const isTaken = createOverlap(taken);
    for (const match of folded.text.matchAll(rule.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (isTaken({ start, end }) || !isWordedRight(rule, folded.text, start, end)) continue;
      const countries = rule.countries === 'home' ? homesOf(context, match[0]) : rule.countries;
      const phone = parse(match[0], countries);
      if (phone) taken.push({ ...phone, start, end: start + phone.length, ...(rule.countries === 'home' ? { isAssumed: true } : {}) });
    }
  }
  taken.sort((a, b) => a.start - b.start);
  return taken.map(({ start, end, value, extension, isAssumed }) => ({
    ...{ type: 'phone', value, ...folded.toOriginal({ start, end }) },
    ...(extension === undefined ? {} : { extension }),
    ...(isAssumed ? { isAssumed } : {}),
  }));
}

/**
 * Phones as they are written at home, once one is asked for: eight digits in Hong Kong, Macau and Singapore, and whatever the
 * customer's country dials. `text` holds no other number. Empty where no country can be told.
 */
export function findLocalPhones(text: string, { locale, country }: PhoneContext): readonly (Span & { readonly value: string })[] {
  const own: readonly CountryCode[] = isKnown(country) && country !== 'CN' ? [country] : [];
  const homes: readonly CountryCode[] = locale === 'zh-Hant' ? [...own, 'HK'] : own;
  if (homes.length === 0 && locale !== 'en') return [];
  const folded = fold(text);
  return [...folded.text.matchAll(LOCAL)].flatMap(({ 0: raw, index }) => {
    const all: readonly CountryCode[] = locale === 'en' && raw.startsWith('0') ? [...homes, 'GB'] : homes;
    const value = DAY.test(raw) ? undefined : all.map((home) => validNumber(raw, home)).find((phone) => phone !== undefined);
    return value === undefined ? [] : [{ value, ...folded.toOriginal({ start: index, end: index + raw.length }) }];
  });
}

const LOCAL = /(?<![0-9A-Z_-])(?:\(\d{2,4}\) ?)?\d(?:[-. ]?\d){6,11}(?![- ]?\d|[A-Z])/g;
/** 20261128 is a day. */
const DAY = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

function isWordedRight({ needs }: PhoneRule, text: string, start: number, end: number): boolean {
  if (needs === 'nothing' || isLabelledPhone(text, start)) return true;
  if (needs === 'label' || isLabelledTracking(text, start)) return false;
  return needs === 'no tracking label' || !isAboutParcels(text, end - start);
}

interface Parsed {
  readonly value: string;
  readonly extension?: string;
  readonly isAssumed?: true;
  /** How much of the text it took: after + a following group may have been drawn in, so groups are cut off until it is a number. */
  readonly length: number;
}

const EXTENSION_AT_END = /^(.*?)(?: ?(?:[^\d ()+.\-,]{1,10})[ :：.]{0,2}|(?<=^1[3-9]\d{9}) ?[-,] ?)(\d{1,6})$/;

function parse(raw: string, countries: readonly CountryCode[]): Parsed | undefined {
  const [, head = raw, extension] = EXTENSION_AT_END.exec(raw) ?? [];
  const length = raw.length;
  const told = extension === undefined ? {} : { extension };
  if (/^1[3-9]\d{9}$/.test(head)) return { value: `+86${head}`, ...told, length };
  for (const country of countries) {
    const value = validNumber(head, country);
    if (value) return { value, ...told, length };
    const [, shorter, tail] = /^(.*\d)-(\d{1,5})$/.exec(head) ?? [];
    const short = shorter === undefined ? undefined : validNumber(shorter, country);
    if (short && tail !== undefined) return { value: short, extension: tail, length };
  }
  if (countries.length > 0) return undefined;
  if (/^\d/.test(head)) {
    const value = validNumber(head.startsWith('0') ? head.replace(/^00 ?/, '+') : `+${head}`);
    return value ? { value, ...told, length } : undefined;
  }
  for (let text = head; text.length > 7; text = text.replace(/[ ().-]{0,8}\d{1,30}$/, '')) {
    const value = validNumber(text);
    if (value) return text === head ? { value, ...told, length } : { value, length: text.length };
  }
  return undefined;
}

/** E.164. Where the country is written, a number of the right length is believed: its owner knows it better than a list does. */
function validNumber(text: string, country?: CountryCode): string | undefined {
  const phone = parsePhoneNumberFromString(text, country);
  if (phone?.isValid()) return phone.number;
  const isTold = country === undefined ? phone?.country !== 'CN' : country === 'GB' && BRITISH_MOBILE.test(text.replace(/\D/g, ''));
  return isTold && phone?.isPossible() ? phone.number : undefined;
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
