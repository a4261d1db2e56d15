import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Benchmark, Figure } from './benchmark.ts';
import { type Chat, openChats } from './chats.ts';
import { withDatabase } from './databases.ts';
import { nextMessage } from './messages.ts';
import { type Product, startProduct, withDirectory, withProduct } from './product.ts';

const TURNS = 10_000;
const CONVERSATIONS = 16;
const MB = 1e6;

/** Start and resident memory on the embedded store. */
export const embedded: Benchmark = {
  name: 'embedded',
  title: 'Start and memory on the embedded store',
  run: () =>
    withDirectory(async (dataDir) => {
      const first = await startProduct({ dataDir });
      await first.stop();
      const bareMs = await openBare(join(dataDir, 'store'));
      return withProduct({ dataDir }, async (product) => [
        {
          name: 'ready to serve, existing store',
          value: product.readyMs / 1000,
          unit: 's',
          reference: { name: 'PGlite alone opens that store', value: bareMs / 1000 },
          goal: { of: 'value', is: 'at most', limit: 6 },
          note: `first start, which makes the store and its demo data: ${(first.readyMs / 1000).toFixed(1)} s`,
        },
        await measureMemory(product, 700),
      ]);
    }),
};

/** Resident memory on PostgreSQL. */
export const server: Benchmark = {
  name: 'server',
  title: 'Start and memory with DATABASE_URL',
  run: () =>
    withDatabase(async (databaseUrl) => {
      const first = await startProduct({ databaseUrl });
      await first.stop();
      return withProduct({ databaseUrl }, async (product) => [
        {
          name: 'ready to serve, existing database',
          value: product.readyMs / 1000,
          unit: 's',
          reference: { name: 'first start, which migrates and loads demo data', value: first.readyMs / 1000 },
        },
        await measureMemory(product, 400),
      ]);
    }),
};

async function openBare(directory: string): Promise<number> {
  const startedAt = performance.now();
  const db = await PGlite.create(directory);
  const elapsedMs = performance.now() - startedAt;
  await db.close();
  return elapsedMs;
}

async function measureMemory(product: Product, limit: number): Promise<Figure> {
  const atStart = product.rssBytes();
  const chats = await openChats(product.url, CONVERSATIONS);
  await Promise.all(chats.map((chat, lane) => talk(chat, lane)));
  for (const chat of chats) chat.close();
  return {
    name: `resident memory after ${TURNS} turns`,
    value: product.rssBytes() / MB,
    unit: 'MB',
    reference: { name: 'when ready', value: atStart / MB },
    goal: { of: 'value', is: 'at most', limit },
  };
}

async function talk(chat: Chat, lane: number): Promise<void> {
  for (let count = 0; count < TURNS / CONVERSATIONS; count += 1) await chat.say(nextMessage(lane, count));
}
