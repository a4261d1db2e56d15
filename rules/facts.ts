import type { Money } from '../core/money.ts';
import type { Locale } from '../core/types.ts';
import type { Credit } from './access/actor.ts';
import type { Measure } from './cases/measure.ts';
import type { ClaimStatus, LossKind } from './claims/types.ts';
import type { ComplaintNoticeKind, Severity, TicketCategory, TicketType } from './complaints/codes.ts';
import type { VerificationResult } from './verification/types.ts';

/** Something in a conversation. */
export interface ConversationFact {
  readonly name:
    | `turn.${'answered' | 'clarified' | 'missed'}`
    | `track.${'found' | 'notFound'}`
    | `verification.${Exclude<VerificationResult['kind'], 'verified'>}`
    | `silence.${'reminded' | 'setAside'}`
    | `notice.${ComplaintNoticeKind}`;
  readonly intent?: string;
  readonly locale?: Locale;
  readonly shipmentId?: string;
}

/** A call-back request; how long its customer waited, the store adds. */
export type CallbackFact =
  | { readonly name: 'callback.opened' | 'callback.changed' | 'callback.cancelled' }
  | ({ readonly name: 'callback.done' } & Credit);

/** What is known of a customer was changed. */
export interface CustomerFact extends Credit {
  readonly name: 'customer.changed';
  /** The fields that were named, in the order of the alphabet, as `accountOwner+industry`. */
  readonly label: string;
}

/** `group` is the ticket's team; where it has none, that of whoever acted. */
interface AboutTicket extends Credit {
  readonly category: TicketCategory;
  readonly severity: Severity;
  readonly station?: string;
  readonly label?: string;
}

/** Something about a ticket. `label` of a breach: which clock. */
export interface ComplaintEventFact extends AboutTicket {
  readonly name: `${TicketType}.opened` | `complaint.${'contacted' | 'reopened' | 'breached'}`;
}

/** A step on a ticket's way, with the time from its opening: see `measureStep`. `label`: the root cause, or `no_reply` of a closing. */
export interface ComplaintStepFact extends AboutTicket, Measure {
  readonly name: `complaint.${'acknowledged' | 'assessed' | 'escalated' | 'responded' | 'resolved' | 'closed' | 'withdrawn'}`;
}

export type ComplaintFact = ComplaintEventFact | ComplaintStepFact;

/** The amount is what the customer claims at the opening, later what is offered. The store puts the complaint's team before `group`. */
interface AboutClaim extends Credit {
  readonly label: LossKind;
  readonly amount?: Money;
}

/** A claim came to be. */
export interface ClaimOpenedFact extends AboutClaim {
  readonly name: 'claim.opened';
}

/** A claim moved, with the time since it was opened. */
export interface ClaimStepFact extends AboutClaim, Measure {
  readonly name: `claim.${Lowercase<Exclude<ClaimStatus, 'ASSESSING'>>}`;
}

export type ClaimFact = ClaimOpenedFact | ClaimStepFact;

/** Many have the same trouble at one station; all else the store knows. */
export interface IncidentFact {
  readonly name: 'incident.opened';
}

/** Everything that is counted, as far as the one who counts it knows; the store adds what it knows of the conversation or case. */
export type NewFact = ConversationFact | CallbackFact | CustomerFact | ComplaintFact | ClaimFact | IncidentFact;

/** A fact of managers' reports; written in the transaction that made it happen. */
export type Fact = NewFact & { readonly occurredAt: Date };
