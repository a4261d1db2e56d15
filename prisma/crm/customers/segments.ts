import type { Clock } from '../../../core/clock.ts';
import { DAY_MS } from '../../../core/days.ts';
import { dayIn } from '../../../core/i18n.ts';
import { type ActivityMeasures, type CustomerActivity, MONTHS_BACK, measure } from '../../../rules/customers/activity.ts';
import { DEFAULT_SEGMENT_RULES, type SegmentRules } from '../../../rules/customers/segmentRules.ts';
import { assignSegments, type SegmentResult } from '../../../rules/customers/segments.ts';
import { toCleanJson } from '../../clean.ts';
import type { Store } from '../../store.ts';
import { takeNumber } from '../counters.ts';

/** Customers read by one statement: at 10 to 1,000 shipments each it takes a second at most. */
const READ_AT_ONCE = 1000;
const WRITTEN_AT_ONCE = 2000;

/**
 * What a stretch of customers sent, summed by month. $1 after this id, $2 how many, $3 first day of the present month, $4 zone,
 * $5 pauses count that ended since, $6 and took so many days. A month is found among 25 instants, as asking the zone for each
 * shipment is dear; nothing is joined, as a plan without statistics would compare all with all. Cancelled waybills and those
 * never handed over are no trade. Those who are not active come too: asked for by status, all would be sorted for each stretch.
 */
const ACTIVITY = `
  WITH batch AS MATERIALIZED (SELECT id, status FROM customers WHERE id > $1 ORDER BY id LIMIT $2),
  starts AS MATERIALIZED (
    SELECT array_agg(($3::date - n * interval '1 month') AT TIME ZONE $4 ORDER BY n DESC) AS at,
      min(($3::date - n * interval '1 month') AT TIME ZONE $4) AS first
    FROM generate_series(0, ${MONTHS_BACK}) AS n
  ),
  sent AS (
    SELECT b.id, b.status, s.created_at, s.created_at - lag(s.created_at) OVER (PARTITION BY b.id ORDER BY s.created_at) AS pause,
      ${MONTHS_BACK + 1} - width_bucket(s.created_at, (SELECT at FROM starts)) AS month,
      CASE WHEN s.freight_currency = 'CNY' THEN s.freight_minor END AS fen,
      s.freight_minor IS NOT NULL AND s.freight_currency <> 'CNY' AS is_other
    FROM batch b LEFT JOIN LATERAL (
      SELECT created_at, freight_minor, freight_currency FROM shipments
      WHERE customer_id = b.id AND created_at >= (SELECT first FROM starts) AND status NOT IN ('CANCELLED', 'LABEL_CREATED')) s ON true
  ),
  by_month AS (
    SELECT id, status, month, count(created_at)::int AS shipments, coalesce(sum(fen), 0)::float8 AS fen, max(created_at) AS last_at,
      max(created_at) FILTER (WHERE created_at >= $5 AND pause >= $6 * interval '1 day') AS ended_at,
      max(pause) FILTER (WHERE created_at >= $5) AS pause, count(*) FILTER (WHERE is_other)::int AS others
    FROM sent GROUP BY id, status, month
  )
  SELECT id AS "customerId", status, max(last_at) AS "lastShippedAt",
    json_agg(json_build_array(month, shipments, fen)) FILTER (WHERE shipments > 0) AS months,
    (extract(epoch FROM max(pause)) / 86400)::float8 AS "pauseDays", max(ended_at) AS "pauseEndedAt", sum(others)::int AS others
  FROM by_month GROUP BY id, status ORDER BY id`;

/**
 * Writes what differs, nothing else. $1 results as JSON, $2 now. Only another group makes the customer count as changed: systems
 * that follow need not hear of every shipment here too.
 */
