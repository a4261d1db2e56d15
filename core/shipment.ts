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

/** An amount in the currency's minor unit (fen for CNY, yen for JPY), with its ISO-4217 code. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

export interface TrackingEvent {
  readonly occurredAt: Date;
  readonly status: ShipmentStatus;
  readonly reason?: StatusReason;
  /** The carrier's own words, unmasked: mask before a customer sees them. */
  readonly text: string;
  readonly locationName?: string;
  readonly city?: string;
  /** ISO-3166 alpha-2. */
  readonly country?: string;
  readonly signedBy?: string;
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
}

export interface Piece {
  readonly number: string;
  readonly status: ShipmentStatus;
}

/** A shipment as a flow sees it. `events` newest first, at most the latest 50. */
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
  readonly lastEventAt?: Date;
  readonly createdAt: Date;
  readonly pieceCount: number;
  readonly pieces: readonly Piece[];
  readonly weightGrams?: number;
  readonly sender: Party;
  readonly recipient: Party;
  readonly itemSummary?: string;
  readonly events: readonly TrackingEvent[];
}
