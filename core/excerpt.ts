/** Characters of a text that are read, in its long form (NFKC): a story has its greeting at the start and its ask at the end. */
export const MOST_READ = 1000;
const TAIL = 300;
/** What one character stands for at most (ﷺ). */
const LONGEST_FORM = 18;

/**
 * What is read of a text: all of it, or of a longer one its beginning and its end, a line each. Whoever looks for something in
 * words of a customer looks here, so that no message costs more than another; what is kept of them stays whole.
 */
export function excerptOf(text: string): string {
  if (text.length * LONGEST_FORM <= MOST_READ) return text;
  if (text.length <= MOST_READ && text.normalize('NFKC').length <= MOST_READ) return text;
  const head = lengthRead(text, MOST_READ - TAIL, 1);
  const tail = lengthRead(text, TAIL, -1);
  return `${text.slice(0, outsideRun(text, head, -1))}\n${text.slice(outsideRun(text, text.length - tail, 1))}`;
}

/** Characters from one end of a text whose long forms are no longer than `most`; a surrogate pair is never split. */
function lengthRead(text: string, most: number, direction: 1 | -1): number {
  let length = 0;
  for (let read = 0; length < text.length; ) {
    const code = text.codePointAt(direction === 1 ? length : text.length - length - 1) ?? 0;
    const isLow = direction === -1 && code >= 0xdc00 && code <= 0xdfff && text.length - length >= 2;
    const before = isLow ? (text.codePointAt(text.length - length - 2) ?? 0) : code;
    const character = String.fromCodePoint(before > 0xffff ? before : code);
    read += character.normalize('NFKC').length;
    if (read > most) break;
    length += character.length;
  }
  return length;
}

/** A longer run of letters and digits is no number or word that a cut could falsify. */
const LONGEST_RUN = 40;

/** The cut moved out of the number or Latin word it fell into. */
function outsideRun(text: string, at: number, direction: 1 | -1): number {
  let moved = at;
  while (Math.abs(moved - at) < LONGEST_RUN && isRun(text, moved - 1) && isRun(text, moved)) moved += direction;
  return isRun(text, moved - 1) && isRun(text, moved) ? at : moved;
}

/** ASCII and full-width letters and digits. */
const isRun = (text: string, at: number): boolean => /[\w０-９Ａ-Ｚａ-ｚ]/.test(text.charAt(at));
