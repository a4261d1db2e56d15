// Made from the OpenAPI document by bot/http/api/typescript.ts, not to be edited by hand: `npm run build` writes it.

/** What the API takes and answers, by the names of its document. */
export interface Schemas {
  readonly Status: 'UNKNOWN' | 'LABEL_CREATED' | 'PICKED_UP' | 'IN_TRANSIT' | 'CUSTOMS' | 'ARRIVED_LOCAL' | 'OUT_FOR_DELIVERY' | 'READY_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'ON_HOLD' | 'DELIVERED' | 'RETURNING' | 'RETURNED' | 'LOST_OR_DESTROYED' | 'CANCELLED';
  readonly Reason: 'carrier_damaged_parcel' | 'carrier_sorting_error' | 'carrier_address_not_found' | 'carrier_parcel_lost' | 'carrier_not_enough_time' | 'carrier_vehicle_issue' | 'carrier_capacity_exceeded' | 'carrier_mechanical_delay' | 'retailer_cancelled' | 'retailer_incorrect_data' | 'retailer_not_ready' | 'retailer_incorrect_parcel' | 'retailer_incorrect_dimensions' | 'retailer_packaging_issue' | 'consignee_refused' | 'consignee_business_closed' | 'consignee_not_available' | 'consignee_not_home' | 'consignee_cancelled' | 'consignee_verification_failed' | 'consignee_incorrect_address' | 'consignee_access_restricted' | 'consignee_safe_place_unavailable' | 'customs_delay' | 'customs_documentation' | 'customs_duties_unpaid' | 'customs_prohibited' | 'customs_inspection' | 'weather_delay' | 'natural_disaster' | 'force_majeure' | 'parcel_being_researched' | 'security_issue' | 'regulatory_hold' | 'station_timeout' | 'out_of_area' | 'cannot_contact' | 'left_without_consent' | 'unknown';
  readonly Address: {
    readonly country: string;
    /** Left out or empty where there are none, as in the United Kingdom or Singapore. */
    readonly province?: string | null;
    readonly city: string;
    readonly district?: string | null;
    /** Left out or empty where a building or an estate has none, as often in Hong Kong. */
    readonly street?: string | null;
    readonly postcode?: string | null;
  };
  readonly Party: {
    readonly name: string;
    readonly phone: string;
    readonly address: Schemas['Address'];
  };
  readonly Item: {
    readonly description: string;
    readonly quantity: number;
    readonly unitValue?: Schemas['Money'] | null;
    readonly hsCode?: string | null;
    readonly originCountry?: string | null;
  };
  readonly Money: {
    readonly amount: string;
    readonly currency: string;
  };
  readonly TrackingEvent: {
    readonly occurredAt: string;
    readonly status: Schemas['Status'];
    readonly reason?: Schemas['Reason'];
    readonly text: string;
    readonly location?: {
      readonly name?: string;
      readonly city?: string;
      readonly country?: string;
    };
    readonly signedBy?: string;
    readonly piece?: string;
  };
  readonly TicketType: 'complaint' | 'suggestion' | 'praise';
  readonly TicketCategory: 'delay' | 'damage' | 'loss' | 'shortage' | 'misdelivery' | 'service_attitude' | 'fee_dispute' | 'fake_delivery_sign' | 'pickup' | 'cod' | 'return' | 'customs' | 'document' | 'privacy' | 'safety' | 'bot_service' | 'other';
  readonly TicketStatus: 'NEW' | 'ACKNOWLEDGED' | 'ASSESSED' | 'INVESTIGATING' | 'WAITING_CUSTOMER' | 'WAITING_THIRD_PARTY' | 'ESCALATED' | 'RESOLUTION_PROPOSED' | 'ACCEPTED' | 'REJECTED' | 'FULFILLING' | 'RESOLVED' | 'CLOSED' | 'CLOSED_NO_REPLY' | 'REOPENED' | 'EXTERNAL_APPEAL' | 'MERGED' | 'WITHDRAWN';
  /** P0: safety, law or media. P1: serious. P2: normal. P3: minor. */
  readonly Severity: 'P0' | 'P1' | 'P2' | 'P3';
  readonly Problem: {
    /** `urn:problem:` and the code, e.g. `urn:problem:invalid-input`. */
    readonly type: string;
    /** What happened and what to do next. */
    readonly title: string;
    readonly status: number;
    readonly errors?: readonly ({
      readonly path: string;
      readonly message: string;
    })[];
  };
  readonly NewShipment: {
    readonly orderNumber?: string | null;
    readonly service?: 'EXPRESS' | 'STANDARD' | 'ECONOMY' | 'INTERNATIONAL' | null;
    readonly direction?: 'forward' | 'return' | null;
    readonly promisedAt?: string | null;
    readonly declaredValue?: Schemas['Money'] | null;
    readonly insuredValue?: Schemas['Money'] | null;
    readonly freight?: Schemas['Money'] | null;
    readonly pieces?: number | null;
    readonly weightGrams?: number | null;
    readonly sender: Schemas['Party'];
    readonly recipient: Schemas['Party'];
    readonly customer?: {
      readonly externalId: string;
      readonly name?: string | null;
    } | null;
    readonly items?: readonly Schemas['Item'][] | null;
  };
  readonly ShipmentSummary: {
    readonly trackingNumber: string;
    readonly orderNumber?: string;
    readonly service: 'EXPRESS' | 'STANDARD' | 'ECONOMY' | 'INTERNATIONAL';
    readonly direction: 'forward' | 'return';
    readonly status: Schemas['Status'];
    readonly reason?: Schemas['Reason'];
    readonly promisedAt?: string;
    /** When it was last scanned; notes are no scans. */
    readonly lastEventAt?: string;
    /** The scan the status rests on; of a delivery its time, place and signer. */
    readonly lastScan?: Schemas['TrackingEvent'];
    /** When a delivered shipment first had arrived whole. */
    readonly arrivedAt?: string;
    /** A delivery that was taken back. */
    readonly withdrawn?: Schemas['TrackingEvent'];
    readonly createdAt: string;
    readonly pieces: number;
    readonly pieceStatuses: readonly ({
      readonly number: string;
      readonly status: Schemas['Status'];
    })[];
    readonly weightGrams?: number;
    readonly sender: {
      readonly name: string;
      readonly phone: string;
      readonly address: {
        readonly country: string;
        readonly province: string;
        readonly city: string;
      };
    };
    readonly recipient: {
      readonly name: string;
      readonly phone: string;
      readonly address: {
        readonly country: string;
        readonly province: string;
        readonly city: string;
      };
    };
    readonly itemSummary?: string;
  };
  readonly Shipment: {
    readonly trackingNumber: string;
    readonly orderNumber?: string;
    readonly service: 'EXPRESS' | 'STANDARD' | 'ECONOMY' | 'INTERNATIONAL';
    readonly direction: 'forward' | 'return';
    readonly status: Schemas['Status'];
    readonly reason?: Schemas['Reason'];
    readonly promisedAt?: string;
    /** When it was last scanned; notes are no scans. */
    readonly lastEventAt?: string;
    /** The scan the status rests on; of a delivery its time, place and signer. */
    readonly lastScan?: Schemas['TrackingEvent'];
    /** When a delivered shipment first had arrived whole. */
    readonly arrivedAt?: string;
    /** A delivery that was taken back. */
    readonly withdrawn?: Schemas['TrackingEvent'];
    readonly createdAt: string;
    readonly pieces: number;
    readonly pieceStatuses: readonly ({
      readonly number: string;
      readonly status: Schemas['Status'];
    })[];
    readonly weightGrams?: number;
    readonly sender: {
      readonly name: string;
      readonly phone: string;
      readonly address: {
        readonly country: string;
        readonly province: string;
        readonly city: string;
      };
    };
    readonly recipient: {
      readonly name: string;
      readonly phone: string;
      readonly address: {
        readonly country: string;
        readonly province: string;
        readonly city: string;
      };
    };
    readonly itemSummary?: string;
    readonly events: readonly Schemas['TrackingEvent'][];
  };
  readonly NewEvents: {
    readonly events: readonly ({
      /** Your own id of the event: told again under it, the event is corrected. Without one an event is known by instant, code, text and piece. */
      readonly id?: string | null;
      /** The offset is kept and given back; `Z` says that nobody knows whose clock it was. */
      readonly occurredAt: string;
      readonly status: Schemas['Status'];
      readonly reason?: Schemas['Reason'] | null;
      readonly code?: string | null;
      readonly text: string;
      readonly location?: {
        readonly name?: string | null;
        readonly city?: string | null;
        readonly country?: string | null;
      } | null;
      readonly signedBy?: string | null;
      /** Number of the piece the event is about; left out, it speaks of the whole shipment. */
      readonly piece?: string | null;
    })[];
  };
  readonly EventsResult: {
    readonly accepted: number;
    readonly duplicates: number;
  };
  readonly CallbackPage: {
    readonly callbacks: readonly Schemas['Callback'][];
    readonly nextCursor?: string;
  };
  readonly CallbackChange: {
    readonly status: "done";
  };
  readonly Callback: {
    readonly reference: string;
    readonly status: 'open' | 'done' | 'cancelled';
    /** E.164. */
    readonly phone: string;
    /** The language to phone in: zh-Hans, zh-Hant, en. */
    readonly locale: string;
    readonly topic: string;
    readonly note: string;
    readonly trackingNumber?: string;
    readonly customerId?: string;
    readonly conversationId: string;
    readonly createdAt: string;
    readonly updatedAt: string;
    /** When it was done, or cancelled by the customer. */
    readonly doneAt?: string;
  };
  readonly ComplaintPage: {
    readonly complaints: readonly Schemas['Complaint'][];
    readonly nextCursor?: string;
  };
  readonly ComplaintWithEvents: {
    /** What the customer was told, `CMP-YYYYMMDD-NNNN`; for suggestions and praise too. */
    readonly reference: string;
    /** Grows by one with each change: of two states of a ticket the one with the higher version is the later. */
    readonly version: number;
    readonly type: Schemas['TicketType'];
    readonly category: Schemas['TicketCategory'];
    readonly severity: Schemas['Severity'];
    readonly status: Schemas['TicketStatus'];
    /** The language to write and phone in. */
    readonly locale: 'zh-Hans' | 'zh-Hant' | 'en';
    readonly channel: string;
    readonly conversationId: string;
    /** How far the customer proved who they are. 0: not. 1: last four digits of a phone. 2: signed in, or a code sent to it. */
    readonly verifiedLevel: 0 | 1 | 2;
    /** How the customer said it. `anger`: 0 calm, 1 annoyed, 2 furious. `risks`: injury, legal, media and the like. */
    readonly mood: {
      readonly anger: 0 | 1 | 2;
      readonly risks: readonly string[];
    };
    readonly trackingNumber?: string;
    /** Only where the customer is known for sure; see GET /customers/{id}. */
    readonly customerId?: string;
    /** The customer's own words; what they added later stands on lines of its own. */
    readonly description: string;
    /** What the customer asked for. */
    readonly remedySought?: 'apology' | 'explanation' | 'expedite' | 'redelivery' | 'refund' | 'compensation' | 'replacement' | 'coupon' | 'investigation' | 'other';
    /** E.164. */
    readonly contactPhone?: string;
    readonly contactName?: string;
    /** Whom praise is for, as the customer named them. */
    readonly praised?: string;
    /** The three clocks. */
    readonly due: {
      /** When a person is to have answered. */
      readonly firstResponseAt: string;
      /** When the matter is to be settled: what the customer was promised. Moves while we wait for the customer. */
      readonly resolveAt: string;
      /** Seven days after it was made (Interim Regulations on Express Delivery of the PRC, article 28). */
      readonly statutoryAt: string;
    };
    readonly firstRespondedAt?: string;
    readonly resolvedAt?: string;
    readonly closedAt?: string;
    /** How long the clock of `resolveAt` stood still while we waited for the customer. */
    readonly pausedSeconds: number;
    /** What the customer was last offered. */
    readonly remedy?: {
      readonly type: 'apology' | 'explanation' | 'expedite' | 'redelivery' | 'refund' | 'compensation' | 'replacement' | 'coupon' | 'investigation' | 'other';
      readonly text: string;
      readonly amount?: {
        /** Decimal, with all digits the currency has. */
        readonly amount: string;
        readonly currency: string;
      };
    };
    readonly resolution?: string;
    readonly rootCause?: 'sorting_error' | 'rough_handling' | 'packaging' | 'linehaul_delay' | 'last_mile_delay' | 'capacity' | 'weather' | 'wrong_address' | 'missed_scan' | 'false_sign_off' | 'staff_conduct' | 'pricing_error' | 'system_error' | 'sender_caused' | 'recipient_caused' | 'customs' | 'third_party' | 'unfounded' | 'unknown';
    /** Where it went wrong. */
    readonly station?: string;
    /** What is done so that it does not happen again. */
    readonly correctiveAction?: string;
    /** The reference of the ticket this one was merged into. */
    readonly duplicateOf?: string;
    /** `INC-YYYYMMDD-NNNN`: many customers with the same trouble at one station within a day. */
    readonly incident?: string;
    /** How often the customer came with it. */
    readonly contactCount: number;
    readonly reopenCount: number;
    readonly owner?: string;
    readonly team?: string;
    /** What the customer sent as evidence. */
    readonly files: readonly ({
      /** For GET /complaints/{reference}/files/{id}. */
      readonly id: string;
      readonly name: string;
      readonly contentType: string;
      readonly sizeBytes: number;
    })[];
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly events: readonly ({
      readonly seq: number;
      readonly at: string;
      readonly actor: {
        readonly type: 'customer' | 'bot' | 'agent' | 'system';
        /** Of an agent: whom your system named, with the name of its key as `key` in `data`; else the key, e.g. `key:crm`. */
        readonly id: string;
      };
      readonly action: 'opened' | 'moved' | 'refused' | 'responded' | 'noted' | 'added' | 'assigned' | 'changed' | 'contacted' | 'warned' | 'linked' | 'paid';
      readonly from?: Schemas['TicketStatus'];
      readonly to?: Schemas['TicketStatus'];
      /** Codes and numbers of this action. */
      readonly data: Readonly<Record<string, unknown>>;
      /** What was said or written; gone once the person was erased. */
      readonly words?: string;
    })[];
  };
  readonly ComplaintChange: {
    /** Where the ticket goes. What must come with it: see the fields that name a status. */
    readonly status?: Schemas['TicketStatus'] | null;
    /** Why, for the audit. Must come with ACCEPTED, REJECTED, WITHDRAWN, REOPENED: how the customer said so. */
    readonly reason?: string | null;
    /** Said to the customer in their chat, in the ticket's language. Must come with WAITING_CUSTOMER: what is asked. */
    readonly message?: string | null;
    /** For colleagues only. */
    readonly note?: string | null;
    /** Who works on it, e.g. an e-mail address. Null: nobody any more. */
    readonly owner?: string | null;
    /** Null: none any more. */
    readonly team?: string | null;
    readonly category?: Schemas['TicketCategory'] | null;
    readonly severity?: Schemas['Severity'] | null;
    /** Offered to the customer, who reads `text` and may accept or refuse in the chat. Must come with RESOLUTION_PROPOSED. Write in the ticket's language. */
    readonly remedy?: {
      readonly type: 'apology' | 'explanation' | 'expedite' | 'redelivery' | 'refund' | 'compensation' | 'replacement' | 'coupon' | 'investigation' | 'other';
      readonly text: string;
      readonly amount?: Schemas['Money'] | null;
    } | null;
    /** What the customer reads as the result. Must come with RESOLVED, unless an accepted remedy says it. */
    readonly resolution?: string | null;
    /** Must be known when the ticket becomes RESOLVED. */
    readonly rootCause?: 'sorting_error' | 'rough_handling' | 'packaging' | 'linehaul_delay' | 'last_mile_delay' | 'capacity' | 'weather' | 'wrong_address' | 'missed_scan' | 'false_sign_off' | 'staff_conduct' | 'pricing_error' | 'system_error' | 'sender_caused' | 'recipient_caused' | 'customs' | 'third_party' | 'unfounded' | 'unknown' | null;
    readonly station?: string | null;
    readonly correctiveAction?: string | null;
    /** The reference of the other ticket. Must come with MERGED. */
    readonly mergedInto?: string | null;
    /** Who of your people does this, for the audit: `id` as your system has it. Default: the key, e.g. `key:crm`. Up to what `amount` a remedy may be offered is decided by the role of the key. */
    readonly actor?: {
      readonly id: string;
      readonly role?: 'agent' | 'supervisor' | 'manager' | 'admin' | 'crg' | null;
    } | null;
    /** Refuses with 409 when the ticket has another version by now. Default: changes whatever is there. */
    readonly expectedVersion?: number | null;
  };
  readonly Complaint: {
    /** What the customer was told, `CMP-YYYYMMDD-NNNN`; for suggestions and praise too. */
    readonly reference: string;
    /** Grows by one with each change: of two states of a ticket the one with the higher version is the later. */
    readonly version: number;
    readonly type: Schemas['TicketType'];
    readonly category: Schemas['TicketCategory'];
    readonly severity: Schemas['Severity'];
    readonly status: Schemas['TicketStatus'];
    /** The language to write and phone in. */
    readonly locale: 'zh-Hans' | 'zh-Hant' | 'en';
    readonly channel: string;
    readonly conversationId: string;
    /** How far the customer proved who they are. 0: not. 1: last four digits of a phone. 2: signed in, or a code sent to it. */
    readonly verifiedLevel: 0 | 1 | 2;
    /** How the customer said it. `anger`: 0 calm, 1 annoyed, 2 furious. `risks`: injury, legal, media and the like. */
    readonly mood: {
      readonly anger: 0 | 1 | 2;
      readonly risks: readonly string[];
    };
    readonly trackingNumber?: string;
    /** Only where the customer is known for sure; see GET /customers/{id}. */
    readonly customerId?: string;
    /** The customer's own words; what they added later stands on lines of its own. */
    readonly description: string;
    /** What the customer asked for. */
    readonly remedySought?: 'apology' | 'explanation' | 'expedite' | 'redelivery' | 'refund' | 'compensation' | 'replacement' | 'coupon' | 'investigation' | 'other';
    /** E.164. */
    readonly contactPhone?: string;
    readonly contactName?: string;
    /** Whom praise is for, as the customer named them. */
    readonly praised?: string;
    /** The three clocks. */
    readonly due: {
      /** When a person is to have answered. */
      readonly firstResponseAt: string;
      /** When the matter is to be settled: what the customer was promised. Moves while we wait for the customer. */
      readonly resolveAt: string;
      /** Seven days after it was made (Interim Regulations on Express Delivery of the PRC, article 28). */
      readonly statutoryAt: string;
    };
    readonly firstRespondedAt?: string;
    readonly resolvedAt?: string;
    readonly closedAt?: string;
    /** How long the clock of `resolveAt` stood still while we waited for the customer. */
    readonly pausedSeconds: number;
    /** What the customer was last offered. */
    readonly remedy?: {
      readonly type: 'apology' | 'explanation' | 'expedite' | 'redelivery' | 'refund' | 'compensation' | 'replacement' | 'coupon' | 'investigation' | 'other';
      readonly text: string;
      readonly amount?: {
        /** Decimal, with all digits the currency has. */
        readonly amount: string;
        readonly currency: string;
      };
    };
    readonly resolution?: string;
    readonly rootCause?: 'sorting_error' | 'rough_handling' | 'packaging' | 'linehaul_delay' | 'last_mile_delay' | 'capacity' | 'weather' | 'wrong_address' | 'missed_scan' | 'false_sign_off' | 'staff_conduct' | 'pricing_error' | 'system_error' | 'sender_caused' | 'recipient_caused' | 'customs' | 'third_party' | 'unfounded' | 'unknown';
    /** Where it went wrong. */
    readonly station?: string;
    /** What is done so that it does not happen again. */
    readonly correctiveAction?: string;
    /** The reference of the ticket this one was merged into. */
    readonly duplicateOf?: string;
    /** `INC-YYYYMMDD-NNNN`: many customers with the same trouble at one station within a day. */
    readonly incident?: string;
    /** How often the customer came with it. */
    readonly contactCount: number;
    readonly reopenCount: number;
    readonly owner?: string;
    readonly team?: string;
    /** What the customer sent as evidence. */
    readonly files: readonly ({
      /** For GET /complaints/{reference}/files/{id}. */
      readonly id: string;
      readonly name: string;
      readonly contentType: string;
      readonly sizeBytes: number;
    })[];
    readonly createdAt: string;
    readonly updatedAt: string;
  };
  readonly File: unknown;
  readonly EvidencePack: {
    readonly complaint: {
      /** What the customer was told, `CMP-YYYYMMDD-NNNN`; for suggestions and praise too. */
      readonly reference: string;
      readonly status: Schemas['TicketStatus'];
      readonly category: Schemas['TicketCategory'];
      readonly severity: Schemas['Severity'];
      /** The language to write and phone in. */
      readonly locale: 'zh-Hans' | 'zh-Hant' | 'en';
      /** The customer's own words; what they added later stands on lines of its own. */
      readonly description: string;
      /** How far the customer proved who they are. 0: not. 1: last four digits of a phone. 2: signed in, or a code sent to it. */
      readonly verifiedLevel: 0 | 1 | 2;
      /** What the customer asked for. */
      readonly remedySought?: 'apology' | 'explanation' | 'expedite' | 'redelivery' | 'refund' | 'compensation' | 'replacement' | 'coupon' | 'investigation' | 'other';
      /** What the customer sent as evidence. */
      readonly files: readonly ({
        /** For GET /complaints/{reference}/files/{id}. */
        readonly id: string;
        readonly name: string;
        readonly contentType: string;
        readonly sizeBytes: number;
      })[];
      readonly createdAt: string;
    };
    /** Absent while nobody opened one. */
    readonly claim?: Schemas['Claim'];
    /** Absent when the ticket names no shipment. */
    readonly shipment?: {
      readonly trackingNumber: string;
      readonly service: 'EXPRESS' | 'STANDARD' | 'ECONOMY' | 'INTERNATIONAL';
      readonly status: 'UNKNOWN' | 'LABEL_CREATED' | 'PICKED_UP' | 'IN_TRANSIT' | 'CUSTOMS' | 'ARRIVED_LOCAL' | 'OUT_FOR_DELIVERY' | 'READY_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'ON_HOLD' | 'DELIVERED' | 'RETURNING' | 'RETURNED' | 'LOST_OR_DESTROYED' | 'CANCELLED';
      readonly reason?: 'carrier_damaged_parcel' | 'carrier_sorting_error' | 'carrier_address_not_found' | 'carrier_parcel_lost' | 'carrier_not_enough_time' | 'carrier_vehicle_issue' | 'carrier_capacity_exceeded' | 'carrier_mechanical_delay' | 'retailer_cancelled' | 'retailer_incorrect_data' | 'retailer_not_ready' | 'retailer_incorrect_parcel' | 'retailer_incorrect_dimensions' | 'retailer_packaging_issue' | 'consignee_refused' | 'consignee_business_closed' | 'consignee_not_available' | 'consignee_not_home' | 'consignee_cancelled' | 'consignee_verification_failed' | 'consignee_incorrect_address' | 'consignee_access_restricted' | 'consignee_safe_place_unavailable' | 'customs_delay' | 'customs_documentation' | 'customs_duties_unpaid' | 'customs_prohibited' | 'customs_inspection' | 'weather_delay' | 'natural_disaster' | 'force_majeure' | 'parcel_being_researched' | 'security_issue' | 'regulatory_hold' | 'station_timeout' | 'out_of_area' | 'cannot_contact' | 'left_without_consent' | 'unknown';
      readonly promisedAt?: string;
      readonly createdAt: string;
      readonly from: string;
      readonly to: string;
      readonly declared?: {
        readonly amount: string;
        readonly currency: string;
      };
      readonly insured?: {
        readonly amount: string;
        readonly currency: string;
      };
      readonly freight?: {
        readonly amount: string;
        readonly currency: string;
      };
      readonly weightGrams?: number;
      readonly pieceCount: number;
      readonly items: readonly ({
        readonly description: string;
        readonly quantity: number;
        readonly unit?: {
          readonly amount: string;
          readonly currency: string;
        };
      })[];
      /** Newest first, at most 50. */
      readonly events: readonly ({
        readonly at: string;
        readonly status: 'UNKNOWN' | 'LABEL_CREATED' | 'PICKED_UP' | 'IN_TRANSIT' | 'CUSTOMS' | 'ARRIVED_LOCAL' | 'OUT_FOR_DELIVERY' | 'READY_FOR_PICKUP' | 'ATTEMPT_FAILED' | 'ON_HOLD' | 'DELIVERED' | 'RETURNING' | 'RETURNED' | 'LOST_OR_DESTROYED' | 'CANCELLED';
        readonly reason?: 'carrier_damaged_parcel' | 'carrier_sorting_error' | 'carrier_address_not_found' | 'carrier_parcel_lost' | 'carrier_not_enough_time' | 'carrier_vehicle_issue' | 'carrier_capacity_exceeded' | 'carrier_mechanical_delay' | 'retailer_cancelled' | 'retailer_incorrect_data' | 'retailer_not_ready' | 'retailer_incorrect_parcel' | 'retailer_incorrect_dimensions' | 'retailer_packaging_issue' | 'consignee_refused' | 'consignee_business_closed' | 'consignee_not_available' | 'consignee_not_home' | 'consignee_cancelled' | 'consignee_verification_failed' | 'consignee_incorrect_address' | 'consignee_access_restricted' | 'consignee_safe_place_unavailable' | 'customs_delay' | 'customs_documentation' | 'customs_duties_unpaid' | 'customs_prohibited' | 'customs_inspection' | 'weather_delay' | 'natural_disaster' | 'force_majeure' | 'parcel_being_researched' | 'security_issue' | 'regulatory_hold' | 'station_timeout' | 'out_of_area' | 'cannot_contact' | 'left_without_consent' | 'unknown';
        readonly text: string;
        readonly city?: string;
        /** The event says that it was the carrier’s fault. */
        readonly isFault: boolean;
      })[];
    };
    /** The audit, oldest line first. */
    readonly history: readonly ({
      readonly at: string;
      readonly actor: {
        readonly type: string;
        readonly id: string;
      };
      readonly action: string;
      readonly from?: string;
      readonly to?: string;
      readonly words?: string;
    })[];
  };
  readonly ClaimOffer: {
    readonly role?: 'agent' | 'supervisor' | 'manager' | 'admin' | 'crg' | null;
    /** Who of your people does it. Default: the key, e.g. `key:crm`. */
    readonly actor?: {
      readonly id: string;
    } | null;
    readonly amount: Schemas['Money'];
    /** What the customer reads instead of the calculation, in the ticket's language. */
    readonly text?: string | null;
  };
  readonly Claim: {
    readonly complaintReference: string;
    readonly status: 'ASSESSING' | 'OFFERED' | 'ACCEPTED' | 'REFUSED' | 'DECLINED' | 'PAID';
    readonly kind: 'lost' | 'damaged' | 'shortage' | 'delayed';
    /** What the customer says the goods were worth. */
    readonly value: {
      readonly amount: string;
      readonly currency: string;
    };
    /** How well that is proven. A: invoice or order page. B: photos or chat of a purchase. C: their word. */
    readonly evidence: 'A' | 'B' | 'C';
    readonly regime: 'EXPRESS_CN' | 'POSTAL_CN' | 'MONTREAL' | 'CMR';
    /** What the rules come to; nothing is promised by it. Absent where they come to nothing or nothing can be computed. */
    readonly computed?: {
      readonly amount: string;
      readonly currency: string;
    };
    /** What the law may give at most beyond our terms. */
    readonly legalCeiling?: {
      readonly amount: string;
      readonly currency: string;
    };
    /** The calculation. */
    readonly lines: readonly ({
      readonly ruleId: string;
      readonly basis: 'law' | 'terms';
      readonly inputs: Readonly<Record<string, number | string>>;
      readonly amount: {
        readonly amount: string;
        readonly currency: string;
      };
      /** What the customer reads of it, in the ticket's language; in English with a claim alone. */
      readonly text: string;
    })[];
    /** Why the bot did not offer it by itself; empty when it may. */
    readonly needsPersonBecause: readonly ('above_bot_limit' | 'not_verified' | 'no_carrier_fault' | 'shipment_unknown' | 'claimed_before' | 'shown_delivered' | 'too_early' | 'not_late' | 'promise_unknown' | 'value_unproven' | 'value_contradicts' | 'share_unknown' | 'freight_unknown' | 'weight_unknown' | 'piece_weight_unknown' | 'currency_differs' | 'rate_unknown' | 'rate_outdated' | 'rule_missing' | 'rule_unverified' | 'law_gives_more' | 'nothing_due')[];
    readonly offered?: {
      readonly amount: string;
      readonly currency: string;
    };
    readonly offeredBy?: string;
    readonly acceptedAt?: string;
    readonly paidAt?: string;
    readonly createdAt: string;
  };
  readonly ClaimRefusal: {
    readonly role?: 'agent' | 'supervisor' | 'manager' | 'admin' | 'crg' | null;
    /** Who of your people does it. Default: the key, e.g. `key:crm`. */
    readonly actor?: {
      readonly id: string;
    } | null;
    /** Told to the customer, who may disagree; in the ticket's language. */
    readonly reason: string;
  };
  readonly CustomerPage: {
    readonly customers: readonly ({
      readonly id: string;
      /** The id in your systems. */
      readonly externalId?: string;
      readonly name?: string;
      readonly locale?: string;
      readonly kind: 'person' | 'firm';
      readonly company?: string;
      readonly industry?: string;
      readonly goods?: string;
      readonly address?: string;
      readonly accountOwner?: string;
      readonly preferredChannel?: string;
      /** What they scored your service, 1 to 5. */
      readonly serviceScore?: {
        readonly mean: number;
        readonly count: number;
      };
      readonly status: 'active' | 'merged' | 'restricted' | 'erased';
      readonly segment?: 'REACTIVATED_LOW' | 'CHURNED_MID' | 'CHURNED_LOW' | 'TOP10_STABLE' | 'GROWING_HIGH' | 'SEASONAL_LOW' | 'STABLE_MID' | 'UNASSIGNED';
      readonly segmentedAt?: string;
      readonly createdAt: string;
      readonly updatedAt: string;
    })[];
    readonly nextCursor?: string;
  };
  readonly CustomerFile: {
    readonly id: string;
    /** The id in your systems. */
    readonly externalId?: string;
    readonly name?: string;
    readonly locale?: string;
    readonly kind: 'person' | 'firm';
    readonly company?: string;
    readonly industry?: string;
    readonly goods?: string;
    readonly address?: string;
    readonly accountOwner?: string;
    readonly preferredChannel?: string;
    /** What they scored your service, 1 to 5. */
    readonly serviceScore?: {
      readonly mean: number;
      readonly count: number;
    };
    readonly status: 'active' | 'merged' | 'restricted' | 'erased';
    readonly segment?: 'REACTIVATED_LOW' | 'CHURNED_MID' | 'CHURNED_LOW' | 'TOP10_STABLE' | 'GROWING_HIGH' | 'SEASONAL_LOW' | 'STABLE_MID' | 'UNASSIGNED';
    readonly segmentedAt?: string;
    readonly createdAt: string;
    readonly updatedAt: string;
    /** Ids that are joined into this one. */
    readonly mergedIds: readonly string[];
    readonly contacts: readonly ({
      readonly kind: 'phone' | 'email';
      readonly value: string;
      readonly verifiedAt?: string;
    })[];
    /** Interests and birthday only while consent "profile" stands. */
    readonly people: readonly ({
      readonly id: string;
      readonly name: string;
      readonly jobTitle?: string;
      readonly phone?: string;
      readonly email?: string;
      readonly relationship?: string;
      readonly interests?: string;
      readonly birthdayOn?: string;
    })[];
    readonly consents: readonly ({
      readonly purpose: 'survey' | 'marketing' | 'profile';
      readonly isGranted: boolean;
      readonly textVersion: string;
      readonly channel: string;
      readonly at: string;
    })[];
    readonly openTickets: number;
    readonly conversations: readonly ({
      readonly id: string;
      readonly channel: string;
      readonly mode: string;
      readonly createdAt: string;
    })[];
    /** Counted to 10,000. */
    readonly shipmentCount: number;
    /** The numbers the group was computed from; amounts in fen. */
    readonly segmentBasis?: Readonly<Record<string, unknown>>;
    readonly segmentSays?: {
      readonly 'zh-Hans': string;
      readonly 'zh-Hant': string;
      readonly en: string;
    };
  };
  readonly TimelinePage: {
    readonly entries: readonly ({
      readonly kind: 'shipment' | 'conversation' | 'complaint' | 'callback' | 'note';
      readonly id: string;
      readonly at: string;
    })[];
    readonly nextCursor?: string;
  };
  readonly CustomerChange: {
    readonly expectedUpdatedAt?: string | null;
    readonly name?: string | null;
    readonly locale?: 'zh-Hans' | 'zh-Hant' | 'en' | null;
    readonly kind?: 'person' | 'firm';
    readonly company?: string | null;
    readonly industry?: string | null;
    readonly goods?: string | null;
    readonly address?: string | null;
    readonly accountOwner?: string | null;
    readonly preferredChannel?: string | null;
    /** The whole list. */
    readonly contacts?: readonly ({
      readonly kind: "phone";
      readonly value: string;
    } | {
      readonly kind: "email";
      readonly value: string;
    })[];
    /** The whole list. */
    readonly people?: readonly ({
      readonly id?: string | null;
      readonly name: string;
      readonly jobTitle?: string | null;
      readonly phone?: string | null;
      readonly email?: string | null;
      readonly relationship?: string | null;
      readonly interests?: string | null;
      readonly birthdayOn?: string | null;
    })[];
  };
  readonly NewCustomerNote: {
    readonly kind?: 'visit' | 'note' | 'import';
    /** Who wrote it, as you call your staff. */
    readonly author: string;
    readonly text: string;
    /** When it was; the same note told again is one. */
    readonly at: string;
  };
  readonly CustomerNote: {
    readonly id: string;
    readonly kind: 'visit' | 'note' | 'import';
    readonly author: string;
    readonly text: string;
    readonly at: string;
  };
  readonly NewConsent: {
    readonly purpose: 'survey' | 'marketing' | 'profile';
    readonly isGranted: boolean;
    /** Which wording was shown. */
    readonly textVersion: string;
    readonly channel: string;
  };
  readonly NewMerge: {
    /** Who it becomes. */
    readonly into: string;
    /** Who of your staff asks for it; kept with the name of the key. */
    readonly staffId: string;
    readonly factor: {
      readonly kind: "phone_code";
      readonly phone: string;
    } | {
      readonly kind: "channel_identity";
      readonly channel: string;
      readonly userId: string;
    } | {
      readonly kind: "staff";
      readonly reason: string;
    };
  };
  readonly MergeResult: {
    readonly mergeId: string;
    readonly fromId: string;
    readonly intoId: string;
    /** Rows moved, or given back, by table. */
    readonly counts: Readonly<Record<string, number>>;
  };
  readonly PersonExport: Readonly<Record<string, unknown>>;
  readonly ErasureRequest: {
    /** Who of your staff took the request. */
    readonly requestedBy: string;
  };
  readonly Erasure: {
    readonly reference: string;
    readonly at: string;
    readonly requestedBy: string;
    /** With whose key it was done, e.g. `key:privacy`. */
    readonly actor?: string;
    readonly deleted: Readonly<Record<string, number>>;
    /** Rows that stay without name, phone, address or words. */
    readonly redacted: Readonly<Record<string, number>>;
    readonly kept: readonly ({
      readonly what: string;
      readonly count: number;
      readonly reason: string;
      readonly until: string;
    })[];
    readonly certificate: {
      readonly 'zh-Hans': readonly string[];
      readonly 'zh-Hant': readonly string[];
      readonly en: readonly string[];
    };
  };
  readonly DeadWebhooks: {
    readonly webhooks: readonly ({
      readonly id: string;
      /** E.g. `complaint.created`. */
      readonly event: string;
      /** The event id it is sent under, `X-Event-Id`. */
      readonly key: string;
      /** What it is about. */
      readonly reference?: string;
      readonly attempts: number;
      /** Why the last attempt failed. */
      readonly lastError: string;
      readonly deadAt: string;
    })[];
  };
  readonly RetriedWebhooks: {
    readonly retried: number;
    readonly more: boolean;
  };
  readonly RetriedWebhook: {
    readonly id: string;
  };
  readonly Reconciliation: {
    readonly day: string;
    /** Midnight in the zone of the company. */
    readonly from: string;
    /** The midnight after it, which is no longer of the day. */
    readonly to: string;
    readonly tickets: {
      readonly opened: number;
      /** Came to an end; one that was opened again and ended again counts once. */
      readonly closed: number;
      /** Anything happened to them; the opened are among them. */
      readonly changed: number;
    };
    /** Events of that day, by name. */
    readonly webhooks: readonly ({
      readonly event: string;
      /** Your system took them. */
      readonly done: number;
      /** Still being tried. */
      readonly waiting: number;
      /** Given up: see /webhooks/dead. */
      readonly dead: number;
    })[];
  };
  readonly OpenApi: Readonly<Record<string, unknown>>;
}

