import { createId } from '../../../core/ids.ts';
import { ENDED } from '../../../rules/complaints/states.ts';
import type { ErasureObstacle } from '../../../rules/customers/privacy.ts';
import type { Query } from '../../store.ts';
import type { Person } from './footprint.ts';
import { digitsOfPhone } from './phones.ts';
import { patternOf, REDACTED } from './redaction.ts';

const ENDED_LIST = [...ENDED].map((status) => `'${status}'`).join(', ');

const OBSTACLES = `
  SELECT kind, reference, status FROM (
    SELECT 1 AS n, 'legal_hold' AS kind, reference, status FROM complaints WHERE id IN (SELECT json_array_elements_text($1::json)) AND is_legal_hold
    UNION ALL
    SELECT 2, 'complaint', reference, status FROM complaints
    WHERE id IN (SELECT json_array_elements_text($1::json)) AND type = 'complaint' AND status NOT IN (${ENDED_LIST})
    UNION ALL
    SELECT 3, 'claim', c.reference, k.status FROM claims k JOIN complaints c ON c.id = k.complaint_id
    WHERE c.id IN (SELECT json_array_elements_text($1::json)) AND k.status IN ('ASSESSING', 'OFFERED', 'ACCEPTED')) o
  ORDER BY n, reference`;

/**
 * What must end before somebody may be forgotten (GDPR art. 17(3)(e)). A resolved complaint is not closed yet: they may still
 * object. The tickets are locked, so that none is opened again meanwhile; suggestions and praise are no reason.
 */
export async function findObstacles(query: Query, { complaintIds }: Person): Promise<readonly ErasureObstacle[]> {
  const ids = JSON.stringify(complaintIds);
  await query('SELECT 1 FROM complaints WHERE id IN (SELECT json_array_elements_text($1::json)) ORDER BY id FOR UPDATE', [ids]);
  return query<ErasureObstacle>(OBSTACLES, [ids]);
}

/** $1 a list of ids as JSON. */
const inList = (column: string): string => `${column} IN (SELECT json_array_elements_text($1::json))`;

interface Step {
  /** What the certificate counts; absent: it is part of something that is counted. */
  readonly name?: string;
  readonly effect: 'deleted' | 'redacted';
  readonly of: 'ids' | 'identityIds' | 'conversationIds' | 'complaintIds' | 'outboxIds' | 'candidateIds';
  readonly sql: string;
}

const deletion = (name: string, table: string, of: Step['of'], column: string): Step => ({
  ...{ name, effect: 'deleted', of },
  sql: `DELETE FROM ${table} WHERE ${inList(column)} RETURNING 1 AS one`,
});

