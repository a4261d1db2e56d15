import { AppError } from '../core/errors.ts';
import { STORE_DATA } from './crm/personalData/index.ts';
import { applyMigrations } from './migrate.ts';
import type { Query, Session, Store } from './store.ts';

/** Every table, parents before children. */
export const TABLES: readonly string[] = STORE_DATA.map(({ table }) => table);

// Files may have megabytes each; of the rest a thousand rows make a document of some hundred kilobytes.
const rowsPerBatch = (table: string): number => (table === 'uploads' || table === 'upload_pieces' ? 2 : 1000);

/** Rows per table, as counted in the target. */
export type MoveReport = Readonly<Record<string, number>>;

/**
 * Copies all rows of one store into another that has none, in one transaction of the target: it gets everything or nothing.
 * Migrates both first. The source is left as it is and must not be written meanwhile. 231,200 messages take some ten seconds.
 * @throws AppError STORE_NOT_EMPTY when the target has rows, CONFLICT when count or checksum of a table differ afterwards; `facts.table` says where.
 */
export async function moveStore(source: Store, target: Store, migrations: string): Promise<MoveReport> {
  await applyMigrations(source, migrations);
  await applyMigrations(target, migrations);
  return target.session(async (session) => {
    await session.run('BEGIN; SET LOCAL statement_timeout = 0');
    try {
      for (const table of TABLES) await refuseRows(session.query, table);
      const report = await source.transaction((query) => copyAll(query, session));
      await session.run('COMMIT');
      return report;
    } catch (error) {
      await session.run('ROLLBACK');
      throw error;
    }
  });
}

async function refuseRows(query: Query, table: string): Promise<void> {
  // Locked, so that an instance already serving on the target cannot write in between.
  await query(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
  const rows = await query(`SELECT 1 AS one FROM ${table} LIMIT 1`);
  if (rows.length > 0) throw new AppError('STORE_NOT_EMPTY', { table });
}

async function copyAll(source: Query, target: Session): Promise<MoveReport> {
  const counts: [string, number][] = [];
  for (const table of TABLES) {
    await copyTable(source, target.query, table);
    const [before, after] = [await fingerprint(source, table), await fingerprint(target.query, table)];
    if (before.rows !== after.rows || before.checksum !== after.checksum) throw new AppError('CONFLICT', { table, before, after });
    counts.push([table, after.rows]);
  }
  return Object.fromEntries(counts);
}

async function copyTable(source: Query, target: Query, table: string): Promise<void> {
  await source(`DECLARE moved NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${table} t`);
  for (;;) {
    const rows = await source<{ row: string }>(`FETCH ${rowsPerBatch(table)} FROM moved`);
    if (rows.length === 0) break;
    const document = `[${rows.map(({ row }) => row).join(',')}]`;
    await target(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`, [document]);
  }
  await source('CLOSE moved');
}

/** Number of rows and the sum of their MD5s' first 32 bits, of each row's text in PostgreSQL's own notation. */
async function fingerprint(query: Query, table: string): Promise<{ readonly rows: number; readonly checksum: string }> {
  // Both sides print dates, floats and bytes alike, whatever the server's defaults.
  await query('SET LOCAL datestyle = ISO');
  await query('SET LOCAL extra_float_digits = 1');
  await query('SET LOCAL bytea_output = hex');
  const [row] = await query<{ rows: number; checksum: string }>(
    `SELECT count(*)::int AS rows, coalesce(sum(('x' || left(md5(t::text), 8))::bit(32)::bigint), 0)::text AS checksum FROM ${table} t`,
  );
  return row ?? { rows: 0, checksum: '' };
}