const WRITE = `
  UPDATE customers c SET segment = n.segment, segment_basis = n.basis, segmented_at = $2,
    updated_at = CASE WHEN c.segment IS DISTINCT FROM n.segment THEN greatest($2::timestamptz, c.updated_at) ELSE c.updated_at END
  FROM json_to_recordset($1::json) AS n("customerId" text, segment text, basis jsonb)
  WHERE c.id = n."customerId" AND c.status = 'active'
    AND (c.segment IS DISTINCT FROM n.segment OR c.segment_basis IS DISTINCT FROM n.basis)
  RETURNING 1 AS one`;

interface Row {
  readonly customerId: string;
  readonly status: string;
  readonly lastShippedAt: Date | null;
  readonly months: readonly (readonly [month: number, shipments: number, fen: number])[] | null;
  readonly pauseDays: number | null;
  readonly pauseEndedAt: Date | null;
  readonly others: number;
}

/**
 * Puts all customers into their groups. Reads and sums in stretches: the memory it takes grows with customers (about a kilobyte
 * each), not with shipments. Doing it again changes nothing. Returns how many changed.
 */
export async function segmentCustomers(store: Store, clock: Clock, rules: SegmentRules = DEFAULT_SEGMENT_RULES): Promise<number> {
  const now = clock.now();
  const measures: ActivityMeasures[] = [];
  for await (const rows of readActivity(store, now, rules)) for (const row of rows) measures.push(measure(toActivity(row), now, rules));
  let changed = 0;
  const results = assignSegments(measures, rules);
  for (let from = 0; from < results.length; from += WRITTEN_AT_ONCE)
    changed += await write(store, results.slice(from, from + WRITTEN_AT_ONCE), now);
  return changed;
}

/**
 * As `segmentCustomers`, once a day, after 02:00 in the company's zone, however many instances ask; 0 for the others. For a chore
 * that comes round every quarter of an hour.
 */
export async function segmentOnceANight(store: Store, clock: Clock, rules: SegmentRules = DEFAULT_SEGMENT_RULES): Promise<number> {
  const night = dayIn(new Date(clock.now().getTime() - 2 * 3_600_000), rules.timeZone);
  const key = `segments:${night}`;
  const number = await store.transaction((query) => takeNumber(query, key, new Date(clock.now().getTime() + 2 * DAY_MS)));
  if (number > 1) return 0;
  try {
    return await segmentCustomers(store, clock, rules);
  } catch (error) {
    // The night is given back, for the next round to try again.
    await store.query('DELETE FROM counters WHERE key = $1', [key]);
    throw error;
  }
}

async function* readActivity(store: Store, now: Date, rules: SegmentRules): AsyncGenerator<readonly Row[]> {
  const { timeZone, returnedWithinDays, pauseDays } = rules;
  const present = `${dayIn(now, timeZone).slice(0, 7)}-01`;
  // A day more than the rule asks for: it counts whole days.
  const since = new Date(now.getTime() - (returnedWithinDays + 1) * DAY_MS);
  for (let after = ''; ; ) {
    const rows = await store.query<Row>(ACTIVITY, [after, READ_AT_ONCE, present, timeZone, since, pauseDays]);
    yield rows.filter(({ status }) => status === 'active');
    if (rows.length < READ_AT_ONCE) return;
    after = rows.at(-1)?.customerId ?? '';
  }
}

function toActivity({ customerId, lastShippedAt, months, pauseDays, pauseEndedAt, others }: Row): CustomerActivity {
  return {
    customerId,
    otherCurrency: others,
    ...(lastShippedAt && { lastShippedAt }),
    ...(pauseDays !== null && pauseEndedAt && { pause: { days: Math.floor(pauseDays), endedAt: pauseEndedAt } }),
    months: (months ?? []).map(([month, shipments, revenueMinor]) => ({ month, shipments, revenueMinor })),
  };
}

async function write(store: Store, results: readonly SegmentResult[], now: Date): Promise<number> {
  return (await store.query(WRITE, [toCleanJson(results), now])).length;
}
