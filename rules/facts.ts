import type { Money } from '../core/money.ts';
import type { Locale } from '../core/types.ts';
import type { Actor } from './access/actor.ts';
import type { ClaimStatus } from './claims/types.ts';
import type { ComplaintNoticeKind, Severity, TicketCategory, TicketType } from './complaints/codes.ts';
import type { VerificationResult } from './verification/types.ts';

/** Facts about a ticket. `complaint.responded` comes with the seconds since opening, `complaint.resolved` with the seconds without pauses. */
export type ComplaintFactName =
  | `${TicketType}.opened`
  | `complaint.${'responded' | 'resolved' | 'reopened' | 'escalated' | 'breached' | 'closed' | 'withdrawn' | 'contacted'}`;

/** Facts about a claim, with its amount and the seconds since it was opened. */
export type ClaimFactName = `claim.${'opened' | Lowercase<Exclude<ClaimStatus, 'ASSESSING'>>}`;

/** Everything that is counted. */
export type FactName =
  | `turn.${'answered' | 'clarified' | 'missed'}`
  | `track.${'found' | 'notFound'}`
  | `verification.${Exclude<VerificationResult['kind'], 'verified'>}`
  | `silence.${'reminded' | 'setAside'}`
  | `notice.${ComplaintNoticeKind}`
  | `callback.${'opened' | 'done'}`
  /** `label`: the fields that were named, in the order of the alphabet, as `accountOwner+industry`. */
  | 'customer.changed'
  | ComplaintFactName
  | ClaimFactName
  | 'incident.opened';

/** A countable thing that happened, as far as the one who counts it knows; the store adds what it knows of the conversation or case. */
export interface NewFact {
  readonly name: FactName;
  readonly intent?: string;
  readonly locale?: Locale;
  readonly shipmentId?: string;
  /** Who did it. */
  readonly actor?: Actor;
  /** The team whose work it is counted as. */
  readonly group?: string;
  /** When what took `seconds` began. */
  readonly startedAt?: Date;
  readonly seconds?: number;
  /** How much of `seconds` was business time. */
  readonly businessSeconds?: number;
  readonly category?: TicketCategory;
  readonly severity?: Severity;
  readonly station?: string;
  /** A code of the fact's own kind: a root cause, a clock, a kind of loss. */
  readonly label?: string;
  readonly amount?: Money;
}

/** A fact of managers' reports; written in the transaction that made it happen. */
export interface Fact extends NewFact {
  readonly occurredAt: Date;
}
