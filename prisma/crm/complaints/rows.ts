import type { ChainEnd } from '../../../rules/complaints/audit.ts';
import type { ComplaintHistory } from '../../../rules/complaints/decision.ts';
import { openKeyOf } from '../../../rules/complaints/duplicates.ts';
import type { Complaint, ComplaintEvent } from '../../../rules/complaints/types.ts';
import { toCleanJson } from '../../clean.ts';

/** The columns of a ticket under the names of `TicketRow`; `c` is the complaints table. */
export const TICKET = `
  c.id, c.reference, c.version, c.type, c.category, c.severity, c.status, c.locale, c.channel, c.conversation_id AS "conversationId",
  c.customer_id AS "customerId", c.verified_level AS "verifiedLevel", c.tracking_number AS "trackingNumber",
  c.shipment_id AS "shipmentId", c.description, c.remedy_sought AS "remedySought", c.contact_phone AS "contactPhone",
  c.contact_name AS "contactName", c.praised, c.mood, c.owner, c.team, c.first_response_due_at AS "firstResponseAt",
  c.resolve_due_at AS "resolveAt", c.statutory_due_at AS "statutoryAt", c.first_responded_at AS "firstRespondedAt",
  c.resolved_at AS "resolvedAt", c.closed_at AS "closedAt", c.paused_ms AS "pausedMs", c.contact_count AS "contactCount",
  c.reopen_count AS "reopenCount", c.remedy, c.resolution, c.root_cause AS "rootCause", c.station,
  c.corrective_action AS "correctiveAction", c.duplicate_of AS "duplicateOf", c.incident, c.created_at AS "createdAt",
  c.updated_at AS "updatedAt",
  (SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'contentType', u.content_type, 'sizeBytes', u.size_bytes)
     ORDER BY f.added_at, u.id) FROM complaint_files f JOIN uploads u ON u.id = f.upload_id WHERE f.complaint_id = c.id) AS files`;

const line = (more: string): string => `
  (SELECT json_agg(json_build_object('seq', e.seq, 'at', e.at, 'actor', json_build_object('type', e.actor_type, 'id', e.actor_id),
     'action', e.action, 'from', e.from_status, 'to', e.to_status, 'data', e.data${more}) ORDER BY e.seq)
   FROM complaint_events e WHERE e.complaint_id = c.id) AS events`;

/** What changing a ticket needs besides: its audit without words, the end of the chain, and who looks after the customer. */
export const STORED = `${TICKET}, ${line('')}, c.identity_id AS "identityId", c.last_seq AS "lastSeq", c.last_hash AS "lastHash",
  (SELECT account_owner FROM customers WHERE id = c.customer_id) AS "accountOwner"`;
/** A ticket with its audit as staff read it. */
export const WITH_WORDS = `${TICKET}, ${line(", 'words', e.words")}`;
/** What the proof of an audit needs. */
export const WITH_SEALS = `c.id, c.reference, c.last_seq AS "lastSeq", c.last_hash AS "lastHash",
  ${line(", 'words', e.words, 'salt', e.salt, 'wordsDigest', e.words_digest, 'prevHash', e.prev_hash, 'hash', e.hash")}`;

/** An instant of a column, or of JSON. */
type At = Date | string;
type Plain = Omit<Complaint, 'due' | 'files' | 'createdAt' | 'updatedAt' | 'firstRespondedAt' | 'resolvedAt' | 'closedAt'>;

export type TicketRow = { readonly [K in keyof Plain]: Plain[K] | (undefined extends Plain[K] ? null : never) } & {
  readonly [K in 'firstResponseAt' | 'resolveAt' | 'statutoryAt' | 'createdAt' | 'updatedAt']: At;
} & { readonly [K in 'firstRespondedAt' | 'resolvedAt' | 'closedAt']: At | null } & { readonly files: Complaint['files'] | null };

