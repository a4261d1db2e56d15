import { describe, expect, it } from 'vitest';
import type { Locale } from '../../core/types.ts';
import { findDates } from '../../nlp/dates.ts';

// Saturday, 20:00 in Shanghai (12:00 UTC).
const NOW = new Date('2026-11-21T12:00:00Z');
const ZONE = 'Asia/Shanghai';

/** So many days after that Saturday: Sunday is 1, next Monday 2, next Wednesday 4, next Friday 6. */
const day = (after: number): string => new Date(Date.UTC(2026, 10, 21 + after)).toISOString().slice(0, 10);
const part = (after: number, from: number, to: number): string => `${at(after, from)}/${at(after, to)}`;
const at = (after: number, hour: number, minute = 0): string =>
  new Date(Date.UTC(2026, 10, 21 + after, hour, minute)).toISOString().slice(0, 16);

const read = (text: string, locale: Locale, direction?: 'future' | 'past' | 'nearest') =>
  findDates(text, locale, NOW, ZONE, direction && { direction }).map(({ value, relation }) =>
    relation === 'at' ? value : `${relation} ${value}`,
  );

type Row = readonly [text: string, value: string];

describe('in simplified Chinese', () => {
  it.each<Row>([
    // November has 30 days.
    ['31号', '2026-12-31'],
    ['30号', '2026-11-30'],
    ['二十八号', '2026-11-28'],
    // The 20th was yesterday.
    ['20号之前', 'before 2026-12-20'],
    ['20号以前送到', 'before 2026-12-20'],
    ['25号前', 'before 2026-11-25'],
    ['25号以后再送', 'after 2026-11-25'],
    ['月底', '2026-11-30'],
    ['月底前能到吗', 'before 2026-11-30'],
    ['月初', '2026-12-01'],
    ['下个月初', '2026-12-01'],
    ['十二月中旬', '2026-12-11/2026-12-20'],
    ['半小时后', at(0, 20, 30)],
    ['一个半小时后', at(0, 21, 30)],
    ['15分钟后', at(0, 20, 15)],
    ['三天后', day(3)],
    ['3天内', `before ${day(3)}`],
    ['一个星期后', day(7)],
    ['明早9点', at(1, 9)],
    ['今晚', part(0, 18, 24)],
    ['今晚10点', at(0, 22)],
    ['明天下午两点到四点', `${at(1, 14)}/${at(1, 16)}`],
    ['周三上午9-12点', `${at(4, 9)}/${at(4, 12)}`],
    ['下个礼拜三上午', part(4, 6, 12)],
    ['下星期三', day(4)],
    ['这周末', `${day(0)}/${day(1)}`],
    ['本周内', `before ${day(1)}`],
    ['下周', `${day(2)}/${day(8)}`],
    ['周五送', day(6)],
    // Three in the afternoon has passed today.
    ['下午三点之前', `before ${at(1, 15)}`],
    ['11月28日下午2点', '2026-11-28T14:00'],
    ['25号到28号', '2026-11-25/2026-11-28'],
    ['2027年1月5日', '2027-01-05'],
    ['3月5号', '2027-03-05'],
    // The next leap year.
    ['2月29日', '2028-02-29'],
    ['元旦', '2027-01-01'],
    ['圣诞前', 'before 2026-12-25'],
    ['五一前', 'before 2027-05-01'],
    ['最迟周五', `before ${day(6)}`],
  ])('reads %s', (text, value) => expect(read(text, 'zh-Hans')).toEqual([value]));
});

describe('in traditional Chinese and Cantonese', () => {
  it.each<Row>([
    ['聽日', day(1)],
    ['聽日下晝', part(1, 12, 18)],
    ['後日朝早', part(2, 6, 12)],
    ['聽晚8點後', `after ${at(1, 20)}`],
    ['半個鐘後', at(0, 20, 30)],
    ['兩個鐘頭後', at(0, 22)],
    ['20號前', 'before 2026-12-20'],
    ['20號之後先送', 'after 2026-12-20'],
    ['廿八號', '2026-11-28'],
    ['禮拜日', day(1)],
    ['呢個禮拜日', day(1)],
    ['下個禮拜三下晝三點', at(4, 15)],
    ['下週五之前', `before ${day(6)}`],
    ['過兩天', day(2)],
    ['下個月底前', 'before 2026-12-31'],
    ['改禮拜五再送', day(6)],
  ])('reads %s', (text, value) => expect(read(text, 'zh-Hant')).toEqual([value]));
});

