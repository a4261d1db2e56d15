import type { AddressInfo, Socket } from 'node:net';
import restify from 'restify';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import type { DirectLine } from '../../bot/channels/directline/directLine.ts';
import { createDirectLine } from '../../bot/channels/directline/directLine.ts';
import type { DirectLineLimits } from '../../bot/channels/directline/settings.ts';
import { createLocalFanout, type Fanout } from '../../bot/fanout.ts';
import { readLimits } from '../../bot/limits.ts';
import { createFixedClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import { createLog } from '../../core/log.ts';
import type { InboundMessage, Reply } from '../../core/types.ts';
import { createMemoryStore, type MemoryStore } from './memoryInbox.ts';

export const SECRET = 'test-secret-0123456789abcdef0123456789';
export const SESSION_SECRET = 'test-session-0123456789abcdef0123456789';

/** What fetch takes as a body. */
type RawBody = NonNullable<RequestInit['body']>;

export interface Activity {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly from: { readonly id: string; readonly role: string };
  readonly channelData?: { readonly clientActivityID?: string };
  readonly attachments?: readonly {
    readonly contentType: string;
    readonly contentUrl: string;
    readonly thumbnailUrl?: string;
    readonly name: string;
  }[];
}

export interface Frame {
  readonly activities: readonly Activity[];
  readonly watermark: string;
}

export interface Begun {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the body, whatever it is. */
  readonly body: Record<string, unknown> & Partial<Frame> & Partial<Begun> & { id?: string };
}

export interface Instance {
  readonly root: string;
  readonly directLine: DirectLine;
  readonly store: MemoryStore;
  readonly clock: ReturnType<typeof createFixedClock>;
  call(
    method: string,
    path: string,
    options?: { auth?: string; body?: unknown; raw?: RawBody; headers?: Record<string, string> },
  ): Promise<Answered>;
  /** A conversation of a user whom the company's backend names. */
  begin(userId?: string): Promise<Begun>;
  say(chat: Begun, text: string, more?: object): Promise<string>;
  /** Cuts every WebSocket without a farewell, as a lost network does. */
  cut(): void;
  stop(): Promise<void>;
}

interface Options {
  readonly store?: MemoryStore;
  readonly fanout?: Fanout;
  readonly clock?: ReturnType<typeof createFixedClock>;
  readonly limits?: Partial<DirectLineLimits>;
  readonly trustProxy?: number;
  readonly publicUrl?: string;
  readonly answer?: (message: InboundMessage) => Omit<Reply, 'locale'>;
}

/** A Direct Line server on a free port, over a store in memory and a clock that stands still. */
export async function startInstance(options: Options = {}): Promise<Instance> {
  const clock = options.clock ?? createFixedClock('2026-11-21T02:00:00Z');
  const store = options.store ?? createMemoryStore(clock);
  const fanout = options.fanout ?? createLocalFanout();
  const directLine = createDirectLine({
    inbox: store.createInbox(fanout, options.answer),
    conversations: store.conversations,
    uploads: store.uploads,
    fanout,
    clock,
    log: createLog('silent'),
    settings: {
      secret: SECRET,
      sessionSecret: SESSION_SECRET,
      trustProxy: options.trustProxy ?? 0,
      publicUrl: options.publicUrl,
      limits: { ...readLimits(readConfig({})).directLine, closeMs: 1000, ...options.limits },
    },
  });
  const server = restify.createServer();
  directLine.mount(server);
  const upgraded = new Set<Socket>();
  server.server.on('upgrade', (_req: unknown, socket: Socket) => upgraded.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3/directline`;

  const call: Instance['call'] = async (method, path, { auth, body, raw, headers } = {}) => {
    const response = await fetch(path.startsWith('http') ? path : root + path, {
      method,
      headers: { ...(auth && { authorization: `Bearer ${auth}` }), ...headers },
      ...(raw !== undefined ? { body: raw } : body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: JSON.parse((await response.text()) || '{}') };
  };

  return {
    root,
    directLine,
    store,
    clock,
    call,
    async begin(userId = 'user-1') {
      const { body } = await call('POST', '/tokens/generate', { auth: SECRET, body: { user: { id: userId } } });
      const begun = await call('POST', '/conversations', { auth: body.token!, body: { locale: 'en' } });
      return begun.body as unknown as Begun;
    },
    async say(chat, text, more = {}) {
      const path = `/conversations/${chat.conversationId}/activities`;
      const { body } = await call('POST', path, { auth: chat.token, body: { type: 'message', text, ...more } });
      return body.id!;
    },
    cut() {
      for (const socket of upgraded) socket.destroy();
      upgraded.clear();
    },
    async stop() {
      await directLine.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

export interface Stream {
  readonly frames: Frame[];
  /** Texts of all activities so far, in order. */
  texts(): (string | undefined)[];
  readonly closed: Promise<number>;
  readonly socket: WebSocket;
}

/** Waits for what happens by itself, soon; 10 seconds are for a machine that is busy. */
export function eventually(assertion: () => void): Promise<void> {
  return vi.waitFor(assertion, { timeout: 10_000, interval: 10 });
}

/** Opens a stream as a client would; rejects with the HTTP status when it is refused. */
export async function openStream(url: string): Promise<Stream> {
  const socket = new WebSocket(url);
  const frames: Frame[] = [];
  socket.on('message', (data) => {
    const text = data.toString();
    if (text !== '') frames.push(JSON.parse(text));
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('unexpected-response', (_req, response) => reject(new Error(String(response.statusCode))));
    socket.on('error', reject);
  });
  return { frames, socket, closed, texts: () => frames.flatMap(({ activities }) => activities.map(({ text }) => text)) };
}
