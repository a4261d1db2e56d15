import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../core/types.ts';
import { demoCustomers } from '../../prisma/demo/index.ts';
import { type Chat, call, callApi, LAST_FOUR, openChat, PERSONAL, pushParcel, RECIPIENT, readable, repliesTo, SENDER } from './client.ts';
import { cleanUp, createDataDir, type Product, poll, startProduct } from './product.ts';

/** The secret of a key that may read complaints, and nothing else. */
const READER = 'reader-secret-0123456789abcdef0123456789abcdef';
const dataDir = createDataDir();
const env = {
  LOG_LEVEL: 'debug',
  // Nothing listens there: what is told to it fails, and the failure is logged.
  CRM_WEBHOOK_URL: 'http://127.0.0.1:9/hook?token=hook-token-0123456789',
  CRM_WEBHOOK_SECRET: 'hook-secret-0123456789abcdef0123456789abcdef',
  API_KEYS: JSON.stringify([{ name: 'bi', secret: READER, role: 'auditor', scopes: ['complaints:read'] }]),
};
let product: Product;
/** What the first process wrote; the second's own is asked from it. */
let earlierOutput = '';
const chats: Partial<Record<Locale, Chat>> = {};

beforeAll(async () => {
  product = await startProduct({ dataDir, env });
}, 90_000);
afterAll(cleanUp);

