import { AppError } from '../../core/errors.ts';
import type { FileRef } from '../../core/types.ts';
import { detectType, toSafeName } from './fileTypes.ts';
import { stripGif } from './gif.ts';
import { stripJpeg } from './jpeg.ts';
import { countPixels } from './pixels.ts';
import { stripPng } from './png.ts';
import { stripWebp } from './webp.ts';

/** A file as it may be stored and shown to others. */
export type TakenFile = Omit<FileRef, 'id' | 'sizeBytes'> & { readonly bytes: Buffer };

/** PDFs stay as they are, scripts and all: they are offered for saving only, and a signature in one must go on holding. */
const STRIPS: Readonly<Record<string, (bytes: Buffer) => Buffer | undefined>> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/gif': stripGif,
  'image/webp': stripWebp,
};

/**
 * Takes a file a customer sends, on whatever channel: the type by its bytes, a safe name, and pictures without what cameras write
 * into them, the place above all. Nothing is compressed anew.
 * @param maxPixels width times height of a picture.
 * @throws AppError UNSUPPORTED_FILE with `reason`: `kind` for what is none of the types, `damaged` for a picture that cannot be read;
 *   BODY_TOO_LARGE with `maxPixels`.
 */
export function takeFile({ name, bytes }: { readonly name: string; readonly bytes: Buffer }, maxPixels: number): TakenFile {
  const type = detectType(bytes);
  if (!type) throw new AppError('UNSUPPORTED_FILE', { reason: 'kind' });
  const strip = STRIPS[type.contentType];
  const stripped = strip ? strip(bytes) : bytes;
  if (!stripped) throw new AppError('UNSUPPORTED_FILE', { reason: 'damaged' });
  if (countPixels(type.contentType, stripped) > maxPixels) throw new AppError('BODY_TOO_LARGE', { maxPixels });
  return { name: toSafeName(name, type), contentType: type.contentType, bytes: stripped };
}
