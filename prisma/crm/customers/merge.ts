import type { Clock } from '../../../core/clock.ts';
import { AppError } from '../../../core/errors.ts';
import { createId } from '../../../core/ids.ts';
import { actorOf, nameOf, type Principal, voucherOf } from '../../../rules/access/principal.ts';
import type { CustomerMerges, MergeFactor, MergeResult } from '../../../rules/customers/types.ts';
import { toCleanJson, toCleanText } from '../../clean.ts';
import type { Query, Store } from '../../store.ts';
import { FILL, GIVE_BACK, MOVE, UNFILL } from './mergeStatements.ts';

/**
 * What a merge keeps to be undone: ids by table, of `customers` those who stood merged into `from` and now point at whom it was merged
 * into; and under `filled` the names of fields that were filled. Stored with the staff member's `reason`, where that was the factor, and
 * the API `key` that vouches for the person it named as actor.
 */
type Moved = Readonly<Record<string, readonly string[]>>;

/** Joining rows that are one person. Pointers are kept flat: whoever was merged away points at who stands for them now. */
export function createCustomerMerges(store: Store, clock: Clock): CustomerMerges {
  return {
    merge: (fromId, intoId, factor, by) =>
      store.transaction((query) => merge(query, clock, toCleanText(fromId), toCleanText(intoId), factor, by)),
    undo: (mergeId, by) => store.transaction((query) => undo(query, clock, toCleanText(mergeId), by)),
    bindIdentity: (channel, userId, customerId, factor) =>
      store.transaction((query) => bind(query, clock, channel, toCleanText(userId), toCleanText(customerId), factor)),
  };
}

const refuse = (problem: string, facts: object = {}): AppError => new AppError('MERGE_REFUSED', { problem, ...facts });

async function merge(query: Query, clock: Clock, fromId: string, intoId: string, factor: MergeFactor, by: Principal): Promise<MergeResult> {
  if (fromId === intoId) throw refuse('same');
  const rows = await lock(query, [fromId, intoId]);
  const from = rows.get(fromId);
  const into = await resolve(query, rows, intoId);
  if (!from) throw new AppError('NOT_FOUND', { customer: fromId });
  if (from.status === 'merged') throw refuse('already_merged', { into: from.mergedIntoId });
  if (into.id === fromId) throw refuse('same');
  if (from.status !== 'active' || into.status !== 'active') throw refuse('erased');
  await verify(query, fromId, into.id, factor, by);
  const now = clock.now();
  const moved = await moveAll(query, fromId, into.id, now);
  const mergeId = createId(now.getTime());
  const kept = { ...moved, ...(factor.kind === 'staff' && { reason: factor.reason }), ...voucherOf(by) };
  await query(
    'INSERT INTO customer_merges (id, from_id, into_id, factor, actor_id, moved, at) VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7)',
    [...[mergeId, fromId, into.id, factor.kind, toCleanText(actorOf(by).id)], ...[toCleanJson(kept), now]],
  );
  return { mergeId, fromId, intoId: into.id, counts: countsOf(moved) };
}

interface Locked {
  readonly id: string;
  readonly status: string;
  readonly mergedIntoId: string | null;
}

