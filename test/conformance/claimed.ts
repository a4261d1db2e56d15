import type { Money } from '../../core/money.ts';
import type { VerifiedLevel } from '../../rules/access/actor.ts';
import type { NewClaim } from '../../rules/claims/types.ts';
import type { NewEvent, NewShipment } from '../../rules/shipments/types.ts';
import { cny, complaint, HOUR, party, START, type Tickets } from './tickets.ts';

export const PARCEL = 'XB000000023456';
export const REFERENCE = 'CMP-20261123-0001';
const before = (ms: number): Date => new Date(new Date(START).getTime() - ms);
export const PROMISED_AT = before(26 * HOUR);
export const LOST: NewEvent = {
  occurredAt: before(25 * HOUR),
  status: 'LOST_OR_DESTROYED',
  reason: 'carrier_parcel_lost',
  text: '快件遗失',
};

export interface Situation {
  /** Default 199 yuan. */
  readonly declared?: Money;
  readonly insured?: Money;
  readonly events?: readonly NewEvent[];
  readonly level?: VerifiedLevel;
}

export const claim = (more: Partial<NewClaim> = {}): NewClaim => ({
  ...{ idempotencyKey: 'k1', complaintReference: REFERENCE, kind: 'lost', value: cny(19_900), evidence: 'B' },
  ...more,
});
/** A parcel with a freight of 8 yuan, and an assessed complaint about its loss. */
export async function prepareClaim(
  tickets: Tickets,
  { declared = cny(19_900), insured, events = [LOST], level = 1 }: Situation = {},
): Promise<void> {
  const shipment: NewShipment = {
    ...{ trackingNumber: PARCEL, service: 'EXPRESS', pieceCount: 1, weightGrams: 1200, freight: cny(800), declaredValue: declared },
    ...{ promisedAt: PROMISED_AT, items: [{ description: '陶瓷杯', quantity: 2, unitValue: cny(9950) }] },
    ...{ sender: party('发件人', '13800000001', '杭州市'), recipient: party('收件人', '13900000002', '北京市') },
    ...(insured && { insuredValue: insured }),
  };
  await tickets.ship(shipment, events);
  await tickets.complaints.open(complaint('m1', { trackingNumber: PARCEL, verifiedLevel: level }));
}
