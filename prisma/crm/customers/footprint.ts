import type { Side } from '../../../rules/shipments/types.ts';
import { toCleanJson } from '../../clean.ts';
import type { Query, Store } from '../../store.ts';
import { digitsOfPhone } from './phones.ts';

/** A waybill that bears somebody's name. */
export interface OwnSide {
  readonly id: string;
  readonly side: Side;
  readonly createdAt: Date;
}

/** Who somebody is in the store: their rows, and what their data looks like in others. */
export interface Person {
  /** Of the customer, and of those merged into them. */
  readonly ids: readonly string[];
  readonly externalIds: readonly string[];
  readonly names: readonly string[];
  /** E.164. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly identities: readonly { readonly id: string; readonly channel: string; readonly userId: string }[];
  readonly conversationIds: readonly string[];
  readonly complaintIds: readonly string[];
  readonly complaintReferences: readonly string[];
}

const PERSON = `
  WITH c AS (
    SELECT id, external_id, name FROM customers
    WHERE id = (SELECT coalesce(merged_into_id, id) FROM customers WHERE id = $1)
       OR merged_into_id = (SELECT coalesce(merged_into_id, id) FROM customers WHERE id = $1)
  ),
  i AS (SELECT id, channel, user_id AS "userId" FROM channel_identities WHERE customer_id IN (SELECT id FROM c)),
  v AS (
    SELECT v.id FROM i JOIN conversations v ON v.channel = i.channel AND v.user_id = i."userId"
    UNION SELECT v.id FROM complaints k JOIN conversations v ON v.id = k.conversation_id WHERE k.customer_id IN (SELECT id FROM c)
    UNION SELECT v.id FROM callback_requests k JOIN conversations v ON v.id = k.conversation_id WHERE k.customer_id IN (SELECT id FROM c)
  ),
  t AS (
    SELECT id, reference FROM complaints WHERE customer_id IN (SELECT id FROM c)
      OR identity_id IN (SELECT id FROM i) OR conversation_id IN (SELECT id FROM v)
  )
  SELECT (SELECT json_agg(id) FROM c) AS ids,
    (SELECT json_agg(external_id) FROM c WHERE external_id IS NOT NULL) AS "externalIds",
    (SELECT json_agg(DISTINCT name) FROM (
       SELECT name FROM c UNION SELECT name FROM contact_people WHERE customer_id IN (SELECT id FROM c)) n WHERE name <> '') AS names,
    (SELECT json_agg(DISTINCT value) FROM (
       SELECT value FROM contacts WHERE kind = 'phone' AND customer_id IN (SELECT id FROM c)
       UNION SELECT phone FROM contact_people WHERE customer_id IN (SELECT id FROM c)) p WHERE value <> '') AS phones,
    (SELECT json_agg(DISTINCT value) FROM (
       SELECT value FROM contacts WHERE kind = 'email' AND customer_id IN (SELECT id FROM c)
       UNION SELECT email FROM contact_people WHERE customer_id IN (SELECT id FROM c)) e WHERE value <> '') AS emails,
    (SELECT json_agg(i) FROM i) AS identities,
    (SELECT json_agg(id) FROM v) AS "conversationIds",
    (SELECT json_agg(reference) FROM t) AS "complaintReferences",
    (SELECT json_agg(id) FROM t) AS "complaintIds"`;

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

/** Undefined when there is no such customer. Whoever was merged away finds the whole person. */
export async function findPerson(query: Query, customerId: string): Promise<Person | undefined> {
  const [row] = await query<Nullable<Person>>(PERSON, [customerId]);
  if (!row?.ids) return undefined;
  const { ids, externalIds, names, phones, emails, identities, conversationIds, complaintIds, complaintReferences } = row;
  return {
    ids,
    externalIds: externalIds ?? [],
    names: names ?? [],
    phones: phones ?? [],
    emails: emails ?? [],
    identities: identities ?? [],
    conversationIds: conversationIds ?? [],
    complaintIds: complaintIds ?? [],
    complaintReferences: complaintReferences ?? [],
  };
}

/** Rows looked through by one statement, where no index leads to them. */
const SCANNED_AT_ONCE = 50_000;

// A party is theirs by its phone; by its name too on what was booked for them.
const SIDES = `
  WITH b AS (
    SELECT id, customer_id, sender, recipient, sender_phone, recipient_phone, created_at FROM shipments WHERE id > $1 ORDER BY id LIMIT ${SCANNED_AT_ONCE}
  ),
  n AS (SELECT * FROM json_to_record($2::json) AS n(ids json, names json, phones json)),
  own AS (
    SELECT b.*, b.customer_id IN (SELECT json_array_elements_text(ids) FROM n) AS is_booked,
      b.sender_phone IN (SELECT json_array_elements_text(phones) FROM n) AS by_sender_phone,
      b.recipient_phone IN (SELECT json_array_elements_text(phones) FROM n) AS by_recipient_phone,
      b.sender ->> 'name' IN (SELECT json_array_elements_text(names) FROM n) AS by_sender_name,
      b.recipient ->> 'name' IN (SELECT json_array_elements_text(names) FROM n) AS by_recipient_name
    FROM b
  )
  SELECT (SELECT max(id) FROM b) AS last, (SELECT count(*)::int FROM b) AS seen, (SELECT json_agg(r) FROM (
    SELECT id, 'sender' AS side, created_at AS "createdAt" FROM own WHERE by_sender_phone OR (is_booked AND by_sender_name)
    UNION ALL
    SELECT id, 'recipient', created_at FROM own WHERE by_recipient_phone OR (is_booked AND by_recipient_name)) r) AS found`;

/**
 * The waybills that bear somebody's name or phone. Reads the whole table, in stretches: an index on phones would cost every
 * shipment, for what happens a few times a week. A minute for ten million.
 */
export async function findOwnSides(store: Store, { ids, names, phones }: Person): Promise<readonly OwnSide[]> {
  const wanted = toCleanJson({ ids, names, phones: phones.flatMap(digitsOfPhone) });
  const found = await scan<Omit<OwnSide, 'createdAt'> & { readonly createdAt: string }>(store, SIDES, wanted);
  return found.map(({ createdAt, ...row }) => ({ ...row, createdAt: new Date(createdAt) }));
}

const mentions = (table: string, column: string): string => `
  WITH b AS (SELECT id, ${column}::text AS text FROM ${table} WHERE id > $1 ORDER BY id LIMIT ${SCANNED_AT_ONCE})
  SELECT (SELECT max(id) FROM b) AS last, (SELECT count(*)::int FROM b) AS seen,
    (SELECT json_agg(id) FROM b WHERE EXISTS (SELECT FROM json_array_elements_text($2::json) AS w(word) WHERE strpos(b.text, w.word) > 0)) AS found`;

/** Ids of outbox rows that speak of them: by ids, phones and addresses, not by names alone, which others bear too. */
export function findOutbox(store: Store, person: Person): Promise<readonly string[]> {
  const { ids, externalIds, phones, emails, identities, conversationIds, complaintIds, complaintReferences } = person;
  // As JSON writes them, quotes included: an id must not be found inside a longer one.
  const words = [
    ids,
    externalIds,
    phones,
    emails,
    conversationIds,
    complaintIds,
    complaintReferences,
    identities.map(({ userId }) => userId),
  ].flat();
  return scan<string>(store, mentions('outbox', 'payload'), toCleanJson(words.map((word) => JSON.stringify(word))));
}

/** Ids of sentences kept to learn from in which masking missed something of theirs. */
export function findCandidates(store: Store, { externalIds, names, phones, emails }: Person): Promise<readonly string[]> {
  const words = [...externalIds, ...names.filter((name) => name.length > 1), ...phones.flatMap(digitsOfPhone), ...emails];
  return scan<string>(store, mentions('nlu_candidates', 'text'), toCleanJson(words));
}

async function scan<T>(store: Store, sql: string, wanted: string): Promise<readonly T[]> {
  const all: T[] = [];
  for (let after = ''; ; ) {
    const [row] = await store.query<{ last: string | null; seen: number; found: readonly T[] | null }>(sql, [after, wanted]);
    for (const each of row?.found ?? []) all.push(each);
    if (!row?.last || row.seen < SCANNED_AT_ONCE) return all;
    after = row.last;
  }
}
