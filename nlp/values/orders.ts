import { unitAfter, unitBefore } from './currencies.ts';

/** A word of letters, digits and the signs shops put between them. */
const WORD = /(?<![0-9a-z_-])[a-z0-9](?:[a-z0-9]|[#_-](?=[a-z0-9])){3,39}(?![0-9a-z])/g;
const DATE = /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}$|^\d{1,2}-\d{1,2}-(?:19|20)\d{2}$/;
const FEWEST_DIGITS = 5;
const FEWEST_DIGITS_WITH_LETTERS = 4;

/**
 * An order number in any form, once one is asked for: 7612345678901, SO#20991, HK-ORD-8891. `plain` is a readable text without what is
 * read as something else. The longest where there are several; upper case. Undefined for none.
 */
export function findOrder(plain: string): string | undefined {
  const words = [...plain.matchAll(WORD)].filter(({ 0: word, index }) => isOrder(word, plain, index)).map(([word]) => word);
  return words.sort((a, b) => b.length - a.length)[0]?.toUpperCase();
}

function isOrder(word: string, plain: string, start: number): boolean {
  const digits = word.replace(/\D/g, '').length;
  const hasLetters = /[a-z]/.test(word);
  if (digits < (hasLetters ? FEWEST_DIGITS_WITH_LETTERS : FEWEST_DIGITS) || DATE.test(word)) return false;
  if (hasLetters && digits < word.length / 3) return false;
  return !unitBefore(plain, start) && !unitAfter(plain, start + word.length);
}
