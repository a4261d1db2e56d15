import { CLAIMS } from './definition.ts';

const CLAIM = `${CLAIMS.select('k')}, c.reference AS "complaintReference", c.status AS "complaintStatus", c.locale,
  c.last_seq AS "lastSeq", c.last_hash AS "lastHash"`;

/** $1 reference of the complaint. */
export const FIND = `SELECT ${CLAIM} FROM claims k JOIN complaints c ON c.id = k.complaint_id WHERE c.reference = $1`;

/** $1 complaint: its claim, locked. */
export const LOCK = `SELECT ${CLAIM} FROM claims k JOIN complaints c ON c.id = k.complaint_id WHERE k.complaint_id = $1 FOR UPDATE OF k`;

/** What a claim is computed from, of a shipment `s`. */
const SHIPMENT = `json_build_object('service', s.service, 'status', s.status, 'reason', s.reason, 'promisedAt', s.promised_at,
       'lastEventAt', s.last_event_at, 'arrivedAt', s.arrived_at, 'createdAt', s.created_at, 'pieceCount', s.piece_count, 'weightGrams', s.weight_grams,
       'sender', json_build_object('country', s.sender->>'country', 'city', s.sender->>'city'),
       'recipient', json_build_object('country', s.recipient->>'country', 'city', s.recipient->>'city'),
       'declaredMinor', s.declared_minor, 'declaredCurrency', s.declared_currency, 'insuredMinor', s.insured_minor,
       'insuredCurrency', s.insured_currency, 'freightMinor', s.freight_minor, 'freightCurrency', s.freight_currency,
       'events', coalesce((SELECT json_agg(json_build_object('occurredAt', e.occurred_at, 'status', e.status, 'reason', e.reason))
                           FROM tracking_events e WHERE e.shipment_id = s.id), '[]'))`;

/** $1 tracking number. */
export const READ_SHIPMENT = `SELECT ${SHIPMENT} AS shipment FROM shipments s WHERE s.tracking_number = $1`;

/** $1 reference: what a claim is computed from, and the claim where there is one. */
export const READ_FACTS = `
  SELECT c.id AS "complaintId", c.last_seq AS "lastSeq", c.last_hash AS "lastHash", c.status, c.locale, c.verified_level AS "verifiedLevel",
    c.customer_id AS "customerId", c.conversation_id AS "conversationId",
    EXISTS (SELECT FROM complaints o JOIN claims k ON k.complaint_id = o.id WHERE o.shipment_id = c.shipment_id AND o.id <> c.id
            AND k.status NOT IN ('REFUSED', 'DECLINED')) AS "isClaimedBefore",
    (SELECT ${SHIPMENT} FROM shipments s WHERE s.id = c.shipment_id) AS shipment
  FROM complaints c WHERE c.reference = $1`;
