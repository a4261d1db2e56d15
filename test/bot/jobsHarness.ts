import { vi } from 'vitest';
import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../bot/defineJob.ts';
import { createJobs } from '../../bot/jobs.ts';
import { createFixedClock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { Job, JobQueue } from '../../rules/jobs.ts';

interface Line {
  readonly level: string;
  readonly facts: object;
}

/** A queue in memory: jobs wait until claimed, and what became of them is written down. */
function createQueue(): JobQueue & { waiting: Job[]; outcomes: string[]; claims: number; delays: (readonly number[] | undefined)[] } {
  const queue = {
    waiting: [] as Job[],
    outcomes: [] as string[],
    delays: [] as (readonly number[] | undefined)[],
    claims: 0,
    async claim(wanted: string, limit: number) {
      queue.claims += 1;
      const due = queue.waiting.filter(({ kind }) => kind === wanted).slice(0, limit);
      queue.waiting = queue.waiting.filter((job) => !due.includes(job));
      return due;
    },
    async done(ids: readonly string[]) {
      for (const id of ids) queue.outcomes.push(`${id} done`);
      return false;
    },
    async add() {},
    async cancel() {},
    async repeat(id: string, delayMs: number, reason?: string) {
      queue.outcomes.push(`${id} again in ${delayMs / 1000} s${reason === undefined ? '' : `: ${reason}`}`);
    },
    async release(ids: readonly string[]) {
      for (const id of ids) queue.outcomes.push(`${id} given back`);
    },
    async retry({ id, attempts }: Pick<Job, 'id' | 'attempts'>, reason: string, firstDelaysMs?: readonly number[]) {
      queue.outcomes.push(`${id} failed: ${reason}`);
      queue.delays.push(firstDelaysMs);
      return attempts < 6 ? ('waiting' as const) : ('dead' as const);
    },
  };
  return queue;
}

export const job = (id: string, kind = 'mail', attempts = 1, lane = id): Job => ({
  ...{ id, kind, key: `key:${id}`, lane, payload: { id }, attempts },
});
/** In the lane named by the id's first letter. */
export const inLane = (id: string): Job => job(id, 'mail', 1, id.slice(0, 1));
export const settle = () => vi.advanceTimersByTimeAsync(0);

/** A worker on a queue in memory, with its log and its figures; for fake timers. */
export function createBench() {
  const queue = createQueue();
  const lines: Line[] = [];
  const figures = new Map<string, () => number>();
  const clock = createFixedClock('2026-11-21T02:00:00Z');
  const start = (definitions: Record<string, Omit<JobDefinition<{ id: string }>, 'payload'>>) => {
    const payload = z.object({ id: z.string() });
    const handlers = Object.fromEntries(Object.entries(definitions).map(([kind, each]) => [kind, defineJob({ payload, ...each })]));
    const note = (level: string) => (facts: object) => void lines.push({ level, facts });
    const log: Log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
    const metrics = { watch: (name: string, _help: string, read: () => number) => void figures.set(name, read) };
    const jobs = createJobs({ queue, handlers, clock, log, metrics });
    jobs.start();
    return jobs;
  };
  return { queue, lines, figures, clock, start };
}
