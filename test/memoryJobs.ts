import type { JobHandler } from '../bot/defineJob.ts';
import type { Clock } from '../core/clock.ts';
import type { DeadJobs, DueJobs, Job, JobQueue, NewJob } from '../rules/jobs.ts';

/** The twin of the store's outbox: one suite runs on both. */
export interface MemoryJobs extends JobQueue, DueJobs, DeadJobs {
  /**
   * Does what comes due within the next `ms`, in its order, also what that leaves to be done; of kinds without a handler nothing.
   * The clock stands still meanwhile. @throws what a handler throws
   */
  pass(ms: number, handlers: Readonly<Record<string, JobHandler>>): Promise<void>;
}

interface Row {
  readonly id: string;
  readonly job: NewJob;
  readonly lane: string;
  readonly madeAtMs: number;
  dueAtMs: number;
  attempts: number;
  lastError: string | undefined;
  isDone: boolean;
  deadAt: Date | undefined;
}

const MINUTE_MS = 60_000;
const RETRY_DELAYS_MS = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE_MS);
const LEASE_MS = 2 * MINUTE_MS;
const FRESH_MS = MINUTE_MS;
const BEHIND_MS = 1000;

export function createMemoryJobs(clock: Clock): MemoryJobs {
  /** By key, in the order they were made. */
  const rows = new Map<string, Row>();
  let made = 0;
  let passedMs = 0;

  const nowMs = (): number => clock.now().getTime() + passedMs;
  const isPending = ({ isDone, deadAt }: Row): boolean => !isDone && deadAt === undefined;
  /** Handed out, and neither ended nor given back. */
  const isInWork = ({ attempts, lastError }: Row): boolean => attempts > 0 && lastError === undefined;
  const listPending = (): readonly Row[] => [...rows.values()].filter(isPending);
  const rowsOf = (ids: readonly string[]): readonly Row[] => [...rows.values()].filter(({ id }) => ids.includes(id));
  const byDue = (a: Row, b: Row): number => a.dueAtMs - b.dueAtMs || (a.id < b.id ? -1 : 1);

  /** Those that waited in lanes whose jobs have ended, and were never tried, are due. */
  function callNext(ended: readonly Row[]): boolean {
    const lanes = new Set(ended.map(({ lane }) => lane));
    const next = listPending().filter(({ lane, attempts, dueAtMs }) => lanes.has(lane) && attempts === 0 && dueAtMs > nowMs());
    for (const row of next) row.dueAtMs = nowMs();
    return next.length > 0;
  }

  function end(ids: readonly string[]): boolean {
    const ended = rowsOf(ids);
    for (const row of ended) Object.assign(row, { isDone: true, lastError: undefined });
    return callNext(ended);
  }

  return {
    async add(jobs) {
      for (const job of jobs) {
        if (rows.has(job.key) && !job.isReplaceable) continue;
        rows.delete(job.key);
        const id = String(made++).padStart(8, '0');
        const times = { madeAtMs: nowMs(), dueAtMs: job.dueAt.getTime() + passedMs };
        rows.set(job.key, {
          ...{ id, job, lane: job.lane ?? id, ...times, attempts: 0, lastError: undefined, isDone: false, deadAt: undefined },
        });
      }
    },
    async claim(kind, limit, leaseMs = LEASE_MS) {
      const pending = listPending();
      const due = pending.filter(({ job, dueAtMs }) => job.kind === kind && dueAtMs <= nowMs());
      const fresh = due.filter(({ madeAtMs }) => madeAtMs >= nowMs() - FRESH_MS).reverse();
      const found = new Set([...due.toSorted(byDue).slice(0, limit), ...fresh.slice(0, Math.floor(limit / 4))]);
      const looked = [...found].map((row) => ({ row, before: pending.filter(({ lane, id }) => lane === row.lane && id < row.id) }));
      const [free, behind] = [true, false].map((isFree) =>
        looked.filter(({ before }) => before.every((each) => found.has(each)) === isFree),
      );
      const until = (behind ?? []).map(({ row, before }) => ({
        ...{ row, dueAtMs: Math.max(nowMs() + BEHIND_MS, ...before.filter((each) => !isInWork(each)).map(({ dueAtMs }) => dueAtMs)) },
      }));
      for (const { row, dueAtMs } of until) row.dueAtMs = dueAtMs;
      const claimed = (free ?? []).map(({ row }) => row);
      for (const row of claimed) Object.assign(row, { dueAtMs: nowMs() + leaseMs, attempts: row.attempts + 1, lastError: undefined });
      // A claim has no order of its own.
      return claimed.map(toJob).reverse();
    },
    done: async (ids) => end(ids),
    async retry({ id, attempts }, reason, firstDelaysMs = []) {
      const delayMs = [...firstDelaysMs, ...RETRY_DELAYS_MS][attempts - 1];
      const found = rowsOf([id]);
      for (const row of found) {
        row.lastError = reason;
        if (delayMs === undefined) row.deadAt = new Date(nowMs());
        else row.dueAtMs = nowMs() + delayMs;
      }
      if (delayMs !== undefined) return 'waiting';
      callNext(found);
      return 'dead';
    },
    async repeat(id, delayMs, lastError) {
      for (const row of rowsOf([id])) Object.assign(row, { attempts: 0, dueAtMs: nowMs() + delayMs, lastError });
    },
    async release(ids, delayMs = 0) {
      for (const row of rowsOf(ids).filter(isPending)) Object.assign(row, { attempts: row.attempts - 1, dueAtMs: nowMs() + delayMs });
    },
    async reclaim() {
      const held = listPending().filter((row) => isInWork(row) && row.dueAtMs > nowMs());
      for (const row of held) Object.assign(row, { attempts: row.attempts - 1, dueAtMs: nowMs() });
    },
    listDead: async (limit, wanted) =>
      [...rows.values()]
        .filter(({ job, deadAt }) => deadAt !== undefined && (wanted === undefined || job.kind === wanted))
        .sort((a, b) => (b.deadAt?.getTime() ?? 0) - (a.deadAt?.getTime() ?? 0) || (a.id < b.id ? 1 : -1))
        .slice(0, limit)
        .map((row) => {
          const { lane: _, ...job } = toJob(row);
          return { ...job, lastError: row.lastError ?? '', deadAt: row.deadAt ?? clock.now() };
        }),
    async revive(id, kind) {
      const [row] = rowsOf([id]);
      if (row?.deadAt === undefined || (kind !== undefined && row.job.kind !== kind)) return false;
      Object.assign(row, { deadAt: undefined, attempts: 0, dueAtMs: nowMs() });
      return true;
    },
    async pass(ms, handlers) {
      const startMs = nowMs();
      const isNext = ({ job, dueAtMs }: Row): boolean => handlers[job.kind] !== undefined && dueAtMs <= startMs + ms;
      for (;;) {
        const [row] = listPending().filter(isNext).sort(byDue);
        if (!row) break;
        passedMs += Math.max(0, row.dueAtMs - nowMs());
        row.attempts += 1;
        await handlers[row.job.kind]?.run(toJob(row), new AbortController().signal);
        end([row.id]);
      }
      passedMs += startMs + ms - nowMs();
    },
  };
}

function toJob({ id, job: { kind, key, payload }, lane, attempts }: Row): Job {
  return { id, kind, key, lane, payload, attempts };
}
