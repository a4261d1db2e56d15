import type { Entity, Locale } from '../core/types.ts';
import { toSimplified } from './normalize.ts';
import { ENGLISH_NUMBER, HAN_NUMBER, readEnglishNumber, readNumber } from './numberWords.ts';

/** A sum of money. `value` is `CNY 199.00`, or `2000.00` where no word says of what. */
export interface FoundAmount extends Entity {
  readonly type: 'amount';
  /** In the currency's smallest unit: fen and cents, whole yen. */
  readonly minorUnits: number;
  /** ISO 4217; undefined where the words fit several (元 in traditional script, $ there, 2千 anywhere). */
  readonly currency: string | undefined;
}

const LONGEST_READ = 1000;

/** Sums of money in a text, in order: ¥199, 一百五十块, 三千八, HK$20, 20蚊, fifty dollars. The locale settles what 元, 块 and $ are. */
export function findAmounts(text: string, locale: Locale): readonly FoundAmount[] {
  const read = text.slice(0, LONGEST_READ);
  if (!AMOUNT_WORD.test(read)) return [];
  const plain = toReadable(read);
  const found: FoundAmount[] = [];
  for (const match of plain.matchAll(AMOUNT)) {
    const amount = toAmount(match, locale);
    if (amount) found.push(amount);
  }
  return found;
}

/** Before the costly pattern: a currency, or a Chinese thousand that may stand without one. */
const AMOUNT_WORD =
  /[¥￥$＄€£元圆圓块塊蚊文毛角千万萬刀]|rmb|cny|usd|hkd|twd|ntd|mop|eur|gbp|jpy|sgd|dollars?|bucks?|yuan|euros?|pounds?|quid|cents?|港[币幣纸紙]|台[币幣]|[日韩韓]|円|francs?|rupees?|won|baht|pesos?|ringgit|卢[布比]|盧[布比]|盾|[泰][铢銖]|林吉特|迪拉姆|chf|krw|thb|inr|rub|myr|cad|aud|nzd|vnd|idr|php|aed/i;

const PREFIXES: readonly (readonly [string, string | undefined])[] = [
  ['nt\\$|twd|ntd|新?台币', 'TWD'],
  ['hk\\$|hkd|港币', 'HKD'],
  ['mop\\$?', 'MOP'],
  ['us\\$|usd|美元|美金', 'USD'],
  ['s\\$|sgd', 'SGD'],
  ['jp¥|jpy|日元', 'JPY'],
  ['rmb|cny|cn¥|人民币|¥', 'CNY'],
  ['€|eur', 'EUR'],
  ['£|gbp', 'GBP'],
  ['\\$', undefined],
];
const SUFFIXES: readonly (readonly [string, string | undefined])[] = [
  ['港币|港元|港纸|蚊鸡?|hkd|hk dollars?|hong kong dollars?', 'HKD'],
  ['新?台币|nt dollars?|twd|ntd|taiwan dollars?', 'TWD'],
  ['澳门[币元]|mop|patacas?', 'MOP'],
  ['美元|美金|美刀|刀(?![具子片叉架剪])|usd|us dollars?', 'USD'],
  ['欧元|euros?|eur', 'EUR'],
  ['英镑|pounds?(?! of weight)|quid|gbp', 'GBP'],
  ['日元|日圆|円|yen|jpy', 'JPY'],
  ['新币|sgd', 'SGD'],
  ['韩元|韩币|(?:korean )?won|krw', 'KRW'],
  ['泰铢|(?:thai )?baht|thb', 'THB'],
  ['林吉特|马币|(?:malaysian )?ringgit|myr', 'MYR'],
  ['越南盾|(?:vietnamese )?dong|vnd', 'VND'],
  ['印尼盾|(?:indonesian )?rupiah|idr', 'IDR'],
  ['菲律宾比索|php', 'PHP'],
  ['卢比|(?:indian )?rupees?|inr', 'INR'],
  ['卢布|(?:russian )?rub(?:les?)?', 'RUB'],
  ['瑞士法郎|swiss francs?|chf', 'CHF'],
  ['迪拉姆|dirhams?|aed', 'AED'],
  ['加元|加币|canadian dollars?|cad', 'CAD'],
  ['澳元|澳币|australian dollars?|aud', 'AUD'],
  ['纽币|新西兰元|new zealand dollars?|nzd', 'NZD'],
  ['元人民币|块人民币|人民币|rmb|cny|yuan|kuai', 'CNY'],
  ['dollars?|bucks?', 'dollar'],
  ['块钱|块(?![石布板肉砖玻糖皂屏木巧蛋电手地漆皮儿])|元|圆|文(?![件档字章化])', undefined],
];

