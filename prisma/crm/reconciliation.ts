import { addDays } from '../../core/days.ts';
import { instantIn } from '../../core/zonedTime.ts';
import { ENDED } from '../../rules/complaints/states.ts';
import type { Store } from '../store.ts';

/** What happened to tickets in one day, and what the company's systems were told, for comparing with their own counts. */
export interface Reconciliation {
  /** `YYYY-MM-DD` in the zone asked for; from its midnight to before the next. */
  readonly day: string;
  readonly from: Date;
  readonly to: Date;
  readonly tickets: {
    readonly opened: number;
    /** Came to an end, one that was opened again and ended again counting once. */
    readonly closed: number;
    /** With at least one new line in their audit; the opened are among them. */
    readonly changed: number;
  };
  /** Webhooks of events of that day, by name. `dead`: given up until somebody revives them. */
  readonly webhooks: readonly { readonly event: string; readonly done: number; readonly waiting: number; readonly dead: number }[];
}

const ENDED_LIST = [...ENDED].map((status) => `'${status}'`).join(', ');
// From the audit, which is never changed: asked again in a year the numbers are the same.
const TICKETS = `
  SELECT count(DISTINCT complaint_id) FILTER (WHERE action = 'opened')::int AS opened,
    count(DISTINCT complaint_id) FILTER (WHERE action = 'moved' AND to_status IN (${ENDED_LIST}))::int AS closed,
    count(DISTINCT complaint_id)::int AS changed
  FROM complaint_events WHERE at >= $1 AND at < $2`;
const WEBHOOKS = `
  SELECT payload->>'event' AS event, count(done_at)::int AS done, count(*) FILTER (WHERE done_at IS NULL AND dead_at IS NULL)::int AS waiting,
    count(*) FILTER (WHERE done_at IS NULL AND dead_at IS NOT NULL)::int AS dead
  FROM outbox WHERE created_at >= $1 AND created_at < $2 AND kind = 'crm.webhook' GROUP BY 1 ORDER BY 1`;

/** @param day `YYYY-MM-DD` of the company's zone */
export async function reconcile(store: Store, day: string, timeZone: string): Promise<Reconciliation> {
  const [from, to] = [instantIn(day, 0, timeZone), instantIn(addDays(day, 1), 0, timeZone)];
  const [tickets] = await store.query<Reconciliation['tickets']>(TICKETS, [from, to]);
  const webhooks = await store.query<Reconciliation['webhooks'][number]>(WEBHOOKS, [from, to]);
  return { day, from, to, tickets: tickets ?? { opened: 0, closed: 0, changed: 0 }, webhooks };
}
