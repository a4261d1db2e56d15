import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type FrameLocator, type Page } from 'playwright-core';
import { expect } from 'vitest';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// Parts of Web Chat and its cards, as their libraries name them.
export const FIELD = '[data-id="webchat-sendbox-input"]';
export const FILE_INPUT = '.webchat__upload-button--file-input';
export const BOT_BUBBLE = '.webchat__stacked-layout:not(.webchat__stacked-layout--from-user) .webchat__bubble__content';
export const OWN_BUBBLE = '.webchat__bubble--from-user';
export const CARD = '.ac-adaptiveCard';

/** A Chrome or Chromium of this machine: CHROME_PATH, else the usual places; undefined when there is none. */
export function findChrome(): string | undefined {
  return [process.env.CHROME_PATH, ...USUAL_PLACES].find((path) => path !== undefined && path !== '' && existsSync(path));
}

/** Each launch has a profile of its own, empty and removed afterwards. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: QUIET });
}

export interface Visit {
  readonly page: Page;
  /** Console errors, refusals by the CSP among them, and requests that left the given origins. */
  readonly complaints: string[];
}

/** A visitor of his own, with nothing stored, whose page may talk to `origins` only. */
export async function visit(browser: Browser, origins: readonly string[], options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && !origins.includes(origin)) complaints.push(`request: ${request.url()}`);
  });
  return { page, complaints };
}

/** axe-core with the rules of WCAG 2.2 A and AA and its best practices; fails with the selectors at fault. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${String(target)} (${any[0]?.message ?? ''})`).join(', ')}`,
    ),
  ).toEqual([]);
}

/** Types into the chat and sends. */
export async function say(page: Page | FrameLocator, words: string): Promise<void> {
  await page.locator(FIELD).fill(words);
  await page.locator(FIELD).press('Enter');
}
