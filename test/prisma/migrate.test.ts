import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyMigrations, findMigrations } from '../../prisma/migrate.ts';
import { TABLES } from '../../prisma/move.ts';
import { openServer } from '../../prisma/server.ts';
import type { Store } from '../../prisma/store.ts';
import { createDatabase, createDirectory, hasServer, silentLog, stores } from './store.ts';

const MIGRATIONS = readdirSync(findMigrations()).filter((name) => /^\d{14}_/.test(name));
const directory = createDirectory();
afterAll(() => directory.remove());

/** A copy of the product's migrations with one more; fresh for each test. */
function copyMigrations(name: string, sql: string): string {
  const copy = join(directory.path, `${Math.trunc(performance.now() * 1000)}`);
  cpSync(findMigrations(), copy, { recursive: true });
  mkdirSync(join(copy, name));
  writeFileSync(join(copy, name, 'migration.sql'), sql);
  return copy;
}

describe.each(stores)('migrations on the $name store', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it("are recorded as Prisma's own tool records them", async () => {
    expect(await applyMigrations(store, findMigrations())).toEqual([]);
    const rows = await store.query(
      'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, applied_steps_count, logs FROM _prisma_migrations ORDER BY 1',
    );
    const checksumOf = (name: string): string =>
      createHash('sha256')
        .update(readFileSync(join(findMigrations(), name, 'migration.sql')))
        .digest('hex');
    expect(rows).toEqual(
      MIGRATIONS.map((name) => ({
        migration_name: name,
        checksum: checksumOf(name),
        ...{ finished: true, applied_steps_count: 1, logs: null },
      })),
    );
  });

  it('make exactly the tables that a move copies', async () => {
    const rows = await store.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`,
    );
    expect(rows.map((row) => row.name).sort()).toEqual([...TABLES].sort());
  });

  it('apply a new file, refuse a store that has one they do not know, and one that changed after it was applied', async () => {
    const name = '20991231000000_more';
    const copy = copyMigrations(name, 'CREATE TABLE more (id int); INSERT INTO more VALUES (1);');
    expect(await applyMigrations(store, copy)).toEqual([name]);
    await expect(applyMigrations(store, findMigrations())).rejects.toMatchObject({ code: 'STORE_NEWER', facts: { unknown: [name] } });
    writeFileSync(join(copy, name, 'migration.sql'), 'CREATE TABLE other (id int);');
    await expect(applyMigrations(store, copy)).rejects.toMatchObject({ code: 'MIGRATION_MISMATCH', facts: { changed: [name] } });
  });

  it('leave nothing of one that fails, and can be run again', async () => {
    const copy = copyMigrations('20991231000000_bad', 'CREATE TABLE half (id int); SELECT nonsense;');
    await expect(applyMigrations(store, copy)).rejects.toThrow('20991231000000_bad failed');
    expect(await store.query(`SELECT 1 FROM information_schema.tables WHERE table_name = 'half'`)).toEqual([]);
    writeFileSync(join(copy, '20991231000000_bad', 'migration.sql'), 'CREATE TABLE half (id int);');
    expect(await applyMigrations(store, copy)).toEqual(['20991231000000_bad']);
  });
});

describe.runIf(hasServer)('migrations of several instances', () => {
  it('are applied once when three start at once on an empty database', async () => {
    const { store, url } = await createDatabase({ isMigrated: false });
    const others = [await openServer(url, 2, silentLog), await openServer(url, 2, silentLog)];
    const applied = await Promise.all([store, ...others].map((each) => applyMigrations(each, findMigrations())));
    expect(applied.flat()).toEqual(MIGRATIONS);
    expect(await store.query('SELECT count(*)::int AS count FROM _prisma_migrations')).toEqual([{ count: MIGRATIONS.length }]);
    for (const other of others) await other.close();
    await store.close();
  });
});
