import { createRequire } from 'node:module';
import type { DayException } from './businessTime.ts';

interface ChineseDays {
  isWorkday(dayOn: string): boolean;
}

let chineseDays: ChineseDays | undefined;
/** Asking costs 8 µs, and clocks ask for the same few days all the time. A year of weekdays and weekends is 366. */
const known = new Map<string, DayException | undefined>();
const MAX_KNOWN = 4000;

/**
 * China's public holidays and the weekends worked to make up for them (调休), as the State Council announces them each November for
 * the year to come. A year not announced yet has neither: only its weekends are free. Loaded on the first question (20 ms).
 * @param dayOn `YYYY-MM-DD`
 */
export function chineseException(dayOn: string): DayException | undefined {
  if (known.has(dayOn)) return known.get(dayOn);
  chineseDays ??= createRequire(import.meta.url)('chinese-days') as ChineseDays;
  const weekday = new Date(`${dayOn}T00:00:00Z`).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  const isWorked = chineseDays.isWorkday(dayOn);
  const exception = isWorked === isWeekend ? (isWorked ? 'workday' : 'holiday') : undefined;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(dayOn, exception);
  return exception;
}
