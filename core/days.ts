// Of elapsed time: a calendar day may have 23 or 25 hours, see `addCalendarDays` of zonedTime.ts.
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The day so many days later in the common calendar; negative goes back. @param dayOn `YYYY-MM-DD` */
export function addDays(dayOn: string, days: number): string {
  return new Date(Date.parse(`${dayOn}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
