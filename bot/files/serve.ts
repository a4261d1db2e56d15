import type { Uploads } from '../../rules/conversations/types.ts';
import type { Stream } from '../http/route.ts';
import { isShownInPlace, toContentDisposition } from './fileTypes.ts';

type Found = NonNullable<Awaited<ReturnType<Uploads['find']>>>;

/** A stored file as it is handed out: pictures may be drawn in place, everything else is for saving. */
export function toFileAnswer({ file, bytes }: Found): { status: 200; body: Stream; headers: Readonly<Record<string, string>> } {
  const body = { sizeBytes: file.sizeBytes, [Symbol.asyncIterator]: () => bytes[Symbol.asyncIterator]() };
  return { status: 200, body, headers: toHeaders(file) };
}

function toHeaders({ contentType, name }: Found['file']): Readonly<Record<string, string>> {
  return {
    'content-type': contentType,
    'content-disposition': toContentDisposition(isShownInPlace(contentType) ? 'inline' : 'attachment', name),
    'cache-control': 'private, max-age=3600, immutable',
    // A file opened by itself shares our origin: nothing in it may run.
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  };
}
