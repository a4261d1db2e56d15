import { answerClaim } from '../../../rules/claims/moves.ts';
import type { Remedy } from '../../../rules/complaints/types.ts';
import type { Query } from '../../store.ts';
import { writeCase } from '../cases/write.ts';
import { CLAIM } from './definition.ts';
import { type ClaimRow, toStoredClaim } from './rows.ts';
import { LOCK } from './statements.ts';

/**
 * The customer takes the money the complaint proposes. For the complaint store, in the transaction that moves the ticket to
 * ACCEPTED. Does nothing when the ticket has no claim, proposes something else than money, or was answered before.
 */
export async function acceptClaim(query: Query, complaintId: string, now: Date): Promise<void> {
  await answer(query, complaintId, now, 'ACCEPTED');
}

/** The customer does not: a person may offer again. In the transaction that moves the ticket to REJECTED; as `acceptClaim` otherwise. */
export async function refuseClaim(query: Query, complaintId: string, now: Date): Promise<void> {
  await answer(query, complaintId, now, 'REFUSED');
}

async function answer(query: Query, complaintId: string, now: Date, status: 'ACCEPTED' | 'REFUSED'): Promise<void> {
  const [row] = await query<ClaimRow & { readonly remedy: Remedy | null }>(LOCK, [complaintId]);
  if (row?.remedy?.type !== 'compensation' || !row.remedy.amount) return;
  const claim = toStoredClaim(row);
  const decision = answerClaim(claim, status, row.remedy.amount, now);
  if (!decision) return;
  const written = await writeCase(query, CLAIM, { decision, about: undefined, now }, claim);
  if (!written) throw new Error('a locked claim was changed by another');
}
