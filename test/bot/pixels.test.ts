import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { countPixels } from '../../bot/files/pixels.ts';
import fc from '../fastCheck.ts';
import {
  chunk,
  DRAWING,
  EOI,
  IDAT,
  IEND,
  IHDR,
  JFIF,
  PNG,
  PNG_SIGNATURE,
  reasonOf,
  riff,
  riffChunk,
  SOI,
  segment,
  take,
} from './pictures.ts';

describe('pictures by the memory they take to open', () => {
  const le16 = (value: number): Buffer => Buffer.from([value & 255, value >> 8]);
  const be16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
  const be32 = (value: number): Buffer => Buffer.concat([be16(value >>> 16), be16(value & 0xffff)]);
  const png = (width: number, height: number): Buffer =>
    Buffer.concat([PNG_SIGNATURE, chunk('IHDR', Buffer.concat([be32(width), be32(height), Buffer.from([8, 0, 0, 0, 0])])), IDAT, IEND]);
  const frame = (width: number, height: number): Buffer =>
    segment(0xc2, Buffer.concat([Buffer.from([8]), be16(height), be16(width), Buffer.from([1, 1, 0x11, 0])]));
  const gif = (width: number, height: number, frameWidth: number, frameHeight: number): Buffer =>
    Buffer.concat([
      ...[Buffer.from('GIF89a'), le16(width), le16(height), Buffer.from([0, 0, 0, 0x2c, 0, 0, 0, 0])],
      ...[le16(frameWidth), le16(frameHeight), Buffer.from([0, 2, 1, 0, 0, 0x3b])],
    ]);
  const lossless = (width: number, height: number): Buffer => {
    const bits = Buffer.alloc(4);
    bits.writeUInt32LE((width - 1) | ((height - 1) << 14));
    return Buffer.concat([Buffer.from([0x2f]), bits, Buffer.alloc(5)]);
  };
  const canvas = (width: number, height: number): Buffer => {
    const bytes = Buffer.alloc(10);
    bytes.writeUIntLE(width - 1, 4, 3);
    bytes.writeUIntLE(height - 1, 7, 3);
    return riffChunk('VP8X', bytes);
  };

  // 64 million pixels are 8,000 × 8,000.
  const small: readonly (readonly [string, Buffer])[] = [
    ['a PNG', png(8000, 8000)],
    ['a JPEG', Buffer.concat([SOI, JFIF, frame(8000, 8000), DRAWING, EOI])],
    ['a GIF', gif(8000, 8000, 8000, 8000)],
    ['a WebP', riff(riffChunk('VP8L', lossless(8000, 8000)))],
  ];
  const be32Of = (...values: number[]): Buffer => Buffer.concat(values.map(be32));
  const apng = (side: number, frames: number): Buffer =>
    Buffer.concat([
      ...[
        PNG_SIGNATURE,
        chunk('IHDR', Buffer.concat([be32Of(side, side), Buffer.from([8, 0, 0, 0, 0])])),
        chunk('acTL', be32Of(frames, 0)),
      ],
      ...Array.from({ length: frames }, (_, at) => chunk('fcTL', Buffer.concat([be32Of(at, 1, 1, 0, 0), Buffer.alloc(6)]))),
      ...[IDAT, IEND],
    ]);
  const film = (side: number, frames: number): Buffer =>
    riff(
      canvas(side, side),
      ...Array.from({ length: frames }, () => riffChunk('ANMF', Buffer.concat([Buffer.alloc(16), riffChunk('VP8L', lossless(1, 1))]))),
    );
  const sized = (marker: number): Buffer =>
    segment(marker, Buffer.concat([Buffer.from([8]), be16(20_000), be16(20_000), Buffer.from([1, 1, 0x11, 0])]));

  it('are taken as films of ten whole frames, and of more where they are small', () => {
    for (const bytes of [apng(8000, 10), film(8000, 10), apng(300, 400), film(300, 400)]) expect(take(bytes).length).toBe(bytes.length);
  });

  it.each(small)('are taken up to 64 million pixels: %s', (_kind, bytes) => expect(take(bytes).length).toBe(bytes.length));

  const bigFrame = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), le16(7000), le16(7000), Buffer.from([0, 2, 1, 0, 0])]);
  const animation = Buffer.concat([
    ...[Buffer.from('GIF89a'), le16(7000), le16(7000), Buffer.from([0, 0, 0])],
    ...[...Array.from({ length: 14 }, () => bigFrame), Buffer.from([0x3b])],
  ]);
  const large: readonly (readonly [string, Buffer])[] = [
    ['a PNG', png(20_000, 20_000)],
    ['a JPEG that tells its lines after the scan', Buffer.concat([SOI, JFIF, frame(65_535, 0), DRAWING, segment(0xdc, be16(65_535)), EOI])],
    ['a GIF of many frames', animation],
    ['an animated PNG of many frames', apng(6000, 19)],
    ['a WebP of many frames', film(6000, 19)],
    ['a JPEG-LS within a JPEG', Buffer.concat([SOI, JFIF, sized(0xf7), DRAWING, EOI])],
    ['a JPEG with a hierarchy', Buffer.concat([SOI, JFIF, sized(0xde), DRAWING, EOI])],
    ['a PNG whose sides do not fit 31 bits together', png(0x7fffffff, 0x7fffffff)],
    ['a JPEG', Buffer.concat([SOI, JFIF, frame(65_535, 65_535), DRAWING, EOI])],
    ['a JPEG whose second frame is the large one', Buffer.concat([SOI, JFIF, DRAWING, frame(20_000, 20_000), DRAWING, EOI])],
    ['a GIF', gif(20_000, 20_000, 1, 1)],
    ['a GIF whose frame is larger than its screen', gif(10, 10, 20_000, 20_000)],
    ['a WebP without loss', riff(riffChunk('VP8L', lossless(16_000, 16_000)))],
    ['a WebP with a canvas', riff(canvas(20_000, 20_000), riffChunk('VP8L', lossless(1, 1)))],
    [
      'a WebP whose frame is the large one',
      riff(canvas(10, 10), riffChunk('ANMF', Buffer.concat([Buffer.alloc(16), riffChunk('VP8L', lossless(16_000, 16_000))]))),
    ],
  ];
  // As scans of a progressive picture, and as frames of a film.
  const scans = (count: number, side: number): Buffer =>
    Buffer.concat([SOI, JFIF, frame(side, side), ...Array.from({ length: count }, () => DRAWING), EOI]);
  const frames = (count: number, side: number): Buffer => {
    const whole = gif(side, side, side, side);
    return Buffer.concat([whole.subarray(0, -1), ...Array.from({ length: count - 1 }, () => whole.subarray(13, -1)), Buffer.from([0x3b])]);
  };
  it('are taken with as many scans as programs write, and as many frames as films have', () => {
    for (const bytes of [scans(14, 7000), scans(64, 4000), frames(2000, 480), frames(10_000, 10)]) expect(take(bytes)).toEqual(bytes);
  });
  it.each([
    ['scans', scans(5000, 4000)],
    ['scans of a small picture', scans(60_000, 64)],
    ['frames of one pixel', frames(60_000, 1)],
    ['frames of one pixel in an animated PNG', apng(1, 15_000)],
    ['frames of one pixel in a WebP', film(1, 15_000)],
  ])('are refused when they are drawn over too often: %s', (_kind, bytes) =>
    expect(reasonOf(bytes)).toMatch(/^BODY_TOO_LARGE|^UNSUPPORTED_FILE/),
  );

  it.each(large)('are refused above: %s', (_kind, bytes) => expect(reasonOf(bytes)).toBe('BODY_TOO_LARGE undefined'));

  it('keep a colour profile that is one, and none that unfolds to megabytes', () => {
    const withProfile = (...profiles: Buffer[]): Buffer =>
      Buffer.concat([PNG_SIGNATURE, IHDR, ...profiles.map((profile) => chunk('iCCP', profile)), IDAT, IEND]);
    const profile = (bytes: number, name = 'P3'): Buffer =>
      Buffer.concat([Buffer.from(`${name}\0\0`), deflateSync(Buffer.alloc(bytes, 7))]);
    expect(take(withProfile(profile(500_000)))).toEqual(withProfile(profile(500_000)));
    for (const other of [profile(60_000_000), profile(10, ''), Buffer.from('P3\0\0broken'), Buffer.from('P3')])
      expect(take(withProfile(other))).toEqual(PNG);
    expect(take(withProfile(profile(10), profile(20)))).toEqual(withProfile(profile(10)));
  });

  it('are refused when a PNG has a second header', () => {
    const header = chunk('IHDR', Buffer.concat([be32(20_000), be32(20_000), Buffer.from([8, 0, 0, 0, 0])]));
    const twice = Buffer.concat([png(10, 10).subarray(0, 33), header, IDAT, IEND]);
    expect(reasonOf(twice)).toMatch(/^FILE_NOT_READABLE|^BAD_REQUEST|^UNSUPPORTED/);
  });

  it('are counted whatever the bytes are', () => {
    const kinds = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => kinds.every((kind) => countPixels(kind, Buffer.from(bytes)) >= 0)));
  });
});
