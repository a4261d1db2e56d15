import type { Statement } from '../../store.ts';
import { insertFacts } from '../facts.ts';
import { insertOutbox } from '../outboxRows.ts';

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

// The head row decides: when its version is not the expected one nothing else has a row to join with, so nothing is written.
const HEAD = `
    WITH head AS (
      UPDATE bot_states SET version = version + 1, last_seq = last_seq + $4, data = $3::jsonb, updated_at = $7
      WHERE conversation_id = $1 AND version = $2
      RETURNING conversation_id, last_seq, last_seq - $4 AS first
    ),
    said AS (
      INSERT INTO messages (conversation_id, seq, id, role, kind, author_id, text, reply_to_id, provider_message_id, payload, created_at)
      SELECT h.conversation_id, h.first + m.n, m.id, m.role, m.kind, m."authorId", m.text, m."replyToId", m."providerMessageId", m.payload, m."createdAt"
      FROM head h, json_to_recordset($8::json) AS m(n int, id text, role text, kind text, "authorId" text, text text, "replyToId" text,
        "providerMessageId" text, payload jsonb, "createdAt" timestamptz)
    ),
    changed AS (
      UPDATE conversations c SET locale = $5, mode = $6, closed_at = CASE WHEN $6 = 'closed' THEN $7::timestamptz END
      FROM head WHERE c.id = head.conversation_id AND (c.locale <> $5 OR c.mode <> $6)
    )`;

const factsOf = (parameter: number): string => `,
    facts AS (${insertFacts({
      from: 'head h JOIN conversations c ON c.id = h.conversation_id LEFT JOIN channel_identities i ON i.id = c.identity_id',
      rows: `$${parameter}`,
      scope: { conversationId: 'c.id', customerId: 'i.customer_id', channel: 'c.channel', locale: 'coalesce(f.locale, $5)' },
    })})`;

const outboxOf = (parameter: number): string => `,
    queued AS (${insertOutbox({ from: 'head', rows: `$${parameter}` })})`;

const candidatesOf = (parameter: number): string => `,
    learned AS (
      INSERT INTO nlu_candidates (id, occurred_at, locale, text, intent, confidence, ranking, kind, chosen_intent)
      SELECT l.id, l."occurredAt", l.locale, l.text, l.intent, l.confidence, l.ranking, l.kind, l."chosenIntent"
      FROM head, json_to_recordset($${parameter}::json) AS l(id text, "occurredAt" timestamptz, locale text, text text, intent text,
        confidence float8, ranking jsonb, kind text, "chosenIntent" text)
    )`;

const END = `
    SELECT last_seq AS "lastSeq" FROM head`;

/** What a commit may have besides messages, in the order of their parameters from $9 on. */
const PARTS = [
  { name: 'facts', sqlOf: factsOf },
  { name: 'outbox', sqlOf: outboxOf },
  { name: 'candidates', sqlOf: candidatesOf },
] as const;
export type CommitPart = (typeof PARTS)[number]['name'];

// One statement for each choice of parts, made once: their names must stay the same for the server to know them again.
const commits = new Map<string, Statement>();

/**
 * $1 conversation, $2 expected version, $3 state, $4 number of messages, $5 locale, $6 mode, $7 now, $8 messages, then the rows
 * of each part there is, in the order facts, outbox, candidates. Returns the new last seq, or no row when the version is another.
 */
export function commitStatement(parts: readonly CommitPart[]): Statement {
  const name = ['turn-commit', ...parts].join('-');
  const known = commits.get(name);
  if (known) return known;
  const sql = PARTS.filter((part) => parts.includes(part.name)).map(({ sqlOf }, at) => sqlOf(9 + at));
  const statement = { name, text: HEAD + sql.join('') + END };
  commits.set(name, statement);
  return statement;
}
