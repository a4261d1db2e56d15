import { isAboutParcels, isLabelledOther, isLabelledTracking, isPartOfSomethingElse } from './context.ts';
import { isTimestampLike } from './exclusions.ts';
import type { Folded, Span } from './fold.ts';
import type { NumberFormat } from './formats/format.ts';
import type { OwnFormat } from './formats/own.ts';
import type { Identity } from './identify.ts';
import type { Atom } from './tokens.ts';

/** What a window is judged by besides its characters. Spans are offsets into the original text. */
export interface Surroundings {
  readonly folded: Folded;
  readonly own: OwnFormat;
  /** Tickets and addresses: no number begins or ends there. */
  readonly never: (span: Span) => boolean;
  /** Phones, orders, dates, links: only a number with a carrier's letters may stand there. */
  readonly weakly: (span: Span) => boolean;
  /** Windows that may still be judged in this message. */
  readonly effort: { left: number };
}

/** Some neighbouring atoms read as one number. */
export interface Window extends Span {
  /** The first `count` of these; the rest belong to longer windows, which share the list. */
  readonly allAtoms: readonly Atom[];
  readonly count: number;
  readonly digits: number;
  /** Without spaces, with the hyphens that were typed. */
  readonly printed: string;
  /** Without spaces and hyphens. */
  readonly joined: string;
}

/** A group of so many digits is a number of its own, unless a routing code stands before it. */
const WHOLE_NUMBER = 10;
/** Groups of digits this long in all pass a check digit too rarely by accident to need an even grouping. */
const LONG_NUMBER = 15;

/** A wrong check digit is a slip where the mark is telling; across spaces the customer must have written it like a number. */
export function isLikelySlip(format: NumberFormat, window: Window, { folded, weakly }: Surroundings): boolean {
  const isLabelled = isLabelledTracking(folded.text, window.start);
  if (format.typo === 'labelled') return isLabelled;
  if (window.count === 1 || format.carrier === 'own') return true;
  if (/^\d+$/.test(window.joined)) return (isLabelled || isEvenlyGrouped(window)) && !weakly(folded.toOriginal(window));
  return isLabelled || isWrittenInCapitals(window, folded);
}

/** Whether what the window fits, how it is grouped and the words around it make it a tracking number. */
export function isAcceptable(window: Window, { formats }: Identity, surroundings: Surroundings): boolean {
  const [best] = formats;
  if (!best) return false;
  if (window.count > 1 && !isJoinable(window, best, surroundings)) return false;
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

/** Words and marks that stand before other numbers. */
const COMMON_WORDS = new Set('A IN MY THE AND FOR TEL FAX PIN REF USD RMB CNY HKD NTD QTY NO ID'.split(' '));

/** Whether spaced or hyphenated groups belong together. */
function isJoinable(window: Window, best: NumberFormat, { folded }: Surroundings): boolean {
  const { joined } = window;
  const atoms = window.allAtoms.slice(0, window.count);
  const [first] = atoms;
  if (!first) return false;
  const isRouted = first.text.startsWith('420');
  // Broken off anywhere, our own check digit tells.
  if (best.carrier === 'own' && best.check) return true;
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
    /(?<!\d)\d{1,9}[ -]{1,3}$/.test(text.slice(Math.max(0, start - 13), start)) || /^[ -]{1,3}\d{1,9}(?!\d)/.test(text.slice(end, end + 13))
  );
}

/** All groups as long as the first but the last, which may be shorter: 0414 4176 0228 964. */
function isEvenlyGrouped({ allAtoms, count }: Window): boolean {
  const atoms = allAtoms.slice(0, count);
  const size = atoms[0]?.text.length ?? 0;
  return atoms.every(({ text }, index) => text.length === size || (index === atoms.length - 1 && text.length < size));
}
