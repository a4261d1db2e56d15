/*
 * Numbers in words, as far as days, hours and prices need them: Chinese up to 亿, English up to a million.
 */
const HAN_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 亿: 100_000_000 };

/** Characters of a Chinese number in simplified form, for building patterns. */
export const HAN_NUMBER = '[〇零一二两三四五六七八九十廿百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]';

/**
 * A number in Arabic or (simplified) Chinese digits: 31, 1.5, 三十一, 二〇二六, 三千八 (a unit left out at the end: 3,800), 2万, 廿五.
 * Undefined for anything else.
 */
export function readNumber(text: string): number | undefined {
  const plain = text.replace(/,(?=\d{3})/g, '').replaceAll('廿', '二十');
  if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  const mixed = /^(\d+(?:\.\d+)?)([百千万亿])$/.exec(plain);
  if (mixed) return Number(mixed[1]) * (HAN_UNITS[mixed[2] ?? ''] ?? 1);
  const characters = [...plain];
  if (characters.every((each) => each in HAN_DIGITS)) return Number(characters.map((each) => HAN_DIGITS[each]).join(''));
  return readHan(characters);
}

function readHan(characters: readonly string[]): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  for (const each of characters) {
    const unit = HAN_UNITS[each];
    if (unit === undefined) {
      const value = HAN_DIGITS[each];
      if (value === undefined) return undefined;
      if (value === 0) lastUnit = 1;
      else digit = value;
      continue;
    }
    if (unit >= 10_000) {
      total = (total + section + (digit ?? 0)) * unit;
      section = 0;
    } else section += (digit ?? 1) * unit;
    digit = undefined;
    lastUnit = unit;
  }
  // 三千八 is 3,800; 三千零八 is 3,008; 十八 is 18.
  return total + section + (digit ?? 0) * (lastUnit > 10 ? lastUnit / 10 : 1);
}

const ENGLISH_SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A pattern of an English number in words, case to be ignored: `a hundred and twenty-five`. Bounded, so a scan stays linear. */
export const ENGLISH_NUMBER = (() => {
  const word = `(?:${[...ENGLISH_SMALL, ...ENGLISH_TENS, 'hundred', 'thousand', 'million'].sort((a, b) => b.length - a.length).join('|')})`;
  return `(?:an? (?=hundred|thousand|million))?${word}(?:(?: and |[ -])${word}){0,8}`;
})();

/** `two thousand five hundred` → 2500; undefined when a word is no number. */
export function readEnglishNumber(text: string): number | undefined {
  let total = 0;
  let section = 0;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    if (word === 'and' || word === 'a' || word === 'an') continue;
    const small = ENGLISH_SMALL.indexOf(word);
    const tens = ENGLISH_TENS.indexOf(word);
    if (small >= 0) section += small;
    else if (tens >= 0) section += (tens + 2) * 10;
    else if (word === 'hundred') section = (section || 1) * 100;
    else if (word === 'thousand' || word === 'million') {
      total += (section || 1) * (word === 'thousand' ? 1000 : 1_000_000);
      section = 0;
    } else return undefined;
  }
  return total + section;
}
