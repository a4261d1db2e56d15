import { webcrypto } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWebhook } from '../../bot/webhook.ts';
import { createFixedClock } from '../../core/clock.ts';
import type { Job } from '../../rules/jobs.ts';

const SECRET = 'webhook-secret-0123456789abcdef0123456789';
// 2026-11-21T02:00:00Z: 1795226400 seconds after 1970 (20,778 days × 86,400 + 2 × 3,600).
const clock = createFixedClock('2026-11-21T02:00:00Z');
const NOW_SECONDS = 20_778 * 86_400 + 7200;

const job: Job = {
  id: 'j1',
  kind: 'crm.webhook',
  lane: 'CBR-20261121-0001',
  key: 'callback.opened:CBR-20261121-0001',
  payload: { event: 'callback.opened', occurredAt: '2026-11-21T02:00:00.000Z', data: { reference: 'CBR-20261121-0001', note: '包裹破损' } },
  attempts: 1,
};

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly path: string;
}

describe('the webhook to the company CRM', () => {
  const received: Received[] = [];
  let answer: (res: ServerResponse) => void;
  let receiver: Server;
  let url: string;
  const run = (webhook = createWebhook({ url, secret: SECRET, clock }), of = job) => webhook.run(of, new AbortController().signal);

  beforeEach(async () => {
    received.length = 0;
    answer = (res) => void res.writeHead(204).end();
    receiver = createServer(async (req, res) => {
      let body = '';
      for await (const chunk of req.setEncoding('utf8')) body += chunk;
      received.push({ headers: req.headers, body, path: req.url ?? '' });
      answer(res);
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks/bot`;
  });
  afterEach(async () => {
    receiver.closeAllConnections();
    await new Promise((resolve) => receiver.close(resolve));
  });

  it('posts the event with its id, signed so that the receiver can check it', async () => {
    await run();
    expect(received).toHaveLength(1);
    const { headers, body, path } = received[0]!;
    expect(path).toBe('/hooks/bot');
    expect(headers['content-type']).toBe('application/json');
    expect(headers['x-event-id']).toBe(job.key);
    expect(JSON.parse(body)).toEqual({ id: job.key, ...job.payload });
    const { t, v1 } = readSignature(headers);
    expect(t).toBe(String(NOW_SECONDS));
    expect(await isSigned(`${t}.${body}`, v1, SECRET)).toBe(true);
    expect(await isSigned(`${t}.${body}`, v1, `${SECRET}!`)).toBe(false);
    expect(await isSigned(`${t}.${body.replace('0001', '0002')}`, v1, SECRET)).toBe(false);
  });

  it('signs each attempt with its own time and keeps the event id', async () => {
    const moving = createFixedClock('2026-11-21T02:00:00Z');
    const webhook = createWebhook({ url, secret: SECRET, clock: moving });
    await run(webhook);
    moving.advance(60_000);
    await run(webhook, { ...job, attempts: 2 });
    expect(received.map(({ headers }) => readSignature(headers).t)).toEqual([String(NOW_SECONDS), String(NOW_SECONDS + 60)]);
    expect(new Set(received.map(({ headers }) => headers['x-event-id'])).size).toBe(1);
  });

  it.each([400, 404, 429, 500, 503])('fails with the status when the receiver answers %i', async (status) => {
    answer = (res) => void res.writeHead(status).end('stack trace of the CRM');
    await expect(run()).rejects.toThrow(`the CRM webhook answered ${status}`);
  });

  it.each([301, 302, 307, 308])('does not follow a redirect (%i)', async (status) => {
    answer = (res) => void res.writeHead(status, { location: `${url}/elsewhere` }).end();
    await expect(run()).rejects.toThrow(`answered ${status}`);
    expect(received).toHaveLength(1);
  });

  it('gives up on a receiver that takes the event and never answers', async () => {
    answer = () => undefined;
    await expect(run(createWebhook({ url, secret: SECRET, clock, timeoutMs: 50 }))).rejects.toThrow(/timeout/i);
  });

  it('gives up on it also when memory is cleared meanwhile', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    answer = () => collect();
    await expect(run(createWebhook({ url, secret: SECRET, clock, timeoutMs: 500 }))).rejects.toThrow('no answer within 500 ms');
  });

  it('stops when the worker has given the attempt up', async () => {
    const worker = new AbortController();
    answer = () => worker.abort(new Error('not done within 15 s'));
    await expect(createWebhook({ url, secret: SECRET, clock }).run(job, worker.signal)).rejects.toThrow('not done within 15 s');
  });

  it('fails when nobody listens', async () => {
    await new Promise((resolve) => receiver.close(resolve));
    await expect(run()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('counts as done where no address is configured', async () => {
    await run(createWebhook({ url: undefined, secret: undefined, clock }));
    expect(received).toEqual([]);
  });

  it('sends nothing unsigned', async () => {
    await expect(run(createWebhook({ url, secret: undefined, clock }))).rejects.toThrow('CRM_WEBHOOK_SECRET');
    expect(received).toEqual([]);
  });
});

function readSignature(headers: IncomingHttpHeaders): { t: string; v1: string } {
  const match = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-signature']));
  return { t: match?.[1] ?? '', v1: match?.[2] ?? '' };
}

/** As a receiver would check it, by another implementation of HMAC than the sender's. */
async function isSigned(text: string, hex: string, secret: string): Promise<boolean> {
  const key = await webcrypto.subtle.importKey('raw', Buffer.from(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  return webcrypto.subtle.verify('HMAC', key, Buffer.from(hex, 'hex'), Buffer.from(text));
}
