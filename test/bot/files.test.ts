import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detectType } from '../../bot/files/fileTypes.ts';
import { type TakenFile, takeFile } from '../../bot/files/intake.ts';
import { readOrientation, writeOrientation } from '../../bot/files/orientation.ts';
import { AppError } from '../../core/errors.ts';
import fc from '../fastCheck.ts';
import {
  cameraGif,
  cameraJpeg,
  cameraPng,
  cameraWebp,
  chunk,
  DRAWING,
  EOI,
  exifOf,
  GIF,
  GIF_BLOCKS_AT,
  IDAT,
  IEND,
  IHDR,
  JFIF,
  JPEG,
  MAX_PIXELS,
  PLACE,
  PNG,
  PNG_SIGNATURE,
  REPEAT,
  reasonOf,
  riff,
  riffChunk,
  SOI,
  segment,
  take,
  VP8L,
  vp8x,
  WEBP,
} from './pictures.ts';

const turned = (orientation: number): Buffer => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), writeOrientation(orientation)]));

describe('pictures lose what cameras write into them, and nothing else', () => {
  it('a JPEG: place, XMP, IPTC, comment and the film behind its end; segments that draw stay byte for byte', () => {
    expect(cameraJpeg(1).includes(PLACE)).toBe(true);
    expect(take(cameraJpeg(1))).toEqual(JPEG);
  });

  it.each(['MM', 'II'] as const)('a JPEG keeps its orientation, whichever way round its EXIF is written (%s)', (order) => {
    expect(take(cameraJpeg(6, order))).toEqual(Buffer.concat([SOI, JFIF, turned(6), DRAWING, EOI]));
    expect(readOrientation(exifOf(6, order))).toBe(6);
  });

  it('a JPEG keeps its colour profile and Adobe’s colour transform, without which its colours are wrong', () => {
    const bytes = Buffer.concat([SOI, segment(0xe2, 'ICC_PROFILE\0\x01\x01profile'), segment(0xee, 'Adobe\0d\0\0\0\0\x01'), DRAWING, EOI]);
    expect(take(bytes)).toBe(bytes);
  });

  it('a JPEG keeps all its scans: FF 00 and restart marks are data, other marks are not', () => {
    const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x11, 0xff, 0, 0x22, 0xff, 0xd3, 0x33])]);
    const bytes = Buffer.concat([SOI, JFIF, DRAWING, scan, segment(0xfe, PLACE), scan, EOI]);
    expect(take(bytes)).toEqual(Buffer.concat([SOI, JFIF, DRAWING, scan, scan, EOI]));
  });

  it('a PNG: EXIF, texts, time, private chunks and what hangs behind it', () => {
    expect(take(cameraPng(1))).toEqual(PNG);
    expect(take(cameraPng(8))).toEqual(Buffer.concat([PNG_SIGNATURE, IHDR, chunk('eXIf', writeOrientation(8)), IDAT, IEND]));
    const profile = Buffer.concat([Buffer.from('x\0\0'), deflateSync(Buffer.alloc(9))]);
    const drawn = Buffer.concat([PNG_SIGNATURE, IHDR, chunk('pHYs', Buffer.alloc(9)), chunk('iCCP', profile), IDAT, IEND]);
    expect(take(drawn)).toBe(drawn);
  });

  it('a WebP: EXIF, XMP, unknown chunks, and the flags that announce them', () => {
    expect(take(cameraWebp(1))).toEqual(riff(vp8x(0), VP8L));
    expect(take(cameraWebp(3))).toEqual(riff(vp8x(0x08), VP8L, riffChunk('EXIF', writeOrientation(3))));
    expect(take(Buffer.concat([WEBP, Buffer.from(PLACE)]))).toEqual(WEBP);
  });

  it('a GIF: comments and XMP; how often the film repeats stays', () => {
    expect(take(cameraGif())).toEqual(Buffer.concat([GIF.subarray(0, GIF_BLOCKS_AT), REPEAT, GIF.subarray(GIF_BLOCKS_AT)]));
  });

  it.each([
    ['JPEG', JPEG],
    ['PNG', PNG],
    ['WebP', WEBP],
    ['GIF', GIF],
    // A signature in a PDF must go on holding, and what runs in it runs nowhere here: see its headers.
    ['PDF with a script', Buffer.from('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj')],
  ])('a %s without any is not copied', (_name, bytes) => {
    expect(take(bytes)).toBe(bytes);
  });

  it('a photo that broke off on the way is taken as far as it goes', () => {
    const whole = cameraJpeg(6);
    expect(take(whole.subarray(0, whole.lastIndexOf(EOI)))).toEqual(Buffer.concat([SOI, JFIF, turned(6), DRAWING]));
  });
});

