import { createPieces } from './pieces.ts';

// GIF89a specification, sections 17–26.
const HEADER_BYTES = 13;
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const COMMENT = 0xfe;
const APPLICATION = 0xff;
/** The two names under which programs write how often the film repeats. */
const REPEATS = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/;

/** A GIF without comments, XMP and other programs' extensions. Undefined when its blocks cannot be walked. */
export function stripGif(bytes: Buffer): Buffer | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const pieces = createPieces(bytes);
  let at = HEADER_BYTES + colourBytes(bytes[10]);
  pieces.keep(0, at);
  let hasImage = false;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === TRAILER) {
      pieces.keep(at, at + 1);
      return hasImage ? pieces.join() : undefined;
    }
    if (kind !== IMAGE && kind !== EXTENSION) return undefined;
    // An image has ten bytes, its colours and a byte of code size before its data; an extension its label alone.
    const end = skipBlocks(bytes, kind === IMAGE ? at + 11 + colourBytes(bytes[at + 9]) : at + 2);
    if (end === undefined) return undefined;
    hasImage ||= kind === IMAGE;
    if (kind === IMAGE || !isMetadata(bytes, at)) pieces.keep(at, end);
    at = end;
  }
  // Viewers show a film that ends without its last byte.
  return hasImage && at === bytes.length ? pieces.join() : undefined;
}

function isMetadata(bytes: Buffer, at: number): boolean {
  const label = bytes[at + 1];
  return label === COMMENT || (label === APPLICATION && !REPEATS.test(bytes.toString('latin1', at + 3, at + 14)));
}

/** Three bytes for each of 2^(n+1) colours, where the flags say that there is a table. */
function colourBytes(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Past a chain of blocks, each told by its length, the last of length 0. */
function skipBlocks(bytes: Buffer, from: number): number | undefined {
  let at = from;
  for (let length = bytes[at]; length !== undefined; length = bytes[at]) {
    at += 1 + length;
    if (length === 0) return at;
  }
  return undefined;
}
