import { findDecimals } from '../currencies.ts';
import type { Money } from '../shipment.ts';
import type { Locale } from '../types.ts';

/** An exact fraction of minor units, not negative: amounts are rounded once, at the end. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

/** Digits after the point; of what is no currency 2, as most have. */
export function decimalsOf(currency: string): number {
  return findDecimals(currency) ?? 2;
}

/** `8.33` as 833/100. @throws RangeError for anything but digits with at most one point */
export function parseDecimal(text: string): Ratio {
  const [, whole, digits = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`not a decimal: ${text}`);
  return { n: BigInt(whole + digits), d: 10n ** BigInt(digits.length) };
}

export function ratioOf(n: number | bigint, d: number | bigint = 1n): Ratio {
  return { n: BigInt(n), d: BigInt(d) };
}

export function multiply(...factors: readonly Ratio[]): Ratio {
  return factors.reduce((product, { n, d }) => ({ n: product.n * n, d: product.d * d }), ratioOf(1));
}

/** To whole minor units, a half upwards: 0.5 fen is 1 fen. */
export function roundHalfUp({ n, d }: Ratio): bigint {
  return (2n * n + d) / (2n * d);
}

export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

const HANT_NAMES: Readonly<Partial<Record<string, string>>> = { CNY: '人民幣', TWD: '新台幣', HKD: '港幣', MOP: '澳門幣' };

/** `60.00 元`, `人民幣 60.00 元` (so too 新台幣, 港幣 and 澳門幣), `CNY 60.00`; other currencies by their code in every language. */
export function formatMoney({ minor, currency }: Money, locale: Locale): string {
  const amount = formatDecimal(minor, decimalsOf(currency));
  if (locale === 'zh-Hans' && currency === 'CNY') return `${amount} 元`;
  const name = locale === 'zh-Hant' ? HANT_NAMES[currency] : undefined;
  return name ? `${name} ${amount} 元` : `${currency} ${amount}`;
}

/** A whole number of the smallest unit with its point: 1250 grams with 3 decimals are `1.250`. */
export function formatDecimal(minor: number, decimals: number): string {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
