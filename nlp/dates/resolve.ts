import { addDays } from '../../core/days.ts';

import type { Days, FoundDate, Grain, Moment } from './found.ts';
import type { Mention } from './mention.ts';
import type { ClockTime } from './parts.ts';

type Resolved = Pick<FoundDate, 'value' | 'grain' | 'relation'>;

const DAY_MINUTES = 1440;
const HALF_DAY = 720;

/** The value of an expression at a moment; undefined when it comes to nothing. */
export function resolveMention(mention: Mention, moment: Moment): Resolved | undefined {
  const { reading, part, clock, relation } = mention;
  if (reading?.minutesFromNow !== undefined) {
    return { value: timeOn(moment.today, moment.minutes + reading.minutesFromNow), grain: 'minute', relation };
  }
  if (reading?.days && (reading.days.from !== reading.days.to || (!part && !clock))) return resolveDays(reading.days, mention);
  const named = reading?.days?.from;
  if (clock) return resolveClock(clock, named, mention, moment);
  if (!part) return undefined;
  const day = named ?? chooseDay(part.from, part.to, moment);
  // Noon is an hour as soon as something is before or after it.
  const from = part.kind === 'noon' && relation !== 'at' ? HALF_DAY : part.from;
  const to = part.kind === 'noon' && relation !== 'at' ? HALF_DAY : part.to;
  return { value: pick(timeOn(day, from), timeOn(day, to), mention), grain: 'part', relation };
}

function resolveDays({ from, to, grain }: Days, mention: Mention): Resolved {
  const isOne = from === to;
  const fitting: Grain = isOne ? 'day' : grain;
  return { value: isOne ? from : pick(from, to, mention), grain: fitting, relation: mention.relation };
}

/** Before a stretch ends where it begins, unless it counts itself: 下周前 is before Monday, 本周内 until Sunday. After is the mirror. */
function pick(from: string, to: string, { relation, isInclusive }: Mention): string {
  if (relation === 'at') return `${from}/${to}`;
  return (relation === 'before') === isInclusive ? to : from;
}

function resolveClock({ minutes, until, isVague }: ClockTime, named: string | undefined, mention: Mention, moment: Moment): Resolved {
  const isToday = named === undefined || named === moment.today;
  // 今天8点 said at three in the afternoon is eight in the evening.
  const isLater = isVague && isToday && moment.direction === 'future' && minutes <= moment.minutes && minutes + HALF_DAY > moment.minutes;
  const from = isLater && minutes < HALF_DAY ? minutes + HALF_DAY : minutes;
  const day = named ?? chooseDay(from, until ?? from + 1, moment);
  const value = until === undefined ? timeOn(day, from) : pick(timeOn(day, from), timeOn(day, until), mention);
  return { value, grain: 'minute', relation: mention.relation };
}

function chooseDay(from: number, to: number, { today, minutes, direction }: Moment): string {
  if (direction === 'future') return to > minutes ? today : addDays(today, 1);
  if (direction === 'past') return from <= minutes ? today : addDays(today, -1);
  return today;
}

/** A local time so many minutes after the midnight that begins `day`; may be negative or past 24 hours. */
function timeOn(day: string, minutes: number): string {
  const days = Math.floor(minutes / DAY_MINUTES);
  const rest = minutes - days * DAY_MINUTES;
  return `${addDays(day, days)}T${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
}
