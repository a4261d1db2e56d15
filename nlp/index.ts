import type { Asked, ReadActs } from '../core/acts.ts';
import { excerptOf } from '../core/excerpt.ts';
import { findDecimals } from '../core/money.ts';
import { rememberBy } from '../core/remember.ts';
import type { Entity, FoundNumber, Locale, Understanding } from '../core/types.ts';
import type { GivenSum } from '../core/values.ts';
import type { ActModel } from './acts/model.ts';
import { readActs } from './acts/read.ts';
import { decide } from './decide.ts';
import { detectLocale } from './language.ts';
import type { Model } from './model.ts';
import { scoreText } from './model.ts';
import { readMood } from './mood.ts';
import { cleanText, LONGEST_STORED } from './normalize.ts';
import { findEntities, maskEntities } from './numbers/entities.ts';
import type { OwnFormat } from './numbers/formats/own.ts';
import { findOverride } from './overrides.ts';
import { MONEY_WORD } from './values/currencies.ts';
import { findSums } from './values/sums.ts';
import { blankOut, HAS_FIGURE, readValues } from './values.ts';

/** What the conversation knows that helps to read its next message. */
export interface UnderstandingSession {
  /** The language spoken so far; undefined when nothing is known yet. */
  readonly locale: Locale | undefined;
  /** The customer's country, ISO 3166-1 alpha-2, where something tells it: whose phones and dollars are meant. */
  readonly country?: string | undefined;
  /** For days and hours that a message names; without it none are read. */
  readonly at?: { readonly now: Date; readonly timeZone: string };
}

export interface Understander {
  /** What a message means. Synchronous, no I/O, about 0.2 ms; never throws, whatever the string. */
  understand(text: string, session: UnderstandingSession): Understanding;
  /** What a message does, in the light of the kind of answer that is open. About 0.1 ms; never throws. */
  readActs(understanding: Understanding, asked: Asked): ReadActs;
}

/** Puts models and rules together. `own` is the company's number format, which outranks every carrier's. */
export function createUnderstander(model: Model, acts: ActModel, own: OwnFormat): Understander {
  const actsOf = new WeakMap<Understanding, Map<Asked, ReadActs>>();
  return {
    understand: rememberBy(keyOf, understand),
    readActs(understanding, asked) {
      const known = actsOf.get(understanding) ?? new Map<Asked, ReadActs>();
      actsOf.set(understanding, known);
      const read = known.get(asked) ?? readActs(acts, understanding, asked);
      known.set(asked, read);
      return read;
    },
  };

  function understand(given: string, session: UnderstandingSession): Understanding {
    const words = cleanText(given).text;
    // Offsets must fit the text as given, so numbers are sought there. A private-use character would pass for a mark.
    const part = excerptOf(given.slice(0, LONGEST_STORED));
    const read = part.replace(/[\ue000-\uf8ff\u0000]/g, ' ');
    const text = part === given ? words : cleanText(part).text;
    const { country, at } = session;
    const { numbers: named, entities } = findEntities(read, own, {
      locale: session.locale ?? (/\d/.test(read) ? detectLocale(read, undefined) : undefined),
      country,
    });
    const numbers = lastMeant(named, read);
    const masked = cleanText(maskEntities(read, entities)).text;
    const locale = detectLocale(masked, session.locale);
    const values = readValues(read, { locale, country, entities, numbers, at });
    const all = withAmounts(read, entities, locale, country);
    const base = { words, text, locale, entities: all, numbers, values, mood: readMood(text, locale) };
    const override = findOverride(masked, entities, numbers);
    if (override) return { ...base, ...override, decision: 'act', ranking: [override] };
    if (!/[\p{L}\p{N}\p{S}\p{Co}?？!！]/u.test(masked)) return { ...base, ...NOTHING_SAID };

    const { ranking, lead, category } = scoreText(model, masked);
    const best = ranking[0] ?? { intent: 'out_of_scope', confidence: 0 };
    const understanding: Understanding = { ...base, ...best, decision: decide(ranking, lead), ranking: ranking.slice(0, 3) };
    return best.intent === 'complaint' ? { ...understanding, category } : understanding;
  }
}

/** 你好, 好的, 到哪了: most of what is written is short, and many write the same within a minute, by which days and hours are told. No numbers of anybody's are kept. */
const keyOf = (given: string, { locale, country, at }: UnderstandingSession): string | undefined =>
  given.length > LONGEST_KEPT
    ? undefined
    : [locale, country, at?.timeZone, at && Math.floor(at.now.getTime() / MINUTE_MS), given].join(' ');
const MINUTE_MS = 60_000;
const LONGEST_KEPT = 16;

/** Of numbers between which something is taken back (`XB…91 不对 是XB…46`) the last is meant. */
function lastMeant(numbers: readonly FoundNumber[], text: string): readonly FoundNumber[] {
  const corrected = numbers.findLastIndex(({ start }, at) => {
    const before = numbers[at - 1];
    return before !== undefined && start - before.end <= LONGEST_BETWEEN && TAKEN_BACK.test(text.slice(before.end, start));
  });
  return corrected < 0 ? numbers : numbers.slice(corrected);
}

const LONGEST_BETWEEN = 30;
const TAKEN_BACK =
  /不对|不對|错了|錯了|搞错|搞錯|打错|打錯|不是|唔係|唔啱|\b(?:no wait|sorry|i mean|i meant|actually|scratch that|wrong)\b/i;

/** A sum stands in no other entity: the digits of a waybill are no price. The classifiers learned sums as they are written. */
function withAmounts(text: string, entities: readonly Entity[], locale: Locale, country: string | undefined): readonly Entity[] {
  if (!HAS_FIGURE.test(text) || !MONEY_WORD.test(text)) return entities;
  const { sums } = findSums(blankOut(text, entities), { locale, country });
  const amounts = sums.filter(({ exactness, isBare }) => exactness !== 'vague' && !isBare).map(toEntity);
  return amounts.length === 0 ? entities : [...entities, ...amounts].sort((a, b) => a.start - b.start);
}

/** `CNY 199.00`, `JPY 3000`, or `2000.00` where no word says of what. */
function toEntity({ amount, currency, start, end }: GivenSum): Entity {
  const shown = amount.toFixed(currency === undefined ? 2 : (findDecimals(currency) ?? 2));
  return { type: 'amount', value: currency ? `${currency} ${shown}` : shown, start, end };
}

/** For an empty message or one of blanks and dots: no words, no guess. */
const NOTHING_SAID = { intent: 'out_of_scope', confidence: 0, decision: 'fallback', ranking: [] } as const;
