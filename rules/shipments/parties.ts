import { fold, nameInLatin } from '../../core/han.ts';
import { findCodes } from '../../core/maskCodes.ts';
import { findNames } from '../../core/maskNames.ts';
import { findPhones } from '../../core/maskPhones.ts';
import { findPlaces } from '../../core/maskPlaces.ts';
import { tellOnTheMap } from '../../core/places.ts';
import { remember } from '../../core/remember.ts';
import { isSurelySurname } from '../../core/surnames.ts';
import type { Party } from './types.ts';

/**
 * Whether a text tells something by which a party is known: the last four digits of their phone, however they are written, their name or
 * a part of it, or of their street. Whoever is not that party must not read it.
 */
export function speaksOf(text: string, { name, phone, street = '' }: Pick<Party, 'name' | 'phone' | 'street'>): boolean {
  const digits = lastFourOf(phone);
  const words = toWords(text);
  const numbers = digitsIn(text);
  if (digits.length === 4 && numbers.includes(digits)) return true;
  return (
    [...namesOf(name), ...streetsOf(street)].some((pattern) => pattern.test(words)) || roomsOf(street).some((room) => room.test(numbers))
  );
}

/** Empty where the phone has fewer. */
export const lastFourOf = (phone: string): string => /\d{4}$/.exec((phone.split(';')[0] ?? '').replace(/\D/g, ''))?.[0] ?? '';

const toWords = (text: string): string => fold(text.normalize('NFKC'));

const NUMERALS: readonly (readonly [characters: string, digit: string])[] = [
  ...['零〇洞', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒拐', '八捌', '九玖勾'].entries(),
].map(([digit, characters]) => [characters, String(digit)]);
const OF_NUMERAL = new Map(NUMERALS.flatMap(([characters, digit]) => Array.from(characters, (character) => [character, digit] as const)));
const ONES = ['zero|oh|nought|nil', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'.split('|');
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'.split('|');
const OF_WORD = new Map([
  ...ONES.flatMap((words, digit) => words.split('|').map((word) => [word, String(digit)] as const)),
  ...TEENS.map((word, at) => [word, String(10 + at)] as const),
  ...TENS.map((word, at) => [word, String((at + 2) * 10)] as const),
]);
const WORD = [...OF_WORD.keys()].join('|');
const ANY_WORD = new RegExp(`(?<![a-z])(?:${WORD})(?![a-z])`, 'g');
const TENS_AND_ONE = new RegExp(`(?<![a-z])(${TENS.join('|')})[\\s-]?(${ONES.slice(1).join('|')})(?![a-z])`, 'g');
const REPEATED = /(?<![a-z])(double|triple)\s(\d)/g;
/** What stands between digits of one number: 8-6-4-2, 八千六百四十二, eighty-six hundred and forty-two. */
const BETWEEN = /(?<=\d)(?:[\s\-–—.·,，、_()]|[千百十拾佰仟]|thousand|hundred|and(?![a-z])){1,12}(?=\d)/g;

/** All digits of a text in their order, of whatever script, those of one number together. */
const digitsIn: (text: string) => string = remember(readDigits);

function readDigits(text: string): string {
  return toWords(text)
    .replace(/[^\u0000-\u007f]/gu, (character) => OF_NUMERAL.get(character) ?? decimalOf(character) ?? character)
    .replace(TENS_AND_ONE, (_, tens: string, one: string) => `${(OF_WORD.get(tens) ?? '').charAt(0)}${OF_WORD.get(one) ?? ''}`)
    .replace(ANY_WORD, (word) => OF_WORD.get(word) ?? word)
    .replace(REPEATED, (_, times: string, digit: string) => digit.repeat(times === 'double' ? 2 : 3))
    .replace(BETWEEN, '');
}

/** ٤, ४: the digits of a script stand in their order, from a zero on. */
function decimalOf(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (!/^\p{Nd}$/u.test(character)) return undefined;
  let below = 0;
  while (below < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - below - 1))) below += 1;
  return String(below);
}

/** What is no part of a person's name, and a word of many sentences. */
const COMMON =
  /^(?:the|mr|mrs|ms|miss|dr|co|ltd|inc|llc|gmbh|corp|company|store|shop|trading|trade|group|logistics|express|post|mail|service|services|centre|center|warehouse|online|international|unit|flat|room|apt|floor|building|house|sender|recipient|customer|office|team|supplies|and|of|for|to)$/;
