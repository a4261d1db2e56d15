import type { ChainEnd, SealedEvent } from '../../../rules/cases/audit.ts';
import type { ComplaintHistory } from '../../../rules/complaints/decision.ts';
import type { Complaint, ComplaintEvent } from '../../../rules/complaints/types.ts';
import { toCleanJson } from '../../clean.ts';
import { selectLines, type TrailLine, toEvent } from '../cases/lines.ts';
import type { RowOf, Table } from '../table.ts';
import { COMPLAINTS, type TicketOwner, TRAIL } from './definition.ts';

const TICKETS = COMPLAINTS.without(
  ...(['idempotencyKey', 'identityId', 'openKey', 'lastSeq', 'lastHash', 'nextAlarmAt', 'pausedAt', 'isLegalHold', 'isDemo'] as const),
);

/** A ticket as the rules know it, and its files; `c` is the complaints table. */
export const TICKET = `${TICKETS.select('c')},
  (SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'contentType', u.content_type, 'sizeBytes', u.size_bytes)
     ORDER BY f.added_at, u.id) FROM complaint_files f JOIN uploads u ON u.id = f.upload_id WHERE f.complaint_id = c.id) AS files`;

/** What changing a ticket needs besides: its audit without words, the end of the chain, and who looks after the customer. */
export const STORED = `${TICKET}, ${selectLines(TRAIL)} AS events, c.identity_id AS "identityId", c.last_seq AS "lastSeq", c.last_hash AS "lastHash",
  (SELECT account_owner FROM customers WHERE id = c.customer_id) AS "accountOwner"`;
/** A ticket with its audit as staff read it. */
export const WITH_WORDS = `${TICKET}, ${selectLines(TRAIL, ['words'])} AS events`;
/** What the proof of an audit needs. */
export const WITH_SEALS = `c.id, c.reference, c.last_seq AS "lastSeq", c.last_hash AS "lastHash",
  ${selectLines(TRAIL, ['words', 'salt', 'wordsDigest', 'prevHash', 'hash'])} AS events`;

export type TicketRow = RowOf<typeof TICKETS extends Table<infer Row> ? Row : never> & { readonly files: Complaint['files'] | null };

export function toComplaint(row: TicketRow): Complaint {
  const { firstResponseDueAt, resolveDueAt, statutoryDueAt, ...complaint } = TICKETS.read(row);
  return {
    ...complaint,
    files: row.files ?? [],
    due: { firstResponseAt: firstResponseDueAt, resolveAt: resolveDueAt, statutoryAt: statutoryDueAt },
  };
}

/** A line inside JSON, as `WITH_WORDS` has it. */
export type EventRow = TrailLine;

export const toComplaintEvent = (row: EventRow): ComplaintEvent => toEvent<ComplaintEvent>(row);
/** A line as `WITH_SEALS` has it. */
export const toSealedEvent = (row: EventRow): SealedEvent<ComplaintEvent> => toEvent<SealedEvent<ComplaintEvent>>(row);

export type StoredRow = TicketRow &
  ChainEnd & { readonly events: readonly EventRow[] | null; readonly accountOwner: string | null; readonly identityId: string | null };

/** A ticket as a command reads it. */
export interface StoredTicket extends TicketOwner {
  readonly complaint: Complaint;
  readonly history: ComplaintHistory;
  readonly end: ChainEnd;
}

export function toStored(row: StoredRow): StoredTicket {
  const { events, accountOwner, identityId, lastSeq, lastHash } = row;
  return {
    complaint: toComplaint(row),
    history: (events ?? []).map(toComplaintEvent),
    end: { lastSeq, lastHash },
    ...(identityId !== null && { identityId }),
    ...(accountOwner !== null && { accountOwner }),
  };
}

/** What people wrote as the store will give it back: the audit's digests are made of that and no other text. */
export function toClean<T>(value: T): T {
  return JSON.parse(toCleanJson(value)) as T;
}
