import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import { createClientLimiter } from '../limiter.ts';

/** Ten wrong keys at once, then ten a minute. */
const WRONG_KEYS = { perSecond: 10 / 60, burst: 10 };
const BEARER = /^Bearer +(\S+) *$/i;

/**
 * Whose key an Authorization header holds; undefined for none. A right key is never made to wait: behind a proxy all clients may
 * share one address, and one misconfigured system would lock the others out. Guessing 32 characters is hopeless at any rate; the
 * limit spares the log. A header that is absent is wrong and costs nothing.
 * @throws AppError RATE_LIMITED with `retryAfterSeconds` after too many wrong keys of one address.
 */
export type FindHolder<T> = (authorization: string | undefined, address: string) => T | undefined;
/** Whether a header holds the one key there is; refuses as `FindHolder` does. */
export type KeyCheck = (authorization: string | undefined, address: string) => boolean;

/** A key and whose it is. */
export interface HeldKey<T> {
  readonly secret: string;
  readonly holder: T;
}

/** The credential of a Bearer header; undefined when there is none. */
export function readBearer(authorization: string | undefined): string | undefined {
  return BEARER.exec(authorization ?? '')?.[1];
}

/** A ring of keys, of which no two are the same; wrong guesses are counted over all of them. */
export function createKeyRing<T>(keys: readonly HeldKey<T>[], clock: Clock): FindHolder<T> {
  const ring = keys.map(({ secret, holder }) => ({ hash: sha256(secret), holder }));
  const wrongKeys = createClientLimiter(WRONG_KEYS, clock);
  return (authorization, address) => {
    const given = readBearer(authorization);
    const found = given === undefined ? undefined : findIn(ring, sha256(given));
    if (found) return found.holder;
    if (authorization !== undefined) wrongKeys.take(address);
    return undefined;
  };
}

/** The check of one key; each counts its own wrong guesses. */
export function createKeyCheck(key: string, clock: Clock): KeyCheck {
  const findHolder = createKeyRing([{ secret: key, holder: true }], clock);
  return (authorization, address) => findHolder(authorization, address) === true;
}

/** Every key is compared, whichever it is: how long it takes tells nothing. */
function findIn<T extends { readonly hash: Buffer }>(ring: readonly T[], hash: Buffer): T | undefined {
  // Hashes have one length, which timingSafeEqual demands, and tell nothing of the key's own.
  return ring.filter((key) => timingSafeEqual(hash, key.hash))[0];
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
