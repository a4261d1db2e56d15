import type { Money } from '../core/money.ts';
import { compareEvents, computeStatus } from '../prisma/crm/shipments/status.ts';
import type { EvidenceShipment } from '../rules/claims/desk.ts';
import type { NewEvent, NewParty, NewShipment, Party, Shipment } from '../rules/shipments/types.ts';

/** A shipment with what a store keeps of it beside what flows see. */
export interface MemoryShipment extends Shipment {
  readonly declared?: Money;
  readonly insured?: Money;
  readonly freight?: Money;
  readonly items?: EvidenceShipment['items'];
}

/** As a store has it once the company's systems put it and appended these events. */
export function toMemoryShipment(shipment: NewShipment, events: readonly NewEvent[], createdAt: Date): MemoryShipment {
  const { declaredValue, insuredValue, freight, items, customer, direction = 'forward', ...told } = shipment;
  const { trackingNumber, pieceCount, service } = told;
  const numbers = pieceCount > 1 ? Array.from({ length: pieceCount }, (_, at) => `${trackingNumber}-${at + 1}`) : [];
  return {
    ...{ id: `shipment-${trackingNumber}`, trackingNumber, service, direction, pieceCount, createdAt },
    ...computeStatus(events, numbers),
    ...(told.orderNumber !== undefined && { orderNumber: told.orderNumber }),
    ...(told.promisedAt && { promisedAt: told.promisedAt }),
    ...(told.weightGrams !== undefined && { weightGrams: told.weightGrams }),
    ...(customer && { customerId: customer.externalId }),
    ...{ sender: toParty(told.sender), recipient: toParty(told.recipient) },
    events: events
      .toSorted((a, b) => compareEvents(b, a))
      .map(({ location = {}, occurredAt, text, ...event }) => ({
        ...{ occurredAt, text, status: event.status },
        ...(event.reason && { reason: event.reason }),
        ...(location.name !== undefined && { locationName: location.name }),
        ...(location.city !== undefined && { city: location.city }),
      })),
    itemSummary: items.map(({ description }) => description).join(', '),
    items: items.map(({ description, quantity, unitValue }) => ({ description, quantity, ...(unitValue && { unit: unitValue }) })),
    ...(declaredValue && { declared: declaredValue }),
    ...(insuredValue && { insured: insuredValue }),
    ...(freight && { freight }),
  };
}

function toParty({ name, phone, address: { country, province, city } }: NewParty): Party {
  return { name, phone, country, province, city };
}

/** By its own number, or by that of one of its pieces. */
export function findByNumber<S extends Shipment>(shipments: readonly S[], number: string | undefined): S | undefined {
  return shipments.find(({ trackingNumber, pieces }) => trackingNumber === number || pieces.some((piece) => piece.number === number));
}
