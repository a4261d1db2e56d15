import { toNetworkKey } from '../core/clientAddress.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';

/** A token bucket: `burst` at once, then `perSecond`. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Token buckets by key, in this process's memory: with n instances a client has n times the rate. */
export interface Limiter {
  /**
   * Takes `amount` (default 1). More than the burst is taken from a full bucket, which then needs as much longer.
   * @throws AppError RATE_LIMITED with `retryAfterSeconds` (whole, at least 1) when there is less, and takes nothing.
   */
  take(key: string, amount?: number): void;
  /** As `take`, but takes nothing. */
  check(key: string, amount?: number): void;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Some 100 bytes each; past it the buckets that are full again go, then the oldest. */
const MAX_BUCKETS = 20_000;
/** A /48 has 65,536 of the /64 that count as clients: all of them together get what eight of them would. */
const NETWORK_FACTOR = 8;

/** @param limit named in the refusal, so that who reads it knows what to raise. */
export function createLimiter({ perSecond, burst }: Rate, clock: Clock, limit?: string): Limiter {
  const buckets = new Map<string, Bucket>();

  function refill(key: string, amount = 1): Bucket {
    const now = clock.monotonicMs();
    const bucket = buckets.get(key) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    const missing = Math.min(amount, burst) - bucket.tokens;
    if (missing <= 0) return bucket;
    throw new AppError('RATE_LIMITED', { retryAfterSeconds: Math.max(1, Math.ceil(missing / perSecond)), ...(limit && { limit }) });
  }

  function makeRoom(): void {
    const now = clock.monotonicMs();
    for (const [key, bucket] of buckets) if (bucket.tokens + ((now - bucket.at) / 1000) * perSecond >= burst) buckets.delete(key);
    for (const key of buckets.keys()) {
      // A tenth at a time: the scan above is then rare even while everyone is busy.
      if (buckets.size <= MAX_BUCKETS * 0.9) return;
      buckets.delete(key);
    }
  }

  return {
    check: (key, amount) => void refill(key, amount),
    take(key, amount = 1) {
      const bucket = refill(key, amount);
      bucket.tokens -= amount;
      if (buckets.size >= MAX_BUCKETS && !buckets.has(key)) makeRoom();
      buckets.set(key, bucket);
    },
  };
}

/**
 * As `createLimiter`, for keys of core/clientAddress.ts: the /48 around an IPv6 client counts too, at eight times the rate, so
 * that who has a network of their own does not have 65,536 times the rate.
 */
export function createClientLimiter(rate: Rate, clock: Clock, limit?: string): Limiter {
  const clients = createLimiter(rate, clock, limit);
  const networks = createLimiter({ perSecond: rate.perSecond * NETWORK_FACTOR, burst: rate.burst * NETWORK_FACTOR }, clock, limit);
  return {
    check(key, amount) {
      clients.check(key, amount);
      const network = toNetworkKey(key);
      if (network !== undefined) networks.check(network, amount);
    },
    take(key, amount) {
      const network = toNetworkKey(key);
      if (network === undefined) return clients.take(key, amount);
      networks.check(network, amount);
      clients.take(key, amount);
      networks.take(network, amount);
    },
  };
}
