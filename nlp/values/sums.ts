import type { Locale } from '../../core/types.ts';
import type { Exactness, GivenSum } from '../../core/values.ts';
import { currencyOf, type Unit, unitAfter, unitBefore } from './currencies.ts';
import { type Figure, findFigures } from './figures.ts';
import { toReadable } from './readable.ts';
import { isDateLike, isSumByItself } from './surroundings.ts';

/** Whose money is meant where the words leave it open. */
export interface SumContext {
  readonly locale: Locale;
  /** The customer's, ISO 3166-1 alpha-2; undefined while nobody knows. */
  readonly country?: string | undefined;
}

/** A sum as it stands in the text; `plain` is that text made readable. */
export interface FoundSums {
  readonly sums: readonly GivenSum[];
  readonly plain: string;
}

/** Longer messages are read so far. */
const LONGEST_READ = 4000;

/**
 * Every sum of a text, in order, with what the words around say of it: exact or not, in which currency, of what. Entities that are no
 * sums (waybills, phones) must be blanked out before.
 */
export function findSums(text: string, context: SumContext): FoundSums {
  const plain = toReadable(text.slice(0, LONGEST_READ));
  const sums: GivenSum[] = [];
  for (const figure of findFigures(plain)) {
    const sum = toSum(figure, plain, sums.at(-1)?.end ?? 0, context);
    if (sum) sums.push(sum);
  }
  return { sums: joinRanges(sums, plain), plain };
}

function toSum(figure: Figure, plain: string, from: number, { locale, country }: SumContext): GivenSum | undefined {
  const before = unitBefore(plain, figure.start);
  const priced = before ? undefined : readPrice(figure, plain);
  const unit = before?.unit ?? priced?.unit ?? slangOf(figure, plain);
  const start = before?.start ?? figure.start;
  const end = priced?.end ?? figure.end;
  if (start < from || isDateLike(plain, figure)) return undefined;
  if (unit === undefined && !isSumByItself(plain, figure)) return undefined;
  const amount = priced?.amount ?? figure.amount;
  const currency = unit === undefined ? undefined : currencyOf(unit, locale, country);
  if (amount <= 0 || amount > (LARGE.has(currency ?? '') ? MOST_SMALL_MONEY : MOST)) return undefined;
  const ahead = plain.slice(Math.max(from, start - REACH), start);
  const lead = from > 0 ? ahead.replace(FEE_BEHIND, '') : ahead;
  const tail = plain.slice(end, end + REACH);
  const of = subjectOf(lead, tail);
  return {
    ...{
      amount,
      currency,
      exactness: exactnessOf(figure, lead, tail, plain),
      isBare: unit === undefined && !isWrittenAsSum(figure, plain),
    },
    ...(unit === 'dollar' && currency === undefined ? { isDollar: true } : {}),
    ...(of ? { of } : {}),
    ...{ start, end },
  };
}

/** 两嚿水 names its money: Hong Kong's. */
const slangOf = ({ start, end }: Figure, plain: string): Unit | undefined =>
  /[旧嚿撇]水/.test(plain.slice(start, end)) ? 'HKD' : undefined;

/** What the sum before was of: 15块运费 140块鞋. */
const FEE_BEHIND = /^ ?的?(?:[运邮]费|快递费|(?:for |in )?(?:shipping|postage|freight|delivery|tax))/;

/** Major units nobody sends goods of; of money whose unit buys little, a hundred times as many. */
const MOST = 10_000_000;
const MOST_SMALL_MONEY = 1_000_000_000;
const LARGE: ReadonlySet<string> = new Set(['JPY', 'KRW', 'VND', 'IDR']);
const REACH = 18;

interface Price {
  readonly amount: number;
  readonly unit: Unit;
  readonly end: number;
}

