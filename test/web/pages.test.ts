import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import restify, { type Server } from 'restify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountPages, type PageDeps } from '../../bot/http/pages.ts';
import { LOCALES } from '../../core/types.ts';
import { intentTitles, MENU } from '../../dialogs/texts.ts';
import { renderChat } from '../../web/chat/html.ts';
import { QUICK, texts } from '../../web/chat/texts.ts';
import { describePage, PAGES } from '../../web/pages.ts';

const SCRIPT = 'console.log("page");'.repeat(40);
const COMPANY: PageDeps['company'] = {
  name: { 'zh-Hans': '星邦<b>速运', 'zh-Hant': '星邦速運', en: 'XB "Express"</script>' },
  timeZone: 'Asia/Shanghai',
  numberExample: 'XB000000012349',
};

/** A page of the staff's, as a line of the table would have it. */
const DESK = {
  ...{ name: 'desk', paths: ['/desk', '/desk/*'], policy: "default-src 'self'", audience: 'staff', cache: 'no-store', isEmbeddable: false },
};

let dir: string;
let server: Server;
let port: number;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'pages-'));
  const web = join(dir, 'web');
  mkdirSync(join(web, 'assets'), { recursive: true });
  for (const locale of LOCALES)
    writeFileSync(
      join(web, `chat.${locale}.html`),
      renderChat(locale, { script: '/assets/chat-1.js', styles: ['/assets/chat-1.css'], later: { webchat: '/assets/webchat-1.js' } }),
    );
  for (const locale of LOCALES) writeFileSync(join(web, `desk.${locale}.html`), '<title>{{company}}</title>');
  writeFileSync(join(web, 'pages.json'), JSON.stringify([describePage(PAGES[0]!), DESK]));
  writeFileSync(join(web, 'assets/chat-1.js'), SCRIPT);
  writeFileSync(join(web, 'assets/chat-1.js.br'), 'stands for brotli');
  writeFileSync(join(web, 'assets/chat-1.js.gz'), 'stands for gzip');
  writeFileSync(join(web, 'assets/notes.map'), 'not meant to be served');
  writeFileSync(join(web, 'widget.js'), 'widget');
  writeFileSync(join(dir, 'secret.js'), 'classified');
  server = restify.createServer();
  mountPages(server, {
    webDir: web,
    company: COMPANY,
    frameAncestors: 'https://shop.example',
    isDemo: true,
    demoCustomers: [{ externalId: 'c-1', name: '王芳' }],
    isStaff: (req) => req.headers.cookie === 'staff=1',
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  server.server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** node:http, as fetch would tidy the path and take encodings by itself. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    request({ port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the page', () => {
  it('greets in HTML, before any script', async () => {
    const { status, headers, body } = await get('/', { 'accept-language': 'zh-CN' });
    const html = body.toString();
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html).toContain('发运单号给我就能查快递');
    for (const key of QUICK) expect(html).toContain(texts[key]['zh-Hans']);
    expect(html).not.toMatch(/\{\{\w+\}\}/);
  });

  it('shows names from the configuration as text, never as markup', async () => {
    const hans = (await get('/?lang=zh-Hans')).body.toString();
    expect(hans).toContain('星邦&lt;b&gt;速运');
    expect(hans).not.toContain('星邦<b>');
    const config = /<script type="application\/json" id="config">(.*?)<\/script>/.exec(hans)?.[1] ?? '';
    expect(JSON.parse(config).company.en).toBe('XB "Express"</script>');
  });

  it('runs scripts and styles of its own origin only, inline none; the frame is embedded by whom the operator names, the page by nobody', async () => {
    const { headers, body } = await get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    for (const frame of ['/?embed=1', '/?lang=en&embed=1'])
      expect((await get(frame)).headers['content-security-policy']).toBe(
        policy.replace("ancestors 'none'", 'ancestors https://shop.example'),
      );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['permissions-policy']).toContain('microphone=()');
    expect(body.toString()).not.toMatch(/<script(?![^>]*(src=|application\/json))/);
    expect(body.toString()).not.toMatch(/ on\w+=|(src|href)="https?:/);
  });

  it('is not sent again while it is the same', async () => {
    const first = await get('/?lang=en', { 'accept-encoding': 'br' });
    const etag = String(first.headers.etag);
    const second = await get('/?lang=en', { 'accept-encoding': 'br', 'if-none-match': `"other", W/${etag}` });
    expect(second.status).toBe(304);
    expect(second.body.length).toBe(0);
    expect((await get('/?lang=zh-Hant', { 'accept-encoding': 'br', 'if-none-match': etag })).status).toBe(200);
    expect(first.headers['cache-control']).toBe('no-cache');
    expect(first.headers.vary).toBe('Accept-Encoding, Accept-Language, Cookie');
  });

  it('is compressed as the client asks', async () => {
    const plain = (await get('/')).body.toString();
    const br = await get('/', { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await get('/', { 'accept-encoding': 'gzip, br;q=0' });
    expect(brotliDecompressSync(br.body).toString()).toBe(plain);
    expect(gunzipSync(gzip.body).toString()).toBe(plain);
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(br.headers.etag).not.toBe(gzip.headers.etag);
  });

  it('knows when it stands in the widget', async () => {
    expect((await get('/?embed=1')).body.toString()).toContain('data-mode="embed"');
    expect((await get('/?embed=yes')).body.toString()).toContain('data-mode="page"');
  });

  it('answers HEAD with the same headers and no body', async () => {
    const [head, full] = [await get('/', {}, 'HEAD'), await get('/')];
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe(String(full.body.length));
    expect(head.body.length).toBe(0);
  });
});

describe("a page of the staff's", () => {
  it('is given to them at all its addresses, by its own policy, and framed by nobody', async () => {
    for (const path of ['/desk?lang=en', '/desk/queue/7?lang=en', '/desk?embed=1&lang=en']) {
      const { status, headers, body } = await get(path, { cookie: 'staff=1' });
      expect([status, body.toString()]).toEqual([200, '<title>XB &quot;Express&quot;&lt;/script&gt;</title>']);
      expect(headers['content-security-policy']).toBe("default-src 'self'; frame-ancestors 'none'");
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  it('is given to nobody else', async () => {
    const { status, body } = await get('/desk', { cookie: 'staff=0' });
    expect(status).toBe(401);
    expect(JSON.parse(body.toString())).toMatchObject({ type: 'urn:problem:unauthenticated' });
    expect(body.toString()).not.toContain('<title>');
  });

  it('is not mounted where nothing tells who they are', () => {
    const deps = { webDir: join(dir, 'web'), company: COMPANY, frameAncestors: '*', isDemo: false };
    expect(() => mountPages(restify.createServer(), deps)).toThrow('The page desk is for staff');
  });
});

describe('the language of the page', () => {
  it.each([
    ['a wish in the address first', '?lang=en', 'lang=zh-Hans', 'zh-TW', 'en'],
    ['then what was chosen before', '', 'theme=1; lang=zh-Hant', 'en', 'zh-Hant'],
    ['then the browser', '', '', 'zh-HK,zh;q=0.8,en;q=0.5', 'zh-Hant'],
    ['by quality, not by place', '', '', 'zh-CN;q=0.4,en-GB;q=0.9', 'en'],
    ['past languages we do not speak', '', '', 'ko-KR,th;q=0.9,zh-TW;q=0.1', 'zh-Hant'],
    ['English for who names none of ours', '', '', 'es-MX,pt;q=0.9', 'en'],
    ['never one the browser refuses', '', '', 'en;q=0,zh-TW;q=0.1', 'zh-Hant'],
    ['the home market at last', '', '', '', 'zh-Hans'],
    ['also for nonsense', '?lang=%3Cscript%3E', 'lang=', ';;q=,*', 'zh-Hans'],
  ] as const)('%s', async (_rule, query, cookie, language, expected) => {
    const { body } = await get(`/${query}`, { cookie, 'accept-language': language });
    expect(body.toString()).toContain(`data-locale="${expected}"`);
  });
});

describe('files', () => {
  it('serves what the build wrote, for ever, in the encoding that was made for it', async () => {
    const br = await get('/assets/chat-1.js', { 'accept-encoding': 'br' });
    expect(br.body.toString()).toBe('stands for brotli');
    expect(br.headers['content-encoding']).toBe('br');
    expect(br.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(br.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(br.headers.vary).toBe('Accept-Encoding');
    expect((await get('/assets/chat-1.js')).body.toString()).toBe(SCRIPT);
  });

  it('lets other sites load the widget, and look for a new one soon', async () => {
    const { headers, body } = await get('/widget.js');
    expect(body.toString()).toBe('widget');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['cache-control']).toContain('max-age=300');
  });

  it.each([
    '/assets/../secret.js',
    '/assets/%2e%2e%2fsecret.js',
    '/assets/..%2f..%2fsecret.js',
    '/assets/%2e%2e%2fchat.en.html',
    '/assets/..%5c..%5csecret.js',
    '/assets/chat-1.js%00.css',
    '/assets/notes.map',
    '/assets/chat-1.js.br',
    '/assets/__proto__',
    '/assets/',
    '/chat.en.html',
    '/secret.js',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await get(path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toContain('classified');
  });

  it('says not found as a problem', async () => {
    const { status, headers, body } = await get('/assets/none.js');
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(body.toString())).toMatchObject({ type: 'urn:problem:not-found', status: 404 });
  });
});

describe('texts', () => {
  it('sends with a quick button the very words the bot has on its own menu', () => {
    for (const locale of LOCALES)
      expect(QUICK.map((key) => texts[key][locale])).toEqual(MENU.map((intent) => intentTitles[intent][locale]));
  });

  it('has the same places in every language', () => {
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(texts))
      for (const locale of LOCALES) expect([key, ...places(text[locale])]).toEqual([key, ...places(text.en)]);
  });
});

it('refuses to start without the built pages, and says what to run', () => {
  const deps = { webDir: join(dir, 'nowhere'), company: COMPANY, frameAncestors: '*', isDemo: false };
  expect(() => mountPages(restify.createServer(), deps)).toThrow('npm run build');
});
