import { describe, expect, it } from 'vitest';
import { dayIn, formatDay, formatDuration, formatInstant, formatTime, toLocale } from '../../core/i18n.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const ZONE = 'Asia/Shanghai';

describe('language and dates', () => {
  it.each([
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh_HK', 'zh-Hant'],
    ['zh-Hant-MO', 'zh-Hant'],
    ['yue', 'zh-Hant'],
    ['en-GB', 'en'],
    ['fr', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads %s as %s', (tag, locale) => {
    expect(toLocale(tag)).toBe(locale);
  });

  it('says a day as each language does, with the year only when it is another', () => {
    const day = new Date('2026-11-23T01:00:00Z'); // 09:00 in Shanghai
    expect((['zh-Hans', 'zh-Hant', 'en'] as const).map((locale) => formatDay(day, locale, ZONE, NOW))).toEqual([
      '11月23日(周一)',
      '11月23日(週一)',
      'Mon 23 Nov',
    ]);
    expect(formatDay(new Date('2027-01-02T01:00:00Z'), 'zh-Hans', ZONE, NOW)).toBe('2027年1月2日(周六)');
  });

  it('puts an instant into the zone it is shown in', () => {
    expect(formatInstant(new Date('2026-11-21T16:30:00Z'), 'en', ZONE, NOW)).toBe('22 Nov 00:30');
    expect(formatInstant(new Date('2026-11-21T16:30:00Z'), 'zh-Hant', 'Europe/Berlin', NOW)).toBe('11月21日 17:30');
  });

  it('knows on which hour clocks are put forward and back', () => {
    // EU directive 2000/84/EC: last Sundays of March and October, 01:00 UTC.
    const at = ['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z', '2026-10-25T00:59:00Z', '2026-10-25T01:00:00Z', '2026-03-29T00:59:00Z'];
    const times = at.map((instant) => formatTime(new Date(instant), 'Europe/Berlin'));
    expect(times).toEqual(['01:59', '03:00', '02:59', '02:00', '01:59']);
  });

  it.each([
    ['2026-12-31T18:30:00Z', 'Asia/Kolkata', '2027-01-01'], // + 5:30 is midnight
    ['2026-12-31T18:29:59Z', 'Asia/Kolkata', '2026-12-31'],
    ['1969-12-31T23:00:00Z', 'Asia/Shanghai', '1970-01-01'], // before the epoch, + 8:00
    ['2026-11-21T03:00:00Z', 'America/New_York', '2026-11-20'], // − 5:00
  ])('counts %s in %s to %s', (instant, zone, day) => {
    expect(dayIn(new Date(instant), zone)).toBe(day);
  });

  it.each([
    [30_000, '1 minute'],
    [59 * 60_000, '59 minutes'],
    [60 * 60_000, '1 hour'],
    [47 * 3_600_000, '47 hours'],
    [48 * 3_600_000, '2 days'],
  ])('says %i ms as %s', (ms, words) => {
    expect(formatDuration(ms, 'en')).toBe(words);
  });
});
