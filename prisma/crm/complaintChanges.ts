import type { Clock } from '../../core/clock.ts';
import { decideChange, decideRefused } from '../../core/complaints/decide.ts';
import type { ComplaintDecision } from '../../core/complaints/decision.ts';
import type { SlaPolicy } from '../../core/complaints/policy.ts';
import { TRANSITIONS } from '../../core/complaints/states.ts';
import type { Actor, Complaint, ComplaintAction, ComplaintChange, ComplaintStatus } from '../../core/complaints/types.ts';
import { AppError } from '../../core/errors.ts';
import type { Store } from '../store.ts';
import { type StoredRow, type StoredTicket, toClean, toStored } from './complaintRows.ts';
import { READ_FOR_CHANGE } from './complaintStatements.ts';
import { writeChange, writeLine } from './complaintWriting.ts';

/** How often a command that lost a race is run again on what is there now. */
export const MAX_RUNS = 10;

export interface ChangeDesk {
  readonly store: Store;
  readonly clock: Clock;
  readonly policy: SlaPolicy;
}

export interface ChangeOptions {
  readonly expectedVersion?: number;
  readonly idempotencyKey?: string;
}

type Row = StoredRow & {
  readonly repeated: {
    readonly action: ComplaintAction;
    readonly from: ComplaintStatus | null;
    readonly to: ComplaintStatus | null;
  } | null;
  readonly isTargetKnown: boolean;
  readonly newFiles: Complaint['files'] | null;
};

/**
 * See `Complaints.change` and `ComplaintDesk.change`: one read and one write; a lost race is run again on what is there now, unless a
 * version is expected.
 * @throws AppError NOT_FOUND; CONFLICT {version}; TRANSITION_REFUSED, INVALID_INPUT as decided
 */
export async function changeComplaint(
  desk: ChangeDesk,
  reference: string,
  given: ComplaintChange,
  by: Actor,
  options: ChangeOptions = {},
): Promise<Complaint> {
  const { change, actor, key } = toClean({ change: given, actor: by, key: options.idempotencyKey });
  for (let run = 1; run <= MAX_RUNS; run++) {
    const { repeated, isTargetKnown, newFiles, ...row } = await read(desk.store, toClean(reference), change, key);
    const ticket = toStored(row);
    if (repeated) return answerRepeated(ticket.complaint, repeated);
    const { version } = ticket.complaint;
    if (options.expectedVersion !== undefined && options.expectedVersion !== version)
      throw new AppError('CONFLICT', { reference, version });
    if (!isTargetKnown) throw new AppError('INVALID_INPUT', { errors: [{ path: 'mergedInto', message: 'there is no such ticket' }] });
    const files = newFiles ?? [];
    const now = desk.clock.now();
    const { fileIds: _, ...rest } = change;
    // Only files of this person's own conversations count: another's id is as if it were not there.
    const decision = decide(ticket, files.length > 0 ? { ...rest, fileIds: files.map(({ id }) => id) } : rest, actor, now, desk.policy);
    if (decision instanceof AppError) {
      if (await writeLine(desk.store, ticket.complaint.id, ticket.end, decideRefused(ticket.complaint, change, actor), now, key))
        throw decision;
      continue;
    }
    if (decision.lines.length === 0) return ticket.complaint;
    const next = { ...decision.next, files: joinFiles(ticket.complaint.files, files) };
    const written = await writeChange(desk.store, ticket, { ...decision, next }, now, {
      fileIds: files.map(({ id }) => id),
      ...(key !== undefined && { idempotencyKey: key }),
    });
    if (written) return written;
  }
  throw new AppError('CONFLICT', { reference });
}

async function read(store: Store, reference: string, { fileIds = [], mergedInto }: ComplaintChange, key: string | undefined): Promise<Row> {
  const [row] = await store.query<Row>(READ_FOR_CHANGE, [reference, key ?? null, JSON.stringify(fileIds), mergedInto ?? null]);
  if (!row) throw new AppError('NOT_FOUND', { reference });
  return row;
}

/** The first time said it all. @throws AppError TRANSITION_REFUSED when it was refused then */
function answerRepeated(complaint: Complaint, { action, from, to }: NonNullable<Row['repeated']>): Complaint {
  if (action !== 'refused' || from === null) return complaint;
  throw new AppError('TRANSITION_REFUSED', { from, ...(to !== null && { to }), allowed: TRANSITIONS[from] });
}

function decide(
  { complaint, history }: StoredTicket,
  change: ComplaintChange,
  actor: Actor,
  now: Date,
  policy: SlaPolicy,
): ComplaintDecision | AppError {
  try {
    return decideChange(complaint, history, change, actor, now, policy);
  } catch (error) {
    if (error instanceof AppError && error.code === 'TRANSITION_REFUSED') return error;
    throw error;
  }
}

function joinFiles(before: Complaint['files'], more: Complaint['files']): Complaint['files'] {
  return [...before, ...more.filter(({ id }) => !before.some((file) => file.id === id))];
}
