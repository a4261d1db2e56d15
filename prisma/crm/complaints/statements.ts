import { COMPLAINT_STATUSES } from '../../../rules/complaints/codes.ts';
import { REPEAT_MS } from '../../../rules/complaints/policy.ts';
import { isOpen } from '../../../rules/complaints/states.ts';
import type { Statement } from '../../store.ts';
import { STORED, TICKET, WITH_WORDS } from './rows.ts';

const OPEN_STATUSES = COMPLAINT_STATUSES.filter(isOpen)
  .map((status) => `'${status}'`)
  .join(', ');
// More of one person's recent tickets than anybody needs: a firm that sends thousands must not make its own complaints slow.
const MAX_RECENT = 200;
const MAX_ALIKE = 10;
const recentOf = (column: string, value: string): string => `
    (SELECT id, type, status, shipment_id, tracking_number, created_at FROM complaints
     WHERE ${column} = (SELECT ${value} FROM p) AND created_at >= $8::timestamptz - interval '${REPEAT_MS} milliseconds'
     ORDER BY created_at DESC LIMIT ${MAX_RECENT})`;

/**
 * Everything opening needs, and the day's number where it will be needed. $1 idempotency key, $2 conversation, $3 customer or null,
 * $4 number as the customer gave it or null, $5 type, $6 category, $7 ids of files as JSON, $8 now, $9 counter of the day, $10 when
 * that expires. `tickets`: the one this message led to before (`isKnown`), the open one about the same shipment and category
 * (`isSame`), and open ones without a shipment that may be about the same.
 */
export const READ_FOR_OPENING: Statement = {
  name: 'complaint-read-opening',
  text: `
    WITH known AS (
      SELECT id, false AS added FROM complaints WHERE idempotency_key = $1
      UNION ALL SELECT complaint_id, true FROM complaint_events WHERE idempotency_key = $1 AND action = 'contacted'
      LIMIT 1
    ),
    p AS (
      SELECT v.channel, v.identity_id AS identity, u.id AS customer, u.segment, u.account_owner AS owner
      FROM (VALUES (1)) AS one(n)
      LEFT JOIN conversations v ON v.id = $2
      LEFT JOIN channel_identities i ON i.id = v.identity_id
      LEFT JOIN customers told ON told.id = coalesce($3, i.customer_id)
      LEFT JOIN customers u ON u.id = coalesce(told.merged_into_id, told.id)
    ),
    s AS (
      SELECT s.id, CASE WHEN s.declared_currency = 'CNY' THEN s.declared_minor::float8 END AS declared, s.item_summary AS items,
        (SELECT e.location_name FROM tracking_events e WHERE e.shipment_id = s.id AND e.location_name IS NOT NULL
           AND e.status <> 'UNKNOWN' AND e.occurred_at <= s.last_event_at
         ORDER BY e.occurred_at DESC, e.recorded_at DESC, e.id DESC LIMIT 1) AS station
      FROM shipments s
      WHERE s.id = coalesce((SELECT id FROM shipments WHERE tracking_number = $4), (SELECT shipment_id FROM pieces WHERE number = $4))
    ),
    recent AS MATERIALIZED (${recentOf('customer_id', 'customer')} UNION ${recentOf('identity_id', 'identity')}),
    about AS MATERIALIZED (
      SELECT c.id, c.reference, c.category, c.created_at, c.last_seq, c.last_hash,
        (c.customer_id = p.customer OR c.identity_id = p.identity) IS TRUE AS own
      FROM complaints c, p
      WHERE $5 = 'complaint' AND c.shipment_id = (SELECT id FROM s) AND c.type = 'complaint' AND c.status IN (${OPEN_STATUSES})
    ),
    same AS (SELECT id FROM about WHERE own AND category = $6 ORDER BY created_at, id LIMIT 1),
    alike AS (
      SELECT id FROM recent
      WHERE NOT EXISTS (SELECT FROM s) AND type = $5 AND status IN (${OPEN_STATUSES}) AND shipment_id IS NULL
        AND created_at >= $8::timestamptz - interval '7 days' AND ($4::text IS NULL OR tracking_number IS NULL OR tracking_number = $4)
      ORDER BY created_at DESC LIMIT ${MAX_ALIKE}
    ),
    taken AS (
      INSERT INTO counters AS k (key, count, expires_at)
      SELECT $9, 1, $10 WHERE NOT EXISTS (SELECT FROM known) AND NOT EXISTS (SELECT FROM same)
      ON CONFLICT (key) DO UPDATE SET count = k.count + 1 RETURNING count
    )
    SELECT p.channel, p.identity AS "identityId", p.customer AS "customerId", p.segment, p.owner AS "accountOwner",
      (SELECT json_build_object('id', id, 'declaredMinor', declared, 'items', items, 'station', station) FROM s) AS shipment,
      (SELECT count(*)::int FROM recent WHERE type = 'complaint') AS "recentComplaints",
      (SELECT count FROM taken) AS number,
      (SELECT json_build_object('id', id, 'reference', reference, 'lastSeq', last_seq, 'lastHash', last_hash) FROM about
       WHERE NOT own ORDER BY created_at DESC, id DESC LIMIT 1) AS related,
      (SELECT reference FROM incidents WHERE $5 = 'complaint' AND station = (SELECT station FROM s) AND category = $6
       AND began_at > $8::timestamptz - interval '1 day' AND closed_at IS NULL ORDER BY began_at DESC LIMIT 1) AS incident,
      (SELECT json_agg(json_build_object('id', id, 'name', name, 'contentType', content_type, 'sizeBytes', size_bytes) ORDER BY id)
       FROM uploads WHERE id IN (SELECT json_array_elements_text($7::json)) AND conversation_id = $2) AS files,
      (SELECT json_agg(t) FROM (
         SELECT ${STORED}, known.id IS NOT NULL AS "isKnown", coalesce(known.added, false) AS "isAdded", same.id IS NOT NULL AS "isSame"
         FROM complaints c LEFT JOIN known ON known.id = c.id LEFT JOIN same ON same.id = c.id
         WHERE c.id IN (SELECT id FROM known UNION SELECT id FROM same UNION SELECT id FROM alike)) t) AS tickets
    FROM p`,
};

