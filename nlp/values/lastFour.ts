import { HAN_DIGITS, SPOKEN_DIGITS } from '../numbers/spokenDigits.ts';
import { keepStanding } from './corrections.ts';

const END_OF_PHONE =
  /(?:尾[号数]|末尾|[后末最尾]{1,2}[四4](?:位|码|个)?(?:数字?|号码)?|last (?:four|4)(?: digits?| numbers?)?(?: of (?:my|the) (?:phone|mobile|number))?|(?:ends?|ending|finish(?:es|ing)?)(?: in| with)?)(?:[是为系:： 的就]|is|are|it's|手机|电话|号码){0,6}$/;
/** Money, years and times have four digits too. */
const OTHER_AFTER = /^ ?(?:年|元|块|圆|蚊|刀|欧|镑|日元|万|千|点|[.,:：]\d|[-/]\d|usd|hkd|twd|eur|gbp|yuan|dollars?|pounds?|euros?)/;
const OTHER_BEFORE = /(?:[¥$€£] ?|\d[.,:/-]|#)$/;
const DIGIT_WORD = new RegExp(`(?<![a-z])(?:(double|triple) )?(${Object.keys(SPOKEN_DIGITS).join('|').toLowerCase()})(?![a-z])`, 'g');

interface FourDigits {
  readonly digits: string;
  readonly isNamed: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * Four digits meant as the end of a phone: `1234`, 尾号 1234, spoken 一三五八 or "double oh one two", 12 34. `plain` is a readable text
 * without its waybills, orders and phones. Of several the one that is called so or the last correction; undefined where neither tells.
 */
export function findLastFour(plain: string): { readonly digits: string; readonly isNamed: boolean } | undefined {
  const spelt = spell(plain);
  const whole = findRuns(spelt);
  const runs = whole.length > 0 ? whole : findRuns(spelt.replace(/(?<=\d)[ -]{1,3}(?=\d)/g, ''));
  const named = runs.filter(({ isNamed }) => isNamed);
  const kept = keepStanding(named.length > 0 ? named : runs, spelt);
  const [only] = kept;
  return only && kept.every(({ digits }) => digits === only.digits) ? only : undefined;
}

/** Digits in words as digits; not as long as before. */
function spell(plain: string): string {
  const chinese = plain.replace(/[零〇洞一壹幺么二两贰三叁四肆五伍六陆七拐八捌九玖勾]/g, (sign) => HAN_DIGITS[sign] ?? sign);
  return chinese.replace(DIGIT_WORD, (_word, times: string | undefined, digit: string) =>
    (SPOKEN_DIGITS[digit.toUpperCase()] ?? '').repeat(times === 'triple' ? 3 : times === 'double' ? 2 : 1),
  );
}

function findRuns(text: string): readonly FourDigits[] {
  return [...text.matchAll(/(?<![\da-z])\d{4}(?![\da-z])/g)].flatMap(({ 0: digits, index: start }) => {
    const end = start + digits.length;
    const before = text.slice(Math.max(0, start - 40), start);
    const isNamed = END_OF_PHONE.test(before);
    if (!isNamed && (OTHER_AFTER.test(text.slice(end, end + 8)) || OTHER_BEFORE.test(before))) return [];
    return [{ digits, isNamed, start, end }];
  });
}
