import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { createBot } from '../bot/bot.ts';
import type { Inbox } from '../bot/channels/channel.ts';
import { createDirectLine } from '../bot/channels/directline/directLine.ts';
import { createLocalFanout } from '../bot/fanout.ts';
import { readLimits } from '../bot/limits.ts';
import { createMetrics } from '../bot/metrics.ts';
import { createSilence, SILENCE } from '../bot/silence.ts';
import { createTurns } from '../bot/turns.ts';
import { createFixedClock } from '../core/clock.ts';
import { readConfig } from '../core/config.ts';
import { createLog } from '../core/log.ts';
import type { Locale } from '../core/types.ts';
import { flows } from '../dialogs/index.ts';
import { createRouter } from '../dialogs/router.ts';
import { createSampleShipments, SAMPLE_CUSTOMER, SAMPLE_NOW } from '../dialogs/samples.ts';
import type { Script } from '../dialogs/script.ts';
import type { Conversations } from '../rules/conversations/types.ts';
import { createMemoryServices } from './memory.ts';
import { createMemoryConversations } from './memoryConversations.ts';
import { createMemoryJobs } from './memoryJobs.ts';
import { openUnderstander } from './nlp/trainedModel.ts';

const SECRET = 'script-secret-0123456789abcdef0123456789';
const PLENTY = { perSecond: 1e9, burst: 1e9 };
const MANY = { perConversation: PLENTY, perClient: PLENTY };
const MINUTE_MS = 60_000;

/** What a client of the chat draws: words of message and card, and what can be pressed. */
export interface Heard {
  readonly words: string;
  readonly buttons: readonly { readonly title: string; readonly value: string }[];
}

/** One customer in one conversation, over HTTP. */
export interface Chat {
  /** Sends the words and returns what came back since the last call. @throws Error when the channel refuses them. */
  say(text: string): Promise<Heard>;
  /** As the page does for its own field for tracking. */
  track(number: string): Promise<Heard>;
  /** As the page does when its language is switched. */
  switchTo(locale: Locale): Promise<Heard>;
  /** Nothing is sent for so long; the clock of the answers stands still. */
  stayAwayFor(minutes: number): Promise<Heard>;
}

/** The thinking and the memory behind the channel; each script has its own, so that references and attempt limits begin anew. */
interface World {
  readonly inbox: Inbox;
  readonly conversations: Conversations;
  pass(ms: number): Promise<void>;
}

export interface ScriptChannel {
  /** A new world with one conversation in it; the one before is left behind. */
  open(script: Pick<Script, 'locale' | 'customerId'>): Promise<Chat>;
  stop(): Promise<void>;
}

/** The real Direct Line channel on a free port, before the real bot with the sample shipments, on a clock that stands still. */
export async function startScriptChannel(): Promise<ScriptChannel> {
  const clock = createFixedClock(SAMPLE_NOW);
  const log = createLog('error');
  const understander = openUnderstander();
  const router = createRouter(flows);
  const fanout = createLocalFanout();
  let world: World = createWorld();
  const directLine = createDirectLine({
    inbox: { open: (conversation) => world.inbox.open(conversation), receive: (message) => world.inbox.receive(message) },
    conversations: {
      read: (id, providerMessageId) => world.conversations.read(id, providerMessageId),
      listLastSeqs: (ids) => world.conversations.listLastSeqs(ids),
      listMessages: (id, afterSeq, limit) => world.conversations.listMessages(id, afterSeq, limit),
    },
    uploads: { save: () => Promise.reject(new Error('scripts send no files')), find: async () => undefined },
    ...{ fanout, clock, log },
    settings: {
      ...{ secret: SECRET, sessionSecret: `${SECRET}-session`, trustProxy: 0 },
      limits: { ...readLimits(readConfig({})).directLine, messages: MANY, reads: MANY, storage: MANY },
    },
  });
  const server = restify.createServer();
  directLine.mount(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3/directline`;

  function createWorld(): World {
    const jobs = createMemoryJobs(clock);
    const conversations = createMemoryConversations(new Map([[SAMPLE_CUSTOMER.id, SAMPLE_CUSTOMER.name]]), jobs);
    const bot = createBot({ services: createMemoryServices(clock, createSampleShipments()), understander, router });
    const inbox = createTurns({ conversations, bot, fanout, clock, log, metrics: createMetrics(), wakeJobs: () => {} });
    const handlers = { [SILENCE]: createSilence({ writer: inbox, clock }) };
    return { inbox, conversations, pass: (ms) => jobs.pass(ms, handlers) };
  }

  async function call(method: string, path: string, bearer: string, body?: object): Promise<Answer> {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    const response = await fetch(root + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`);
    return JSON.parse(text) as Answer;
  }

  return {
    async open({ locale, customerId }) {
      world = createWorld();
      const customer = customerId && { customer: { externalId: customerId } };
      const { token } = await call('POST', '/tokens/generate', SECRET, { user: { id: 'script-user' }, ...customer });
      const { conversationId } = await call('POST', '/conversations', token, { locale });
      const path = `/conversations/${conversationId}/activities`;
      let watermark = '';
      async function poll(): Promise<Heard> {
        const page = await call('GET', `${path}?watermark=${watermark}`, token);
        watermark = page.watermark;
        return hear(page.activities);
      }
      async function post(activity: object): Promise<Heard> {
        await call('POST', path, token, { from: { id: 'script-user' }, ...activity });
        return poll();
      }
      return {
        say: (text) => post({ type: 'message', text }),
        track: (text) => post({ type: 'message', text, channelData: { wish: 'track_shipment' } }),
        switchTo: (to) => post({ type: 'event', name: 'language', value: to, locale: to }),
        async stayAwayFor(minutes) {
          await world.pass(minutes * MINUTE_MS);
          return poll();
        },
      };
    },
    async stop() {
      await directLine.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

interface Action {
  readonly title: string;
  readonly value?: string;
  readonly data?: string;
}

interface Activity {
  readonly text?: string;
  readonly from: { readonly role: string };
  readonly attachments?: readonly { readonly content: { readonly actions?: readonly Action[] } }[];
  readonly suggestedActions?: { readonly actions: readonly Action[] };
}

interface Answer {
  readonly token: string;
  readonly conversationId: string;
  readonly watermark: string;
  readonly activities: readonly Activity[];
}

function hear(activities: readonly Activity[]): Heard {
  const said = activities.filter(({ from }) => from.role === 'bot');
  const actions = said.flatMap(({ attachments = [], suggestedActions }) => [
    ...attachments.flatMap(({ content }) => content.actions ?? []),
    ...(suggestedActions?.actions ?? []),
  ]);
  return {
    words: said.flatMap((activity) => [...wordsIn(activity)]).join('\n'),
    buttons: actions.map(({ title, value, data }) => ({ title, value: value ?? data ?? title })),
  };
}

/** Every string a client shows: texts and titles at any depth, but neither ids nor styles. */
function* wordsIn(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string' && SHOWN.has(key)) yield value;
    else yield* wordsIn(value);
  }
}

const SHOWN: ReadonlySet<string> = new Set(['text', 'title', 'speak', 'fallbackText']);
