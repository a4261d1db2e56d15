import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createWebhook } from '../../bot/webhook.ts';
import { createFixedClock } from '../../core/clock.ts';
import { type Receiver, SECRET, startReceiver } from './webhookHarness.ts';

// The process has the machine's clock; ours starts there, and is moved by hand.
const startedAt = new Date();
let child: ChildProcess;
let lines: Interface;
let url: string;
let relay: Receiver;

const nextLine = (): Promise<string> => new Promise((resolve) => lines.once('line', resolve));
const job = (key: string) => ({
  ...{ id: key, kind: 'crm.webhook', lane: 'CMP-20261121-0001', key, attempts: 1 },
  payload: {
    event: 'complaint.created',
    occurredAt: startedAt.toISOString(),
    data: { reference: 'CMP-20261121-0001', description: '箱子压扁了' },
  },
});
const send = (key: string, secondsAgo = 0, secret = SECRET) => {
  const clock = createFixedClock(new Date(startedAt.getTime() - secondsAgo * 1000));
  return createWebhook({ url, secret, clock }).run(job(key), new AbortController().signal);
};

beforeAll(async () => {
  child = spawn(process.execPath, ['docs/receiver/receiver.mjs'], {
    env: { PATH: process.env.PATH, CRM_WEBHOOK_SECRET: SECRET, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  lines = createInterface({ input: child.stdout! });
  url = await nextLine();
});
afterAll(async () => {
  child.kill();
  await relay.stop();
});
beforeEach(async () => {
  await relay?.stop();
  relay = await startReceiver();
});

it('the example receiver takes an event of ours, and takes it once', async () => {
  const first = nextLine();
  await send('e1');
  expect(JSON.parse(await first)).toEqual({ id: 'e1', ...job('e1').payload });
  await send('e1');
  const next = nextLine();
  await send('e2');
  // The repeat was answered like the first and printed nothing: the next line is the next event's.
  expect(JSON.parse(await next)).toMatchObject({ id: 'e2' });
});

it('refuses another secret, and what was signed more than five minutes ago or ahead', async () => {
  await expect(send('e3', 0, `${SECRET}!`)).rejects.toThrow('answered 401');
  // Half a minute for a machine that is slow to start this.
  await expect(send('e3', 331)).rejects.toThrow('answered 401');
  await expect(send('e3', -331)).rejects.toThrow('answered 401');
  const next = nextLine();
  await send('e3', 240);
  expect(JSON.parse(await next)).toMatchObject({ id: 'e3' });
});

it('refuses what was changed on the way, and what is not signed', async () => {
  const clock = createFixedClock(startedAt);
  await createWebhook({ url: relay.url, secret: SECRET, clock }).run(job('e4'), new AbortController().signal);
  const { headers, body } = relay.received[0]!;
  const post = async (content: string, signature: string | undefined) =>
    (await fetch(url, { method: 'POST', body: content, headers: signature === undefined ? {} : { 'x-signature': signature } })).status;
  const signature = String(headers['x-signature']);
  expect(await post(body.replace('压扁', '完好'), signature)).toBe(401);
  expect(await post(body, signature.replace(/t=(\d)/, 't=9'))).toBe(401);
  expect(await post(body, undefined)).toBe(401);
  expect(await post(body, 't=1,v1=00')).toBe(401);
  expect(await post('x'.repeat(1024 * 1024 + 1), signature)).toBe(413);
  expect(await post(body, signature)).toBe(204);
});

it('is as short as the page says, and the page names files there are', () => {
  expect(readFileSync('docs/receiver/receiver.mjs', 'utf8').trim().split('\n').length).toBeLessThanOrEqual(60);
  const links = [...readFileSync('docs/webhooks.md', 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => `docs/${path}`);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
  expect(links).not.toEqual([]);
});
