import type { JobHandler } from '../bot/defineJob.ts';
import type { Clock } from '../core/clock.ts';
import type { NewJob } from '../rules/jobs.ts';

/** Jobs in memory, done when the test says that time has passed. */
export interface MemoryJobs {
  add(jobs: readonly NewJob[]): void;
  /** Does what comes due within the next `ms`, in its order, also what that leaves to be done. The clock stands still meanwhile. */
  pass(ms: number, handlers: Readonly<Record<string, JobHandler>>): Promise<void>;
}

export function createMemoryJobs(clock: Clock): MemoryJobs {
  const waiting = new Map<string, { readonly job: NewJob; readonly atMs: number }>();
  let nowMs = 0;
  return {
    add(jobs) {
      for (const job of jobs)
        if (job.isReplaceable || !waiting.has(job.key))
          waiting.set(job.key, { job, atMs: nowMs + job.dueAt.getTime() - clock.now().getTime() });
    },
    async pass(ms, handlers) {
      const untilMs = nowMs + ms;
      for (;;) {
        const [first] = [...waiting.values()].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs);
        if (!first) break;
        waiting.delete(first.job.key);
        nowMs = Math.max(nowMs, first.atMs);
        const { kind, key, payload } = first.job;
        await handlers[kind]?.run({ id: key, kind, key, lane: key, payload, attempts: 1 }, new AbortController().signal);
      }
      nowMs = untilMs;
    },
  };
}