describe('in English', () => {
  it.each<Row>([
    ['next Wednesday morning', part(4, 6, 12)],
    ['by the 20th', 'before 2026-12-20'],
    ['the 31st', '2026-12-31'],
    ['end of month', '2026-11-30'],
    ['by the end of next month', 'before 2026-12-31'],
    ['in half an hour', at(0, 20, 30)],
    ['in 3 days', day(3)],
    ['two weeks later', day(14)],
    ['within 48 hours', `before ${at(2, 20)}`],
    ['tomorrow afternoon', part(1, 12, 18)],
    ['tomorrow at 3pm', at(1, 15)],
    ['2-4pm tomorrow', `${at(1, 14)}/${at(1, 16)}`],
    ['at 3 in the afternoon tomorrow', at(1, 15)],
    ['the day after tomorrow', day(2)],
    ['tonight', part(0, 18, 24)],
    ['friday please', day(6)],
    ['by Friday at 5pm', `before ${at(6, 17)}`],
    ['last friday', day(-1)],
    // Looks back by itself: the Monday before that Saturday.
    ['since monday', `after ${day(-5)}`],
    ['12/25', '2026-12-25'],
    ['this weekend', `${day(0)}/${day(1)}`],
    ['next week', `${day(2)}/${day(8)}`],
    ['before noon', `before ${at(1, 12)}`],
    ['5th of December', '2026-12-05'],
    ['December 5, 2027', '2027-12-05'],
    ['before Christmas', 'before 2026-12-25'],
    // The first Thursday of November 2026 is the 5th: 5 + 21.
    ['thanksgiving', '2026-11-26'],
  ])('reads %s', (text, value) => expect(read(text, 'en')).toEqual([value]));
});

// Days of the Hong Kong Observatory's conversion table: new year 2027 is 6 February, mid-autumn 15 September, Ching Ming 5 April.
describe('by the lunar calendar', () => {
  it.each<readonly [string, Locale, string]>([
    ['春节前', 'zh-Hans', 'before 2027-02-06'],
    ['年前能到吗', 'zh-Hans', 'before 2027-02-06'],
    ['過年後', 'zh-Hant', 'after 2027-02-06'],
    ['除夕', 'zh-Hans', '2027-02-05'],
    ['大年初三', 'zh-Hans', '2027-02-08'],
    ['元宵節', 'zh-Hant', '2027-02-20'],
    ['清明', 'zh-Hans', '2027-04-05'],
    ['端午', 'zh-Hans', '2027-06-09'],
    ['中秋后', 'zh-Hans', 'after 2027-09-15'],
    ['before Chinese New Year', 'en', 'before 2027-02-06'],
  ])('reads %s', (text, locale, value) => expect(read(text, locale)).toEqual([value]));
});

it('looks back where the past is meant, or to the closer side', () => {
  expect(read('周五', 'zh-Hans', 'past')).toEqual([day(-1)]);
  expect(read('周五', 'zh-Hans', 'nearest')).toEqual([day(-1)]);
  expect(read('20号', 'zh-Hans', 'past')).toEqual(['2026-11-20']);
  expect(read('31号', 'zh-Hans', 'past')).toEqual(['2026-10-31']);
  expect(read('3月5号', 'zh-Hans', 'past')).toEqual(['2026-03-05']);
  expect(read('中秋', 'zh-Hans', 'past')).toEqual(['2026-09-25']);
});

it.each<readonly [string, Locale]>([
  ['', 'zh-Hans'],
  ['不要了', 'zh-Hans'],
  ['我等了5天', 'zh-Hans'],
  ['2月30日', 'zh-Hans'],
  ['11月31日', 'zh-Hans'],
  ['我住3号楼，5号线旁边', 'zh-Hans'],
  ['人民路20号', 'zh-Hans'],
  ['早上好', 'zh-Hans'],
  ['有三点要求', 'zh-Hans'],
  ['等咗三日', 'zh-Hant'],
  ['给你们8/10分', 'zh-Hans'],
  ['保修30年', 'zh-Hans'],
  ['然后天气很好', 'zh-Hans'],
  ['good morning', 'en'],
  ['the 3rd attempt', 'en'],
  ['may i ask', 'en'],
  ['明天'.repeat(200), 'zh-Hans'],
])('finds none in %s', (text, locale) => expect(read(text, locale)).toEqual([]));

it('reads several, each where it stands', () => {
  const text = '不要明天，改後日朝早';
  const found = findDates(text, 'zh-Hant', NOW, ZONE);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['明天', '後日朝早']);
});

it('says how fine the words were', () => {
  const grains = ['半小时后', '明天下午', '明天', '下周', '12月'].map((text) => findDates(text, 'zh-Hans', NOW, ZONE)[0]?.grain);
  expect(grains).toEqual(['minute', 'part', 'day', 'week', 'month']);
});

it('takes the day of the zone, not of the server', () => {
  // 22:00 UTC on the 23rd is the 24th in Shanghai.
  expect(findDates('明天', 'zh-Hans', new Date('2026-11-23T22:00:00Z'), ZONE)[0]?.value).toBe('2026-11-25');
});

it('leaves what our rules do not know to the recognisers', () => {
  // The week of 1 December 2026 or the first whole one, by their reading: a stretch of seven days in December.
  expect(read('the first week of december', 'en')[0]).toMatch(/^2026-1[12]-\d\d\/2026-12-\d\d$/);
});
