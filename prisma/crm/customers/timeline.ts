import type { TimelineEntry } from '../../../rules/customers/types.ts';
import type { Statement, Store } from '../../store.ts';
import { formatCursor, parseCursor } from '../cursors.ts';

interface Arm {
  readonly kind: TimelineEntry['kind'];
  readonly from: string;
  /** The row's own id, and what people call it by. */
  readonly key: string;
  readonly id: string;
  readonly at: string;
  readonly data: string;
}

const ARMS: readonly Arm[] = [
  {
    ...{ kind: 'shipment', from: 'shipments t WHERE t.customer_id = who.id', key: 't.id', id: 't.id', at: 't.created_at' },
    data: `'trackingNumber', t.tracking_number, 'status', t.status, 'direction', t.direction`,
  },
  {
    ...{ kind: 'complaint', from: 'complaints t WHERE t.customer_id = who.id', key: 't.id', id: 't.reference', at: 't.created_at' },
    data: `'type', t.type, 'category', t.category, 'severity', t.severity, 'status', t.status`,
  },
  {
    ...{ kind: 'callback', from: 'callback_requests t WHERE t.customer_id = who.id', key: 't.id', id: 't.reference', at: 't.created_at' },
    data: `'topic', t.topic, 'status', t.status`,
  },
  {
    ...{ kind: 'note', from: 'customer_notes t WHERE t.customer_id = who.id', key: 't.id', id: 't.id', at: 't.at' },
    data: `'noteKind', t.kind, 'author', t.author, 'text', t.text`,
  },
];

/** `<=` gives the index its range; of the place's own instant only what sorts after it is wanted. Byte order, whatever the database's language. */
const page = (kind: string, key: string, at: string): string => `
  AND ${at} <= $2 AND (${at} < $2 OR '${kind}:' || ${key} COLLATE "C" < $3 COLLATE "C")
  ORDER BY ${at} DESC, ('${kind}:' || ${key}) COLLATE "C" DESC LIMIT $4`;

const armSql = ({ kind, from, key, id, at, data }: Arm): string => `
  (SELECT '${kind}' AS kind, '${kind}:' || ${key} AS key, ${id} AS id, ${at} AS at, json_build_object(${data}) AS data
   FROM ${from} ${page(kind, key, at)})`;

/** Conversations hang on who the customer is on each channel: a range for each. */
const CONVERSATIONS = `
  (SELECT 'conversation', 'conversation:' || v.id, v.id, v.created_at, json_build_object('channel', v.channel, 'mode', v.mode, 'locale', v.locale)
   FROM channel_identities i CROSS JOIN LATERAL (
     SELECT t.* FROM conversations t WHERE t.channel = i.channel AND t.user_id = i.user_id ${page('conversation', 't.id', 't.created_at')}) v
   WHERE i.customer_id = who.id)`;

/** $1 customer, $2 and $3 the place, $4 limit: of each table at most so many rows, by its own index. */
const TIMELINE: Statement = {
  name: 'customer-timeline',
  text: `
  SELECT e.* FROM (SELECT coalesce(merged_into_id, id) AS id FROM customers WHERE id = $1 AND status IN ('active', 'merged')) who
  CROSS JOIN LATERAL (${[...ARMS.map(armSql), CONVERSATIONS].join('\n  UNION ALL')}) e
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