const SURELY_A_COMPANY = /\b(?:co|ltd|inc|llc|gmbh|corp|company|store|shop|trading|group|logistics|express|warehouse|centre|center)\b/;

/** How a name may stand in a sentence, folded: a Chinese one in its characters or in Latin letters, either part first; of another any part. */
const namesOf: (name: string) => readonly RegExp[] = remember(readNames);

function readNames(name: string): readonly RegExp[] {
  const folded = toWords(name)
    .replace(/[\p{N}\p{P}\p{S}]+/gu, ' ')
    .trim();
  const han = Array.from(folded.replace(/[^\p{Script=Han}]/gu, ''));
  const parts = folded.split(/\s+/).filter((part) => /^\p{Script=Han}{2,6}$/u.test(part));
  // 阿迪力·买买提 by either; 广州明远服饰有限公司 by what it alone is called.
  if (parts.length > 1) return parts.map((part) => new RegExp(part, 'u'));
  const own = han.length > 4 ? coreOf(han.join('')) : '';
  if (own !== '') return [...(own.length <= 4 ? namesOf(own) : []), new RegExp(own.length > 3 ? own.slice(0, 3) : own, 'u')];
  if (han.length >= 2) {
    const syllables = han.map((character) => nameInLatin(character).toLowerCase());
    const orders = [syllables, [...syllables.slice(1), ...syllables.slice(0, 1)]];
    const spelt = han.length <= 4 && syllables.every((syllable) => /^[a-z]+$/.test(syllable)) ? orders : [];
    const given = han.length <= 4 ? han.slice(han.length === 4 ? 2 : 1) : [];
    const calledBy = [han, given].filter((characters) => characters.length >= 2);
    return [
      ...calledBy.map((characters) => new RegExp(characters.join('[\\s_.*·-]{0,3}'), 'u')),
      ...spelt.map((order) => wordly(order.join("[\\s'’-]{0,2}"))),
    ];
  }
  const words = folded.split(/\s+/).filter((word) => word !== '');
  const whole = words.length > 0 ? [wordly(words.join('[^\\p{L}\\p{N}]{1,3}'))] : [];
  const shortest = SURELY_A_COMPANY.test(folded) ? 5 : 3;
  const named = words.filter((word) => word.length >= 3 && !COMMON.test(word));
  // Juniper & Rye: names of towns by themselves, a name beside each other.
  const pairs = named.slice(1).map((word, at) => wordly(`${named[at] ?? ''}[\\s&+'’-]{1,5}(?:(?:and|of|the) )?${word}`));
  return [...whole, ...pairs, ...named.filter((word) => word.length >= shortest && !isOnTheMap(word)).map(wordly)];
}

/** A road by its name, in its characters or, its first two, in Latin letters; of another script any of its own words. */
const streetsOf: (street: string) => readonly RegExp[] = remember(readStreet);

function readStreet(street: string): readonly RegExp[] {
  const folded = toWords(street);
  const roads = Array.from(folded.matchAll(ROAD), ([, road = '']) => road);
  const spelt = roads.map((road) =>
    Array.from(road)
      .slice(0, 2)
      .map((character) => nameInLatin(character).toLowerCase())
      .join('\\s?'),
  );
  const words = /\p{Script=Han}/u.test(folded) ? [] : (folded.match(/\p{L}{3,}/gu) ?? []);
  return [
    ...roads.map((road) => new RegExp(road, 'u')),
    ...spelt.filter((name) => /^[a-z]{3,}/.test(name.replace('\\s?', ''))).map(wordly),
    ...words.filter((word) => !COMMON.test(word) && !STREET_WORD.test(word) && !isOnTheMap(word)).map(wordly),
  ];
}

const ROAD =
  /(?:^|[省市区县镇乡\s])?(\p{Script=Han}{2,4}(?:大道|路|街|道|巷|弄|胡同|工业区|工业园|产业园|科技园|市场|大厦|小区|花园|公寓|厂区))/gu;
const STREET_WORD =
  /^(?:street|road|avenue|lane|drive|close|court|square|mews|terrace|place|crescent|way|block|east|west|north|south|upper|lower|new|old|strasse|straße|weg|platz|rue|via|calle)$/;

