import { createId } from '../../../core/ids.ts';
import { type ChainEnd, type SealedEvent, sealLines } from '../../../rules/complaints/audit.ts';
import type { ComplaintDecision } from '../../../rules/complaints/decision.ts';
import { toPublic } from '../../../rules/complaints/publish.ts';
import type { Complaint, NewComplaint } from '../../../rules/complaints/types.ts';
import { toCleanJson } from '../../clean.ts';
import { isUniqueViolation } from '../../failures.ts';
import type { Param, Query, Store } from '../../store.ts';
import { acceptClaim, refuseClaim } from '../claims/answers.ts';
import { type StoredTicket, toMutableRow } from './rows.ts';
import { APPEND, INSERT, UPDATE } from './writes.ts';

type Line = ComplaintDecision['lines'][number];

/** What belongs to a command besides its decision. */
export interface WriteOptions {
  /** Kept with the first line, so that the same command twice is known. */
  readonly idempotencyKey?: string;
  /** Of files that join the ticket. */
  readonly fileIds?: readonly string[];
}

/** The end of another ticket's audit, and the line it gets in the same statement. */
export interface Beside {
  readonly id: string;
  readonly end: ChainEnd;
  readonly line: Line;
}

/** Who a new ticket belongs to, as far as the store knows. */
export interface NewOwner {
  readonly identityId?: string;
  readonly accountOwner?: string;
  readonly isDemo: boolean;
}

/**
 * Writes what was decided about a ticket that was read: ticket, audit, files, facts, notices and webhook in one statement. When the
 * ticket goes to ACCEPTED or REJECTED with money proposed, its claim follows in the same transaction.
 * @returns the ticket as written; undefined when somebody changed it since it was read, and then nothing is written
 */
export async function writeChange(
  store: Store,
  ticket: StoredTicket,
  decision: ComplaintDecision,
  now: Date,
  options: WriteOptions = {},
): Promise<Complaint | undefined> {
  const next = { ...decision.next, updatedAt: laterThan(ticket.complaint.updatedAt, now) };
  const { params, end } = prepare({ ...decision, next }, ticket, now, options);
  const row = {
    id: next.id,
    customer_id: next.customerId,
    ...toMutableRow(next, end, ticket.identityId, decision.pausedAt, decision.nextAlarmAt),
  };
  const update = async (query: Query): Promise<boolean> => {
    const guarded = [toCleanJson(row), ...params, '[]', ticket.complaint.version, ticket.end.lastSeq];
    return (await query(UPDATE, guarded)).length > 0;
  };
  try {
    return (await updateWithClaim(store, update, ticket.complaint, next, now)) ? next : undefined;
  } catch (error) {
    // Another ticket took the key of the open matter at this moment: read again, this one goes without.
    if (isUniqueViolation(error, 'complaints_open_key_key')) return undefined;
    throw error;
  }
}

async function updateWithClaim(
  store: Store,
  update: (query: Query) => Promise<boolean>,
  before: Complaint,
  next: Complaint,
  now: Date,
): Promise<boolean> {
  const answer = before.status === next.status ? undefined : ANSWERS[next.status];
  if (!answer || next.remedy?.type !== 'compensation') return update(store.query);
  return store.transaction(async (query) => {
    const isWritten = await update(query);
    if (isWritten) await answer(query, next.id, now);
    return isWritten;
  });
}

const ANSWERS: Readonly<Partial<Record<Complaint['status'], typeof acceptClaim>>> = { ACCEPTED: acceptClaim, REJECTED: refuseClaim };

/**
 * Writes a new ticket in one statement. `isBesideWritten`: false when the other ticket's audit had grown meanwhile, and its line is
 * still to be written. Undefined, and nothing written, when the message or the matter has a ticket by now.
 */
