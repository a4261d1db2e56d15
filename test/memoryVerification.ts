import type { Clock } from '../core/clock.ts';
import { toDigits } from '../prisma/crm/phones.ts';
import type { Shipment } from '../rules/shipments/types.ts';
import { addWrong, countsOf, findUntil, GUESS_WINDOW_MS, type Tally } from '../rules/verification/guessing.ts';
import type { Verification } from '../rules/verification/types.ts';
import { findByNumber } from './memoryShipments.ts';

interface Options {
  readonly clock: Clock;
  readonly shipments: readonly Shipment[];
  /** The phone left with the ticket of this reference. */
  phoneOf(reference: string): string | undefined;
}

/** The twin of the store's verification: one suite runs on both. */
export function createMemoryVerification({ clock, shipments, phoneOf }: Options): Verification {
  const wrong = new Map<string, Tally>();
  return {
    async checkLastFour(number, given, guesser) {
      const now = clock.now();
      const found = findByNumber(shipments, number);
      const counts = countsOf(found?.trackingNumber ?? number, guesser);
      const before = counts.map(({ key }) => {
        const tally = wrong.get(key);
        return tally && tally.expiresAt > now ? tally : { count: 0, expiresAt: new Date(now.getTime() + GUESS_WINDOW_MS) };
      });
      const closedUntil = findUntil(counts, before, now);
      if (closedUntil) return { kind: 'waiting', until: closedUntil };
      const isOf = (phone = ''): boolean => {
        const digits = toDigits(phone);
        return digits.length >= 4 && digits.slice(-4) === toDigits(given);
      };
      const sides = (['sender', 'recipient'] as const).filter((side) => isOf(found?.[side].phone));
      if (sides.length > 0 || (!found && isOf(phoneOf(number)))) return { kind: 'verified', sides };
      const after = addWrong(before, now);
      for (const [index, { key }] of counts.entries()) wrong.set(key, after[index]!);
      const until = findUntil(counts, after, now);
      return { kind: 'refused', ...(until && { until }) };
    },
  };
}
