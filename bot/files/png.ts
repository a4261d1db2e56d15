import { crc32, inflateSync } from 'node:zlib';
import { readOrientation, writeOrientation } from './orientation.ts';
import { createPieces } from './pieces.ts';

const SIGNATURE_BYTES = 8;
/** Length, type and checksum around a chunk's data (PNG third edition, section 5.3). */
const FRAME_BYTES = 12;
/** Ancillary chunks that say how to draw, sections 11.3.1–11.3.5; a critical chunk (upper-case first letter) is always needed. */
const DRAWING = new Set('tRNS cHRM gAMA sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '));

/**
 * A PNG without texts, time, EXIF, whatever chunks programs invent, and what hangs behind its end. Of EXIF the orientation
 * stays, and a colour profile that is one. Undefined when the chunks cannot be walked to the last, or a second header
 * tells of another size.
 */
export function stripPng(bytes: Buffer): Buffer | undefined {
  const pieces = createPieces(bytes);
  pieces.keep(0, SIGNATURE_BYTES);
  let hasData = false;
  let hasProfile = false;
  let at = SIGNATURE_BYTES;
  while (at + FRAME_BYTES <= bytes.length) {
    if (!pieces.step()) return undefined;
    const end = at + FRAME_BYTES + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type) || (at === SIGNATURE_BYTES) !== (type === 'IHDR')) return undefined;
    if (type === 'iCCP') {
      if (!hasProfile && isProfile(bytes.subarray(at + 8, end - 4))) pieces.keep(at, end);
      hasProfile = true;
    } else if (/^[A-Z]/.test(type) || DRAWING.has(type)) pieces.keep(at, end);
    else if (type === 'eXIf') {
      const orientation = readOrientation(bytes.subarray(at + 8, end - 4));
      if (orientation !== undefined) pieces.add(toChunk('eXIf', writeOrientation(orientation)));
    }
    hasData ||= type === 'IDAT';
    at = end;
    if (type === 'IEND') return hasData ? pieces.join() : undefined;
  }
  return undefined;
}

/** Profiles of cameras and printers have some kilobytes to two megabytes; a few kilobytes can unfold to a thousand times as many. */
const LARGEST_PROFILE = 4 * 2 ** 20;

/** A name, the method, and a profile in zlib's form (section 11.3.3.3) that unfolds to no more than profiles have. */
function isProfile(data: Buffer): boolean {
  const nameEnd = data.indexOf(0);
  if (nameEnd < 1 || nameEnd > 79 || data[nameEnd + 1] !== 0) return false;
  try {
    return inflateSync(data.subarray(nameEnd + 2), { maxOutputLength: LARGEST_PROFILE }).length > 0;
  } catch {
    return false;
  }
}

function toChunk(type: string, data: Buffer): Buffer {
  const checked = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(checked), 4);
  return Buffer.concat([frame.subarray(0, 4), checked, frame.subarray(4)]);
}
