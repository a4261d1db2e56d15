// Exif 2.32, section 4.6: a TIFF header, then IFD0, whose entries have twelve bytes each.
const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;

/**
 * How the picture is to be turned, 2–8, from the TIFF block of its EXIF; undefined when it stands as it is or the block does not
 * say. Cameras store pictures lying down and turn them by this: without it they would be shown on their side.
 */
export function readOrientation(tiff: Buffer): number | undefined {
  if (tiff.length < HEADER_BYTES) return undefined;
  const mark = tiff.toString('latin1', 0, 2);
  if (mark !== 'II' && mark !== 'MM') return undefined;
  const short = (at: number): number => (mark === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = mark === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (short(2) !== 42 || directory + 2 > tiff.length) return undefined;
  const entries = short(directory);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.length) return undefined;
    if (short(at) !== ORIENTATION_TAG || short(at + 2) !== SHORT) continue;
    const value = short(at + 8);
    return value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** A TIFF block that says nothing but the orientation, 26 bytes. */
export function writeOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(HEADER_BYTES + 2 + ENTRY_BYTES + 4);
  tiff.write('MM\0\x2a', 0, 'latin1');
  tiff.writeUInt32BE(HEADER_BYTES, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION_TAG, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
