import { cityMapping } from 'city-timezones';

/** A town of the world with its clock; names folded by `toTownKey`. */
export interface Town {
  readonly name: string;
  readonly region: string;
  readonly state: string;
  readonly zone: string;
  readonly people: number;
}

/** Without accents and `City`, in lower case. */
export function toTownKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/ city$/, '');
}

/** Some 7,300, by country (ISO 3166 alpha-2), largest first. */
export const TOWNS: ReadonlyMap<string, readonly Town[]> = readTowns();

function readTowns(): Map<string, Town[]> {
  const towns = new Map<string, Town[]>();
  for (const { iso2, city, city_ascii, province, state_ansi, timezone, pop } of cityMapping.toSorted((a, b) => b.pop - a.pop)) {
    // Some rows of disputed land have no zone, or no country.
    if (!timezone || iso2.length !== 2) continue;
    const list = towns.get(iso2) ?? [];
    towns.set(iso2, list);
    list.push({
      name: toTownKey(city_ascii || city),
      region: toTownKey(province ?? ''),
      state: toTownKey(state_ansi ?? ''),
      zone: timezone,
      people: pop,
    });
  }
  return towns;
}
