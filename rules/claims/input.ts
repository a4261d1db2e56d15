import { dayIn } from '../../core/i18n.ts';
import type { Money } from '../../core/money.ts';
import type { VerifiedLevel } from '../access/actor.ts';
import type { Shipment } from '../shipments/types.ts';
import { hasCarrierFault, type RegimeFacts, reachOf, regimeOf } from './regime.ts';
import { type ClaimPolicy, DEFAULT_CLAIM_POLICY } from './rules.ts';
import type { ClaimInput, NewClaim } from './types.ts';
import { claimableFrom } from './waiting.ts';

/** What of a shipment a claim is computed from, beside the amounts it was sent with. */
export type ClaimShipment = Pick<
  Shipment,
  'service' | 'status' | 'reason' | 'promisedAt' | 'lastEventAt' | 'arrivedAt' | 'createdAt' | 'pieceCount' | 'weightGrams'
> &
  Pick<RegimeFacts, 'sender' | 'recipient' | 'mode' | 'isRegisteredPost'> & {
    readonly events: readonly Pick<Shipment['events'][number], 'occurredAt' | 'status' | 'reason'>[];
    readonly declared?: Money;
    readonly insured?: Money;
    readonly freight?: Money;
  };

export interface ClaimContext {
  /** Undefined when the complaint names no shipment: everything is left to a person. */
  readonly shipment: ClaimShipment | undefined;
  readonly verifiedLevel: VerifiedLevel;
  /** Another complaint asks for money for this shipment; default false. */
  readonly isClaimedBefore?: boolean;
  /** Zone of the day it was sent on. */
  readonly timeZone: string;
  readonly policy?: ClaimPolicy;
}

/** The input of a calculation, from what the customer says and what is on record. */
export function toClaimInput(
  claim: Pick<NewClaim, 'kind' | 'value' | 'evidence' | 'share' | 'isValueConfirmed' | 'isValueRough'>,
  context: ClaimContext,
  now: Date,
): ClaimInput {
  const { shipment, verifiedLevel, isClaimedBefore = false, timeZone, policy = DEFAULT_CLAIM_POLICY } = context;
  const { kind, value: provenValue, evidence, share, isValueConfirmed, isValueRough } = claim;
  const told = {
    kind,
    provenValue,
    evidence,
    verifiedLevel,
    isClaimedBefore,
    ...(share && { share }),
    ...(isValueConfirmed && { isValueConfirmed }),
    ...(isValueRough && { isValueRough }),
  };
  if (!shipment) {
    const unknown = { regime: 'EXPRESS_CN', reach: 'domestic', pieceCount: 1 } as const;
    return { ...told, ...unknown, sentOn: dayIn(now, timeZone), isDelivered: false, hasCarrierFault: false, isShipmentKnown: false };
  }
  const { declared, insured, freight, weightGrams, promisedAt, pieceCount } = shipment;
  const isDelivered = shipment.status === 'DELIVERED';
  const waitedUntil = isDelivered ? (shipment.arrivedAt ?? shipment.lastEventAt) : now;
  const from = claimableFrom(kind, shipment, policy);
  return {
    ...told,
    ...{ regime: regimeOf(shipment), reach: reachOf(shipment), pieceCount, isDelivered, isShipmentKnown: true },
    ...(declared && { declared }),
    ...(insured && { insured }),
    ...(freight && { freight }),
    ...(weightGrams !== undefined && { weightGrams }),
    sentOn: dayIn(shipment.createdAt, timeZone),
    ...(promisedAt && waitedUntil && { delayMs: waitedUntil.getTime() - promisedAt.getTime() }),
    hasCarrierFault: hasCarrierFault([shipment, ...shipment.events]),
    // What has arrived late need not be waited for.
    ...(from && !(kind === 'delayed' && isDelivered) && { claimableFrom: from }),
  };
}
