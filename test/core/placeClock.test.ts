import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../core/i18n.ts';
import { clockOf, toOffsetIso } from '../../core/placeClock.ts';
import { agreedZone, type Place, zonesOf } from '../../core/zones.ts';

const NOW = new Date('2026-11-28T00:00:00Z');
const reader = { locale: 'en', timeZone: 'Asia/Shanghai' } as const;

/** What a reader in Shanghai is told of an instant with its offset; `Z` and none say nothing of a place's clock. */
function tell(written: string, place: Place, locale: 'en' | 'zh-Hans' | 'zh-Hant' = 'en'): string {
  const at = new Date(written);
  const offset = /([+-])(\d\d):(\d\d)$/.exec(written);
  const minutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : undefined;
  const { timeZone, name } = clockOf(place, at, minutes, { ...reader, locale });
  return `${formatInstant(at, locale, timeZone, NOW)}${name && ` | ${name}`}`;
}

describe('the zones of a place', () => {
  // By the IANA database: the zone each town keeps.
  it.each([
    [{ city: 'Berlin', country: 'DE' }, 'Europe/Berlin'],
    [{ city: '纽约', country: 'US' }, 'America/New_York'],
    [{ city: 'New York City', region: 'NY', country: 'US' }, 'America/New_York'],
    [{ city: '休士頓', country: 'US' }, 'America/Chicago'],
    [{ city: 'El Paso', region: 'Texas', country: 'US' }, 'America/Denver'],
    [{ city: 'Portland', country: 'US' }, 'America/Los_Angeles'],
    [{ city: 'Portland', region: 'ME', country: 'US' }, 'America/New_York'],
    [{ city: 'Nowhere Springs', region: 'California', country: 'US' }, 'America/Los_Angeles'],
    [{ city: 'Perth', country: 'AU' }, 'Australia/Perth'],
    [{ city: '溫哥華', country: 'CA' }, 'America/Vancouver'],
    [{ city: 'São Paulo', country: 'BR' }, 'America/Sao_Paulo'],
    [{ city: '乌鲁木齐', country: 'CN' }, 'Asia/Shanghai'],
    [{ city: '东京' }, 'Asia/Tokyo'],
    [{ city: '杭州市' }, 'Asia/Shanghai'],
    [{ country: 'GB' }, 'Europe/London'],
  ])('%j is %s', (place, zone) => expect(zonesOf(place)).toEqual([zone]));

  it('are several where nobody can tell, and agree only where their clocks do', () => {
    expect(zonesOf({ city: 'Nowhere Springs', country: 'US' }).length).toBeGreaterThan(4);
    expect(agreedZone(zonesOf({ country: 'US' }), NOW)).toBeUndefined();
    // Malaysia has two zones of one clock.
    expect(agreedZone(zonesOf({ country: 'MY' }), NOW)).toBe('Asia/Kuala_Lumpur');
    expect(zonesOf({ city: 'Atlantis', country: 'XX' })).toEqual([]);
    expect(agreedZone([], NOW)).toBeUndefined();
  });
});

describe('the clock a place’s times are told on', () => {
  const berlin = { city: 'Berlin', country: 'DE' };

  it('is the place’s, named where it is not the reader’s', () => {
    expect(tell('2026-11-26T23:30:00+01:00', berlin)).toBe('26 Nov 23:30 | Berlin time');
    expect(tell('2026-11-26T23:30:00+01:00', berlin, 'zh-Hans')).toBe('11月26日 23:30 | 柏林时间');
    expect(tell('2026-11-26T23:30:00+01:00', berlin, 'zh-Hant')).toBe('11月26日 23:30 | 柏林時間');
    expect(tell('2026-11-30T17:00:00-05:00', { city: 'New York', country: 'US' })).toBe('30 Nov 17:00 | New York time');
    expect(tell('2026-11-26T09:00:00+08:00', { city: '杭州', country: 'CN' })).toBe('26 Nov 09:00');
    expect(tell('2026-11-26T09:00:00+08:00', { city: 'Taipei', country: 'TW' })).toBe('26 Nov 09:00');
  });

  it('is the place’s also where the company’s system wrote its own time, or UTC', () => {
    for (const same of ['2026-11-27T06:30:00+08:00', '2026-11-26T22:30:00Z', '2026-11-26T22:30:00+00:00'])
      expect(tell(same, berlin)).toBe('26 Nov 23:30 | Berlin time');
  });

  it('follows summer time', () => {
    expect(tell('2026-07-01T10:00:00Z', berlin)).toBe('1 Jul 12:00 | Berlin time');
    expect(tell('2026-07-01T10:00:00Z', { city: 'London', country: 'GB' })).toBe('1 Jul 11:00 | London time');
  });

  it('is told by the offset which of several zones is meant, and is the offset where no zone is known', () => {
    expect(tell('2026-11-26T12:00:00-05:00', { city: 'Portland', country: 'US' })).toBe('26 Nov 12:00 | UTC−5');
    expect(tell('2026-11-26T12:00:00-06:00', { city: 'Nowhere Springs', country: 'US' })).toBe('26 Nov 12:00 | UTC−6');
    expect(tell('2026-11-26T12:00:00+05:30', {})).toBe('26 Nov 12:00 | UTC+5:30');
    expect(tell('2026-11-26T12:00:00+08:00', {})).toBe('26 Nov 12:00');
  });

  it('is the company’s where nothing is known, named where the place’s was to be expected', () => {
    expect(tell('2026-11-26T12:00:00Z', { country: 'US' })).toBe('26 Nov 20:00 | Beijing time');
    expect(tell('2026-11-26T12:00:00Z', { country: 'US' }, 'zh-Hans')).toBe('11月26日 20:00 | 北京时间');
    expect(tell('2026-11-26T12:00:00Z', {})).toBe('26 Nov 20:00');
  });
});

describe('an instant given back', () => {
  it.each([
    ['2026-11-26T23:30:00.000+01:00', 60],
    ['2026-11-26T23:30:00.000-03:30', -210],
    ['2026-11-26T23:30:00.000+00:00', 0],
    ['2026-11-26T23:30:00.000Z', undefined],
  ])('is %s', (written, minutes) => expect(toOffsetIso(new Date(written), minutes)).toBe(written));
});