/** In the order of ids, so that two merges cannot wait for each other. An import writing to one of them is waited for. */
async function lock(query: Query, ids: readonly string[]): Promise<Map<string, Locked>> {
  const rows = await query<Locked>(
    `SELECT id, status, merged_into_id AS "mergedIntoId" FROM customers
     WHERE id IN (SELECT json_array_elements_text($1::json)) ORDER BY id FOR UPDATE`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who stands for a customer, locked. */
async function resolve(query: Query, rows: ReadonlyMap<string, Locked>, id: string): Promise<Locked> {
  const found = rows.get(id);
  if (!found) throw new AppError('NOT_FOUND', { customer: id });
  if (found.mergedIntoId === null) return found;
  const survivor = rows.get(found.mergedIntoId) ?? (await lock(query, [found.mergedIntoId])).get(found.mergedIntoId);
  if (!survivor) throw new Error('a merged customer points at nobody');
  return survivor;
}

const PHONE_ON_FILE = `UPDATE contacts SET verified_at = $3 WHERE kind = 'phone' AND value = $1 AND customer_id = $2 RETURNING 1 AS one`;
const BOUND_TO = 'SELECT customer_id AS "customerId" FROM channel_identities WHERE channel = $1 AND user_id = $2';

/** Proof must lead to a customer by something that is on file: a code proves a phone, not a name. */
async function verify(query: Query, fromId: string, intoId: string, factor: MergeFactor, by: Principal): Promise<void> {
  switch (factor.kind) {
    case 'staff':
      if (actorOf(by).type !== 'agent' || factor.reason.trim() === '') throw refuse('not_verified');
      return;
    case 'phone_code': {
      const rows = await query(`SELECT 1 AS one FROM contacts WHERE kind = 'phone' AND value = $1 AND customer_id = $2`, [
        factor.phone,
        fromId,
      ]);
      if (rows.length === 0) throw refuse('not_verified');
      return;
    }
    case 'channel_identity': {
      const [identity] = await query<{ customerId: string | null }>(BOUND_TO, [factor.channel, toCleanText(factor.userId)]);
      if (identity?.customerId !== fromId && identity?.customerId !== intoId) throw refuse('not_verified');
      return;
    }
    default:
      return factor satisfies never;
  }
}

async function moveAll(query: Query, fromId: string, intoId: string, now: Date): Promise<Moved> {
  const moved: Record<string, readonly string[]> = {};
  for (const [table, sql] of MOVE) {
    const rows = await query<{ id: string }>(sql, [fromId, intoId]);
    if (rows.length > 0) moved[table] = rows.map(({ id }) => id);
  }
  const pointers = await query<{ id: string }>('UPDATE customers SET merged_into_id = $2 WHERE merged_into_id = $1 RETURNING id', [
    fromId,
    intoId,
  ]);
  if (pointers.length > 0) moved.customers = pointers.map(({ id }) => id);
  const [filled] = await query<{ fields: string[] | null }>(FILL, [fromId, intoId, now]);
  if (filled?.fields) moved.filled = filled.fields;
  await query(
    `UPDATE customers SET status = 'merged', merged_into_id = $2, updated_at = greatest($3::timestamptz, updated_at) WHERE id = $1`,
    [...[fromId, intoId, now]],
  );
  return moved;
}

interface MergeRow {
  readonly fromId: string;
  readonly intoId: string;
  readonly moved: Moved;
  readonly undoneAt: Date | null;
}

async function undo(query: Query, clock: Clock, mergeId: string, by: Principal): Promise<MergeResult> {
  const [found] = await query<MergeRow>(
    `SELECT from_id AS "fromId", into_id AS "intoId", moved, undone_at AS "undoneAt" FROM customer_merges WHERE id = $1 FOR UPDATE`,
    [mergeId],
  );
  if (!found) throw new AppError('NOT_FOUND', { merge: mergeId });
  if (found.undoneAt) throw refuse('already_undone');
  const now = clock.now();
  const rows = await lock(query, [found.fromId, found.intoId]);
  // Whom it was merged into may have been merged on: what was moved is with who stands for them now.
  const holder = await resolve(query, rows, found.intoId);
  await query(
    `UPDATE customers SET status = 'active', merged_into_id = NULL, updated_at = greatest($2::timestamptz, updated_at) WHERE id = $1`,
    [found.fromId, now],
  );
  const counts: Record<string, number> = {};
  for (const [table, sql] of GIVE_BACK) {
    const ids = found.moved[table] ?? [];
    if (ids.length === 0) continue;
    counts[table] = (await query(sql, [holder.id, found.fromId, JSON.stringify(ids)])).length;
  }
  await query(UNFILL, [found.fromId, found.intoId, now, JSON.stringify(found.moved.filled ?? [])]);
  await query('UPDATE customer_merges SET undone_at = $2, undone_by = $3 WHERE id = $1', [mergeId, now, nameOf(by)]);
  return { mergeId, fromId: found.fromId, intoId: found.intoId, counts };
}

function countsOf({ filled: _filled, ...tables }: Moved): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(tables).map(([table, ids]) => [table, ids.length]));
}

type BindFactor = Parameters<CustomerMerges['bindIdentity']>[3];

async function bind(query: Query, clock: Clock, channel: string, userId: string, customerId: string, factor: BindFactor): Promise<string> {
  const now = clock.now();
  const { id, status } = await resolve(query, await lock(query, [customerId]), customerId);
  if (status !== 'active') throw refuse('erased');
  if (factor.kind === 'phone_code' && (await query(PHONE_ON_FILE, [factor.phone, id, now])).length === 0) throw refuse('not_verified');
  if (factor.kind === 'staff' && factor.reason.trim() === '') throw refuse('not_verified');
  const [bound] = await query<{ customerId: string }>(
    `INSERT INTO channel_identities AS i (id, channel, user_id, customer_id, bound_at, created_at) VALUES ($1, $2, $3, $4, $5, $5)
     ON CONFLICT (channel, user_id) DO UPDATE
       SET customer_id = coalesce(i.customer_id, excluded.customer_id), bound_at = coalesce(i.bound_at, excluded.bound_at)
     RETURNING customer_id AS "customerId"`,
    [createId(now.getTime()), channel, userId, id, now],
  );
  if (bound?.customerId !== id) throw refuse('bound_to_another');
  return id;
}
