import { offsetMs } from './i18n.ts';
import { TOWNS, type Town, toTownKey } from './places/towns.ts';
import { countryOf, placeName } from './places.ts';

/** A place as shipments name it; all in any of the product's languages. */
export interface Place {
  readonly city?: string | undefined;
  /** Province or state, in words or as its abbreviation: tells Portland, Maine from Portland, Oregon. */
  readonly region?: string | undefined;
  /** ISO 3166 alpha-2. Absent: that of the city, where the product knows it. */
  readonly country?: string | undefined;
}

/**
 * The zones a place may lie in, likeliest first: one for most places, several for a town nobody knows in a country of several,
 * none for an unknown country. Of towns that share a name the one ten times larger than the others is meant.
 */
export function zonesOf({ city, region, country }: Place): readonly string[] {
  const code = country || (city && countryOf(city)) || '';
  const legal = LEGAL.get(code);
  if (legal) return [legal];
  const all = TOWNS.get(code) ?? [];
  const name = city ? toTownKey(placeName(city, 'en')) : '';
  const there = all.filter((town) => town.name === name);
  const state = region ? toTownKey(placeName(region, 'en')) : '';
  const inState = all.filter((town) => state !== '' && (town.region === state || town.state === state));
  const told = there.filter((town) => inState.includes(town));
  return zonesIn([told, outstanding(there), inState, all].find((towns) => towns.length > 0) ?? []);
}

/** The one clock that all these zones show at an instant; undefined when they differ, or there is none. */
export function agreedZone(zones: readonly string[], at: Date): string | undefined {
  const [first] = zones;
  return first !== undefined && zones.every((zone) => offsetMs(at, zone) === offsetMs(at, first)) ? first : undefined;
}

/** The whole country keeps one time by law, whatever its maps say. */
const LEGAL: ReadonlyMap<string, string> = new Map([['CN', 'Asia/Shanghai']]);
const OUTSTANDING = 10;

function outstanding(towns: readonly Town[]): readonly Town[] {
  const [largest] = towns;
  if (!largest) return [];
  const rivals = towns.filter(({ zone, people }) => zone !== largest.zone && people * OUTSTANDING > largest.people);
  return rivals.length === 0 ? [largest] : towns;
}

const zonesIn = (towns: readonly Town[]): readonly string[] => [...new Set(towns.map(({ zone }) => zone))];
