import type { Clock } from '../core/clock.ts';
import { type Log, redact } from '../core/log.ts';
import type { Metrics } from './metrics.ts';

/** One thing to do, as the queue hands it out. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  /** Unique for ever: receivers that may get a thing twice know it again by this. */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** 1 at the first attempt. */
  readonly attempts: number;
}

/** The outbox as its worker needs it; prisma/crm/outbox.ts is one. */
export interface OutboxQueue {
  /** Takes at most `limit` due jobs of these kinds for two minutes: nobody else gets them meanwhile. */
  claim(kinds: readonly string[], limit: number): Promise<readonly Job[]>;
  done(id: string): Promise<void>;
  /** Puts a job off: first for each of `firstDelaysMs` in turn, then by the queue's own schedule, after which it is dead. */
  retry(job: Pick<Job, 'id' | 'attempts'>, reason: string, firstDelaysMs?: readonly number[]): Promise<'waiting' | 'dead'>;
}

/** Does jobs of one kind. */
export interface JobHandler {
  /** Throws when the job must be tried again. `signal` fires when the attempt has run out of time: stop, it counts as failed. */
  run(job: Job, signal: AbortSignal): Promise<void>;
  /** Waits before the first repeats, for work that somebody waits for; default: none, the queue's schedule alone. */
  readonly firstDelaysMs?: readonly number[];
  /** Jobs of one lane are done one after the other, oldest first, as far as they are due together; default: no order. */
  laneOf?(job: Job): string;
}

export interface Jobs {
  /** Begins: with what is due now, then whenever woken, and every few seconds for what was put off or left by another instance. */
  start(): void;
  /** Something was just enqueued. Returns at once. */
  wake(): void;
  /** Takes no more and resolves when the jobs in hand are finished. */
  stop(): Promise<void>;
}

interface JobsDeps {
  readonly queue: OutboxQueue;
  /** By kind. A job of a kind that is not here stays in the queue for an instance that knows it, as during a rolling release. */
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'watch'>;
}

const POLL_MS = 3000;
const MAX_BATCH = 20;
const ATTEMPT_TIMEOUT_MS = 15_000;
/** With one more attempt still inside the two minutes of a claim: what is not begun by then is left for the next claimer. */
const BATCH_BUDGET_MS = 100_000;

/** The outbox's worker. Each kind has its own loop, so that a slow system of the company does not hold up customers' replies. */
export function createJobs({ queue, handlers, clock, log, metrics }: JobsDeps): Jobs {
  const counts = { done: 0, failed: 0, dead: 0 };
  metrics.watch('desk_jobs_done', 'Outbox jobs done since the start of the process', () => counts.done);
  metrics.watch('desk_jobs_failed', 'Attempts at outbox jobs that failed since the start of the process', () => counts.failed);
  metrics.watch('desk_jobs_dead', 'Outbox jobs given up since the start of the process', () => counts.dead);
  const loops = Object.entries(handlers).map(([kind, handler]) => createLoop(() => runBatch(kind, handler)));
  let timer: NodeJS.Timeout | undefined;
  const wake = (): void => {
    for (const loop of loops) loop.wake();
  };

  return {
    wake,
    start() {
      timer ??= setInterval(wake, POLL_MS);
      wake();
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };

  /** True when there may be more. */
  async function runBatch(kind: string, handler: JobHandler): Promise<boolean> {
    try {
      const jobs = await queue.claim([kind], MAX_BATCH);
      const startedAtMs = clock.monotonicMs();
      const isLate = (): boolean => clock.monotonicMs() - startedAtMs > BATCH_BUDGET_MS;
      // Settled, not all: the batch is over only when its last lane is.
      const lanes = await Promise.allSettled(toLanes(jobs, handler).map((lane) => runLane(lane, handler, isLate)));
      const broken = lanes.find((lane) => lane.status === 'rejected');
      if (broken) throw broken.reason;
      // A queue may hand out only the first of a lane: what comes after it is due now.
      return jobs.length === MAX_BATCH || (handler.laneOf !== undefined && jobs.length > 0);
    } catch (error) {
      // The store does not answer: jobs are safe in it, and claimed ones come back when their two minutes are over.
      log.warn({ error, kind }, 'the outbox could not be read or written; tried again in seconds');
      return false;
    }
  }

  async function runLane(lane: readonly Job[], handler: JobHandler, isLate: () => boolean): Promise<void> {
    for (const job of lane) if (!isLate()) await runJob(job, handler);
  }

  async function runJob(job: Job, handler: JobHandler): Promise<void> {
    const { kind, key, attempts } = job;
    try {
      await withTimeout((signal) => handler.run(job, signal));
    } catch (error) {
      const outcome = await queue.retry(job, explain(error), handler.firstDelaysMs);
      counts.failed += 1;
      if (outcome === 'waiting') return log.warn({ error, kind, key, attempts }, 'a job failed and will be tried again');
      counts.dead += 1;
      return log.error({ error, kind, key, attempts }, 'a job failed for the last time and is dead: mend the cause, then revive it');
    }
    await queue.done(job.id);
    counts.done += 1;
  }
}

/** Runs `work` whenever woken and as long as it says there is more, never twice at once. */
function createLoop(work: () => Promise<boolean>): { wake(): void; stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  let isWoken = false;
  let isStopped = false;

  async function run(): Promise<void> {
    while (isWoken && !isStopped) {
      isWoken = false;
      if (await work()) isWoken = true;
    }
    running = undefined;
  }

  return {
    wake() {
      isWoken = true;
      if (!isStopped) running ??= run();
    },
    async stop() {
      isStopped = true;
      await running;
    },
  };
}

function toLanes(jobs: readonly Job[], handler: JobHandler): readonly (readonly Job[])[] {
  const lanes = new Map<string, Job[]>();
  // Ids sort by creation; a claim has no order of its own.
  for (const job of [...jobs].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const name = handler.laneOf?.(job) ?? job.id;
    lanes.set(name, [...(lanes.get(name) ?? []), job]);
  }
  return [...lanes.values()];
}

async function withTimeout(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`not done within ${ATTEMPT_TIMEOUT_MS / 1000} s`);
      reject(error);
      controller.abort(error);
    }, ATTEMPT_TIMEOUT_MS);
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
