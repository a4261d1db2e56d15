import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { hashText } from '../../core/ids.ts';
import { createLog } from '../../core/log.ts';
import { wrapPGlite } from '../../prisma/embedded.ts';
import { applyMigrations, findMigrations } from '../../prisma/migrate.ts';
import { TABLES } from '../../prisma/move.ts';
import { openServer } from '../../prisma/server.ts';
import type { Store } from '../../prisma/store.ts';

export const silentLog = createLog('silent');

/** A store for one test file: `open` gives it migrated and empty, `clear` empties it between tests. */
export interface TestStore {
  readonly name: string;
  open(): Promise<Store>;
}

/** The embedded store always; PostgreSQL too when TEST_DATABASE_URL names a database whose server lets us create others. */
export const stores: readonly TestStore[] = [
  { name: 'embedded', open: openInMemory },
  ...(process.env.TEST_DATABASE_URL === undefined ? [] : [{ name: 'server', open: async () => (await createDatabase()).store }]),
];
export const hasServer = process.env.TEST_DATABASE_URL !== undefined;

/** Empties every table. */
export async function clear(store: Store): Promise<void> {
  await store.query(`TRUNCATE ${TABLES.join(', ')} CASCADE`);
}

// Made once per state of the migrations and kept in the temporary directory: initdb takes 3 s, loading 0.5 s.
async function snapshot(): Promise<Blob> {
  const directories = readdirSync(findMigrations(), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const sql = directories.map(({ name }) => readFileSync(join(findMigrations(), name, 'migration.sql'), 'utf8'));
  const file = join(tmpdir(), `waybill-desk-test-${hashText(sql.join()).slice(0, 12)}.tar`);
  if (!existsSync(file)) {
    const db = await PGlite.create();
    await applyMigrations(await wrapPGlite(db), findMigrations());
    const dump = await db.dumpDataDir('none');
    await db.close();
    const part = `${file}.${process.pid}`;
    writeFileSync(part, Buffer.from(await dump.arrayBuffer()));
    renameSync(part, file); // whole or not at all: two workers may make it at once
  }
  return new Blob([new Uint8Array(readFileSync(file))]);
}

async function openInMemory(): Promise<Store> {
  return wrapPGlite(await PGlite.create({ loadDataDir: await snapshot() }));
}

/**
 * A fresh database on the test server; closing its store drops it, and throws where a transaction was left open. `url` is for further
 * connections.
 */
export async function createDatabase(
  options: { readonly isMigrated?: boolean } = {},
): Promise<{ readonly store: Store; readonly url: string }> {
  const base = new URL(process.env.TEST_DATABASE_URL ?? '');
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await administer(base, `CREATE DATABASE ${name}`);
  base.pathname = `/${name}`;
  const store = await openServer(base.href, 10, silentLog);
  if (options.isMigrated !== false) await applyMigrations(store, findMigrations());
  const close = async (): Promise<void> => {
    const leaks = await findLeaks(base, name);
    await store.close();
    await administer(base, `DROP DATABASE ${name} WITH (FORCE)`);
    if (leaks.length > 0) throw new Error(`left in a transaction after: ${leaks.join('; ')}`);
  };
  return { url: base.href, store: { ...store, close } };
}

/** The last statements of connections that are in a transaction and do nothing; what is under way at the close has two seconds to end. */
async function findLeaks(url: URL, database: string): Promise<readonly string[]> {
  const sql = `SELECT query FROM pg_stat_activity WHERE datname = '${database}' AND state LIKE 'idle in transaction%'`;
  for (let looks = 0; ; looks++) {
    const rows = await administer<{ query: string }>(url, sql);
    if (rows.length === 0 || looks === 10) return rows.map(({ query }) => query);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Runs a statement on the server's maintenance database. */
export async function administer<Row extends object>(url: URL | string, sql: string): Promise<Row[]> {
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

/** A directory of its own under the system's temporary one, and how to remove it. */
export function createDirectory(): { readonly path: string; remove(): void } {
  const path = join(tmpdir(), `waybill-desk-${randomBytes(5).toString('hex')}`);
  mkdirSync(path);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
