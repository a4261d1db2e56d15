import { afterAll, expect, it } from 'vitest';
import { pngOf } from '../bot/pictures.ts';
import { call, openChat } from './client.ts';
import { cleanUp, startProduct } from './product.ts';

afterAll(cleanUp);

const MEGABYTE = 2 ** 20;

it('large files hold up nobody while the embedded store takes and gives them, and come back as they were', async () => {
  const product = await startProduct({ env: { LOG_LEVEL: 'warn' } });
  const chat = await openChat(product);
  await chat.ask('你好');
  const files = [1, 2, 3].map((seed) => pngOf(9 * MEGABYTE, seed));
  const form = new FormData();
  for (const [at, bytes] of files.entries())
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), `photo-${at}.png`);
  const path = `${product.url}/v3/directline/conversations/${chat.conversationId}/upload?userId=u`;
  const headers = { authorization: `Bearer ${chat.token}` };

  /** How often others are answered while `work` lasts, and what part of that the longest wait was. */
  async function beside<T>(work: Promise<T>): Promise<{ readonly result: T; readonly answers: number; readonly longestShare: number }> {
    let isOver = false;
    const startedAt = performance.now();
    const waits: number[] = [];
    const ended = work.finally(() => (isOver = true));
    while (!isOver) {
      const askedAt = performance.now();
      await call(`${product.url}/healthz`, 'GET');
      waits.push(performance.now() - askedAt);
    }
    return { result: await ended, answers: waits.length, longestShare: Math.max(...waits) / (performance.now() - startedAt) };
  }

  const stored = await beside(fetch(path, { method: 'POST', headers, body: form }));
  expect(stored.result.status).toBe(200);
  // Taken as one, each file stands for a third of the time and nobody is answered meanwhile.
  expect(stored.answers).toBeGreaterThan(30);
  expect(stored.longestShare).toBeLessThan(0.2);

  const { activities } = await chat.history();
  const links = activities.flatMap(({ attachments = [] }) => attachments.flatMap(({ contentUrl }) => contentUrl ?? []));
  expect(links).toHaveLength(3);
  const read = await beside(Promise.all(links.map(async (link) => Buffer.from(await (await fetch(link)).arrayBuffer()))));
  expect(read.result.map((bytes, at) => bytes.equals(files[at]!))).toEqual([true, true, true]);
  expect(read.longestShare).toBeLessThan(0.3);
  expect(await product.stop()).toBe(0);
}, 90_000);
