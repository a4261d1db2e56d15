import type { Money } from '../../core/money.ts';
import type { Principal } from '../access/principal.ts';
import type { Complaint, ComplaintEvent } from '../complaints/types.ts';
import type { Service, ShipmentStatus, StatusReason } from '../shipments/types.ts';
import type { Claim } from './types.ts';

/** Claims as staff work on them; each offer and refusal reaches the customer as a proposal on the complaint. */
export interface ClaimDesk {
  /**
   * `text`: what the customer reads instead of the calculation, in the ticket's language. The same offer by the same person twice
   * is one. @throws AppError NOT_FOUND, AUTHORITY_EXCEEDED {needs}, TRANSITION_REFUSED when claim or complaint may not go there,
   * INVALID_INPUT, CONFLICT
   */
  offer(complaintReference: string, offer: { readonly amount: Money; readonly text?: string }, by: Principal): Promise<Claim>;
  /** `reason` is told to the customer, who may disagree. @throws AppError as `offer` does; AUTHORITY_EXCEEDED for the bot */
  decline(complaintReference: string, reason: string, by: Principal): Promise<Claim>;
  /**
   * The money has left; the complaint's audit says who told so. Idempotent: the first instant and the first to tell stay.
   * @throws AppError NOT_FOUND, TRANSITION_REFUSED unless accepted
   */
  markPaid(complaintReference: string, by: Principal): Promise<Claim>;
  /** What a person needs to decide, in one object; undefined when there is no such complaint. One round trip. */
  readEvidencePack(complaintReference: string): Promise<EvidencePack | undefined>;
}

/** A claim with everything it rests on. Personal data is left out where the decision does not need it. */
export interface EvidencePack {
  readonly complaint: Pick<
    Complaint,
    'id' | 'reference' | 'status' | 'category' | 'severity' | 'locale' | 'description' | 'verifiedLevel' | 'createdAt' | 'files'
  > & { readonly remedySought?: string };
  /** Absent while nobody opened one. */
  readonly claim?: Claim;
  /** Absent when the complaint names no shipment. */
  readonly shipment?: EvidenceShipment;
  /** Oldest first. */
  readonly history: readonly Pick<ComplaintEvent, 'at' | 'actor' | 'action' | 'from' | 'to' | 'words'>[];
}

/** What was agreed for the shipment and what happened to it. Cities only, no names, phones or streets. */
export interface EvidenceShipment {
  readonly trackingNumber: string;
  readonly service: Service;
  readonly status: ShipmentStatus;
  readonly reason?: StatusReason;
  readonly promisedAt?: Date;
  readonly createdAt: Date;
  readonly from: string;
  readonly to: string;
  readonly declared?: Money;
  readonly insured?: Money;
  readonly freight?: Money;
  readonly weightGrams?: number;
  readonly pieceCount: number;
  readonly items: readonly { readonly description: string; readonly quantity: number; readonly unit?: Money }[];
  /** Newest first, at most 50; `isFault`: the event says that it was the carrier's fault. */
  readonly events: readonly {
    readonly at: Date;
    readonly status: ShipmentStatus;
    readonly reason?: StatusReason;
    readonly text: string;
    readonly city?: string;
    readonly isFault: boolean;
  }[];
}
