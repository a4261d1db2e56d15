import { maskTraceText } from '../../../core/masking.ts';
import type { Side } from '../../../rules/shipments/types.ts';
import type { Store } from '../../store.ts';
import { findOwnSides, findPerson, type OwnSide, type Person } from './footprint.ts';
import { withoutNulls } from './rows.ts';

const AT_ONCE = 500;

/** $1 ids as JSON. */
const among = (column: string): string => `${column} IN (SELECT json_array_elements_text($1::json))`;

const PROFILE = `
  SELECT external_id AS "customerNumber", name, locale AS language, kind, company, industry, goods, address,
    preferred_channel AS "preferredChannel", service_score AS "serviceScore", service_scores AS "serviceAnswers", segment AS "customerGroup",
    segment_basis AS "customerGroupComputedFrom", created_at AS "customerSince"
  FROM customers WHERE ${among('id')} AND status IN ('active', 'merged') ORDER BY merged_into_id NULLS FIRST, id`;

/** Section of the copy, which ids it is found by, and its rows. */
const SECTIONS: readonly (readonly [name: string, of: 'ids' | 'identityIds' | 'conversationIds' | 'complaintIds', sql: string])[] = [
  [
    'contacts',
    'ids',
    `SELECT kind, value, verified_at AS "verifiedAt", created_at AS since FROM contacts WHERE ${among('customer_id')} ORDER BY kind, value`,
  ],
  [
    'contactPersons',
    'ids',
    `SELECT name, job_title AS "jobTitle", phone, email, relationship, interests, birthday_on AS birthday FROM contact_people
     WHERE ${among('customer_id')} ORDER BY id`,
  ],
  [
    'consents',
    'ids',
    `SELECT purpose, is_granted AS granted, text_version AS "textVersion", channel, at FROM consents WHERE ${among('customer_id')} ORDER BY at, id`,
  ],
  ['notes', 'ids', `SELECT kind, text, at FROM customer_notes WHERE ${among('customer_id')} ORDER BY at, id`],
  [
    'signIns',
    'identityIds',
    `SELECT channel, user_id AS "userId", bound_at AS "boundAt", created_at AS since FROM channel_identities WHERE ${among('id')} ORDER BY id`,
  ],
  [
    'callbackRequests',
    'ids',
    `SELECT reference, phone, topic, note, tracking_number AS "trackingNumber", status, created_at AS "createdAt", done_at AS "doneAt"
     FROM callback_requests WHERE ${among('customer_id')} ORDER BY id`,
  ],
  [
    'conversations',
    'conversationIds',
    `SELECT v.channel, v.locale AS language, v.created_at AS "startedAt",
       coalesce((SELECT json_agg(json_build_object('from', m.role, 'text', m.text, 'at', m.created_at) ORDER BY m.seq)
         FROM messages m WHERE m.conversation_id = v.id), '[]') AS messages,
       coalesce((SELECT json_agg(json_build_object('name', u.name, 'contentType', u.content_type, 'bytes', u.size_bytes, 'sentAt', u.created_at))
         FROM uploads u WHERE u.conversation_id = v.id), '[]') AS files
     FROM conversations v WHERE ${among('v.id')} ORDER BY v.created_at, v.id`,
  ],
  [
    'complaints',
    'complaintIds',
    `SELECT c.reference, c.type, c.category, c.status, c.severity, c.channel, c.description, c.remedy_sought AS "remedySought",
       c.contact_name AS "contactName", c.contact_phone AS "contactPhone", c.praised, c.tracking_number AS "trackingNumber", c.remedy,
       c.resolution, c.created_at AS "openedAt", c.resolved_at AS "resolvedAt", c.closed_at AS "closedAt",
       coalesce((SELECT json_agg(json_build_object('at', e.at, 'by', e.actor_type, 'action', e.action, 'status', e.to_status, 'words', e.words)
         ORDER BY e.seq) FROM complaint_events e WHERE e.complaint_id = c.id AND e.action <> 'noted'), '[]') AS history,
       (SELECT json_build_object('kind', k.kind, 'status', k.status, 'valueMinor', k.value_minor::text, 'currency', k.value_currency,
         'offeredMinor', k.offered_minor::text, 'paidAt', k.paid_at) FROM claims k WHERE k.complaint_id = c.id) AS claim
     FROM complaints c WHERE ${among('c.id')} ORDER BY c.created_at, c.id`,
  ],
  [
    'activity',
    'ids',
    `SELECT name, to_char(min(occurred_at) AT TIME ZONE 'UTC', 'YYYY-MM') AS month, count(*)::int AS count FROM service_facts
     WHERE ${among('customer_id')} GROUP BY name, date_trunc('month', occurred_at AT TIME ZONE 'UTC') ORDER BY 2, 1`,
  ],
];

