import { normalizeForFeatures } from './normalize.ts';

/** Which features are taken; the defaults are the set that measured best (nlp/README.md). */
export interface FeatureOptions {
  /** Longest run of Chinese characters that is one feature. */
  readonly hanGrams: number;
  readonly wordBigrams: boolean;
  /** Longest run of letters inside a word; 3 is the shortest. */
  readonly letterGrams: number;
}

export const DEFAULT_FEATURES: FeatureOptions = { hanGrams: 2, wordBigrams: true, letterGrams: 4 };

/**
 * The names of the features of a masked text, each once, in order of appearance.
 * @param maskedText entities already replaced by private-use characters (nlp/numbers/entities.ts)
 */
export function listFeatures(maskedText: string, options: FeatureOptions = DEFAULT_FEATURES): Set<string> {
  const names = new Set<string>();
  const text = normalizeForFeatures(maskedText);
  let previous = '^';
  for (const [token] of text.matchAll(TOKEN)) {
    const first = token.charCodeAt(0);
    if (first >= 0x3040 && first <= 0x9fff) {
      addHan(token, names, options);
      previous = '汉';
      continue;
    }
    const word = first >= 0x30 && first <= 0x39 && token.length > 1 ? '00' : token;
    names.add(word);
    if (options.wordBigrams) names.add(`${previous} ${word}`);
    if (token.length > 2) addLetterGrams(token, names, options.letterGrams);
    previous = word;
  }
  if (options.wordBigrams && previous !== '汉') names.add(`${previous} $`);
  return names;
}

/** Chinese and kana runs; words with inner apostrophes; numbers; entity and emoji marks; the punctuation that carries a mood. */
const TOKEN = /[\u3040-\u30ff\u3400-\u9fff]+|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{M}'])+|\d+|[\ue000-\uf8ff]|[?!/%$]+|\.{2}/gu;

function addHan(run: string, names: Set<string>, { hanGrams }: FeatureOptions): void {
  const padded = `^${run}$`;
  for (let at = 0; at < padded.length; at += 1) {
    for (let length = 1; length <= hanGrams && at + length <= padded.length; length += 1) {
      const gram = padded.slice(at, at + length);
      if (gram !== '^' && gram !== '$') names.add(gram);
    }
  }
}

function addLetterGrams(word: string, names: Set<string>, longest: number): void {
  const padded = `<${word}>`;
  for (let length = 3; length <= longest; length += 1) {
    for (let at = 0; at + length <= padded.length; at += 1) names.add(`~${padded.slice(at, at + length)}`);
  }
}
