import { connect, type Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { call, openChat } from './client.ts';
import { cleanUp, poll, startProduct } from './product.ts';

const idle: Socket[] = [];
afterAll(async () => {
  for (const socket of idle) socket.destroy();
  await cleanUp();
});

/** Opens connections that say nothing, and resolves when each is taken or turned away. */
async function crowd(url: string, count: number): Promise<{ readonly open: () => number }> {
  const sockets = Array.from({ length: count }, () => connect(Number(new URL(url).port), '127.0.0.1'));
  idle.push(...sockets);
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve).once('error', resolve))));
  return { open: () => sockets.filter((socket) => !socket.closed).length };
}

describe('a thousand connections that say nothing, where a thousand files may be open', () => {
  it('are taken as far as half the places go, and cost no turn anything', async () => {
    const product = await startProduct({ env: { LOG_LEVEL: 'error' }, openFiles: 1024 });
    const chat = await openChat(product);
    const crowded = await crowd(product.url, 1000);
    // Of 1,024 descriptors 128 are kept and 256 are the store's: 640 are for clients, half of them for one address.
    await poll(10_000, 'those beyond 320 are closed', () => crowded.open() <= 320 || undefined);
    for (const text of ['XB880000000077 碎了，我要投诉', '外箱压扁了，里面都碎了', '跳过', '跳过', '跳过', 'XB880000000015 到哪了'])
      expect((await chat.ask(text)).length).toBeGreaterThan(0);
    expect((await call(`${product.url}/readyz`, 'GET')).status).toBe(200);
    expect(product.output()).not.toMatch(/"level":50/);
    expect(await product.stop()).toBe(0);
  }, 90_000);
});
