import { ONLY_SIMPLIFIED, ONLY_TRADITIONAL } from '../core/generated/hanVariants.ts';
import type { Locale } from '../core/types.ts';
import { ENGLISH_WORDS, NEUTRAL_WORDS } from './englishWords.ts';

/**
 * The language of a message, by script alone: on short customer messages this beats every statistical guesser tried.
 * @param maskedText entities replaced by private-use characters, so that no tracking number looks like Latin text
 * @param session the conversation's language: it settles what the script leaves open (a number, `ok`, 查件, Japanese); undefined
 *   for a first message without a hint, when Latin letters mean English and everything else Simplified Chinese
 */
export function detectLocale(maskedText: string, session: Locale | undefined): Locale {
  const counts = countScripts(maskedText);
  if (counts.other > counts.han) return session ?? (counts.words > 0 && counts.han === 0 ? 'en' : 'zh-Hans');
  if (counts.han === 0) return detectLatin(maskedText, counts, session);
  if (!isCarriedByChinese(counts, session)) return 'en';
  if (counts.traditional > counts.simplified) return 'zh-Hant';
  if (counts.simplified > 0 || session === 'zh-Hans') return 'zh-Hans';
  return session === 'zh-Hant' || REGIONAL_WORD.test(maskedText) ? 'zh-Hant' : 'zh-Hans';
}

/** Words of Taiwan and Hong Kong in characters both scripts share; they decide only where nothing is known of the writer. */
const REGIONAL_WORD =
  /掰掰|午安|安安|早晨|普普|麻麻地|超商|宅配|配達|高雄|台北|台中|台南|新竹|沙田|旺角|荃[灣湾]|[未咩啩]？|[\u3105-\u312f]/;

interface ScriptCounts {
  han: number;
  /** Characters only Traditional Chinese or written Cantonese uses. */
  traditional: number;
  simplified: number;
  /** Kana, hangul, Cyrillic, Thai, Arabic …: letters of languages the product does not speak. */
  other: number;
  /** Latin words. */
  words: number;
}

/** 妳 is Taiwan's; the rest is written Cantonese, which Hong Kong writes and a mainland chat does not. 么 is in Big5, but nobody uses it there. */
const traditional = new Set([...ONLY_TRADITIONAL, ...'妳咗喺冇嘢嚟嗰佢哋啲唔咁噉乜睇俾攞搵啱嘥㗎𨋢瞓嗌撳揸係咩喎嘅咧']);
const simplified = new Set([...ONLY_SIMPLIFIED, '么']);

/** Enough of a text to know its language by. */
const LONGEST_READ = 600;

function countScripts(maskedText: string): ScriptCounts {
  const counts: ScriptCounts = { han: 0, traditional: 0, simplified: 0, other: 0, words: 0 };
  const text = maskedText.slice(0, LONGEST_READ);
  for (const character of text) {
    if (character < '\u0250') continue;
    if (traditional.has(character)) counts.traditional += 1;
    else if (simplified.has(character)) counts.simplified += 1;
    if (HAN.test(character)) counts.han += 1;
    else if (OTHER_LETTER.test(character)) counts.other += 1;
  }
  counts.words = text.match(LATIN_WORD)?.length ?? 0;
  return counts;
}

const HAN = /\p{Script=Han}/u;
/** Bopomofo is Taiwan's typing slang, Common covers punctuation and private use. */
const OTHER_LETTER = /(?!\p{Script=Latin}|\p{Script=Han}|\p{Script=Bopomofo}|の)\p{L}/u;
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*/gu;

/** Two characters make about one word. A Chinese session needs a real English sentence around a Chinese name to leave Chinese. */
function isCarriedByChinese({ han, words }: ScriptCounts, session: Locale | undefined): boolean {
  if (session === 'en') return han >= words;
  return han * 3 >= words;
}

function detectLatin(maskedText: string, { words }: ScriptCounts, session: Locale | undefined): Locale {
  if (words === 0) return session ?? 'zh-Hans';
  if (session === undefined || session === 'en') return 'en';
  const tokens = (maskedText.slice(0, LONGEST_READ).toLowerCase().match(LATIN_WORD) ?? []).filter((word) => !NEUTRAL_WORDS.has(word));
  const known = tokens.filter((word) => ENGLISH_WORDS.has(word.replace('’', "'"))).length;
  return tokens.length >= 2 && known * 3 >= tokens.length ? 'en' : session;
}
