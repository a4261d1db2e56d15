import type { Entity, EntityType, FoundNumber, Locale } from '../core/types.ts';
import type { GivenPhone, GivenSum, Values } from '../core/values.ts';
import { findDates } from './dates.ts';
import { type FoundPhone, findLocalPhones } from './numbers/contacts.ts';
import { chooseSum, chooseWorth } from './values/choose.ts';
import { keepStanding } from './values/corrections.ts';
import { currencyOf } from './values/currencies.ts';
import { findLastFour } from './values/lastFour.ts';
import { findOrder } from './values/orders.ts';
import { toReadable } from './values/readable.ts';
import { type FoundSums, findSums } from './values/sums.ts';

/** What is known of the text and its writer. */
export interface ValueContext {
  readonly locale: Locale;
  /** The customer's, ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  /** Of the same text, with offsets into it. */
  readonly entities: readonly Entity[];
  readonly numbers: readonly FoundNumber[];
  /** Undefined: no days are read. */
  readonly at?: { readonly now: Date; readonly timeZone: string } | undefined;
}

/**
 * The one reader of what a message gives. Each kind is read when it is first looked at, so that a turn pays for what its flow asks;
 * never throws, whatever the text, and takes time in proportion to it.
 */
export function readValues(text: string, context: ValueContext): Values {
  const { entities, locale, country } = context;
  const without = once(() => blankOut(text, entities.filter(isNumbered)));
  const sums = once((): FoundSums => (HAS_FIGURE.test(text) ? findSums(without(), { locale, country }) : { sums: [], plain: '' }));
  const sum = once(() => inHome(chooseSum(sums()), text, context));
  const worth = once(() => inHome(chooseWorth(sums()), text, context));
  const phone = once(() => findPhone(text, context, without));
  const order = once(() => entities.find(({ type }) => type === 'order_number')?.value ?? calledOrder(context) ?? openOrder(text, context));
  const four = once(() => (HAS_DIGIT.test(text) ? findLastFour(toReadable(without())) : undefined));
  const date = once(() => findDate(text, context));
  return {
    get sum(): GivenSum | undefined {
      return sum();
    },
    get worth(): GivenSum | undefined {
      return worth();
    },
    get phone(): GivenPhone | undefined {
      return phone();
    },
    get order() {
      return order();
    },
    get lastFour() {
      return four()?.digits ?? digitsOf(phone());
    },
    get namedLastFour() {
      const found = four();
      return found?.isNamed ? found.digits : undefined;
    },
    get date() {
      return date();
    },
  };
}

/** 一千二 without a word of money is meant as 一千二百元 is: in what the customer's country pays. */
function inHome(sum: GivenSum | undefined, text: string, { locale, country }: ValueContext): GivenSum | undefined {
  if (!sum || sum.currency || sum.isDollar || country === undefined || !/\p{Script=Han}/u.test(text.slice(sum.start, sum.end))) return sum;
  return { ...sum, currency: currencyOf('yuan', locale, country) };
}

/** The text, as long as it was, with blanks where the entities stand. */
export function blankOut(text: string, entities: readonly Entity[]): string {
  return entities.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
}

/** A cheap look before the costly ones: whether any number can be in a text. */
export const HAS_FIGURE =
  /[\d０-９零〇一二两兩三四五六七八九十百千万萬廿卅幾几壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟]|hundred|thousand|grand|(?:teen|ty)\b|eleven|twelve|\bten\b/i;
const HAS_DIGIT =
  /[\d０-９]|[零〇洞一壹幺二两兩三叁四肆五伍六七拐八九勾][\s、，,-]?[零〇洞一壹幺二两兩三叁四肆五伍六七拐八九勾]|zero|\boh\b|one|two|three|four|five|six|seven|eight|nine/i;
const NUMBERED: ReadonlySet<EntityType> = new Set(['tracking_number', 'order_number', 'ticket_number', 'phone', 'email']);
const isNumbered = ({ type }: Entity): boolean => NUMBERED.has(type);

function findPhone(text: string, { entities, locale, country }: ValueContext, without: () => string): GivenPhone | undefined {
  const phones = entities.filter((entity): entity is FoundPhone => entity.type === 'phone');
  const [kept] = phones.length > 1 ? keepStanding(phones, toReadable(text)) : phones;
  if (kept) return { value: kept.extension ? `${kept.value};ext=${kept.extension}` : kept.value, isAssumed: kept.isAssumed === true };
  const locals = HAS_DIGIT.test(text) ? findLocalPhones(without(), { locale, country }) : [];
  const [local] = locals.length > 1 ? keepStanding(locals, toReadable(text)) : locals;
  return local && { value: local.value, isAssumed: true };
}

const digitsOf = (phone: GivenPhone | undefined): string | undefined => phone?.value.split(';')[0]?.slice(-4);

/** What the customer calls a tracking number and is none of a carrier's may be the shop's. */
function calledOrder({ numbers }: ValueContext): string | undefined {
  return numbers.find(({ problem }) => problem === 'looks_like_order_no')?.normalized;
}

function openOrder(text: string, { entities, numbers }: ValueContext): string | undefined {
  if (!/[\d０-９]/.test(text)) return undefined;
  // Digits whose length alone fits some carrier are the shop's as likely.
  const [first] = numbers;
  if (first) return numbers.length === 1 && first.problem === undefined && isShapeOnly(first) ? first.normalized : undefined;
  return findOrder(toReadable(blankOut(text, entities)));
}

const isShapeOnly = ({ candidates }: FoundNumber): boolean => candidates.every(({ confidence }) => confidence === 'shape');

function findDate(text: string, { entities, locale, at }: ValueContext): string | undefined {
  if (!at) return undefined;
  const found = findDates(blankOut(text, entities.filter(isNumbered)), locale, at.now, at.timeZone);
  const kept = found.length > 1 ? keepStanding(found, toReadable(text)) : found;
  return kept.length === 1 ? kept[0]?.value : undefined;
}

/** The result of the first call, kept. */
function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}
