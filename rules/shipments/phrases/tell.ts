import { ONLY_SIMPLIFIED, ONLY_TRADITIONAL } from '../../../core/generated/hanVariants.ts';
import { t } from '../../../core/i18n.ts';
import { maskPhonesIn } from '../../../core/maskPhones.ts';
import type { Locale, Text } from '../../../core/types.ts';
import type { Paper, Slot } from './phrase.ts';
import { tellPlace, tellPoint } from './places.ts';
import { type Part, readPhrases } from './read.ts';
import { tellSigner } from './signers.ts';
import { papersIn } from './slots.ts';
import { tellWhen, toCount } from './when.ts';

const OTHERS: Readonly<Record<'zh-Hans' | 'zh-Hant', ReadonlySet<string>>> = {
  'zh-Hans': new Set(ONLY_TRADITIONAL),
  'zh-Hant': new Set(ONLY_SIMPLIFIED),
};

/** Whether a reader of the locale reads these words as they stand; names of places in brackets do not make a language. */
export function isIn(locale: Locale, text: string): boolean {
  const isChinese = /\p{Script=Han}/u;
  const words = text.replace(/\[[^[\]]{0,60}\]|【[^【】]{0,60}】/gu, '');
  if (locale === 'en') return !isChinese.test(text);
  const isSentence = isChinese.test(words) || !/[a-z]{3}/i.test(words);
  return isSentence && isChinese.test(text) && !Array.from(text).some((character) => OTHERS[locale].has(character));
}

/** How what is not understood is marked. */
const OWN_WORDS: Text = t('承运商原文：“{words}”', '承運商原文：「{words}」', 'in the carrier’s words: “{words}”');

/**
 * A carrier's text in the customer's language; as it stands where it is in that language already. What is not understood stays as it is
 * and is marked so.
 * @param text masked for its reader
 */
export function tellText(text: string, locale: Locale): string {
  if (isIn(locale, text)) return text;
  const key = `${locale}${text}`;
  const known = told.get(key);
  if (known !== undefined) return known;
  if (told.size >= MOST_TOLD) told.clear();
  const sentence = retell(text, locale);
  told.set(key, sentence);
  return sentence;
}

/** Reading takes a tenth of a millisecond, and most scans of a day are worded alike: what was told is kept. */
const told = new Map<string, string>();
/** Past it all are forgotten: about a megabyte. */
const MOST_TOLD = 2000;

function retell(text: string, locale: Locale): string {
  const parts = readPhrases(text);
  const clauses = parts.map((part, index) => ({ text: tellPart(part, locale), isHead: index === 0 && isHead(part) }));
  const [head, ...rest] = clauses[0]?.isHead ? clauses : [undefined, ...clauses];
  const told = [...new Set(rest.map((each) => each?.text ?? ''))];
  // Delivered; delivered, signed for by …
  const sentence = told.filter((each, index) => !isBegunBy(each, told[index + 1])).join(locale === 'en' ? '; ' : '，');
  if (locale !== 'en') return `${head ? `【${head.text}】` : ''}${sentence}`;
  return `${head ? `[${head.text}]${sentence === '' ? '' : ' '}` : ''}${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

const isBegunBy = (clause: string, next = ''): boolean => next.startsWith(`${clause}，`) || next.startsWith(`${clause}, `);

const isHead = (part: Part): boolean => 'phrase' in part && part.phrase.text.en === '{place}';

/** One clause, in a sentence's middle. */
export function tellPart(part: Part, locale: Locale): string {
  if ('original' in part) return OWN_WORDS[locale].replace('{words}', () => part.original);
  const { phrase, slots } = part;
  const isFilled = (names: string): boolean =>
    Array.from(names.matchAll(/\{(\w+)\}/g)).every(([, name]) => slots[name as Slot] !== undefined);
  return phrase.text[locale]
    .replace(/\[([^\]]{1,40})\]/g, (_, optional: string) => (isFilled(optional) ? optional : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => tellSlot(name as Slot, slots[name as Slot] ?? '', locale));
}

const PAPER_NAMES: Readonly<Record<Paper, Text>> = {
  commercial_invoice: t('商业发票', '商業發票', 'the commercial invoice'),
  identity: t('身份证明', '身分證明', 'proof of identity'),
  real_name: t('实名认证', '實名認證', 'the real-name registration'),
  tax_number: t('税号（或 EORI 号）', '稅籍編號（或 EORI）', 'the tax or EORI number'),
  safety_sheet: t('安全数据表（MSDS）', '安全資料表（MSDS）', 'the safety data sheet (MSDS)'),
  goods_code: t('海关编码（HS）', '稅則號列（HS）', 'the HS code'),
  description: t('物品说明', '物品說明', 'a description of the goods'),
  proof_of_payment: t('付款凭证', '付款憑證', 'a proof of payment'),
  licence: t('进出口许可', '進出口許可', 'the licence'),
  power_of_attorney: t('报关委托书', '報關委託書', 'the power of attorney'),
  other_papers: t('清关资料', '清關文件', 'customs papers'),
};

/** Papers by name, as in a sentence. */
export function tellPapers(papers: readonly Paper[], locale: Locale): string {
  const names = papers.map((paper) => PAPER_NAMES[paper][locale]);
  return names.join(locale === 'en' ? ' and ' : '、');
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/人民币|人民幣/u, 'CNY'],
  [/新?台币|新?台幣|新?臺幣/u, 'TWD'],
  [/港币|港幣|港元/u, 'HKD'],
  [/美元/u, 'USD'],
  [/欧元|歐元/u, 'EUR'],
  [/英镑|英鎊/u, 'GBP'],
  [/日元|日圓/u, 'JPY'],
];

/** A sum with its currency in Latin letters; 元 alone is the yuan of whoever writes it. */
function tellSum(value: string): string {
  const [chinese, code] = CURRENCIES.find(([pattern]) => pattern.test(value)) ?? [];
  const sum = value
    .replace(chinese ?? '', '')
    .replace('元', '')
    .trim();
  if (code) return `${code} ${sum}`;
  return value.includes('元') && /^[\d.,]+$/.test(sum) ? `${sum} yuan` : sum;
}

function tellSlot(slot: Slot, value: string, locale: Locale): string {
  switch (slot) {
    case 'place':
    case 'next':
      return tellPlace(value, locale);
    case 'point':
      return tellPoint(value, locale);
    case 'who':
      return tellSigner(value, locale);
    case 'phone':
      return maskPhonesIn(value.trim());
    case 'when':
      return tellWhen(value, locale);
    case 'count':
      return toCount(value);
    case 'amount':
      return locale === 'en' ? tellSum(value) : value.trim();
    case 'papers':
      return tellPapers(papersIn(value), locale);
    default:
      return value;
  }
}
