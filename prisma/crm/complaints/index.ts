import type { Clock } from '../../../core/clock.ts';
import { DAY_MS } from '../../../core/days.ts';
import type { ComplaintDesk } from '../../../rules/complaints/desk.ts';
import type { SlaPolicy } from '../../../rules/complaints/policy.ts';
import type { Complaints } from '../../../rules/complaints/types.ts';
import { toCleanText } from '../../clean.ts';
import type { Store } from '../../store.ts';
import { changeComplaint } from './changes.ts';
import { openComplaint } from './opening.ts';
import { listComplaints } from './pages.ts';
import { type EventRow, type TicketRow, toComplaint, toComplaintEvent } from './rows.ts';
import { CHANGED, FIND, LIST, OPEN } from './statements.ts';

/** How far back a customer is shown their tickets. */
const LISTED_MS = 365 * DAY_MS;

export interface ComplaintOptions {
  readonly policy: SlaPolicy;
  /** Marks what is opened, so that demo data can be told apart and removed; default false. */
  readonly isDemo?: boolean;
}

/** Complaints, suggestions and praise in the store, numbered per day in the policy's zone. */
export function createComplaints(store: Store, clock: Clock, { policy, isDemo = false }: ComplaintOptions): Complaints {
  const desk = { store, clock, policy, isDemo };
  return {
    open: (complaint) => openComplaint(desk, complaint),
    async find(reference, { conversationId, customerId, proven = [] }) {
      const params = [toCleanText(reference), toCleanText(conversationId), customerId ?? null, proven.includes(reference)];
      const [row] = await store.query<TicketRow>(FIND, params);
      return row && toComplaint(row);
    },
    async list({ conversationId, customerId }) {
      const since = new Date(clock.now().getTime() - LISTED_MS);
      return (await store.query<TicketRow>(LIST, [toCleanText(conversationId), customerId ?? null, since])).map(toComplaint);
    },
    change: (reference, change, by, idempotencyKey) => changeComplaint(desk, reference, change, by, { idempotencyKey }),
    isChanged: async (reference, key) => (await store.query(CHANGED, [toCleanText(reference), toCleanText(key)])).length > 0,
  };
}

/** The same tickets as staff and the company's systems work on them; whoever they belong to. */
export function createComplaintDesk(store: Store, clock: Clock, { policy }: Pick<ComplaintOptions, 'policy'>): ComplaintDesk {
  return {
    list: (filter, page) => listComplaints(store, filter, page),
    async open(reference) {
      const [row] = await store.query<TicketRow & { readonly events: readonly EventRow[] | null }>(OPEN, [toCleanText(reference)]);
      if (!row) return undefined;
      const { events, ...ticket } = row;
      return { complaint: toComplaint(ticket), events: (events ?? []).map(toComplaintEvent) };
    },
    change: (reference, change, by, options) => changeComplaint({ store, clock, policy }, reference, change, by, options),
  };
}
