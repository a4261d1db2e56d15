import { CHINA } from './places/china.ts';
import { WORLD } from './places/world.ts';
import type { Locale, Text } from './types.ts';

/**
 * A city, province or country in a locale: `placeName('杭州市', 'en')` is Hangzhou. Takes simplified, traditional and English
 * names, with or without 市, 省, 县, 地区, 自治州 and their like; the answer has none. What is not known comes back unchanged. Where
 * two places share an English name (Suzhou, Taizhou) it means the first in the table; their Chinese names stay apart.
 */
export function placeName(name: string, locale: Locale): string {
  const key = toKey(name);
  const found = PLACES.get(key) ?? PLACES.get(key.replace(SUFFIX, '')) ?? findAutonomous(key);
  return found?.[locale] ?? name;
}

/**
 * A city as it is told to anybody: what stands in a city's field and is none, an address, a code, a phone, is told to nobody.
 * Undefined for that.
 */
export function cityName(name: string, locale: Locale): string | undefined {
  const told = placeName(name, locale);
  return told !== name || isCityLike(name.trim()) ? told : undefined;
}

/** A few characters or words, none of them of addresses, doors and homes. */
function isCityLike(name: string): boolean {
  if (/^\p{Script=Han}{2,8}$/u.test(name)) return !/[路街巷弄号號楼樓栋棟幢室户戶单單元门門家码碼柜櫃格箱座]/.test(name);
  return (
    /^[\p{Script=Latin}\p{M}'’. -]{2,40}$/u.test(name) &&
    name.split(/[ -]/).length <= 5 &&
    !/\b(?:street|st|road|rd|lane|close|flat|apt|room|unit|house|floor|code|pin)\b/i.test(name)
  );
}

/** The country (ISO 3166 alpha-2) of a city or province in the table, by any of its names; undefined for what is not known. */
export function countryOf(name: string): string | undefined {
  const key = toKey(name);
  return COUNTRIES.get(key) ?? COUNTRIES.get(key.replace(SUFFIX, ''));
}

/** Shorter than CLDR's `中国香港特别行政区` and `Myanmar (Burma)`; Simplified as customs forms on the mainland have them. */
const SHORT: Readonly<Record<string, Text>> = {
  HK: { 'zh-Hans': '中国香港', 'zh-Hant': '香港', en: 'Hong Kong' },
  MO: { 'zh-Hans': '中国澳门', 'zh-Hant': '澳門', en: 'Macau' },
  TW: { 'zh-Hans': '中国台湾', 'zh-Hant': '台灣', en: 'Taiwan' },
  AE: { 'zh-Hans': '阿联酋', 'zh-Hant': '阿聯', en: 'United Arab Emirates' },
  MM: { 'zh-Hans': '缅甸', 'zh-Hant': '緬甸', en: 'Myanmar' },
};

const DISPLAY: Readonly<Record<Locale, Intl.DisplayNames>> = {
  'zh-Hans': new Intl.DisplayNames(['zh-Hans'], { type: 'region' }),
  'zh-Hant': new Intl.DisplayNames(['zh-Hant'], { type: 'region' }),
  en: new Intl.DisplayNames(['en'], { type: 'region' }),
};

/** A country or territory by its ISO 3166-1 alpha-2 code, upper or lower case; anything else comes back unchanged. */
export function countryName(alpha2: string, locale: Locale): string {
  if (!/^[a-z]{2}$/i.test(alpha2)) return alpha2;
  const code = alpha2.toUpperCase();
  return SHORT[code]?.[locale] ?? DISPLAY[locale].of(code) ?? alpha2;
}

const SUFFIX = /(?:特别行政区|特別行政區|自治区|自治區|地区|地區|林区|林區|[省市盟县縣]| city| province)$/;
const AUTONOMOUS = /自治[州区區县縣]$/;
const LONGEST_SHORT_NAME = 4;

/** 臺 and 台 are one character in addresses; case does not matter. */
function toKey(name: string): string {
  return name.trim().replaceAll('臺', '台').toLowerCase();
}

/** 延边朝鲜族自治州 → 延边: the peoples' names between cannot be told from the place but by trying. */
function findAutonomous(key: string): Text | undefined {
  if (!AUTONOMOUS.test(key)) return undefined;
  for (let length = LONGEST_SHORT_NAME; length >= 2; length--) {
    const found = PLACES.get(key.slice(0, length));
    if (found) return found;
  }
  return undefined;
}

const COUNTRIES = new Map<string, string>();
const PLACES: ReadonlyMap<string, Text> = readPlaces();

/** The first to claim a name keeps it: Chinese places before foreign ones, provinces before the cities called alike. */
function readPlaces(): Map<string, Text> {
  const places = new Map<string, Text>();
  const add = (code: string, place: Text, aliases: readonly string[] = []): void => {
    for (const name of [...Object.values(place), ...aliases]) {
      const key = toKey(name);
      if (places.has(key)) continue;
      places.set(key, place);
      COUNTRIES.set(key, code);
    }
  };
  for (const line of CHINA) for (const [place, aliases] of readLine(line)) add('CN', place, aliases);
  for (const line of WORLD) {
    const code = line.slice(0, 2);
    for (const [place, aliases] of readLine(line.slice(3))) add(code, place, aliases);
    add(code, { 'zh-Hans': countryName(code, 'zh-Hans'), 'zh-Hant': countryName(code, 'zh-Hant'), en: countryName(code, 'en') });
  }
  return places;
}

function readLine(line: string): (readonly [Text, readonly string[]])[] {
  return line
    .split(/[:,]/)
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [hans = '', hant = hans, en = hans, ...aliases] = entry.split('|');
      return [{ 'zh-Hans': hans, 'zh-Hant': hant, en }, aliases] as const;
    });
}
