import { z } from 'zod';
import { LOCALES } from '../../../core/types.ts';
import { CALLBACK_STATUSES, type Callback, type CallbackDesk } from '../../../rules/callbacks/types.ts';
import { defineEndpoint, type Endpoint } from './endpoint.ts';
import { queryInstant, text } from './fields.ts';

const callback = z.object({
  reference: z.string(),
  status: z.enum(CALLBACK_STATUSES),
  phone: z.string().describe('E.164.'),
  locale: z.string().describe(`The language to phone in: ${LOCALES.join(', ')}.`),
  topic: z.string(),
  note: z.string(),
  trackingNumber: z.string().optional(),
  customerId: z.string().optional(),
  conversationId: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  doneAt: z.iso.datetime().optional().describe('When it was done, or cancelled by the customer.'),
});

const query = z.object({
  status: z.enum(CALLBACK_STATUSES).optional(),
  updatedAfter: queryInstant.optional().meta({ description: 'Only those opened, changed, done or cancelled at this instant or after it.' }),
  cursor: z
    .string()
    .regex(/^[\w-]{1,100}$/, 'must be the nextCursor of an earlier answer')
    .optional()
    .describe('The nextCursor of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** How the company's systems fetch call-back requests and tell that they are done. */
export function createCallbackEndpoints(callbacks: CallbackDesk): readonly Endpoint[] {
  const list = defineEndpoint({
    ...{ method: 'get', path: '/callbacks', name: 'listCallbacks', permission: 'callbacks:read', query },
    summary: 'Call-back requests, oldest first',
    details: 'Go on until there is no nextCursor.',
    answers: {
      200: {
        means: 'A page.',
        name: 'CallbackPage',
        schema: z.object({ callbacks: z.array(callback), nextCursor: z.string().optional() }),
      },
    },
    async work({ query: filter }) {
      const page = await callbacks.list(filter);
      return { status: 200, body: { callbacks: page.callbacks.map(toBody), nextCursor: page.nextCursor } };
    },
  });

  const complete = defineEndpoint({
    ...{ method: 'patch', path: '/callbacks/{reference}', name: 'completeCallback', permission: 'callbacks:write' },
    params: z.object({ reference: text(40).toUpperCase() }),
    summary: 'Tell that a customer was phoned',
    details: 'Telling it again changes nothing; a request that is done cannot be opened again.',
    body: { name: 'CallbackChange', schema: z.object({ status: z.literal('done') }), maxBytes: 16 * 1024, example: { status: 'done' } },
    answers: { 200: { means: 'Done.', name: 'Callback', schema: callback } },
    refusals: [404],
    work: async ({ params: { reference }, by }) => ({ status: 200, body: toBody(await callbacks.markDone(reference, by)) }),
  });

  return [list, complete];
}

function updatedAtOf({ createdAt, changedAt, doneAt }: Callback): Date {
  return doneAt ?? changedAt ?? createdAt;
}

function toBody(found: Callback): z.input<typeof callback> {
  const { createdAt, changedAt: _, doneAt, ...same } = found;
  return { ...same, createdAt: createdAt.toISOString(), updatedAt: updatedAtOf(found).toISOString(), doneAt: doneAt?.toISOString() };
}
