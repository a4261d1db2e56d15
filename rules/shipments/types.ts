import type { Money } from '../../core/money.ts';

/** The canonical statuses a shipment can have; lateness is computed against the promise and is no status. */
export const SHIPMENT_STATUSES = [
  'UNKNOWN',
  'LABEL_CREATED',
  'PICKED_UP',
  'IN_TRANSIT',
  'CUSTOMS',
  'ARRIVED_LOCAL',
  'OUT_FOR_DELIVERY',
  'READY_FOR_PICKUP',
  'ATTEMPT_FAILED',
  'ON_HOLD',
  'DELIVERED',
  'RETURNING',
  'RETURNED',
  'LOST_OR_DESTROYED',
  'CANCELLED',
] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];

export const TERMINAL_STATUSES: ReadonlySet<ShipmentStatus> = new Set(['DELIVERED', 'RETURNED', 'LOST_OR_DESTROYED', 'CANCELLED']);

/** Why a shipment stands still or went wrong. Carrier-side, sender-side (`retailer`), recipient-side, customs, forces. */
export const STATUS_REASONS = [
  'carrier_damaged_parcel',
  'carrier_sorting_error',
  'carrier_address_not_found',
  'carrier_parcel_lost',
  'carrier_not_enough_time',
  'carrier_vehicle_issue',
  'carrier_capacity_exceeded',
  'carrier_mechanical_delay',
  'retailer_cancelled',
  'retailer_incorrect_data',
  'retailer_not_ready',
  'retailer_incorrect_parcel',
  'retailer_incorrect_dimensions',
  'retailer_packaging_issue',
  'consignee_refused',
  'consignee_business_closed',
  'consignee_not_available',
  'consignee_not_home',
  'consignee_cancelled',
  'consignee_verification_failed',
  'consignee_incorrect_address',
  'consignee_access_restricted',
  'consignee_safe_place_unavailable',
  'customs_delay',
  'customs_documentation',
  'customs_duties_unpaid',
  'customs_prohibited',
  'customs_inspection',
  'weather_delay',
  'natural_disaster',
  'force_majeure',
  'parcel_being_researched',
  'security_issue',
  'regulatory_hold',
  'station_timeout',
  'out_of_area',
  'cannot_contact',
  'left_without_consent',
  'unknown',
] as const;
export type StatusReason = (typeof STATUS_REASONS)[number];

/** The service a shipment was sold as; decides transit time and staleness. */
export const SERVICES = ['EXPRESS', 'STANDARD', 'ECONOMY', 'INTERNATIONAL'] as const;
export type Service = (typeof SERVICES)[number];

export interface TrackingEvent {
  readonly occurredAt: Date;
  /** Of the clock it was told by, as it came; absent when that was UTC's (`Z`), which is nobody's. */
  readonly utcOffsetMinutes?: number;
  readonly status: ShipmentStatus;
  readonly reason?: StatusReason;
  /** The carrier's own words, unmasked: mask before a customer sees them. */
  readonly text: string;
  readonly locationName?: string;
  readonly city?: string;
  /** ISO-3166 alpha-2. */
  readonly country?: string;
  readonly signedBy?: string;
  /** Number of the piece the event is about; absent: the whole shipment. */
  readonly piece?: string;
}

/** Which of its two parties. */
export type Side = 'sender' | 'recipient';

/** A sender or recipient as stored; never shown unmasked to a customer below L2. */
export interface Party {
  readonly name: string;
  readonly phone: string;
  readonly country: string;
  readonly province: string;
  readonly city: string;
  /** For telling whether a text speaks of it; shown to nobody. */
  readonly street?: string;
}

export interface Piece {
  readonly number: string;
  readonly status: ShipmentStatus;
}

/**
 * A shipment as a flow sees it. `events` newest first, at most the latest 50. Status, reason, pieces, `lastScan`, `lastEventAt`,
 * `arrivedAt` and `withdrawn` are what `deriveShipment` makes of all events.
 */
