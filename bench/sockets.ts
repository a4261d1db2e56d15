import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { type Benchmark, type Figure, Skipped } from './benchmark.ts';
import { openChat } from './chats.ts';
import { withDatabase } from './databases.ts';
import { collectGarbage, INSPECT, readInspector } from './inspector.ts';
import { type Product, readRss, withProduct } from './product.ts';

const SOCKETS = 5000;
/** Opened and closed first: what a server takes once is not counted for each. */
const WARM_UP = 500;
const OPEN_AT_ONCE = 50;
/** In which the last of opening and closing is done. */
const SETTLE_MS = 4000;
const SPARE_FILES = 200;

/** What an idle chat costs the server in memory. */
export const sockets: Benchmark = {
  name: 'sockets',
  title: `${SOCKETS} idle Direct Line WebSockets`,
  async run() {
    const files = Number(execFileSync('sh', ['-c', 'ulimit -n']).toString());
    if (files < SOCKETS + SPARE_FILES) throw new Skipped(`ulimit -n is ${files}: raise it to ${SOCKETS + SPARE_FILES}`);
    const bare = await measureBare();
    const ours = await withDatabase((databaseUrl) => withProduct({ databaseUrl }, measureOurs, { isInspected: true }));
    const figure: Figure = {
      name: 'resident memory of an idle socket',
      value: ours / 1000,
      unit: 'KB',
      reference: { name: 'a bare ws server', value: bare / 1000 },
      goal: { of: 'value', is: 'at most', limit: 15 },
    };
    return [figure];
  },
};

async function measureOurs(product: Product): Promise<number> {
  const urls: string[] = [];
  await inParallel(WARM_UP + SOCKETS, async (index) => {
    const chat = await openChat(product.url, index);
    urls[index] = chat.streamUrl;
    chat.close();
  });
  return measureGrowth(urls, product.settledRssBytes);
}

/** The same sockets on a server that does nothing but hold them. */
async function measureBare(): Promise<number> {
  const child = fork(fileURLToPath(new URL('./bareSocketServer.js', import.meta.url)), { execArgv: [INSPECT], silent: true });
  try {
    const inspector = readInspector(child);
    const [port] = (await once(child, 'message')) as [number];
    const urls = Array.from({ length: WARM_UP + SOCKETS }, () => `ws://127.0.0.1:${port}/`);
    const inspectorUrl = await inspector;
    return await measureGrowth(urls, () => collectGarbage(inspectorUrl).then(() => readRss(child.pid)));
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}

/** Bytes a socket, of those after the warm-up. */
async function measureGrowth(urls: readonly string[], settledRssBytes: () => Promise<number>): Promise<number> {
  const warm = await openAll(urls.slice(0, WARM_UP));
  await closeAll(warm);
  await delay(SETTLE_MS);
  const before = await settledRssBytes();
  const open = await openAll(urls.slice(WARM_UP));
  await delay(SETTLE_MS);
  const after = await settledRssBytes();
  await closeAll(open);
  return (after - before) / open.length;
}

async function openAll(urls: readonly string[]): Promise<readonly WebSocket[]> {
  const opened: WebSocket[] = [];
  await inParallel(urls.length, async (index) => {
    const socket = new WebSocket(urls[index] ?? '', { perMessageDeflate: false });
    await once(socket, 'open');
    opened.push(socket);
  });
  return opened;
}

async function closeAll(open: readonly WebSocket[]): Promise<void> {
  const closed = open.map((socket) => once(socket, 'close'));
  for (const socket of open) socket.terminate();
  await Promise.all(closed);
}

async function inParallel(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const workers = Array.from({ length: OPEN_AT_ONCE }, async () => {
    while (next < count) await work(next++);
  });
  await Promise.all(workers);
}