/**
 * What a change needs. $1 reference, $2 its idempotency key or null, $3 ids of files as JSON, $4 reference it is to be merged into or
 * null. Files count that came in a conversation of this ticket's person.
 */
export const READ_FOR_CHANGE: Statement = {
  name: 'complaint-read-change',
  text: `
    SELECT ${STORED},
      (SELECT json_build_object('action', action, 'from', from_status, 'to', to_status) FROM complaint_events
       WHERE idempotency_key = $2 AND complaint_id = c.id) AS repeated,
      ($4::text IS NULL OR EXISTS (SELECT FROM complaints WHERE reference = $4)) AS "isTargetKnown",
      (SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'contentType', u.content_type, 'sizeBytes', u.size_bytes) ORDER BY u.id)
       FROM uploads u JOIN conversations v ON v.id = u.conversation_id LEFT JOIN channel_identities i ON i.id = v.identity_id
       WHERE u.id IN (SELECT json_array_elements_text($3::json))
         AND (v.id = c.conversation_id OR v.identity_id = c.identity_id OR i.customer_id = c.customer_id)) AS "newFiles"
    FROM complaints c WHERE c.reference = $1`,
};

/** $1 reference, $2 key. */
export const CHANGED: Statement = {
  name: 'complaint-changed',
  text: `SELECT 1 AS one FROM complaint_events e JOIN complaints c ON c.id = e.complaint_id
    WHERE e.idempotency_key = $2 AND c.reference = $1 AND e.action <> 'refused'`,
};

/** $1 now, $2 how many, $3 and $4 instant and id of the last one taken, so that one that cannot be done does not come again. */
export const READ_DUE: Statement = {
  name: 'complaint-read-due',
  text: `
    SELECT ${STORED}, c.next_alarm_at AS "nextAlarmAt" FROM complaints c
    WHERE c.next_alarm_at <= $1 AND (c.next_alarm_at, c.id) > ($3, $4) ORDER BY c.next_alarm_at, c.id LIMIT $2`,
};

/** $1 id, $2 next alarm or null, $3 version and $4 last line as they were read. */
export const SET_ALARM: Statement = {
  name: 'complaint-set-alarm',
  text: 'UPDATE complaints SET next_alarm_at = $2 WHERE id = $1 AND version = $3 AND last_seq = $4',
};

const VIEWERS = `(c.conversation_id = $2 OR c.customer_id = $3 OR c.identity_id = (SELECT identity_id FROM conversations WHERE id = $2))`;
/** $1 reference, $2 conversation, $3 customer or null, $4 whether the viewer proved to know its phone. */
export const FIND: Statement = {
  name: 'complaint-find',
  text: `SELECT ${TICKET} FROM complaints c WHERE c.reference = $1 AND ($4::boolean OR ${VIEWERS})`,
};

const MAX_LOOKED_AT = 200;
const ofViewer = (condition: string): string => `
      (SELECT id, status, created_at FROM complaints WHERE ${condition} AND created_at >= $3 ORDER BY created_at DESC LIMIT ${MAX_LOOKED_AT})`;
/** $1 conversation, $2 customer or null, $3 since when. */
export const LIST: Statement = {
  name: 'complaint-list',
  text: `
    WITH mine AS (${ofViewer('conversation_id = $1')} UNION ${ofViewer('customer_id = $2')} UNION
      ${ofViewer('identity_id = (SELECT identity_id FROM conversations WHERE id = $1)')}),
    first AS (SELECT id FROM mine ORDER BY status NOT IN (${OPEN_STATUSES}), created_at DESC, id DESC LIMIT 5)
    SELECT ${TICKET} FROM complaints c WHERE c.id IN (SELECT id FROM first)
    ORDER BY c.status NOT IN (${OPEN_STATUSES}), c.created_at DESC, c.id DESC`,
};

/** $1 reference. */
export const OPEN: Statement = { name: 'complaint-open', text: `SELECT ${WITH_WORDS} FROM complaints c WHERE c.reference = $1` };
