import type { Clock } from '../../../core/clock.ts';
import { createId } from '../../../core/ids.ts';
import { erasedId, erasedPhone } from '../../../rules/customers/suppression.ts';
import type { NewParty, NewShipment } from '../../../rules/shipments/types.ts';
import { toCleanJson, toCleanText } from '../../clean.ts';
import type { Query, Store } from '../../store.ts';
import { toDigits, toE164 } from '../phones.ts';
import { deriveAll } from './derived.ts';

// $8 and $9: hashes of the external id and the phone. Whom the company erased is not made again by its own import; nor is a phone
// of theirs stored by one. Who was merged away is found as who stands for them.
const CUSTOMER = `
  WITH put AS (
    INSERT INTO customers AS c (id, external_id, name, is_demo, created_at, updated_at)
    SELECT $1, $2, $3, $4::boolean, $5::timestamptz, $5 WHERE NOT EXISTS (SELECT FROM erasures WHERE hashes @> ARRAY[$8::text])
    ON CONFLICT (external_id) DO UPDATE SET name = coalesce(excluded.name, c.name), updated_at = excluded.updated_at
    RETURNING coalesce(merged_into_id, id) AS id
  ),
  contact AS (
    INSERT INTO contacts (id, customer_id, kind, value, created_at)
    SELECT $6, id, 'phone', $7, $5 FROM put
    WHERE $7::text IS NOT NULL AND NOT EXISTS (SELECT FROM erasures WHERE hashes @> ARRAY[$9::text])
    ON CONFLICT (customer_id, kind, value) DO NOTHING
  )
  SELECT id FROM put`;

// One document holds the shipment's columns: xmax is 0 only for a row that this statement made.
const SHIPMENT = `
  INSERT INTO shipments AS s (id, tracking_number, order_number, customer_id, service, direction, status, promised_at, promised_offset_minutes, declared_minor,
    declared_currency, insured_minor, insured_currency, freight_minor, freight_currency, piece_count, weight_grams, sender, recipient, sender_phone, recipient_phone, item_summary,
    is_demo, created_at, updated_at, derived_at)
  SELECT n.id, n.number, n."order", n.customer, n.service, n.direction, 'LABEL_CREATED', n.promised, n."promisedOffset", n.declared, n."declaredIn",
    n.insured, n."insuredIn", n.freight, n."freightIn", n.pieces, n.weight, n.sender, n.recipient, n."senderPhone", n."recipientPhone", n.summary, n.demo, $2, $2, $2
  FROM json_to_record($1::json) AS n(id text, number text, "order" text, customer text, service text, direction text, promised timestamptz,
    "promisedOffset" int, declared bigint, "declaredIn" text, insured bigint, "insuredIn" text, freight bigint, "freightIn" text, pieces int, weight int, sender jsonb, recipient jsonb,
    "senderPhone" text, "recipientPhone" text, summary text, demo boolean)
  ON CONFLICT (tracking_number) DO UPDATE SET
    order_number = excluded.order_number, customer_id = coalesce(excluded.customer_id, s.customer_id), service = excluded.service,
    direction = excluded.direction, promised_at = excluded.promised_at,
    promised_offset_minutes = excluded.promised_offset_minutes, declared_minor = excluded.declared_minor,
    declared_currency = excluded.declared_currency, insured_minor = excluded.insured_minor, insured_currency = excluded.insured_currency,
    freight_minor = excluded.freight_minor, freight_currency = excluded.freight_currency,
    piece_count = excluded.piece_count, weight_grams = excluded.weight_grams, sender = excluded.sender, recipient = excluded.recipient,
    sender_phone = excluded.sender_phone, recipient_phone = excluded.recipient_phone, item_summary = excluded.item_summary,
    updated_at = excluded.updated_at
  RETURNING id, xmax = 0 AS created`;

const PARTS = `
  WITH gone AS (DELETE FROM pieces WHERE shipment_id = $1 AND position > $2::int),
  made AS (
    INSERT INTO pieces (number, shipment_id, position, status)
    SELECT $3 || '-' || at, $1, at, 'LABEL_CREATED' FROM generate_series(1, $2::int) AS at
    ON CONFLICT (number) DO NOTHING
  ),
  dropped AS (DELETE FROM shipment_items WHERE shipment_id = $1 AND position > json_array_length($4::json))
  INSERT INTO shipment_items (id, shipment_id, position, description, quantity, unit_minor, currency, hs_code, origin_country)
  SELECT i.id, $1, i.position, i.description, i.quantity, i."unitMinor", i.currency, i."hsCode", i."originCountry"
  FROM json_to_recordset($4::json) AS i(id text, position int, description text, quantity int, "unitMinor" bigint, currency text, "hsCode" text,
    "originCountry" text)
  ON CONFLICT (shipment_id, position) DO UPDATE SET description = excluded.description, quantity = excluded.quantity,
    unit_minor = excluded.unit_minor, currency = excluded.currency, hs_code = excluded.hs_code, origin_country = excluded.origin_country`;

