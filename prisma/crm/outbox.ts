import type { Clock } from '../../core/clock.ts';
import { toCleanText } from '../clean.ts';
import type { Statement, Store } from '../store.ts';

const MINUTE_MS = 60_000;
/** Waits before the second, third … attempt; after the last an entry is dead. */
const RETRY_DELAYS_MS = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE_MS);
// Longer than any delivery may take: a claimer that dies gives its entries back after this.
const LEASE_MS = 2 * MINUTE_MS;

/** One thing to do, as its claimer gets it. */
export interface DueEntry {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** 1 at the first attempt. */
  readonly attempts: number;
}

export interface DeadEntry extends DueEntry {
  readonly lastError: string;
  readonly deadAt: Date;
}

/** What must happen after a commit, at least once: whoever does it must bear doing it twice. */
export interface Outbox {
  /**
   * Takes at most `limit` due entries for two minutes; no other instance gets them meanwhile. Of webhooks and notices whose keys
   * name the same thing (`what:which:number`) only the oldest that is neither done nor dead is handed out, due or not: news of one
   * ticket leaves in the order it was made, whatever fails in between and however many instances there are.
   */
  claim(kinds: readonly string[], limit: number): Promise<readonly DueEntry[]>;
  done(id: string): Promise<void>;
  /** Puts an entry off by its attempts: for each of `firstDelaysMs`, then 1 min, 5 min, 30 min, 2 h, 12 h; after that it is dead. */
  retry(entry: Pick<DueEntry, 'id' | 'attempts'>, reason: string, firstDelaysMs?: readonly number[]): Promise<'waiting' | 'dead'>;
  /** Dead entries, latest first; of one kind, or of all. */
  listDead(limit: number, kind?: string): Promise<readonly DeadEntry[]>;
  /** Gives a dead entry its attempts back, due now; false when it is not dead. */
  revive(id: string): Promise<boolean>;
}

const CLAIM: Statement = {
  name: 'outbox-claim',
  // The first of each lane by sorting what is pending once, and few of them joined: the embedded store has no statistics, and a
  // join it plans badly takes minutes over a backlog of thousands. More than the limit, as another instance may hold some.
  text: `
    UPDATE outbox SET due_at = $3, attempts = attempts + 1
    WHERE id IN (
      SELECT id FROM outbox
      WHERE done_at IS NULL AND dead_at IS NULL AND due_at <= $2 AND id = ANY(ARRAY(
        SELECT id FROM (
          SELECT id, due_at, row_number() OVER (PARTITION BY CASE
            WHEN kind IN ('crm.webhook', 'conversation.notice') AND split_part(key, ':', 3) <> '' THEN kind || ':' || split_part(key, ':', 2)
            ELSE id END ORDER BY id) AS place
          FROM outbox WHERE done_at IS NULL AND dead_at IS NULL AND kind = ANY(string_to_array($1, ','))) AS pending
        WHERE place = 1 AND due_at <= $2 ORDER BY due_at, id LIMIT 4 * $4::int))
      ORDER BY due_at, id LIMIT $4::int FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, key, payload, attempts`,
};

/** The outbox table. */
export function createOutbox(store: Store, clock: Clock): Outbox {
  const inMs = (ms: number): Date => new Date(clock.now().getTime() + ms);
  return {
    claim: (kinds, limit) => store.query<DueEntry>(CLAIM, [kinds.join(','), clock.now(), inMs(LEASE_MS), limit]),
    async done(id) {
      await store.query('UPDATE outbox SET done_at = $2, last_error = NULL WHERE id = $1', [id, clock.now()]);
    },
    async retry({ id, attempts }, reason, firstDelaysMs = []) {
      const delayMs = [...firstDelaysMs, ...RETRY_DELAYS_MS][attempts - 1];
      const isDead = delayMs === undefined;
      const params = [id, toCleanText(reason).slice(0, 500), inMs(delayMs ?? 0)];
      await store.query(`UPDATE outbox SET last_error = $2, ${isDead ? 'dead_at' : 'due_at'} = $3 WHERE id = $1`, params);
      return isDead ? 'dead' : 'waiting';
    },
    listDead: (limit, kind) =>
      store.query<DeadEntry>(
        `SELECT id, kind, key, payload, attempts, coalesce(last_error, '') AS "lastError", dead_at AS "deadAt" FROM outbox
         WHERE dead_at IS NOT NULL AND ($2::text IS NULL OR kind = $2) ORDER BY dead_at DESC, id DESC LIMIT $1`,
        [limit, kind ?? null],
      ),
    async revive(id) {
      const sql = 'UPDATE outbox SET dead_at = NULL, attempts = 0, due_at = $2 WHERE id = $1 AND dead_at IS NOT NULL RETURNING id';
      return (await store.query(sql, [id, clock.now()])).length > 0;
    },
  };
}