/** A weight or a length: 2千克 is no money. */
const NOT_COUNTED = '(?![\\u3400-\\u9fffa-z\\d]|[,.]\\d)|(?=(?:左右|以内|以上|以下|吧|的|了|啊|呢|嘅|够|可以))';
const source = (table: readonly (readonly [string, string | undefined])[]): string => table.map(([words]) => words).join('|');
const DIGITS = '\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,2})?|\\d{1,9}(?:\\.\\d{1,2})?';
const HAN = `${HAN_NUMBER}{1,12}`;
const AMOUNT = new RegExp(
  [
    `(?<![a-z])(?<before>${source(PREFIXES)}) ?(?<after>${DIGITS}|${HAN})(?<times>[千万k](?![a-z克米瓦]))?(?!\\d)`,
    `(?<![\\d.a-z]|\\d,)(?<count>${DIGITS}|${HAN})(?<scale>[千万k])? ?(?:(?<unit>${source(SUFFIXES)})(?![a-z])(?!头)(?:(?<tail>\\d|[一二三四五六七八九])(?:(?<dime>[毛角])(?:(?<cent>[1-9一二三四五六七八九])分?)?|(?![\\d点号月年个件分天公千百十斤])))?)`,
    `(?<![\\d.]|[a-z])(?<dimes>\\d|[一二两三四五六七八九])[毛角](?:钱)?(?![\\u3400-\\u9fff])`,
    `(?<![a-z])(?<words>(?:a )?${ENGLISH_NUMBER}) (?<english>${source(SUFFIXES)})(?![a-z])`,
    `(?<![\\d.])(?<cents>\\d{1,3}) ?cents?(?![a-z])`,
    `(?<![\\d.第]|${HAN_NUMBER})(?<bare>\\d{1,3}(?:\\.\\d)?[千万]|[一二两三四五六七八九]千[一二三四五六七八九]百?|[一二两三四五六七八九][千万](?:[一二三四五六七八九])?)(?:${NOT_COUNTED})`,
  ].join('|'),
  'g',
);

function toAmount(match: RegExpMatchArray, locale: Locale): FoundAmount | undefined {
  const groups = match.groups ?? {};
  const number = numberOf(groups);
  if (number === undefined) return undefined;
  const currency = currencyOf(groups, locale);
  const start = match.index ?? 0;
  return createAmount(number, currency, start, start + match[0].length);
}

function numberOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const { after, times, count, scale, tail, dime, cent, dimes, words, cents, bare } = groups;
  if (words) return readEnglishNumber(words);
  if (cents) return Number(cents) / 100;
  if (dimes) return (readNumber(dimes) ?? 0) / 10;
  if (bare) return readNumber(bare);
  const whole = readNumber(after ?? count ?? '');
  if (whole === undefined) return undefined;
  // 三块五 and 3块5毛 are 3.50; 一百五十块 has no tail.
  const small = (tail ? (readNumber(tail) ?? 0) / 10 : 0) + (dime && cent ? (readNumber(cent) ?? 0) / 100 : 0);
  return whole * scaleOf(times ?? scale) + small;
}

function scaleOf(word: string | undefined): number {
  return word === '万' ? 10_000 : word ? 1000 : 1;
}

function currencyOf(
  { before, unit, english, dimes, cents }: Readonly<Record<string, string | undefined>>,
  locale: Locale,
): string | undefined {
  const known = before ? lookUp(PREFIXES, before) : lookUp(SUFFIXES, unit ?? english ?? '');
  const isDollar = known === 'dollar' || before === '$' || cents !== undefined;
  // A Hong Kong or Taiwan customer's dollar is not the American one.
  if (isDollar) return locale === 'zh-Hant' ? undefined : 'USD';
  if (known) return known;
  return (unit || dimes) && locale !== 'zh-Hant' ? 'CNY' : undefined;
}

function lookUp(table: readonly (readonly [string, string | undefined])[], word: string): string | undefined {
  return table.find(([words]) => new RegExp(`^(?:${words})$`).test(word))?.[1];
}

function createAmount(number: number, currency: string | undefined, start: number, end: number): FoundAmount | undefined {
  const digits = currency === 'JPY' || currency === 'KRW' || currency === 'VND' ? 0 : 2;
  const minorUnits = Math.round(number * 10 ** digits);
  if (!Number.isSafeInteger(minorUnits)) return undefined;
  const shown = (minorUnits / 10 ** digits).toFixed(digits);
  return { type: 'amount', value: currency ? `${currency} ${shown}` : shown, minorUnits, currency, start, end };
}

/** Same length, so that offsets keep: simplified characters, small ASCII letters, full-width digits and signs as ASCII. */
function toReadable(text: string): string {
  return toSimplified(text).replace(/[A-Z\uff01-\uff5e\u3000￥]/g, (character) => {
    if (character === '￥') return '¥';
    if (character === '\u3000') return ' ';
    const code = character.charCodeAt(0);
    return (code > 0x7f ? String.fromCharCode(code - 0xfee0) : character).toLowerCase();
  });
}
