import { AppError, isStoreAway } from '../../../core/errors.ts';
import { createId } from '../../../core/ids.ts';
import type { InboundMessage } from '../../../core/types.ts';
import { readObject } from '../../http/body.ts';
import type { Call, HttpAnswer } from '../../http/route.ts';
import type { Quota } from '../../quota.ts';
import { type Access, type Caller, clientKeyOf, sourceOf } from './access.ts';
import { begin } from './begin.ts';
import { parseWatermark, readAfter } from './history.ts';
import { toInbound } from './inbound.ts';
import { toActivity } from './outbound.ts';
import type { DirectLineDeps } from './settings.ts';
import { createUnsureMessages } from './unsure.ts';
import type { Receive } from './uploads.ts';

export interface ActivityRoutes {
  list(call: Call): Promise<HttpAnswer>;
  post(call: Call): Promise<HttpAnswer>;
}

interface Parts extends Pick<DirectLineDeps, 'conversations'> {
  readonly access: Access;
  readonly receive: Receive;
  readonly limits: { readonly messages: Quota; readonly reads: Quota };
  readonly pollMessages: number;
  readonly presentation: (origin: string) => Parameters<typeof toActivity>[1];
}

const MAX_BODY_BYTES = 256 * 1024;

/** Polling and sending. */
export function createActivityRoutes({ conversations, access, receive, limits, pollMessages, presentation }: Parts): ActivityRoutes {
  return {
    async list({ req, param, query, caller: { address, origin } }) {
      const conversationId = param('id');
      const caller = access.enter(req.headers.authorization, address, conversationId);
      limits.reads.take(sourceOf(caller, conversationId, address));
      const page = await readAfter(conversations, conversationId, parseWatermark(query.get('watermark')), pollMessages);
      // Only an empty conversation may be none at all: the question costs a read, and polls are many.
      if (page.watermark === 0 && !(await conversations.read(conversationId, ''))) throw new AppError('NOT_FOUND');
      const shown = presentation(origin);
      return {
        status: 200,
        body: { activities: page.messages.map((message) => toActivity(message, shown)), watermark: String(page.watermark) },
      };
    },

    async post({ req, param, caller: { address } }) {
      const conversationId = param('id');
      const caller = access.enter(req.headers.authorization, address, conversationId);
      limits.messages.take(sourceOf(caller, conversationId, address));
      const activity = await readObject(req, MAX_BODY_BYTES);
      const message = toInbound(activity, { conversationId, caller, clientKey: clientKeyOf(caller, conversationId, address) });
      return { status: 200, body: { id: message ? await receive(message, caller) : createId() } };
    },
  };
}

/** A row of its own and one of the answer, whatever it says. */
const ROW_BYTES = 2048;

/** What a message and its answer take in the store, roughly. */
function sizeOf({ text, channelData, files }: InboundMessage): number {
  const payload = channelData === undefined && files === undefined ? '' : JSON.stringify([channelData, files]);
  return ROW_BYTES + Buffer.byteLength(text) + Buffer.byteLength(payload);
}

/** Hands a message to the inbox; the id it was stored under. */
export function createReceive(parts: Pick<DirectLineDeps, 'inbox' | 'fanout' | 'clock'> & { readonly storage: Quota }): Receive {
  const { inbox, fanout, clock, storage } = parts;
  const unsure = createUnsureMessages(clock);
  return async (sent, caller) => {
    storage.take(sourceOf(caller, sent.conversationId, sent.clientKey), sizeOf(sent));
    const message = unsure.recall(sent);
    const { id, isRepeat } = await receiveOrBegin(message, caller).catch((error: unknown) => {
      // Also when nothing of the turn was written: a flow's own writes are known again by the message's id.
      if (isStoreAway(error)) unsure.remember(message);
      throw error;
    });
    unsure.forget(message);
    // The client sends again because it saw no echo: the instance that committed may have died before it told the others.
    if (isRepeat) fanout.publish(message.conversationId, []);
    return id;
  };

  /** A token may be used to speak without POST /conversations first, as on Microsoft's service. */
  async function receiveOrBegin(message: InboundMessage, caller: Caller): ReturnType<typeof inbox.receive> {
    try {
      return await inbox.receive(message);
    } catch (error) {
      const isUnknown = error instanceof AppError && error.code === 'NOT_FOUND';
      if (!isUnknown || caller.kind === 'secret' || !(await begin(inbox, caller.session, [message.localeHint]))) throw error;
      return inbox.receive(message);
    }
  }
}
