import type { Money } from '../../core/money.ts';
import type { Text } from '../../core/types.ts';
import type { VerifiedLevel } from '../access/actor.ts';

/** What happened to the goods, for compensation. */
export const LOSS_KINDS = ['lost', 'damaged', 'shortage', 'delayed'] as const;
export type LossKind = (typeof LOSS_KINDS)[number];

/** Which rules apply: by service and route, not by what anybody says. */
export const REGIMES = ['EXPRESS_CN', 'POSTAL_CN', 'MONTREAL', 'CMR'] as const;
export type Regime = (typeof REGIMES)[number];

/** How well the value is proven: A invoice or order page, B photos or chat of a purchase, C the customer's word. */
export type EvidenceTier = 'A' | 'B' | 'C';

/** `law`: the amount is the law's; `terms`: our own terms say so, and the customer may disagree with them. */
export type Basis = 'law' | 'terms';

/** How far a shipment goes; decides after how many days late it counts as lost. */
export type Reach = 'sameCity' | 'domestic' | 'international';

/** How much of the goods is harmed or missing, e.g. 2 of 5 pieces. Whole numbers, `whole` above 0. */
export interface LossShare {
  readonly part: number;
  readonly whole: number;
}

/** Why the bot may not offer by itself; what a colleague reads for each stands in `texts.ts`. */
export const PERSON_REASONS = [
  'above_bot_limit',
  'not_verified',
  'no_carrier_fault',
  'shipment_unknown',
  'claimed_before',
  'shown_delivered',
  'too_early',
  'not_late',
  'promise_unknown',
  'value_unproven',
  'value_contradicts',
  'share_unknown',
  'freight_unknown',
  'weight_unknown',
  'piece_weight_unknown',
  'currency_differs',
  'rate_unknown',
  'rate_outdated',
  'rule_missing',
  'rule_unverified',
  'law_gives_more',
  'nothing_due',
] as const;
export type PersonReason = (typeof PERSON_REASONS)[number];

/** Everything a calculation needs; `input.ts` makes it from a shipment. Weights in grams, lengths of time in ms. */
export interface ClaimInput {
  readonly regime: Regime;
  readonly reach: Reach;
  readonly kind: LossKind;
  /** What the goods were worth; how sure that is, says `evidence`. */
  readonly provenValue: Money;
  readonly evidence: EvidenceTier;
  /** The customer was asked about a value far from the record and stands by it. */
  readonly isValueConfirmed?: boolean;
  /** The value was said to be rough, and the customer was not asked again. */
  readonly isValueRough?: boolean;
  /** Damaged and shortage: absent while nobody knows. */
  readonly share?: LossShare;
  readonly declared?: Money;
  readonly insured?: Money;
  readonly freight?: Money;
  /** Gross, of the whole shipment. */
  readonly weightGrams?: number;
  readonly pieceCount: number;
  /** `YYYY-MM-DD` in the company's zone: the rules of this day are used. */
  readonly sentOn: string;
  /** How long after the promise it arrived, or how long it has been waited for; absent without a promise. */
  readonly delayMs?: number;
  readonly isDelivered: boolean;
  readonly verifiedLevel: VerifiedLevel;
  readonly hasCarrierFault: boolean;
  /** False: nobody knows which shipment it is about. */
  readonly isShipmentKnown: boolean;
  /** Another complaint asks for money for the same shipment. */
  readonly isClaimedBefore: boolean;
  /** Before it a person looks, because the parcel may still come; absent: at once. */
  readonly claimableFrom?: Date;
}

/** One line of a calculation: what was applied to what. */
export interface ClaimLine {
  /** Id of the rule in `rules.ts`, e.g. `express-cn.terms.uninsured`. */
  readonly ruleId: string;
  readonly basis: Basis;
  /** What went in, in minor units, grams or factors; for the evidence pack. */
  readonly inputs: Readonly<Record<string, number | string>>;
  readonly amount: Money;
  /** What the customer reads. */
  readonly says: Text;
}

/** What the rules come to. Nothing is promised by it: an offer is made by somebody with the authority for it. */
export interface ClaimResult {
  readonly regime: Regime;
  readonly lines: readonly ClaimLine[];
  /** Sum of the lines; absent where they come to nothing or nothing can be computed: the claim goes to a person as it was made. */
  readonly offer?: Money;
  /** What the law may give at most beyond our terms, where the law is wider (EXPRESS_CN: the proven loss). */
  readonly legalCeiling?: Money;
  /** True when the bot may offer this by itself. */
  readonly isAutomatic: boolean;
  /** Why not, for the person who decides. */
  readonly needsPersonBecause: readonly PersonReason[];
}

export const CLAIM_STATUSES = ['ASSESSING', 'OFFERED', 'ACCEPTED', 'REFUSED', 'DECLINED', 'PAID'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** A claim for money, part of a complaint; at most one each. */
export interface Claim {
  readonly id: string;
  readonly complaintReference: string;
  readonly status: ClaimStatus;
  readonly kind: LossKind;
  readonly value: Money;
  readonly evidence: EvidenceTier;
  readonly result: ClaimResult;
  /** What was offered, when somebody offered. */
  readonly offered?: Money;
  readonly offeredBy?: string;
  readonly acceptedAt?: Date;
  readonly paidAt?: Date;
  readonly createdAt: Date;
}

export interface NewClaim {
  readonly idempotencyKey: string;
  readonly complaintReference: string;
  readonly kind: LossKind;
  /** What the customer says the goods were worth. */
  readonly value: Money;
  readonly evidence: EvidenceTier;
  /** The customer was asked about a value far from the record and stands by it; default false. */
  readonly isValueConfirmed?: boolean;
  /** The value was said to be rough, and the customer was not asked again. */
  readonly isValueRough?: boolean;
  /** Damaged and shortage, where the customer said how much of it. */
  readonly share?: LossShare;
}

/** Claims, as a flow needs them. Accepting and refusing an offer goes through the complaint's own change. */
export interface Claims {
  /**
   * Computes by the rules of the day the shipment was sent and keeps the result with the complaint. An automatic offer proposes
   * its remedy at once; everything else waits for a person. @throws AppError NOT_FOUND, CONFLICT when the complaint has a claim
   */
  open(claim: NewClaim): Promise<Claim>;
  find(complaintReference: string): Promise<Claim | undefined>;
  /**
   * Whether a value contradicts by much what the shipment was declared or insured for, which a recipient may not be told. False for
   * an unknown shipment.
   */
  contradictsRecord(trackingNumber: string, value: Money): Promise<boolean>;
}
