import type { Clock } from '../../core/clock.ts';
import { toLowestId } from '../../core/ids.ts';
import type { DeadJob, DeadJobs, DueJobs, Job, JobQueue } from '../../rules/jobs.ts';
import { toCleanText } from '../clean.ts';
import type { Statement, Store } from '../store.ts';
import { insertJobs, toJobRows } from './jobRows.ts';

const MINUTE_MS = 60_000;
/** Waits before the second, third … attempt; after the last a job is dead. */
const RETRY_DELAYS_MS = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE_MS);
// Longer than any delivery may take: a claimer that dies gives its jobs back after this.
const LEASE_MS = 2 * MINUTE_MS;

const PENDING = 'done_at IS NULL AND dead_at IS NULL';
/** Rows of releases that named no lane have the one of the function. */
const LANE = 'coalesce(lane, outbox_lane(kind, key, id))';
/** What is made within this time counts as fresh. */
const FRESH_MS = MINUTE_MS;
/** Of one lane, from its first: more than one claim hands out. */
const LOOKED_AT = 1000;
/** A job that waits behind one in work is looked at again after this, unless the other's end makes it due before. */
const BEHIND_MS = 1000;
/** Handed out, and neither ended nor given back. */
const IN_WORK = 'attempts > 0 AND last_error IS NULL';

/**
 * $1 kind, $2 now, $3 end of the claim, $4 limit, $5 the lowest id that counts as fresh, $6 when to look again at least. All of it by
 * the indexes of pending rows: what it costs depends on the limit, not on how many are waiting. Those found to wait behind
 * another are put off until that is due, or they would be found again by each claim, and nothing else; behind one in work for a moment
 * only: it may end while this runs, and calls none that it does not see waiting.
 */
const CLAIM: Statement = {
  name: 'outbox-claim',
  text: `
    WITH oldest AS MATERIALIZED (
      SELECT id, ${LANE} AS lane FROM outbox WHERE kind = $1 AND ${PENDING} AND due_at <= $2
      ORDER BY due_at, id LIMIT $4::int FOR UPDATE SKIP LOCKED
    ),
    fresh AS MATERIALIZED (
      SELECT id, ${LANE} AS lane FROM outbox WHERE kind = $1 AND ${PENDING} AND due_at <= $2 AND id >= $5
      ORDER BY id DESC LIMIT $4::int / 4 FOR UPDATE SKIP LOCKED
    ),
    found AS MATERIALIZED (
      SELECT each.id, before.count = row_number() OVER (PARTITION BY each.lane ORDER BY each.id) - 1 AS is_free, before.due_at
      FROM (SELECT id, lane FROM oldest UNION SELECT id, lane FROM fresh) AS each, LATERAL (
        SELECT count(*), max(b.due_at) AS due_at FROM (
          SELECT CASE WHEN ${IN_WORK} THEN $6::timestamptz ELSE due_at END AS due_at FROM outbox WHERE ${LANE} = each.lane AND id < each.id AND ${PENDING} ORDER BY id LIMIT 2 * $4::int
        ) AS b
      ) AS before
    ),
    put_off AS (
      UPDATE outbox o SET due_at = greatest(f.due_at, $6::timestamptz) FROM found f WHERE f.id = o.id AND NOT f.is_free
    )
    UPDATE outbox SET due_at = $3, attempts = attempts + 1, last_error = NULL
    WHERE id = ANY(ARRAY(SELECT id FROM found WHERE is_free))
    RETURNING id, kind, key, ${LANE} AS lane, payload, attempts`,
};

/** After `ended`, which names lanes: the next that waited in them and were never tried are due. */
const CALL_NEXT = `
    UPDATE outbox SET due_at = $2 WHERE id = ANY(ARRAY(
      SELECT next.id FROM (SELECT DISTINCT lane FROM ended WHERE lane <> id) AS each, LATERAL (
        SELECT id, attempts, due_at FROM outbox WHERE ${LANE} = each.lane AND ${PENDING} ORDER BY id LIMIT ${LOOKED_AT}
      ) AS next WHERE next.attempts = 0 AND next.due_at > $2))
    RETURNING 1 AS one`;

