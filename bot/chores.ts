import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Chore, JobQueue } from '../rules/jobs.ts';
import { defineJob, type JobHandler } from './defineJob.ts';

/** The kind of job that chores are. */
export const CHORE = 'chore';
const HOUR_MS = 3_600_000;
/** What dies in the middle of one is found out a minute later than this. */
const TIMEOUT_MS = 60_000;

/** Does chores, each one after the other however many instances there are. One that is none of ours any more is not done. */
export function createChores(chores: readonly Chore[], { clock, log }: { readonly clock: Clock; readonly log: Log }): JobHandler {
  const byName = new Map(chores.map((chore) => [chore.name, chore]));
  return defineJob({
    payload: z.object({ name: z.string() }),
    timeoutMs: TIMEOUT_MS,
    repeatMs: ({ name }) => byName.get(name)?.everyMs ?? HOUR_MS,
    async run({ payload: { name } }) {
      const rows = (await byName.get(name)?.run(clock.now())) ?? 0;
      if (rows > 0) log.info({ chore: name, rows }, 'a chore was done');
    },
  });
}

/** Has chores done from now on; those that are already stay as they are. */
export function beginChores(chores: readonly Chore[], queue: JobQueue, clock: Clock): Promise<void> {
  return queue.add(chores.map(({ name }) => ({ kind: CHORE, key: `chore:${name}`, payload: { name }, dueAt: clock.now() })));
}
