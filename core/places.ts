import { nameInLatin, nameInTraditional, toSimplified } from './han.ts';
import { CHINA } from './places/china.ts';
import { AIRPORTS, DISTRICTS } from './places/districts.ts';
import { TOWNS, toTownKey } from './places/towns.ts';
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
 * A place made of names on the map alone, in a locale, from the large to the small in Chinese: `浙江省杭州市余杭区` is Hangzhou Yuhang,
 * in English a province before its city is left out. Undefined where anything else stands in it: what a carrier writes for a city may be a
 * person, a street, a code, and is then told to nobody whose it is not.
 */
export function tellOnTheMap(name: string, locale: Locale): string | undefined {
  const trimmed = name.trim();
  if (/\p{Script=Han}/u.test(trimmed)) return tellChinese(trimmed, locale);
  return isLatinPlace(trimmed) ? placeName(trimmed, locale) : undefined;
}

/** The longest name on the map that a Chinese name begins with. */
export function beginningOnTheMap(name: string): string | undefined {
  for (let length = Math.min(LONGEST_NAME, name.length); length >= 2; length -= 1) {
    const city = name.slice(0, length);
    if (placeName(city, 'en') !== city) return city;
  }
  return undefined;
}

/** 黔东南苗族侗族自治州. */
const LONGEST_NAME = 10;

/** A province before its city is left out: what follows says enough. What is left is no city's name. */
export function readUnits(name: string): { readonly cities: readonly string[]; readonly rest: string } {
  const cities: string[] = [];
  let rest = name;
  for (let city = beginningOnTheMap(rest); city !== undefined && rest !== ''; city = beginningOnTheMap(rest)) {
    cities.push(city);
    rest = rest.slice(city.length).replace(/^[市省盟]/, '');
  }
  return { cities, rest };
}

/** As `readUnits` has read it, in a locale: in English the smallest city and what is left. */
export function tellUnits({ cities, rest }: ReturnType<typeof readUnits>, locale: Locale): string {
  const names = cities.map((city) => placeName(city, locale));
  if (locale !== 'en') return `${names.join('')}${locale === 'zh-Hant' ? nameInTraditional(rest) : toSimplified(rest)}`;
  const district = /^(.{2,4})[区區县縣镇鎮街]$/u.exec(rest)?.[1] ?? rest;
  return [...names.slice(-1), nameInLatin(district)].filter((part) => part !== '').join(' ');
}

function tellChinese(name: string, locale: Locale): string | undefined {
  const units = readUnits(name);
  const { cities, rest } = units;
  const isKnown = rest === '' || isDistrict(rest) || (cities.length > 0 && LIKE_A_DISTRICT.test(rest) && !ESTATE_OR_NUMBER.test(rest));
  return isKnown ? tellUnits(units, locale) : undefined;
}

/** After a city; a housing estate (小区), a school or a number ends otherwise. */
const LIKE_A_DISTRICT = /^\p{Script=Han}{1,3}[区區县縣旗]$/u;
const ESTATE_OR_NUMBER = /[小社园園街校厂廠库庫货貨柜櫃〇零一二三四五六七八九十百幺壹贰叁肆伍陆柒捌玖东東南西北中上下前后後][区區]$/;
const isDistrict = (name: string): boolean => DISTRICT_NAMES.has(toSimplified(name).replace(/(?<=..)[区县市镇]$/, ''));

/** `Los Angeles`, `LOS ANGELES CA US`, `Memphis, TN`, `Hangzhou Xiaoshan`: a place, then what it lies in or a district of it. */
function isLatinPlace(name: string): boolean {
  if (!/^[\p{Script=Latin}\p{M}'’.,/ -]{2,60}$/u.test(name)) return false;
  const parts = name.split(/\s{0,3}[,/]\s{0,3}/);
  return parts.every((part, at) => isLatinUnit(part.split(' '), at > 0));
}

function isLatinUnit(words: readonly string[], isInside: boolean): boolean {
  if (isInside && words.length === 1 && /^[A-Z]{2,3}$/.test(words[0] ?? '')) return true;
  for (let count = Math.min(words.length, 5); count >= 1; count -= 1) {
    const key = toTownKey(words.slice(0, count).join(' '));
    const isThere = isInside ? LATIN_REGIONS.has(key) || LATIN_PLACES.has(key) : LATIN_PLACES.has(key);
    if (!isThere) continue;
    const rest = words.slice(count);
    if (rest.length === 0 || isLatinRegion(rest)) return true;
  }
  return false;
}

/** What follows a place without a comma: a state, a country, a district of it, each perhaps as its abbreviation. */
function isLatinRegion(words: readonly string[]): boolean {
  for (let count = Math.min(words.length, 4); count >= 1; count -= 1) {
    const written = words.slice(0, count).join(' ');
    if (!/^[A-Z]{2,3}$/.test(written) && !LATIN_REGIONS.has(toTownKey(written))) continue;
    const rest = words.slice(count);
    if (rest.length === 0 || isLatinRegion(rest)) return true;
  }
  return false;
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

const DISTRICT_NAMES: ReadonlySet<string> = new Set([
  ...DISTRICTS.flatMap((line) => line.slice(line.indexOf(':') + 1).split(' ')),
  ...AIRPORTS.chinese.split(' '),
]);
const ALL_TOWNS = [...TOWNS.values()].flat();
/** In Latin letters, by `toTownKey`. */
const LATIN_REGIONS: ReadonlySet<string> = new Set([
  ...ALL_TOWNS.flatMap(({ region, state }) => [region, state]).filter((name) => name !== ''),
  ...[...TOWNS.keys()].map((code) => toTownKey(countryName(code, 'en'))),
  ...[...DISTRICT_NAMES].map((name) => toTownKey(nameInLatin(name))),
  ...AIRPORTS.latin.map(toTownKey),
]);
const LATIN_PLACES: ReadonlySet<string> = new Set([
  ...[...PLACES.keys()].filter((key) => !/\p{Script=Han}/u.test(key)).map(toTownKey),
  ...ALL_TOWNS.map(({ name }) => name),
  ...[...TOWNS.keys()].map((code) => toTownKey(countryName(code, 'en'))),
]);
