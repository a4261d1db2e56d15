import type { Uploads } from '../../rules/conversations/types.ts';
import { isShownInPlace, toContentDisposition } from './fileTypes.ts';

type Found = NonNullable<Awaited<ReturnType<Uploads['find']>>>;

/** The headers a stored file is handed out with: pictures may be drawn in place, everything else is for saving. */
export function toFileHeaders({ contentType, name }: Found['file']): Readonly<Record<string, string>> {
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
