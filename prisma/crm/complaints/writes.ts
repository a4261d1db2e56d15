import type { Statement } from '../../store.ts';

// The head row decides, as in a turn: where another was quicker it is not there, nothing else has a row to join with, and nothing is
// written. Rows come as one JSON document per table.

/** Columns a change may write; that of the customer only where none was known. */
const MUTABLE = [
  ...['version', 'category', 'severity', 'status', 'conversation_id', 'verified_level', 'description', 'remedy_sought', 'mood'],
  ...['contact_phone', 'contact_name', 'owner', 'team', 'first_response_due_at', 'resolve_due_at', 'statutory_due_at', 'next_alarm_at'],
  ...['first_responded_at', 'resolved_at', 'closed_at', 'paused_ms', 'paused_at', 'contact_count', 'reopen_count', 'remedy'],
  ...['resolution', 'root_cause', 'station', 'corrective_action', 'duplicate_of', 'incident', 'last_seq', 'last_hash', 'updated_at'],
];

/** `e`: lines as JSON. */
export const EVENTS = `
  INSERT INTO complaint_events (complaint_id, seq, at, actor_type, actor_id, action, from_status, to_status, data, words, salt,
    words_digest, idempotency_key, prev_hash, hash)
  SELECT e."complaintId", e.seq, e.at, e.actor->>'type', e.actor->>'id', e.action, e."from", e."to", e.data, e.words, e.salt,
    e."wordsDigest", e."idempotencyKey", e."prevHash", e.hash`;
export const eventsFrom = (parameter: string): string => `json_to_recordset(${parameter}::json) AS e("complaintId" text, seq int,
    at timestamptz, actor json, action text, "from" text, "to" text, data jsonb, words text, salt text, "wordsDigest" text,
    "idempotencyKey" text, "prevHash" text, hash text)`;

/** $2 now, $3 lines, $4 facts, $5 outbox rows, $6 ids of new files, $7 ends of other tickets' audits that get a line too. */
const TAIL = `,
    beside AS (
      UPDATE complaints c SET last_seq = b."lastSeq", last_hash = b."lastHash"
      FROM head, json_to_recordset($7::json) AS b(id text, "lastSeq" int, "lastHash" text)
      WHERE c.id = b.id AND c.last_seq = b."lastSeq" - 1 RETURNING c.id
    ),
    lines AS (
      ${EVENTS} FROM (SELECT id FROM head UNION ALL SELECT id FROM beside) AS ends JOIN ${eventsFrom('$3')} ON e."complaintId" = ends.id
    ),
    added AS (
      INSERT INTO complaint_files (complaint_id, upload_id, added_at)
      SELECT head.id, u.id, $2 FROM head, uploads u WHERE u.id IN (SELECT json_array_elements_text($6::json)) ON CONFLICT DO NOTHING
    ),
    facts AS (
      INSERT INTO service_facts (id, name, occurred_at, conversation_id, shipment_id, customer_id, channel, locale, seconds, subject_id,
        category, severity, station, label)
      SELECT f.id, f.name, $2, head.conversation_id, head.shipment_id, head.customer_id, head.channel, head.locale, f.seconds, head.id,
        f.category, f.severity, f.station, f.label
      FROM head, json_to_recordset($4::json) AS f(id text, name text, seconds float8, category text, severity text, station text, label text)
    ),
    queued AS (
      INSERT INTO outbox (id, kind, key, payload, due_at, created_at)
      SELECT o.id, o.kind, o.key, o.payload, $2, $2
      FROM head, json_to_recordset($5::json) AS o(id text, kind text, key text, payload jsonb) ON CONFLICT (key) DO NOTHING
    )
    SELECT (SELECT count(*)::int FROM beside) AS beside FROM head`;

/** $1 the whole row as JSON by its columns. No row when the message, or the person with the same matter, has a ticket by now. */
export const INSERT: Statement = {
  name: 'complaint-insert',
  text: `
    WITH head AS (
      INSERT INTO complaints SELECT * FROM json_populate_record(NULL::complaints, $1::json) ON CONFLICT DO NOTHING RETURNING *
    )${TAIL}`,
};

/**
 * $1 id and the columns of a change as JSON, $8 version and $9 last line as they were read. No row when somebody was quicker. The key
 * of the open matter is left out where another ticket has it, as after two customers were joined.
 */
export const UPDATE: Statement = {
  name: 'complaint-update',
  text: `
    WITH n AS (SELECT * FROM json_populate_record(NULL::complaints, $1::json)),
    head AS (
      UPDATE complaints c SET ${MUTABLE.map((column) => `${column} = n.${column}`).join(', ')},
        customer_id = coalesce(c.customer_id, n.customer_id),
        open_key = (SELECT n.open_key WHERE NOT EXISTS (SELECT FROM complaints o WHERE o.open_key = n.open_key AND o.id <> n.id))
      FROM n WHERE c.id = n.id AND c.version = $8 AND c.last_seq = $9 RETURNING c.*
    )${TAIL}`,
};

/** A line alone, as of what was refused: $1 complaint, $2 new end of its audit as JSON, $3 the line. */
export const APPEND: Statement = {
  name: 'complaint-append',
  text: `
    WITH head AS (
      UPDATE complaints c SET last_seq = b."lastSeq", last_hash = b."lastHash"
      FROM json_to_record($2::json) AS b("lastSeq" int, "lastHash" text) WHERE c.id = $1 AND c.last_seq = b."lastSeq" - 1 RETURNING c.id
    ),
    lines AS (${EVENTS} FROM head JOIN ${eventsFrom('$3')} ON e."complaintId" = head.id)
    SELECT id FROM head`,
};

/** $1 id, $2 next alarm or null, $3 version and $4 last line as they were read. */
export const SET_ALARM: Statement = {
  name: 'complaint-set-alarm',
  text: 'UPDATE complaints SET next_alarm_at = $2 WHERE id = $1 AND version = $3 AND last_seq = $4',
};
