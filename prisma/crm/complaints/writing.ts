import { readClaimAnswer } from '../../../rules/claims/answered.ts';
import type { ComplaintDecision } from '../../../rules/complaints/decision.ts';
import type { SlaPolicy } from '../../../rules/complaints/policy.ts';
import type { Complaint, NewComplaint } from '../../../rules/complaints/types.ts';
import { isUniqueViolation } from '../../failures.ts';
import type { Query, Store } from '../../store.ts';
import { type Beside, type CaseWriting, type Written, writeCase } from '../cases/write.ts';
import { writeClaimAnswer } from '../claims/answers.ts';
import { COMPLAINT, type TicketOwner } from './definition.ts';
import type { StoredTicket } from './rows.ts';

/** What writing a ticket needs. */
export interface WritingDesk {
  readonly store: Store;
  readonly policy: SlaPolicy;
}

/**
 * Writes what was decided about a ticket that was read. When the ticket goes to ACCEPTED or REJECTED with money proposed, its claim
 * follows in the same transaction.
 * @returns the ticket as written; undefined when somebody changed it since it was read, and then nothing is written
 */
export async function writeChange(
  desk: WritingDesk,
  ticket: StoredTicket,
  decision: ComplaintDecision,
  now: Date,
  options: Pick<CaseWriting<ComplaintDecision, TicketOwner>, 'commandKey' | 'fileIds'> = {},
): Promise<Complaint | undefined> {
  const { complaint, end } = ticket;
  const guard = { version: complaint.version, updatedAt: complaint.updatedAt, end };
  const update = (query: Query) => writeCase(query, COMPLAINT, { decision, about: ticket, now, ...options }, guard);
  try {
    return (await updateWithClaim(desk, update, ticket, decision, now))?.next;
  } catch (error) {
    // Another ticket took the key of the open matter at this moment: read again, this one goes without.
    if (isUniqueViolation(error, 'complaints_open_key_key')) return undefined;
    throw error;
  }
}

async function updateWithClaim(
  { store, policy }: WritingDesk,
  update: (query: Query) => Promise<Written<Complaint> | undefined>,
  { complaint, history }: StoredTicket,
  decision: ComplaintDecision,
  now: Date,
): Promise<Written<Complaint> | undefined> {
  const answer = readClaimAnswer(complaint, history, decision);
  if (!answer) return update(store.query);
  return store.transaction(async (query) => {
    const written = await update(query);
    if (written) await writeClaimAnswer(query, complaint.id, answer, now, policy.calendar);
    return written;
  });
}

/** Writes a new ticket. Undefined, and nothing written, when the message or the matter has a ticket by now. */
export function writeOpening(
  store: Store,
  { idempotencyKey }: NewComplaint,
  decision: ComplaintDecision,
  now: Date,
  about: TicketOwner,
  beside?: Beside,
): Promise<Written<Complaint> | undefined> {
  const fileIds = decision.next.files.map(({ id }) => id);
  return writeCase(store.query, COMPLAINT, { decision, about, now, fileIds, ...(beside && { beside }) }, { idempotencyKey });
}
