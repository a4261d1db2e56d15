import { AppError } from '../../core/errors.ts';

/** Where a page ended: an instant, and what tells rows of the same instant apart. */
export interface Place {
  readonly at: Date;
  readonly key: string;
}

/** A place as text that goes through a URL. */
export function formatCursor({ at, key }: Place): string {
  return Buffer.from(`${at.getTime()}:${key}`).toString('base64url');
}

/** @throws AppError INVALID_INPUT when it is none of ours. */
export function parseCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const match = /^(\d{1,15}):([^\0]+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match) throw new AppError('INVALID_INPUT', { errors: [{ path: 'cursor', message: 'must be the nextCursor of an earlier answer' }] });
  return { at: new Date(Number(match[1])), key: match[2] ?? '' };
}
