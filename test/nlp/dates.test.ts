import { expect, it } from 'vitest';
import type { Locale } from '../../core/types.ts';
import { findDates } from '../../nlp/dates.ts';

// A Monday, 10:00 in Shanghai.
const NOW = new Date('2026-11-23T02:00:00Z');

it.each<readonly [string, Locale, string]>([
  ['明天送', 'zh-Hans', '2026-11-24'],
  ['周五送', 'zh-Hans', '2026-11-27'],
  ['改禮拜五再送', 'zh-Hant', '2026-11-27'],
  ['聽日先嚟', 'zh-Hant', '2026-11-24'],
  ['11月28日下午2点', 'zh-Hans', '2026-11-28T14:00'],
  // November has 30 days.
  ['31号再来', 'zh-Hans', '2026-12-31'],
  ['25號', 'zh-Hant', '2026-11-25'],
  ['friday please', 'en', '2026-11-27'],
  ['tomorrow at 3pm', 'en', '2026-11-24T15:00'],
])('reads %s', (text, locale, value) => {
  expect(findDates(text, locale, NOW, 'Asia/Shanghai').map((entity) => entity.value)).toEqual([value]);
});

it('takes the day of the zone, not of the server', () => {
  // 22:00 UTC on the 23rd is the 24th in Shanghai.
  const [found] = findDates('明天', 'zh-Hans', new Date('2026-11-23T22:00:00Z'), 'Asia/Shanghai');
  expect(found?.value).toBe('2026-11-25');
});

it('says where the date stands', () => {
  const text = '改聽日先嚟';
  const [found] = findDates(text, 'zh-Hant', NOW, 'Asia/Shanghai');
  expect(text.slice(found?.start, found?.end)).toBe('聽日');
});

it.each([[''], ['不要了'], ['我等了5天'], ['明天'.repeat(200)]])('finds none in %s', (text) => {
  expect(findDates(text, 'zh-Hans', NOW, 'Asia/Shanghai')).toEqual([]);
});
