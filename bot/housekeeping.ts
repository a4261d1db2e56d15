import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';

/** Something to be done again and again, by the clock: removing what is old, looking at what has come due. */
export interface Chore {
  readonly name: string;
  /** Milliseconds from one round's end to the next; default an hour. */
  readonly everyMs?: number;
  /** Does what there is to do at `now`; returns how many rows it touched. Several instances may do it at once. */
  run(now: Date): Promise<number>;
}

export interface Housekeeping {
  /** Begins: at once, then each chore by its own time. */
  start(): void;
  /** Does no more, and resolves when what runs has ended. */
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** A chore that fails is logged, costs no other and has its next turn as usual. */
export function createHousekeeping(chores: readonly Chore[], { clock, log }: { readonly clock: Clock; readonly log: Log }): Housekeeping {
  const timers = new Map<string, NodeJS.Timeout>();
  // Each chore in its own time: a long one at night does not keep back what is due this minute.
  const running = new Map<string, Promise<void>>();
  let isStopped = false;
  const begin = (chore: Chore): void => void running.set(chore.name, doOne(chore));

  return {
    start() {
      for (const chore of chores) begin(chore);
    },
    async stop() {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };

  async function doOne(chore: Chore): Promise<void> {
    const { name, run, everyMs = HOUR_MS } = chore;
    try {
      const rows = await run(clock.now());
      if (rows > 0) log.info({ chore: name, rows }, 'a chore was done');
    } catch (error) {
      log.warn({ error, chore: name }, 'a chore failed; it is done again at its next turn');
    }
    if (!isStopped)
      timers.set(
        name,
        setTimeout(() => begin(chore), everyMs),
      );
  }
}
