import { createHmac } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import type { JobHandler } from './jobs.ts';

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
 * for every attempt: the receiver drops what it has seen. `X-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`.
 * Any answer but 2xx is a failure.
 */
export function createWebhook({ url, secret, clock, timeoutMs = DEFAULT_TIMEOUT_MS }: WebhookDeps): JobHandler {
  return {
    async run({ key, payload }, signal) {
      if (url === undefined) return;
      if (secret === undefined) throw new Error('CRM_WEBHOOK_SECRET is not set: an unsigned event is not sent');
      const body = JSON.stringify({ id: key, ...payload });
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-event-id': key, 'x-signature': sign(body, secret, clock) },
        body,
        // Followed, a redirect would let whoever answers there point us at hosts inside our own network.
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      // The connection is kept for the next event only when nothing is left unread on it.
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the CRM webhook answered ${response.status}`);
    },
  };
}

function sign(body: string, secret: string, clock: Clock): string {
  const seconds = Math.floor(clock.now().getTime() / 1000);
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${digest}`;
}
