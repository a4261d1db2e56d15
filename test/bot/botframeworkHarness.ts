import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Bot } from '../../bot/bot.ts';
import type { BotFrameworkConfig } from '../../bot/channels/botframework/access.ts';
import type { Cloud } from '../../bot/channels/botframework/connector.ts';
import { createBotFramework } from '../../bot/channels/botframework/index.ts';
import { createLocalFanout } from '../../bot/fanout.ts';
import { createJobs } from '../../bot/jobs.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createHttpServer, listen } from '../../bot/server.ts';
import { createTurns } from '../../bot/turns.ts';
import { createFixedClock } from '../../core/clock.ts';
import { createLog } from '../../core/log.ts';
import type { InboundMessage, Reply } from '../../core/types.ts';
import { readMemory } from '../../dialogs/turn.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createJobQueue } from '../../prisma/crm/jobs.ts';
import type { Store } from '../../prisma/store.ts';
import { clear, stores } from '../prisma/store.ts';

/** What a channel's connector was sent. */
export interface Post {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly activity: Record<string, unknown> & { readonly text?: string; readonly replyToId?: string };
}

export interface FakeConnector {
  readonly serviceUrl: string;
  readonly posts: Post[];
  /** What every post is answered with; 201 at first, as the real one does. */
  answer: { readonly status: number; readonly headers?: Record<string, string> };
  /** Nobody listens any more. */
  stop(): Promise<void>;
  /** Listens again at the same address. */
  resume(): Promise<void>;
}

/** A Bot Framework connector on loopback which writes down what it is sent. */
export async function startConnector(): Promise<FakeConnector> {
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req.setEncoding('utf8')) body += chunk;
    connector.posts.push({ path: req.url ?? '', headers: req.headers, activity: JSON.parse(body || '{}') });
    const { status, headers } = connector.answer;
    // Two statements: restify replaces writeHead for the whole process by one that returns nothing.
    res.writeHead(status, { 'content-type': 'application/json', connection: 'close', ...headers });
    res.end(`{"id":"sent-${connector.posts.length}"}`);
  });
  const start = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await start(0);
  const { port } = server.address() as AddressInfo;
  const connector: FakeConnector = {
    serviceUrl: `http://localhost:${port}`,
    posts: [],
    answer: { status: 201 },
    resume: () => start(port),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return connector;
}

export interface Product {
  readonly clock: ReturnType<typeof createFixedClock>;
  /** Every message the bot was asked to answer. */
  readonly heard: InboundMessage[];
  post(body: unknown, headers?: Record<string, string>): Promise<{ status: number; body: Record<string, unknown>; text: string }>;
  /** Does what is due in the outbox now, once. */
  work(): Promise<void>;
  close(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  readonly store: Store;
  readonly config: BotFrameworkConfig;
  readonly cloud?: Cloud;
  /** Default: `echo: …` for words, `hello` for a `join`. */
  readonly answer?: (message: InboundMessage) => readonly Omit<Reply, 'locale'>[];
}

/** The channel with everything behind it but the thinking: server, turns, store, outbox and worker are the real ones. */
export async function startProduct({ store, config, cloud, answer }: Options): Promise<Product> {
  const clock = createFixedClock('2026-11-21T02:00:00Z');
  const log = createLog('silent');
  const metrics = createMetrics();
  const heard: InboundMessage[] = [];
  const bot: Bot = {
    async answer(message, start) {
      heard.push(message);
      const said = answer?.(message) ?? [{ text: message.kind === 'event' ? 'hello' : `echo: ${message.text}` }];
      const replies = said.map((reply) => ({ ...reply, locale: start.locale }));
      return { replies, memory: readMemory(start.state), locale: start.locale, text: message.text, facts: [] };
    },
  };
  const conversations = createConversations(store, clock);
  const turns = createTurns({ conversations, bot, fanout: createLocalFanout(), clock, log, metrics, wakeJobs: () => undefined });
  const channel = createBotFramework({ inbox: turns, log, config, ...(cloud && { cloud }) });
  const { server } = createHttpServer({ log, metrics });
  channel.mount(server);
  const url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}/api/messages`;

  return {
    clock,
    heard,
    async post(body, headers = {}) {
      const sent = typeof body === 'string' ? body : JSON.stringify(body);
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: sent });
      const text = await response.text();
      return { status: response.status, text, body: JSON.parse(text || '{}') };
    },
    async work() {
      const jobs = createJobs({
        queue: createJobQueue(store, clock),
        handlers: { 'deliver.botframework': channel.delivery },
        clock,
        log,
        metrics: { watch: () => undefined },
      });
      jobs.start();
      await jobs.stop();
    },
    close: () => channel.close(),
    async stop() {
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export interface Emulator {
  readonly store: Store;
  readonly connector: FakeConnector;
  /** The one that was begun last. */
  readonly product: Product;
  /** Starts the product, open to the Emulator unless told otherwise. */
  begin(more?: Partial<Options>): Promise<Product>;
  /** What the Emulator sends when its user writes, with changes. */
  activity(more?: object): object;
}

/** For a whole `describe`: one embedded store, emptied before each test, with a connector of its own. */
export function useEmulator(): Emulator {
  let store: Store;
  let connector: FakeConnector;
  let product: Product;
  beforeAll(async () => {
    store = await stores[0]!.open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await clear(store);
    connector = await startConnector();
  });
  afterEach(async () => {
    await connector.stop();
    await product.stop();
  });
  return {
    get store() {
      return store;
    },
    get connector() {
      return connector;
    },
    get product() {
      return product;
    },
    async begin(more = {}) {
      product = await startProduct({ store, config: { EMULATOR: true }, ...more });
      return product;
    },
    activity: (more = {}) => ({
      type: 'message',
      id: 'activity-1',
      timestamp: '2026-11-21T02:00:00.000Z',
      channelId: 'emulator',
      serviceUrl: connector.serviceUrl,
      from: { id: 'user-1', name: 'User', role: 'user' },
      recipient: { id: 'bot-1', name: 'Bot', role: 'bot' },
      conversation: { id: 'conversation-1|livechat' },
      locale: 'en-US',
      text: 'where is my parcel',
      ...more,
    }),
  };
}