/** Every call of the API, by its operation's id. */
export interface Operations {
  readonly putShipment: {
    readonly method: 'PUT';
    readonly path: '/shipments/{trackingNumber}';
    readonly params: {
      /** Lower case and spaces are taken too. */
      readonly trackingNumber: string;
    };
    readonly body: Schemas['NewShipment'];
    readonly answers: {
      readonly 200: Schemas['ShipmentSummary'];
      readonly 201: Schemas['ShipmentSummary'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 408: Schemas['Problem'];
      readonly 413: Schemas['Problem'];
      readonly 415: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly getShipment: {
    readonly method: 'GET';
    readonly path: '/shipments/{trackingNumber}';
    readonly params: {
      /** Lower case and spaces are taken too. */
      readonly trackingNumber: string;
    };
    readonly answers: {
      readonly 200: Schemas['Shipment'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly addEvents: {
    readonly method: 'POST';
    readonly path: '/shipments/{trackingNumber}/events';
    readonly params: {
      /** Lower case and spaces are taken too. */
      readonly trackingNumber: string;
    };
    readonly body: Schemas['NewEvents'];
    readonly answers: {
      readonly 202: Schemas['EventsResult'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 408: Schemas['Problem'];
      readonly 413: Schemas['Problem'];
      readonly 415: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly listCallbacks: {
    readonly method: 'GET';
    readonly path: '/callbacks';
    readonly query: {
      readonly status?: 'open' | 'done' | 'cancelled';
      /** Only those opened, changed, done or cancelled at this instant or after it. */
      readonly updatedAfter?: string;
      /** The nextCursor of the page before. */
      readonly cursor?: string;
      readonly limit?: number;
    };
    readonly answers: {
      readonly 200: Schemas['CallbackPage'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly completeCallback: {
    readonly method: 'PATCH';
    readonly path: '/callbacks/{reference}';
    readonly params: {
      readonly reference: string;
    };
    readonly body: Schemas['CallbackChange'];
    readonly answers: {
      readonly 200: Schemas['Callback'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 408: Schemas['Problem'];
      readonly 413: Schemas['Problem'];
      readonly 415: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly listComplaints: {
    readonly method: 'GET';
    readonly path: '/complaints';
    readonly query: {
      /** Only those changed at this instant or after it. */
      readonly updatedAfter?: string;
      readonly type?: 'complaint' | 'suggestion' | 'praise';
      /** One status, or several with commas between: any of them. */
      readonly status?: string;
      /** P0: safety, law or media. P1: serious. P2: normal. P3: minor. */
      readonly severity?: 'P0' | 'P1' | 'P2' | 'P3';
      readonly category?: 'delay' | 'damage' | 'loss' | 'shortage' | 'misdelivery' | 'service_attitude' | 'fee_dispute' | 'fake_delivery_sign' | 'pickup' | 'cod' | 'return' | 'customs' | 'document' | 'privacy' | 'safety' | 'bot_service' | 'other';
      /** `none`: those that nobody has. */
      readonly owner?: string;
      readonly team?: string;
      /** Lower case and spaces are taken too. */
      readonly trackingNumber?: string;
      readonly customerId?: string;
      /** Only those to be resolved before this instant. */
      readonly dueBefore?: string;
      /** `updated`: oldest change first, for following. `due`: what is to be resolved first, for working. */
      readonly order?: 'updated' | 'due';
      /** The nextCursor of the page before, with the same order. */
      readonly cursor?: string;
      readonly limit?: number;
    };
    readonly answers: {
      readonly 200: Schemas['ComplaintPage'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly getComplaint: {
    readonly method: 'GET';
    readonly path: '/complaints/{reference}';
    readonly params: {
      readonly reference: string;
    };
    readonly answers: {
      readonly 200: Schemas['ComplaintWithEvents'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly changeComplaint: {
    readonly method: 'PATCH';
    readonly path: '/complaints/{reference}';
    readonly params: {
      readonly reference: string;
    };
    readonly header: {
      /** The same key again for the same resource changes nothing and answers as things now stand. Make a new one for each change. */
      readonly 'Idempotency-Key'?: string;
    };
    readonly body: Schemas['ComplaintChange'];
    readonly answers: {
      readonly 200: Schemas['Complaint'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 408: Schemas['Problem'];
      readonly 409: Schemas['Problem'];
      readonly 413: Schemas['Problem'];
      readonly 415: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly getComplaintFile: {
    readonly method: 'GET';
    readonly path: '/complaints/{reference}/files/{id}';
    readonly params: {
      readonly reference: string;
      readonly id: string;
    };
    readonly answers: {
      readonly 200: Blob;
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly getEvidence: {
    readonly method: 'GET';
    readonly path: '/complaints/{reference}/evidence';
    readonly params: {
      readonly reference: string;
    };
    readonly answers: {
      readonly 200: Schemas['EvidencePack'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly offerClaim: {
    readonly method: 'POST';
    readonly path: '/complaints/{reference}/claim/offer';
    readonly params: {
      readonly reference: string;
    };
    readonly body: Schemas['ClaimOffer'];
    readonly answers: {
      readonly 200: Schemas['Claim'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 408: Schemas['Problem'];
      readonly 409: Schemas['Problem'];
      readonly 413: Schemas['Problem'];
      readonly 415: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly declineClaim: {
    readonly method: 'POST';
    readonly path: '/complaints/{reference}/claim/decline';
    readonly params: {
      readonly reference: string;
    };
    readonly body: Schemas['ClaimRefusal'];
    readonly answers: {
      readonly 200: Schemas['Claim'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 408: Schemas['Problem'];
      readonly 409: Schemas['Problem'];
      readonly 413: Schemas['Problem'];
      readonly 415: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly markClaimPaid: {
    readonly method: 'POST';
    readonly path: '/complaints/{reference}/claim/paid';
    readonly params: {
      readonly reference: string;
    };
    readonly answers: {
      readonly 200: Schemas['Claim'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 409: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly listCustomers: {
    readonly method: 'GET';
    readonly path: '/customers';
    readonly query: {
      readonly segment?: 'REACTIVATED_LOW' | 'CHURNED_MID' | 'CHURNED_LOW' | 'TOP10_STABLE' | 'GROWING_HIGH' | 'SEASONAL_LOW' | 'STABLE_MID' | 'UNASSIGNED';
      /** How a name, a phone or the id in your systems begins. */
      readonly q?: string;
      readonly status?: 'active' | 'merged' | 'erased';
      /** Only those changed at this instant or after it. */
      readonly updatedAfter?: string;
      /** The nextCursor of the page before. */
      readonly cursor?: string;
      readonly limit?: number;
    };
    readonly answers: {
      readonly 200: Schemas['CustomerPage'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly getCustomer: {
    readonly method: 'GET';
    readonly path: '/customers/{id}';
    readonly params: {
      readonly id: string;
    };
    readonly answers: {
      readonly 200: Schemas['CustomerFile'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly changeCustomer: {
    readonly method: 'PATCH';
    readonly path: '/customers/{id}';
    readonly params: {
      readonly id: string;
    };
    readonly body: Schemas['CustomerChange'];
    readonly answers: {
      readonly 200: Schemas['CustomerFile'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 408: Schemas['Problem'];
      readonly 409: Schemas['Problem'];
      readonly 413: Schemas['Problem'];
      readonly 415: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly getCustomerTimeline: {
    readonly method: 'GET';
    readonly path: '/customers/{id}/timeline';
    readonly params: {
      readonly id: string;
    };
    readonly query: {
      /** The nextCursor of the page before. */
      readonly cursor?: string;
      readonly limit?: number;
    };
    readonly answers: {
      readonly 200: Schemas['TimelinePage'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly addCustomerNote: {
    readonly method: 'POST';
    readonly path: '/customers/{id}/notes';
    readonly params: {
      readonly id: string;
    };
    readonly body: Schemas['NewCustomerNote'];
    readonly answers: {
      readonly 201: Schemas['CustomerNote'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 408: Schemas['Problem'];
      readonly 413: Schemas['Problem'];
      readonly 415: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly addConsent: {
    readonly method: 'POST';
    readonly path: '/customers/{id}/consents';
    readonly params: {
      readonly id: string;
    };
    readonly body: Schemas['NewConsent'];
    readonly answers: {
      readonly 200: Schemas['CustomerFile'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 408: Schemas['Problem'];
      readonly 413: Schemas['Problem'];
      readonly 415: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly mergeCustomer: {
    readonly method: 'POST';
    readonly path: '/customers/{id}/merge';
    readonly params: {
      readonly id: string;
    };
    readonly body: Schemas['NewMerge'];
    readonly answers: {
      readonly 200: Schemas['MergeResult'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 408: Schemas['Problem'];
      readonly 409: Schemas['Problem'];
      readonly 413: Schemas['Problem'];
      readonly 415: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly undoMerge: {
    readonly method: 'POST';
    readonly path: '/customer-merges/{id}/undo';
    readonly params: {
      readonly id: string;
    };
    readonly answers: {
      readonly 200: Schemas['MergeResult'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 409: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly exportCustomer: {
    readonly method: 'GET';
    readonly path: '/customers/{id}/export';
    readonly params: {
      readonly id: string;
    };
    readonly answers: {
      readonly 200: Schemas['PersonExport'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly eraseCustomer: {
    readonly method: 'POST';
    readonly path: '/customers/{id}/erase';
    readonly params: {
      readonly id: string;
    };
    readonly body: Schemas['ErasureRequest'];
    readonly answers: {
      readonly 200: Schemas['Erasure'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 408: Schemas['Problem'];
      readonly 409: Schemas['Problem'];
      readonly 413: Schemas['Problem'];
      readonly 415: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly listDeadWebhooks: {
    readonly method: 'GET';
    readonly path: '/webhooks/dead';
    readonly query: {
      readonly limit?: number;
    };
    readonly answers: {
      readonly 200: Schemas['DeadWebhooks'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly retryDeadWebhooks: {
    readonly method: 'POST';
    readonly path: '/webhooks/dead/retry';
    readonly answers: {
      readonly 202: Schemas['RetriedWebhooks'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly retryDeadWebhook: {
    readonly method: 'POST';
    readonly path: '/webhooks/dead/{id}/retry';
    readonly params: {
      readonly id: string;
    };
    readonly answers: {
      readonly 202: Schemas['RetriedWebhook'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 404: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly getReconciliation: {
    readonly method: 'GET';
    readonly path: '/reconciliation';
    readonly query: {
      /** A day in the zone of the company. */
      readonly day: string;
    };
    readonly answers: {
      readonly 200: Schemas['Reconciliation'];
      readonly 400: Schemas['Problem'];
      readonly 401: Schemas['Problem'];
      readonly 403: Schemas['Problem'];
      readonly 429: Schemas['Problem'];
      readonly 503: Schemas['Problem'];
    };
  };
  readonly getOpenApi: {
    readonly method: 'GET';
    readonly path: '/openapi.json';
    readonly answers: {
      readonly 200: Schemas['OpenApi'];
      readonly 503: Schemas['Problem'];
    };
  };
}
