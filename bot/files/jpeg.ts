import { readOrientation, writeOrientation } from './orientation.ts';
import { createPieces, type Pieces } from './pieces.ts';

// ITU-T T.81, table B.1.
const FF = 0xff;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP15 = 0xef;
const COMMENT = 0xfe;

/** Of the application segments only these say how to draw: JFIF's density, colour profiles, Adobe's colour transform. */
const DRAWING = /^(?:JFIF\0|ICC_PROFILE\0|Adobe)/;
const EXIF = 'Exif\0\0';

/**
 * A JPEG without what cameras and programs write beside the picture: EXIF (place, device, time), XMP, IPTC, comments, and
 * whatever hangs behind its end, such as the film of a “live” photo. Of EXIF the orientation stays. The picture's own data is
 * not touched. Undefined when the segments cannot be walked.
 */
export function stripJpeg(bytes: Buffer): Buffer | undefined {
  const pieces = createPieces(bytes);
  pieces.keep(0, 2);
  let at = 2;
  let hasScan = false;
  let isTurned = false;
  while (at < bytes.length) {
    if (!pieces.step() || bytes[at] !== FF) return undefined;
    const marker = bytes[at + 1];
    // Any number of FF may stand before a marker.
    if (marker === FF) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      pieces.keep(at, at + 2);
      return hasScan ? pieces.join() : undefined;
    }
    if (marker === undefined || marker === 0 || marker === SOI || at + 4 > bytes.length) return undefined;
    const length = bytes.readUInt16BE(at + 2);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    if (marker === SOS) {
      hasScan = true;
      const scanEnd = findScanEnd(bytes, end, pieces);
      if (scanEnd === undefined) return undefined;
      end = scanEnd;
    }
    const segment = bytes.subarray(at + 4, end);
    if (!isMetadata(marker, segment)) pieces.keep(at, end);
    else if (marker === APP1 && !isTurned && startsWith(segment, EXIF)) {
      const orientation = readOrientation(segment.subarray(EXIF.length));
      isTurned = orientation !== undefined;
      if (orientation !== undefined) pieces.add(toSegment(orientation));
    }
    at = end;
  }
  // Cut off within the picture, as after a lost connection: viewers show what is there.
  return hasScan ? pieces.join() : undefined;
}

function isMetadata(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return true;
  return marker >= APP0 && marker <= APP15 && !DRAWING.test(segment.toString('latin1', 0, 12));
}

/**
 * Where the next marker begins that is no part of the compressed data (T.81, B.1.1.5: FF 00 is data, RST0–7 stand within it);
 * undefined when there is too much that is none.
 */
function findScanEnd(bytes: Buffer, from: number, pieces: Pieces): number | undefined {
  for (let at = bytes.indexOf(FF, from); at >= 0; at = bytes.indexOf(FF, at + 1)) {
    if (!pieces.step()) return undefined;
    const next = bytes[at + 1];
    const isInside = next === undefined || next === 0 || next === FF || (next >= 0xd0 && next <= 0xd7);
    if (!isInside) return at;
  }
  return bytes.length;
}

function toSegment(orientation: number): Buffer {
  const content = Buffer.concat([Buffer.from(EXIF, 'latin1'), writeOrientation(orientation)]);
  const head = Buffer.from([FF, APP1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

function startsWith(bytes: Buffer, text: string): boolean {
  return bytes.toString('latin1', 0, text.length) === text;
}
