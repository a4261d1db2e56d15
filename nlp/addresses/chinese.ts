import { CITY_OF_DISTRICT, HONG_KONG_REGION, MAINLAND, MUNICIPALITIES, provinceName, TAIWAN_CITIES } from './regions.ts';

/** Where an address begins and what stands before its street. Names as in simplified text; `streetAt` is where the street begins. */
export interface Head {
  readonly country: 'CN' | 'HK' | 'MO' | 'TW';
  readonly province: string | undefined;
  readonly city: string | undefined;
  readonly district: string | undefined;
  readonly start: number;
  readonly streetAt: number;
}

const longestFirst = (names: Iterable<string>): string => [...names].sort((a, b) => b.length - a.length).join('|');
const GAP = '[ ,，、-]{0,2}';
/** Not across a street: 中关村大街社区 is no district, 小区 and 园区 neither. */
const DISTRICT =
  '(?:(?![路街巷号村镇]|大道)[\\u3400-\\u9fff]){1,7}?(?:自治县|自治旗|新区|(?<![小社园校厂库院地])区|县|旗|(?<!超|夜|门|城|股|菜)市)';

const MAINLAND_HEAD = new RegExp(
  `(?:中国(?:大陆)?${GAP})?(?:(?<province>${longestFirst(MAINLAND.provinces)})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)?${GAP})?` +
    `(?:(?<city>${longestFirst([...MAINLAND.cities.keys(), ...MUNICIPALITIES])})(?:(?<ending>市|地区|盟|[\\u3400-\\u9fff]{0,8}自治州)|(?![区县镇路街])|(?=街道))${GAP})?(?<district>${DISTRICT})?${GAP}`,
  'y',
);
const DISTRICT_ONLY = new RegExp(longestFirst(CITY_OF_DISTRICT.keys()));
const STARTS = new RegExp(longestFirst([...MAINLAND.provinces, ...MAINLAND.cities.keys(), ...MUNICIPALITIES]), 'g');
const TAIWAN = new RegExp(
  `(?:(?<postcode>(?<!\\d)\\d{3}(?:\\d{2,3})?(?!\\d))${GAP})?(?:台湾省?${GAP})?(?<city>${TAIWAN_CITIES.join('|')}|(?:${[...new Set(TAIWAN_CITIES.map((name) => name.slice(0, 2)))].join('|')})(?=[\\u3400-\\u9fff]{1,3}[区乡镇]))${GAP}(?<district>[\\u3400-\\u9fff]{1,3}?[区乡镇市])?${GAP}`,
);
const HONG_KONG_HEAD = new RegExp(
  `(?:(?:中国)?香港(?:特别行政区)?${GAP}(?:岛${GAP})?)?(?:(?<region>九龙(?!城|湾|塘)|新界|港岛|香港岛)${GAP})?(?:(?<district>${longestFirst(HONG_KONG_REGION.keys())})区?${GAP})?`,
  'g',
);
const MACAU = /(?:中国)?澳门(?:特别行政区)?[ ,，]?(?<district>氹仔|路环|路氹|半岛)?[ ,，]?/;

/** The first place of a (simplified) text where a Chinese address can begin: Taiwan and Hong Kong before the mainland's names. */
export function findHead(text: string): Head | undefined {
  return findTaiwan(text) ?? findHongKong(text) ?? findMacau(text) ?? findMainland(text);
}

function findTaiwan(text: string): Head | undefined {
  const match = TAIWAN.exec(text);
  if (!match?.groups) return undefined;
  const { city = '', district } = match.groups;
  const full = TAIWAN_CITIES.find((name) => name.startsWith(city)) ?? city;
  return { country: 'TW', province: undefined, city: full, district, start: match.index, streetAt: match.index + match[0].length };
}

function findHongKong(text: string): Head | undefined {
  for (const match of text.matchAll(HONG_KONG_HEAD)) {
    const { region, district } = match.groups ?? {};
    if (match[0] === '' || (!match[0].includes('香港') && !region && !district)) continue;
    // 大埔 and 东区 are elsewhere too: without the name of the city a quarter needs a street of Hong Kong's kind.
    const rest = text.slice(match.index + match[0].length);
    if (!match[0].includes('香港') && !region && !/^[\u3400-\u9fff]{1,8}(?:道|街|里|邨|苑|中心|大厦|花园|广场)/.test(rest)) continue;
    const city = region === '港岛' ? '香港岛' : (region ?? (district ? HONG_KONG_REGION.get(district) : undefined));
    return { country: 'HK', province: '香港', city, district, start: match.index, streetAt: match.index + match[0].length };
  }
  return undefined;
}

function findMacau(text: string): Head | undefined {
  const match = MACAU.exec(text);
  if (!match) return undefined;
  return {
    country: 'MO',
    province: '澳门',
    city: undefined,
    district: match.groups?.district,
    start: match.index,
    streetAt: match.index + match[0].length,
  };
}

function findMainland(text: string): Head | undefined {
  for (const { index } of text.matchAll(STARTS)) {
    const head = readMainland(text, index);
    if (head && STREET.test(text.slice(head.streetAt, head.streetAt + LONGEST_STREET))) return head;
  }
  const match = DISTRICT_ONLY.exec(text);
  const city = match && CITY_OF_DISTRICT.get(match[0]);
  if (!match || !city) return undefined;
  const province = provinceName(MAINLAND.cities.get(city) ?? city);
  return { country: 'CN', province, city: `${city}市`, district: match[0], start: match.index, streetAt: match.index + match[0].length };
}

function readMainland(text: string, at: number): Head | undefined {
  MAINLAND_HEAD.lastIndex = at;
  const match = MAINLAND_HEAD.exec(text);
  if (!match?.groups) return undefined;
  const { province, city, ending = '市', district } = match.groups;
  const short = province ?? (city ? (MAINLAND.cities.get(city) ?? city) : undefined);
  if (short === undefined) return undefined;
  const ofCity = city ?? (MUNICIPALITIES.has(short) ? short : undefined);
  const begin = text.slice(Math.max(0, at - 2), at) === '中国' ? at - 2 : at;
  return {
    country: 'CN',
    province: provinceName(short),
    city: ofCity && `${ofCity}${ending}`,
    district,
    start: begin,
    streetAt: at + match[0].length,
  };
}

/** Longer than any street with house, floor and building names. */
export const LONGEST_STREET = 80;
const NUMERAL = '[\\da-zA-Z一二三四五六七八九十百]';
/** A road, a village or a building: 在路上 and 知道 are none. */
export const STREET = new RegExp(
  `[\\u3400-\\u9fff\\d]{1,12}?(?:路(?![上程线由过])|街|(?<![知报味通难渠])道(?![歉理])|大道|巷|胡同|弄|村|镇|乡|小区|新村|花园|大厦|公寓|邨|苑|阁|广场|大楼|科技园|工业区)|${NUMERAL}{1,5}(?:号|栋|幢|座|楼|室|单元|弄)`,
);
/** House, floor or room: what makes an address deliverable. */
export const HOUSE = new RegExp(`${NUMERAL}{1,5}(?:号|栋|幢|座|楼|室|单元|弄|巷|f\\b|\\/f)|\\d{2,5}$`, 'i');
