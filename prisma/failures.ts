import { AppError } from '../core/errors.ts';

// SQLSTATE classes and codes that speak of the server rather than of the statement:
// https://www.postgresql.org/docs/15/errcodes-appendix.html
const UNAVAILABLE_STATE = /^(08|53|57P0|58|28|3D000|25006|57014)/;
/** Of these it is known that the statement was not carried out: too busy, no space, no access, read-only, cancelled, or Prisma never sent it. */
const REFUSED_STATE = /^(53|58|28|3D000|25006|57014|P1001|P2024|P2028)/;
const UNAVAILABLE_ERRNO = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);
// pg and pg-pool name these by message only.
const UNAVAILABLE_MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|connection error and is not queryable|after calling end on the pool|pglite is closed|can't reach database server/i;
const PRISMA_UNAVAILABLE = /^P(1000|1001|1002|1003|1008|1011|1017|2024|2028|2037)$/;

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether an error says that the connection or the server is gone, as opposed to a statement being refused. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (UNAVAILABLE_ERRNO.has(code) || PRISMA_UNAVAILABLE.test(code)) return true;
  if (/^[0-9A-Z]{5}$/.test(code) && UNAVAILABLE_STATE.test(code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable); // Node tries IPv6 and IPv4 and reports both
  return error instanceof Error && UNAVAILABLE_MESSAGE.test(error.message);
}

/**
 * The error as the rest of the product knows it: STORE_UNAVAILABLE when nothing was written, OUTCOME_UNKNOWN when the server may
 * have carried out what it was sent, or the very error where it is a bug or a constraint.
 * @param wasSent the statement had left; default true.
 */
export function toStoreError(error: unknown, wasSent = true): unknown {
  if (error instanceof AppError || !isUnavailable(error)) return error;
  return new AppError(wasSent && !isRefusal(error) ? 'OUTCOME_UNKNOWN' : 'STORE_UNAVAILABLE', {}, error);
}

/** Whether the server is there and did not carry out what it was asked. */
export function isRefusal(error: unknown): boolean {
  return REFUSED_STATE.test(codeOf(error));
}

/** Whether a unique constraint refused a row (SQLSTATE 23505); with `constraint`, whether it was that one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (codeOf(error) !== '23505') return false;
  return constraint === undefined || (error as { constraint?: unknown }).constraint === constraint;
}
