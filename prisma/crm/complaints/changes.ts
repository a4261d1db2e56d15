import type { Clock } from '../../../core/clock.ts';
import { AppError } from '../../../core/errors.ts';
import type { Principal } from '../../../rules/access/principal.ts';
import { decideChange, decideRefused } from '../../../rules/complaints/change.ts';
import type { ComplaintStatus } from '../../../rules/complaints/codes.ts';
import type { ComplaintDecision } from '../../../rules/complaints/decision.ts';
import type { SlaPolicy } from '../../../rules/complaints/policy.ts';
import { TRANSITIONS } from '../../../rules/complaints/states.ts';
import type { Complaint, ComplaintAction, ComplaintChange } from '../../../rules/complaints/types.ts';
import type { Store } from '../../store.ts';
import { runUntilWritten } from '../cases/races.ts';
import { writeLine } from '../cases/write.ts';
import { COMPLAINT } from './definition.ts';
import { type StoredRow, type StoredTicket, toClean, toStored } from './rows.ts';
import { READ_FOR_CHANGE } from './statements.ts';
import { writeChange } from './writing.ts';

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
 * @throws AppError NOT_FOUND; CONFLICT {version}; TRANSITION_REFUSED, INVALID_INPUT, AUTHORITY_EXCEEDED as decided
 */
export async function changeComplaint(
  desk: ChangeDesk,
  reference: string,
  given: ComplaintChange,
  by: Principal,
  options: ChangeOptions = {},
): Promise<Complaint> {
  const command: Command = { reference: toClean(reference), ...toClean({ change: given, by, key: options.idempotencyKey }) };
  const outcome = await runUntilWritten(desk.store, (store) => attempt({ ...desk, store }, command, options.expectedVersion), {
    ...{ table: 'complaints', column: 'reference' },
    value: command.reference,
  });
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}

interface Command {
  readonly reference: string;
  readonly change: ComplaintChange;
  readonly by: Principal;
  readonly key?: string | undefined;
}

/** Once. What is refused is an outcome, not thrown: its line must stay written. Undefined when the race was lost. */
async function attempt(desk: ChangeDesk, command: Command, expectedVersion?: number): Promise<Complaint | AppError | undefined> {
  const { reference, change, by, key } = command;
  const { repeated, isTargetKnown, newFiles, ...row } = await read(desk.store, command);
  const ticket = toStored(row);
  if (repeated) return answerRepeated(ticket.complaint, repeated);
  const { id, version, files: before } = ticket.complaint;
  if (expectedVersion !== undefined && expectedVersion !== version) throw new AppError('CONFLICT', { reference, version });
  if (!isTargetKnown) throw new AppError('INVALID_INPUT', { errors: [{ path: 'mergedInto', message: 'there is no such ticket' }] });
  // Only files of this person's own conversations count: another's id is as if it were not there.
  const files = newFiles ?? [];
  const fileIds = files.map((file) => file.id);
  const { fileIds: _, ...rest } = change;
  const now = desk.clock.now();
  const decision = decide(ticket, fileIds.length > 0 ? { ...rest, fileIds } : rest, by, now, desk.policy);
  if (decision instanceof AppError) {
    const refused = { id, end: ticket.end, line: decideRefused(ticket.complaint, change, by) };
    return (await writeLine(desk.store.query, COMPLAINT, refused, now, key)) ? decision : undefined;
  }
  if (decision.lines.length === 0) return ticket.complaint;
  const next = { ...decision.next, files: joinFiles(before, files) };
  return writeChange(desk, ticket, { ...decision, next }, now, { fileIds, ...(key !== undefined && { commandKey: key }) });
}

async function read(store: Store, { reference, change: { fileIds = [], mergedInto }, key }: Command): Promise<Row> {
  const [row] = await store.query<Row>(READ_FOR_CHANGE, [reference, key ?? null, JSON.stringify(fileIds), mergedInto ?? null]);
  if (!row) throw new AppError('NOT_FOUND', { reference });
  return row;
}

/** The first time said it all: the ticket, or TRANSITION_REFUSED when it was refused then. */
function answerRepeated(complaint: Complaint, { action, from, to }: NonNullable<Row['repeated']>): Complaint | AppError {
  if (action !== 'refused' || from === null) return complaint;
  return new AppError('TRANSITION_REFUSED', { from, ...(to !== null && { to }), allowed: TRANSITIONS[from] });
}

function decide(
  { complaint, history }: StoredTicket,
  change: ComplaintChange,
  by: Principal,
  now: Date,
  policy: SlaPolicy,
): ComplaintDecision | AppError {
  try {
    return decideChange(complaint, history, change, by, now, policy);
  } catch (error) {
    if (error instanceof AppError && error.code === 'TRANSITION_REFUSED') return error;
    throw error;
  }
}

function joinFiles(before: Complaint['files'], more: Complaint['files']): Complaint['files'] {
  return [...before, ...more.filter(({ id }) => !before.some((file) => file.id === id))];
}
