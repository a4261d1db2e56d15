/** Tables whose rows belong to a customer and go with them. Facts are never changed: a report asks who stands for whom. */
export const MOVED_TABLES = [
  'contacts',
  'contact_people',
  'consents',
  'customer_notes',
  'channel_identities',
  'shipments',
  'callback_requests',
  'complaints',
] as const;
export type MovedTable = (typeof MOVED_TABLES)[number];

const each = <K extends string>(tables: readonly K[], sqlOf: (table: K) => string): Readonly<Record<K, string>> =>
  Object.fromEntries(tables.map((table) => [table, sqlOf(table)])) as Record<K, string>;

/** $1 from, $2 into; the ids moved. A contact both have stays with each. */
export const MOVE = each(MOVED_TABLES, (table) =>
  table === 'contacts'
    ? `UPDATE contacts k SET customer_id = $2 WHERE customer_id = $1
         AND NOT EXISTS (SELECT FROM contacts o WHERE o.customer_id = $2 AND o.kind = k.kind AND o.value = k.value) RETURNING id`
    : `UPDATE ${table} SET customer_id = $2 WHERE customer_id = $1 RETURNING id`,
);

export const GIVE_TABLES = [...MOVED_TABLES, 'customers'] as const;

/** $1 who has it now, $2 whose it was, $3 ids as JSON; what has gone elsewhere meanwhile stays there. */
export const GIVE_BACK = each(GIVE_TABLES, (table) => {
  const column = table === 'customers' ? 'merged_into_id' : 'customer_id';
  return `UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1 AND id IN (SELECT json_array_elements_text($3::json)) RETURNING id`;
});

// What the one knows and the other does not. Ids, owners and groups are each row's own.
const FILLED = ['name', 'locale', 'company', 'industry', 'goods', 'address', 'preferred_channel'];

/** $1 from, $2 into, $3 now: fills what `into` lacks and adds the scores; the names of the fields filled. */
export const FILL = `
  WITH f AS (SELECT * FROM customers WHERE id = $1), o AS (SELECT * FROM customers WHERE id = $2),
  filled AS (
    UPDATE customers c SET ${FILLED.map((field) => `${field} = coalesce(c.${field}, f.${field})`).join(', ')},
      service_score = (coalesce(c.service_score, 0) * c.service_scores + coalesce(f.service_score, 0) * f.service_scores)
        / nullif(c.service_scores + f.service_scores, 0),
      service_scores = c.service_scores + f.service_scores,
      updated_at = greatest($3::timestamptz, c.updated_at + interval '1 millisecond')
    FROM f WHERE c.id = $2
  )
  SELECT array_remove(ARRAY[${FILLED.map((field) => `CASE WHEN o.${field} IS NULL AND f.${field} IS NOT NULL THEN '${field}' END`).join(', ')}], NULL)
    AS fields FROM f, o`;

/** $1 from, $2 into, $3 now, $4 names of fields filled, as JSON: they are emptied where nobody changed them since. */
export const UNFILL = `
  UPDATE customers c SET ${FILLED.map(
    (field) => `${field} = CASE WHEN $4::jsonb ? '${field}' AND c.${field} = f.${field} THEN NULL ELSE c.${field} END`,
  ).join(', ')},
    service_score = (coalesce(c.service_score, 0) * c.service_scores - coalesce(f.service_score, 0) * f.service_scores)
      / nullif(greatest(c.service_scores - f.service_scores, 0), 0),
    service_scores = greatest(c.service_scores - f.service_scores, 0),
    updated_at = greatest($3::timestamptz, c.updated_at + interval '1 millisecond')
  FROM customers f WHERE c.id = $2 AND f.id = $1`;