/** Absent columns are null in rows and absent in the product's types. */
export function toComplaint(row: TicketRow): Complaint {
  const { firstResponseAt, resolveAt, statutoryAt, firstRespondedAt, resolvedAt, closedAt, createdAt, updatedAt, files, ...plain } = row;
  const present = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null)) as unknown as Plain;
  return {
    ...present,
    files: files ?? [],
    due: { firstResponseAt: new Date(firstResponseAt), resolveAt: new Date(resolveAt), statutoryAt: new Date(statutoryAt) },
    ...(firstRespondedAt && { firstRespondedAt: new Date(firstRespondedAt) }),
    ...(resolvedAt && { resolvedAt: new Date(resolvedAt) }),
    ...(closedAt && { closedAt: new Date(closedAt) }),
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  };
}

/** A line inside JSON. */
export type EventRow = Omit<ComplaintEvent, 'at' | 'from' | 'to' | 'words'> & {
  readonly at: string;
  readonly from: ComplaintEvent['from'] | null;
  readonly to: ComplaintEvent['to'] | null;
  readonly words?: string | null;
};

export function toEvent<T extends EventRow>({ at, ...row }: T): Omit<T, keyof EventRow> & ComplaintEvent {
  const present = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  return { ...present, at: new Date(at) } as unknown as Omit<T, keyof EventRow> & ComplaintEvent;
}

export type StoredRow = TicketRow & {
  readonly events: readonly EventRow[] | null;
  readonly identityId: string | null;
  readonly accountOwner: string | null;
  readonly lastSeq: number;
  readonly lastHash: string;
};

/** A ticket as a command reads it. */
export interface StoredTicket {
  readonly complaint: Complaint;
  readonly history: ComplaintHistory;
  readonly end: ChainEnd;
  readonly identityId?: string;
  /** The company's person for this customer; in what its systems are told. */
  readonly accountOwner?: string;
}

export function toStored({ events, identityId, accountOwner, lastSeq, lastHash, ...row }: StoredRow): StoredTicket {
  return {
    complaint: toComplaint(row),
    history: (events ?? []).map(toEvent),
    end: { lastSeq, lastHash },
    ...(identityId !== null && { identityId }),
    ...(accountOwner !== null && { accountOwner }),
  };
}

/** What a change may write, as columns; all others stay as they were opened. */
export type MutableRow = Readonly<Record<string, unknown>>;

/** @param identityId whose ticket it is where no customer is known */
export function toMutableRow(
  complaint: Complaint,
  end: ChainEnd,
  identityId: string | undefined,
  pausedAt?: Date,
  nextAlarmAt?: Date,
): MutableRow {
  const { due, ...c } = complaint;
  const party = c.customerId ?? identityId;
  return {
    ...{ version: c.version, category: c.category, severity: c.severity, status: c.status, conversation_id: c.conversationId },
    ...{ verified_level: c.verifiedLevel, description: c.description, remedy_sought: c.remedySought, mood: c.mood },
    ...{ contact_phone: c.contactPhone, contact_name: c.contactName, owner: c.owner, team: c.team },
    ...{ first_response_due_at: due.firstResponseAt, resolve_due_at: due.resolveAt, statutory_due_at: due.statutoryAt },
    ...{ next_alarm_at: nextAlarmAt, first_responded_at: c.firstRespondedAt, resolved_at: c.resolvedAt, closed_at: c.closedAt },
    ...{ paused_ms: c.pausedMs, paused_at: pausedAt, contact_count: c.contactCount, reopen_count: c.reopenCount, remedy: c.remedy },
    ...{ resolution: c.resolution, root_cause: c.rootCause, station: c.station, corrective_action: c.correctiveAction },
    ...{ duplicate_of: c.duplicateOf, incident: c.incident, last_seq: end.lastSeq, last_hash: end.lastHash, updated_at: c.updatedAt },
    open_key: party === undefined ? undefined : openKeyOf(c as Complaint, party),
  };
}

/** What people wrote as the store will give it back: the audit's digests are made of that and no other text. */
export function toClean<T>(value: T): T {
  return JSON.parse(toCleanJson(value)) as T;
}
