import type { Query, Store } from '../store.ts';

/** How often something may happen within a window that begins with the first time. */
export interface Limit {
  readonly key: string;
  readonly max: number;
  readonly windowMs: number;
}

/**
 * Locks the counters of the limits until the caller's transaction ends, and says whether any is used up. Callers that take
 * several must name them in the same order everywhere, or two transactions could wait for each other.
 */
export async function lockCounters(query: Query, limits: readonly Limit[], now: Date): Promise<{ readonly isUsedUp: boolean }> {
  let isUsedUp = false;
  for (const { key, max, windowMs } of limits) {
    // The update changes nothing while the window lasts; it is there for the row lock.
    const [row] = await query<{ count: number }>(
      `INSERT INTO counters AS c (key, count, expires_at) VALUES ($1, 0, $3)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN c.expires_at <= $2 THEN 0 ELSE c.count END,
         expires_at = CASE WHEN c.expires_at <= $2 OR c.count = 0 THEN excluded.expires_at ELSE c.expires_at END
       RETURNING count`,
      [key, now, new Date(now.getTime() + windowMs)],
    );
    isUsedUp ||= (row?.count ?? 0) >= max;
  }
  return { isUsedUp };
}

/** Adds one to each of the counters; they must have been locked in this transaction. */
export async function addToCounters(query: Query, limits: readonly Limit[]): Promise<void> {
  for (const { key } of limits) await query('UPDATE counters SET count = count + 1 WHERE key = $1', [key]);
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
 * questions and refuses everything customers need. @throws as any write does.
 */
export async function writeSign(store: Store, instance: string, now: Date): Promise<void> {
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
