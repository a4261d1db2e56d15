import { STORE_DATA } from '../personalData/index.ts';

/** Tables whose rows go with a customer. Facts are never changed: a report asks who stands for whom. */
const MOVED = STORE_DATA.filter(({ merge }) => merge !== undefined);

/** By table, $1 from, $2 into; the ids moved. */
export const MOVE: ReadonlyMap<string, string> = new Map(
  MOVED.map(({ table, merge }) => {
    const same = typeof merge === 'object' ? merge.unlessThere.map((column) => ` AND o.${column} = t.${column}`).join('') : undefined;
    const isNew = same === undefined ? '' : ` AND NOT EXISTS (SELECT FROM ${table} o WHERE o.customer_id = $2${same})`;
    return [table, `UPDATE ${table} t SET customer_id = $2 WHERE customer_id = $1${isNew} RETURNING id`];
  }),
);

const giveBack = (table: string, column: string): readonly [string, string] => [
  table,
  `UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1 AND id IN (SELECT json_array_elements_text($3::json)) RETURNING id`,
];

/** By table, $1 who has it now, $2 whose it was, $3 ids as JSON; what has gone elsewhere meanwhile stays there. */
export const GIVE_BACK: ReadonlyMap<string, string> = new Map([
  ...MOVED.map(({ table }) => giveBack(table, 'customer_id')),
  giveBack('customers', 'merged_into_id'),
]);

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
