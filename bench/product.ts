import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Skipped } from './benchmark.ts';
import { collectGarbage, INSPECT, readInspector } from './inspector.ts';

export const SECRET = 'bench-only-secret-0123456789-0123456789';
const MAIN = 'dist/bot/main.js';
const START_TIMEOUT_MS = 60_000;

/** The limits of one client are tested, not measured: here a handful of clients play thousands. */
const NO_LIMITS = Object.fromEntries(
  ['MESSAGES_PER_MINUTE', 'NUMBERS_PER_HOUR', 'CHATS_PER_HOUR'].map((name) => [`LIMIT_${name}`, '1000000000']),
);

type StoreOption = { readonly databaseUrl: string } | { readonly dataDir: string };

/** The product in a process of its own. */
export interface Product {
  readonly url: string;
  /** From the start of the process to the first 200 of /readyz. */
  readonly readyMs: number;
  rssBytes(): number;
  /** Collects its garbage first; only where it was started inspected. */
  settledRssBytes(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts the built product on a free port.
 * @param store a DATABASE_URL, or the DATA_DIR of an embedded store.
 * @param options.isInspected with Node's inspector, which takes memory of its own. Default false.
 */
export async function startProduct(store: StoreOption, { isInspected = false } = {}): Promise<Product> {
  const where = 'databaseUrl' in store ? { DATABASE_URL: store.databaseUrl } : { DATA_DIR: store.dataDir };
  const secrets = { DIRECT_LINE_SECRET: SECRET, API_KEY: SECRET, SESSION_SECRET: SECRET };
  // TRUST_PROXY: one machine plays many clients, and the limits are per client.
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    HOST: '127.0.0.1',
    DEMO: '1',
    LOG_LEVEL: 'error',
    TRUST_PROXY: '1',
    ...NO_LIMITS,
    ...secrets,
    ...where,
  };
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=64', ...(isInspected ? [INSPECT] : []), MAIN], {
    env,
    stdio: ['ignore', 'pipe', isInspected ? 'pipe' : 'inherit'],
  });
  const inspector = isInspected ? readInspector(child) : undefined;
  try {
    const url = await readUrl(child);
    while ((await fetch(`${url}/readyz`)).status !== 200) await delay(20);
    const readyMs = performance.now() - startedAt;
    const rssBytes = (): number => readRss(child.pid);
    const inspectorUrl = await inspector;
    return {
      url,
      readyMs,
      rssBytes,
      async settledRssBytes() {
        if (inspectorUrl === undefined) throw new Error('start the product inspected to collect its garbage');
        await collectGarbage(inspectorUrl);
        return rssBytes();
      },
      stop: () => end(child),
    };
  } catch (error) {
    await end(child);
    throw error;
  }
}

/** Works with the product and stops it whatever happens. */
export async function withProduct<T>(store: StoreOption, work: (product: Product) => Promise<T>, options = {}): Promise<T> {
  const product = await startProduct(store, options);
  try {
    return await work(product);
  } finally {
    await product.stop();
  }
}

/** A directory that is removed afterwards. */
export async function withDirectory<T>(work: (path: string) => Promise<T>): Promise<T> {
  const path = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  try {
    return await work(path);
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

/** Resident memory of a process in bytes. @throws Skipped where there is no /proc. */
export function readRss(pid: number | undefined): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) throw new Skipped('resident memory is read from /proc, which only Linux has');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1]) * 1024;
}

function readUrl(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the product did not start in time; it printed: ${printed}`)), START_TIMEOUT_MS);
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const url = /^Chat:\s+(http\S+?)\/?\s*$/m.exec(printed)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the product ended with code ${code}; it printed: ${printed}`));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
