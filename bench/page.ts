import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, devices } from 'playwright-core';
import { type Benchmark, Skipped } from './benchmark.ts';
import { withDirectory, withProduct } from './product.ts';
import { median } from './statistics.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
];
const ARGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const VISITS = 5;
/** Lighthouse's "slow 4G": https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };
const CPU_SLOWDOWN = 4;
const TIMEOUT_MS = 30_000;

/** When a phone on a poor line shows the chat. */
export const page: Benchmark = {
  name: 'page',
  title: 'The chat page on a phone: slow 4G (1.6 Mbit/s, 150 ms), a quarter of the CPU, an empty cache',
  async run() {
    const executablePath = [process.env.CHROME_PATH, ...PLACES].find((path) => path !== undefined && path !== '' && existsSync(path));
    if (executablePath === undefined) throw new Skipped('no Chrome or Chromium was found: name one in CHROME_PATH');
    const browser = await chromium.launch({ executablePath, args: ARGS });
    try {
      const bareMs = await withBarePage((url) => visitOften(browser, url, ['h1']));
      const ours = await withDirectory((dataDir) =>
        withProduct({ dataDir }, async ({ url }) => ({
          opening: await visitOften(browser, `${url}/`, ['#opening-log .bubble >> nth=0', '#opening [data-say] >> nth=0']),
          greeting: await visitOften(browser, `${url}/`, ['#opening-log [data-from="bot"]', '#opening [data-say] >> nth=0']),
          client: await visitOften(browser, `${url}/`, ['.webchat__bubble__content >> nth=0', '.webchat__suggested-action >> nth=0']),
        })),
      );
      const reference = { name: 'a page of one line', value: bareMs / 1000 };
      return [
        {
          name: 'greeting and quick buttons can be read and pressed',
          value: ours.opening / 1000,
          unit: 's',
          reference,
          goal: { of: 'value', is: 'at most', limit: 2 },
        },
        {
          name: 'the bot itself has greeted',
          value: ours.greeting / 1000,
          unit: 's',
          reference,
          goal: { of: 'value', is: 'at most', limit: 3 },
        },
        {
          name: 'Web Chat is there and shows it',
          value: ours.client / 1000,
          unit: 's',
          reference,
          note: 'what is pressed or written earlier is sent then',
        },
      ];
    } finally {
      await browser.close();
    }
  },
};

/** Median milliseconds from opening an address until all the elements can be seen, each visit with an empty cache. */
async function visitOften(browser: Browser, url: string, selectors: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) times.push(await visitOnce(browser, url, selectors));
  return median(times);
}

async function visitOnce(browser: Browser, url: string, selectors: readonly string[]): Promise<number> {
  const context = await browser.newContext({ ...devices['Pixel 5'], locale: 'zh-CN' });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    const startedAt = performance.now();
    await tab.goto(url, { waitUntil: 'commit' });
    await Promise.all(selectors.map((selector) => tab.locator(selector).waitFor({ timeout: TIMEOUT_MS })));
    return performance.now() - startedAt;
  } finally {
    await context.close();
  }
}

async function withBarePage<T>(work: (url: string) => Promise<T>): Promise<T> {
  const html = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><link rel="icon" href="data:,"><h1>Hello</h1>';
  const site = createServer((_req, res) => res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  } finally {
    site.closeAllConnections();
    await new Promise((resolve) => site.close(resolve));
  }
}
