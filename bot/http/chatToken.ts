import type { Server } from 'restify';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import type { DirectLine } from '../channels/directline/directLine.ts';
import { readObject } from './body.ts';
import { createRoute } from './route.ts';

export interface ChatTokenDeps {
  readonly directLine: Pick<DirectLine, 'mintVisitorToken'>;
  /** External ids anybody may chat as; empty outside demonstrations. */
  readonly demoCustomerIds: ReadonlySet<string>;
  readonly publicUrl?: string | undefined;
  readonly trustProxy: number;
  readonly log: Log;
}

const MAX_BODY_BYTES = 8 * 1024;
const body = z.object({ token: z.string().max(4096).optional(), customer: z.string().max(128).optional() });

/**
 * `POST /chat/token`: what the page at `/` begins with. A token that ran out within the last 30 days opens its conversation
 * again; otherwise a new one. `customer` signs in as a demo customer and is refused for anyone else.
 */
export function mountChatToken(server: Server, { directLine, demoCustomerIds, ...border }: ChatTokenDeps): void {
  const route = createRoute({ ...border, name: 'The chat page', isClosing: () => false });
  server.post(
    '/chat/token',
    route(async ({ req, caller }) => {
      const parsed = body.safeParse(await readObject(req, MAX_BODY_BYTES, true));
      if (!parsed.success)
        throw new AppError('INVALID_INPUT', {
          errors: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
        });
      const { token, customer } = parsed.data;
      if (customer !== undefined && !demoCustomerIds.has(customer)) throw new AppError('FORBIDDEN');
      return { status: 200, body: directLine.mintVisitorToken(caller.address, { previousToken: token, customerExternalId: customer }) };
    }),
  );
}
