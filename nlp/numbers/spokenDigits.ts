import type { Folded } from './fold.ts';

/** Digits as they are written and spoken in Chinese, also over the radio. */
export const HAN_DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  洞: '0',
  一: '1',
  壹: '1',
  幺: '1',
  么: '1',
  二: '2',
  两: '2',
  兩: '2',
  贰: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  拐: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
  勾: '9',
};
/** The same in English, upper case. */
export const SPOKEN_DIGITS: Readonly<Record<string, string>> = {
  ZERO: '0',
  OH: '0',
  O: '0',
  NOUGHT: '0',
  ONE: '1',
  TWO: '2',
  THREE: '3',
  FOUR: '4',
  FIVE: '5',
  SIX: '6',
  SEVEN: '7',
  EIGHT: '8',
  NINE: '9',
};

const ENGLISH: Readonly<Record<string, string>> = { ...SPOKEN_DIGITS, PLUS: '+' };

const HAN_DIGIT = `[${Object.keys(HAN_DIGITS).join('')}]`;
// ONE before O, which begins it.
const WORDS = Object.keys(ENGLISH)
  .sort((a, b) => b.length - a.length)
  .join('|');
const WORD = `(?:(?:DOUBLE|TRIPLE)[ -])?(?:${WORDS})`;
/** Arabic digits may stand at either end (138零零…), but no whole phone: the 三 of 张三13800001234 is a name. */
const SPOKEN = new RegExp(
  `(?:(?<!\\d)\\d{1,4}[ -]?)?${HAN_DIGIT}(?:[ 、，,-]?${HAN_DIGIT}){3,19}(?:[ -]?\\d{1,4}(?!\\d))?|(?<![A-Z])${WORD}(?:[ ,-]{1,2}${WORD}){5,19}(?![A-Z])`,
  'g',
);
/** The shortest phone; fewer are counted things. */
const FEWEST = 7;
const ANY = new RegExp(`[${Object.keys(HAN_DIGITS).join('')}]|(?:ZERO|OH|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE)[ ,-]`);
const TOKEN = new RegExp(`\\d|${HAN_DIGIT}|${WORD}`, 'g');

/** A folded text with runs of digits in words as digits, its offsets still leading to the original. The same object when there are none. */
export function spellDigits(folded: Folded): Folded {
  if (!ANY.test(folded.text)) return folded;
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  const add = (characters: string, start: number, end: number): void => {
    for (const character of characters) {
      text += character;
      starts.push(start);
      ends.push(end);
    }
  };
  const copy = (from: number, to: number): void => {
    for (let index = from; index < to; index += 1) {
      text += folded.text.charAt(index);
      starts.push(index);
      ends.push(index + 1);
    }
  };
  let done = 0;
  for (const run of folded.text.matchAll(SPOKEN)) {
    const tokens = [...run[0].matchAll(TOKEN)];
    if (tokens.reduce((count, [token]) => count + spell(token).length, 0) < FEWEST) continue;
    copy(done, run.index);
    for (const token of tokens) add(spell(token[0]), run.index + token.index, run.index + token.index + token[0].length);
    done = run.index + run[0].length;
  }
  if (done === 0) return folded;
  copy(done, folded.text.length);
  return {
    original: folded.original,
    text,
    toOriginal: ({ start, end }) => {
      const first = starts[start] ?? folded.text.length;
      return folded.toOriginal({ start: first, end: end > start ? (ends[end - 1] ?? folded.text.length) : first });
    },
  };
}

function spell(token: string): string {
  const [, times, word = ''] = /^(?:(DOUBLE|TRIPLE)[ -])?(.+)$/.exec(token) ?? [];
  const digit = HAN_DIGITS[word] ?? ENGLISH[word] ?? word;
  return digit.repeat(times === 'TRIPLE' ? 3 : times === 'DOUBLE' ? 2 : 1);
}
