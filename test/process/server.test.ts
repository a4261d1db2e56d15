import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createSecret } from '../../core/ids.ts';
import { administer } from '../prisma/store.ts';
import { type Activity, type Answered, type Chat, call, callApi, findFaults, openChat, type Sent, send } from './client.ts';
import { cleanUp, FIXED_SECRETS, type Product, poll, startProduct } from './product.ts';
import { startProxy, type TcpProxy } from './proxy.ts';

const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env;
if (!TEST_DATABASE_URL) process.stderr.write('Skipped: the product on PostgreSQL, as TEST_DATABASE_URL is not set.\n');
else if (!TEST_REDIS_URL) process.stderr.write('Skipped: two instances of the product, as TEST_REDIS_URL is not set.\n');

// In this order: the last test ends the product.
describe.skipIf(!TEST_DATABASE_URL)('the product on PostgreSQL', { shuffle: false }, () => {
  const database = `test_process_${process.pid}_${createSecret(6)}`;
  const url = new URL(TEST_DATABASE_URL ?? 'postgresql://localhost');
  let proxy: TcpProxy;
  /** Reaches its store by the proxy. */
  let product: Product;
  const env = { ...FIXED_SECRETS, ...(TEST_REDIS_URL && { REDIS_URL: TEST_REDIS_URL }), LOG_LEVEL: 'warn' };

  beforeAll(async () => {
    await administer(url, `CREATE DATABASE ${database}`);
    url.pathname = `/${database}`;
    proxy = await startProxy(url.hostname, Number(url.port || 5432));
    const throughProxy = new URL(url);
    throughProxy.host = `127.0.0.1:${proxy.port}`;
    product = await startProduct({ env: { ...env, DATABASE_URL: throughProxy.href } });
  }, 90_000);
  afterAll(async () => {
    await cleanUp();
    await proxy?.close();
    await administer(url, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  });

  describe.skipIf(!TEST_REDIS_URL)('two instances', () => {
    let other: Product;
    beforeAll(async () => {
      other = await startProduct({ env: { ...env, DATABASE_URL: url.href } });
    }, 90_000);

    it('show on one what is said on the other, to streams and to polls', async () => {
      const chat = await openChat(product);
      const stream = await openStream(chat);
      const [reply] = await chat.at(other).ask('你好');
      await poll(5000, 'the stream has both messages', () => (stream.activities.length === 2 ? true : undefined));
      expect(stream.activities[1]).toEqual(reply);
      expect((await chat.history()).activities[1]).toEqual(reply);
      stream.close();
    });

    it('take one conversation’s messages at once, 40 on each: all answered once, shown once, in order', async () => {
      const chat = await openChat(product);
      const stream = await openStream(chat);
      const sent = Array.from({ length: 80 }, (_, n): Sent => ({ clientId: `both-${n}` }));
      await Promise.all(sent.map((message, n) => sendUntilTaken(chat.at(n % 2 === 0 ? product : other), message)));
      expect(await findFaults(chat, sent)).toEqual([]);
      const { activities } = await chat.at(other).history();
      expect(activities).toHaveLength(160);
      await poll(5000, 'the stream has everything', () => (stream.activities.length >= 160 ? true : undefined));
      expect(stream.activities.map(({ id }) => id)).toEqual(activities.map(({ id }) => id));
      stream.close();
    });

    it('take a message that a client sends to both at once only once', async () => {
      const chat = await openChat(product);
      for (let n = 0; n < 20; n++) {
        const twins: Sent[] = [{ clientId: `twin-${n}` }, { clientId: `twin-${n}` }];
        await Promise.all(twins.map((message, at) => sendUntilTaken(chat.at([product, other][at]!), message)));
        expect(twins[0]!.id).toBe(twins[1]!.id);
      }
      expect((await chat.history()).activities).toHaveLength(40);
    });
  });

  describe('a store that goes away and comes back', () => {
    const QUICK_MS = 5000;

    it('costs 503s, quickly, and nothing that was acknowledged', async () => {
      const chat = await openChat(product);
      const sent: Sent[] = [];
      let slowestMs = 0;
      const end = new AbortController();
      // A client that says its next thing when the last was taken.
      const talking = (async () => {
        while (!end.signal.aborted) {
          const message: Sent = { clientId: `m-${sent.length}` };
          sent.push(message);
          while (message.id === undefined) {
            const startedAt = performance.now();
            const isTaken = await send(chat, message);
            slowestMs = Math.max(slowestMs, performance.now() - startedAt);
            if (!isTaken) await wait(50);
          }
        }
      })();
      await poll(10_000, 'some were taken', () => (sent.length > 20 ? true : undefined));
      await proxy.cut();
      await untilReadyIs(503);
      const refusals = await Promise.all([
        chat.post({ type: 'message', text: '你好' }),
        chat.history().catch((error: Error) => error.message),
        callApi(product, 'GET', '/shipments/XB000000000017'),
      ]);
      const [post, history, api] = refusals;
      expect(post.json).toMatchObject({ type: 'urn:problem:store-unavailable', status: 503 });
      expect(Number(post.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(history).toContain('503');
      expect(api.status).toBe(503);
      expect((await call(`${product.url}/healthz`, 'GET')).status).toBe(200);
      await wait(2000);
      const before = sent.length;
      await proxy.reopen();
      await untilReadyIs(200);
      await poll(10_000, 'more were taken', () => (sent.length > before + 20 ? true : undefined));
      end.abort();
      await talking;
      expect(slowestMs).toBeLessThan(QUICK_MS);
      expect(await findFaults(chat, sent)).toEqual([]);
    }, 60_000);

    it('leaves open streams open', async () => {
      const chat = await openChat(product);
      const stream = await openStream(chat);
      await chat.ask('你好');
      await poll(5000, 'the stream has both messages', () => (stream.activities.length === 2 ? true : undefined));
      await proxy.cut();
      await untilReadyIs(503);
      await proxy.reopen();
      await untilReadyIs(200);
      await sendUntilTaken(chat, { clientId: 'after' });
      await poll(5000, 'the stream has all four', () => (stream.activities.length === 4 ? true : undefined));
      stream.close();
    }, 30_000);

    it('does not hold up the product’s end', async () => {
      await proxy.cut();
      await untilReadyIs(503);
      expect(await product.stop()).toBe(0);
      expect(product.output()).not.toMatch(/Unhandled|nobody listened/);
    }, 30_000);

    const untilReadyIs = (status: number): Promise<Answered> =>
      poll(15_000, `/readyz answers ${status}`, async () => {
        const answer = await call(`${product.url}/readyz`, 'GET');
        return answer.status === status ? answer : undefined;
      });
  });
});

/** As a client does whose message was refused for now. */
async function sendUntilTaken(chat: Chat, message: Sent): Promise<void> {
  await poll(20_000, `${message.clientId} is taken`, async () => ((await send(chat, message)) ? true : undefined));
}

interface Stream {
  readonly activities: Activity[];
  close(): void;
}

/** The conversation's WebSocket at the instance it was begun on. */
async function openStream(chat: Chat): Promise<Stream> {
  const activities: Activity[] = [];
  const socket = new WebSocket(chat.streamUrl);
  socket.on('message', (data) => {
    const text = String(data);
    if (text !== '') activities.push(...(JSON.parse(text) as { activities: Activity[] }).activities);
  });
  await once(socket, 'open');
  return { activities, close: () => socket.terminate() };
}
