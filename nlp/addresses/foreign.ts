/** An address in Latin letters. `span` covers the whole, country and postcode included. */
export interface ForeignAddress {
  readonly country: string;
  readonly postcode: string | undefined;
  readonly start: number;
  readonly end: number;
}

interface Country {
  readonly code: string;
  readonly name: RegExp;
  /** Undefined where there are none (Hong Kong, Macau, most of the Emirates). */
  readonly postcode?: RegExp;
}

// Postcode shapes after the UPU's addressing sheets; only countries parcels often go to.
const COUNTRIES: readonly Country[] = [
  { code: 'HK', name: /\b(?:hong ?kong|h\.?k\.?|kowloon|new territories|n\.t\.)(?![a-z$])/i },
  { code: 'MO', name: /\bmaca[uo]\b/i },
  { code: 'TW', name: /\btaiwan\b/i, postcode: /\b\d{3}(?:\d{2,3})?\b/ },
  { code: 'US', name: /\b(?:usa|u\.s\.a\.?|united states)\b/i, postcode: /\b[A-Z]{2},? (\d{5}(?:-\d{4})?)\b/ },
  { code: 'CA', name: /\bcanada\b/i, postcode: /\b[A-CEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d\b/i },
  { code: 'GB', name: /\b(?:uk|u\.k\.|united kingdom|england|scotland|wales)\b/i, postcode: /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/i },
  { code: 'AU', name: /\baustralia\b/i, postcode: /\b(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT),? (\d{4})\b/i },
  { code: 'NZ', name: /\bnew zealand\b/i, postcode: /\b\d{4}\b/ },
  { code: 'SG', name: /\bsingapore\b/i, postcode: /\b\d{6}\b/ },
  { code: 'MY', name: /\bmalaysia\b/i, postcode: /\b\d{5}\b/ },
  { code: 'JP', name: /\bjapan\b|日本/i, postcode: /\b\d{3}-\d{4}\b/ },
  { code: 'KR', name: /\b(?:south )?korea\b/i, postcode: /\b\d{5}\b/ },
  { code: 'DE', name: /\bgermany\b/i, postcode: /\b\d{5}\b/ },
  { code: 'FR', name: /\bfrance\b/i, postcode: /\b\d{5}\b/ },
  { code: 'IT', name: /\bitaly\b/i, postcode: /\b\d{5}\b/ },
  { code: 'ES', name: /\bspain\b/i, postcode: /\b\d{5}\b/ },
  { code: 'NL', name: /\b(?:the )?netherlands\b/i, postcode: /\b\d{4} ?[A-Z]{2}\b/ },
  { code: 'TH', name: /\bthailand\b/i, postcode: /\b\d{5}\b/ },
  { code: 'CN', name: /\b(?:p\.?r\.? ?)?china\b/i, postcode: /\b\d{6}\b/ },
];
/** Shapes so particular that they name their country. */
const TELLING: ReadonlySet<string> = new Set(['US', 'CA', 'GB', 'AU']);

const STREET_WORD =
  /\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|place|square|way|close|crescent|terrace|highway|parkway|jalan|rue|via|calle|stra(?:ss|ß)e|\p{L}{1,30}stra(?:ss|ß)e|flat|unit|apt|apartment|suite|room|block|tower|building|estate|p\.?o\.? box)\b\.?/iu;
const BEGINNING =
  /\b(?:flat|unit|apt\.?|apartment|suite|room|rm\.?|block|floor|p\.?o\.? box|no\.?)[ .]*\d|#\d|\b\d{1,5}[a-z]?(?:[/-]\d{1,4}){0,2}[ ,]/iu;

/** A plain reading: from the first house number or flat to the postcode or country after it; both together or a street word with one of them. */
export function findForeign(text: string): ForeignAddress | undefined {
  const begin = BEGINNING.exec(text);
  if (!begin) return undefined;
  const rest = text.slice(begin.index);
  for (const { code, name, postcode } of COUNTRIES) {
    const named = lastOf(rest, name);
    const coded = postcode && lastOf(rest.slice(begin[0].length), postcode);
    const isEnough = named
      ? STREET_WORD.test(rest) || coded !== undefined
      : coded !== undefined && TELLING.has(code) && STREET_WORD.test(rest);
    if (!isEnough) continue;
    const end = Math.max(named?.end ?? 0, (coded?.end ?? -begin[0].length) + begin[0].length);
    return { country: code, postcode: coded?.value, start: begin.index, end: begin.index + end };
  }
  return undefined;
}

function lastOf(text: string, pattern: RegExp): { readonly value: string; readonly end: number } | undefined {
  const match = [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].at(-1);
  return match && { value: match[1] ?? match[0], end: match.index + match[0].length };
}
