import type { BusinessCalendar } from '../../core/businessTime.ts';
import type { Severity } from './codes.ts';
import type { ComplaintHistory } from './decision.ts';
import { type Phase, readPhases } from './phases.ts';
import { MAX_PAUSE_MS, PROMISES, type SlaPolicy } from './policy.ts';

/** Our answer, our result, and the law's seven days. */
export const CLOCK_NAMES = ['firstResponse', 'resolve', 'statutory'] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

/**
 * `running`, or `paused` while the customer is asked; `met` when it ended in time; `missed` from the due instant on, whether it was
 * ended late or not at all; `stopped` when there is nothing left to promise: merged, withdrawn, no reply, or not a complaint.
 */
export type ClockState = 'running' | 'paused' | 'met' | 'missed' | 'stopped';

export interface ClockReading {
  /** Of a paused clock: were it to run on from now. */
  readonly dueAt: Date;
  /** Of the time promised, what has passed: 0 at the start, 1 at `dueAt`, more when late; where a clock ended it stays. */
  readonly elapsedShare: number;
  /** What has passed in milliseconds of the policy's calendar (calendar time for the statutory clock), pauses left out. */
  readonly elapsedMs: number;
  readonly state: ClockState;
  /** Which run of the clock: 0, and the count of reopenings after one that started it anew. */
  readonly round: number;
}

export type ClockReadings = Readonly<Record<ClockName, ClockReading>> & {
  /** Finished pauses of the whole ticket, at most 72 hours. */
  readonly pausedMs: number;
  /** Since when the resolve clock stands still; absent once the 72 hours are used up. */
  readonly pausedAt?: Date;
};

/**
 * The clocks of a ticket at an instant, from its audit alone. Only WAITING_CUSTOMER pauses, for at most 72 hours altogether, and only
 * the resolve clock. Reopening starts the resolve clock anew, and the first response's when there was none.
 * @param severity the present one: its promises count from the start
 */
export function readClocks(history: ComplaintHistory, severity: Severity, policy: SlaPolicy, now: Date): ClockReadings {
  const { firstResponse, resolve, statutory, statutoryDueAt, pausedMs, pausedAt } = readPhases(history, now, policy.timeZone);
  const { firstResponseMs, resolveMs } = PROMISES[severity];
  return {
    firstResponse: read(firstResponse, firstResponseMs, policy.calendar, now),
    resolve: read(resolve, resolveMs, policy.calendar, now, pausedAt),
    statutory: readStatutory(statutory, statutoryDueAt, now),
    pausedMs,
    ...(pausedAt && { pausedAt }),
  };
}

/**
 * When each clock that has not ended will have used such a share (0–1) of its time, if nothing happens. A pause ends by itself when
 * the 72 hours are used up.
 */
export function instantsOfShare(
  history: ComplaintHistory,
  severity: Severity,
  policy: SlaPolicy,
  now: Date,
  share: number,
): Readonly<Partial<Record<ClockName, Date>>> {
  const { firstResponse, resolve, statutory, statutoryDueAt, pausedMs, pausedAt } = readPhases(history, now, policy.timeZone);
  const { firstResponseMs, resolveMs } = PROMISES[severity];
  const resumesAt = pausedAt && new Date(pausedAt.getTime() + MAX_PAUSE_MS - pausedMs);
  const startMs = statutory.startedAt.getTime();
  return {
    ...(runs(firstResponse) && { firstResponse: dueOf(firstResponse, firstResponseMs * share, policy.calendar) }),
    ...(runs(resolve) && { resolve: dueOf(resolve, resolveMs * share, policy.calendar, resumesAt) }),
    ...(runs(statutory) && { statutory: new Date(startMs + (statutoryDueAt.getTime() - startMs) * share) }),
  };
}

function runs({ endedAt, isStopped }: Phase): boolean {
  return !endedAt && !isStopped;
}

function read(phase: Phase, limitMs: number, calendar: BusinessCalendar, now: Date, pausedAt?: Date): ClockReading {
  const dueAt = dueOf(phase, limitMs, calendar, pausedAt && now);
  const elapsedMs = phase.runs.reduce((sum, [from, to]) => sum + Math.max(0, calendar.businessMsBetween(from, to ?? now)), 0);
  return { dueAt, elapsedMs, elapsedShare: elapsedMs / limitMs, state: stateOf(phase, dueAt, now, pausedAt), round: phase.round };
}

function readStatutory(phase: Phase, dueAt: Date, now: Date): ClockReading {
  const startMs = phase.startedAt.getTime();
  const elapsedMs = phase.runs.reduce((sum, [from, to]) => sum + Math.max(0, (to ?? now).getTime() - from.getTime()), 0);
  return { dueAt, elapsedMs, elapsedShare: elapsedMs / (dueAt.getTime() - startMs), state: stateOf(phase, dueAt, now), round: 0 };
}

function stateOf({ endedAt, isStopped }: Phase, dueAt: Date, now: Date, pausedAt?: Date): ClockState {
  if (isStopped && !endedAt) return 'stopped';
  if ((endedAt ?? now) >= dueAt) return 'missed';
  if (isStopped) return 'stopped';
  if (endedAt) return 'met';
  return pausedAt ? 'paused' : 'running';
}

/** Walks the time the clock ran until the limit is used up. @param resumesAt when a clock that stands still runs on */
function dueOf({ runs, startedAt, endedAt }: Phase, limitMs: number, calendar: BusinessCalendar, resumesAt?: Date): Date {
  let leftMs = limitMs;
  for (const [from, to] of runs) {
    const ranMs = to ? calendar.businessMsBetween(from, to) : Number.POSITIVE_INFINITY;
    if (ranMs >= leftMs) return calendar.addBusinessMs(from, leftMs);
    leftMs -= ranMs;
  }
  return calendar.addBusinessMs(endedAt ?? resumesAt ?? startedAt, leftMs);
}
