import type { z } from 'zod';
import type { Job } from '../rules/jobs.ts';

/** A job as its handler gets it: the payload read. */
export type ReadJob<P> = Omit<Job, 'payload'> & { readonly payload: P };

/** Does jobs of one kind. */
export interface JobDefinition<P> {
  /** What a payload must be; one that is not is dead at once, since no repetition mends it. */
  readonly payload: z.ZodType<P>;
  /** Throws when the job must be tried again. `signal` fires when the attempt has run out of time: stop, it counts as failed. */
  run(job: ReadJob<P>, signal: AbortSignal): Promise<void>;
  /** Waits before the first repeats, for work that somebody waits for; default: none, the queue's schedule alone. */
  readonly firstDelaysMs?: readonly number[];
  /** Who gets the job: one that does not answer holds up no other. Default: the same for all of the kind. */
  receiverOf?(payload: P): string;
  /** For what is done again and again, whether it failed or not: from the end of one to the next. Default: done is done. */
  repeatMs?(payload: P): number;
  /** What one attempt may take, default 15 s. */
  readonly timeoutMs?: number;
}

/** Jobs of one kind, whatever their payload. */
export interface JobHandler extends Omit<JobDefinition<unknown>, 'payload' | 'run' | 'receiverOf' | 'repeatMs'> {
  /** @throws BadPayload, and what the work throws */
  run(job: Job, signal: AbortSignal): Promise<void>;
  receiverOf(job: Job): string;
  /** Undefined: it is not repeated. */
  repeatMs(job: Job): number | undefined;
}

/** The payload is not what its kind says. */
export class BadPayload extends Error {}

/** Gives the work on a kind of job its payloads read. */
export function defineJob<P>({ payload: schema, run, receiverOf, repeatMs, ...more }: JobDefinition<P>): JobHandler {
  // What is not of its kind has no receiver and is not repeated; running it says why.
  const read = (job: Job): P | undefined => schema.safeParse(job.payload).data;
  const ask = <T>(job: Job, answer: ((payload: P) => T) | undefined): T | undefined => {
    const payload = answer && read(job);
    return payload === undefined ? undefined : answer?.(payload);
  };
  return {
    ...more,
    async run(job, signal) {
      const { success, data, error } = schema.safeParse(job.payload);
      if (!success) throw new BadPayload(`the payload is none of ${job.kind}: ${error.message}`);
      await run({ ...job, payload: data }, signal);
    },
    receiverOf: (job) => ask(job, receiverOf) ?? '',
    repeatMs: (job) => ask(job, repeatMs),
  };
}
