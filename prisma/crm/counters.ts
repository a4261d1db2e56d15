import { AppError } from '../../core/errors.ts';
import type { Tally } from '../../rules/verification/guessing.ts';
import type { Query, Store } from '../store.ts';

/**
 * Locks tallies until the caller's transaction ends, and reads them; what has expired counts from 0 again. Callers must name
 * them in the same order everywhere, or two transactions could wait for each other.
 * @param keys at most one of each; `windowMs` how long a tally lasts from its first
 * @returns in the order of the keys
 */
export async function lockTallies(query: Query, keys: readonly string[], windowMs: number, now: Date): Promise<readonly Tally[]> {
  // The update changes nothing while the window lasts; it is there for the row locks, which are taken in the order of the rows.
  const rows = await query<TallyRow>(
    `INSERT INTO counters AS c (key, count, expires_at)
     SELECT key, 0, $2 FROM (SELECT key FROM json_array_elements_text($1::json) WITH ORDINALITY AS k(key, n) ORDER BY n) AS asked
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN c.expires_at <= $2 THEN 0 ELSE c.count END,
       last_at = CASE WHEN c.expires_at <= $2 THEN NULL ELSE c.last_at END,
       expires_at = greatest(c.expires_at, $2)
     RETURNING key, count, last_at AS "lastAt", expires_at AS "expiresAt"`,
    [JSON.stringify(keys), now],
  );
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return keys.map((key) => {
    const row = byKey.get(key);
    if (!row) throw new Error('an upsert returned no row');
    // A row that only was locked has expired already, so that right answers leave nothing behind for long.
    const expiresAt = row.count === 0 ? new Date(now.getTime() + windowMs) : row.expiresAt;
    return { count: row.count, expiresAt, ...(row.lastAt && { lastAt: row.lastAt }) };
  });
}

/** Writes tallies that were locked in this transaction. */
export async function writeTallies(query: Query, keys: readonly string[], tallies: readonly Tally[]): Promise<void> {
  const rows = keys.map((key, index) => ({ key, ...tallies[index] }));
  await query(
    `UPDATE counters c SET count = t.count, last_at = t."lastAt", expires_at = t."expiresAt"
     FROM json_to_recordset($1::json) AS t(key text, count int, "lastAt" timestamptz, "expiresAt" timestamptz) WHERE c.key = t.key`,
    [JSON.stringify(rows)],
  );
}

interface TallyRow {
  readonly key: string;
  readonly count: number;
  readonly lastAt: Date | null;
  readonly expiresAt: Date;
}

/** The next number of a series, from 1 without gaps: callers of one series wait for each other until their transactions end. */
export async function takeNumber(query: Query, series: string, expiresAt: Date): Promise<number> {
  const [row] = await query<{ count: number }>(
    `INSERT INTO counters AS c (key, count, expires_at) VALUES ($1, 1, $2)
     ON CONFLICT (key) DO UPDATE SET count = c.count + 1 RETURNING count`,
    [series, expiresAt],
  );
  if (!row) throw new Error('an upsert returned no row');
  return row.count;
}

/**
 * Writes a row of the caller's own, for readiness: a server that only reads, as a standby or one whose disk is full, answers
 * questions and refuses everything customers need. @throws as any write does; on an embedded store also where the next page would not fit.
 */
export async function writeSign(store: Store, instance: string, now: Date): Promise<void> {
  if (!store.hasRoom()) throw new AppError('STORE_UNAVAILABLE');
  await store.query(
    `INSERT INTO counters AS c (key, count, expires_at) VALUES ($1, 0, $2) ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at`,
    [`sign:${instance}`, new Date(now.getTime() + SIGN_KEPT_MS)],
  );
}

const SIGN_KEPT_MS = 60_000;

/** Removes counters whose window has passed; returns how many. For a job, once an hour. */
export async function purgeCounters(store: Store, now: Date): Promise<number> {
  const rows = await store.query('DELETE FROM counters WHERE expires_at <= $1 RETURNING 1 AS one', [now]);
  return rows.length;
}
