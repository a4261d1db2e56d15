import type { Locale, Text } from '../../core/types.ts';
import type { Principal } from '../access/principal.ts';
import type { TicketCategory, TicketType } from '../complaints/codes.ts';
import type { Segment, SegmentBasis } from './segments.ts';

/** `merged`: another row stands for them. `restricted`: erased but for waybills the law keeps. `erased`: nothing is left but the row. */
export const CUSTOMER_STATUSES = ['active', 'merged', 'restricted', 'erased'] as const;
export type CustomerStatus = (typeof CUSTOMER_STATUSES)[number];

/** A customer as lists show them: firm, what they deal in, who looks after them, and how they score us. */
export interface Customer {
  readonly id: string;
  /** The id in the company's own systems. */
  readonly externalId?: string;
  readonly name?: string;
  readonly locale?: Locale;
  readonly kind: 'person' | 'firm';
  /** The firm, for a person who acts for one. */
  readonly company?: string;
  readonly industry?: string;
  /** What they sell, use or send. */
  readonly goods?: string;
  readonly address?: string;
  /** E-mail address of who looks after them at the company. */
  readonly accountOwner?: string;
  readonly preferredChannel?: string;
  /** What they scored our service: mean 1–5 of `count` answers; absent before the first. */
  readonly serviceScore?: { readonly mean: number; readonly count: number };
  readonly status: CustomerStatus;
  /** Absent until the nightly job first ran. */
  readonly segment?: Segment;
  readonly segmentedAt?: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface Contact {
  readonly kind: 'phone' | 'email';
  /** E.164, or lower case. */
  readonly value: string;
  readonly verifiedAt?: Date;
}

/** Somebody at a customer. `interests` and `birthdayOn` are kept and shown only while consent `profile` stands. */
export interface ContactPerson {
  readonly id: string;
  readonly name: string;
  readonly jobTitle?: string;
  readonly phone?: string;
  readonly email?: string;
  /** How they stand to us and within their firm. */
  readonly relationship?: string;
  readonly interests?: string;
  /** `YYYY-MM-DD`, or `--MM-DD` without the year. */
  readonly birthdayOn?: string;
}

export const CONSENT_PURPOSES = ['survey', 'marketing', 'profile'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** A yes or no to one purpose (PIPL art. 13, 15); the latest counts, none is a no. */
export interface Consent {
  readonly purpose: ConsentPurpose;
  readonly isGranted: boolean;
  /** Which wording was shown. */
  readonly textVersion: string;
  readonly channel: string;
  readonly at: Date;
}

export const NOTE_KINDS = ['visit', 'note', 'import'] as const;
/** A visit note and the like (客户经理走访记录). `author`: a staff member's id or address. */
export interface CustomerNote {
  readonly id: string;
  readonly kind: (typeof NOTE_KINDS)[number];
  readonly author: string;
  readonly text: string;
  readonly at: Date;
}
export type NewCustomerNote = Omit<CustomerNote, 'id' | 'at'> & { readonly at?: Date };

/** One thing between the customer and us; `id` is that of the row, or a reference where people use one. */
export type TimelineEntry = { readonly id: string; readonly at: Date } & (
  | { readonly kind: 'shipment'; readonly trackingNumber: string; readonly status: string; readonly direction: string }
  | { readonly kind: 'conversation'; readonly channel: string; readonly mode: string; readonly locale: string }
  | {
      readonly kind: 'complaint';
      readonly type: TicketType;
      readonly category: TicketCategory;
      readonly severity: string;
      readonly status: string;
    }
  | { readonly kind: 'callback'; readonly topic: string; readonly status: string }
  | { readonly kind: 'note'; readonly noteKind: string; readonly author: string; readonly text: string }
);

export interface CustomerFilter {
  readonly segment?: Segment;
  /** Changed at this instant or after it. */
  readonly updatedAfter?: Date;
  /** Beginning of a name, a phone or an external id; at least 2 characters. */
  readonly text?: string;
  /** Default `active`; `restricted` ones are shown to nobody. */
  readonly status?: Exclude<CustomerStatus, 'restricted'>;
}

export interface CustomerPage {
  readonly customers: readonly Customer[];
  /** Give it as `cursor` for the next page; absent on the last. */
  readonly nextCursor?: string;
}

/** Everything one looks at before speaking with a customer. */
export interface CustomerFile {
  readonly customer: Customer;
  /** The ids that are joined into this one. */
  readonly mergedIds: readonly string[];
  readonly contacts: readonly Contact[];
  readonly people: readonly ContactPerson[];
  /** The latest of each purpose. */
  readonly consents: readonly Consent[];
  /** Neither ended nor resolved; counted to 1,000. */
  readonly openTickets: number;
  /** Newest first, at most 5. */
  readonly conversations: readonly { readonly id: string; readonly channel: string; readonly mode: string; readonly createdAt: Date }[];
  /** Counted to 10,000. */
  readonly shipmentCount: number;
  /** Why they are in their group: the numbers, and the rule in words. */
  readonly segmentBasis?: SegmentBasis;
  readonly segmentSays?: Text;
}

type Nullable<T> = { readonly [K in keyof T]?: T[K] | null };
/** What staff and the company's systems may change; null empties a field, absent leaves it. */
export interface CustomerChange
  extends Nullable<Pick<Customer, 'name' | 'locale' | 'company' | 'industry' | 'goods' | 'address' | 'accountOwner' | 'preferredChannel'>> {
  readonly kind?: Customer['kind'];
  /** The whole list: who is left out goes, who has no `id` is new. */
  readonly people?: readonly (Omit<ContactPerson, 'id'> & { readonly id?: string })[];
  /** The whole list; those that stay keep when they were verified. */
  readonly contacts?: readonly Pick<Contact, 'kind' | 'value'>[];
}

/** Customers as staff and the company's systems see them. An id that was merged away finds who stands for it. */
export interface CustomerDesk {
  /** Oldest change first; `limit` 1–200. @throws AppError INVALID_INPUT on a foreign cursor */
  list(filter: CustomerFilter, page: { readonly cursor?: string; readonly limit: number }): Promise<CustomerPage>;
  /** One round trip; undefined when there is none, or nothing of them that may be shown. */
  open(id: string): Promise<CustomerFile | undefined>;
  /**
   * Counted as `customer.changed` with who did it and which fields they named, not with what stands in them.
   * `expectedUpdatedAt`: refuses when somebody changed the customer since they were read.
   * @throws AppError NOT_FOUND, CONFLICT, INVALID_INPUT for interests or a birthday without consent `profile`
   */
  update(id: string, change: CustomerChange, by: Principal, expectedUpdatedAt?: Date): Promise<Customer>;
  /** Newest first; one statement, which reads at most `limit` rows of each kind. @throws AppError INVALID_INPUT on a foreign cursor */
  timeline(
    id: string,
    page: { readonly cursor?: string; readonly limit: number },
  ): Promise<{ readonly entries: readonly TimelineEntry[]; readonly nextCursor?: string }>;
  /** @throws AppError NOT_FOUND */
  addNote(id: string, note: NewCustomerNote): Promise<CustomerNote>;
}

/** What a customer agreed to. Withdrawing is as easy as giving (PIPL art. 15). */
export interface Consents {
  /** @throws AppError NOT_FOUND */
  grant(customerId: string, consent: Omit<Consent, 'isGranted' | 'at'>): Promise<void>;
  /** Of `profile`: interests and birthdays are deleted with it (PIPL art. 47). @throws AppError NOT_FOUND */
  withdraw(customerId: string, consent: Omit<Consent, 'isGranted' | 'at'>): Promise<void>;
  /** The latest of each purpose. */
  read(customerId: string): Promise<readonly Consent[]>;
}

/** How it was proven that two are one person. An e-mail's text proves nothing: anybody can write one. */
export type MergeFactor =
  /** A code sent to this phone (E.164) was entered just now; the customer it leads to must have the phone on file. */
  | { readonly kind: 'phone_code'; readonly phone: string }
  /** They speak to us as this user, who is bound to one of the two. */
  | { readonly kind: 'channel_identity'; readonly channel: string; readonly userId: string }
  /** A person at the company decided; why is kept. */
  | { readonly kind: 'staff'; readonly reason: string };

/** One person, one row, however many phones and channels. */
export interface CustomerMerges {
  /**
   * Everything of `fromId` becomes `intoId`'s. @throws AppError MERGE_REFUSED with `problem`: same, already_merged, erased,
   * not_verified; NOT_FOUND
   */
  merge(fromId: string, intoId: string, factor: MergeFactor, by: Principal): Promise<MergeResult>;
  /** Gives back what was moved and is still there. @throws AppError MERGE_REFUSED with `problem` already_undone; NOT_FOUND */
  undo(mergeId: string, by: Principal): Promise<MergeResult>;
  /**
   * Binds who somebody is on a channel to a customer, on proof; returns the customer's id, or who stands for it.
   * @throws AppError NOT_FOUND; MERGE_REFUSED with `problem` not_verified, erased, or bound_to_another: then the two are to be merged
   */
  bindIdentity(
    channel: string,
    userId: string,
    customerId: string,
    factor: Exclude<MergeFactor, { kind: 'channel_identity' }>,
  ): Promise<string>;
}

export interface MergeResult {
  readonly mergeId: string;
  readonly fromId: string;
  readonly intoId: string;
  /** Rows moved, or given back, by table. */
  readonly counts: Readonly<Record<string, number>>;
}