// One life in its order: what is begun before the restart is looked for after it.
describe('the product', { shuffle: false }, () => {
  describe('a first start without any configuration', () => {
    it('says that it lives and can serve, and shows its figures', async () => {
      expect((await call(`${product.url}/healthz`, 'GET')).status).toBe(200);
      expect(await call(`${product.url}/readyz`, 'GET')).toMatchObject({ status: 200, text: 'ready\n' });
      const metrics = await call(`${product.url}/metrics`, 'GET');
      expect(metrics.headers.get('content-type')).toContain('text/plain');
      expect(metrics.text).toMatch(/^desk_sockets 0$/m);
    });

    it('shows its figures to nobody else without the key, which nobody tries at will and its holder never waits for', async () => {
      const read = async (key: string) =>
        (await call(`${product.url}/metrics`, 'GET', undefined, { authorization: `Bearer ${key}`, 'x-forwarded-for': '203.0.113.5' }))
          .status;
      const answers: number[] = [];
      for (let at = 0; at < 12; at++) answers.push(await read(`guess-${at}`));
      expect(answers.slice(0, 10)).toEqual(new Array(10).fill(401));
      expect(answers).toContain(429);
      expect(await read(product.secrets.API_KEY)).toBe(200);
    });

    it('describes its API to everyone and opens it to nobody without the key', async () => {
      const { status, json } = await call(`${product.url}/api/v1/openapi.json`, 'GET');
      expect([status, json.openapi]).toEqual([200, expect.stringMatching(/^3\./)]);
      expect(Object.keys(json.paths)).toContain('/shipments/{trackingNumber}/events');
      expect((await call(`${product.url}/api/v1/shipments/XB880000000015`, 'GET')).status).toBe(401);
    });

    it('lets a key do what it is for, and nothing else', async () => {
      const ask = (method: string, path: string) => call(`${product.url}${path}`, method, undefined, { authorization: `Bearer ${READER}` });
      expect((await ask('GET', '/api/v1/complaints')).status).toBe(200);
      expect(await ask('POST', '/api/v1/customers/c1/erase')).toMatchObject({
        status: 403,
        json: { type: 'urn:problem:forbidden', permission: 'customers:erase' },
      });
      const { status } = await call(`${product.url}/metrics`, 'GET', undefined, {
        authorization: `Bearer ${READER}`,
        'x-forwarded-for': '203.0.113.6',
      });
      expect(status).toBe(403);
    });

    it('keeps the secrets it made from everyone else on the machine', () => {
      expect(statSync(join(dataDir, 'secrets.json')).mode & 0o077).toBe(0);
    });

    it('lets its page’s visitors chat', async () => {
      expect((await call(`${product.url}/`, 'GET')).headers.get('content-type')).toContain('text/html');
      const minted = await call(`${product.url}/chat/token`, 'POST', {});
      const chat = await openChat(product, { token: minted.json.token });
      expect((await chat.ask('你好'))[0]?.text).toMatch(/\S/);
    });
  });

  describe('a parcel that the company’s system has just pushed', () => {
    const cases = [
      {
        locale: 'zh-Hans',
        serial: 71,
        ask: (n: string) => `你好，我的快递${n}怎么还没到，到哪了`,
        status: '运输中',
        city: '嘉兴',
        full: '完整轨迹',
      },
      {
        locale: 'zh-Hant',
        serial: 72,
        ask: (n: string) => `想請問 ${n} 這件包裹現在送到哪裡了？`,
        status: '運送中',
        city: '嘉興',
        full: '完整軌跡',
      },
      {
        locale: 'en',
        serial: 73,
        ask: (n: string) => `hi where is my parcel ${n} now?`,
        status: 'In transit',
        city: 'Jiaxing',
        full: 'full history',
      },
    ] as const;

    it.each(cases)(
      'is told of in $locale, with nothing personal before the last four digits',
      async ({ locale, serial, ask, status, city, full }) => {
        const number = await pushParcel(product, serial);
        const chat = await openChat(product, { locale });
        chats[locale] = chat;
        const answer = readable(await chat.ask(ask(number)));
        expect(answer).toContain(number);
        expect(answer).toContain(status);
        expect(answer).toContain(city);
        for (const word of [...PERSONAL, LAST_FOUR]) expect(answer).not.toContain(word);

        const opened = readable(await chat.ask(LAST_FOUR));
        expect(opened).toContain(full);
        expect(opened).toContain('蓝牙耳机');
        expect(opened).toContain('李*');
        for (const word of [SENDER.name, SENDER.phone, RECIPIENT.name, RECIPIENT.phone, RECIPIENT.address.street])
          expect(opened).not.toContain(word);
      },
    );
  });

  describe('a demo sign-in', () => {
    const signIn = async (customer: string) => call(`${product.url}/chat/token`, 'POST', { customer });

    it('lists the customer’s parcels and shows each in full at once', async () => {
      const [lin] = demoCustomers;
      const chat = await openChat(product, { token: (await signIn(lin!.externalId)).json.token });
      const [list] = await chat.ask('我有哪些快递');
      const numbers = list!.text!.match(/XB\d{12}/g) ?? [];
      // Her own sentence on the page promises five.
      expect(numbers.length).toBeGreaterThanOrEqual(5);
      expect(list!.text).toContain(lin!.name);
      const one = readable(await chat.ask(numbers[0]!));
      expect(one).toContain('收件人');
      expect(one).not.toContain('后四位');
    });

    it('is for demo customers alone', async () => {
      await callApi(product, 'PUT', '/shipments/XB000000000741', {
        sender: SENDER,
        recipient: RECIPIENT,
        customer: { externalId: 'C-741' },
      });
      expect((await signIn('C-741')).status).toBe(403);
      const visitor = await openChat(product);
      expect((await visitor.ask('我有哪些快递'))[0]?.text).not.toMatch(/XB\d{12}/);
    });
  });

  describe('after a restart', () => {
    let chat: Chat;
    beforeAll(async () => {
      expect(await product.stop()).toBe(0);
      earlierOutput = product.output();
      product = await startProduct({ dataDir, env });
      chat = chats.en!.at(product);
    }, 90_000);

    it('an open chat goes on with its token and its history', async () => {
      const { activities } = await chat.history();
      expect(activities[0]?.text).toMatch(/^hi where is my parcel/);
      expect(repliesTo(activities[0]!.id, activities)).toHaveLength(1);
    });

    it('the parcel spoken of is remembered, and that its last four digits were given', async () => {
      const answer = readable(await chat.ask('full history'));
      expect(answer).toMatch(/XB000000000730|XB00000000073\d/);
      expect(answer).toContain('Contents');
      expect(answer).not.toContain('last four');
    });

    it('demo data is not loaded again', () => {
      expect(product.output()).not.toContain('demo carrier was loaded');
      expect(earlierOutput).toContain('demo carrier was loaded');
    });
  });

  describe('what the product writes', () => {
    it('holds no phone, no token and no secret, after refusals and failures of every kind', async () => {
      const { url, secrets } = product;
      const forged = `${chats.en!.token.slice(0, -6)}AAAAAA`;
      const root = `${url}/v3/directline/conversations`;
      await call(`${root}/${chats.en!.conversationId}/activities?t=${forged}`, 'GET', undefined, { authorization: `Bearer ${forged}` });
      await call(`${root}`, 'POST', '{"phone":', { authorization: `Bearer ${secrets.DIRECT_LINE_SECRET}` });
      await call(
        `${url}/api/v1/shipments/nonsense`,
        'PUT',
        { sender: { ...SENDER, address: {} } },
        { authorization: `Bearer ${secrets.API_KEY}` },
      );
      await call(`${url}/api/v1/shipments/${RECIPIENT.phone}?token=${chats.en!.token}`, 'GET', undefined, {
        authorization: 'Bearer wrong-key',
      });
      const caller = await openChat(product, { locale: 'en' });
      for (const text of ['I want to talk to a real person please', 'yes']) await caller.ask(text);
      expect(readable(await caller.ask(RECIPIENT.phone))).toContain('CBR-');
      await poll(10_000, 'the failure is logged', () => (product.output().includes('a job failed') ? true : undefined));
      expect(await product.stop()).toBe(0);
      const written = earlierOutput + product.output();
      const kept = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>;
      const tokens = Object.values(chats).map(({ token }) => token.split('.')[2]!);
      const hook = ['hook-token', env.CRM_WEBHOOK_SECRET, READER];
      for (const secret of [...Object.values(kept), ...hook, ...tokens, SENDER.phone, RECIPIENT.phone, RECIPIENT.name])
        expect(written).not.toContain(secret);
      expect(written).not.toMatch(/eyJ[\w-]+\./);
      expect(written).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
    });
  });
});
