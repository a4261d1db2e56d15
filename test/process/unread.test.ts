import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { pngOf } from '../bot/pictures.ts';
import { type Chat, openChat } from './client.ts';
import { cleanUp, type Product, poll, startProduct } from './product.ts';

afterAll(cleanUp);

const CONNECTIONS = 100;
const REQUESTS = 1500;

describe('answers that nobody reads, asked for without a key', () => {
  it.each(['/api/v1/openapi.json', '/'])(
    'of %s take neither the memory nor the time of others',
    async (path) => {
      const product = await startProduct({ env: { LOG_LEVEL: 'error' } });
      const chat = await openChat(product);
      await chat.ask('你好');
      const before = peakOf(product.pid);
      const sockets = Array.from({ length: CONNECTIONS }, () => {
        const socket = connect(Number(new URL(product.url).port), '127.0.0.1')
          .on('error', () => {})
          .pause();
        socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(REQUESTS));
        return socket;
      });
      for (let turn = 0; turn < 10; turn += 1) expect((await chat.ask('XB880000000015 到哪了')).length).toBeGreaterThan(0);
      expect(peakOf(product.pid) - before).toBeLessThan(500);
      for (const socket of sockets) socket.destroy();
      expect(await product.stop()).toBe(0);
    },
    90_000,
  );
});

/** Bytes the process holds after its garbage was collected as far as it does so by itself. */
async function heldBytes({ url }: Product): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const figure = (name: string): number => Number(new RegExp(`^\\w*${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return figure('nodejs_heap_size_used_bytes') + figure('nodejs_external_memory_bytes');
}

describe('answers whose reader left before they were sent', () => {
  /** Asks for `path` many times on each of many connections, and leaves without reading. */
  async function askAndLeave(product: Product, path: string, connections: number): Promise<void> {
    for (let at = 0; at < connections; at += 1) {
      const socket = connect(Number(new URL(product.url).port), '127.0.0.1')
        .on('error', () => {})
        .pause();
      await new Promise<void>((resolve) => {
        socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(7), () => resolve());
        socket.once('close', resolve);
      });
      setTimeout(() => socket.resetAndDestroy(), 5);
    }
    await poll(20_000, 'all are gone', async () => (await countConnections(product)) <= 2 || undefined);
  }

  it('are forgotten with it, small ones and files', async () => {
    const product = await startProduct({ env: { LOG_LEVEL: 'error' } });
    const chat = await openChat(product);
    const link = await uploadPicture(product, chat);
    await askAndLeave(product, '/healthz', 500);
    await askAndLeave(product, link, 5);
    const before = await heldBytes(product);
    await askAndLeave(product, '/healthz', 4000);
    await askAndLeave(product, link, 60);
    // Kept, they were 28,000 answers of some 8 KB and 420 files of 4 MB.
    const after = await poll(30_000, 'what was held is given back', async () => {
      const held = await heldBytes(product);
      return held - before < 64 * 2 ** 20 ? held : undefined;
    });
    expect(after).toBeLessThan(before + 64 * 2 ** 20);
    expect((await chat.ask('你好')).length).toBeGreaterThan(0);
    expect(await product.stop()).toBe(0);
  }, 120_000);
});

async function countConnections({ url }: Product): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^\w*nodejs_active_resources\{type="TCPSocketWrap"\} (\S+)$/m.exec(text)?.[1] ?? 0);
}

/** The path of a picture of 4 MB that was sent in the chat. */
async function uploadPicture({ url }: Product, chat: Chat): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(pngOf(4 * 2 ** 20, 1))], { type: 'image/png' }), 'photo.png');
  const headers = { authorization: `Bearer ${chat.token}` };
  await fetch(`${url}/v3/directline/conversations/${chat.conversationId}/upload?userId=u`, { method: 'POST', headers, body: form });
  const { activities } = await chat.history();
  const link = activities.flatMap(({ attachments = [] }) => attachments.flatMap(({ contentUrl }) => contentUrl ?? []))[0] ?? '';
  return link.slice(new URL(link).origin.length);
}

/** The most memory the process ever had, in MB. */
function peakOf(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
