import type { Money } from '../../../core/money.ts';
import type { ClaimInput } from '../../../rules/claims/types.ts';

/** Fen. */
export const cny = (minor: number): Money => ({ minor, currency: 'CNY' });

/** A month after the default exchange rates, so that they are fresh. */
export const NOW = new Date('2025-11-01T00:00:00.000Z');

/** A lost parcel of 199 yuan with proof, which the customer stands by, not insured, freight 8 yuan, 1.2 kg, our fault, of a verified customer. */
export const lost = (more: Partial<ClaimInput> = {}): ClaimInput => ({
  ...{ regime: 'EXPRESS_CN', reach: 'domestic', kind: 'lost', provenValue: cny(19_900), evidence: 'A' },
  ...{ freight: cny(800), weightGrams: 1200, pieceCount: 1, sentOn: '2025-10-20', isDelivered: false },
  ...{ verifiedLevel: 1, hasCarrierFault: true, isShipmentKnown: true, isClaimedBefore: false, isValueConfirmed: true },
  ...more,
});
