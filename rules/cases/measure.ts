import type { BusinessCalendar } from '../../core/businessTime.ts';

/** From and to of a stretch that counts; without an end it goes on. */
export type Run = readonly [Date, Date?];

/** How long something took, for sums over many: not rounded. */
export interface Measure {
  /** When it began, whether or not it counted from then on. */
  readonly startedAt: Date;
  /** By any clock. */
  readonly seconds: number;
  /** How many of them were time in which the company works. */
  readonly businessSeconds: number;
}

/** Sums stretches, until now where they go on; what lies between them counts as nothing, as does one that ends before it began. */
export function measure(startedAt: Date, runs: readonly Run[], calendar: BusinessCalendar, now: Date): Measure {
  const sum = (msOf: (from: Date, to: Date) => number): number =>
    runs.reduce((ms, [from, to = now]) => ms + Math.max(0, msOf(from, to)), 0) / 1000;
  return {
    startedAt,
    seconds: sum((from, to) => to.getTime() - from.getTime()),
    businessSeconds: sum((from, to) => calendar.businessMsBetween(from, to)),
  };
}