const TAIL =
  /^(?<tenth>[1-9一二三四五六七八九])(?:[毛角](?:(?<cent>[1-9一二三四五六七八九])分?)?(?!\d)|(?![\d点号月年个件分天公千百十斤双只条张本台套支瓶盒包袋.,]))|^半/;
const DIME_CENT = /^(?<cent>[1-9一二三四五六七八九])分?(?!\d)/;

/** The unit behind a figure, with what follows it: 三块五 and 3块5毛 are 3.50, 十二蚊半 12.50. */
function readPrice(figure: Figure, plain: string): Price | undefined {
  const after = unitAfter(plain, figure.end);
  if (!after) return undefined;
  const { unit, end } = after;
  if (unit === 'cent' || unit === 'pence') return { amount: figure.amount / 100, unit, end };
  const rest = plain.slice(end, end + 6);
  if (unit === 'jiao') {
    const cent = DIME_CENT.exec(rest);
    return { amount: figure.amount / 10 + digitOf(cent?.groups?.cent) / 100, unit, end: end + (cent?.[0].length ?? 0) };
  }
  const tail = /[块元圆蚊]$/.test(plain.slice(figure.end, end)) ? TAIL.exec(rest) : null;
  if (!tail) return { amount: figure.amount, unit, end };
  const { tenth, cent } = tail.groups ?? {};
  const small = tail[0] === '半' ? 0.5 : digitOf(tenth) / 10 + digitOf(cent) / 100;
  return { amount: figure.amount + small, unit, end: end + tail[0].length };
}

const digitOf = (sign: string | undefined): number =>
  sign === undefined ? 0 : /\d/.test(sign) ? Number(sign) : '一二三四五六七八九'.indexOf(sign) + 1;

/** 三千八, 2万: a unit counts in it, and nothing is counted with it. */
function isWrittenAsSum({ hasUnit, amount }: Figure, _plain: string): boolean {
  return hasUnit && amount >= 1000;
}

