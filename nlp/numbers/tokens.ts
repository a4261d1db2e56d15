import type { Span } from './fold.ts';

/** An unbroken run of letters A–Z and digits in a folded text. */
export interface Atom extends Span {
  readonly text: string;
  readonly digits: number;
}

/** Atoms joined by single hyphens: what a person writes as one word. */
export type Token = readonly Atom[];

/** Tokens with nothing but one to three spaces between them, or one line break behind letters: within it a number may be spelt in groups. */
export type Chain = readonly Token[];

/** Splits a folded text, in order. One pass, linear. */
export function listChains(text: string): readonly Chain[] {
  const chains: Token[][] = [];
  let chain: Token[] = [];
  let token: Atom[] = [];
  let end = -1;
  for (const atom of atomsOf(text)) {
    const gap = end < 0 ? undefined : text.slice(end, Math.min(atom.start, end + MAX_GAP + 1));
    if (gap === '-') {
      token.push(atom);
    } else {
      token = [atom];
      if (gap === undefined || !(/^ {1,3}$/.test(gap) || (/^ ?\n ?$/.test(gap) && isBrokenOff(chain)))) {
        chain = [];
        chains.push(chain);
      }
      chain.push(token);
    }
    end = atom.end;
  }
  return chains;
}

const MAX_GAP = 3;

/** The line before ends in a number with letters at its front (XB88000000), whose rest may stand on the next. */
function isBrokenOff(chain: readonly Token[]): boolean {
  const last = chain.at(-1);
  return last !== undefined && /^[A-Z]{2,4}\d/.test(last[0]?.text ?? '');
}

function* atomsOf(text: string): Generator<Atom> {
  let start = -1;
  let digits = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : 0;
    const isDigit = code >= 0x30 && code <= 0x39;
    if (isDigit || (code >= 0x41 && code <= 0x5a)) {
      if (start < 0) start = index;
      if (isDigit) digits += 1;
      continue;
    }
    if (start < 0) continue;
    yield { start, end: index, text: text.slice(start, index), digits };
    start = -1;
    digits = 0;
  }
}
