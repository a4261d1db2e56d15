import { createRequire } from 'node:module';
import { addDays } from '../../core/days.ts';
import { choose, partsOf, toDay, weekdayOf } from './calendar.ts';
import type { Moment } from './found.ts';

/** A festival's day in a year of the common calendar; undefined where the calendars end (1900–2100). */
type DayIn = (year: number) => string | undefined;

/**
 * The day of a festival that a direction means. `name` as NAMED_FESTIVAL found it, simplified and lower-case.
 * Undefined for an unknown name.
 */
export function findFestival(name: string, { today, direction }: Moment): string | undefined {
  const dayIn = FESTIVALS.find(([pattern]) => pattern.test(name))?.[1];
  if (!dayIn) return undefined;
  const [year] = partsOf(today);
  return choose([dayIn(year - 1), dayIn(year), dayIn(year + 1)], today, direction);
}

interface ChineseDays {
  getSolarDateFromLunar(lunarDate: string): { readonly date: string };
  getSolarTermDate(year: number, month: number, term: string): string;
}

let chineseDays: ChineseDays | undefined;

/**
 * Not Intl's Chinese calendar, though Node has it: ICU 78 puts the new years of 2027 and 2030 a day off (its new moons fall on the
 * wrong side of midnight). chinese-days has the tables of the Hong Kong Observatory.
 */
function calendar(): ChineseDays {
  chineseDays ??= createRequire(import.meta.url)('chinese-days') as ChineseDays;
  return chineseDays;
}

/** A day of the lunar year that begins in `year`; none of these falls into a leap month. */
const lunar =
  (month: number, day: number): DayIn =>
  (year) =>
    year < FIRST_YEAR || year > LAST_YEAR
      ? undefined
      : calendar().getSolarDateFromLunar(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`).date;
const FIRST_YEAR = 1901;
const LAST_YEAR = 2099;

const fixed =
  (month: number, day: number): DayIn =>
  (year) =>
    toDay(year, month, day);

const term =
  (month: number, key: string): DayIn =>
  (year) =>
    year < FIRST_YEAR || year > LAST_YEAR ? undefined : calendar().getSolarTermDate(year, month, key);

const newYear = lunar(1, 1);
/** The last month has 29 or 30 days, so the eve is counted back. */
const newYearsEve: DayIn = (year) => {
  const day = newYear(year);
  return day && addDays(day, -1);
};

/** The fourth Thursday of November, as in the United States. */
const thanksgiving: DayIn = (year) => {
  const first = weekdayOf(`${year}-11-01`);
  return toDay(year, 11, 1 + ((4 - first + 7) % 7) + 21);
};

// The first pattern that fits a name wins: eves stand before their days.
const FESTIVALS: readonly (readonly [RegExp, DayIn])[] = [
  [/除夕|年三十|年夜|年卅|chinese new year's eve|lunar new year's eve/, newYearsEve],
  [/平安夜|christmas eve|xmas eve/, fixed(12, 24)],
  [/new year's eve/, fixed(12, 31)],
  [/圣诞|christmas|xmas/, fixed(12, 25)],
  [/春节|过年|农历新年|旧历新年|农历年|正月初一|大年初一|年初一|^年$|chinese new year|lunar new year|spring festival|cny/, newYear],
  [/大年初二|年初二/, lunar(1, 2)],
  [/大年初三|年初三/, lunar(1, 3)],
  [/元宵|正月十五|lantern festival/, lunar(1, 15)],
  [/端午|dragon boat/, lunar(5, 5)],
  [/七夕/, lunar(7, 7)],
  [/中秋|mid-?autumn|moon festival/, lunar(8, 15)],
  [/重阳/, lunar(9, 9)],
  [/腊八/, lunar(12, 8)],
  [/清明|qingming|ching ming/, term(4, 'pure_brightness')],
  [/冬至/, term(12, 'the_winter_solstice')],
  [/元旦|新年|new year/, fixed(1, 1)],
  [/情人节|valentine/, fixed(2, 14)],
  [/五一|劳动节|labou?r day/, fixed(5, 1)],
  [/六一|儿童节/, fixed(6, 1)],
  [/^618$/, fixed(6, 18)],
  [/双十节/, fixed(10, 10)],
  [/国庆|^十一|national day/, fixed(10, 1)],
  [/万圣|halloween/, fixed(10, 31)],
  [/双十一|双11/, fixed(11, 11)],
  [/双十二|双12/, fixed(12, 12)],
  [/thanksgiving|感恩节/, thanksgiving],
];

/**
 * Names of festivals in simplified or lower-case text. 五一, 十一 and 618 are numbers as well and need a word behind them that only a
 * festival has; 年 alone means the New Year before 前 and 后 and without a number or 去, 今, 明 before it.
 */
export const NAMED_FESTIVAL =
  /大年三十|年三十晚?|大?年卅|除夕夜?|平安夜|圣诞节?|春节|过年(?!过)|农历新年|农历年|旧历新年|(?:正月|大?年)初[一二三]|元宵节?|正月十五|端午节?|七夕节?|中秋节?|重阳节?|腊八节?|清明节?|冬至|元旦|新年(?!快乐|好)|情人节|劳动节|儿童节|双十节|双(?:十[一二]|1[12])|国庆节?|万圣节?|感恩节|(?<![一二三四五六七八九十零幺\d])(?:五一|六一|十一)(?=节|假|长假|期间|之?前|以前|之?后|以后|国庆)(?:节|长假)?|(?<!\d)618(?=大促|前|后|之|期间)|(?<![\d一二三四五六七八九十几两半多去今明后前每全整当今周往成少青老中童])年(?=前(?!后|面|夜)|后(?!来|面))|(?:chinese|lunar) new year(?:'s (?:day|eve))?|new year(?:'s(?: (?:day|eve))?)?(?! to you)|spring festival|christmas(?: (?:eve|day))?|xmas(?: eve)?|mid-?autumn(?: festival)?|moon festival|dragon boat(?: festival)?|lantern festival|qingming|ching ming|labou?r day|national day|halloween|valentine's day|thanksgiving|(?<=(?:before|after|by|until|during) )cny\b/y;
