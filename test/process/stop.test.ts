import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Chat, findFaults, openChat, type Sent, send } from './client.ts';
import { cleanUp, createDataDir, type Product, startProduct } from './product.ts';

afterAll(cleanUp);

const CONVERSATIONS = 8;
/** More than are answered at once: at the signal some are answered, some are in the middle, some wait. */
const MESSAGES = 40;
/** What process managers commonly wait before they kill. */
const STOP_MS = 15_000;
/** RFC 6455's registry: service restart. Clients come again at once. */
const SERVICE_RESTART = 1012;

let product: Product;
let chats: Chat[];
let sent: Sent[][];
/** What came of the messages that were on their way at the signal. */
let acknowledged: boolean[];
let closeCode: number;
let stopMs: number;
let exitCode: number | null;
let lineEnded: Promise<unknown>;

beforeAll(async () => {
  const dataDir = createDataDir();
  const start = () => startProduct({ dataDir, env: { DEMO: '0' } });
  product = await start();
  chats = await Promise.all(Array.from({ length: CONVERSATIONS }, () => openChat(product)));
  const socket = new WebSocket(chats[0]!.streamUrl);
  await once(socket, 'open');
  const closed = once(socket, 'close');
  // A client that began a request and never ends it: it must not hold up the stop.
  const halfway = connect(Number(new URL(product.url).port), '127.0.0.1');
  lineEnded = once(halfway.on('error', () => {}).resume(), 'close');
  const head = [
    'POST /v3/directline/tokens/generate HTTP/1.1',
    'Host: localhost',
    `Authorization: Bearer ${product.secrets.DIRECT_LINE_SECRET}`,
    'Content-Length: 100',
  ];
  halfway.write(`${head.join('\r\n')}\r\n\r\n{`);

  sent = chats.map((_, who) => Array.from({ length: MESSAGES }, (_, n) => ({ clientId: `${who}-${n}` })));
  let answered = 0;
  let onFirst: (value?: unknown) => void;
  const first = new Promise((resolve) => (onFirst = resolve));
  const outcomes = chats.flatMap((chat, who) =>
    sent[who]!.map(async (message) => {
      const isTaken = await send(chat, message);
      if (++answered === CONVERSATIONS) onFirst();
      return isTaken;
    }),
  );
  await first;
  const stopAt = performance.now();
  const stopping = product.stop();
  acknowledged = await Promise.all(outcomes);
  exitCode = await stopping;
  stopMs = performance.now() - stopAt;
  [closeCode] = (await closed) as [number];
  product = await start();
}, 120_000);

it('the process ends by itself with code 0, soon enough for process managers', () => {
  expect(exitCode).toBe(0);
  expect(stopMs).toBeLessThan(STOP_MS);
});

it('the signal met turns under way', () => {
  expect(acknowledged.filter(Boolean).length).toBeGreaterThan(CONVERSATIONS);
});

it('every acknowledged message is there and answered, and no other is half done', async () => {
  const faults = await Promise.all(chats.map((chat, who) => findFaults(chat.at(product), sent[who]!)));
  expect(faults.flat()).toEqual([]);
});

it('what was refused is taken when it is sent again, once', async () => {
  for (const [who, chat] of chats.entries()) {
    const again = chat.at(product);
    const refused = sent[who]!.filter(({ id }) => id === undefined);
    expect(await Promise.all(refused.map((message) => send(again, message)))).not.toContain(false);
    expect(await findFaults(again, sent[who]!)).toEqual([]);
  }
});

it('open streams are told to come again', () => {
  expect(closeCode).toBe(SERVICE_RESTART);
});

it('a client in the middle of a request is let go', async () => {
  await lineEnded;
});
