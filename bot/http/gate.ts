import type { IncomingMessage } from 'node:http';
import { AppError } from '../../core/errors.ts';

/** Files looked up at once by each area: the embedded store reads one piece after the other anyway. */
export const FILES_AT_ONCE = 4;

/** Does a request's work when its turn comes, and not at all for whoever has left meanwhile (REQUEST_INCOMPLETE). */
export type Gate = <T>(req: Pick<IncomingMessage, 'socket'>, work: () => Promise<T>) => Promise<T>;

/**
 * Lets a few at once do what is dear, such as reading files out of the store: the rest wait. Without it clients that open and drop
 * downloads fill the store's line with answers for nobody, and photos sent together hold up everybody's turns for as long as all take.
 */
export function createGate(most: number): Gate {
  let inWork = 0;
  const waiting: (() => void)[] = [];
  return async (req, work) => {
    if (inWork < most) inWork += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      if (req.socket.destroyed) throw new AppError('REQUEST_INCOMPLETE');
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inWork -= 1;
    }
  };
}
