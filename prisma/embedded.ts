import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setImmediate as letOthers } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { AppError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { toStoreError } from './failures.ts';
import { lockDirectory } from './lock.ts';
import { createPrisma } from './prismaClient.ts';
import { createSelfHealing } from './selfHealing.ts';
import type { Query, Session, Store } from './store.ts';

/** Files the embedded store keeps open at most; its busiest hours touch fewer. Without a bound it would take a thousand. */
const EMBEDDED_STORE_FILES = 256;
// A fresh store takes 40 MB, and PostgreSQL stops in the middle of a write when its log cannot grow.
const MIN_FREE_BYTES = 128 * 1024 * 1024;

/**
 * Opens PostgreSQL in this process, in `<dataDir>/store`, made on first use (3 s). A committed write survives power loss.
 * @throws AppError DATA_DIR_LOCKED, DATA_DIR_UNUSABLE.
 */
export async function openEmbedded(dataDir: string, log: Log): Promise<Store> {
  const directory = resolve(dataDir);
  verifyWritable(directory);
  const storeDir = join(directory, 'store');
  const lock = await lockDirectory(storeDir).catch((cause: unknown) => {
    // A file system without sockets, as some network mounts are, cannot be locked: better refused than shared.
    throw cause instanceof AppError
      ? cause
      : new AppError('DATA_DIR_UNUSABLE', { directory, problem: 'it takes no lock: use a local disk' }, cause);
  });
  let db: PGlite;
  try {
    db = await createDurable(storeDir);
  } catch (cause) {
    await lock.release();
    throw new AppError(
      'DATA_DIR_UNUSABLE',
      { directory, problem: 'the store in it cannot be opened; restore a backup or name another' },
      cause,
    );
  }
  const healing = createSelfHealing(db, () => createDurable(storeDir), storeDir, log);
  const close = async (): Promise<void> => {
    await healing.close();
    await lock.release();
  };
  return { ...(await wrapPGlite(healing.db, close)), hasRoom: healing.hasRoom };
}

function verifyWritable(directory: string): void {
  const probe = join(directory, `.probe-${process.pid}`);
  try {
    makeDirectory(directory);
    const handle = openSync(probe, 'w');
    writeSync(handle, 'probe');
    fsyncSync(handle);
    closeSync(handle);
    rmSync(probe);
  } catch (cause) {
    throw new AppError('DATA_DIR_UNUSABLE', { directory, problem: (cause as NodeJS.ErrnoException).code ?? 'unknown' }, cause);
  }
  const { bavail, bsize } = statfsSync(directory);
  const freeBytes = bavail * bsize;
  if (freeBytes < MIN_FREE_BYTES)
    throw new AppError('DATA_DIR_UNUSABLE', { directory, problem: 'ENOSPC', freeBytes, neededBytes: MIN_FREE_BYTES });
}

// Not mkdirSync's `recursive`: where the parent exists and still refuses with ENOENT, as in /proc, Node 20 tries again for ever.
function makeDirectory(directory: string): void {
  if (existsSync(directory)) return;
  if (dirname(directory) !== directory) makeDirectory(dirname(directory));
  mkdirSync(directory);
}

/** The part of Emscripten's stream that its NODEFS adds. */
interface NodeStream {
  readonly nfd?: number;
}

/**
 * PGlite as shipped never calls fsync: it starts with -F, and its file system has none. Both are mended, so that a commit is
 * on the disk when it returns. Uses internals of 0.5.14; a test counts the calls.
 */
async function createDurable(storeDir: string): Promise<PGlite> {
  if (!existsSync(join(storeDir, 'PG_VERSION'))) await makeStore(storeDir);
  const settings = ['fsync=on', 'wal_sync_method=fsync', `max_files_per_process=${EMBEDDED_STORE_FILES}`].flatMap((each) => ['-c', each]);
  const startParams = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), ...settings];
  const db = await PGlite.create({ dataDir: storeDir, startParams });
  const fileSystems = (db.Module.FS as unknown as { filesystems: { NODEFS: { stream_ops: Record<string, unknown> } } }).filesystems;
  fileSystems.NODEFS.stream_ops.fsync = (stream: NodeStream) => {
    if (stream.nfd !== undefined) fsyncSync(stream.nfd);
  };
  syncTree(storeDir);
  await db.exec(SESSION);
  return db;
}

// Only dynamic imports: whether this text runs as a module depends on how the process was started.
const MAKE = `import('node:worker_threads').then(async ({ workerData }) => {
  const { PGlite } = await import(workerData.pglite);
  await (await PGlite.create({ dataDir: workerData.directory })).close();
});`;

/**
 * Runs initdb, apart and then renamed, so that a crash leaves no half-made store. In a thread of its own: the 400 MB it takes
 * are given back when the thread ends, and only then.
 */
async function makeStore(storeDir: string): Promise<void> {
  const directory = `${storeDir}.new`;
  rmSync(directory, { recursive: true, force: true });
  const pglite = pathToFileURL(createRequire(import.meta.url).resolve('@electric-sql/pglite')).href;
  const worker = new Worker(MAKE, { eval: true, workerData: { pglite, directory } });
  await new Promise<void>((done, fail) => {
    worker.once('error', fail);
    worker.once('exit', (code) => (code === 0 ? done() : fail(new Error(`initdb ended with code ${code}`))));
  });
  syncTree(directory);
  renameSync(directory, storeDir);
}

/** Brings to the disk what initdb, or the recovery after a crash, wrote before the mend. A file already there costs microseconds. */
function syncTree(directory: string): void {
  const entries = readdirSync(directory, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile() || entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of [directory, ...paths]) {
    const handle = openSync(path, 'r');
    fsyncSync(handle);
    closeSync(handle);
  }
}

/** The adapter reads timestamps as if they were UTC. Without statistics, which nobody gathers here, whole tables look cheap to read. */
const SESSION = `SET TIME ZONE 'UTC'; SET enable_seqscan = off`;

/** A store on an open PGlite; tests give one in memory. */
export async function wrapPGlite(db: PGlite, close: () => Promise<void> = () => db.close()): Promise<Store> {
  await db.exec(SESSION);
  const query = oneByOne(queryOn(db));
  return {
    isEmbedded: true,
    files: EMBEDDED_STORE_FILES,
    hasRoom: () => true,
    prisma: createPrisma(new PrismaPGlite(db)),
    query,
    // One connection and one process: what locks out other instances on a server has nobody to lock out here.
    session: <T>(work: (session: Session) => Promise<T>) => work({ query, run: async (script) => void (await db.exec(script)) }),
    transaction: (work) => db.transaction((tx) => work(queryOn(tx))),
    close,
  };
}

/**
 * Statements one after the other, with a round of the event loop between: PGlite's own queue goes from one to the next without ever
 * leaving the thread, and while it is not empty nobody else is heard, whatever they want.
 */
function oneByOne(query: Query): Query {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(...statement: Parameters<Query>): Promise<T[]> => {
    const result = last.then(() => query<T>(...statement));
    last = result.then(letOthers, letOthers);
    return result;
  };
}

function queryOn(db: PGlite | Transaction): Query {
  return async <T>(sql: Parameters<Query>[0], params: Parameters<Query>[1] = []): Promise<T[]> => {
    try {
      return (await db.query<T>(typeof sql === 'string' ? sql : sql.text, [...params])).rows;
    } catch (error) {
      throw toStoreError(error);
    }
  };
}
