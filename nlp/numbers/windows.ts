import type { FoundNumber } from '../../core/types.ts';
import { findCorrections } from './corrections.ts';
import type { Surroundings, Window } from './evidence.ts';
import { isAcceptable, isLikelySlip } from './evidence.ts';
import type { Span } from './fold.ts';
import { identify, MAX_NUMBER_LENGTH, toMistypedCandidate } from './identify.ts';
import { findOwnSlip } from './ownSlips.ts';
import type { Atom, Chain, Token } from './tokens.ts';

const MOST_TOKENS = 40;
/** Twice the longest number: one hyphen for each character. */
const MAX_TYPED_LENGTH = 2 * MAX_NUMBER_LENGTH;
const FEWEST_CHARACTERS = 8;
const FEWEST_DIGITS = 6;
const LONGEST_WORD = 4;

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
  const { effort } = surroundings;
  if (effort.left <= 0) return { numbers: [], tokens: chain.length };
  const windows = listWindows(chain, first);
  let mistyped: Hit | undefined;
  for (let size = windows.length; size >= 1; size -= 1) {
    const window = windows[size - 1];
    if (!window || !isPlausible(window)) continue;
    effort.left -= 1;
    const number = judge(window, surroundings);
    if (number && !number.problem) return { numbers: [number], tokens: size };
    if (number) mistyped ??= { numbers: [number], tokens: size };
  }
  if (mistyped) return mistyped;
  const slip = findOwnSlip(
    windows.map(({ joined }) => joined),
    surroundings.own,
  );
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
  let digits = 0;
  for (let index = first; index < Math.min(chain.length, first + MOST_TOKENS); index += 1) {
    const token = chain[index] ?? [];
    if (joined.length + (token.at(-1)?.end ?? 0) - (token[0]?.start ?? 0) > MAX_TYPED_LENGTH) break;
    if (index > first && (!mayContinue(joined, digits) || token.some(isWord))) break;
    for (const [place, atom] of token.entries()) {
      atoms.push(atom);
      joined += atom.text;
      printed += place > 0 ? `-${atom.text}` : atom.text;
      digits += atom.digits;
    }
    if (joined.length > MAX_NUMBER_LENGTH) break;
    windows.push({
      allAtoms: atoms,
      count: atoms.length,
      joined,
      printed,
      digits,
      start: atoms[0]?.start ?? 0,
      end: atoms.at(-1)?.end ?? 0,
    });
    if (isWord(token[0])) break;
  }
  return windows;
}

/** No number has letters only for more than its first five characters. */
function mayContinue(joined: string, digits: number): boolean {
  return joined.length <= LONGEST_WORD + 1 || digits > 0;
}

function isWord(atom: Atom | undefined): boolean {
  return atom !== undefined && atom.digits === 0 && atom.text.length > LONGEST_WORD;
}

function isPlausible({ joined, digits }: Window): boolean {
  return joined.length >= FEWEST_CHARACTERS && digits >= FEWEST_DIGITS;
}

function judge(window: Window, surroundings: Surroundings): FoundNumber | undefined {
  const { printed, joined, end } = window;
  if (surroundings.never(surroundings.folded.toOriginal(window))) return undefined;
  if (printed !== joined) {
    const tail = surroundings.folded.text.charAt(end) === '-' ? ['-', ''] : [''];
    for (const hyphen of tail) {
      const normalized = printed + hyphen;
      const { candidates } = identify(normalized, surroundings.own);
      if (candidates.length > 0)
        return toFound({ ...window, end: end + hyphen.length }, { normalized, candidates, corrections: [] }, surroundings);
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
    return toFound(
      window,
      { normalized: joined, candidates, problem: 'bad_check_digit', corrections: findCorrections(joined, isValid) },
      surroundings,
    );
  }
  if (!isAcceptable(window, identity, surroundings)) return undefined;
  return toFound(window, { normalized: joined, candidates: identity.candidates, corrections: [] }, surroundings);
}

/** "SF1234567890123-2" or "SF…-JT…": a number with a carrier's letters stands for itself inside a hyphenated word. */
function splitAtHyphens(token: Token, surroundings: Surroundings): readonly FoundNumber[] {
  if (token.length < 2) return [];
  return token.flatMap((atom) => {
    const { text, digits, start, end } = atom;
    const window: Window = { allAtoms: [atom], count: 1, joined: text, printed: text, digits, start, end };
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
