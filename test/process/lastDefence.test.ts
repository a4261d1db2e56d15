import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Chat, call, findFaults, openChat, type Sent, send } from './client.ts';
import { cleanUp, createDataDir, type Product, poll, startProduct } from './product.ts';
import { sendRaw } from './raw.ts';

/** As the operator's guide names it. */
const EXIT_UNCAUGHT = 70;
const env = { DEMO: '0', NODE_OPTIONS: `--import ${resolve('test/process/faults.mjs')}` };

const dataDir = createDataDir();
const sent: Sent[] = [];
let product: Product;
let chat: Chat;
beforeAll(async () => {
  product = await startProduct({ dataDir, env });
  chat = await openChat(product);
}, 90_000);
afterAll(cleanUp);

interface Line {
  readonly level: number;
  readonly origin?: string;
  readonly exitCode?: number;
  readonly error?: { readonly message: string; readonly stack: string };
}
const linesOf = ({ output }: Product): Line[] =>
  output()
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []));

/** A stream of the chat; `closed` is the code it is closed with. */
async function openStream(headers: Record<string, string> = {}): Promise<{ socket: WebSocket; closed: Promise<number> }> {
  const { headers: _, json } = await call(`${product.url}/v3/directline/conversations/${chat.conversationId}`, 'GET', undefined, {
    authorization: `Bearer ${chat.token}`,
  });
  const socket = new WebSocket(json.streamUrl, { headers });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve).on('error', () => undefined));
  await new Promise((resolve) => socket.on('open', resolve).on('close', resolve));
  return { socket, closed };
}

/** Each way in which code is called back, by the fault planted there and what sets it off. */
const request = (kind: string) => async (): Promise<void> =>
  void (await call(`${product.url}/healthz`, 'GET', undefined, { 'x-fault': kind }).catch(() => undefined));
const KINDS: readonly (readonly [kind: string, provoke: () => Promise<unknown>])[] = [
  ...['timer', 'immediate', 'microtask', 'socket', 'stream', 'emitter'].map((kind) => [kind, request(kind)] as const),
  ['upgrade', () => openStream({ 'x-fault': 'upgrade' })],
  ['webSocket', async () => (await openStream({ 'x-fault': 'webSocket' })).socket.send('')],
];

describe('an exception that nobody catches', () => {
  it.each(KINDS)(
    'in a callback of kind %s is logged; what is open is answered, the process ends with 70 and its store opens again',
    async (kind, provoke) => {
      const message: Sent = { clientId: `before-${kind}` };
      sent.push(message);
      expect(await send(chat, message)).toBe(true);
      const stream = await openStream();
      // A request whose body is still to come when the fault strikes.
      const half = sendRaw(product.url, 'POST /chat/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{');
      await provoke();
      const during: Sent = { clientId: `during-${kind}` };
      sent.push(during);
      await send(chat, during);

      expect(await product.exited()).toBe(EXIT_UNCAUGHT);
      expect(await stream.closed).toBe(1012);
      const [answer] = await half;
      expect([answer?.status, answer?.type, answer?.retryAfter]).toEqual([503, 'application/problem+json', expect.stringMatching(/^\d+$/)]);
      const line = linesOf(product).find(({ exitCode }) => exitCode !== undefined);
      expect(line).toMatchObject({ level: 50, exitCode: EXIT_UNCAUGHT, error: { message: expect.stringContaining(`planted ${kind}`) } });
      expect(line?.error?.stack).toContain('faults.mjs');
      expect(product.output()).not.toMatch(/13912345678|abcdef0123456789/);

      product = await startProduct({ dataDir, env });
      chat = chat.at(product);
      expect(await findFaults(chat, sent)).toEqual([]);
    },
    90_000,
  );
});

describe('a rejection that nobody hears', () => {
  it.each(['rejection', 'asyncListener'])('is logged, and the process goes on: %s', async (kind) => {
    await request(kind)();
    await poll(5000, 'it is logged', () => linesOf(product).find(({ error }) => error?.message.includes(`planted ${kind}`)));
    expect(await send(chat, { clientId: `after-${kind}` })).toBe(true);
    expect((await call(`${product.url}/readyz`, 'GET')).status).toBe(200);
  });

  it('does not keep the process from a stop in order', async () => expect(await product.stop()).toBe(0));
});
