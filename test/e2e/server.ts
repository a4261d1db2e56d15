import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Product {
  /** `http://127.0.0.1:45678`, without a slash at the end. */
  readonly url: string;
  /** A tracking number of the demo carrier. */
  readonly number: string;
  stop(): Promise<void>;
}

const MAIN = 'dist/bot/main.js';
/** A first start makes a store and fills it with demo data. */
const START_TIMEOUT_MS = 90_000;

/**
 * Starts the whole built product on a free port, with an empty data directory and demo data. E2E_URL and E2E_NUMBER name one
 * that runs already, for work on the pages.
 */
export async function startProduct(): Promise<Product> {
  const { E2E_URL, E2E_NUMBER } = process.env;
  if (E2E_URL && E2E_NUMBER) return { url: E2E_URL, number: E2E_NUMBER, stop: async () => {} };
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: run "npm run build" first.`);
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-e2e-'));
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const [url, number] = await readAnnouncement(child);
    return { url, number, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the product prints for people at its start: the chat's address, then a line for each demo parcel. */
function readAnnouncement(child: ChildProcess): Promise<[url: string, number: string]> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`The product ${why}. It printed:\n${printed}`));
    const timer = setTimeout(() => fail('did not start in time'), START_TIMEOUT_MS);
    child.stderr?.on('data', (chunk) => (printed += chunk));
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const url = /^Chat:\s+(http\S+?)\/?\s*$/m.exec(printed)?.[1];
      const number = /^\s+(XB\d{12})\s/m.exec(printed)?.[1];
      if (!url || !number) return;
      clearTimeout(timer);
      resolve([url, number]);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** Another site, on an origin of its own, with style rules that would spoil a widget they reached. */
export async function startHostSite(chatUrl: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shop</title>
<link rel="icon" href="data:,"><style>*{font:40px serif!important} button,iframe,div{width:9px!important;opacity:.1!important;position:static!important}</style></head>
<body><h1>Shop</h1><script src="${chatUrl}/widget.js" data-locale="zh-Hans" async></script></body></html>`;
  const server = createServer((_req, res) => res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
