import type { Money } from '../core/money.ts';
import type { EvidenceShipment } from '../rules/claims/desk.ts';
import { compareEvents, deriveShipment } from '../rules/shipments/derive.ts';
import type { NewEvent, NewParty, NewShipment, Party, Shipment, TrackingEvent } from '../rules/shipments/types.ts';

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
  const parties = { sender: toParty(told.sender), recipient: toParty(told.recipient) };
  const shown = events.map(toShown);
  return {
    ...{ id: `shipment-${trackingNumber}`, trackingNumber, service, direction, pieceCount, createdAt },
    ...deriveShipment(shown, { pieces: numbers, ends: parties }),
    ...(told.orderNumber !== undefined && { orderNumber: told.orderNumber }),
    ...(told.promisedAt && { promisedAt: told.promisedAt }),
    ...(told.weightGrams !== undefined && { weightGrams: told.weightGrams }),
    ...(customer && { customerId: customer.externalId }),
    ...(told.promisedOffsetMinutes !== undefined && { promisedOffsetMinutes: told.promisedOffsetMinutes }),
    ...parties,
    events: shown.toSorted((a, b) => compareEvents(b, a)),
    itemSummary: items.map(({ description }) => description).join(', '),
    items: items.map(({ description, quantity, unitValue }) => ({ description, quantity, ...(unitValue && { unit: unitValue }) })),
    ...(declaredValue && { declared: declaredValue }),
    ...(insuredValue && { insured: insuredValue }),
    ...(freight && { freight }),
  };
}

function toShown({ id, code, location = {}, ...event }: NewEvent): TrackingEvent {
  return {
    ...event,
    ...(location.name !== undefined && { locationName: location.name }),
    ...(location.city !== undefined && { city: location.city }),
    ...(location.country !== undefined && { country: location.country }),
  };
}

function toParty({ name, phone, address: { country, province, city } }: NewParty): Party {
  return { name, phone, country, province, city };
}

/** By its own number, or by that of one of its pieces. */
export function findByNumber<S extends Shipment>(shipments: readonly S[], number: string | undefined): S | undefined {
  return shipments.find(({ trackingNumber, pieces }) => trackingNumber === number || pieces.some((piece) => piece.number === number));
}
