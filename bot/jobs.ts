import type { Clock } from '../core/clock.ts';
import { type Log, redact } from '../core/log.ts';
import type { DueJobs, Job } from '../rules/jobs.ts';
import { BadPayload, type JobHandler } from './defineJob.ts';
import type { Metrics } from './metrics.ts';
import { createWorker, type Worker } from './worker.ts';

export interface Jobs {
  /** Begins: with what is due now, then whenever woken, and every few seconds for what was put off or left by another instance. */
  start(): void;
  /** Something was just enqueued. Returns at once. */
  wake(): void;
  /** Takes no more and resolves when the jobs in hand are finished. */
  stop(): Promise<void>;
}

interface JobsDeps {
  readonly queue: DueJobs;
  /** By kind. A job of a kind that is not here stays in the queue for an instance that knows it, as during a rolling release. */
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'watch'>;
}

const POLL_MS = 3000;
const ATTEMPT_TIMEOUT_MS = 15_000;
/** A claim lasts as long as an attempt and the wait in hand before it; see worker.ts. */
const HELD_MS = 105_000;

/** The outbox's workers. Each kind has its own, so that a slow system of the company does not hold up customers' replies. */
export function createJobs({ queue, handlers, clock, log, metrics }: JobsDeps): Jobs {
  const counts = { done: 0, failed: 0, dead: 0 };
  metrics.watch('desk_jobs_done', 'Outbox jobs done since the start of the process', () => counts.done);
  metrics.watch('desk_jobs_failed', 'Attempts at outbox jobs that failed since the start of the process', () => counts.failed);
  metrics.watch('desk_jobs_dead', 'Outbox jobs given up since the start of the process', () => counts.dead);
  const workers = Object.entries(handlers).map(([kind, handler]) => createKind(kind, handler));
  let timer: NodeJS.Timeout | undefined;
  const wake = (): void => {
    for (const worker of workers) worker.wake();
  };

  return {
    wake,
    start() {
      timer ??= setInterval(wake, POLL_MS);
      wake();
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };

  function createKind(kind: string, handler: JobHandler): Worker {
    // The queue does not answer: jobs are safe in it, and claimed ones come back when their two minutes are over.
    const onAway = (error: unknown): void => log.warn({ error, kind }, 'the outbox could not be read or written; tried again in seconds');
    const ends = createEnds(async (ids) => {
      if (await queue.done(ids)) worker.wake();
    }, onAway);
    const worker = createWorker({
      handler,
      clock,
      async claim(limit) {
        try {
          // First what is done: else what waits behind it would not be due.
          await ends.settled();
          return await queue.claim(kind, limit, (handler.timeoutMs ?? ATTEMPT_TIMEOUT_MS) + HELD_MS);
        } catch (error) {
          onAway(error);
          return [];
        }
      },
      run: (job) =>
        runJob(job, handler, ends).catch((error: unknown) => {
          onAway(error);
          return false;
        }),
      settled: ends.settled,
      release: (jobs, delayMs) =>
        queue
          .release(
            jobs.map(({ id }) => id),
            delayMs,
          )
          .catch(onAway),
    });
    return worker;
  }

  async function runJob(job: Job, handler: JobHandler, ends: Ends): Promise<boolean> {
    const repeatMs = handler.repeatMs(job);
    try {
      await withTimeout(handler.timeoutMs ?? ATTEMPT_TIMEOUT_MS, (signal) => handler.run(job, signal));
    } catch (error) {
      counts.failed += 1;
      await putOff(job, handler, repeatMs, error);
      return false;
    }
    if (repeatMs === undefined) ends.add(job.id);
    else await queue.repeat(job.id, repeatMs);
    counts.done += 1;
    return true;
  }

  async function putOff(job: Job, { firstDelaysMs }: JobHandler, repeatMs: number | undefined, error: unknown): Promise<void> {
    const { id, kind, key, attempts } = job;
    if (repeatMs !== undefined) {
      log.warn({ error, kind, key }, 'a job failed; it is done again at its next time');
      return queue.repeat(id, repeatMs, explain(error));
    }
    const last = error instanceof BadPayload ? { id, attempts: Number.MAX_SAFE_INTEGER } : job;
    const outcome = await queue.retry(last, explain(error), firstDelaysMs);
    if (outcome === 'waiting') log.warn({ error, kind, key, attempts }, 'a job failed and will be tried again');
    else {
      counts.dead += 1;
      log.error({ error, kind, key, attempts }, 'a job failed for the last time and is dead: mend the cause, then revive it');
    }
  }
}

interface Ends {
  add(id: string): void;
  settled(): Promise<void>;
}

/** Writes down what is done, gathered: all that ended while the last were being written go into one statement. */
function createEnds(write: (ids: readonly string[]) => Promise<void>, onError: (error: unknown) => void): Ends {
  let ended: string[] = [];
  let writing: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (ended.length > 0) {
      const ids = ended;
      ended = [];
      await write(ids).catch(onError);
    }
    writing = undefined;
  }

  return {
    add(id) {
      ended.push(id);
      writing ??= run();
    },
    settled: async () => writing,
  };
}

async function withTimeout(timeoutMs: number, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`not done within ${timeoutMs / 1000} s`);
      reject(error);
      controller.abort(error);
    }, timeoutMs);
  });
  try {
    await Promise.race([work(controller.signal), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Kept with the job for the operator: what failed and why, without phones and secrets. fetch says only in the cause why. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(redact(String(error)));
  const { message, cause } = error;
  const why = cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : undefined;
  return String(redact(why === undefined ? message : `${message} (${why})`));
}
