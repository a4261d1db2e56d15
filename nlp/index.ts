import type { Entity, Locale, Understanding } from '../core/types.ts';
import { findAmounts } from './amounts.ts';
import { decide } from './decide.ts';
import { detectLocale } from './language.ts';
import type { Model } from './model.ts';
import { scoreText } from './model.ts';
import { readMood } from './mood.ts';
import { cleanText } from './normalize.ts';
import { findEntities, maskEntities } from './numbers/entities.ts';
import type { OwnFormat } from './numbers/formats/own.ts';
import { findOverride } from './overrides.ts';

/** What the conversation knows that helps to read its next message. */
export interface UnderstandingSession {
  /** The language spoken so far; undefined when nothing is known yet. */
  readonly locale: Locale | undefined;
}

export interface Understander {
  /** What a message means. Synchronous, no I/O, about 0.2 ms; never throws, whatever the string. */
  understand(text: string, session: UnderstandingSession): Understanding;
}

/** Puts model and rules together. `own` is the company's number format, which outranks every carrier's. */
export function createUnderstander(model: Model, own: OwnFormat): Understander {
  return {
    understand(given, session) {
      const { text } = cleanText(given);
      // Offsets must fit the text as given, so numbers are sought there. A private-use character would pass for a mark.
      const read = given.slice(0, LONGEST_READ).replace(/[\ue000-\uf8ff\u0000]/g, ' ');
      const { numbers, entities } = findEntities(read, own);
      const masked = cleanText(maskEntities(read, entities)).text;
      const locale = detectLocale(masked, session.locale);
      const base = { text, locale, entities: withAmounts(read, entities, locale), numbers, mood: readMood(text, locale) };
      const override = findOverride(masked, entities, numbers);
      if (override) return { ...base, ...override, decision: 'act', ranking: [override] };
      if (!/[\p{L}\p{N}\p{S}\p{Co}?？!！]/u.test(masked)) return { ...base, ...NOTHING_SAID };

      const { ranking, lead, category } = scoreText(model, keepEnds(masked));
      const best = ranking[0] ?? { intent: 'out_of_scope', confidence: 0 };
      const understanding: Understanding = { ...base, ...best, decision: decide(ranking, lead), ranking: ranking.slice(0, 3) };
      return best.intent === 'complaint' ? { ...understanding, category } : understanding;
    },
  };
}

/** A sum stands in no other entity: the digits of a waybill are no price. The classifiers learned sums as they are written. */
function withAmounts(text: string, entities: readonly Entity[], locale: Locale): readonly Entity[] {
  const amounts = findAmounts(blankOut(text, entities), locale);
  if (amounts.length === 0) return entities;
  return [...entities, ...amounts.map(({ type, value, start, end }) => ({ type, value, start, end }))].sort((a, b) => a.start - b.start);
}

/** The text, as long as it was, with blanks where the entities stand. */
export function blankOut(text: string, entities: readonly Entity[]): string {
  return entities.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
}

/** For an empty message or one of blanks and dots: no words, no guess. */
const NOTHING_SAID = { intent: 'out_of_scope', confidence: 0, decision: 'fallback', ranking: [] } as const;

/** Characters read for numbers and meaning; a longer text is stored cut as well. */
const LONGEST_READ = 4000;
const HEAD = 1000;
const TAIL = 500;

/** A long story has its greeting at the start and its ask at the end. */
function keepEnds(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`;
}