describe('what is refused', () => {
  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'kind'],
    ['a program called picture', 'MZ\x90\0\x03\0\0\0', 'kind'],
    ['a page', '<!doctype html>', 'kind'],
    ['nothing', '', 'kind'],
    ['a JPEG that is only its beginning', '\xff\xd8\xff\xe0\0\x10JFIF', 'damaged'],
    ['a JPEG with a segment of no length', '\xff\xd8\xff\xe0\0\0', 'damaged'],
    ['a JPEG with a program behind its mark', '\xff\xd8\xffMZ\x90\0\x03', 'damaged'],
    ['a JPEG without a picture', '\xff\xd8\xff\xd9', 'damaged'],
    ['a PNG with a chunk longer than the file', '\x89PNG\r\n\x1a\n\x7f\xff\xff\xffIHDR\0\0\0\0\0\0\0\0\0\0\0\0', 'damaged'],
    ['a PNG without IHDR', '\x89PNG\r\n\x1a\n\0\0\0\0IEND\xae\x42\x60\x82', 'damaged'],
    ['a WebP larger than the file', 'RIFF\xff\xff\xff\x7fWEBPVP8 \0\0\0\0', 'damaged'],
    ['a WebP with a chunk larger than it', 'RIFF\x10\0\0\0WEBPVP8 \xff\0\0\0\0\0\0\0', 'damaged'],
    ['a GIF that is only its header', 'GIF89a\x01\0\x01\0\0\0\0', 'damaged'],
    ['a GIF with a block that is none', 'GIF89a\x01\0\x01\0\0\0\0<script>', 'damaged'],
  ])('%s', (_name, content, reason) => {
    expect(reasonOf(Buffer.from(content, 'latin1'))).toBe(`UNSUPPORTED_FILE ${reason}`);
  });

  it('a file made to be cut into more pieces than memory is worth', () => {
    const pair = Buffer.concat([segment(0xfe, ''), segment(0xdb, '')]);
    const bytes = Buffer.concat([SOI, ...Array(100_000).fill(pair), DRAWING, EOI]);
    expect(reasonOf(bytes)).toBe('UNSUPPORTED_FILE damaged');
  });

  it('reads an orientation only where there is one', () => {
    const cases = [Buffer.alloc(0), Buffer.from('MM'), Buffer.from('MM\0\x2a\xff\xff\xff\xff', 'latin1'), exifOf(0), exifOf(9), exifOf(1)];
    expect(cases.map(readOrientation)).toEqual(cases.map(() => undefined));
    // The directory says it has 65,535 entries; the block ends before.
    const long = Buffer.from(writeOrientation(6));
    long.writeUInt16BE(0xffff, 8);
    long.writeUInt16BE(0, 10);
    expect(readOrientation(long)).toBeUndefined();
  });
});

describe('whatever is sent', () => {
  const samples = [cameraJpeg(6), cameraJpeg(1, 'II'), cameraPng(3), cameraWebp(8), cameraGif()];
  const change = fc.record({
    at: fc.nat(400),
    kind: fc.constantFrom('set', 'insert', 'delete', 'repeat', 'cut'),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
  });
  const spoil = (sample: Buffer, changes: readonly { at: number; kind: string; bytes: Uint8Array }[]): Buffer => {
    let bytes = Buffer.from(sample);
    for (const { at, kind, bytes: given } of changes) {
      const place = at % (bytes.length + 1);
      const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
      if (kind === 'cut') bytes = Buffer.from(before);
      else if (kind === 'repeat') bytes = Buffer.concat([before, after, before]);
      else
        bytes = Buffer.concat([
          before,
          kind === 'delete' ? Buffer.alloc(0) : given,
          kind === 'insert' ? after : after.subarray(given.length),
        ]);
    }
    return bytes;
  };
  const outcome = (bytes: Buffer): TakenFile | 'refused' => {
    try {
      return takeFile({ name: 'a', bytes }, MAX_PIXELS);
    } catch (error) {
      if (error instanceof AppError && (error.code === 'UNSUPPORTED_FILE' || error.code === 'BODY_TOO_LARGE')) return 'refused';
      throw error;
    }
  };

  it('is refused or taken, never a fault, and what was taken has nothing left to lose', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(change, { maxLength: 8 }), (sample, changes) => {
        const taken = outcome(spoil(sample, changes));
        if (taken === 'refused') return;
        expect(detectType(taken.bytes)?.contentType).toBe(taken.contentType);
        const again = outcome(taken.bytes);
        expect(again !== 'refused' && again.bytes.equals(taken.bytes)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('is read in one pass: ten megabytes of the worst take no time to speak of', () => {
    const worst = [
      Buffer.concat([SOI, DRAWING, Buffer.alloc(10_000_000, 0xff)]),
      Buffer.concat([SOI, DRAWING, Buffer.from('\xff\0'.repeat(5_000_000), 'latin1')]),
      Buffer.concat([SOI, ...Array(10).fill(Buffer.concat(Array(250_000).fill(segment(0xfe, '')))), DRAWING, EOI]),
      Buffer.concat([PNG_SIGNATURE, IHDR, Buffer.concat(Array(800_000).fill(chunk('tEXt', ''))), IDAT, IEND]),
      Buffer.concat([GIF.subarray(0, GIF_BLOCKS_AT), Buffer.from('\x21\xfe\0'.repeat(3_000_000), 'latin1'), GIF.subarray(GIF_BLOCKS_AT)]),
    ];
    for (const bytes of worst) {
      const startedAtMs = performance.now();
      outcome(bytes);
      expect(performance.now() - startedAtMs).toBeLessThan(5000);
    }
  });
});
