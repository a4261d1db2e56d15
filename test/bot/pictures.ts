import { crc32, deflateSync } from 'node:zlib';
import { takeFile } from '../../bot/files/intake.ts';
import { AppError } from '../../core/errors.ts';

// Small pictures by hand, each one a decoder draws, with whatever a camera writes into them.

/** Latitude as EXIF has it: what must never come out again. */
export const PLACE = 'GPS-31.2304N-121.4737E';

const be16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
const be32 = (value: number): Buffer => Buffer.concat([be16(value >>> 16), be16(value & 0xffff)]);
const le32 = (value: number): Buffer => Buffer.from([...be32(value)].reverse());

/** A TIFF block as a phone writes it (Exif 2.32, 4.6): orientation and a pointer to a GPS directory with a place. */
export function exifOf(orientation: number, order: 'II' | 'MM' = 'MM'): Buffer {
  const put = (bytes: Buffer): number[] => (order === 'MM' ? [...bytes] : [...bytes].reverse());
  const short = (value: number) => put(be16(value));
  const long = (value: number) => put(be32(value));
  // A short value stands at the left of its four bytes, in either order.
  const entry = (tag: number, type: number, count: number, value: number[]) => [...short(tag), ...short(type), ...long(count), ...value];
  // 8 bytes of header, IFD0 with two entries to 8 + 2 + 24 + 4 = 38, the GPS directory with one to 38 + 2 + 12 + 4 = 56, the text.
  const ifd0 = [...short(2), ...entry(0x0112, 3, 1, [...short(orientation), 0, 0]), ...entry(0x8825, 4, 1, long(38)), ...long(0)];
  const gps = [...short(1), ...entry(0x0002, 2, PLACE.length, long(56)), ...long(0)];
  return Buffer.concat([Buffer.from(`${order}`), Buffer.from([...short(42), ...long(8), ...ifd0, ...gps]), Buffer.from(PLACE)]);
}

/** One segment of a JPEG. */
export const segment = (marker: number, content: Buffer | string): Buffer => {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content, 'latin1');
  return Buffer.concat([Buffer.from([0xff, marker]), be16(bytes.length + 2), bytes]);
};
export const SOI = Buffer.from([0xff, 0xd8]);
export const EOI = Buffer.from([0xff, 0xd9]);
export const JFIF = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0');

/**
 * The drawing part of a grey picture of 8 × 8: every quantiser is 1, and both Huffman tables know one code of one bit, for “no
 * difference” and “end of block”: two zero bits, filled up with ones to 3F (T.81, annex F).
 */
export const DRAWING: Buffer = Buffer.concat([
  segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
  segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
  segment(0xc4, Buffer.from([0x00, 1, ...Array(15).fill(0), 0])),
  segment(0xc4, Buffer.from([0x10, 1, ...Array(15).fill(0), 0])),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x3f]),
]);
/** A JPEG with nothing in it but the picture. */
export const JPEG: Buffer = Buffer.concat([SOI, JFIF, DRAWING, EOI]);

/** The same JPEG as a camera hands it over: EXIF with a place, XMP, IPTC, a comment, and a film behind its end. */
export const cameraJpeg = (orientation: number, order?: 'II' | 'MM'): Buffer =>
  Buffer.concat([
    ...[SOI, JFIF, segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exifOf(orientation, order)]))],
    ...[segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${PLACE}`), segment(0xed, `Photoshop 3.0\0${PLACE}`), segment(0xfe, PLACE)],
    ...[segment(0xe2, `MPF\0${PLACE}`), DRAWING, EOI, Buffer.from(`ftypmp42${PLACE}`)],
  ]);

export const chunk = (type: string, data: Buffer | string): Buffer => {
  const checked = Buffer.concat([Buffer.from(type), Buffer.from(data)]);
  return Buffer.concat([be32(checked.length - 4), checked, be32(crc32(checked))]);
};
export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** One grey pixel: width 1, height 1, 8 bits. */
export const IHDR = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
export const IDAT = chunk('IDAT', deflateSync(Buffer.from([0, 0x80])));
export const IEND = chunk('IEND', '');
export const PNG: Buffer = Buffer.concat([PNG_SIGNATURE, IHDR, IDAT, IEND]);
/** As large as it is asked to be, each `seed` its own; its data draws nothing, which nobody who stores it looks at. */
export const pngOf = (bytes: number, seed: number): Buffer =>
  Buffer.concat([PNG_SIGNATURE, IHDR, chunk('IDAT', Buffer.alloc(bytes, `grey ${seed} `)), IEND]);
export const cameraPng = (orientation: number): Buffer =>
  Buffer.concat([
    ...[PNG_SIGNATURE, IHDR, chunk('eXIf', exifOf(orientation)), chunk('tEXt', `Comment\0${PLACE}`), chunk('iTXt', `X\0\0\0\0\0${PLACE}`)],
    ...[chunk('zTXt', `X\0\0${PLACE}`), chunk('tIME', Buffer.alloc(7, 1)), chunk('prVt', PLACE), IDAT, IEND, Buffer.from(PLACE)],
  ]);

export const riffChunk = (type: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(type), le32(data.length), data, Buffer.alloc(data.length % 2)]);
export const riff = (...chunks: Buffer[]): Buffer => {
  const rest = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  return Buffer.concat([Buffer.from('RIFF'), le32(rest.length), rest]);
};
/** One pixel without loss, as Google's page on detecting WebP has it (developers.google.com/speed/webp/faq). */
export const WEBP: Buffer = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
export const VP8L: Buffer = WEBP.subarray(12);
/** Extended header of one pixel's canvas with these flags. */
export const vp8x = (flags: number): Buffer => riffChunk('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
export const cameraWebp = (orientation: number): Buffer =>
  riff(
    ...[vp8x(0x0c), VP8L, riffChunk('EXIF', exifOf(orientation))],
    ...[riffChunk('XMP ', Buffer.from(PLACE)), riffChunk('junk', Buffer.from(PLACE))],
  );

/** One pixel of two colours, transparent. */
export const GIF: Buffer = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
/** Header 13 bytes and two colours of three: what comes next are blocks. */
export const GIF_BLOCKS_AT = 13 + 2 * 3;
export const REPEAT = Buffer.from('\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0', 'latin1');
export const cameraGif = (): Buffer =>
  Buffer.concat([
    GIF.subarray(0, GIF_BLOCKS_AT),
    ...[REPEAT, Buffer.from(`\x21\xfe${String.fromCharCode(PLACE.length)}${PLACE}\0`, 'latin1')],
    Buffer.from(`\x21\xff\x0bXMP DataXMP${String.fromCharCode(PLACE.length)}${PLACE}\0`, 'latin1'),
    GIF.subarray(GIF_BLOCKS_AT),
  ]);

export const MAX_PIXELS = 64_000_000;
/** What is stored of a picture. */
export const take = (bytes: Buffer): Buffer => takeFile({ name: 'a', bytes }, MAX_PIXELS).bytes;
/** The length of what is stored, or why nothing is. */
export const reasonOf = (bytes: Buffer): unknown => {
  try {
    return take(bytes).length;
  } catch (error) {
    return error instanceof AppError ? `${error.code} ${String(error.facts.reason)}` : error;
  }
};
