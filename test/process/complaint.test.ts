import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../prisma/client.ts';
import { silentLog } from '../prisma/store.ts';
import { type Activity, type Chat, callApi, HOUR_MS, LAST_FOUR, openChat, pushParcel, readable } from './client.ts';
import { cleanUp, createDataDir, type Product, poll, startProduct } from './product.ts';

const SECRET = 'hook-secret-0123456789abcdef0123456789abcdef';

interface Post {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** The company's CRM: takes every event and keeps it. */
const posts: Post[] = [];
let crm: Server;
let product: Product;
let chat: Chat;
let number = '';
let reference = '';
const dataDir = createDataDir();

beforeAll(async () => {
  crm = createServer((req, res) => {
    let body = '';
    req.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    req.on('end', () => {
      posts.push({ headers: req.headers, body });
      res.end('ok');
    });
  });
  await new Promise<void>((done) => crm.listen(0, '127.0.0.1', done));
  const { port } = crm.address() as AddressInfo;
  const env = { CRM_WEBHOOK_URL: `http://127.0.0.1:${port}/crm`, CRM_WEBHOOK_SECRET: SECRET, LOG_LEVEL: 'warn' };
  product = await startProduct({ dataDir, env });
  number = await pushParcel(product, 8801);
  const delivered = {
    occurredAt: new Date(Date.now() - HOUR_MS).toISOString(),
    status: 'DELIVERED',
    text: '已签收，签收人：本人',
    signedBy: '本人',
  };
  await callApi(product, 'POST', `/shipments/${number}/events`, { events: [delivered] });
  chat = await openChat(product);
}, 90_000);
afterAll(async () => {
  crm.close();
  await cleanUp();
});

const complaint = async () => (await callApi(product, 'GET', `/complaints/${reference}`)).json;
const patch = (change: object) => callApi(product, 'PATCH', `/complaints/${reference}`, change);
const eventsSent = (): { event: string; data: { reference: string; status: string } }[] => posts.map(({ body }) => JSON.parse(body));

/** The first message of the bot that nobody asked for and that says this. */
const unasked = (wanted: string): Promise<Activity> =>
  poll(15_000, `the chat says “${wanted}”`, async () =>
    (await chat.history()).activities.find((activity) => activity.replyToId === undefined && readable([activity]).includes(wanted)),
  );

// One case from its first word to its end, in its order.
describe('a complaint', { shuffle: false }, () => {
  it('is taken in from free words with at most five questions', async () => {
    let heard = readable(await chat.ask(`快递${number}收到时箱子压扁了，里面耳机都碎了，我要投诉你们`));
    const answers: readonly (readonly [RegExp, string])[] = [
      [/后四位/, LAST_FOUR],
      [/照片/, '没有照片'],
      [/怎么处理/, '赔偿吧'],
      [/电话/, '就打收件人电话'],
    ];
    let questions = 0;
    for (; !/CMP-\d{8}-\d{4}/.test(heard) && questions < 6; questions++)
      heard = readable(await chat.ask(answers.find(([asked]) => asked.test(heard))?.[1] ?? '没有了'));
    expect(questions).toBeLessThanOrEqual(5);
    reference = /CMP-\d{8}-\d{4}/.exec(heard)?.[0] ?? '';
    expect(reference).not.toBe('');
  });

  it('stands in the API with its parcel, its category and a clock of 48 hours', async () => {
    const found = await complaint();
    expect(found).toMatchObject({ reference, type: 'complaint', category: 'damage', trackingNumber: number, verifiedLevel: 1 });
    const hours = (Date.parse(found.due.resolveAt) - Date.parse(found.createdAt)) / HOUR_MS;
    expect([24, 48]).toContain(hours);
    expect((Date.parse(found.due.statutoryAt) - Date.parse(found.createdAt)) / HOUR_MS).toBe(7 * 24);
  });

  it('reaches the CRM, signed', async () => {
    const post = await poll(15_000, 'the CRM has heard of it', () =>
      posts.find(({ body }) => body.includes('complaint.created') && body.includes(reference)),
    );
    const [, at, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(post.headers['x-signature'])) ?? [];
    expect(signature).toBe(createHmac('sha256', SECRET).update(`${at}.${post.body}`).digest('hex'));
  });

  it('brings what an agent does to the customer’s chat', async () => {
    if ((await complaint()).status === 'RESOLUTION_PROPOSED') await patch({ status: 'ESCALATED', reason: '改由人工核定' });
    const begun = await patch({ status: 'INVESTIGATING', message: '我们正在联系杭州网点调取签收照片', actor: { id: 'agent-7' } });
    expect([begun.status, begun.json.status]).toEqual([200, 'INVESTIGATING']);
    await unasked('调取签收照片');
    const proposed = await patch({
      status: 'RESOLUTION_PROPOSED',
      remedy: { type: 'compensation', text: '赔付耳机 120 元，今天内到账', amount: { amount: '120.00', currency: 'CNY' } },
    });
    expect(proposed.status).toBe(200);
    const offer = await unasked('赔付耳机 120 元');
    expect(offer.suggestedActions?.actions.length).toBeGreaterThanOrEqual(2);
  });

  it('refuses a step that is none, and says which there are', async () => {
    const refused = await patch({ status: 'CLOSED' });
    expect(refused.status).toBe(409);
    expect(refused.json.allowed).toEqual(['ACCEPTED', 'REJECTED', 'ESCALATED']);
  });

  it('hears the customer’s yes, and is closed when they are content', async () => {
    await chat.ask('接受');
    expect((await complaint()).status).toBe('ACCEPTED');
    const resolved = await patch({ status: 'RESOLVED', resolution: '120 元已赔付', rootCause: 'rough_handling', station: '杭州网点' });
    expect(resolved.status).toBe(200);
    await unasked('120 元已赔付');
    await chat.ask('满意');
    expect((await complaint()).status).toBe('CLOSED');
  });

  it('told the CRM of each step in its order', async () => {
    await poll(15_000, 'the last event has arrived', () => eventsSent().some(({ event }) => event === 'complaint.closed') || undefined);
    const statuses = eventsSent()
      .filter(({ data }) => data.reference === reference)
      .map(({ data }) => data.status);
    const order = ['INVESTIGATING', 'RESOLUTION_PROPOSED', 'ACCEPTED', 'RESOLVED', 'CLOSED'];
    expect(statuses.filter((status) => order.includes(status)).filter((status, at, all) => status !== all[at - 1])).toEqual(order);
  });

  it('left the rows that a report sums', async () => {
    await product.stop();
    const store = await openStore({ DATA_DIR: dataDir, DATABASE_URL: undefined, DATABASE_POOL: 1 }, { log: silentLog });
    try {
      const facts = await store.query<{ name: string; category: string; label: string | null; seconds: number | null }>(
        `SELECT f.name, f.category, f.label, f.seconds FROM service_facts f JOIN complaints c ON c.id = f.subject_id
         WHERE c.reference = $1 AND f.name LIKE 'complaint.%' ORDER BY f.id`,
        [reference],
      );
      const named = (name: string) => facts.filter((fact) => fact.name === name);
      expect(named('complaint.opened')).toEqual([expect.objectContaining({ category: 'damage' })]);
      expect(named('complaint.responded')).toHaveLength(1);
      expect(named('complaint.resolved')).toEqual([expect.objectContaining({ label: 'rough_handling' })]);
      expect(named('complaint.resolved')[0]?.seconds).toBeLessThan(600);
      expect(named('complaint.closed')).toHaveLength(1);
    } finally {
      await store.close();
    }
  });
});