const ROUGH_BEFORE =
  /(?:大概|大约|大致|大慨|约莫|约|差不多|差唔多|估计|估摸|可能|也许|好像|around|about|approx(?:imately|\.)?|roughly|maybe|probably|perhaps|circa|ca\.|estimated(?: at)?|~|≈)(?:是|有|在|要|都|值|就|a |it's |it was |it cost |worth |[ :]){0,3}$/;
const BOUND_BEFORE =
  /(?:不到|不足|将近|接近|[^陆]快|^快|近|超过|超|至少|起码|最少|最多|不超过|多过|少过|未到|唔到|over|under|nearly|almost|above|below|at least|at most|more than|less than|no more than|up to|close to|just (?:over|under))(?:有|要|是)? ?$/;
const ROUGH_AFTER = /^ ?(?:元|块钱?)?(?:左右|上下|前后|or so|ish\b|-ish|give or take|roughly|approx|about|more or less|thereabouts|度)/;
const BOUND_AFTER =
  /^ ?(?:(?:多|来|余|出头|有余|以上|以下|以内|之内|几(?=[块元蚊]|$|[^\d一二三四五六七八九])|打底|起步|封顶|有找|零(?=[^\d一二三四五六七八九]|$))(?![\d])|\+|plus\b|or more|or less|or under|max\b|at least|at most|each\b|apiece|per |a piece|\/ ?(?:[件个只双条张本台套支瓶盒包袋块片]|ea\b|pcs?\b|piece|item|unit)|[一每][件个只双条张本台套支瓶盒包袋片](?![\d一二三四五六七八九十]))/;
/** The price of one of several is not that of all. */
const EACH_BEFORE = /(?:每[\u4e00-\u9fff]{1,2}|单价|each|per piece)[:是 ]?$/;

/** 百八十块, 千八百: so many or about. */
const EIGHTS = /^(?:百八十|千八百|万八千)$/;
/** 小一千: not quite so many. */
const SMALL_BEFORE = /(?<![大最很多微])小$/;

function exactnessOf({ isVague, isHan, hasUnit, start, end }: Figure, lead: string, tail: string, plain: string): Exactness {
  if (isHan && hasUnit && (EIGHTS.test(plain.slice(start, end)) || (!isVague && SMALL_BEFORE.test(lead)))) return 'estimate';
  if (isVague || EACH_BEFORE.test(lead) || BOUND_BEFORE.test(lead) || BOUND_AFTER.test(tail)) return 'vague';
  return ROUGH_BEFORE.test(lead) || ROUGH_AFTER.test(tail) ? 'estimate' : 'exact';
}

const FEE_BEFORE =
  /(?:[运邮油税路车]费|快递费|保价?费|手续费|服务费|上门费|仓储费|包装费|关税|[交的]税|税金|定金|保价|投保|申报|shipping|postage|freight|delivery(?: fee| cost| charge)?|dut(?:y|ies)|customs|tax|vat|fees?|insur(?:ed?|ance)|premium|declared)(?:[^\d,，。.!;；]{0,8})$/;
const FEE_AFTER =
  /^ ?(?:元|块钱?)?[的是]? ?(?:[运邮]费|快递费|保费|关税|保价|(?:for |in |of )?(?:the )?(?:shipping|postage|freight|delivery|dut(?:y|ies)|tax|customs|insurance|fee))/;
const DEMAND_BEFORE =
  /(?:[赔补][偿付给]?|索赔|[退还](?:款|回|还|给)?|给我|优惠|折扣|红包|[券奖]|抵扣|compensat\w{0,5}|reimburse\w{0,3}|refund\w{0,3}|pay me|give me|claim(?:ing)?|demand(?:ing)?|voucher|coupon|discount)(?:[^\d,，。.!;；]{0,8})$/;
const GOODS_BEFORE =
  /(?:值|价值?|价格|[售单原总标现进市]价|价钱|价位|实付|付了?|付款|花了?|买|购|入手|货[值款]|金额|worth|costs?|paid|pric(?:ed?|e tag)|valued?|bought|spent|total|set me back)(?:[^\d。.!;；]{0,12})$/;
const GOODS_AFTER = /^ ?(?:元|块钱?)?(?:的?时?候?[买购]|入手|到手|拿下|(?:each )?(?:worth|value|item|phone|laptop|watch|set))/;

/** The words nearest before say what a sum is of, else those behind it. */
function subjectOf(lead: string, tail: string): GivenSum['of'] {
  const clause = lead.replace(/^[\s\S]*[。！？!?\n;；]/, '');
  if (FEE_BEFORE.test(clause) || FEE_AFTER.test(tail)) return 'fee';
  if (DEMAND_BEFORE.test(clause)) return 'demand';
  return GOODS_BEFORE.test(clause) || GOODS_AFTER.test(tail) ? 'goods' : undefined;
}

const LINK = /^ ?(?:到|至|~|～|-{1,2}|—|to|or|或者?|and)(?: ?[¥$€£]|hk\$|nt\$|us\$)? ?$/;

/** 1500到2000元, "between $200 and $300", 200-300: one sum that is not exact. */
function joinRanges(sums: readonly GivenSum[], plain: string): readonly GivenSum[] {
  const joined: GivenSum[] = [];
  for (const sum of sums) {
    const last = joined.at(-1);
    const gap = last ? plain.slice(last.end, sum.start) : '';
    const isAnd = /and|或|or/.test(gap) && !/between $/.test(plain.slice(0, last?.start ?? 0));
    if (!last || !LINK.test(gap) || (isAnd && !/或|or/.test(gap)) || sum.amount <= last.amount) joined.push(sum);
    else
      joined[joined.length - 1] = {
        ...last,
        ...{ exactness: 'vague', end: sum.end, isBare: last.isBare && sum.isBare, currency: last.currency ?? sum.currency },
        ...(sum.isDollar ? { isDollar: true } : {}),
      };
  }
  return joined;
}
