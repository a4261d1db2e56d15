import type { EvidencePack, EvidenceShipment } from '../rules/claims/desk.ts';
import { isCarrierFault } from '../rules/claims/regime.ts';
import type { Claim } from '../rules/claims/types.ts';
import type { Complaint, ComplaintEvent } from '../rules/complaints/types.ts';
import type { MemoryShipment } from './memoryShipments.ts';

/** What `ClaimDesk.readEvidencePack` gives: of each part what the decision needs, and nothing of anybody's person. */
export function toEvidencePack(
  complaint: Complaint,
  events: readonly ComplaintEvent[],
  shipment: MemoryShipment | undefined,
  claim: Claim | undefined,
): EvidencePack {
  return {
    complaint: pick(
      complaint,
      ...(['id', 'reference', 'status', 'category', 'severity', 'locale', 'description', 'verifiedLevel', 'createdAt'] as const),
      ...(['remedySought', 'files'] as const),
    ),
    ...(claim && { claim }),
    ...(shipment && { shipment: toEvidenceShipment(shipment) }),
    history: events.map((event) => pick(event, 'at', 'actor', 'action', 'from', 'to', 'words')),
  };
}

function toEvidenceShipment(shipment: MemoryShipment): EvidenceShipment {
  return {
    ...pick(shipment, 'trackingNumber', 'service', 'status', 'reason', 'promisedAt', 'createdAt'),
    ...pick(shipment, 'declared', 'insured', 'freight', 'weightGrams', 'pieceCount'),
    ...{ from: shipment.sender.city, to: shipment.recipient.city, items: shipment.items ?? [] },
    events: shipment.events.map((event) => ({
      at: event.occurredAt,
      ...pick(event, 'status', 'reason', 'text', 'city'),
      isFault: isCarrierFault(event),
    })),
  };
}

/** Fields that are there. */
function pick<T extends object, K extends keyof T>(whole: T, ...fields: readonly K[]): Pick<T, K> {
  return Object.fromEntries(fields.flatMap((field) => (whole[field] === undefined ? [] : [[field, whole[field]]]))) as Pick<T, K>;
}
