import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecret } from '../../core/ids.ts';
import { administer } from '../prisma/store.ts';
import { type Chat, call, callApi, openChat, repliesTo } from './client.ts';
import { cleanUp, FIXED_SECRETS, type Product, poll, startProduct } from './product.ts';
import { startProxy, type TcpProxy } from './proxy.ts';

const { TEST_DATABASE_URL } = process.env;
if (!TEST_DATABASE_URL) process.stderr.write('Skipped: a network that swallows, as TEST_DATABASE_URL is not set.\n');

// In this order: the last test ends the product.
describe.skipIf(!TEST_DATABASE_URL)('a network between product and store', { shuffle: false }, () => {
  const database = `test_silence_${process.pid}_${createSecret(6)}`;
  const url = new URL(TEST_DATABASE_URL ?? 'postgresql://localhost');
  let proxy: TcpProxy;
  let product: Product;

  beforeAll(async () => {
    await administer(url, `CREATE DATABASE ${database}`);
    url.pathname = `/${database}`;
    proxy = await startProxy(url.hostname, Number(url.port || 5432));
    const throughProxy = new URL(url);
    throughProxy.host = `127.0.0.1:${proxy.port}`;
    product = await startProduct({ env: { ...FIXED_SECRETS, LOG_LEVEL: 'warn', DATABASE_URL: throughProxy.href } });
  }, 90_000);
  afterAll(async () => {
    await cleanUp();
    await proxy?.close();
    await administer(url, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  });

  const untilReadyIs = (status: number) =>
    poll(15_000, `/readyz answers ${status}`, async () => (await call(`${product.url}/readyz`, 'GET')).status === status || undefined);
  /** What the customer said, as often as it stands in the history, and how often it was answered. */
  const tally = async (chat: Chat, text: string): Promise<readonly [said: number, answered: number]> => {
    const { activities } = await chat.history();
    const said = activities.filter((activity) => activity.text === text && activity.from.role === 'user');
    return [said.length, said.filter(({ id }) => repliesTo(id, activities).length > 0).length];
  };

  describe('that swallows what it is given', () => {
    it('costs a 503 while it lasts, to a turn under way, to later ones and to systems, and nothing afterwards', async () => {
      const chat = await openChat(product);
      await chat.ask('你好');
      proxy.silence();
      const first = await chat.post({ type: 'message', text: '甲', channelData: { clientActivityID: 'c-1' } });
      const second = await chat.post({ type: 'message', text: '乙', channelData: { clientActivityID: 'c-2' } });
      const api = await callApi(product, 'GET', '/shipments/XB000000000017');
      expect([first.status, second.status, api.status]).toEqual([503, 503, 503]);
      expect(first.json.title).not.toContain('nothing was written');
      await untilReadyIs(503);
      proxy.speak();
      await untilReadyIs(200);
      for (const [id, text] of [
        ['c-1', '甲'],
        ['c-2', '乙'],
      ])
        expect((await chat.post({ type: 'message', text, channelData: { clientActivityID: id } })).status).toBe(200);
      expect([await tally(chat, '甲'), await tally(chat, '乙')]).toEqual([
        [1, 1],
        [1, 1],
      ]);
    }, 60_000);
  });

  describe('that loses an answer', () => {
    /** Posts, and the connection is given up once the commit is done and its answer lost. */
    const postInto = async (chat: Chat, activity: object) => {
      const lost = proxy.loseAnswersTo('turn-commit');
      const answer = chat.post({ type: 'message', ...activity });
      await lost;
      await proxy.cut();
      return answer;
    };

    it('is asked again, and the message acknowledged when it was stored', async () => {
      const chat = await openChat(product);
      await chat.ask('你好');
      const lost = proxy.loseAnswersTo('turn-commit');
      const answer = chat.post({ type: 'message', text: '丙' });
      await lost;
      await proxy.cut();
      await proxy.reopen();
      expect((await answer).status).toBe(200);
      await untilReadyIs(200);
      expect(await tally(chat, '丙')).toEqual([1, 1]);
    }, 60_000);

    it('leaves the outcome open while the store stays away; the same words again are the same message, later ones are not', async () => {
      const chat = await openChat(product);
      await chat.ask('你好');
      const answer = await postInto(chat, { text: '丁' });
      expect([answer.status, answer.json.title]).toEqual([503, expect.stringContaining('unknown')]);
      await proxy.reopen();
      await untilReadyIs(200);
      expect((await chat.post({ type: 'message', text: '丁' })).status).toBe(200);
      expect(await tally(chat, '丁')).toEqual([1, 1]);
      expect((await chat.post({ type: 'message', text: '丁' })).status).toBe(200);
      expect(await tally(chat, '丁')).toEqual([2, 2]);
    }, 60_000);
  });

  it('with a store behind it that only reads makes the product not ready', async () => {
    await administer(url, `ALTER DATABASE ${database} SET default_transaction_read_only = on`);
    const drop = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`;
    await administer(url, drop);
    await untilReadyIs(503);
    expect((await call(`${product.url}/healthz`, 'GET')).status).toBe(200);
    await administer(url, `ALTER DATABASE ${database} RESET default_transaction_read_only`);
    await administer(url, drop);
    await untilReadyIs(200);
  });

  it('does not hold up the end', async () => {
    proxy.silence();
    expect(await product.stop()).toBe(0);
  }, 30_000);
});
