import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts } from '../../web/chat/texts.ts';
import {
  BOT_BUBBLE,
  CARD,
  expectAccessible,
  FIELD,
  FILE_INPUT,
  findChrome,
  launch,
  OWN_BUBBLE,
  say,
  type Visit,
  visit,
} from './browser.ts';
import { type Product, startProduct } from './server.ts';

const chrome = findChrome();

describe.skipIf(!chrome)('from the first paint to Web Chat', () => {
  let browser: Browser;
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
    browser = await launch(chrome!);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** A page whose Web Chat comes when it is released. */
  async function comeWithoutWebChat(): Promise<{ seen: Visit; page: Page; release(): void }> {
    const seen = await visit(browser, [product.url]);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await seen.page.route('**/assets/webchat-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await seen.page.goto(product.url, { waitUntil: 'domcontentloaded' });
    return { seen, page: seen.page, release };
  }

  it('shows the greeting of the bot before Web Chat is there, and the same words after', async () => {
    const { seen, page, release } = await comeWithoutWebChat();
    const early = page.locator('#opening-log [data-from="bot"]');
    await early.waitFor();
    await expectAccessible(page);
    const words = await early.textContent();
    release();
    await page.locator(BOT_BUBBLE).first().waitFor();
    await page.locator('#opening').waitFor({ state: 'hidden' });
    expect(await page.locator(BOT_BUBBLE).allTextContents()).toEqual([words]);
    expect(seen.complaints).toEqual([]);
    await page.context().close();
  });

  it('speaks the language that was chosen before Web Chat was there', async () => {
    const { seen, page, release } = await comeWithoutWebChat();
    await page.locator('#opening-log [data-from="bot"]').waitFor();
    await page.click('button[data-locale="en"]');
    expect(await page.locator('#opening-log .bubble').first().textContent()).toMatch(/^[\x20-\x7e]+$/);
    release();
    await ready(page);
    expect(await page.getAttribute(FIELD, 'placeholder')).toBe(texts.messagePlaceholder.en);
    await say(page, product.number);
    const card = page.locator(CARD).last();
    await card.waitFor();
    expect(await card.getAttribute('aria-label')).toMatch(/^[\x20-\x7e]+$/);
    expect(seen.complaints).toEqual([]);
    await page.context().close();
  });

  it('tries again when Web Chat could not be fetched', async () => {
    const seen = await visit(browser, [product.url]);
    const { page } = seen;
    const asked: string[] = [];
    await page.route('**/assets/webchat-*.js*', async (route) => {
      asked.push(new URL(route.request().url()).search);
      if (new URL(route.request().url()).search === '') await route.abort();
      else await route.continue();
    });
    await page.goto(product.url);
    await page.locator('#notice', { hasText: texts.retrying['zh-Hans'] }).waitFor();
    await page.locator(BOT_BUBBLE).first().waitFor();
    expect(asked).toContain('?try=1');
    expect(await page.locator(BOT_BUBBLE).count()).toBe(1);
    await page.context().close();
  });

  it('greets once, whether the server took our word that somebody came, or took it and its answer was lost', async () => {
    for (const isTaken of [false, true]) {
      const seen = await visit(browser, [product.url]);
      let told = 0;
      await seen.page.route('**/activities', async (route) => {
        told += route.request().method() === 'POST' ? 1 : 0;
        if (told > 1 || route.request().method() !== 'POST') return route.continue();
        if (isTaken) await route.fetch();
        await route.abort();
      });
      await seen.page.goto(product.url);
      await ready(seen.page);
      // Longer than the history's while, after which the word would be given again.
      await seen.page.waitForTimeout(1500);
      expect(await seen.page.locator(BOT_BUBBLE).count()).toBe(1);
      expect(told).toBe(isTaken ? 1 : 2);
      await seen.page.context().close();
    }
  });

  it('sends by itself what did not get through, and an upload that was refused again by a link, with its bytes', {
    timeout: 60_000,
  }, async () => {
    const { page, release } = await comeWithoutWebChat();
    release();
    await ready(page);
    await page.route('**/activities', (route) => route.abort());
    await say(page, product.number);
    await page.waitForTimeout(500);
    await page.unroute('**/activities');
    await page.locator(CARD).waitFor();

    await page.route('**/upload*', (route) => route.fulfill({ status: 408, json: {} }));
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    await page.locator(FILE_INPUT).setInputFiles({ name: 'box.png', mimeType: 'image/png', buffer: png });
    // Web Chat first makes a small picture of it; until then there is nothing to send.
    const isSent = async (): Promise<boolean> => {
      await page.locator(FIELD).press('Enter');
      return page.locator('#notice', { hasText: texts.fileNotNow['zh-Hans'].replace('{name}', 'box.png') }).isVisible();
    };
    await expect.poll(isSent, { timeout: 20_000, interval: 300 }).toBe(true);
    await page.unroute('**/upload*');
    const again = page.locator('button[data-markdown-href]');
    expect(await again.textContent()).toMatch(/重试/);
    const sent = page.waitForResponse('**/upload*');
    await again.click();
    expect((await sent).status()).toBe(200);
    await page.context().close();
  });

  it("says a card's button in the customer's name, and that it was pressed", async () => {
    const { seen, page, release } = await comeWithoutWebChat();
    release();
    await ready(page);
    await say(page, product.number);
    const button = page.locator('.ac-adaptiveCard .ac-pushButton').first();
    await button.waitFor();
    expect(await page.locator(CARD).getAttribute('role')).toBe('form');
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await button.click();
    await page.locator(OWN_BUBBLE).nth(1).waitFor();
    expect(await page.locator(OWN_BUBBLE).allTextContents()).toEqual([product.number, texts.quickPerson['zh-Hans']]);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(seen.complaints).toEqual([]);
    await page.context().close();
  });
});

async function ready(page: Page): Promise<void> {
  await page.locator('#opening').waitFor({ state: 'hidden' });
}
