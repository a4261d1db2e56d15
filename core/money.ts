import type { Locale } from './types.ts';

/** An amount in the currency's minor unit (fen for CNY, yen for JPY), with its ISO-4217 code. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

// ISO 4217 list one (https://www.six-group.com/en/products-services/financial-information/data-standards.html), amendments up to
// 2025, without funds, metals and testing codes; HRK and BGN stay for papers made before the euro. Our own list because ICU's
// digits follow custom, not the standard (it has none for AFN, LBP or RSD).
const WITHOUT_MINOR_UNIT = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const THOUSANDTHS = 'BHD IQD JOD KWD LYD OMR TND';
const HUNDREDTHS = `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC
  CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR
  KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP
  PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU
  UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`;

const DECIMALS: ReadonlyMap<string, number> = new Map([...each(WITHOUT_MINOR_UNIT, 0), ...each(HUNDREDTHS, 2), ...each(THOUSANDTHS, 3)]);

function each(codes: string, decimals: number): (readonly [string, number])[] {
  return codes.split(/\s+/).map((code) => [code, decimals]);
}

/** Digits after the point of an ISO 4217 currency: 2 for most, 0 for JPY, 3 for KWD. Undefined for what is no currency. */
export function findDecimals(currency: string): number | undefined {
  return DECIMALS.get(currency);
}

/** Digits after the point; of what is no currency 2, as most have. */
export function decimalsOf(currency: string): number {
  return findDecimals(currency) ?? 2;
}

/** A sum in major units as money; `fallback` is its currency where its words name none. */
export function toMoney(
  { amount, currency }: { readonly amount: number; readonly currency?: string | undefined },
  fallback: string,
): Money {
  const code = currency ?? fallback;
  return { minor: Math.round(amount * 10 ** decimalsOf(code)), currency: code };
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
