import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { defineJob, type JobHandler } from './defineJob.ts';
import { post } from './post.ts';

interface WebhookDeps {
  /** Where events are posted; undefined: nowhere, and jobs count as done. */
  readonly url: string | undefined;
  /** Signs; must be set when `url` is (core/config.ts sees to it). */
  readonly secret: string | undefined;
  readonly clock: Clock;
  /** What the receiver has to answer, default 10 s: less than a job's own time, so that its answer is the error kept. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * Posts an event to the company's system as `{ id, event, occurredAt, data }`. `id`, repeated in `X-Event-Id`, stays the same
 * for every attempt: the receiver drops what it has seen. `X-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`, made
 * anew for each attempt, so that a receiver may refuse what is older than five minutes. Any answer but 2xx is a failure. What a
 * receiver has to do, and an example of one: docs/webhooks.md.
 */
export function createWebhook({ url, secret, clock, timeoutMs = DEFAULT_TIMEOUT_MS }: WebhookDeps): JobHandler {
  return defineJob({
    payload: z.record(z.string(), z.unknown()),
    async run({ key, payload }, signal) {
      if (url === undefined) return;
      if (secret === undefined) throw new Error('CRM_WEBHOOK_SECRET is not set: an unsigned event is not sent');
      const body = JSON.stringify({ id: key, ...payload });
      const headers = { 'content-type': 'application/json', 'x-event-id': key, 'x-signature': sign(body, secret, clock) };
      const status = await withTimeout(timeoutMs, signal, (limited) => post(url, body, headers, limited));
      if (status < 200 || status > 299) throw new Error(`the CRM webhook answered ${status}`);
    },
  });
}

/** Not AbortSignal.any of a timeout: Node 20 may collect the timeout before it fires (nodejs/node#57736), and nothing ends the wait. */
async function withTimeout<T>(timeoutMs: number, signal: AbortSignal, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => controller.abort(signal.reason);
  const timer = setTimeout(() => controller.abort(new Error(`timeout: no answer within ${timeoutMs} ms`)), timeoutMs);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function sign(body: string, secret: string, clock: Clock): string {
  const seconds = Math.floor(clock.now().getTime() / 1000);
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${digest}`;
}
