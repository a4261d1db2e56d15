import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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
import { type Product, startHostSite, startProduct } from './server.ts';

const chrome = findChrome();
if (!chrome) console.warn('Browser tests are skipped: no Chrome or Chromium was found. Name one in CHROME_PATH.');

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

describe.skipIf(!chrome)('the chat in a browser', () => {
  let browser: Browser;
  let product: Product;
  let visits: Visit[] = [];

  beforeAll(async () => {
    product = await startProduct();
    browser = await launch(chrome!);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  afterEach(async () => {
    const complaints = visits.flatMap((seen) => seen.complaints);
    for (const { page } of visits) await page.context().close();
    visits = [];
    expect(complaints).toEqual([]);
  });

  async function come(options: BrowserContextOptions = {}, origins: readonly string[] = [product.url]): Promise<Page> {
    const seen = await visit(browser, origins, options);
    visits.push(seen);
    return seen.page;
  }
  async function openChat(options: BrowserContextOptions = {}, path = '/'): Promise<Page> {
    const page = await come(options);
    await page.goto(product.url + path);
    await ready(page);
    return page;
  }

  it('greets once, and shows a parcel as a card', async () => {
    const page = await openChat();
    await page.locator(BOT_BUBBLE).first().waitFor();
    expect(await page.locator(BOT_BUBBLE).count()).toBe(1);
    await say(page, product.number);
    const card = page.locator(CARD).last();
    await card.waitFor();
    expect(await card.textContent()).toContain(product.number);
    expect(await card.textContent()).toMatch(/[\u4e00-\u9fff]/);
  });

  it('speaks English to a browser that prefers it', async () => {
    const page = await openChat({ locale: 'en-GB' });
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.fill('#number', product.number.toLowerCase());
    await page.click('#track button');
    const card = page.locator(CARD).last();
    await card.waitFor();
    expect(await card.getAttribute('aria-label')).toMatch(/^[\x20-\x7e]+$/);
  });

  it('changes the language of page, client and bot together', async () => {
    const page = await openChat();
    await page.click('button[data-locale="en"]');
    await page.locator(`${FIELD}[placeholder="${texts.messagePlaceholder.en}"]`).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.title()).toMatch(/customer service$/);
    await say(page, product.number);
    await page.locator(CARD).last().waitFor();
    expect(await page.locator(CARD).last().getAttribute('aria-label')).toMatch(/^[\x20-\x7e]+$/);
    await page.click('button[data-locale="zh-Hant"]');
    await page.locator(`${FIELD}[placeholder="${texts.messagePlaceholder['zh-Hant']}"]`).waitFor();
    await page.reload();
    expect(await page.getAttribute('html', 'lang')).toBe('zh-Hant');
  });

  it('keeps what was pressed before the client had loaded', async () => {
    const page = await come();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/assets/webchat-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(product.url, { waitUntil: 'domcontentloaded' });
    await page.locator('.opening .quick button').first().click();
    await page.locator('.opening .line.is-own').waitFor();
    release();
    await page.locator(OWN_BUBBLE, { hasText: texts.quickTrack['zh-Hans'] }).waitFor();
    expect(await page.locator(OWN_BUBBLE).count()).toBe(1);
  });

  it('is the same conversation after a reload, without a second greeting', async () => {
    const page = await openChat();
    await say(page, product.number);
    await page.locator(CARD).waitFor();
    const before = await page.locator(BOT_BUBBLE).count();
    await page.reload();
    await ready(page);
    await page.locator(CARD).waitFor();
    expect(await page.locator(OWN_BUBBLE).count()).toBe(1);
    expect(await page.locator(BOT_BUBBLE).count()).toBe(before);
  });

  it('starts over when asked twice, not once', async () => {
    const page = await openChat();
    await say(page, product.number);
    await page.locator(CARD).waitFor();
    await page.click('#start-over');
    await page.click('#ask button[value="keep"]');
    expect(await page.locator(CARD).count()).toBe(1);
    await page.click('#start-over');
    await page.click('#ask button[value="over"]');
    await page.locator(CARD).waitFor({ state: 'detached' });
    await page.locator(BOT_BUBBLE).first().waitFor();
    expect(await page.locator(OWN_BUBBLE).count()).toBe(0);
  });

  it('fills a phone, with nothing beside the screen', async () => {
    const page = await openChat(PHONE);
    await say(page, product.number);
    const card = page.locator(CARD);
    await card.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const [cardBox, buttonBox] = [await card.boundingBox(), await card.locator('.ac-pushButton').first().boundingBox()];
    // 16 px of padding on either side.
    expect(buttonBox!.width).toBeCloseTo(cardBox!.width - 32, 0);
    expect(await page.locator('.panel').isVisible()).toBe(false);
  });

  // Looks at everything four times with axe, which takes a slow machine its time.
  it.each(['light', 'dark'] as const)(
    'is accessible in the %s scheme, on desktop and phone',
    async (colorScheme) => {
      for (const options of [{}, PHONE]) {
        const page = await openChat({ ...options, colorScheme });
        await expectAccessible(page);
        await say(page, product.number);
        await page.locator(CARD).waitFor();
        await expectAccessible(page);
      }
    },
    90_000,
  );

  it('is usable by keyboard alone', async () => {
    const page = await openChat(PHONE);
    await page.locator(FIELD).focus();
    await page.keyboard.type(product.number);
    await page.keyboard.press('Enter');
    await page.locator(CARD).waitFor();
    await page.locator('#start-over').focus();
    await page.keyboard.press('Enter');
    await page.locator('#ask[open]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#ask[open]').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('start-over');
  });

  it('says which files it takes, before sending one', async () => {
    const page = await openChat();
    const input = page.locator(FILE_INPUT);
    await input.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) });
    await page.locator('#notice', { hasText: 'scan.pdf' }).waitFor();
    expect(await page.textContent('#notice')).toContain('10 MB');
    await input.setInputFiles({ name: 'virus.html', mimeType: 'text/html', buffer: Buffer.from('<script>') });
    await page.locator('#notice', { hasText: 'virus.html' }).waitFor();
    expect(await page.locator(OWN_BUBBLE).count()).toBe(0);
  });

  it('says kindly when a file turns out to be none of its kind', async () => {
    const page = await openChat();
    const program = Buffer.from('MZ this program cannot be run in DOS mode');
    await page.locator(FILE_INPUT).setInputFiles({ name: 'invoice.pdf', mimeType: 'application/pdf', buffer: program });
    await page.locator(FIELD).press('Enter');
    await page.locator('#notice', { hasText: 'invoice.pdf' }).waitFor();
    // The browser's own word on the refusal, and Web Chat's.
    dropExpected(visits, /415|Failed to post activity/);
  });

  it('says when the network is away, and when it is back', async () => {
    const page = await openChat();
    await page.context().setOffline(true);
    await page.locator('#notice', { hasText: texts.offline['zh-Hans'] }).waitFor();
    await page.locator('#state', { hasText: texts.connecting['zh-Hans'] }).waitFor();
    await say(page, product.number);
    await say(page, '谢谢');
    await page.context().setOffline(false);
    await page.locator('#notice', { hasText: texts.backOnline['zh-Hans'] }).waitFor();
    // What was said meanwhile is sent, in its order, once.
    await page.locator(CARD).waitFor();
    await page.getByText('不客气', { exact: false }).first().waitFor();
    expect(await page.locator(OWN_BUBBLE).allInnerTexts()).toEqual([product.number, '谢谢']);
    dropExpected(visits, /net::ERR_|WebSocket/);
  });

  it.each([
    [1280, 640],
    [900, 600],
    [320, 480],
    [320, 200],
  ])('keeps the field one writes in in sight, at %i×%i, before and after an answer', async (width, height) => {
    const page = await openChat({ locale: 'en-GB', viewport: { width, height } });
    const bottom = async (): Promise<number> => {
      const box = await page.locator(FIELD).boundingBox();
      return box ? box.y + box.height : Number.NaN;
    };
    expect(await bottom()).toBeLessThanOrEqual(height);
    await say(page, product.number);
    await page.locator(CARD).waitFor();
    expect(await bottom()).toBeLessThanOrEqual(height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it('floats on another site, and tells there what was not read', async () => {
    const site = await startHostSite(product.url);
    try {
      const page = await come({}, [product.url, site.url]);
      await page.goto(site.url);
      const button = page.locator('button.button');
      await button.waitFor();
      expect(await page.locator('iframe').count()).toBe(0);
      expect((await button.boundingBox())!.width).toBe(60);
      expect(await page.evaluate(() => Object.keys(window).filter((name) => /waybill|desk|widget/i.test(name)))).toEqual(['WaybillDesk']);

      await button.click();
      const frame = page.frameLocator('iframe.frame');
      await ready(frame);
      await say(frame, product.number);
      await frame.locator(CARD).waitFor();

      // An answer that comes while the widget is closed: the message is held until it is.
      let release = (): void => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/activities', async (route) => {
        await held;
        await route.continue();
      });
      await say(frame, product.number);
      await frame.locator('#close').click();
      await page.locator('iframe.frame').waitFor({ state: 'hidden' });
      release();
      await page.locator('.badge', { hasText: /^[1-9]$/ }).waitFor();
      expect(await button.getAttribute('aria-label')).toMatch(/未读/);

      await button.click();
      await page.locator('.badge').waitFor({ state: 'hidden' });
      await page.reload();
      await frame.locator(CARD).first().waitFor();
      await page.locator('h1').click();
      await page.keyboard.press('Escape');
      await page.locator('iframe.frame').waitFor({ state: 'hidden' });
      await page.evaluate(() => (window as unknown as { WaybillDesk: { setLocale(tag: string): void } }).WaybillDesk.setLocale('en'));
      expect(await button.getAttribute('aria-label')).toBe('Chat with us');
    } finally {
      await site.stop();
    }
  });
});

async function ready(page: Page | FrameLocator): Promise<void> {
  await page.locator('#opening.is-leaving').waitFor({ state: 'attached' });
}

/** What the browser itself writes to the console of what a test brings about, such as a lost network. */
function dropExpected(visits: readonly Visit[], expected: RegExp): void {
  for (const { complaints } of visits)
    for (let index = complaints.length - 1; index >= 0; index -= 1) if (expected.test(complaints[index]!)) complaints.splice(index, 1);
}