export async function writeOpening(
  store: Store,
  input: NewComplaint,
  decision: ComplaintDecision,
  now: Date,
  owner: NewOwner,
  beside?: Beside,
): Promise<{ readonly isBesideWritten: boolean } | undefined> {
  const { next, pausedAt, nextAlarmAt } = decision;
  const besideLines = beside ? sealLines([beside.line], now, beside.end) : [];
  const besideRows = beside ? toEventRows(beside.id, besideLines) : [];
  const options = { fileIds: next.files.map(({ id }) => id) };
  const { params, end } = prepare(decision, { end: { lastSeq: 0, lastHash: '' }, ...owner }, now, options, besideRows);
  const row = {
    ...{ id: next.id, reference: next.reference, idempotency_key: input.idempotencyKey, type: next.type, locale: next.locale },
    ...{ channel: next.channel, identity_id: owner.identityId, customer_id: next.customerId, shipment_id: next.shipmentId },
    ...{
      tracking_number: next.trackingNumber,
      praised: next.praised,
      is_legal_hold: false,
      is_demo: owner.isDemo,
      created_at: next.createdAt,
    },
    ...toMutableRow(next, end, owner.identityId, pausedAt, nextAlarmAt),
  };
  const ends = beside ? [{ id: beside.id, ...endOf(besideLines, beside.end) }] : [];
  const [written] = await store.query<{ beside: number }>(INSERT, [toCleanJson(row), ...params, toCleanJson(ends)]);
  return written && { isBesideWritten: written.beside === ends.length };
}

/** A line alone; version and everything else stay. False when the audit had grown meanwhile. */
export async function writeLine(store: Store, id: string, end: ChainEnd, line: Line, now: Date, idempotencyKey?: string): Promise<boolean> {
  const sealed = sealLines([line], now, end);
  const events = toCleanJson(toEventRows(id, sealed, idempotencyKey));
  return (await store.query(APPEND, [id, toCleanJson(endOf(sealed, end)), events])).length > 0;
}

/** The documents $2 to $6 that opening and changing share. @param more lines of another ticket */
function prepare(
  { next, lines, notices, webhook, facts }: ComplaintDecision,
  { end, accountOwner }: Pick<StoredTicket, 'end' | 'accountOwner'>,
  now: Date,
  { idempotencyKey, fileIds = [] }: WriteOptions,
  more: readonly object[] = [],
): { readonly params: readonly Param[]; readonly end: ChainEnd } {
  const sealed = sealLines(lines, now, end);
  const after = endOf(sealed, end);
  const id = (): string => createId(now.getTime());
  const events = [...toEventRows(next.id, sealed, idempotencyKey), ...more];
  const { conversationId, reference, trackingNumber } = next;
  const about = { conversationId, reference, ...(trackingNumber !== undefined && { trackingNumber }) };
  const outbox = [
    ...notices.map((notice) => {
      const key = `complaint:${next.id}:${after.lastSeq}:${notice.kind}`;
      return { id: id(), kind: 'conversation.notice', key, payload: { ...about, ...notice } };
    }),
    ...(webhook ? [{ id: id(), kind: 'crm.webhook', ...toWebhook(webhook, next, accountOwner, after, now) }] : []),
  ];
  const documents = [events, facts.map((fact) => ({ id: id(), ...fact })), outbox, fileIds];
  return { params: [now, ...documents.map(toCleanJson)], end: after };
}

function toWebhook(event: string, ticket: Complaint, accountOwner: string | undefined, { lastSeq }: ChainEnd, occurredAt: Date) {
  const data = { ...toPublic(ticket), ...(accountOwner !== undefined && { accountOwner }) };
  return { key: `${event}:${ticket.reference}:${lastSeq}`, payload: { event, occurredAt, data } };
}

function toEventRows(complaintId: string, sealed: readonly SealedEvent[], idempotencyKey?: string): readonly object[] {
  return sealed.map((line, at) => ({ ...line, complaintId, ...(at === 0 && idempotencyKey !== undefined && { idempotencyKey }) }));
}

function endOf(sealed: readonly SealedEvent[], before: ChainEnd): ChainEnd {
  const last = sealed.at(-1);
  return last ? { lastSeq: last.seq, lastHash: last.hash } : before;
}

/** Systems follow changes by their instant: a second change of one millisecond, or one by a clock that is behind, must not hide. */
function laterThan(before: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), before.getTime() + 1));
}
