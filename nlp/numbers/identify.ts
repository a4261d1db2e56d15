import type { NumberCandidate } from '../../core/types.ts';
import { CHINA_FORMATS } from './formats/china.ts';
import { EXPRESS_FORMATS } from './formats/express.ts';
import type { NumberFormat } from './formats/format.ts';
import type { OwnFormat } from './formats/own.ts';
import { toNumberFormat } from './formats/own.ts';
import { POSTAL_FORMATS } from './formats/postal.ts';
import { WORLD_FORMATS } from './formats/world.ts';

/** Every format but the own one. Within one class of evidence the earlier is the likelier for a Chinese company's customers. */
export const CARRIER_FORMATS: readonly NumberFormat[] = [...CHINA_FORMATS, ...POSTAL_FORMATS, ...EXPRESS_FORMATS, ...WORLD_FORMATS];

/** A number of more characters fits no format. */
export const MAX_NUMBER_LENGTH = 42;

/** What a normalised number may be. */
export interface Identity {
  /** Formats it fits, best first: own, then mark and check digit, mark alone, check digit alone, length alone. */
  readonly candidates: readonly NumberCandidate[];
  readonly formats: readonly NumberFormat[];
  /** Formats it fits but for the check digit, of those that report it. */
  readonly mistyped: readonly NumberFormat[];
}

const NOTHING: Identity = { candidates: [], formats: [], mistyped: [] };

/** Reads one number, upper-case without spaces. With hyphens only formats that print them are tried. */
export function identify(number: string, own: OwnFormat): Identity {
  const fits: NumberFormat[] = [];
  const mistyped: NumberFormat[] = [];
  const hyphenated = number.includes('-');
  for (const format of formatsOfLength(number.length, own)) {
    if (hyphenated && !format.hyphens) continue;
    if (!format.pattern.test(number)) continue;
    if (!format.check || format.check(number)) fits.push(format);
    else if (format.typo) mistyped.push(format);
  }
  if (fits.length === 0 && mistyped.length === 0) return NOTHING;
  fits.sort((a, b) => rank(a) - rank(b));
  return { candidates: withoutRepeats(fits).map(toCandidate), formats: fits, mistyped };
}

/** The candidate of a format whose check digit does not hold. */
export function toMistypedCandidate({ carrier, id }: NumberFormat): NumberCandidate {
  return { carrier, format: id, confidence: 'prefix', checksum: 'bad' };
}

function rank({ carrier, evidence, check }: NumberFormat): number {
  if (carrier === 'own') return 0;
  if (evidence === 'prefix') return check ? 1 : 2;
  return check ? 3 : 4;
}

/** Two rows may state one format: what its mark proves and what its length allows. */
function withoutRepeats(formats: readonly NumberFormat[]): readonly NumberFormat[] {
  return formats.filter((format, index) => formats.findIndex(({ id }) => id === format.id) === index);
}

function toCandidate({ carrier, id, evidence, check }: NumberFormat): NumberCandidate {
  // A reserved S10 service carries a check digit, yet its mark argues against it: never more than a shape.
  const confidence = !check || id === 's10_reserved' ? evidence : 'checksum';
  return { carrier, format: id === 's10_reserved' ? 's10' : id, confidence, checksum: check ? 'ok' : 'none' };
}

type ByLength = readonly (readonly NumberFormat[])[];

const byLengthOf = new WeakMap<OwnFormat, ByLength>();

function formatsOfLength(length: number, own: OwnFormat): readonly NumberFormat[] {
  let byLength = byLengthOf.get(own);
  if (!byLength) {
    const all = [toNumberFormat(own), ...CARRIER_FORMATS];
    byLength = Array.from({ length: MAX_NUMBER_LENGTH + 1 }, (_, size) =>
      all.filter(({ lengths: [shortest, longest] }) => shortest <= size && size <= longest),
    );
    byLengthOf.set(own, byLength);
  }
  return byLength[length] ?? [];
}