export interface Shipment {
  readonly id: string;
  readonly trackingNumber: string;
  readonly orderNumber?: string;
  readonly customerId?: string;
  readonly service: Service;
  readonly direction: 'forward' | 'return';
  readonly status: ShipmentStatus;
  readonly reason?: StatusReason;
  readonly promisedAt?: Date;
  /** As an event's. */
  readonly promisedOffsetMinutes?: number;
  /** The scan the status rests on; of a delivery its time, place and signer. */
  readonly lastScan?: TrackingEvent;
  /** Of that scan. */
  readonly lastEventAt?: Date;
  /** When a delivered shipment had arrived whole. */
  readonly arrivedAt?: Date;
  /** A delivery that was taken back. */
  readonly withdrawn?: TrackingEvent;
  readonly createdAt: Date;
  readonly pieceCount: number;
  readonly pieces: readonly Piece[];
  readonly weightGrams?: number;
  readonly sender: Party;
  readonly recipient: Party;
  readonly itemSummary?: string;
  readonly events: readonly TrackingEvent[];
}

/** Reading shipments. Each call is one round trip; a shipment that does not exist is undefined, never an error. */
export interface Shipments {
  /** `trackingNumber` normalised (upper case, no spaces); piece numbers find their shipment. */
  find(trackingNumber: string): Promise<Shipment | undefined>;
  /** All shipments of one order, newest first, at most 10. Order numbers repeat between merchants: verify before showing. */
  listByOrder(orderNumber: string): Promise<readonly Shipment[]>;
  /** A verified customer's shipments sent or received, unfinished first, then newest, at most `limit` (default 5). */
  listByCustomer(customerId: string, limit?: number): Promise<readonly Shipment[]>;
}

export interface NewParty {
  readonly name: string;
  readonly phone: string;
  readonly address: {
    readonly country: string;
    readonly province: string;
    readonly city: string;
    readonly district?: string;
    readonly street: string;
    readonly postcode?: string;
  };
}

/** A shipment as the company's systems put it; see contract `PUT /api/v1/shipments/{n}`. */
export interface NewShipment {
  readonly trackingNumber: string;
  readonly orderNumber?: string;
  readonly service: Service;
  readonly direction?: 'forward' | 'return';
  readonly promisedAt?: Date;
  readonly promisedOffsetMinutes?: number;
  readonly declaredValue?: Money;
  readonly insuredValue?: Money;
  readonly freight?: Money;
  readonly pieceCount: number;
  readonly weightGrams?: number;
  readonly sender: NewParty;
  readonly recipient: NewParty;
  readonly customer?: { readonly externalId: string; readonly name?: string };
  readonly items: readonly {
    readonly description: string;
    readonly quantity: number;
    readonly unitValue?: Money;
    readonly hsCode?: string;
    readonly originCountry?: string;
  }[];
}

export interface NewEvent {
  /** The teller's own id of it: told again under it, the event is corrected. */
  readonly id?: string;
  readonly occurredAt: Date;
  readonly utcOffsetMinutes?: number;
  readonly status: ShipmentStatus;
  readonly reason?: StatusReason;
  readonly code?: string;
  readonly text: string;
  readonly location?: { readonly name?: string; readonly city?: string; readonly country?: string };
  readonly signedBy?: string;
  /** Piece number the event is about; absent means the whole shipment. */
  readonly piece?: string;
}

/** What the company's systems write. */
export interface ShipmentIntake {
  put(shipment: NewShipment): Promise<'created' | 'updated'>;
  /**
   * Undefined when there is no such shipment. Repeated events (same id, or same instant, code, text and piece) change nothing and are
   * counted; what differs under a known id corrects it and is accepted.
   */
  append(
    trackingNumber: string,
    events: readonly NewEvent[],
  ): Promise<{ readonly accepted: number; readonly duplicates: number } | undefined>;
}
