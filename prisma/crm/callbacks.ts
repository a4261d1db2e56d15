import type { Clock } from '../../core/clock.ts';
import { DAY_MS } from '../../core/days.ts';
import { AppError } from '../../core/errors.ts';
import { dayIn } from '../../core/i18n.ts';
import { createId, formatReference } from '../../core/ids.ts';
import { creditOf } from '../../rules/access/principal.ts';
import {
  CALLBACK_STATUSES,
  type Callback,
  type CallbackChange,
  type CallbackDesk,
  type Callbacks,
  LONGEST_NOTE,
  type NewCallback,
  type OpenCallback,
} from '../../rules/callbacks/types.ts';
import { toCleanJson, toCleanText } from '../clean.ts';
import { isUniqueViolation } from '../failures.ts';
import type { Query, Store } from '../store.ts';
import { takeNumber } from './counters.ts';
import { insertFacts, toFactRows } from './facts.ts';
import { insertJobs, toJobRows } from './jobRows.ts';

const MAX_PAGE = 200;

/** A request was updated by whichever came last. */
const UPDATES = ['createdAt', 'changedAt', 'doneAt'] as const;

/** Call-back requests, numbered per day in the company's zone. */
export function createCallbacks(store: Store, clock: Clock, timeZone: string): Callbacks & CallbackDesk {
  return {
    open: (request) => open(store, clock, timeZone, request),
    listOpen: (conversationId, customerId) =>
      store.query<OpenCallback>(
        `SELECT ${OPEN} FROM callback_requests
         WHERE status = 'open' AND (conversation_id = $1 OR customer_id = $2) ORDER BY created_at DESC, id DESC LIMIT 3`,
        [conversationId, customerId ?? null],
      ),
    change: (reference, change) => changeOwn(store, clock, reference, change),
    async list({ status, updatedAfter, cursor, limit = 50 } = {}) {
      const take = Math.min(Math.max(1, limit), MAX_PAGE);
      const rows = await store.prisma.callbackRequest.findMany({
        // Ids sort by creation, so the id alone marks the place, also while rows are added.
        where: {
          ...(status && { status }),
          ...(cursor && { id: { gt: cursor } }),
          ...(updatedAfter && { OR: UPDATES.map((at) => ({ [at]: { gte: updatedAfter } })) }),
        },
        orderBy: { id: 'asc' },
        take: take + 1,
      });
      const page = rows.slice(0, take);
      const last = page.at(-1);
      return { callbacks: page.map(toCallback), ...(rows.length > take && last && { nextCursor: last.id }) };
    },
    async markDone(reference, by) {
      const now = clock.now();
      await store.query(DONE, [reference, now, toFactRows([{ name: 'callback.done', ...creditOf(by) }], now)]);
      const row = await store.prisma.callbackRequest.findUnique({ where: { reference } });
      if (!row) throw new AppError('NOT_FOUND', { reference });
      return toCallback(row);
    },
  };
}

async function open(store: Store, clock: Clock, timeZone: string, request: NewCallback): Promise<{ readonly reference: string }> {
  const now = clock.now();
  const dayOn = dayIn(now, timeZone);
  try {
    return (await findByKey(store.query, request)) ?? (await store.transaction((query) => insert(query, request, now, dayOn)));
  } catch (error) {
    // The same message on another instance at the same moment; our number was given back with the transaction.
    const first = isUniqueViolation(error) ? await findByKey(store.query, request) : undefined;
    if (first) return first;
    throw error;
  }
}

async function findByKey(query: Query, { idempotencyKey }: NewCallback): Promise<{ readonly reference: string } | undefined> {
  const rows = await query<{ reference: string }>('SELECT reference FROM callback_requests WHERE idempotency_key = $1', [idempotencyKey]);
  return rows[0];
}

const INSERT = `
  WITH n AS (
    SELECT * FROM json_to_record($1::json) AS n(id text, reference text, "idempotencyKey" text,
      "conversationId" text, "customerId" text, phone text, locale text, topic text, note text, "trackingNumber" text)
  ),
  fact AS (${insertFacts({
    from: `n LEFT JOIN conversations c ON c.id = n."conversationId" LEFT JOIN shipments s ON s.tracking_number = n."trackingNumber"`,
    rows: '$3',
    scope: {
      ...{ conversationId: 'n."conversationId"', shipmentId: 's.id', customerId: 'n."customerId"', channel: 'c.channel' },
      ...{ locale: 'n.locale', intent: 'n.topic', subjectId: 'n.id' },
    },
  })}),
  queued AS (${insertJobs({ from: 'n', rows: '$4' })})
  INSERT INTO callback_requests (id, reference, idempotency_key, conversation_id, customer_id, phone, locale, topic, note, tracking_number,
    status, created_at)
  SELECT n.id, n.reference, n."idempotencyKey", n."conversationId", n."customerId", n.phone, n.locale, n.topic, n.note, n."trackingNumber",
    'open', $2 FROM n`;

