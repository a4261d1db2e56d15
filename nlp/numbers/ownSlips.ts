import type { FoundNumber } from '../../core/types.ts';
import { findCorrections } from './corrections.ts';
import type { OwnFormat } from './formats/own.ts';
import { identify } from './identify.ts';

/** An own number that went wrong by more than its check digit. */
export interface OwnSlip extends Pick<FoundNumber, 'normalized' | 'candidates' | 'problem' | 'corrections'> {
  /** How many tokens it takes. */
  readonly size: number;
}

const FEWEST_DIGITS = 6;
const MOST_EXTRA = 4;
const LETTERS_FOR_DIGITS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const MISTYPED = { carrier: 'own', format: 'own', confidence: 'prefix', checksum: 'bad' } as const;

/**
 * Looks for an own number with digits missing, digits too many, or O for 0 and I or L for 1, among the windows that begin
 * at one place (shortest first). The letters are never replaced silently: the number comes back as a correction to offer.
 */
export function findOwnSlip(windows: readonly string[], own: OwnFormat): OwnSlip | undefined {
  if (!own.prefix || !windows[0]?.startsWith(own.prefix.slice(0, windows[0].length))) return undefined;
  // A first group that is nearly the whole number is all there is of it: what follows ("XB1234567890 2 boxes") is not.
  const isWhole = windows[0].length >= own.prefix.length + FEWEST_DIGITS + 2;
  for (let size = isWhole ? 1 : windows.length; size >= 1; size -= 1) {
    const slip = readSlip(windows[size - 1] ?? '', own);
    if (slip) return { ...slip, size };
  }
  return undefined;
}

function readSlip(joined: string, own: OwnFormat): Omit<OwnSlip, 'size'> | undefined {
  if (!joined.startsWith(own.prefix)) return undefined;
  const rest = joined.slice(own.prefix.length);
  const expected = own.example.length - own.prefix.length;
  if (/^\d+$/.test(rest)) {
    if (rest.length < FEWEST_DIGITS || rest.length === expected || rest.length > expected + MOST_EXTRA) return undefined;
    return { normalized: joined, candidates: [], problem: rest.length < expected ? 'too_short' : 'too_long', corrections: [] };
  }
  if (rest.length !== expected || !/^[\dOIL]+$/.test(rest) || rest.replace(/\D/g, '').length < FEWEST_DIGITS) return undefined;
  const digits = own.prefix + rest.replace(/[OIL]/g, (letter) => LETTERS_FOR_DIGITS[letter] ?? letter);
  const isValid = (number: string): boolean => identify(number, own).candidates[0]?.carrier === 'own';
  const corrections = isValid(digits) ? [digits] : findCorrections(digits, isValid);
  return { normalized: joined, candidates: [MISTYPED], problem: 'bad_check_digit', corrections };
}
