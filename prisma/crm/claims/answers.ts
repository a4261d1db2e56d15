import { createId } from '../../../core/ids.ts';
import type { Query } from '../../store.ts';
import { ANSWER } from './statements.ts';

/**
 * The customer takes the money the complaint proposes. For the complaint store, in the transaction that moves the ticket to
 * ACCEPTED; one statement. Does nothing when the ticket has no claim, proposes something else than money, or was answered before.
 */
export async function acceptClaim(query: Query, complaintId: string, now: Date): Promise<void> {
  await answer(query, complaintId, now, 'ACCEPTED');
}

/** The customer does not: a person may offer again. In the transaction that moves the ticket to REJECTED; as `acceptClaim` otherwise. */
export async function refuseClaim(query: Query, complaintId: string, now: Date): Promise<void> {
  await answer(query, complaintId, now, 'REFUSED');
}

async function answer(query: Query, complaintId: string, now: Date, status: 'ACCEPTED' | 'REFUSED'): Promise<void> {
  const ids = [createId(now.getTime()), createId(now.getTime())] as const;
  await query(ANSWER, [complaintId, status, now, ids[0], `claim.${status.toLowerCase()}`, ids[1]]);
}