export interface IntakeOptions {
  /** Marks what is put as demo data. Default false. */
  readonly isDemo?: boolean;
  /** The secret given to `createCustomerPrivacy`. Without it an import makes customers again whom the company erased. */
  readonly erasureKey?: string;
}

/**
 * Writes a shipment as the company's system has it, replacing what was there; its events and status stay. The customer is made
 * when missing, unless they were erased: then the shipment belongs to nobody. One transaction, and putting the same again
 * changes nothing but `updatedAt`.
 */
export function putShipment(store: Store, clock: Clock, shipment: NewShipment, options: IntakeOptions): Promise<'created' | 'updated'> {
  const { isDemo = false } = options;
  const now = clock.now();
  return store.transaction(async (query) => {
    const customerId = await putCustomer(query, shipment, now, options);
    const [row] = await query<{ id: string; created: boolean }>(SHIPMENT, [toCleanJson(toRow(shipment, customerId, now, isDemo)), now]);
    if (!row) throw new Error('an upsert returned no row');
    const pieceCount = shipment.pieceCount > 1 ? shipment.pieceCount : 0;
    await query(PARTS, [row.id, pieceCount, toCleanText(shipment.trackingNumber), toCleanJson(toItems(shipment, now))]);
    // Pieces may have come or gone, and the shipment is as far as the least advanced of them.
    if (!row.created) await deriveAll(query, [row.id], now);
    return row.created ? 'created' : 'updated';
  });
}

async function putCustomer(query: Query, shipment: NewShipment, now: Date, options: IntakeOptions): Promise<string | undefined> {
  const { customer } = shipment;
  if (!customer) return undefined;
  const party = partyOf(shipment);
  const phone = party && toE164(party.phone, party.address.country);
  const name = customer.name === undefined ? null : toCleanText(customer.name);
  const ids = [createId(now.getTime()), createId(now.getTime())] as const;
  const { isDemo = false, erasureKey } = options;
  const externalId = toCleanText(customer.externalId);
  const hashes = [
    erasureKey === undefined ? null : erasedId(erasureKey, externalId),
    erasureKey === undefined || phone === undefined ? null : erasedPhone(erasureKey, phone),
  ];
  const [row] = await query<{ id: string }>(CUSTOMER, [ids[0], externalId, name, isDemo, now, ids[1], phone ?? null, ...hashes]);
  return row?.id;
}

/**
 * Whose phone is the customer's: the party of the same name. Without a name, who the shipment is for: the recipient, or the
 * sender of a return. A name that is neither party's is a merchant: no phone of a stranger may become theirs.
 */
function partyOf({ customer, sender, recipient, direction }: NewShipment): NewParty | undefined {
  if (customer?.name === undefined) return direction === 'return' ? sender : recipient;
  return [recipient, sender].find((party) => party.name === customer.name);
}

function toRow(shipment: NewShipment, customer: string | undefined, now: Date, isDemo: boolean): Record<string, unknown> {
  const { declaredValue, insuredValue, freight, items, sender, recipient } = shipment;
  return {
    id: createId(now.getTime()),
    number: shipment.trackingNumber,
    order: shipment.orderNumber,
    customer,
    service: shipment.service,
    direction: shipment.direction ?? 'forward',
    promised: shipment.promisedAt,
    promisedOffset: shipment.promisedOffsetMinutes,
    declared: declaredValue?.minor,
    declaredIn: declaredValue?.currency,
    insured: insuredValue?.minor,
    insuredIn: insuredValue?.currency,
    freight: freight?.minor,
    freightIn: freight?.currency,
    pieces: shipment.pieceCount,
    weight: shipment.weightGrams,
    sender: toParty(sender),
    recipient: toParty(recipient),
    senderPhone: toDigits(sender.phone),
    recipientPhone: toDigits(recipient.phone),
    summary:
      items.length === 0
        ? undefined
        : items
            .map((item) => item.description)
            .join(', ')
            .slice(0, 200),
    demo: isDemo,
  };
}

function toParty({ name, phone, address }: NewParty): Record<string, unknown> {
  return { name, phone: toDigits(phone), ...address };
}

function toItems({ items }: NewShipment, now: Date): readonly Record<string, unknown>[] {
  return items.map(({ unitValue, ...item }, at) => ({
    id: createId(now.getTime()),
    position: at + 1,
    ...item,
    unitMinor: unitValue?.minor,
    currency: unitValue?.currency,
  }));
}
