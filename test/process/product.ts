import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built product as an operator runs it: a process of its own on a port of 127.0.0.1. */
export interface Product {
  /** `http://127.0.0.1:45678`, without a slash at the end. */
  readonly url: string;
  readonly dataDir: string;
  readonly pid: number;
  readonly secrets: Secrets;
  /** All it has written so far, stdout and stderr. */
  output(): string;
  /** Time its threads have run on a processor so far, in ms; Infinity where the system does not tell. Other programs do not lengthen it. */
  busyMs(): number;
  /** Whether the process is gone. */
  hasEnded(): boolean;
  /** SIGTERM. Resolves with the exit code when it is gone; null when it had to be killed after 20 s. */
  stop(): Promise<number | null>;
  /** The exit code when it ends by itself; null when a signal ended it. */
  exited(): Promise<number | null>;
  /** The end of a power cut: nothing of it runs on. */
  kill9(): Promise<void>;
}

export interface Secrets {
  readonly API_KEY: string;
  readonly DIRECT_LINE_SECRET: string;
  readonly SESSION_SECRET: string;
}

export interface StartOptions {
  /** Default: a new one, removed by `cleanUp`. */
  readonly dataDir?: string;
  /** Beside DATA_DIR, HOST and PORT. What is not here is unset: nothing of the shell's environment comes through. */
  readonly env?: Readonly<Record<string, string>>;
  /** `ulimit -n` of the process. Default: this machine's. */
  readonly openFiles?: number;
  /** The Node that runs it. Default: the tests' own. */
  readonly node?: string;
}

/** For products on a database, which generate none. */
export const FIXED_SECRETS: Secrets = {
  API_KEY: 'process-test-api-key-0123456789abcdef0123456789',
  DIRECT_LINE_SECRET: 'process-test-secret-0123456789abcdef0123456789',
  SESSION_SECRET: 'process-test-session-0123456789abcdef0123456789',
};

const MAIN = 'dist/bot/main.js';
/** A first start makes a store and migrates it; other tests and builds may run beside. */
const READY_MS = 60_000;
const STOP_MS = 20_000;

const children = new Set<ChildProcess>();
const directories = new Set<string>();
// Vitest ends its workers on a time-out or Ctrl-C: no product may outlive them.
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts the product and waits for its /readyz. @throws Error with all it printed when it ends or is not ready in time. */
export async function startProduct({ dataDir = createDataDir(), env = {}, openFiles, node }: StartOptions = {}): Promise<Product> {
  const { child, output, gone } = run(dataDir, env, openFiles, node);
  const url = await poll(READY_MS, `the product is ready; it printed:\n${output()}`, async () => {
    if (child.exitCode !== null) throw new Error(`The product ended with code ${child.exitCode}. It printed:\n${output()}`);
    const printed = /^Chat:\s+(http\S+?)\/?\s*$/m.exec(output())?.[1];
    return printed !== undefined && (await fetch(`${printed}/readyz`)).status === 200 ? printed : undefined;
  });
  const generated = join(dataDir, 'secrets.json');
  const secrets: Secrets = {
    ...FIXED_SECRETS,
    ...(existsSync(generated) ? (JSON.parse(readFileSync(generated, 'utf8')) as Secrets) : {}),
    ...env,
  };
  return {
    ...{ url, dataDir, secrets, output, pid: child.pid ?? 0 },
    busyMs: () => (child.pid === undefined ? Number.POSITIVE_INFINITY : busyMs(child.pid)),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      const code = await gone;
      clearTimeout(timer);
      return code;
    },
    exited: () => gone,
    async kill9() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** A start that is meant to fail: its exit code and all it printed. @throws Error when it still runs after `limitMs`. */
export async function startInVain(
  { dataDir = createDataDir(), env = {} }: StartOptions = {},
  limitMs = 40_000,
): Promise<{ code: number | null; output: string }> {
  const { child, output, gone } = run(dataDir, env);
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
  const code = await gone;
  clearTimeout(timer);
  if (code === null) throw new Error(`The product did not end by itself in ${limitMs} ms. It printed:\n${output()}`);
  return { code, output: output() };
}

/** Linux counts each thread's time in nanoseconds. */
function busyMs(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return Number.POSITIVE_INFINITY;
  const spent = readdirSync(tasks).map((task) => Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]));
  return spent.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
}

function run(
  dataDir: string,
  env: Readonly<Record<string, string>>,
  openFiles?: number,
  node = process.execPath,
): { child: ChildProcess; output: () => string; gone: Promise<number | null> } {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: run "npm run build" first.`);
  const limited = ['bash', '-c', `ulimit -n ${openFiles}; exec "$0" "$@"`];
  const [program = '', ...args] = [...(openFiles === undefined ? [] : limited), node, MAIN];
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  // 'close', not 'exit': by then all that was printed has arrived.
  const gone = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      children.delete(child);
      resolve(code);
    });
  });
  return { child, output: () => printed, gone };
}

/** An empty directory, removed by `cleanUp`. */
export function createDataDir(): string {
  const path = mkdtempSync(join(tmpdir(), 'desk-process-'));
  directories.add(path);
  return path;
}

/** Ends every product of this file and removes their directories; for `afterAll`. */
export async function cleanUp(): Promise<void> {
  await Promise.all(
    [...children].map(
      (child) =>
        new Promise((resolve) => {
          child.once('close', resolve);
          child.kill('SIGKILL');
        }),
    ),
  );
  for (const path of directories) rmSync(path, { recursive: true, force: true });
  directories.clear();
}

/** Asks every 25 ms until there is an answer other than undefined. @throws Error naming what was waited for after `limitMs`. */
export async function poll<T>(limitMs: number, what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`Waited ${limitMs} ms in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
