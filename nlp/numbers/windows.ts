import type { FoundNumber } from '../../core/types.ts';
import { isAboutParcels, isLabelledOther, isLabelledTracking, isPartOfSomethingElse } from './context.ts';
import { findCorrections } from './corrections.ts';
import { isTimestampLike } from './exclusions.ts';
import type { Folded, Span } from './fold.ts';
import type { NumberFormat } from './formats/format.ts';
import type { OwnFormat } from './formats/own.ts';
import type { Identity } from './identify.ts';
import { identify, MAX_NUMBER_LENGTH, toMistypedCandidate } from './identify.ts';
import { findOwnSlip } from './ownSlips.ts';
import type { Atom, Chain, Token } from './tokens.ts';

/** What a window is judged by besides its characters. Spans are offsets into the original text. */
export interface Surroundings {
  readonly folded: Folded;
  readonly own: OwnFormat;
  /** Tickets and addresses: no number begins or ends there. */
  readonly never: (span: Span) => boolean;
  /** Phones, orders, dates, links: only a number with a carrier's letters may stand there. */
  readonly weakly: (span: Span) => boolean;
}

/** Some neighbouring atoms read as one number. */
interface Window extends Span {
  readonly atoms: readonly Atom[];
  /** Without spaces, with the hyphens that were typed. */
  readonly printed: string;
  /** Without spaces and hyphens. */
  readonly joined: string;
}

const MOST_TOKENS = 40;
const FEWEST_CHARACTERS = 8;
const FEWEST_DIGITS = 6;
const LONGEST_WORD = 4;
/** A group of so many digits is a number of its own, unless a routing code stands before it. */
const WHOLE_NUMBER = 10;
/** Groups of digits this long in all pass a check digit too rarely by accident to need an even grouping. */
const LONG_NUMBER = 15;

/** The tracking numbers of one chain, left to right. At each token the longest acceptable window wins. */
export function readChain(chain: Chain, surroundings: Surroundings): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  for (let first = 0; first < chain.length; ) {
    const hit = readFrom(chain, first, surroundings);
    found.push(...hit.numbers);
    first += hit.tokens;
  }
  return found;
}

interface Hit {
  readonly numbers: readonly FoundNumber[];
  /** How many tokens were used up. */
  readonly tokens: number;
}

function readFrom(chain: Chain, first: number, surroundings: Surroundings): Hit {
  const windows = listWindows(chain, first);
  let mistyped: Hit | undefined;
  for (let size = windows.length; size >= 1; size -= 1) {
    const window = windows[size - 1];
    if (!window || !isPlausible(window)) continue;
    const number = judge(window, surroundings);
    if (number && !number.problem) return { numbers: [number], tokens: size };
    if (number) mistyped ??= { numbers: [number], tokens: size };
  }
  if (mistyped) return mistyped;
  const slip = findOwnSlip(windows.map(({ joined }) => joined), surroundings.own);
  const slipped = slip && windows[slip.size - 1];
  if (slip && slipped && !surroundings.never(slipped)) {
    return { numbers: [toFound(slipped, slip, surroundings)], tokens: slip.size };
  }
  return { numbers: splitAtHyphens(chain[first] ?? [], surroundings), tokens: 1 };
}

/** The windows that begin at a token, shortest first, up to what one number can span. */
function listWindows(chain: Chain, first: number): readonly Window[] {
  const windows: Window[] = [];
  const atoms: Atom[] = [];
  let joined = '';
  let printed = '';
  for (let index = first; index < Math.min(chain.length, first + MOST_TOKENS); index += 1) {
    const token = chain[index] ?? [];
    if (index > first && (!mayContinue(joined) || token.some(isWord))) break;
    atoms.push(...token);
    if (token.reduce((sum, { text }) => sum + text.length, joined.length) > MAX_NUMBER_LENGTH) break;
    joined += token.map(({ text }) => text).join('');
    printed += token.map(({ text }) => text).join('-');
    windows.push({ atoms: [...atoms], joined, printed, start: atoms[0]?.start ?? 0, end: atoms.at(-1)?.end ?? 0 });
    if (isWord(token[0])) break;
  }
  return windows;
}

