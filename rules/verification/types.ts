import type { Side } from '../shipments/types.ts';
import type { Guesser } from './guessing.ts';

/**
 * Outcome of a check of the last four digits. `verified`: of whose phone they are, both where they are alike, nobody of a
 * shipment with a ticket. `refused` says the same whether the number exists or not, and from when on the next may be given where
 * that is not at once. `waiting`: not looked at, right or wrong; the earliest instant to give them again.
 */
export type VerificationResult =
  | { readonly kind: 'verified'; readonly sides: readonly Side[] }
  | { readonly kind: 'refused'; readonly until?: Date }
  | { readonly kind: 'waiting'; readonly until: Date };

/** L1: the last four digits of the sender's or recipient's phone. */
export interface Verification {
  /** Limits: `rules/verification/guessing.ts`. Unknown numbers cost an attempt too and are `refused` like wrong digits. */
  checkLastFour(trackingNumber: string, digits: string, guesser: Guesser): Promise<VerificationResult>;
}
