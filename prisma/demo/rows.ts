import type { Locale } from '../../core/types.ts';
import type { Party, Service, ShipmentStatus, StatusReason } from '../../rules/shipments/types.ts';

/** A party as `crm/shipments/intake.ts` stores it: flat, the phone in digits. */
export interface DemoParty extends Party {
  readonly district: string;
  readonly street: string;
}

/** Rows as the tables take them: a key in snake_case is the column, money in fen, null where there is nothing. */
export interface CustomerRow {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly locale: Locale;
  readonly isDemo: true;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ContactRow {
  readonly id: string;
  readonly customerId: string;
  readonly kind: 'phone' | 'email';
  readonly value: string;
  readonly verifiedAt: Date;
  readonly createdAt: Date;
}

export interface ShipmentRow {
  readonly id: string;
  readonly trackingNumber: string;
  readonly orderNumber: string;
  readonly customerId: string | null;
  readonly service: Service;
  readonly direction: 'forward' | 'return';
  readonly status: ShipmentStatus;
  readonly reason: StatusReason | null;
  readonly promisedAt: Date;
  readonly declaredMinor: number;
  readonly declaredCurrency: 'CNY';
  readonly insuredMinor: number | null;
  readonly insuredCurrency: 'CNY';
  readonly freightMinor: number;
  readonly freightCurrency: 'CNY';
  readonly pieceCount: number;
  readonly weightGrams: number;
  readonly sender: DemoParty;
  readonly recipient: DemoParty;
  readonly senderPhone: string;
  readonly recipientPhone: string;
  readonly itemSummary: string;
  readonly lastScanId: string | null;
  readonly lastEventAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly isDemo: true;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly derivedAt: Date;
}

export interface PieceRow {
  readonly number: string;
  readonly shipmentId: string;
  readonly position: number;
  readonly status: ShipmentStatus;
}

export interface ItemRow {
  readonly id: string;
  readonly shipmentId: string;
  readonly position: number;
  readonly description: string;
  readonly quantity: number;
  readonly unitMinor: number;
  readonly currency: 'CNY';
  readonly hsCode: string;
  readonly originCountry: 'CN';
}

export interface EventRow {
  readonly id: string;
  readonly shipmentId: string;
  readonly pieceNumber: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly status: ShipmentStatus;
  readonly reason: StatusReason | null;
  readonly code: string;
  readonly text: string;
  readonly locationName: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly signedBy: string | null;
  readonly key: string;
}

/** A shipment with what hangs on it; events oldest first. */
export interface ShipmentBundle {
  readonly shipment: ShipmentRow;
  readonly pieces: readonly PieceRow[];
  readonly items: readonly ItemRow[];
  readonly events: readonly EventRow[];
}

/** The demo carrier, ready to insert in this order. */
export interface DemoData {
  readonly customers: readonly CustomerRow[];
  readonly contacts: readonly ContactRow[];
  readonly shipments: readonly ShipmentRow[];
  readonly pieces: readonly PieceRow[];
  readonly items: readonly ItemRow[];
  readonly events: readonly EventRow[];
}
