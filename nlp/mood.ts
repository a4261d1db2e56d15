import { excerptOf } from '../core/excerpt.ts';
import type { Locale, Mood, Risk } from '../core/types.ts';
import { CHINESE } from './moodChinese.ts';
import { ENGLISH } from './moodEnglish.ts';
import { blankQuotes } from './moodQuotes.ts';
import type { MoodLanguage, MoodRule } from './moodRules.ts';
import { normalizeForFeatures } from './normalize.ts';

/** Words that are said about a threat, not felt: here it matters who says them and where they stand. */
const THREATS: ReadonlySet<Risk> = new Set(['legal', 'media', 'regulator']);
const RISKS: readonly Risk[] = ['injury', 'dangerous_goods', 'self_harm', 'danger', 'legal', 'media', 'regulator', 'privacy', 'vulnerable'];
const LANGUAGES: readonly MoodLanguage[] = [CHINESE, ENGLISH];

/**
 * How a message is said and what in it must reach a person, by rules (domain 4.5). What is denied, quoted, reported of others or
 * part of a product's or a place's name does not count; when in doubt a risk counts: a person looks in vain, which is the cheaper error.
 * @param text cleaned, see normalize.ts; of a long one the beginning and the end are read
 */
export function readMood(text: string, locale: Locale): Mood {
  const read = excerptOf(text);
  // OpenCC takes 么 for a traditional character; here it is a part of 什么.
  const folded = normalizeForFeatures(read.replaceAll('\n', ' 。 ')).replaceAll('幺', '么').replaceAll('’', "'");
  const plain = blankQuotes(folded);
  const risks = new Set<Risk>();
  let anger = angerOfSigns(read, plain, locale);
  for (const language of LANGUAGES) {
    if (!language.script.test(plain)) continue;
    const meant = plain.replace(language.lookalikes, '＿');
    for (const rule of language.risks)
      if (rule.notIn !== locale && !risks.has(rule.kind) && speaks(rule, meant, language, THREATS.has(rule.kind))) risks.add(rule.kind);
    for (const rule of language.angers) if (anger < rule.kind && speaks(rule, meant, language, false)) anger = rule.kind;
  }
  // "投诉!!!" is calm in words only.
  if (anger === 1 && /[!！]{3}|[😡👿🤬]/u.test(read)) anger = 2;
  return { anger, risks: RISKS.filter((risk) => risks.has(risk)) };
}

/** What is not written in words: faces, abbreviations and capitals. */
function angerOfSigns(given: string, plain: string, locale: Locale): Mood['anger'] {
  if (/[🤬🖕]/u.test(given)) return 2;
  // "sb" is somebody in English and an insult in Chinese.
  if (locale !== 'en' && /(?<![a-z])(?:sb|s\.b|nmsl|cnm|tmd|md|nnd|wcnm|rnm|nm|dllm|pk街|on9)(?![a-z])/.test(plain)) return 2;
  if (/[😡😠👿💢]/u.test(given)) return 1;
  return isShouted(given) ? 1 : 0;
}

/** At least three words in capitals and hardly any other: WHERE IS MY PARCEL. Numbers and codes are no words. */
function isShouted(given: string): boolean {
  const words = given.match(/(?<![\p{L}\d])\p{Script=Latin}{2,}(?![\p{L}\d])/gu) ?? [];
  const loud = words.filter((word) => word === word.toUpperCase());
  return loud.length >= 3 && loud.length >= words.length * 0.8 && loud.join('').length >= 10;
}

function speaks<Kind>({ pattern, unless }: MoodRule<Kind>, text: string, language: MoodLanguage, isThreat: boolean): boolean {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const before = lastClause(text.slice(0, match.index), language.clauseEnd);
    const after = text.slice(match.index + match[0].length);
    const isDenied = language.denial.test(before) && !language.falseDenial.test(before);
    const isElsewhere = isThreat && (language.reported.test(before) || language.place.test(after));
    const isOther = unless?.test(before + match[0] + firstClause(after, language.clauseEnd)) ?? false;
    if (!isDenied && !isElsewhere && !isOther) return true;
  }
  return false;
}

const lastClause = (text: string, clauseEnd: RegExp): string => text.split(clauseEnd).at(-1) ?? '';
const firstClause = (text: string, clauseEnd: RegExp): string => text.split(clauseEnd)[0] ?? '';
