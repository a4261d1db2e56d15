import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { AppError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { isUnavailable, toStoreError } from './failures.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createPrisma } from './prismaClient.ts';
import type { Query, Session, Store } from './store.ts';

const MIN_SERVER_VERSION = 150_000;
// A busy pool makes callers wait; only when nothing moved for this long is the server taken for gone.
const ACQUIRE_TIMEOUT_MS = 15_000;
const STATEMENT_TIMEOUT_MS = 20_000;
// Longest delay a Node timer takes (24 days): a migration may run as long as it must.
const NO_TIMEOUT_MS = 2 ** 31 - 1;
// TimeZone: adapter-pg reads timestamps as if they were UTC, whatever offset the server prints.
// enable_seqscan: a prepared statement keeps the plan it got while its tables were small, a full scan, until the next autoanalyze;
// at full load that minute was measured to make a turn's read twenty times slower. jit: would be triggered by the above's high cost.
const SESSION_OPTIONS = '-c TimeZone=UTC -c enable_seqscan=off -c jit=off';

/**
 * Connects to PostgreSQL 15 or newer with a pool of `poolSize`, which Prisma shares.
 * @throws AppError STORE_UNAVAILABLE when it cannot be reached, is too old or does not store UTF-8; `facts.problem` says which.
 */
export async function openServer(url: string, poolSize: number, log: Log): Promise<Store> {
  const heartbeat = createHeartbeat(url, log);
  const pool = new pg.Pool({
    connectionString: url,
    stream: heartbeat.openSocket,
    max: poolSize,
    connectionTimeoutMillis: ACQUIRE_TIMEOUT_MS,
    idleTimeoutMillis: 0, // a timer per release costs more than ten idle connections
    keepAlive: true,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: STATEMENT_TIMEOUT_MS + 5_000, // for a network that swallows the answer: the server cannot tell us
    options: SESSION_OPTIONS,
    application_name: 'waybill-desk',
  });
  pool.on('error', (error) => log.warn({ error }, 'an idle connection to PostgreSQL was lost; the pool opens another'));
  // A connection lost while checked out reports to its query; without a listener its event would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  await verifyServer(pool, url);
  heartbeat.start();

  const query = <T>(...args: Parameters<Query>): Promise<T[]> => withClient(pool, (client) => queryOn(client)<T>(...args));
  const session = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    withClient(pool, (client) => work(createSession(client)), true);
  return {
    isEmbedded: false,
    files: poolSize + 1,
    hasRoom: () => true,
    prisma: createPrisma(new PrismaPg(pool)),
    query,
    session,
    transaction: (work) => withClient(pool, (client) => inTransaction(client, work)),
    async close() {
      await pool.end();
      await heartbeat.stop();
    },
  };
}

async function verifyServer(pool: pg.Pool, url: string): Promise<void> {
  const { host, pathname } = new URL(url);
  const where = { server: host, database: pathname.slice(1) };
  const sql = `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`;
  let problem: string | undefined;
  try {
    const row = (await pool.query<{ version: number; encoding: string }>(sql)).rows[0];
    if (row && row.version < MIN_SERVER_VERSION) problem = `the server is older than PostgreSQL 15 (${row.version})`;
    if (row && row.encoding !== 'UTF8') problem = `the database stores ${row.encoding}: create it with ENCODING 'UTF8'`;
  } catch (error) {
    await pool.end();
    const reason = error instanceof AggregateError ? (error.errors[0] as Error).message : (error as Error).message;
    throw new AppError('STORE_UNAVAILABLE', { ...where, problem: reason, variable: 'DATABASE_URL' }, error);
  }
  if (problem === undefined) return;
  await pool.end();
  throw new AppError('STORE_UNAVAILABLE', { ...where, problem, variable: 'DATABASE_URL' });
}

// Not pool.query: that closes the connection on every error, also on a refused duplicate, and the next caller pays for a new one.
async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>, isDiscarded = false): Promise<T> {
  let client: pg.PoolClient | undefined;
  let isBroken = isDiscarded;
  try {
    client = await pool.connect();
    return await work(client);
  } catch (error) {
    isBroken ||= isUnavailable(error);
    throw toStoreError(error, client !== undefined);
  } finally {
    client?.release(isBroken);
  }
}

function queryOn(client: pg.PoolClient, timeout: { readonly query_timeout?: number } = {}): Query {
  return async <T>(sql: Parameters<Query>[0], params: Parameters<Query>[1] = []): Promise<T[]> => {
    const values = params as unknown[];
    const statement = typeof sql === 'string' ? { text: sql } : sql;
    const result = await client.query({ ...timeout, ...statement, values });
    return result.rows as T[];
  };
}

function createSession(client: pg.PoolClient): Session {
  const timeout = { query_timeout: NO_TIMEOUT_MS };
  return { query: queryOn(client, timeout), run: async (script) => void (await client.query({ ...timeout, text: script })) };
}

async function inTransaction<T>(client: pg.PoolClient, work: (query: Query) => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const result = await work(queryOn(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // The first error matters; on a lost connection there is nothing to roll back.
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}
