import type { Principal } from '../access/principal.ts';

/** Why somebody cannot be erased yet. `reference`: of the complaint the claim or hold belongs to. */
export interface ErasureObstacle {
  readonly kind: 'complaint' | 'claim' | 'legal_hold';
  readonly reference: string;
  readonly status: string;
}

/** Reasons for which something survives an erasure. */
export const KEPT_REASONS = ['waybill_record'] as const;

/** What could not go, and until when. */
export interface KeptRows {
  readonly what: 'shipments';
  readonly count: number;
  /** `waybill_record`: the law wants express waybills kept for at least a year. */
  readonly reason: (typeof KEPT_REASONS)[number];
  /** When the last of them is made nameless by itself. */
  readonly until: Date;
}

/** What was done, as the certificate tells it. */
export interface Erasure {
  /** `ERA-YYYYMMDD-NNNN`. */
  readonly reference: string;
  readonly at: Date;
  /** Who of the company took the request. */
  readonly requestedBy: string;
  /** With whose credential it was done, e.g. `key:crm`; absent for erasures of releases that did not note it. */
  readonly actor?: string;
  /** Rows by kind; only kinds of which there were any. */
  readonly deleted: Readonly<Record<string, number>>;
  /** Rows that stay without name, phone, address or words. */
  readonly redacted: Readonly<Record<string, number>>;
  readonly kept: readonly KeptRows[];
}

/** The rights to a copy and to be forgotten (PIPL art. 44–50, GDPR art. 15–17). */
export interface CustomerPrivacy {
  /** Everything held about them under names a person understands, nothing of the other party of their parcels; undefined when unknown. */
  exportPerson(customerId: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  /**
   * Whoever was merged into them goes too. @throws AppError NOT_FOUND, ERASURE_BLOCKED with `reasons`, CONFLICT when a waybill was
   * booked for them just then
   */
  erasePerson(customerId: string, requestedBy: string, by: Principal): Promise<Erasure>;
}
