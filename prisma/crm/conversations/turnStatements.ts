import type { Statement } from '../../store.ts';
import { insertFacts } from '../facts.ts';
import { insertJobs } from '../jobRows.ts';

// The statements of the hot path, prepared once per connection. Text values come as one JSON document per table: few
// parameters are cheaper to send and bind than one per column, and the statement stays the same for any number of rows.

/**
 * $1 what is asked for, as JSON: `{ n, id, providerMessageId }[]`; `n` comes back with each row. Every table by its key: LIMIT
 * keeps the planner from joining all asked for with whole tables, which is cheaper only while they are small.
 */
export const READ: Statement = {
  name: 'turn-read',
  text: `
    SELECT asked.n, turn.*
    FROM json_to_recordset($1::json) AS asked(n int, id text, "providerMessageId" text)
    CROSS JOIN LATERAL (
      SELECT c.id AS "conversationId", c.channel, c.user_id AS "userId", c.locale, c.mode,
             c.assignee_id AS "assigneeId", coalesce(c.address, s.data->'address') AS address,
             i.customer_id AS "customerId", u.name AS "customerName", s.version, s.last_seq AS "lastSeq", s.data AS state,
             (SELECT m.id FROM messages m
                WHERE m.conversation_id = c.id AND m.provider_message_id = asked."providerMessageId") AS "repeatedMessageId"
      FROM conversations c
      JOIN bot_states s ON s.conversation_id = c.id
      LEFT JOIN channel_identities i ON i.id = c.identity_id
      LEFT JOIN customers u ON u.id = i.customer_id
      WHERE c.id = asked.id
      LIMIT 1
    ) AS turn`,
};

/** $1 conversation, $2 after this seq, $3 limit: a range of the primary key. */
export const LIST: Statement = {
  name: 'messages-list',
  text: `
    SELECT conversation_id AS "conversationId", seq, id, role, kind, author_id AS "authorId", text,
           reply_to_id AS "replyToId", payload, created_at AS "createdAt"
    FROM messages WHERE conversation_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
};

/** $1 conversations, as a JSON list. */
export const LAST_SEQS: Statement = {
  name: 'messages-last',
  text: `
    SELECT conversation_id AS "conversationId", last_seq AS "lastSeq" FROM bot_states
    WHERE conversation_id = ANY(ARRAY(SELECT json_array_elements_text($1::json)))`,
};

/**
 * $1 conversation, $2 channel, $3 user, $4 locale, $5 customer's external id or null, $6 now, $7 id for a new identity.
 * An identity once bound is not bound to another customer: the first proof stands until staff change it.
 */
export const OPEN: Statement = {
  name: 'conversation-open',
  text: `
    WITH customer AS (SELECT coalesce(merged_into_id, id) AS id FROM customers WHERE external_id = $5),
    identity AS (
      INSERT INTO channel_identities AS i (id, channel, user_id, customer_id, bound_at, created_at)
      VALUES ($7, $2, $3, (SELECT id FROM customer), (SELECT $6::timestamptz FROM customer), $6)
      ON CONFLICT (channel, user_id) DO UPDATE
        SET customer_id = coalesce(i.customer_id, excluded.customer_id), bound_at = coalesce(i.bound_at, excluded.bound_at)
      RETURNING id
    ),
    opened AS (
      INSERT INTO conversations (id, channel, user_id, identity_id, locale, mode, created_at)
      SELECT $1, $2, $3, id, $4, 'bot', $6 FROM identity
      ON CONFLICT (id) DO NOTHING RETURNING id
    ),
    state AS (
      INSERT INTO bot_states (conversation_id, version, last_seq, data, updated_at)
      SELECT id, 0, 0, '{}', $6 FROM opened
    )
    SELECT EXISTS (SELECT FROM opened) AS created`,
};

const TURN_SETS = 'n int, id text, version int, count int, state jsonb';

const CANDIDATE_SETS = `id text, "occurredAt" timestamptz, locale text, text text, intent text, confidence float8, ranking jsonb, kind text,
        "chosenIntent" text`;
const MESSAGE_SETS = `seq int, id text, role text, kind text, "authorId" text, text text, "replyToId" text, "providerMessageId" text,
        payload jsonb, "createdAt" timestamptz`;

/** Writes what `parameter` holds of those turns that are in `head`; a row says by `n` of which it is. */
const PARTS = {
  messages: (parameter: string) => `
      INSERT INTO messages (conversation_id, seq, id, role, kind, author_id, text, reply_to_id, provider_message_id, payload, created_at)
      SELECT h.id, h.first + r.seq, r.id, r.role, r.kind, r."authorId", r.text, r."replyToId", r."providerMessageId", r.payload, r."createdAt"
      FROM head h JOIN json_to_recordset(${parameter}::json) AS r(n int, ${MESSAGE_SETS}) ON r.n = h.n`,
  heads: (parameter: string) => `
      UPDATE conversations c SET locale = r.locale, mode = r.mode, address = r.address, assignee_id = r."assigneeId",
        closed_at = CASE WHEN r.mode = 'closed' THEN $2::timestamptz END
      FROM head h JOIN json_to_recordset(${parameter}::json) AS r(n int, locale text, mode text, address jsonb, "assigneeId" text) ON r.n = h.n
      WHERE c.id = h.id`,
  facts: (parameter: string) =>
    insertFacts({
      ...{ rows: parameter, isNumbered: true },
      from: 'head h JOIN conversations c ON c.id = h.id LEFT JOIN channel_identities i ON i.id = c.identity_id',
      scope: { conversationId: 'c.id', customerId: 'i.customer_id', channel: 'c.channel' },
    }),
  jobs: (parameter: string) => insertJobs({ from: 'head h', rows: parameter, isNumbered: true }),
  candidates: (parameter: string) => `
      INSERT INTO nlu_candidates (id, occurred_at, locale, text, intent, confidence, ranking, kind, chosen_intent)
      SELECT r.id, r."occurredAt", r.locale, r.text, r.intent, r.confidence, r.ranking, r.kind, r."chosenIntent"
      FROM head h JOIN json_to_recordset(${parameter}::json) AS r(n int, ${CANDIDATE_SETS}) ON r.n = h.n`,
} as const;
export type CommitPart = keyof typeof PARTS;

// One statement for each choice of parts, made once: their names must stay the same for the server to know them again.
const commits = new Map<string, Statement>();

/**
 * Commits turns of different conversations. $1 the turns and $2 now, then the rows of each of `parts` in their order: JSON lists, in which `n` is the turn a row belongs to. Returns `n` and the new last seq of those written. The head
 * decides: where the version is not the expected one it has no row for the rest to join with, so nothing of that turn is written.
 */
export function commitStatement(parts: readonly CommitPart[]): Statement {
  const name = ['turn-commit', ...parts].join('-');
  const known = commits.get(name);
  if (known) return known;
  // A part is left out where there is nothing for it: each insert costs its share even with no rows.
  const writes = parts.map(
    (part, at) => `,
    ${part}_written AS (${PARTS[part](`$${3 + at}`)})`,
  );
  const text = `
    WITH head AS (
      UPDATE bot_states s SET version = s.version + 1, last_seq = s.last_seq + t.count, data = t.state, updated_at = $2
      FROM json_to_recordset($1::json) AS t(${TURN_SETS}) WHERE s.conversation_id = t.id AND s.version = t.version
      RETURNING t.n, t.id, s.last_seq, s.last_seq - t.count AS first
    )${writes.join('')}
    SELECT n, last_seq AS "lastSeq" FROM head`;
  const statement = { name, text };
  commits.set(name, statement);
  return statement;
}
