import type { Shipment } from '../shipments/types.ts';
import type { ClaimPolicy } from './rules.ts';
import type { LossKind } from './types.ts';

const HOUR_MS = 3_600_000;

/** What of a shipment says how long a claim should wait. */
export type WaitFacts = Pick<Shipment, 'status' | 'reason' | 'promisedAt' | 'lastEventAt' | 'createdAt'>;

/**
 * From when a claim is more than impatience: hours after the promise for a delay, after the last scan for a loss. A loss that is
 * known, and harm that was seen, need no waiting (undefined).
 */
export function claimableFrom(kind: LossKind, facts: WaitFacts, { waitHours }: Pick<ClaimPolicy, 'waitHours'>): Date | undefined {
  const isKnownLost = facts.status === 'LOST_OR_DESTROYED' || facts.reason === 'carrier_parcel_lost';
  if (waitHours[kind] === 0 || (kind === 'lost' && isKnownLost)) return undefined;
  const from = kind === 'delayed' ? facts.promisedAt : (facts.lastEventAt ?? facts.createdAt);
  return from && new Date(from.getTime() + waitHours[kind] * HOUR_MS);
}
