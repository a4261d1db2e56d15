import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import { createClientLimiter } from '../limiter.ts';

/** Ten wrong keys at once, then ten a minute. */
const WRONG_KEYS = { perSecond: 10 / 60, burst: 10 };
const BEARER = /^Bearer +(\S+) *$/i;

/**
 * Whether an Authorization header holds the key. The right key is never made to wait: behind a proxy all clients may share one
 * address, and one misconfigured system would lock the others out. Guessing 32 characters is hopeless at any rate; the limit
 * spares the log. A header that is absent is wrong and costs nothing.
 * @throws AppError RATE_LIMITED with `retryAfterSeconds` after too many wrong keys of one address.
 */
export type KeyCheck = (authorization: string | undefined, address: string) => boolean;

/** The credential of a Bearer header; undefined when there is none. */
export function readBearer(authorization: string | undefined): string | undefined {
  return BEARER.exec(authorization ?? '')?.[1];
}

/** The check of one key; each counts its own wrong guesses. */
export function createKeyCheck(key: string, clock: Clock): KeyCheck {
  const expected = sha256(key);
  const wrongKeys = createClientLimiter(WRONG_KEYS, clock);
  return (authorization, address) => {
    const given = readBearer(authorization);
    // Hashes have one length, which timingSafeEqual demands, and tell nothing of the key's own.
    if (given !== undefined && timingSafeEqual(sha256(given), expected)) return true;
    if (authorization !== undefined) wrongKeys.take(address);
    return false;
  };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
