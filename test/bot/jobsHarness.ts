import { vi } from 'vitest';
import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../bot/defineJob.ts';
import { createJobs } from '../../bot/jobs.ts';
import { type Clock, createFixedClock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { DueJobs, Job, NewJob } from '../../rules/jobs.ts';
import { createMemoryJobs } from '../memoryJobs.ts';

interface Line {
  readonly level: string;
  readonly facts: object;
}

/** The outbox in memory, and what became of its jobs by their keys, written down. */
function createQueue(clock: Clock) {
  const jobs = createMemoryJobs(clock);
  const keys = new Map<string, string>();
  const queue = {
    ...jobs,
    outcomes: [] as string[],
    delays: [] as (readonly number[] | undefined)[],
    claims: 0,
    /** Of a job that was claimed. */
    keyOf: (id: string): string => keys.get(id) ?? id,
    async claim(...asked: Parameters<DueJobs['claim']>) {
      queue.claims += 1;
      const claimed = await jobs.claim(...asked);
      for (const { id, key } of claimed) keys.set(id, key);
      return claimed;
    },
    async done(ids: readonly string[]) {
      for (const id of ids) queue.outcomes.push(`${queue.keyOf(id)} done`);
      return jobs.done(ids);
    },
    async repeat(id: string, delayMs: number, reason?: string) {
      queue.outcomes.push(`${queue.keyOf(id)} again in ${delayMs / 1000} s${reason === undefined ? '' : `: ${reason}`}`);
      await jobs.repeat(id, delayMs, reason);
    },
    async release(ids: readonly string[], delayMs?: number) {
      for (const id of ids) queue.outcomes.push(`${queue.keyOf(id)} given back`);
      await jobs.release(ids, delayMs);
    },
    async retry(job: Pick<Job, 'id' | 'attempts'>, reason: string, firstDelaysMs?: readonly number[]) {
      queue.outcomes.push(`${queue.keyOf(job.id)} failed: ${reason}`);
      queue.delays.push(firstDelaysMs);
      return jobs.retry(job, reason, firstDelaysMs);
    },
  };
  return queue;
}

const START = '2026-11-21T02:00:00Z';

/** Due from the beginning; in a lane of its own where none is named. */
export const job = (key: string, kind = 'mail', lane?: string): NewJob => ({
  ...{ kind, key, payload: { id: key }, dueAt: new Date(START), ...(lane !== undefined && { lane }) },
});
/** In the lane named by the key's first letter. */
export const inLane = (key: string): NewJob => job(key, 'mail', key.slice(0, 1));
export const settle = () => vi.advanceTimersByTimeAsync(0);

/** A worker on a queue in memory, with its log and its figures; for fake timers. */
export function createBench() {
  const clock = createFixedClock(START);
  const queue = createQueue(clock);
  const lines: Line[] = [];
  const figures = new Map<string, () => number>();
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