const OPEN = 'reference, created_at AS "createdAt", phone, note';

/** Only who asked for it may change it; done or cancelled, it stays. */
const CHANGE = `
  WITH changed AS (
    UPDATE callback_requests SET
      changed_at = $2,
      phone = coalesce($5, phone),
      note = CASE WHEN $6::text IS NULL OR position($6 in note) > 0 THEN note ELSE left(note || E'\\n' || $6, ${LONGEST_NOTE}) END,
      status = CASE WHEN $7::boolean THEN 'cancelled' ELSE status END,
      done_at = CASE WHEN $7::boolean THEN $2::timestamptz ELSE done_at END
    WHERE reference = $1 AND status = 'open' AND (conversation_id = $3 OR customer_id = $4)
    RETURNING *
  ),
  fact AS (${insertFacts({
    ...{ from: 'changed', rows: '$8' },
    scope: {
      ...{ conversationId: 'changed.conversation_id', customerId: 'changed.customer_id', locale: 'changed.locale' },
      ...{ intent: 'changed.topic', subjectId: 'changed.id' },
    },
  })}),
  queued AS (${insertJobs({ from: 'changed', rows: '$9' })})
  SELECT ${OPEN} FROM changed`;

async function changeOwn(store: Store, clock: Clock, reference: string, change: CallbackChange): Promise<OpenCallback | undefined> {
  const { idempotencyKey, conversationId, customerId, phone, addition, isCancelled = false } = change;
  const now = clock.now();
  const name = isCancelled ? 'callback.cancelled' : 'callback.changed';
  const note = addition === undefined ? undefined : toCleanText(addition);
  const data = { reference, conversationId, ...(customerId && { customerId }), ...(phone && { phone }), ...(note && { addition: note }) };
  const told = {
    kind: 'crm.webhook',
    key: `${name}:${reference}:${idempotencyKey}`,
    payload: { event: name, occurredAt: now, data },
  } as const;
  const who = [reference, now, conversationId, customerId ?? null];
  const what = [phone ?? null, note ?? null, isCancelled];
  const [changed] = await store.query<OpenCallback>(CHANGE, [...who, ...what, toFactRows([{ name }], now), toJobRows([told], now)]);
  return changed;
}

const DONE = `
  WITH done AS (
    UPDATE callback_requests SET status = 'done', done_at = $2 WHERE reference = $1 AND status = 'open' RETURNING *
  )
  ${insertFacts({
    ...{ from: 'done', rows: '$3' },
    scope: {
      ...{ conversationId: 'done.conversation_id', customerId: 'done.customer_id', locale: 'done.locale', intent: 'done.topic' },
      ...{ subjectId: 'done.id', startedAt: 'done.created_at', seconds: 'extract(epoch FROM $2::timestamptz - done.created_at)' },
    },
  })}`;

async function insert(query: Query, request: NewCallback, now: Date, dayOn: string): Promise<{ readonly reference: string }> {
  // Kept two days: every zone has left the day by then.
  const number = await takeNumber(query, `reference:CBR:${dayOn}`, new Date(now.getTime() + 2 * DAY_MS));
  const reference = formatReference('CBR', dayOn, number);
  const row = { ...request, id: createId(now.getTime()), reference };
  const { idempotencyKey: _, ...data } = request;
  const payload = { event: 'callback.opened', occurredAt: now, data: { reference, ...data } };
  const facts = toFactRows([{ name: 'callback.opened' }], now);
  const told = toJobRows([{ kind: 'crm.webhook', key: `callback.opened:${reference}`, payload }], now);
  await query(INSERT, [toCleanJson(row), now, facts, told]);
  return { reference };
}

interface CallbackRow {
  readonly reference: string;
  readonly conversationId: string;
  readonly customerId: string | null;
  readonly phone: string;
  readonly locale: string;
  readonly topic: string;
  readonly note: string;
  readonly trackingNumber: string | null;
  readonly status: string;
  readonly createdAt: Date;
  readonly changedAt: Date | null;
  readonly doneAt: Date | null;
}

function toCallback(row: CallbackRow): Callback {
  const { reference, conversationId, customerId, phone, locale, topic, note, trackingNumber, status, createdAt, changedAt, doneAt } = row;
  return {
    ...{ reference, conversationId, phone, locale, topic, note, createdAt },
    status: CALLBACK_STATUSES.find((known) => known === status) ?? 'open',
    ...(customerId !== null && { customerId }),
    ...(trackingNumber !== null && { trackingNumber }),
    ...(changedAt !== null && { changedAt }),
    ...(doneAt !== null && { doneAt }),
  };
}
