import type { AddressInfo } from 'node:net';
import restify, { type Server } from 'restify';
import { z } from 'zod';
import { createBotFramework } from '../../bot/channels/botframework/index.ts';
import { CAPABILITIES } from '../../bot/channels/botframework/outbound.ts';
import { createDirectLine } from '../../bot/channels/directline/directLine.ts';
import { defineJob } from '../../bot/defineJob.ts';
import { readLimits } from '../../bot/limits.ts';
import { readConfig } from '../../core/config.ts';
import { hashText } from '../../core/ids.ts';
import type { Reply } from '../../core/types.ts';
import { FULL } from '../../rules/channels/capabilities.ts';
import { degrade } from '../../rules/channels/degrade.ts';
import { startConnector } from '../bot/botframeworkHarness.ts';
import { type Customer, describeChannel, type Seen } from './channel.ts';
import { createWorld } from './world.ts';

const SECRET = 'conformance-secret-0123456789abcdef0123456789';

/** A Bot Framework activity as its reader sees it. */
interface Activity {
  readonly type?: string;
  readonly text?: string;
  readonly from?: { readonly role?: string };
  readonly attachments?: readonly object[];
  readonly suggestedActions?: { readonly actions: Seen['buttons'] };
}

const see = ({ text = '', attachments = [], suggestedActions }: Activity): Seen => ({
  text,
  hasCard: attachments.length > 0,
  buttons: suggestedActions?.actions ?? [],
});

async function listen(server: Server): Promise<{ readonly root: string; close(): Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

async function send(url: string, method: string, body?: object, bearer?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) };
  const response = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} was answered ${response.status}: ${text}`);
  return JSON.parse(text || '{}');
}

async function openDirectLine(): Promise<Customer> {
  const world = createWorld(FULL);
  const plenty = { perSecond: 1e9, burst: 1e9 };
  const many = { perConversation: plenty, perClient: plenty };
  const channel = createDirectLine({
    ...{ inbox: world.turns, conversations: world.conversations, fanout: world.fanout, clock: world.clock, log: world.log },
    uploads: { save: () => Promise.reject(new Error('no files are sent')), find: async () => undefined },
    settings: {
      secret: SECRET,
      sessionSecret: `${SECRET}-session`,
      trustProxy: 0,
      limits: { ...readLimits(readConfig({})).directLine, messages: many, reads: many, storage: many },
    },
  });
  const server = restify.createServer();
  channel.mount(server);
  const { root, close } = await listen(server);
  const { conversationId, token } = (await send(`${root}/v3/directline/conversations`, 'POST', { locale: 'zh-Hans' }, SECRET)) as {
    conversationId: string;
    token: string;
  };
  const path = `${root}/v3/directline/conversations/${conversationId}/activities`;
  let said = 0;
  return {
    ...{ capabilities: channel.capabilities, conversationId, writer: world.turns },
    async say(text, id = `own-${said++}`) {
      await send(path, 'POST', { type: 'message', from: { id: 'u' }, text, channelData: { clientActivityID: id } }, token);
    },
    async seen() {
      const { activities } = (await send(path, 'GET', undefined, token)) as { activities: Activity[] };
      return activities.filter(({ type, from }) => type === 'message' && from?.role === 'bot').map(see);
    },
    async stop() {
      await channel.close();
      await close();
    },
  };
}

async function openBotFramework(): Promise<Customer> {
  const connector = await startConnector();
  const world = createWorld(CAPABILITIES);
  const channel = createBotFramework({ inbox: world.turns, log: world.log, config: { EMULATOR: true } });
  const server = restify.createServer();
  channel.mount(server);
  const { root, close } = await listen(server);
  let said = 0;
  return {
    ...{ capabilities: channel.capabilities, writer: world.turns },
    // As the channel makes it of the other side's names.
    conversationId: `bf-${hashText('emulator\ntalk-1').slice(0, 40)}`,
    async say(text, id = `own-${said++}`) {
      const about = { channelId: 'emulator', serviceUrl: connector.serviceUrl, conversation: { id: 'talk-1' }, locale: 'zh-CN' };
      const who = { from: { id: 'u', name: 'U' }, recipient: { id: 'b', name: 'B' } };
      await send(`${root}/api/messages`, 'POST', { type: 'message', id, text, ...about, ...who });
    },
    async seen() {
      await world.deliver('deliver.botframework', channel.delivery);
      return connector.posts.map(({ activity }) => see(activity as Activity));
    },
    async stop() {
      await channel.close();
      await connector.stop();
      await close();
    },
  };
}

/** A channel of short plain texts, as many are: nothing of it is in the product but what every channel is given. */
async function openPlain(): Promise<Customer> {
  const capabilities = { ...FULL, buttons: 0, cards: false, longestText: 600 };
  const world = createWorld(capabilities);
  const conversationId = 'plain-1';
  await world.turns.open({ id: conversationId, channel: 'plain', userId: 'u', locale: 'zh-Hans' });
  const posted: Reply[] = [];
  const delivery = defineJob({
    payload: z.object({ replies: z.array(z.custom<Reply>()) }),
    async run({ payload }) {
      posted.push(...payload.replies.flatMap((reply) => degrade(reply, capabilities)));
    },
  });
  let said = 0;
  return {
    ...{ capabilities, conversationId, writer: world.turns },
    async say(text, id = `own-${said++}`) {
      const message = { channel: 'plain', conversationId, userId: 'u', clientKey: 'u', providerMessageId: id, kind: 'text', text } as const;
      await world.turns.receive({ ...message, address: { to: 'u' } });
    },
    async seen() {
      await world.deliver('deliver.plain', delivery);
      return posted.map(({ text, card, buttons = [] }) => ({ text, hasCard: card !== undefined, buttons }));
    },
    stop: () => world.turns.drain(),
  };
}

describeChannel('Direct Line', openDirectLine);
describeChannel('Bot Framework', openBotFramework);
describeChannel('of plain texts', openPlain);