/** See `CustomerPrivacy.exportPerson`. Colleagues' notes on a complaint are not told: they are about how it is handled. */
export async function exportPerson(store: Store, customerId: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const person = await findPerson(store.query, customerId);
  if (!person) return undefined;
  const profiles = await store.query<object & { readonly customerSince: Date }>(PROFILE, [JSON.stringify(person.ids)]);
  if (profiles.length === 0) return undefined;
  const lists = { ...person, identityIds: person.identities.map(({ id }) => id) };
  const sections: [string, unknown][] = [];
  for (const [name, of, sql] of SECTIONS)
    sections.push([name, (await store.query<object>(sql, [JSON.stringify(lists[of])])).map(withoutNulls)]);
  return { profiles: profiles.map(withoutNulls), ...Object.fromEntries(sections), shipments: await exportShipments(store, person) };
}

interface ShipmentRow {
  readonly sender: Readonly<Record<string, unknown>>;
  readonly recipient: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly freightMinor: string | null;
  readonly freightCurrency: string | null;
  readonly events: readonly { readonly text: string }[];
}

const SHIPMENTS = `
  SELECT s.id, s.tracking_number AS "trackingNumber", s.order_number AS "orderNumber", s.service, s.direction, s.status, s.sender, s.recipient,
    s.freight_minor::text AS "freightMinor", s.freight_currency AS "freightCurrency", s.weight_grams AS "weightGrams",
    s.item_summary AS contents, s.created_at AS "createdAt",
    coalesce((SELECT json_agg(json_build_object('at', e.occurred_at, 'status', e.status, 'text', e.text, 'city', e.city) ORDER BY e.occurred_at)
      FROM tracking_events e WHERE e.shipment_id = s.id), '[]') AS events
  FROM shipments s WHERE ${among('s.id')} ORDER BY s.created_at, s.id`;

const BOOKED = `SELECT id FROM shipments WHERE ${among('customer_id')}`;

async function exportShipments(store: Store, person: Person): Promise<readonly object[]> {
  const sides = await findOwnSides(store, person);
  const booked = await store.query<{ id: string }>(BOOKED, [JSON.stringify(person.ids)]);
  const bookedIds = new Set(booked.map(({ id }) => id));
  const ids = [...new Set([...booked, ...sides].map(({ id }) => id))];
  const own = new Map<string, Side[]>();
  for (const { id, side } of sides) own.set(id, [...(own.get(id) ?? []), side]);
  const shipments: object[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await store.query<ShipmentRow>(SHIPMENTS, [JSON.stringify(ids.slice(from, from + AT_ONCE))]);
    for (const row of rows) shipments.push(toOwnShipment(row, own.get(row.id) ?? [], bookedIds.has(row.id)));
  }
  return shipments;
}

/** Their own side alone: of the other party nothing, what it cost only where they booked it, and no names in the carrier's words. */
function toOwnShipment(found: ShipmentRow, sides: readonly OwnSide['side'][], isBooked: boolean): object {
  const { id: _id, sender, recipient, events, freightMinor, freightCurrency, ...row } = found;
  return {
    ...withoutNulls({ ...row, ...(isBooked && { freightMinor, freightCurrency }) }),
    ...(sides.includes('sender') && { youAsSender: sender }),
    ...(sides.includes('recipient') && { youAsRecipient: recipient }),
    events: events.map((event) => ({ ...event, text: maskTraceText(event.text) })),
  };
}
