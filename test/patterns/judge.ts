import { isExponential, isPolynomial } from './ambiguity.ts';
import { buildAutomaton } from './automaton.ts';
import type { Pattern } from './collect.ts';

/** Counted repetitions beyond this are taken for endless when ways are counted: four doublings are sixteen ways, no more. */
const UNROLLED_WAYS = 4;
/** Beyond this, when lengths are. */
const UNROLLED_LENGTHS = 40;

/** How the work of a backtracker grows with the text at worst; `unknown` when a pattern is too large or uses what is not read. */
export type Growth = 'linear' | 'polynomial' | 'exponential' | 'unknown';

export function judge({ source, flags }: Pick<Pattern, 'source' | 'flags'>): Growth {
  try {
    if (isExponential(buildAutomaton(source, flags, UNROLLED_WAYS))) return 'exponential';
    return isPolynomial(buildAutomaton(source, flags, UNROLLED_LENGTHS)) ? 'polynomial' : 'linear';
  } catch {
    return 'unknown';
  }
}