/** No number has letters only for more than its first five characters. */
function mayContinue(joined: string): boolean {
  return joined.length <= LONGEST_WORD + 1 || /\d/.test(joined);
}

function isWord(atom: Atom | undefined): boolean {
  return atom !== undefined && atom.digits === 0 && atom.text.length > LONGEST_WORD;
}

function isPlausible({ joined, atoms }: Window): boolean {
  if (joined.length < FEWEST_CHARACTERS) return false;
  return atoms.reduce((sum, { digits }) => sum + digits, 0) >= FEWEST_DIGITS;
}

function judge(window: Window, surroundings: Surroundings): FoundNumber | undefined {
  const { printed, joined, end } = window;
  if (surroundings.never(surroundings.folded.toOriginal(window))) return undefined;
  if (printed !== joined) {
    const tail = surroundings.folded.text.charAt(end) === '-' ? ['-', ''] : [''];
    for (const hyphen of tail) {
      const normalized = printed + hyphen;
      const { candidates } = identify(normalized, surroundings.own);
      if (candidates.length > 0) return toFound({ ...window, end: end + hyphen.length }, { normalized, candidates, corrections: [] }, surroundings);
    }
  }
  return judgeJoined(window, surroundings);
}

function judgeJoined(window: Window, surroundings: Surroundings): FoundNumber | undefined {
  const { joined } = window;
  const identity = identify(joined, surroundings.own);
  const [slipFormat] = identity.mistyped.filter((format) => isLikelySlip(format, window, surroundings));
  if (slipFormat && !identity.candidates.some(({ checksum }) => checksum === 'ok')) {
    const isValid = (number: string): boolean => slipFormat.pattern.test(number) && slipFormat.check?.(number) === true;
    const candidates = [toMistypedCandidate(slipFormat), ...identity.candidates];
    return toFound(window, { normalized: joined, candidates, problem: 'bad_check_digit', corrections: findCorrections(joined, isValid) }, surroundings);
  }
  if (!isAcceptable(window, identity, surroundings)) return undefined;
  return toFound(window, { normalized: joined, candidates: identity.candidates, corrections: [] }, surroundings);
}

/** A wrong check digit is a slip where the mark is telling; across spaces the customer must have written it like a number. */
function isLikelySlip(format: NumberFormat, window: Window, { folded, weakly }: Surroundings): boolean {
  const isLabelled = isLabelledTracking(folded.text, window.start);
  if (format.typo === 'labelled') return isLabelled;
  if (window.atoms.length === 1 || format.carrier === 'own') return true;
  if (/^\d+$/.test(window.joined)) return (isLabelled || isEvenlyGrouped(window)) && !weakly(folded.toOriginal(window));
  return isLabelled || isWrittenInCapitals(window, folded);
}

function isAcceptable(window: Window, { formats }: Identity, surroundings: Surroundings): boolean {
  const [best] = formats;
  if (!best) return false;
  if (window.atoms.length > 1 && !isJoinable(window, best, surroundings)) return false;
  if (best.evidence === 'prefix' && /[A-Z]/.test(window.joined)) return true;
  return isTellingByContext(window, best, surroundings);
}

/** Numbers without a carrier's letters: a tenth of all phone, order and card numbers passes some check, so words decide. */
function isTellingByContext(window: Window, best: NumberFormat, { folded, weakly }: Surroundings): boolean {
  const { joined, start, end } = window;
  if (weakly(folded.toOriginal(window)) || isPartOfSomethingElse(folded.text, start, end)) return false;
  if (isLabelledTracking(folded.text, start)) return true;
  if (isLabelledOther(folded.text, start) || isTimestampLike(joined)) return false;
  return best.evidence === 'prefix' || best.check !== undefined || isAboutParcels(folded.text, end - start);
}

const COMMON_WORDS = new Set(['A', 'IN', 'MY', 'THE', 'AND', 'FOR', 'TEL', 'FAX', 'PIN', 'REF', 'USD', 'RMB', 'CNY', 'HKD', 'NTD', 'QTY', 'NO', 'ID']);

