import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../core/errors.ts';
import { createId } from '../core/ids.ts';
import type { Session, Store } from './store.ts';

// The key `prisma migrate deploy` locks with, so that the CLI and an instance that starts do not meet.
const PRISMA_ADVISORY_LOCK = 72707369;

// Prisma's own table, as its schema engine makes it.
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

interface Applied {
  readonly name: string;
  readonly checksum: string;
  readonly isFinished: boolean;
}

/** The product's migrations: beside this file, or in the sources when it runs from `dist/` without a copy of them. */
export function findMigrations(): string {
  const beside = fileURLToPath(new URL('./migrations', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
}

/**
 * Applies what is missing, in order of name, each in a transaction with its row in Prisma's `_prisma_migrations`; returns the
 * names applied now. Several instances may start at once, and those of an older release that run already go on.
 * @param directory holds `<timestamp>_<name>/migration.sql`, as `prisma migrate` writes them.
 * @throws AppError MIGRATION_MISMATCH when an applied file has changed, or one was left half applied by the CLI; STORE_NEWER when one
 *   was applied that is not in the directory.
 */
export function applyMigrations(store: Store, directory: string): Promise<readonly string[]> {
  const migrations = readMigrations(directory);
  return store.session(async (session) => {
    // A migration may take longer than a customer's question may; and the lock is waited for while another instance migrates.
    await session.query(`SELECT set_config('statement_timeout', '0', false)`);
    await session.query('SELECT pg_advisory_lock($1)', [PRISMA_ADVISORY_LOCK]);
    try {
      return await applyMissing(session, migrations);
    } finally {
      await session.query('SELECT pg_advisory_unlock($1)', [PRISMA_ADVISORY_LOCK]);
    }
  });
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

function readMigrations(directory: string): readonly Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function applyMissing(session: Session, migrations: readonly Migration[]): Promise<readonly string[]> {
  await session.run(CREATE_TABLE);
  const rows = await session.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished" FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  const applied = new Map(rows.map((row) => [row.name, row]));
  const halfway = rows.filter((row) => !row.isFinished).map((row) => row.name);
  const changed = migrations
    .filter((file) => (applied.get(file.name)?.checksum ?? file.checksum) !== file.checksum)
    .map((file) => file.name);
  if (halfway.length > 0 || changed.length > 0) throw new AppError('MIGRATION_MISMATCH', { changed, halfway });
  const own = new Set(migrations.map(({ name }) => name));
  const unknown = rows.map(({ name }) => name).filter((name) => !own.has(name));
  if (unknown.length > 0) throw new AppError('STORE_NEWER', { unknown });
  const missing = migrations.filter((file) => !applied.has(file.name));
  for (const file of missing) await applyOne(session, file);
  return missing.map((file) => file.name);
}

async function applyOne(session: Session, { name, sql, checksum }: Migration): Promise<void> {
  await session.run('BEGIN');
  try {
    await session.run(sql);
    await session.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`,
      [createId(), checksum, name],
    );
    await session.run('COMMIT');
  } catch (error) {
    await session.run('ROLLBACK');
    throw new Error(`migration ${name} failed and was rolled back`, { cause: error });
  }
}
