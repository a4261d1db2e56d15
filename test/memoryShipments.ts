import type { Clock } from '../core/clock.ts';
import type { Money } from '../core/money.ts';
import { toCleanJson, toCleanText } from '../prisma/clean.ts';
import { toDigits } from '../prisma/crm/phones.ts';
import type { EvidenceShipment } from '../rules/claims/desk.ts';
import { compareEvents, deriveShipment } from '../rules/shipments/derive.ts';
import {
  type NewEvent,
  type NewParty,
  type NewShipment,
  type Party,
  type Shipment,
  type ShipmentIntake,
  type Shipments,
  TERMINAL_STATUSES,
  type TrackingEvent,
} from '../rules/shipments/types.ts';

/** A shipment with what a store keeps of it beside what flows see. */
export interface MemoryShipment extends Shipment {
  readonly declared?: Money;
  readonly insured?: Money;
  readonly freight?: Money;
  readonly items?: EvidenceShipment['items'];
}

/** The twin of the store's shipments: one suite runs on both. A customer's id is their id in the company's systems. */
export interface MemoryShipments extends Shipments, ShipmentIntake {
  /** Grows with what is put, oldest first. */
  readonly all: readonly MemoryShipment[];
}

const MAX_EVENTS = 50;
const MAX_BY_ORDER = 10;
const DEFAULT_BY_CUSTOMER = 5;

/** @param samples there from the beginning, as they are; no events can be added to them */
export function createMemoryShipments(clock: Clock, samples: readonly MemoryShipment[] = []): MemoryShipments {
  const all = [...samples];
  const told = new Map<string, { readonly shipment: NewShipment; readonly events: readonly NewEvent[] }>();

  function write(shipment: NewShipment, events: readonly NewEvent[]): void {
    const at = all.findIndex(({ trackingNumber }) => trackingNumber === shipment.trackingNumber);
    told.set(shipment.trackingNumber, { shipment, events });
    all.splice(at < 0 ? all.length : at, 1, toMemoryShipment(shipment, events, all[at]?.createdAt ?? clock.now()));
  }

  /** The newest first, also of one instant. */
  const list = (isWanted: (shipment: MemoryShipment) => boolean): readonly MemoryShipment[] =>
    all
      .filter(isWanted)
      .reverse()
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const isEnded = ({ status }: Shipment): number => Number(TERMINAL_STATUSES.has(status));

  return {
    all,
    async find(number) {
      const found = findByNumber(all, toCleanText(number));
      return found && toSeen(found);
    },
    listByOrder: async (number) =>
      list(({ orderNumber }) => orderNumber === number)
        .slice(0, MAX_BY_ORDER)
        .map(toSeen),
    listByCustomer: async (id, limit = DEFAULT_BY_CUSTOMER) =>
      list(({ customerId }) => customerId === id)
        .toSorted((a, b) => isEnded(a) - isEnded(b))
        .slice(0, limit)
        .map(toSeen),
    async put(shipment) {
      const before = told.get(shipment.trackingNumber);
      const customer = shipment.customer ?? before?.shipment.customer;
      write({ ...shipment, ...(customer && { customer }) }, before?.events ?? []);
      return before ? 'updated' : 'created';
    },
    async append(number, events) {
      const found = told.get(findByNumber(all, toCleanText(number))?.trackingNumber ?? '');
      if (!found) return undefined;
      const kept = new Map(found.events.map((event) => [keyOf(event), event]));
      let accepted = 0;
      for (const event of events) {
        const before = kept.get(keyOf(event));
        if (before && (event.id === undefined || JSON.stringify(before) === JSON.stringify(event))) continue;
        kept.set(keyOf(event), event);
        accepted += 1;
      }
      write(found.shipment, [...kept.values()]);
      return { accepted, duplicates: events.length - accepted };
    },
  };
}

/** As flows see it. */
function toSeen({ declared: _, insured: __, freight: ___, items: ____, ...shipment }: MemoryShipment): Shipment {
  return shipment;
}

/** By its teller's id, or by what it says. */
function keyOf({ id, occurredAt, code = '', text, piece = '' }: NewEvent): string {
  return id ?? JSON.stringify([occurredAt.getTime(), code, text, piece]);
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
    events: shown.toSorted((a, b) => compareEvents(b, a)).slice(0, MAX_EVENTS),
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
    text: JSON.parse(toCleanJson(event.text)) as string,
    ...(location.name !== undefined && { locationName: location.name }),
    ...(location.city !== undefined && { city: location.city }),
    ...(location.country !== undefined && { country: location.country }),
  };
}

function toParty({ name, phone, address: { country, province, city, street } }: NewParty): Party {
  return { name, phone: toDigits(phone), country, province, city, ...(street && { street }) };
}

/** By its own number, or by that of one of its pieces. */
export function findByNumber<S extends Shipment>(shipments: readonly S[], number: string | undefined): S | undefined {
  return shipments.find(({ trackingNumber, pieces }) => trackingNumber === number || pieces.some((piece) => piece.number === number));
}
