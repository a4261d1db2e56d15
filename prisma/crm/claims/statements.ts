// Amounts leave inside JSON: there both stores give a bigint as a number, and every amount of ours is far below 2^53.
const CLAIM = `
  k.id, c.reference AS "complaintReference", k.idempotency_key AS "idempotencyKey", k.status, k.kind,
  json_build_object('minor', k.value_minor, 'currency', k.value_currency) AS value, k.evidence, k.result,
  CASE WHEN k.offered_minor IS NOT NULL THEN json_build_object('minor', k.offered_minor, 'currency', k.offered_currency) END AS offered,
  k.offered_by AS "offeredBy", k.accepted_at AS "acceptedAt", k.paid_at AS "paidAt", k.created_at AS "createdAt",
  k.updated_at AS "updatedAt", c.status AS "complaintStatus", c.locale`;

/** $1 reference of the complaint. */
export const FIND = `SELECT ${CLAIM} FROM claims k JOIN complaints c ON c.id = k.complaint_id WHERE c.reference = $1`;

/** $1 reference: what a claim is computed from, and the claim where there is one. */
export const READ_FACTS = `
  SELECT c.id AS "complaintId", c.status, c.verified_level AS "verifiedLevel",
    EXISTS (SELECT FROM complaints o JOIN claims k ON k.complaint_id = o.id WHERE o.shipment_id = c.shipment_id AND o.id <> c.id
            AND k.status NOT IN ('REFUSED', 'DECLINED')) AS "isClaimedBefore",
    (SELECT json_build_object('service', s.service, 'status', s.status, 'reason', s.reason, 'promisedAt', s.promised_at,
       'lastEventAt', s.last_event_at, 'createdAt', s.created_at, 'pieceCount', s.piece_count, 'weightGrams', s.weight_grams,
       'sender', json_build_object('country', s.sender->>'country', 'city', s.sender->>'city'),
       'recipient', json_build_object('country', s.recipient->>'country', 'city', s.recipient->>'city'),
       'declaredMinor', s.declared_minor, 'declaredCurrency', s.declared_currency, 'insuredMinor', s.insured_minor,
       'insuredCurrency', s.insured_currency, 'freightMinor', s.freight_minor, 'freightCurrency', s.freight_currency,
       'events', coalesce((SELECT json_agg(json_build_object('occurredAt', e.occurred_at, 'status', e.status, 'reason', e.reason))
                           FROM tracking_events e WHERE e.shipment_id = s.id), '[]'))
     FROM shipments s WHERE s.id = c.shipment_id) AS shipment
  FROM complaints c WHERE c.reference = $1`;

const FACT = `INSERT INTO service_facts (id, name, occurred_at, conversation_id, shipment_id, customer_id, channel, locale, seconds,
  subject_id, category, severity, station, label, amount_minor, currency)`;
/** Columns of a fact about claim `k` of complaint `c`; seconds since the claim was opened. */
const factOf = (id: string, name: string, at: string, amount: string, currency: string): string =>
  `SELECT ${id}, ${name}, ${at}, c.conversation_id, c.shipment_id, c.customer_id, c.channel, c.locale,
     extract(epoch FROM ${at}::timestamptz - k.created_at), c.id, c.category, c.severity, c.station, k.kind, ${amount}, ${currency}`;

/** $1 claim as JSON, $2 result as JSON, $3 now. No row when the complaint has a claim, or the message opened one elsewhere. */
export const OPEN = `
  WITH n AS (
    SELECT * FROM json_to_record($1::json) AS n(id text, "factId" text, "complaintId" text, "idempotencyKey" text, kind text, minor bigint,
      currency text, evidence text)
  ),
  k AS (
    INSERT INTO claims (id, idempotency_key, complaint_id, status, kind, value_minor, value_currency, evidence, result, created_at, updated_at)
    SELECT n.id, n."idempotencyKey", n."complaintId", 'ASSESSING', n.kind, n.minor, n.currency, n.evidence, $2::jsonb, $3, $3 FROM n
    ON CONFLICT DO NOTHING RETURNING *
  ),
  fact AS (
    ${FACT}
    ${factOf('n."factId"', "'claim.opened'", '$3', 'k.value_minor', 'k.value_currency')}
    FROM k JOIN complaints c ON c.id = k.complaint_id CROSS JOIN n
  )
  SELECT ${CLAIM} FROM k JOIN complaints c ON c.id = k.complaint_id`;

/**
 * $1 claim, $2 its `updatedAt` and $10 its status when it was read, $3 status it goes to, $4 now, $5 fact's id, $6 fact's name,
 * $7 amount and $8 currency offered or null, $9 who. No row when somebody changed the claim since.
 */
export const MOVE = `
  WITH k AS (
    UPDATE claims SET status = $3, updated_at = $4, offered_minor = coalesce($7::bigint, offered_minor),
      offered_currency = coalesce($8::text, offered_currency), offered_by = coalesce($9::text, offered_by),
      paid_at = CASE WHEN $3 = 'PAID' THEN $4::timestamptz ELSE paid_at END
    WHERE id = $1 AND updated_at = $2 AND status = $10 RETURNING *
  ),
  fact AS (
    ${FACT}
    ${factOf('$5', '$6', '$4', 'k.offered_minor', 'k.offered_currency')}
    FROM k JOIN complaints c ON c.id = k.complaint_id
  )
  SELECT ${CLAIM} FROM k JOIN complaints c ON c.id = k.complaint_id`;

/**
 * $1 complaint, $2 ACCEPTED or REFUSED, $3 now, $4 id and $5 name of the answer's fact, $6 id of the offer's fact. What was
 * answered is the money the complaint proposes: where the offer's own row was not written yet, its fact is written here.
 */
export const ANSWER = `
  WITH was AS (
    SELECT k.id, k.status, (c.remedy->'amount'->>'minor')::bigint AS minor, c.remedy->'amount'->>'currency' AS currency
    FROM claims k JOIN complaints c ON c.id = k.complaint_id
    WHERE k.complaint_id = $1 AND k.status NOT IN ('ACCEPTED', 'PAID')
      AND c.remedy->>'type' = 'compensation' AND c.remedy->'amount'->>'minor' IS NOT NULL
    FOR UPDATE OF k
  ),
  k AS (
    UPDATE claims SET status = $2, updated_at = $3, offered_minor = was.minor, offered_currency = was.currency,
      accepted_at = CASE WHEN $2 = 'ACCEPTED' THEN $3::timestamptz END
    FROM was WHERE claims.id = was.id RETURNING claims.*
  )
  ${FACT}
  ${factOf('f.id', 'f.name', '$3', 'k.offered_minor', 'k.offered_currency')}
  FROM k JOIN complaints c ON c.id = k.complaint_id JOIN was ON was.id = k.id
  JOIN (VALUES ($4, $5), ($6, 'claim.offered')) AS f(id, name) ON f.name <> 'claim.offered' OR was.status <> 'OFFERED'`;
