import { describe, expect, it } from 'vitest';
import { createClientLimiter, createLimiter, type Limiter } from '../../bot/limiter.ts';
import { createFixedClock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';

const refusal = (limiter: Limiter, key: string, amount?: number): unknown => {
  try {
    limiter.take(key, amount);
    return undefined;
  } catch (error) {
    return error instanceof AppError ? error.facts.retryAfterSeconds : error;
  }
};

describe('a limit by weight', () => {
  it('takes what fits, refuses the rest with the wait until it fits, and takes nothing then', () => {
    const clock = createFixedClock('2026-11-21T02:00:00Z');
    const limiter = createLimiter({ perSecond: 10, burst: 100 }, clock);
    expect(refusal(limiter, 'a', 60)).toBeUndefined();
    expect(refusal(limiter, 'a', 60)).toBe(2); // 40 are left, 20 are missing, at 10 a second
    expect(refusal(limiter, 'a', 40)).toBeUndefined();
  });

  it('lets what is larger than the burst through once, from a full bucket', () => {
    const clock = createFixedClock('2026-11-21T02:00:00Z');
    const limiter = createLimiter({ perSecond: 1, burst: 10 }, clock);
    expect(refusal(limiter, 'a', 30)).toBeUndefined();
    expect(refusal(limiter, 'a', 1)).toBe(21); // 20 below nothing, and one more
  });
});

describe('a limit by client', () => {
  const rate = { perSecond: 1, burst: 2 };
  const nets = (count: number): string[] => Array.from({ length: count }, (_, at) => `2001:db8:1:${at.toString(16)}::/64`);

  it('counts each IPv4 address alone', () => {
    const limiter = createClientLimiter(rate, createFixedClock('2026-11-21T02:00:00Z'));
    for (const key of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) expect(refusal(limiter, key)).toBeUndefined();
  });

  it('gives all of an IPv6 /48 together what eight of its clients would get', () => {
    const limiter = createClientLimiter(rate, createFixedClock('2026-11-21T02:00:00Z'));
    const taken = nets(100).filter((key) => refusal(limiter, key) === undefined);
    expect(taken).toHaveLength(8 * rate.burst);
    expect(refusal(limiter, '2001:db8:2:1::/64')).toBeUndefined();
  });

  it('does not charge the network for what a client was refused', () => {
    const limiter = createClientLimiter(rate, createFixedClock('2026-11-21T02:00:00Z'));
    const [first = ''] = nets(1);
    for (let at = 0; at < 100; at++) refusal(limiter, first);
    expect(
      nets(20)
        .slice(1)
        .filter((key) => refusal(limiter, key) === undefined),
    ).toHaveLength(8 * rate.burst - 2);
  });
});
