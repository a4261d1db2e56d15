import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { openChat } from './client.ts';
import { cleanUp, startProduct } from './product.ts';

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

/** The most memory the process ever had, in MB. */
function peakOf(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
