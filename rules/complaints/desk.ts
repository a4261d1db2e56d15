import type { Principal } from '../access/principal.ts';
import type { ComplaintStatus, Severity, TicketCategory, TicketType } from './codes.ts';
import type { Complaint, ComplaintChange, ComplaintEvent } from './types.ts';

/** Which tickets; all given conditions hold together. */
export interface ComplaintFilter {
  readonly type?: TicketType;
  readonly statuses?: readonly ComplaintStatus[];
  readonly severity?: Severity;
  readonly category?: TicketCategory;
  /** Null: nobody's. */
  readonly owner?: string | null;
  readonly team?: string;
  readonly trackingNumber?: string;
  readonly customerId?: string;
  readonly dueBefore?: Date;
  /** Changed at this instant or after it. */
  readonly updatedAfter?: Date;
}

/** `updated`: oldest change first, for systems that follow. `due`: what must be resolved first, for people who work. */
export type ComplaintOrder = 'updated' | 'due';

export interface ComplaintPage {
  readonly complaints: readonly Complaint[];
  /** Give it as `cursor` for the next page; absent on the last. */
  readonly nextCursor?: string;
}

/** Tickets as staff and the company's systems see them. */
export interface ComplaintDesk {
  /** At most `limit` (1–200); whatever the number of tickets, one index range is read. @throws AppError INVALID_INPUT on a foreign cursor */
  list(
    filter: ComplaintFilter,
    page: { readonly order: ComplaintOrder; readonly cursor?: string; readonly limit: number },
  ): Promise<ComplaintPage>;
  /** The ticket with its whole audit, oldest line first; undefined when there is none. At most two round trips. */
  open(reference: string): Promise<{ readonly complaint: Complaint; readonly events: readonly ComplaintEvent[] } | undefined>;
  /**
   * `expectedVersion`: refuses when somebody changed the ticket since it was read.
   * @throws AppError NOT_FOUND, CONFLICT, TRANSITION_REFUSED (kept in the audit), AUTHORITY_EXCEEDED
   */
  change(
    reference: string,
    change: ComplaintChange,
    by: Principal,
    options?: { readonly expectedVersion?: number; readonly idempotencyKey?: string },
  ): Promise<Complaint>;
}
