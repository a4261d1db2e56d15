import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';

/** Something to be removed once it is old enough. */
export interface Chore {
  readonly name: string;
  /** Removes what is over at `now`; returns how many rows. Several instances may do it at once. */
  run(now: Date): Promise<number>;
}

export interface Housekeeping {
  /** Begins: at once, then every hour. */
  start(): void;
  /** Does no more, and resolves when what runs has ended. */
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** Removes what nobody needs any more. A chore that fails is logged, costs no other and is done again in an hour. */
export function createHousekeeping(chores: readonly Chore[], { clock, log }: { readonly clock: Clock; readonly log: Log }): Housekeeping {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let isStopped = false;
  // One round after the other: on a slow store the next begins when the last is over.
  const begin = (): void => {
    running = running.then(runAll);
  };

  return {
    start() {
      timer ??= setInterval(begin, HOUR_MS);
      begin();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };

  async function runAll(): Promise<void> {
    for (const { name, run } of chores) {
      if (isStopped) return;
      try {
        const removed = await run(clock.now());
        if (removed > 0) log.info({ chore: name, removed }, 'old rows were removed');
      } catch (error) {
        log.warn({ error, chore: name }, 'old rows could not be removed; tried again in an hour');
      }
    }
  }
}
