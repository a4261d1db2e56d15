const u16 = (bytes: Buffer, at: number): number => (at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0);

/** Largest width times height, in pixels, that the picture declares anywhere: what a program sets memory aside for that opens it. */
const COUNTERS: Readonly<Record<string, (bytes: Buffer) => number>> = {
  'image/png': countPng,
  'image/jpeg': countJpeg,
  'image/gif': countGif,
  'image/webp': countWebp,
};

/**
 * Pixels of a picture whose parts can be walked (see the `strip` functions); 0 for other files. A few kilobytes can declare
 * 65,535 × 65,535, which takes 17 GB in the browser of the colleague who looks at it.
 */
export function countPixels(contentType: string, bytes: Buffer): number {
  return COUNTERS[contentType]?.(bytes) ?? 0;
}

/** So many times the limit may all frames of an animation take together: programs keep what they have drawn. */
const FRAMES_AS_ONE = 10;
/** A frame costs a program as much as so many pixels, however small it is. */
const LEAST_FRAME = 50_000;
/** As often may a progressive picture be drawn over; cameras and programs write about ten scans. */
const SCANS_AS_ONE = 32;

const ofFrames = (pixels: number, frames: number): number =>
  frames > 1 ? Math.ceil((Math.max(pixels, LEAST_FRAME) * frames) / FRAMES_AS_ONE) : pixels;

/** IHDR comes first and holds both as 32 bits (PNG third edition, 11.2.1); each frame, begun by an fcTL, lies within (11.3.6.2). */
function countPng(bytes: Buffer): number {
  if (bytes.length < 24) return 0;
  const canvas = bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
  let frames = 0;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'fcTL') frames += 1;
  return Math.max(canvas, ofFrames(canvas, frames));
}

/**
 * Every frame header, of any coding process, that of a hierarchy (DHP, B.3.2) and of JPEG-LS (SOF55, ITU-T T.87, C.2.2) among them: a
 * decoder may take the last (ITU-T T.81, table B.1 and B.2.2). The number of lines may be told after the first scan instead (DNL, B.2.5).
 * Each scan of a progressive picture goes over all of it.
 */
function countJpeg(bytes: Buffer): number {
  let most = 0;
  let widest = 0;
  let scans = 0;
  let at = 2;
  while (at + 6 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    // Between segments lies the data of a scan, in which FF is followed by 00, by a restart marker, or by another FF.
    if (bytes[at] !== 0xff || marker === 0xff || marker <= 1 || (marker >= 0xd0 && marker <= 0xd9)) {
      const next = bytes.indexOf(0xff, at + 1);
      if (next < 0) break;
      at = next;
      continue;
    }
    if (isFrameHeader(marker) && at + 9 <= bytes.length) {
      widest = Math.max(widest, bytes.readUInt16BE(at + 7));
      most = Math.max(most, bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7));
    }
    if (marker === 0xda) scans += 1;
    if (marker === 0xdc) most = Math.max(most, bytes.readUInt16BE(at + 4) * widest);
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return Math.max(most, Math.ceil((Math.max(most, LEAST_FRAME) * scans) / SCANS_AS_ONE));
}

const DHP = 0xde;
const SOF55 = 0xf7;
/** DHT, JPG and DAC stand among the frame headers and are none. */
const isFrameHeader = (marker: number): boolean =>
  marker === DHP || marker === SOF55 || (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc);

/** The logical screen, and each frame, which may be larger (GIF89a, sections 18 and 20). */
function countGif(bytes: Buffer): number {
  const tableBytes = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);
  let most = u16(bytes, 6) * u16(bytes, 8);
  const screen = most;
  let all = 0;
  let at = 13 + tableBytes(bytes[10] ?? 0);
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x2c) {
      const frame = u16(bytes, at + 5) * u16(bytes, at + 7);
      most = Math.max(most, frame);
      all += Math.max(frame, screen, LEAST_FRAME);
      at += 11 + tableBytes(bytes[at + 9] ?? 0);
    } else if (kind === 0x21) at += 2;
    else break;
    for (let size = bytes[at] ?? 0; size > 0; size = bytes[at] ?? 0) at += size + 1;
    at += 1;
  }
  return Math.max(most, Math.ceil(all / FRAMES_AS_ONE));
}

/** The canvas, once for each frame, and every bitstream of whatever kind (RFC 9649, sections 2.5 to 2.7, and 3.4; RFC 6386, section 9.1). */
function countWebp(bytes: Buffer): number {
  const u24 = (at: number): number => u16(bytes, at) + ((bytes[at + 2] ?? 0) << 16);
  let most = 0;
  let frames = 0;
  let canvas = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const data = at + 8;
    if (type === 'VP8X') canvas = Math.max(canvas, (u24(data + 4) + 1) * (u24(data + 7) + 1));
    if (type === 'ANMF') frames += 1;
    if (type === 'VP8 ') most = Math.max(most, (u16(bytes, data + 6) & 0x3fff) * (u16(bytes, data + 8) & 0x3fff));
    if (type === 'VP8L') most = Math.max(most, ((u16(bytes, data + 1) & 0x3fff) + 1) * (((u24(data + 2) >> 6) & 0x3fff) + 1));
    // A frame of an animation has its own chunks 16 bytes in.
    const size = bytes.readUInt32LE(at + 4);
    at = type === 'ANMF' ? data + 16 : data + size + (size % 2);
  }
  return Math.max(most, canvas, ofFrames(Math.max(most, canvas), frames));
}
