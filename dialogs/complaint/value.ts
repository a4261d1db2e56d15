import type { Money } from '../../core/money.ts';
import { decimalsOf } from '../../core/money.ts';
import type { Locale, Understanding } from '../../core/types.ts';
import type { Turn } from '../turn.ts';

/**
 * The sum in an answer to "what was it worth?": an amount that was understood, else a bare number, which only such a question
 * makes a sum. `currency` is taken where the words name none. Undefined for no number, for zero and for more than ten million.
 */
export function parseMoney({ text, entities, locale }: Understanding, currency: string): Money | undefined {
  const plain = text.normalize('NFKC').toLowerCase();
  const ours = dollarsOf(plain, locale) ?? currency;
  const known = entities.find(({ type }) => type === 'amount')?.value;
  if (known) {
    const [first = '', second] = known.split(' ');
    return toMoney(Number(second ?? first), second ? first : ours);
  }
  const digits = /(?<![\d.a-z-])(\d{1,3}(?:,\d{3}){1,5}|\d{1,8})(?:\.(\d{1,2}))?(?![\d-])\s{0,3}([万萬千k])?/.exec(plain);
  const han = digits ? undefined : /[一二两兩三四五六七八九十][一二两兩三四五六七八九十百千万萬零]*/.exec(plain)?.[0];
  const number = digits ? Number(`${(digits[1] ?? '').replaceAll(',', '')}.${digits[2] ?? 0}`) * timesOf(digits[3]) : han && readHan(han);
  return number ? toMoney(number, ours) : undefined;
}

const WORTH =
  /(?:值|价值|價值|价格|價格|原价|原價|总价|總價|花了?|买(?:的|来|成)?|買(?:的|來|成)?|worth|costs?|paid|valued?(?: at)?)[^\d，。,.一二两兩三四五六七八九十]{0,8}(?:us|hk|nt|jp)?[$€£¥]?\s?[\d一二两兩三四五六七八九十][\d,.百千万萬零k一二三四五六七八九]*\s?(?:元|块|塊|港币|港幣|台币|台幣|蚊|dollars?|yuan|rmb|hkd|twd|usd)?/i;

/** What a story says the goods were worth: 值300块, "worth £80". */
export function findValue(turn: Pick<Turn, 'understand'>, story: string): Money | undefined {
  const words = WORTH.exec(story.normalize('NFKC'))?.[0];
  return words === undefined ? undefined : parseMoney({ ...turn.understand(words), text: words }, 'CNY');
}

const MOST = 10_000_000;

function toMoney(number: number, currency: string): Money | undefined {
  if (!Number.isFinite(number) || number <= 0 || number > MOST) return undefined;
  return { minor: Math.round(number * 10 ** decimalsOf(currency)), currency };
}

const timesOf = (word: string | undefined): number => (word === '万' || word === '萬' ? 10_000 : word ? 1000 : 1);

/** A dollar whose country is not said is Hong Kong's where Chinese is written in full, else America's. */
function dollarsOf(plain: string, locale: Locale): string | undefined {
  if (!/\$|dollar|buck/.test(plain)) return undefined;
  return locale === 'zh-Hant' ? 'HKD' : 'USD';
}

const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 三百 300, 一千二 1200, 两万五 25000. */
function readHan(han: string): number {
  let total = 0;
  let digit = 0;
  let unit = 1;
  for (const sign of han.replaceAll(/[两兩]/g, '二').replaceAll('萬', '万')) {
    const value = '一二三四五六七八九'.indexOf(sign) + 1;
    if (value > 0) digit = value;
    else if (sign === '万') {
      total = (total + digit) * 10_000;
      digit = 0;
      unit = 10_000;
    } else if (sign === '零') unit = 1;
    else {
      unit = UNITS[sign] ?? 1;
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  // 一千二 is 1200: the last digit counts in the next smaller unit.
  return total + digit * (unit > 1 ? unit / 10 : 1);
}
