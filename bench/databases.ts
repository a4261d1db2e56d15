import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createLog } from '../core/log.ts';
import { applyMigrations, findMigrations } from '../prisma/migrate.ts';
import { openServer } from '../prisma/server.ts';
import type { Store } from '../prisma/store.ts';
import { Skipped } from './benchmark.ts';

/** Its user must be allowed to create databases. */
const SERVER = process.env.BENCH_DATABASE_URL ?? 'postgresql://root@127.0.0.1:5432/test';

/** A database of its own on the server, gone after `drop`. */
export interface Database {
  readonly url: string;
  drop(): Promise<void>;
}

/** @throws Skipped when the server does not answer. */
export async function createDatabase(): Promise<Database> {
  const name = `bench_${process.pid}_${randomBytes(4).toString('hex')}`;
  try {
    await administer(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    throw new Skipped(`PostgreSQL cannot be used (${code ?? message}): name a server in BENCH_DATABASE_URL`);
  }
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Runs with a database that is dropped whatever happens. @throws Skipped when the server does not answer. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const database = await createDatabase();
  try {
    return await work(database.url);
  } finally {
    await database.drop();
  }
}

/** The product's store on it, migrated. */
export async function openBenchStore(url: string): Promise<Store> {
  const store = await openServer(url, 10, createLog('silent'));
  await applyMigrations(store, findMigrations());
  return store;
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
