import { z } from 'zod';
import { AppError } from '../../../core/errors.ts';
import type { DeadJob, DeadJobs } from '../../../rules/jobs.ts';
import { defineEndpoint, type Endpoint } from './endpoint.ts';
import { text } from './fields.ts';

export interface WebhookEndpointDeps {
  readonly dead: DeadJobs;
  /** Has what was revived sent at once. */
  wake(): void;
}

const KIND = 'crm.webhook';
/** One call gives so many their attempts back: a lane of the store's own writes, each a statement. */
const MAX_RETRIED = 500;

const deadWebhook = z.object({
  id: z.string(),
  event: z.string().describe('E.g. `complaint.created`.'),
  key: z.string().describe('The event id it is sent under, `X-Event-Id`.'),
  reference: z.string().optional().describe('What it is about.'),
  attempts: z.int(),
  lastError: z.string().describe('Why the last attempt failed.'),
  deadAt: z.iso.datetime(),
});

/** Events the CRM did not get: seeing them, and sending them again once the cause is mended. */
export function createWebhookEndpoints({ dead, wake }: WebhookEndpointDeps): readonly Endpoint[] {
  const list = defineEndpoint({
    ...{ method: 'get', path: '/webhooks/dead', name: 'listDeadWebhooks', permission: 'webhooks:read' },
    query: z.object({ limit: z.coerce.number().int().min(1).max(1000).default(100) }),
    summary: 'Events that were given up, latest first',
    details: 'An event is given up after six attempts within 14 hours and 36 minutes.',
    answers: { 200: { means: 'At most `limit`.', name: 'DeadWebhooks', schema: z.object({ webhooks: z.array(deadWebhook) }) } },
    work: async ({ query: { limit } }) => ({ status: 200, body: { webhooks: (await dead.listDead(limit, KIND)).map(toBody) } }),
  });

  const retryAll = defineEndpoint({
    ...{ method: 'post', path: '/webhooks/dead/retry', name: 'retryDeadWebhooks', permission: 'webhooks:retry' },
    summary: 'Send all of them again',
    details: `At most ${MAX_RETRIED} a call, those given up last, in the order they were made: call again while there are \`more\`.`,
    answers: {
      202: { means: 'On their way.', name: 'RetriedWebhooks', schema: z.object({ retried: z.int(), more: z.boolean() }) },
    },
    async work() {
      const found = await dead.listDead(MAX_RETRIED, KIND);
      let retried = 0;
      // Ids sort by creation: news of one ticket leaves in the order it was made.
      for (const { id } of [...found].sort((a, b) => (a.id < b.id ? -1 : 1))) if (await dead.revive(id, KIND)) retried += 1;
      wake();
      return { status: 202, body: { retried, more: found.length === MAX_RETRIED } };
    },
  });

  const retry = defineEndpoint({
    ...{
      method: 'post',
      path: '/webhooks/dead/{id}/retry',
      name: 'retryDeadWebhook',
      permission: 'webhooks:retry',
      params: z.object({ id: text(100) }),
    },
    summary: 'Send one of them again',
    details: 'With its event id and all six attempts; the receiver knows it again should it have come through after all.',
    answers: { 202: { means: 'On its way.', name: 'RetriedWebhook', schema: z.object({ id: z.string() }) } },
    refusals: [404],
    async work({ params: { id } }) {
      if (!(await dead.revive(id, KIND))) throw new AppError('NOT_FOUND', { id });
      wake();
      return { status: 202, body: { id } };
    },
  });

  return [list, retryAll, retry];
}

function toBody({ id, key, payload, attempts, lastError, deadAt }: DeadJob): z.input<typeof deadWebhook> {
  const { event, data } = payload;
  const reference = typeof data === 'object' && data !== null && 'reference' in data ? String(data.reference) : undefined;
  return { ...{ id, key, reference, attempts, lastError }, event: String(event), deadAt: deadAt.toISOString() };
}
