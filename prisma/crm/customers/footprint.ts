import type { Side } from '../../../rules/shipments/types.ts';
import { toCleanJson } from '../../clean.ts';
import type { Query, Store } from '../../store.ts';
import { CASE_DATA, columnsOf, STORE_DATA } from '../personalData/index.ts';
import { ROOTS, type Root, type TableData } from '../personalData/types.ts';
import { digitsOfPhone } from './phones.ts';

/** A waybill that bears somebody's name. */
export interface OwnSide {
  readonly id: string;
  readonly side: Side;
  readonly createdAt: Date;
}

/** Who somebody is in the store: their rows, and what their data looks like in others. */
export interface Person {
  /** Ids of their rows, by table; of the customers also those merged into them. */
  readonly rows: Readonly<Record<Root, readonly string[]>>;
  /** Of their cases. */
  readonly references: readonly string[];
  readonly externalIds: readonly string[];
  readonly names: readonly string[];
  /** E.164. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** On the channels. */
  readonly userIds: readonly string[];
}

/** What names both a customer and a conversation leads from the one to the other. */
const LEADING = STORE_DATA.filter(({ of }) => of?.customers && of.conversations).map(
  ({ table }) => `
    UNION SELECT v.id FROM ${table} k JOIN conversations v ON v.id = k.conversation_id WHERE k.customer_id IN (SELECT id FROM own_customers)`,
);

const ownCases = (data: TableData): string => `
  own_${data.table} AS (
    SELECT id, reference FROM ${data.table}
    WHERE ${columnsOf(data)
      .map(([column, root]) => `${column} IN (SELECT id FROM own_${root})`)
      .join(' OR ')}
  )`;

/** All that the customers are called or reached by. */
const known = (what: keyof NonNullable<TableData['knows']>): string => {
  const selects = STORE_DATA.flatMap(({ knows }) => knows?.[what] ?? []);
  return `(SELECT json_agg(DISTINCT word) FROM (${selects.join(' UNION ')}) AS k(word) WHERE word <> '') AS ${what}`;
};

const listOf = (root: Root): string => `'${root}', coalesce((SELECT json_agg(id) FROM own_${root}), '[]')`;

const PERSON = `
  WITH own_customers AS (
    SELECT id, external_id, name FROM customers
    WHERE id = (SELECT coalesce(merged_into_id, id) FROM customers WHERE id = $1)
       OR merged_into_id = (SELECT coalesce(merged_into_id, id) FROM customers WHERE id = $1)
  ),
  own_channel_identities AS (SELECT id, channel, user_id FROM channel_identities WHERE customer_id IN (SELECT id FROM own_customers)),
  own_conversations AS (
    SELECT v.id FROM own_channel_identities i JOIN conversations v ON v.channel = i.channel AND v.user_id = i.user_id${LEADING.join('')}
  ),${CASE_DATA.map(ownCases).join(',')}
  SELECT json_build_object(${ROOTS.map(listOf).join(', ')}) AS rows,
    (SELECT json_agg(reference) FROM (${CASE_DATA.map(({ table }) => `SELECT reference FROM own_${table}`).join(' UNION ALL ')}) r)
      AS references,
    (SELECT json_agg(external_id) FROM own_customers WHERE external_id IS NOT NULL) AS "externalIds",
    ${known('names')}, ${known('phones')}, ${known('emails')},
    (SELECT json_agg(user_id) FROM own_channel_identities) AS "userIds"`;

type Row = { readonly rows: Person['rows'] } & { readonly [K in Exclude<keyof Person, 'rows'>]: Person[K] | null };

/** Undefined when there is no such customer. Whoever was merged away finds the whole person. */
export async function findPerson(query: Query, customerId: string): Promise<Person | undefined> {
  const [row] = await query<Row>(PERSON, [customerId]);
  if (!row || row.rows.customers.length === 0) return undefined;
  const { rows, references, externalIds, names, phones, emails, userIds } = row;
  return {
    ...{ rows, references: references ?? [], externalIds: externalIds ?? [], names: names ?? [] },
    ...{ phones: phones ?? [], emails: emails ?? [], userIds: userIds ?? [] },
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
export async function findOwnSides(store: Store, { rows, names, phones }: Person): Promise<readonly OwnSide[]> {
  const wanted = toCleanJson({ ids: rows.customers, names, phones: phones.flatMap(digitsOfPhone) });
  const found = await scan<Omit<OwnSide, 'createdAt'> & { readonly createdAt: string }>(store, SIDES, wanted);
  return found.map(({ createdAt, ...row }) => ({ ...row, createdAt: new Date(createdAt) }));
}

const mentions = (table: string, column: string): string => `
  WITH b AS (SELECT id, ${column}::text AS text FROM ${table} WHERE id > $1 ORDER BY id LIMIT ${SCANNED_AT_ONCE})
  SELECT (SELECT max(id) FROM b) AS last, (SELECT count(*)::int FROM b) AS seen,
    (SELECT json_agg(id) FROM b WHERE EXISTS (SELECT FROM json_array_elements_text($2::json) AS w(word) WHERE strpos(b.text, w.word) > 0)) AS found`;

/** Ids of rows that speak of them, by table. */
export async function findMentions(store: Store, person: Person): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const { table, mentions: spoken } of STORE_DATA)
    if (spoken) found[table] = await scan<string>(store, mentions(table, spoken.column), toCleanJson(WORDS[spoken.words](person)));
  return found;
}

const WORDS: Readonly<Record<NonNullable<TableData['mentions']>['words'], (person: Person) => readonly string[]>> = {
  // By ids, phones and addresses, not by names alone, which others bear too. As JSON writes them, quotes included: an id must not be
  // found inside a longer one.
  quoted({ rows: { channel_identities: _, ...rows }, references, externalIds, phones, emails, userIds }) {
    const words = [...Object.values(rows), references, externalIds, phones, emails, userIds].flat();
    return words.map((word) => JSON.stringify(word));
  },
  // What masking may have missed.
  plain: ({ externalIds, names, phones, emails }) => [
    ...externalIds,
    ...names.filter((name) => name.length > 1),
    ...phones.flatMap(digitsOfPhone),
    ...emails,
  ],
};

async function scan<T>(store: Store, sql: string, wanted: string): Promise<readonly T[]> {
  const all: T[] = [];
  for (let after = ''; ; ) {
    const [row] = await store.query<{ last: string | null; seen: number; found: readonly T[] | null }>(sql, [after, wanted]);
    for (const each of row?.found ?? []) all.push(each);
    if (!row?.last || row.seen < SCANNED_AT_ONCE) return all;
    after = row.last;
  }
}
