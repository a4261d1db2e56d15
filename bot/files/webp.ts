import { readOrientation, writeOrientation } from './orientation.ts';
import { createPieces } from './pieces.ts';

/** `RIFF`, the size of the rest, `WEBP` (RFC 9649, section 2.4). */
const HEADER_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
/** Chunks that draw; EXIF, XMP and unknown ones do not (RFC 9649, section 2.7). */
const DRAWING = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** In the first byte of VP8X: the file has EXIF, has XMP. */
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

/** A WebP without EXIF, XMP and unknown chunks. Of EXIF the orientation stays. Undefined when the chunks cannot be walked. */
export function stripWebp(bytes: Buffer): Buffer | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const whole = CHUNK_HEAD_BYTES + bytes.readUInt32LE(4);
  if (whole > bytes.length) return undefined;
  const pieces = createPieces(bytes);
  pieces.keep(0, HEADER_BYTES);
  let hasPicture = false;
  let isTurned = false;
  let at = HEADER_BYTES;
  while (at < whole) {
    if (!pieces.step() || at + CHUNK_HEAD_BYTES > whole) return undefined;
    const type = bytes.toString('latin1', at, at + 4);
    const dataEnd = at + CHUNK_HEAD_BYTES + bytes.readUInt32LE(at + 4);
    if (dataEnd > whole) return undefined;
    // Chunks are padded to an even length; some writers leave the last one's padding out.
    const end = Math.min(dataEnd + (dataEnd % 2), whole);
    if (DRAWING.has(type)) pieces.keep(at, end);
    else if (type === 'EXIF' && !isTurned) {
      const orientation = readExif(bytes.subarray(at + CHUNK_HEAD_BYTES, dataEnd));
      isTurned = orientation !== undefined;
      if (orientation !== undefined) pieces.add(toExif(orientation));
    }
    hasPicture ||= /^(?:VP8 |VP8L|ANMF)$/.test(type);
    at = end;
  }
  const stripped = hasPicture ? pieces.join() : undefined;
  return stripped === bytes ? bytes : stripped && withRightHead(stripped, isTurned);
}

/** Some writers put JPEG's prefix before the TIFF block. */
function readExif(data: Buffer): number | undefined {
  return readOrientation(data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data);
}

function toExif(orientation: number): Buffer {
  const tiff = writeOrientation(orientation);
  const head = Buffer.from('EXIF\0\0\0\0', 'latin1');
  head.writeUInt32LE(tiff.length, 4);
  return Buffer.concat([head, tiff]);
}

/** Size and flags as they are now; `own` is our copy. */
function withRightHead(own: Buffer, hasExif: boolean): Buffer {
  own.writeUInt32LE(own.length - CHUNK_HEAD_BYTES, 4);
  const flagsAt = HEADER_BYTES + CHUNK_HEAD_BYTES;
  if (own.toString('latin1', HEADER_BYTES, HEADER_BYTES + 4) === 'VP8X' && own.length > flagsAt) {
    const others = (own[flagsAt] ?? 0) & ~(EXIF_FLAG | XMP_FLAG);
    own[flagsAt] = hasExif ? others | EXIF_FLAG : others;
  }
  return own;
}
