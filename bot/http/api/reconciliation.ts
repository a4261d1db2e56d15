import { z } from 'zod';
import type { Reconciliation } from '../../../prisma/crm/reconciliation.ts';
import { defineEndpoint, type Endpoint } from './endpoint.ts';

const count = z.int();

const reconciliation = z.object({
  day: z.string(),
  from: z.iso.datetime().describe('Midnight in the zone of the company.'),
  to: z.iso.datetime().describe('The midnight after it, which is no longer of the day.'),
  tickets: z.object({
    opened: count,
    closed: count.describe('Came to an end; one that was opened again and ended again counts once.'),
    changed: count.describe('Anything happened to them; the opened are among them.'),
  }),
  webhooks: z
    .array(
      z.object({
        event: z.string(),
        done: count.describe('Your system took them.'),
        waiting: count.describe('Still being tried.'),
        dead: count.describe('Given up: see /webhooks/dead.'),
      }),
    )
    .readonly()
    .describe('Events of that day, by name.'),
});

/** Within what every database can count. */
const day = z.iso
  .date('must be a day such as 2026-11-21')
  .refine((value) => value >= '2000' && value < '2100', 'must be a day of this century')
  .describe('A day in the zone of the company.');

/** What was told in a day, for comparing with what arrived. @param reconcile takes a day `YYYY-MM-DD` of the company's zone */
export function createReconciliationEndpoint(reconcile: (day: string) => Promise<Reconciliation>): Endpoint {
  return defineEndpoint({
    ...{ method: 'get', path: '/reconciliation', name: 'getReconciliation', permission: 'reports:read' },
    query: z.object({ day }),
    summary: 'How many tickets and events there were in a day',
    details: 'Ask in the morning for the day before, and compare with your own counts.',
    answers: { 200: { means: 'Counted.', name: 'Reconciliation', schema: reconciliation } },
    async work({ query: { day } }) {
      const { from, to, tickets, webhooks, ...same } = await reconcile(day);
      return { status: 200, body: { ...same, from: from.toISOString(), to: to.toISOString(), tickets: { ...tickets }, webhooks } };
    },
  });
}
