import type { Log } from '../core/log.ts';

/** The process ended because of a fault of its own (EX_SOFTWARE of sysexits.h): a supervisor should start it again. */
export const EXIT_UNCAUGHT = 70;

/** All that is left to do after an exception has this long: below the 15 to 30 s after which supervisors kill. */
const END_WITHIN_MS = 13_000;

export interface LastDefence {
  /** What ends the product in order, once there is one: open turns finished, requests answered, sockets and store closed. */
  protect(stop: () => Promise<void>): void;
}

/**
 * The last line of defence. An exception that nobody caught has unwound through code that did not expect it: what it left half
 * done is unknown, so it is logged, what can be finished and answered is, and the process ends with 70.
 * A rejection that nobody heard is logged and the process goes on: it has unwound no further than its own async function, whose
 * callers are told by the same promise, and what we keep between turns changes in one step or by a transaction. To end for it
 * would let one bad request after the other keep everybody else out.
 */
export function defendProcess(log: Log): LastDefence {
  let stop: (() => Promise<void>) | undefined;
  let isEnding = false;

  async function end(): Promise<void> {
    try {
      await stop?.();
    } catch (error) {
      log.error({ error }, 'the product could not be stopped in order');
    } finally {
      process.exit(EXIT_UNCAUGHT);
    }
  }

  process.on('unhandledRejection', (error) => log.error({ error }, 'a promise was rejected and nobody listened'));
  process.on('uncaughtException', (error, origin) => {
    log.error(
      { error, origin, exitCode: EXIT_UNCAUGHT },
      'an exception was thrown and nobody caught it: the process finishes its work and ends',
    );
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(EXIT_UNCAUGHT), END_WITHIN_MS);
    void end();
  });
  return {
    protect: (how) => {
      stop = how;
    },
  };
}
