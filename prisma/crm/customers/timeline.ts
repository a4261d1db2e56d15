import type { TimelineEntry } from '../../../rules/customers/types.ts';
import type { Statement, Store } from '../../store.ts';
import { formatCursor, parseCursor } from '../cursors.ts';
import { STORE_DATA } from '../personalData/index.ts';
import type { TableData } from '../personalData/types.ts';

/** `<=` gives the index its range; of the place's own instant only what sorts after it is wanted. Byte order, whatever the database's language. */
const page = (kind: string, key: string, at: string): string => `
  AND ${at} <= $2 AND (${at} < $2 OR '${kind}:' || ${key} COLLATE "C" < $3 COLLATE "C")
  ORDER BY ${at} DESC, ('${kind}:' || ${key}) COLLATE "C" DESC LIMIT $4`;

/** Rows of the customer by the index of their own; conversations hang on who the customer is on each channel, a range for each. */
function armSql({ table, of }: TableData, { kind, id, at, data }: Timeline): string {
  const columns = `'${kind}' AS kind, '${kind}:' || t.id AS key, ${id} AS id, ${at} AS at, json_build_object(${data}) AS data`;
  if (of?.customers) return `(SELECT ${columns} FROM ${table} t WHERE t.customer_id = who.id ${page(kind, 't.id', at)})`;
  return `(SELECT v.* FROM channel_identities i CROSS JOIN LATERAL (
     SELECT ${columns} FROM ${table} t WHERE t.channel = i.channel AND t.user_id = i.user_id ${page(kind, 't.id', at)}) v
   WHERE i.customer_id = who.id)`;
}

type Timeline = NonNullable<TableData['timeline']>;
const ARMS = STORE_DATA.flatMap((data) => (data.timeline ? [armSql(data, data.timeline)] : []));

/** $1 customer, $2 and $3 the place, $4 limit: of each table at most so many rows, by its own index. */
const TIMELINE: Statement = {
  name: 'customer-timeline',
  text: `
  SELECT e.* FROM (SELECT coalesce(merged_into_id, id) AS id FROM customers WHERE id = $1 AND status IN ('active', 'merged')) who
  CROSS JOIN LATERAL (${ARMS.join('\n  UNION ALL ')}) e
  ORDER BY e.at DESC, e.key COLLATE "C" DESC LIMIT $4`,
};

const END_OF_TIME = new Date(Date.UTC(9999, 0));

interface Row {
  readonly kind: string;
  readonly key: string;
  readonly id: string;
  readonly at: Date;
  readonly data: object;
}

/** See `CustomerDesk.timeline`. */
export async function readTimeline(
  store: Store,
  customerId: string,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Promise<{ readonly entries: readonly TimelineEntry[]; readonly nextCursor?: string }> {
  const place = parseCursor(cursor);
  const rows = await store.query<Row>(TIMELINE, [customerId, place?.at ?? END_OF_TIME, place?.key ?? '', limit + 1]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const entries = shown.map(({ kind, id, at, data }) => ({ kind, id, at, ...data }) as TimelineEntry);
  return { entries, ...(rows.length > limit && last && { nextCursor: formatCursor(last) }) };
}
