import { AppError } from '../../core/errors.ts';
import type { Work } from './route.ts';

/** Files looked up at once by each area: the embedded store reads one piece after the other anyway. */
export const FILES_AT_ONCE = 4;

/**
 * Lets a few at once work on what is dear, such as reading files out of the store: the rest wait, and for whoever leaves meanwhile
 * nothing is read. Without it clients that open and drop downloads fill the store's line with answers for nobody.
 */
export function createGate(most: number): (work: Work) => Work {
  let inWork = 0;
  const waiting: (() => void)[] = [];
  return (work) => async (call) => {
    if (inWork < most) inWork += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      if (call.req.socket.destroyed) throw new AppError('REQUEST_INCOMPLETE');
      return await work(call);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inWork -= 1;
    }
  };
}
