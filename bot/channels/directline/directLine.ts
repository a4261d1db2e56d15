import type { Server } from 'restify';
import type { FileRef } from '../../../core/types.ts';
import { FULL } from '../../../rules/channels/capabilities.ts';
import { createGate, FILES_AT_ONCE } from '../../http/gate.ts';
import { createKeyCheck } from '../../http/keyCheck.ts';
import { createRoute } from '../../http/route.ts';
import { createClientLimiter } from '../../limiter.ts';
import { createLinks } from '../../links.ts';
import { createQuota } from '../../quota.ts';
import type { Channel } from '../channel.ts';
import { createAccess } from './access.ts';
import { createActivityRoutes, createReceive } from './activities.ts';
import { createConversationRoutes, type VisitorOptions } from './conversations.ts';
import { DEFAULT_LIMITS, type DirectLineDeps } from './settings.ts';
import { createSockets } from './sockets.ts';
import { createTokens, type IssuedToken } from './tokens.ts';
import { createUploadRoutes } from './uploads.ts';

export interface DirectLine extends Channel {
  /**
   * Adds the routes under /v3/directline, and takes every WebSocket upgrade of the server: there is no other. Bodies are read
   * here: a bodyParser used for the whole server would swallow them.
   */
  mount(server: Server): void;
  /**
   * A token for a visitor nobody vouches for, with a new conversation and a random user id, both fixed in it.
   * @param address the client's. @throws AppError RATE_LIMITED after too many of one address.
   */
  mintVisitorToken(address: string, options?: VisitorOptions): IssuedToken & { readonly userId: string };
  /** Open streams on this instance. */
  socketCount(): number;
}

const ROOT = '/v3/directline';

/** Any site may call: what opens the door is a bearer, never a cookie, so a foreign page gains nothing it does not hold already. */
const CORS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Retry-After',
};

const DEFAULT_TOKEN_TTL_SECONDS = 1800;

/**
 * A self-hosted Direct Line 3.0 server: the protocol of Microsoft's Direct Line channel, for botframework-directlinejs and Web
 * Chat. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-concepts
 */
export function createDirectLine(deps: DirectLineDeps): DirectLine {
  const { inbox, conversations, uploads, fanout, clock, log, settings } = deps;
  const limits = { ...DEFAULT_LIMITS, ...settings.limits };
  const tokens = createTokens({ secret: settings.sessionSecret, clock, ttlSeconds: settings.tokenTtlSeconds ?? DEFAULT_TOKEN_TTL_SECONDS });
  const links = createLinks(settings.sessionSecret, clock);
  const access = createAccess({ checkSecret: createKeyCheck(settings.secret, clock), tokens });
  const reads = createQuota(limits.reads, clock, 'reads');
  const storage = createQuota(limits.storage, clock, 'storage');
  const receive = createReceive({ inbox, fanout, clock, storage });
  const presentation = (origin: string) => ({
    botName: settings.botName,
    fileUrl: ({ id }: FileRef) => `${origin}${ROOT}/attachments/${encodeURIComponent(id)}?t=${links.sign('file', id)}`,
  });
  let isClosing = false;

  const chats = createConversationRoutes({
    inbox,
    conversations,
    access,
    tokens,
    links,
    visitorTokens: createClientLimiter(limits.chatsPerClient, clock, 'chats per client'),
  });
  const activities = createActivityRoutes({
    conversations,
    access,
    receive,
    presentation,
    pollMessages: limits.pollMessages,
    limits: { reads, messages: createQuota(limits.messages, clock, 'messages') },
  });
  const files = createUploadRoutes({
    inbox,
    conversations,
    uploads,
    access,
    links,
    receive,
    limits,
    storage,
    perUpload: createQuota(limits.uploads, clock, 'uploads'),
  });
  const sockets = createSockets({ conversations, log, links, reads, limits, settings, presentation });
  let isRefreshing = false;
  /** One at a time; a store that is away is asked again at the next occasion. */
  const refresh = async (): Promise<void> => {
    if (isRefreshing) return;
    isRefreshing = true;
    await sockets.refresh().catch((error: unknown) => log.debug({ error }, 'the open streams could not be looked after'));
    isRefreshing = false;
  };
  const stopListening = fanout.subscribe({ onMessages: sockets.show, onResume: () => void refresh() });

  return {
    id: 'directline',
    capabilities: FULL,
    mount(server) {
      const { publicUrl, trustProxy } = settings;
      const route = createRoute({ name: 'Direct Line', headers: CORS, publicUrl, trustProxy, log, isClosing: () => isClosing });
      server.post(`${ROOT}/tokens/generate`, route(chats.generateToken));
      server.post(`${ROOT}/tokens/refresh`, route(chats.refreshToken));
      server.post(`${ROOT}/conversations`, route(chats.start));
      server.get(`${ROOT}/conversations/:id`, route(chats.resume));
      server.get(`${ROOT}/conversations/:id/activities`, route(activities.list));
      server.post(`${ROOT}/conversations/:id/activities`, route(activities.post));
      server.post(`${ROOT}/conversations/:id/upload`, route(files.upload));
      const downloads = createGate(FILES_AT_ONCE);
      server.get(
        `${ROOT}/attachments/:id`,
        route((call) => downloads(call.req, () => files.download(call))),
      );
      server.opts(
        `${ROOT}/*`,
        route(() => ({ status: 200, body: {}, headers: PREFLIGHT })),
      );
      sockets.mount(server.server);
    },
    mintVisitorToken: chats.mintVisitorToken,
    socketCount: sockets.count,
    async close() {
      isClosing = true;
      stopListening();
      await sockets.close();
    },
  };
}

/** What the browser asks before a page of another site may call; a day is the longest any browser remembers it. */
const PREFLIGHT = {
  ...CORS,
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'Authorization, Content-Type, X-Ms-Bot-Agent, X-Requested-With',
  'access-control-max-age': '86400',
};