// In this order: a conversation's memory first, since its lock holds off a turn that is under way.
const STEPS: readonly Step[] = [
  {
    ...{ effect: 'redacted', of: 'conversationIds' },
    sql: `UPDATE bot_states SET data = '{}', version = version + 1 WHERE ${inList('conversation_id')} RETURNING 1 AS one`,
  },
  deletion('messages', 'messages', 'conversationIds', 'conversation_id'),
  deletion('uploads', 'uploads', 'conversationIds', 'conversation_id'),
  {
    ...{ name: 'conversations', effect: 'redacted', of: 'conversationIds' },
    // Made-up, but each its own: whoever is known by the same identity sees the same tickets.
    sql: `UPDATE conversations SET user_id = 'erased-' || md5(id), identity_id = 'erased-' || md5(id),
        mode = CASE WHEN mode IN ('waiting', 'agent') THEN 'closed' ELSE mode END
      WHERE ${inList('id')} RETURNING 1 AS one`,
  },
  deletion('identities', 'channel_identities', 'identityIds', 'id'),
  {
    ...{ name: 'callbacks', effect: 'deleted', of: 'conversationIds' },
    sql: `DELETE FROM callback_requests WHERE ${inList('conversation_id')} RETURNING 1 AS one`,
  },
  deletion('callbacks', 'callback_requests', 'ids', 'customer_id'),
  {
    ...{ name: 'complaints', effect: 'redacted', of: 'complaintIds' },
    sql: `UPDATE complaints SET customer_id = NULL, identity_id = NULL, description = '', contact_phone = NULL, contact_name = NULL,
        praised = NULL, resolution = NULL, open_key = NULL,
        next_alarm_at = NULL, version = version + 1,
        remedy = CASE WHEN remedy IS NULL THEN NULL ELSE remedy || '{"text": ""}' END
      WHERE ${inList('id')} RETURNING 1 AS one`,
  },
  {
    ...{ name: 'complaintEvents', effect: 'redacted', of: 'complaintIds' },
    // The digest stays, and with the salt gone tells nothing: the chain over it still holds.
    sql: `UPDATE complaint_events SET words = NULL, salt = NULL WHERE ${inList('complaint_id')} AND (words IS NOT NULL OR salt IS NOT NULL) RETURNING 1 AS one`,
  },
  deletion('contacts', 'contacts', 'ids', 'customer_id'),
  deletion('people', 'contact_people', 'ids', 'customer_id'),
  deletion('consents', 'consents', 'ids', 'customer_id'),
  deletion('notes', 'customer_notes', 'ids', 'customer_id'),
  {
    ...{ name: 'merges', effect: 'deleted', of: 'ids' },
    sql: `DELETE FROM customer_merges WHERE ${inList('from_id')} OR ${inList('into_id')} RETURNING 1 AS one`,
  },
  {
    // What was sent stays as a number of its day; what was not is not sent.
    ...{ name: 'outbox', effect: 'redacted', of: 'outboxIds' },
    sql: `UPDATE outbox SET last_error = NULL,
        payload = jsonb_strip_nulls(jsonb_build_object('event', payload -> 'event', 'occurredAt', payload -> 'occurredAt'))
      WHERE ${inList('id')} AND done_at IS NOT NULL RETURNING 1 AS one`,
  },
  {
    ...{ name: 'outbox', effect: 'deleted', of: 'outboxIds' },
    sql: `DELETE FROM outbox WHERE ${inList('id')} AND done_at IS NULL RETURNING 1 AS one`,
  },
  deletion('candidates', 'nlu_candidates', 'candidateIds', 'id'),
];

const MEND = `
  UPDATE complaints SET corrective_action = regexp_replace(corrective_action, $2, '${REDACTED}', 'g')
  WHERE ${inList('id')} AND corrective_action ~ $2`;

export type Doomed = Person & { readonly outboxIds: readonly string[]; readonly candidateIds: readonly string[] };
export interface Counts {
  readonly deleted: Record<string, number>;
  readonly redacted: Record<string, number>;
}

/** Deletes and empties all of somebody's but their waybills and their own rows. */
export async function eraseRows(query: Query, doomed: Doomed, counts: Counts, now: Date): Promise<void> {
  const lists = { ...doomed, identityIds: doomed.identities.map(({ id }) => id) };
  for (const { name, effect, of, sql } of STEPS) {
    const ids = lists[of];
    if (ids.length === 0) continue;
    const rows = await query(sql, [JSON.stringify(ids)]);
    if (name) addTo(counts[effect], name, rows.length);
  }
  // What was mended in the company stays, without whom it happened to.
  const pattern = patternOf([...doomed.names, ...doomed.emails, ...doomed.phones.flatMap(digitsOfPhone)]);
  if (pattern && doomed.complaintIds.length > 0) await query(MEND, [JSON.stringify(doomed.complaintIds), pattern]);
  // One made-up id for all: who is counted stays one, and nobody can say which.
  const facts = await query(`UPDATE service_facts SET customer_id = $2 WHERE ${inList('customer_id')} RETURNING 1 AS one`, [
    JSON.stringify(doomed.ids),
    createId(now.getTime()),
  ]);
  addTo(counts.redacted, 'facts', facts.length);
}

const EMPTY_CUSTOMER = `
  UPDATE customers SET external_id = NULL, name = NULL, locale = NULL, kind = 'person', company = NULL, industry = NULL, goods = NULL,
    address = NULL, account_owner = NULL, preferred_channel = NULL, service_score = NULL, service_scores = 0, segment = NULL,
    segmented_at = NULL, segment_basis = NULL, merged_into_id = NULL, status = $2, updated_at = $3
  WHERE ${inList('id')} RETURNING 1 AS one`;

/** Leaves the rows themselves, with nothing in them: what pointed at them must find something. */
export async function emptyCustomers(query: Query, ids: readonly string[], status: 'restricted' | 'erased', now: Date): Promise<number> {
  return (await query(EMPTY_CUSTOMER, [JSON.stringify(ids), status, now])).length;
}

export function addTo(counts: Record<string, number>, name: string, count: number): void {
  if (count > 0) counts[name] = (counts[name] ?? 0) + count;
}
