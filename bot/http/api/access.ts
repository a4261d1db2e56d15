import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../../core/clock.ts';
import { AppError } from '../../../core/errors.ts';
import { createClientLimiter } from '../../limiter.ts';

/** @throws AppError UNAUTHENTICATED, or RATE_LIMITED with `retryAfterSeconds` after too many wrong keys of one address. */
export type KeyCheck = (authorization: string | undefined, address: string) => void;

const BEARER = /^Bearer +(\S+) *$/i;
/** Ten wrong keys at once, then ten a minute. */
const WRONG_KEYS = { perSecond: 10 / 60, burst: 10 };

/**
 * Lets through who holds the key. The right key is never made to wait: behind a proxy all clients may share one address, and
 * one misconfigured system would lock the others out. Guessing 32 characters is hopeless at any rate; the limit spares the log.
 */
export function createKeyCheck(apiKey: string, clock: Clock): KeyCheck {
  const expected = sha256(apiKey);
  const wrongKeys = createClientLimiter(WRONG_KEYS, clock);
  return (authorization, address) => {
    const given = BEARER.exec(authorization ?? '')?.[1];
    // Hashes have one length, which timingSafeEqual demands, and tell nothing of the key's own.
    if (given !== undefined && timingSafeEqual(sha256(given), expected)) return;
    if (authorization !== undefined) wrongKeys.take(address);
    throw new AppError('UNAUTHENTICATED');
  };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
