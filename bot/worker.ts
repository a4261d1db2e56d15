import type { Clock } from '../core/clock.ts';
import type { Job } from '../rules/jobs.ts';
import type { JobHandler } from './defineJob.ts';

/** At once, of one kind; a receiver that is slow or gone takes half of them at most, so that others are served meanwhile. */
const MOST_RUNNING = 64;
const MOST_PER_RECEIVER = 32;
/** Claimed and not done yet. */
const MOST_IN_HAND = 500;
/** With one more attempt still inside the two minutes of a claim: what is not begun by then is given back. */
const CLAIM_BUDGET_MS = 100_000;
/** A receiver that ended nothing for so long, with all its places taken, is stuck: what waits for it makes room for others. */
const STUCK_MS = 2000;
const STUCK_DELAY_MS = 15_000;
/** What is in hand when the process stops is still done for so long; the rest is given back. */
const STOP_BUDGET_MS = 5000;

/** What a worker does its jobs with. */
export interface WorkerDeps {
  readonly handler: JobHandler;
  readonly clock: Clock;
  /** Takes at most `limit` due jobs; an empty answer when there are none, or when the queue cannot be read. */
  claim(limit: number): Promise<readonly Job[]>;
  /** Does one job and writes down what became of it: true when it is done. Never rejects. */
  run(job: Job): Promise<boolean>;
  /** Resolves when all that was written down is in the queue. */
  settled(): Promise<void>;
  /** @param delayMs from when on others may have them; default at once. */
  release(jobs: readonly Job[], delayMs?: number): Promise<void>;
}

/** The loop of one kind of job. */
export interface Worker {
  /** There may be something to do. Returns at once. */
  wake(): void;
  /** Claims no more, and resolves when what is in hand is done or given back. */
  stop(): Promise<void>;
}

interface Held {
  readonly job: Job;
  readonly claimedAtMs: number;
}

/**
 * Keeps a number of jobs going: one of each lane at a time, lanes in the order they came, and claims more before it runs out. A job
 * that takes long holds up its lane and nothing else.
 */
export function createWorker({ handler, clock, claim, run, settled, release }: WorkerDeps): Worker {
  const waiting = new Map<string, Held[]>();
  const busy = new Map<string, { count: number; endedAtMs: number }>();
  const running = new Map<string, Promise<void>>();
  let inHand = 0;
  let isWoken = false;
  let claiming: Promise<void> | undefined;
  let stopAtMs: number | undefined;

  const { receiverOf } = handler;

  /** Claims when there may be something, and room for it; one claim at a time. */
  function fill(): void {
    if (claiming || !isWoken || stopAtMs !== undefined || inHand > MOST_IN_HAND / 2) return;
    isWoken = false;
    claiming = take().finally(() => {
      claiming = undefined;
      fill();
    });
  }

  async function take(): Promise<void> {
    const jobs = await claim(MOST_IN_HAND - inHand);
    // Where there were some there may be more.
    isWoken ||= jobs.length > 0;
    const claimedAtMs = clock.monotonicMs();
    // Ids sort by creation; a claim has no order of its own.
    for (const job of [...jobs].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const { lane } = job;
      waiting.set(lane, [...(waiting.get(lane) ?? []), { job, claimedAtMs }]);
      inHand += 1;
    }
    begin();
  }

  /** Begins what there is room for. */
  function begin(): void {
    if (stopAtMs !== undefined && clock.monotonicMs() > stopAtMs) return;
    const late: Job[] = [];
    for (const [lane, held] of waiting) {
      if (running.size >= MOST_RUNNING) break;
      const [first] = held;
      if (running.has(lane) || !first) continue;
      const receiver = receiverOf(first.job);
      const place = busy.get(receiver) ?? { count: 0, endedAtMs: clock.monotonicMs() };
      if (place.count >= MOST_PER_RECEIVER) continue;
      held.shift();
      if (held.length === 0) waiting.delete(lane);
      if (isLate(first)) {
        late.push(first.job);
        continue;
      }
      busy.set(receiver, { ...place, count: place.count + 1 });
      running.set(
        lane,
        run(first.job).then((isDone) => end(lane, receiver, isDone)),
      );
    }
    giveBack(late);
  }

  function giveBack(jobs: readonly Job[], delayMs?: number): void {
    inHand -= jobs.length;
    if (jobs.length > 0) void release(jobs, delayMs);
  }

  /** Gives back what waits for receivers that are stuck, when nothing else could be claimed for it. */
  function makeRoom(): void {
    if (inHand <= MOST_IN_HAND / 2) return;
    const isStuck = (job: Job): boolean => {
      const place = busy.get(receiverOf(job));
      return place !== undefined && place.count >= MOST_PER_RECEIVER && clock.monotonicMs() - place.endedAtMs > STUCK_MS;
    };
    for (const [lane, [first, ...more]] of waiting) {
      if (!first || !isStuck(first.job)) continue;
      waiting.delete(lane);
      giveBack(
        [first, ...more].map(({ job }) => job),
        STUCK_DELAY_MS,
      );
    }
  }

  function end(lane: string, receiver: string, isDone: boolean): void {
    running.delete(lane);
    inHand -= 1;
    if (!isDone) {
      // What comes after one that failed waits for it: the queue knows until when.
      giveBack((waiting.get(lane) ?? []).map(({ job }) => job));
      waiting.delete(lane);
    }
    const count = (busy.get(receiver)?.count ?? 1) - 1;
    if (count > 0) busy.set(receiver, { count, endedAtMs: clock.monotonicMs() });
    else busy.delete(receiver);
    begin();
    fill();
  }

  function isLate({ claimedAtMs }: Held): boolean {
    return clock.monotonicMs() - claimedAtMs > CLAIM_BUDGET_MS;
  }

  return {
    wake() {
      isWoken = true;
      makeRoom();
      fill();
    },
    async stop() {
      stopAtMs = clock.monotonicMs() + STOP_BUDGET_MS;
      await claiming;
      while (running.size > 0) await Promise.race(running.values());
      const left = [...waiting.values()].flat().map(({ job }) => job);
      if (left.length > 0) await release(left);
      await settled();
    },
  };
}
