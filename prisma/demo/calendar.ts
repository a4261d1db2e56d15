import { DAY_MS, HOUR_MS } from '../../core/days.ts';
import type { Random } from './random.ts';

const BEIJING_MS = 8 * HOUR_MS;

/** Midnight in Beijing of the day an instant belongs to; China has no summer time. */
export function beijingMidnight(ms: number): number {
  return Math.floor((ms + BEIJING_MS) / DAY_MS) * DAY_MS - BEIJING_MS;
}

/** Month (1–12) and day of an instant in Beijing. */
export function beijingDay(ms: number): { month: number; day: number } {
  const [, month = '1', day = '1'] = new Date(ms + BEIJING_MS).toISOString().slice(0, 10).split('-');
  return { month: Number(month), day: Number(day) };
}

// First day of the year by the calendar of 农历, from the public holidays' notices; beyond the list there is no lull.
const SPRING_FESTIVALS = ['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03'].map((day) =>
  Date.parse(`${day}T00:00:00+08:00`),
);
const BUSIEST = 3;

/** How much is sent on a day beside an ordinary one: 双11 and 618 sales, the weeks before the Spring Festival, the lull in it. */
export function seasonAt(ms: number): number {
  const { month, day } = beijingDay(ms);
  if (month === 11 && day <= 20) return BUSIEST;
  if (month === 6 && day <= 20) return 2.2;
  if (month === 12 && day >= 10 && day <= 14) return 1.5;
  for (const festival of SPRING_FESTIVALS) {
    const days = (ms - festival) / DAY_MS;
    if (days >= -24 && days < -4) return 1.9;
    if (days >= -4 && days < 8) return 0.2;
  }
  return 1;
}

/** An instant between two, likelier in the busy weeks. */
export function pickSeasonal(fromMs: number, toMs: number, random: Random): number {
  for (let tries = 0; tries < 50; tries++) {
    const ms = fromMs + random.next() * (toMs - fromMs);
    if (random.chance(seasonAt(ms) / BUSIEST)) return ms;
  }
  return fromMs + random.next() * (toMs - fromMs);
}
