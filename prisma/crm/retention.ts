import { DAY_MS, HOUR_MS } from '../../core/days.ts';
import type { Chore } from '../../rules/jobs.ts';
import type { Store } from '../store.ts';
import { finishErasures } from './customers/privacy.ts';
import { ENDED_LIST } from './personalData/complaints.ts';
import { FORGOTTEN_STATE, namelessConversation } from './personalData/conversations.ts';
import { CASE_DATA, STORE_DATA } from './personalData/index.ts';
import type { RetentionClass } from './personalData/types.ts';

/**
 * How long what is kept, in months of 30 days and a bit (PIPL art. 19: no longer than needed). Candidates and counters have their
 * own purges beside them; attempts at verification are counters and gone within a day.
 */
export const RETENTION_DAYS = {
  /** Complaints and claims after their end: 36 months, as claims lapse after three years (Civil Code art. 188). */
  complaints: 1096,
  /** What was said in chat: 12 months. */
  transcripts: 365,
  /** Files customers sent: 6 months after their complaint ended, or after they came when they belong to none. */
  uploads: 183,
  /** What was sent to company systems and channels: three months, as far back as days are reconciled. */
  outbox: 92,
} as const;

/** Rows of one statement, and statements of one round: what is left waits for the next. */
const BATCH = 200;
const ROUNDS = 25;

/** Everything that must go by the clock, each once in six hours. */
export function createRetentionChores(store: Store): readonly Chore[] {
  const used = new Set(STORE_DATA.map(({ retention }) => retention));
  return [...used].flatMap((each) => {
    const purge = PURGES[each];
    return purge ? [{ name: purge.name, everyMs: 6 * HOUR_MS, run: (now: Date) => purge.run(store, now) }] : [];
  });
}

interface Purge {
  readonly name: string;
  run(store: Store, now: Date): Promise<number>;
}

/** What removes the rows of each class; those of the others have no time of their own, or a purge beside their functions. */
const PURGES: Readonly<Record<RetentionClass, Purge | undefined>> = {
  complaints: { name: 'old complaints', run: (store, now) => purgeComplaints(store, now) },
  transcripts: { name: 'old transcripts', run: (store, now) => purgeTranscripts(store, now) },
  uploads: { name: 'old uploads', run: (store, now) => purgeUploads(store, now) },
  outbox: { name: 'old outbox', run: (store, now) => purgeOutbox(store, now) },
  waybills: { name: 'kept waybills', run: (store, now) => finishErasures(store, now) },
  ...{ candidates: undefined, counters: undefined, parent: undefined, unlimited: undefined },
};

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

// Of each ended state the oldest first, by the index on state and promise: a ticket is promised within days of being opened, so
// what ended so long ago was promised before then too, give or take a month.
const COMPLAINTS = `
  DELETE FROM complaints WHERE id IN (
    SELECT id FROM complaints
    WHERE status IN (${ENDED_LIST}) AND resolve_due_at < $1::timestamptz + interval '31 days' AND coalesce(closed_at, updated_at) < $1 AND NOT is_legal_hold
    ORDER BY resolve_due_at LIMIT ${BATCH})
  RETURNING 1 AS one`;

/** Removes complaints, with their history and claims, 36 months after their end; not those under legal hold. Reports keep their facts. */
export function purgeComplaints(store: Store, now: Date): Promise<number> {
  return inRounds(store, COMPLAINTS, daysBefore(now, RETENTION_DAYS.complaints));
}

/** Kept with a case that is not over, or may not be touched. */
const NEEDED = CASE_DATA.map(
  (data) => `EXISTS (SELECT FROM ${data.table} t WHERE t.conversation_id = v.id AND ${data.case?.isNeeded})`,
).join(' OR ');

// Only conversations that still hold something of the time: its first message is found by one step in the key.
const TRANSCRIPTS = `
  WITH old AS (
    SELECT v.id FROM conversations v
    WHERE v.mode IN ('bot', 'waiting', 'agent', 'closed') AND v.created_at < $1 AND NOT (${NEEDED})
      AND (SELECT created_at FROM messages WHERE conversation_id = v.id ORDER BY seq LIMIT 1) < $1
    ORDER BY v.created_at LIMIT ${BATCH}
  ),
  over AS (
    SELECT o.id FROM old o JOIN bot_states s ON s.conversation_id = o.id WHERE s.updated_at < $1
  ),
  nameless AS (
    UPDATE conversations v SET ${namelessConversation('past', 'v.')}, mode = 'closed' FROM over o WHERE v.id = o.id
  ),
  forgotten AS (
    UPDATE bot_states s SET ${FORGOTTEN_STATE} FROM over o WHERE s.conversation_id = o.id
  )
  DELETE FROM messages m USING old o WHERE m.conversation_id = o.id AND m.created_at < $1 RETURNING 1 AS one`;

/**
 * Removes what was said more than 12 months ago; a conversation in which nothing was said since loses who it was with too, and
 * stays as a number of that day. Nothing of a ticket that is open or under legal hold is touched.
 */
export function purgeTranscripts(store: Store, now: Date): Promise<number> {
  return inRounds(store, TRANSCRIPTS, daysBefore(now, RETENTION_DAYS.transcripts));
}

const KEPT_FILES = CASE_DATA.flatMap(({ table, case: of }) =>
  of?.files
    ? `AND NOT EXISTS (
      SELECT FROM ${of.files.table} f JOIN ${table} t ON t.id = f.${of.files.owner}
      WHERE f.upload_id = u.id AND (${of.isNeeded} OR ${of.endedAt} >= $1))`
    : [],
);

const UPLOADS = `
  DELETE FROM uploads WHERE id IN (
    SELECT u.id FROM uploads u WHERE u.created_at < $1 ${KEPT_FILES.join(' ')}
    ORDER BY u.created_at LIMIT ${BATCH})
  RETURNING 1 AS one`;

/** Removes files 6 months after the end of their case, or after they came. */
export function purgeUploads(store: Store, now: Date): Promise<number> {
  return inRounds(store, UPLOADS, daysBefore(now, RETENTION_DAYS.uploads));
}

// In the order of the key, which is that of creation: the oldest come first, and there are many of them.
const OUTBOX = `
  DELETE FROM outbox WHERE id IN (
    SELECT id FROM outbox WHERE created_at < $1 AND done_at < $1 ORDER BY id LIMIT ${10 * BATCH})
  RETURNING 1 AS one`;

/** Removes entries of the outbox three months after they were done; dead ones stay until somebody has seen to them. */
export function purgeOutbox(store: Store, now: Date): Promise<number> {
  return inRounds(store, OUTBOX, daysBefore(now, RETENTION_DAYS.outbox));
}

/** Until a round finds nothing; bounded, so that a first run on an old store does not hold up the others. */
async function inRounds(store: Store, sql: string, before: Date): Promise<number> {
  let total = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = await store.query(sql, [before]);
    total += rows.length;
    if (rows.length === 0) break;
  }
  return total;
}
