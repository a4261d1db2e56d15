/** The parts of a file that stay, in order; what lies between them is left out. */
export interface Pieces {
  /** Counts one more part that is looked at; false when they are more than any honest file has, and walking them would hold others up. */
  step(): boolean;
  /** Keeps the bytes from `start` to before `end`. */
  keep(start: number, end: number): void;
  /** Puts in bytes of our own. */
  add(bytes: Buffer): void;
  /** The file made of them; undefined when it was cut oftener than any honest one. The very same buffer when nothing was left out. */
  join(): Buffer | undefined;
}

/** A picture has a handful of things to leave out; a million would be an attempt to fill the memory with slices. */
const MAX_PIECES = 1000;
/** A picture of 10 MB in chunks of 8 KB has some 1,300 parts; in a JPEG's data every 256th byte looks like the beginning of one. */
const MAX_PARTS = 20_000;
const BYTES_PER_PART = 64;

/** Collects what stays of `bytes`. */
export function createPieces(bytes: Buffer): Pieces {
  const parts: (Buffer | { start: number; end: number })[] = [];
  let left = MAX_PARTS + bytes.length / BYTES_PER_PART;
  return {
    step() {
      left -= 1;
      return left > 0;
    },
    keep(start, end) {
      const last = parts.at(-1);
      if (last && 'end' in last && last.end === start) last.end = end;
      else if (parts.length <= MAX_PIECES) parts.push({ start, end });
    },
    add(own) {
      if (parts.length <= MAX_PIECES) parts.push(own);
    },
    join() {
      if (parts.length > MAX_PIECES) return undefined;
      const [only] = parts;
      if (parts.length === 1 && only && 'end' in only && only.start === 0 && only.end === bytes.length) return bytes;
      return Buffer.concat(parts.map((part) => ('end' in part ? bytes.subarray(part.start, part.end) : part)));
    },
  };
}
