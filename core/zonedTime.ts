import { addDays, DAY_MS, MINUTE_MS } from './days.ts';
import { dayIn, offsetMs } from './i18n.ts';

/**
 * The instant at which a zone's clock first shows a day's time. Shown twice (clocks put back): the first. Never shown (clocks put
 * forward over it): the instant of the change.
 * @param dayOn `YYYY-MM-DD`
 * @param timeMs milliseconds since midnight as the clock shows them; 24 h is the next midnight
 */
export function instantIn(dayOn: string, timeMs: number, timeZone: string): Date {
  const shown = Date.parse(`${dayOn}T00:00:00Z`) + timeMs;
  // A zone is at most 14 hours off UTC: a day to each side holds every change that can matter, and no zone changes twice in two days.
  const before = offsetMs(new Date(shown - DAY_MS), timeZone);
  const after = offsetMs(new Date(shown + DAY_MS), timeZone);
  const early = shown - Math.max(before, after);
  const late = shown - Math.min(before, after);
  if (showsAt(early, timeZone) === shown) return new Date(early);
  if (showsAt(late, timeZone) === shown) return new Date(late);
  return new Date(findChange(early, late, timeZone));
}

/** The same time of day so many calendar days later, as a zone's clock shows it: 23 or 25 hours over a change of the clocks. */
export function addCalendarDays(at: Date, days: number, timeZone: string): Date {
  const dayOn = dayIn(at, timeZone);
  const timeMs = showsAt(at.getTime(), timeZone) - Date.parse(`${dayOn}T00:00:00Z`);
  return instantIn(addDays(dayOn, days), timeMs, timeZone);
}

/** What the zone's clock shows, as if it were UTC. */
function showsAt(ms: number, timeZone: string): number {
  return ms + offsetMs(new Date(ms), timeZone);
}

/** The clocks change once between the two; on a full minute, as they have since 1972. */
function findChange(fromMs: number, toMs: number, timeZone: string): number {
  const before = offsetMs(new Date(fromMs), timeZone);
  let [low, high] = [Math.floor(fromMs / MINUTE_MS), Math.ceil(toMs / MINUTE_MS)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(new Date(middle * MINUTE_MS), timeZone) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE_MS;
}
