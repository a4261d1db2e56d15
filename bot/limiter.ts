import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';

/** A token bucket: `burst` at once, then `perSecond`. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Token buckets by key, in this process's memory: with n instances a client has n times the rate. */
export interface Limiter {
  /** Takes one. @throws AppError RATE_LIMITED with `retryAfterSeconds` (whole, at least 1) when there is none. */
  take(key: string): void;
  /** As `take`, but takes nothing. */
  check(key: string): void;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Some 100 bytes each; past it the buckets that are full again go, then the oldest. */
const MAX_BUCKETS = 20_000;

export function createLimiter({ perSecond, burst }: Rate, clock: Clock): Limiter {
  const buckets = new Map<string, Bucket>();

  function refill(key: string): Bucket {
    const now = clock.monotonicMs();
    const bucket = buckets.get(key) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    if (bucket.tokens >= 1) return bucket;
    throw new AppError('RATE_LIMITED', { retryAfterSeconds: Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond)) });
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
    check: (key) => void refill(key),
    take(key) {
      const bucket = refill(key);
      bucket.tokens -= 1;
      if (buckets.size >= MAX_BUCKETS && !buckets.has(key)) makeRoom();
      buckets.set(key, bucket);
    },
  };
}