/** Numbers of houses and rooms that stand for themselves. */
const roomsOf: (street: string) => readonly RegExp[] = remember((street) =>
  (digitsIn(street).match(/\d{3,}/g) ?? []).map((room) => new RegExp(`(?<!\\d)${room}(?!\\d)`, 'u')),
);

/** What a firm alone is called, of two to six characters; empty where its name is made of common words. */
function coreOf(firm: string): string {
  const core = stripped(stripped(firm, PLACE_FIRST), FIRM_WORD);
  return core.length >= 2 && core.length <= 6 ? core : '';
}

/** A firm's name has a few such words, one after the other. */
function stripped(name: string, word: RegExp): string {
  let rest = name;
  for (let count = 0; count < MOST_FIRM_WORDS && word.test(rest); count += 1) rest = rest.replace(word, '');
  return rest;
}
const MOST_FIRM_WORDS = 6;
const PLACE_FIRST =
  /^(?:中国|(?:北京|上海|天津|重庆|广州|深圳|杭州|苏州|南京|武汉|成都|西安|东莞|佛山|义乌|宁波|厦门|福州|青岛|济南|郑州|长沙|合肥|昆明|香港|台北|台湾|台中|高雄|澳门)|\p{Script=Han}{2,3}[省市区县])/u;
const FIRM_WORD =
  /(?:股份|有限|责任|公司|集团|企业|实业|贸易|商贸|电子|科技|服饰|服装|食品|家居|百货|文具|化妆品|日用品|工艺品|皮具|鞋业|玩具|五金|物流|仓储|仓管|供应链|专营店|专卖店|旗舰店|商店|商行|商城|超市|工作室|工厂|制造厂|厂|店|铺|仓|行)$/u;

const wordly = (word: string): RegExp => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u');

const isOnTheMap = (word: string): boolean => tellOnTheMap(word.charAt(0).toUpperCase() + word.slice(1), 'en') !== undefined;

/** Whether a text may tell of anybody, whoever it is: what looks like a phone, a name, an address or a code. */
export function holdsSomebodys(text: string): boolean {
  const folded = fold(text);
  return (
    IS_SOMEBODYS.test(folded) ||
    [findPhones(folded), findCodes(folded), findPlaces(folded), findNames(text, folded)].some((spans) => spans.length > 0) ||
    Array.from(folded.matchAll(OWNED)).some(([, owner = '']) => isSurelySurname(owner))
  );
}

/** Parts of addresses, ways to reach somebody, what is to be done with a parcel, and digits longer than a size or a price. */
export const IS_SOMEBODYS = new RegExp(
  [
    '[路街道巷弄村苑庄屯坊里]\\S{0,8}[\\d一二三四五六七八九十]',
    '(?:\\d|[零一二三四五六七八九十百])(?:号|栋|幢|座|室|单元|楼|弄|院|户|组)',
    '小区|花园|公寓|大厦|广场|新村|家园|宿舍|[省市区县镇乡]\\S{0,12}[路街道村]',
    '地址|邮编|退[货件回]|寄[往到回给]|[收寄发]件|联系|电话|手机号|微信|尾号|密码|口令|@',
    '(?<=\\p{Script=Han})(?:先生|女士|小姐|太太)',
    '\\d(?:[\\s().+-]{0,2}\\d){5}|[零一二三四五六七八九幺]{4}|[壹贰叁肆伍陆柒捌玖]{3}',
    "\\b\\d{1,5}[a-z]?,? (?:[a-z'.-]{1,20} ){0,3}(?:st|street|rd|road|ave|avenue|lane|ln|drive|dr|way|close|court|square|blvd|terrace)\\b",
    '\\b(?:flat|apt|apartment|suite|room|unit|block|floor) ?(?:no\\.? ?)?#?(?:\\d|(?<= )[a-z]\\b)',
    '\\b(?:return|send|sent|deliver|ship|call|tel|contact|whatsapp|wechat|address|postcode|zip|attn|mr|mrs|ms|for|to|from|by)\\b',
    '\\b[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}\\b',
  ].join('|'),
  'u',
);
/** 李晓红的耳机, 王明收. */
const OWNED = /(?<!\p{Script=Han})(\p{Script=Han}{2,3}?)(?:的|收|亲收|转)/gu;
