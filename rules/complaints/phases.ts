import { addCalendarDays } from '../../core/zonedTime.ts';
import type { Run } from '../cases/measure.ts';
import type { ComplaintStatus } from './codes.ts';
import type { ComplaintHistory } from './decision.ts';
import { MAX_PAUSE_MS, STATUTORY_DAYS } from './policy.ts';
import { ENDED } from './states.ts';

/** What a ticket's history means for one clock. */
export interface Phase {
  readonly startedAt: Date;
  readonly endedAt?: Date;
  /** Ended without the promise being kept or broken by us, or never begun. */
  readonly isStopped: boolean;
  /** In which the clock ran. */
  readonly runs: readonly Run[];
  /** 0, and the count of reopenings after one that started it anew. */
  readonly round: number;
}

/** All three clocks of a ticket, and the pauses of its whole life. */
export interface Phases {
  readonly firstResponse: Phase;
  readonly resolve: Phase;
  /** Its one run goes on while the ticket is ended for a time: it never pauses. */
  readonly statutory: Phase;
  readonly statutoryDueAt: Date;
  readonly pausedMs: number;
  readonly pausedAt?: Date;
}

type Event = ComplaintHistory[number];

/**
 * Reads the audit into stretches of running time. Lines are taken in their order; an instant before the line above it (two machines'
 * clocks) counts as that one's, so that no clock runs backwards.
 */
export function readPhases(history: ComplaintHistory, now: Date, timeZone: string): Phases {
  const events = inOrder(history);
  const openedAt = events[0]?.at ?? now;
  const present = new Date(Math.max(now.getTime(), events.at(-1)?.at.getTime() ?? 0));
  // Suggestions and praise are answered out of courtesy: nothing else is promised.
  const type = events[0]?.data.type;
  const isComplaint = type === undefined || type === 'complaint';
  const statutoryDueAt = addCalendarDays(openedAt, STATUTORY_DAYS, timeZone);
  const { resolve, pausedMs, pausedAt } = readResolve(events, openedAt, present);
  return {
    firstResponse: readFirstResponse(events, openedAt),
    resolve: isComplaint ? resolve : neverBegun(openedAt),
    statutory: isComplaint ? readStatutory(events, openedAt, statutoryDueAt) : neverBegun(openedAt),
    statutoryDueAt,
    pausedMs,
    ...(pausedAt && { pausedAt }),
  };
}

/** Ended by a person's answer or by a result; a ticket that ended without either starts again when it is opened again. */
function readFirstResponse(events: readonly Event[], openedAt: Date): Phase {
  let [startedAt, round, reopened] = [openedAt, 0, 0];
  let endedAt: Date | undefined;
  let isStopped = false;
  for (const event of events) {
    const to = movedTo(event);
    if (to === 'REOPENED') {
      reopened += 1;
      if (isStopped) [startedAt, round, endedAt, isStopped] = [event.at, reopened, undefined, false];
    }
    if (endedAt) continue;
    if (isAnswer(event) || to === 'RESOLVED') endedAt = event.at;
    else if (to && ENDED.has(to)) [endedAt, isStopped] = [event.at, true];
  }
  return toPhase(startedAt, endedAt, isStopped, [[startedAt, endedAt]], round);
}

function readResolve(events: readonly Event[], openedAt: Date, present: Date): Pick<Phases, 'resolve' | 'pausedMs' | 'pausedAt'> {
  let [startedAt, round, pausedMs, isStopped] = [openedAt, 0, 0, false];
  let endedAt: Date | undefined;
  let pausedAt: Date | undefined;
  let runs: Run[] = [[openedAt]];

  /** Ends a pause at an instant, or before it when the 72 hours are used up; the clock runs on from there. */
  const resume = (at: Date): void => {
    if (!pausedAt) return;
    const until = new Date(Math.min(at.getTime(), pausedAt.getTime() + MAX_PAUSE_MS - pausedMs));
    pausedMs += until.getTime() - pausedAt.getTime();
    pausedAt = undefined;
    runs.push([until]);
  };
  const stop = (at: Date): void => {
    const last = runs.at(-1);
    if (last && !last[1]) runs[runs.length - 1] = [last[0], at];
  };

  for (const event of events) {
    const to = movedTo(event);
    if (!to) continue;
    resume(event.at);
    if (to === 'REOPENED') [startedAt, round, endedAt, isStopped, runs] = [event.at, round + 1, undefined, false, [[event.at]]];
    else if (to === 'WAITING_CUSTOMER' && pausedMs < MAX_PAUSE_MS) {
      stop(event.at);
      pausedAt = event.at;
    } else if (!endedAt && (to === 'RESOLVED' || ENDED.has(to))) {
      stop(event.at);
      [endedAt, isStopped] = [event.at, to !== 'RESOLVED' && to !== 'CLOSED'];
    }
  }
  if (pausedAt && present.getTime() - pausedAt.getTime() >= MAX_PAUSE_MS - pausedMs) resume(present);
  return { resolve: toPhase(startedAt, endedAt, isStopped, runs, round), pausedMs, ...(pausedAt && { pausedAt }) };
}

/** An end holds, unless the ticket is opened again before the seven days are over: then the matter is not settled after all. */
function readStatutory(events: readonly Event[], openedAt: Date, dueAt: Date): Phase {
  let endedAt: Date | undefined;
  let isStopped = false;
  for (const event of events) {
    const to = movedTo(event);
    if (to === 'REOPENED' && event.at < dueAt) [endedAt, isStopped] = [undefined, false];
    else if (to && !endedAt && (to === 'RESOLVED' || ENDED.has(to)))
      [endedAt, isStopped] = [event.at, to !== 'RESOLVED' && to !== 'CLOSED'];
  }
  return toPhase(openedAt, endedAt, isStopped, [[openedAt, endedAt]], 0);
}

function isAnswer({ action, actor }: Event): boolean {
  return action === 'responded' && actor.type === 'agent';
}

function movedTo({ action, to }: Event): ComplaintStatus | undefined {
  return action === 'moved' ? to : undefined;
}

function inOrder(history: ComplaintHistory): readonly Event[] {
  let lastMs = 0;
  return history.map((event) => {
    lastMs = Math.max(lastMs, event.at.getTime());
    return event.at.getTime() === lastMs ? event : { ...event, at: new Date(lastMs) };
  });
}

function neverBegun(startedAt: Date): Phase {
  return { startedAt, isStopped: true, runs: [], round: 0 };
}

function toPhase(startedAt: Date, endedAt: Date | undefined, isStopped: boolean, runs: readonly Run[], round: number): Phase {
  return { startedAt, ...(endedAt && { endedAt }), isStopped, runs, round };
}