/** $1 ids with commas between, $2 now. */
const DONE: Statement = {
  name: 'outbox-done',
  text: `
    WITH ended AS (
      UPDATE outbox SET done_at = $2, last_error = NULL WHERE id = ANY(string_to_array($1, ',')) RETURNING id, ${LANE} AS lane
    )${CALL_NEXT}`,
};

/** $1 id, $2 now, $3 why. */
const DEAD: Statement = {
  name: 'outbox-dead',
  text: `
    WITH ended AS (UPDATE outbox SET dead_at = $2, last_error = $3 WHERE id = $1 RETURNING id, ${LANE} AS lane)${CALL_NEXT}`,
};

/** $1 jobs. */
const ADD: Statement = { name: 'outbox-add', text: insertJobs({ rows: '$1' }) };

/** Jobs in the store's outbox: written with the change that makes them, or alone. */
export function createJobQueue(store: Store, clock: Clock): JobQueue & DueJobs & DeadJobs {
  const inMs = (ms: number): Date => new Date(clock.now().getTime() + ms);
  return {
    async add(jobs) {
      await store.query(ADD, [toJobRows(jobs, clock.now())]);
    },
    claim(kind, limit, leaseMs = LEASE_MS) {
      const freshFrom = toLowestId(clock.now().getTime() - FRESH_MS);
      return store.query<Job>(CLAIM, [kind, clock.now(), inMs(leaseMs), limit, freshFrom, inMs(BEHIND_MS)]);
    },
    async done(ids) {
      return (await store.query(DONE, [ids.join(','), clock.now()])).length > 0;
    },
    async retry({ id, attempts }, reason, firstDelaysMs = []) {
      const delayMs = [...firstDelaysMs, ...RETRY_DELAYS_MS][attempts - 1];
      if (delayMs === undefined) {
        await store.query(DEAD, [id, clock.now(), toReason(reason)]);
        return 'dead';
      }
      await store.query('UPDATE outbox SET last_error = $2, due_at = $3 WHERE id = $1', [id, toReason(reason), inMs(delayMs)]);
      return 'waiting';
    },
    async repeat(id, delayMs, reason) {
      const sql = 'UPDATE outbox SET attempts = 0, due_at = $2, last_error = $3 WHERE id = $1';
      await store.query(sql, [id, inMs(delayMs), reason === undefined ? null : toReason(reason)]);
    },
    async release(ids, delayMs = 0) {
      const sql = `UPDATE outbox SET due_at = $2, attempts = attempts - 1 WHERE id = ANY(string_to_array($1, ',')) AND ${PENDING}`;
      await store.query(sql, [ids.join(','), inMs(delayMs)]);
    },
    async reclaim() {
      const sql = `UPDATE outbox SET due_at = $1, attempts = attempts - 1 WHERE ${PENDING} AND ${IN_WORK} AND due_at > $1`;
      await store.query(sql, [clock.now()]);
    },
    listDead: (limit, kind) =>
      store.query<DeadJob>(
        `SELECT id, kind, key, payload, attempts, coalesce(last_error, '') AS "lastError", dead_at AS "deadAt" FROM outbox
         WHERE dead_at IS NOT NULL AND ($2::text IS NULL OR kind = $2) ORDER BY dead_at DESC, id DESC LIMIT $1`,
        [limit, kind ?? null],
      ),
    async revive(id, kind) {
      const sql = `UPDATE outbox SET dead_at = NULL, attempts = 0, due_at = $2
        WHERE id = $1 AND dead_at IS NOT NULL AND ($3::text IS NULL OR kind = $3) RETURNING id`;
      return (await store.query(sql, [id, clock.now(), kind ?? null])).length > 0;
    },
  };
}

function toReason(text: string): string {
  return toCleanText(text).slice(0, 500);
}
