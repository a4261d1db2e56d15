/** A part of a text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text with the ways of writing one character made one, and the way back to where it stood. */
export interface Folded {
  readonly original: string;
  /** Upper-case ASCII; full-width and mathematical forms, spaces and dashes as ASCII; invisible marks left out. */
  readonly text: string;
  /** A span of `text` as offsets into `original`. An empty span stays empty. */
  readonly toOriginal: (span: Span) => Span;
}

/**
 * Folds character by character instead of by NFKC and toUpperCase, which both change lengths (㎏, ß) and would read ① as
 * the digit 1. Lone surrogates and NUL stay as they are and separate numbers like any other sign.
 */
export function fold(original: string): Folded {
  if (PLAIN.test(original)) return { original, text: original.toUpperCase(), toOriginal: (span) => span };
  const offsets = new Uint32Array(original.length + 1);
  let text = '';
  for (let index = 0; index < original.length; index += 1) {
    const code = foldedCode(original, index);
    if (code === INVISIBLE) continue;
    offsets[text.length] = index;
    text += String.fromCharCode(code);
    if (isMathematical(original, index)) index += 1;
  }
  const toOriginal = ({ start, end }: Span): Span => {
    const first = offsets[start] ?? original.length;
    if (end <= start) return { start: first, end: first };
    const last = offsets[end - 1] ?? original.length;
    return { start: first, end: last + (isMathematical(original, last) ? 2 : 1) };
  };
  return { original, text, toOriginal };
}

const PLAIN = /^[\n\r -~]*$/;
const INVISIBLE = -1;
const SPACE = 0x20;
const HYPHEN = 0x2d;

function foldedCode(original: string, index: number): number {
  const code = original.charCodeAt(index);
  if (code < 0x80) return code === 0x09 ? SPACE : upper(code);
  if (code >= 0xff01 && code <= 0xff5e) return upper(code - 0xfee0);
  if (code === 0x3000 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f) return SPACE;
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 || code === 0xfe63) return HYPHEN;
  if (code === 0xffe5) return 0xa5;
  if (isInvisible(code)) return INVISIBLE;
  if (isMathematical(original, index))
    return upper(
      original
        .slice(index, index + 2)
        .normalize('NFKC')
        .charCodeAt(0),
    );
  return code;
}

function upper(code: number): number {
  return code >= 0x61 && code <= 0x7a ? code - 0x20 : code;
}

/** Soft hyphen, zero-width, direction and byte-order marks, variation selectors: pasted along with numbers, seen by nobody. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff ||
    (code >= 0xfe00 && code <= 0xfe0f)
  );
}

/** 𝟏𝟐𝐀𝐁 … U+1D400–1D7FF: letters and digits in two units. */
function isMathematical(original: string, index: number): boolean {
  const low = original.charCodeAt(index + 1);
  return original.charCodeAt(index) === 0xd835 && low >= 0xdc00 && low <= 0xdfff;
}
