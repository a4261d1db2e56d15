import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { BOT } from '../rules/access/principal.ts';
import { calculateClaim } from '../rules/claims/calculate.ts';
import { toClaimInput } from '../rules/claims/input.ts';
import { describeOffer } from '../rules/claims/texts.ts';
import type { Claim, Claims, NewClaim } from '../rules/claims/types.ts';
import type { Complaint } from '../rules/complaints/types.ts';
import type { Shipment } from '../rules/shipments/types.ts';
import type { MemoryComplaints, ShipmentAmounts } from './memoryComplaints.ts';

interface Options {
  readonly clock: Clock;
  readonly complaints: MemoryComplaints;
  readonly shipments: readonly (Shipment & ShipmentAmounts)[];
}

/** The twin of the port: an automatic offer is proposed by the bot at once. */
export function createMemoryClaims({ clock, complaints, shipments }: Options): Claims {
  const claims = new Map<string, Claim>();
  const keys = new Map<string, string>();

  async function open(claim: NewClaim): Promise<Claim> {
    const { complaintReference, kind, value, evidence, idempotencyKey } = claim;
    const complaint = complaints.read(complaintReference);
    if (claims.has(complaintReference)) throw new AppError('CONFLICT', { complaintReference });
    const now = clock.now();
    const shipment = shipments.find(({ id }) => id === complaint.shipmentId);
    const isClaimedBefore = [...claims.keys()].some((reference) => shipment && complaints.read(reference).shipmentId === shipment.id);
    const context = { shipment, verifiedLevel: complaint.verifiedLevel, isClaimedBefore, timeZone: 'Asia/Shanghai' };
    const result = calculateClaim(toClaimInput(claim, context, now), now);
    const id = `claim-${claims.size + 1}`;
    const opened: Claim = { id, complaintReference, status: 'ASSESSING', kind, value, evidence, result, createdAt: now };
    keys.set(idempotencyKey, complaintReference);
    const isOffered = result.isAutomatic && (await propose(complaint, opened, idempotencyKey));
    const kept: Claim = isOffered ? { ...opened, status: 'OFFERED', offered: result.offer, offeredBy: BOT.name } : opened;
    claims.set(complaintReference, kept);
    return kept;
  }

  /** False when the complaint stands where nothing can be proposed. */
  async function propose({ reference, locale }: Complaint, { kind, result }: Claim, key: string): Promise<boolean> {
    const remedy = {
      type: kind === 'delayed' ? 'refund' : 'compensation',
      text: describeOffer(result, result.offer, locale),
      amount: result.offer,
    } as const;
    try {
      await complaints.change(reference, { to: 'RESOLUTION_PROPOSED', remedy }, BOT, `claim:${key}`);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'TRANSITION_REFUSED') return false;
      throw error;
    }
  }

  return {
    async open(claim) {
      const before = keys.get(claim.idempotencyKey);
      const kept = before === undefined ? undefined : claims.get(before);
      return kept ?? open(claim);
    },
    async find(reference) {
      const claim = claims.get(reference);
      return claim && { ...claim, ...answerTo(claim, complaints.read(reference)) };
    },
  };
}

/** The customer answers through the complaint. */
function answerTo({ status }: Claim, complaint: Complaint): Partial<Claim> {
  if (status !== 'OFFERED') return {};
  if (complaint.status === 'REJECTED') return { status: 'REFUSED' };
  const isAccepted = ['ACCEPTED', 'FULFILLING', 'RESOLVED', 'CLOSED'].includes(complaint.status);
  return isAccepted ? { status: 'ACCEPTED', acceptedAt: complaint.updatedAt } : {};
}