/** Whether spaced or hyphenated groups belong together. */
function isJoinable(window: Window, best: NumberFormat, { folded }: Surroundings): boolean {
  const { atoms, joined } = window;
  const [first] = atoms;
  if (!first) return false;
  const isRouted = first.text.startsWith('420');
  if (atoms.some((atom, index) => index > 0 && atom.digits >= WHOLE_NUMBER && first.digits > 0 && !isRouted)) return false;
  if (first.digits >= WHOLE_NUMBER) return false;
  if (/^\d/.test(joined) && !/^1(?:Z|LS)/.test(joined)) return isJoinableDigits(window, best, folded);

  if (best.check && best.evidence === 'prefix') return true;
  if (best.loose && hasWordBehindDigits(atoms)) return false;
  if (isLabelledTracking(folded.text, window.start)) return true;
  if (COMMON_WORDS.has(first.text)) return false;
  // One loose letter is a mark only when the number is too long to be anything else, or nothing else is likely.
  const isLooseLetter = first.text.length === 1 && first.digits === 0;
  if (best.evidence === 'prefix') return !isLooseLetter || joined.length >= LONG_NUMBER || isSpelt(atoms);
  return isWrittenInCapitals(window, folded) && isAboutParcels(folded.text, window.end - window.start);
}

function isSpelt(atoms: readonly Atom[]): boolean {
  return atoms.every(({ text }) => text.length === 1);
}

function isWrittenInCapitals(window: Window, folded: Folded): boolean {
  const { start, end } = folded.toOriginal(window);
  const raw = folded.original.slice(start, end);
  return raw === raw.toUpperCase();
}

function hasWordBehindDigits(atoms: readonly Atom[]): boolean {
  const firstDigits = atoms.findIndex(({ digits }) => digits > 0);
  return atoms.slice(firstDigits + 1).some(({ digits }) => digits === 0);
}

/** Digits only: as carriers print them, in even groups; else long enough that its check digit is no accident. */
function isJoinableDigits(window: Window, best: NumberFormat, folded: Folded): boolean {
  if (isLabelledTracking(folded.text, window.start)) return true;
  if (isCutOut(window, folded.text)) return false;
  if (isEvenlyGrouped(window)) return best.check !== undefined || isAboutParcels(folded.text, window.end - window.start);
  return best.check !== undefined && window.joined.length >= LONG_NUMBER;
}

/** More groups of digits stand before or behind: the window is a part of something longer. */
function isCutOut({ start, end }: Window, text: string): boolean {
  return (
    /(?<!\d)\d{1,9}[ -]{1,3}$/.test(text.slice(Math.max(0, start - 13), start)) ||
    /^[ -]{1,3}\d{1,9}(?!\d)/.test(text.slice(end, end + 13))
  );
}

/** All groups as long as the first but the last, which may be shorter: 0414 4176 0228 964. */
function isEvenlyGrouped({ atoms }: Window): boolean {
  const size = atoms[0]?.text.length ?? 0;
  return atoms.every(({ text }, index) => text.length === size || (index === atoms.length - 1 && text.length < size));
}

/** "SF1234567890123-2" or "SF…-JT…": a number with a carrier's letters stands for itself inside a hyphenated word. */
function splitAtHyphens(token: Token, surroundings: Surroundings): readonly FoundNumber[] {
  if (token.length < 2) return [];
  return token.flatMap((atom) => {
    const window: Window = { atoms: [atom], joined: atom.text, printed: atom.text, start: atom.start, end: atom.end };
    if (!/[A-Z]/.test(atom.text) || !isPlausible(window)) return [];
    const number = judgeJoined(window, surroundings);
    return number && number.candidates[0]?.confidence !== 'shape' ? [number] : [];
  });
}

type Reading = Pick<FoundNumber, 'normalized' | 'candidates' | 'problem' | 'corrections'>;

function toFound(window: Span, { normalized, candidates, problem, corrections }: Reading, { folded }: Surroundings): FoundNumber {
  const { start, end } = folded.toOriginal(window);
  const raw = folded.original.slice(start, end);
  return { raw, normalized, start, end, candidates, ...(problem && { problem }), corrections };
}
