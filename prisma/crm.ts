import type { Clock } from '../core/clock.ts';
import type { CallbackDesk, Callbacks } from '../rules/callbacks/types.ts';
import type { ClaimDesk } from '../rules/claims/desk.ts';
import type { ClaimPolicy } from '../rules/claims/rules.ts';
import type { Claims } from '../rules/claims/types.ts';
import type { ComplaintDesk } from '../rules/complaints/desk.ts';
import type { SlaPolicy } from '../rules/complaints/policy.ts';
import type { Complaints } from '../rules/complaints/types.ts';
import type { Conversations, Uploads } from '../rules/conversations/types.ts';
import type { CustomerPrivacy } from '../rules/customers/privacy.ts';
import type { Consents, CustomerDesk, CustomerMerges } from '../rules/customers/types.ts';
import type { DeadJobs, DueJobs, JobQueue } from '../rules/jobs.ts';
import type { ShipmentIntake, Shipments } from '../rules/shipments/types.ts';
import type { Verification } from '../rules/verification/types.ts';
import { createCallbacks } from './crm/callbacks.ts';
import { createClaims } from './crm/claims/index.ts';
import { createComplaintDesk, createComplaints } from './crm/complaints/index.ts';
import { createConversations } from './crm/conversations/index.ts';
import { createUploads } from './crm/conversations/uploads.ts';
import { createConsents } from './crm/customers/consents.ts';
import { createCustomers } from './crm/customers/index.ts';
import { createCustomerMerges } from './crm/customers/merge.ts';
import { createCustomerPrivacy } from './crm/customers/privacy.ts';
import { createJobQueue } from './crm/jobs.ts';
import { createShipments } from './crm/shipments/index.ts';
import { createVerification } from './crm/verification.ts';
import type { Store } from './store.ts';

/** The CRM on a store: each subject's functions, made once. */
export interface Crm {
  readonly conversations: Conversations;
  readonly uploads: Uploads;
  readonly shipments: Shipments & ShipmentIntake;
  readonly verification: Verification;
  readonly callbacks: Callbacks & CallbackDesk;
  readonly complaints: Complaints;
  readonly complaintDesk: ComplaintDesk;
  readonly claims: Claims & ClaimDesk;
  readonly customers: CustomerDesk;
  readonly consents: Consents;
  readonly merges: CustomerMerges;
  readonly privacy: CustomerPrivacy;
  readonly jobs: JobQueue & DueJobs & DeadJobs;
}

export interface CrmOptions {
  /** The company's zone, for the days in references. */
  readonly timeZone: string;
  readonly policy: SlaPolicy;
  /** Default: the laws' limits and the demo company's terms. */
  readonly claimPolicy?: ClaimPolicy;
  /** Keys the hashes of those who were erased; must stay the same for as long as there are any. */
  readonly erasureKey: string;
  /** Called after what leaves work in the outbox: it is done at once instead of at the worker's next round. Default: nothing. */
  readonly onQueued?: () => void;
}

export function createCrm(store: Store, clock: Clock, { timeZone, policy, claimPolicy, erasureKey, onQueued }: CrmOptions): Crm {
  const queuing =
    <A extends readonly unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      const result = await work(...given);
      onQueued?.();
      return result;
    };
  const tickets = createComplaints(store, clock, { policy });
  const complaints = { ...tickets, open: queuing(tickets.open), change: queuing(tickets.change) };
  const ticketDesk = createComplaintDesk(store, clock, { policy });
  const calls = createCallbacks(store, clock, timeZone);
  return {
    conversations: createConversations(store, clock),
    uploads: createUploads(store, clock),
    shipments: createShipments(store, clock, { erasureKey }),
    verification: createVerification(store, clock),
    callbacks: { ...calls, open: queuing(calls.open) },
    complaints,
    complaintDesk: { ...ticketDesk, change: queuing(ticketDesk.change) },
    claims: createClaims(store, clock, {
      ...{ timeZone, calendar: policy.calendar },
      ...(claimPolicy && { policy: claimPolicy }),
      propose: (reference, remedy, by, key) => complaints.change(reference, { to: 'RESOLUTION_PROPOSED', remedy }, by, key),
    }),
    customers: createCustomers(store, clock),
    consents: createConsents(store, clock),
    merges: createCustomerMerges(store, clock),
    privacy: createCustomerPrivacy(store, clock, { timeZone, erasureKey }),
    jobs: createJobQueue(store, clock),
  };
}
