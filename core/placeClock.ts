import { offsetMs, say } from './i18n.ts';
import { countryName, placeName, tellOnTheMap } from './places.ts';
import type { Locale, Text } from './types.ts';
import { agreedZone, type Place, zonesOf } from './zones.ts';

/** The clock an instant is told on. */
export interface PlaceClock {
  /** IANA name, or a fixed offset such as `-05:00`. */
  readonly timeZone: string;
  /** Whose clock it is, `Berlin time`; empty where it shows what the reader's own does. */
  readonly name: string;
}

interface Reader {
  readonly locale: Locale;
  /** The company's zone, which the reader's clock is taken to be. */
  readonly timeZone: string;
}

const MINUTE_MS = 60_000;

/**
 * The clock of a place at an instant. An offset that came with the instant tells which of several zones is meant, and stands where
 * none is known. UTC, or the company's own time, told of a place abroad is how a system writes, not what the clock there shows.
 * Where nothing is known it is the company's, and named, because the place's was to be expected.
 */
export function clockOf(place: Place, at: Date, utcOffsetMinutes: number | undefined, reader: Reader): PlaceClock {
  const zones = zonesOf(place);
  const home = offsetMs(at, reader.timeZone);
  const told = utcOffsetMinutes === undefined ? undefined : utcOffsetMinutes * MINUTE_MS;
  const meant = zones.find((zone) => offsetMs(at, zone) === told);
  const isWritersOwn = told === undefined || told === 0 || told === home;
  const agreed = meant ?? (isWritersOwn ? agreedZone(zones, at) : undefined);
  if (agreed) return { timeZone: agreed, name: offsetMs(at, agreed) === home ? '' : nameOf(place, offsetMs(at, agreed), reader.locale) };
  if (told !== undefined)
    return { timeZone: formatOffset(utcOffsetMinutes ?? 0), name: told === home ? '' : utcName(utcOffsetMinutes ?? 0) };
  return { timeZone: reader.timeZone, name: zones.length > 1 ? cityOfZone(reader) : '' };
}

/** ISO 8601: `+08:00`, `-03:30`. */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** An instant as an offset shows it, `2026-11-26T23:30:00.000+01:00`; without one in UTC, ending in Z. */
export function toOffsetIso(at: Date, utcOffsetMinutes: number | undefined): string {
  if (utcOffsetMinutes === undefined) return at.toISOString();
  return new Date(at.getTime() + utcOffsetMinutes * MINUTE_MS).toISOString().replace('Z', formatOffset(utcOffsetMinutes));
}

const pad = (count: number): string => String(count).padStart(2, '0');

/** `UTC−5`, `UTC+5:30`. */
function utcName(minutes: number): string {
  const [hours = '', rest = ''] = formatOffset(minutes).slice(1).split(':');
  return `UTC${minutes < 0 ? '−' : '+'}${Number(hours)}${rest === '00' ? '' : `:${rest}`}`;
}

const TIME_OF: Text = { 'zh-Hans': '{place}时间', 'zh-Hant': '{place}時間', en: '{place} time' };

/** By its city where that is on the map, else by a country of one clock, else by the offset: what is written for a city may be anything. */
function nameOf({ city = '', country = '' }: Place, offset: number, locale: Locale): string {
  const isKnown = /^[a-z]{2}$/i.test(country) && (city === '' || zonesOf({ country }).length === 1);
  const told = (city === '' ? undefined : tellOnTheMap(city, locale)) ?? (isKnown ? countryName(country, locale) : undefined);
  return told === undefined ? utcName(offset / MINUTE_MS) : timeOf(told, locale);
}

/** China's time is called Beijing's, whatever the zone is called. */
function cityOfZone({ timeZone, locale }: Reader): string {
  const city = timeZone === 'Asia/Shanghai' ? 'Beijing' : (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
  return timeOf(placeName(city, locale), locale);
}

function timeOf(place: string, locale: Locale): string {
  // Between Latin letters and Chinese a blank is written.
  return say(TIME_OF, locale, { place: locale !== 'en' && /[A-Za-z.]$/.test(place) ? `${place} ` : place });
}
