import type { BusinessCalendar } from '../../../core/businessTime.ts';
import type { ClaimAnswer } from '../../../rules/claims/answered.ts';
import { answerClaim } from '../../../rules/claims/moves.ts';
import type { Query } from '../../store.ts';
import { writeCase } from '../cases/write.ts';
import { CLAIM } from './definition.ts';
import { type ClaimRow, toStoredClaim } from './rows.ts';
import { LOCK } from './statements.ts';

/**
 * The customer takes or refuses the money their complaint proposes; refused, it may be offered again. For the complaint store, in the
 * transaction that moves the ticket. Does nothing when the ticket has no claim, or its customer said yes before.
 */
export async function writeClaimAnswer(
  query: Query,
  complaintId: string,
  answer: ClaimAnswer,
  now: Date,
  calendar: BusinessCalendar,
): Promise<void> {
  const [row] = await query<ClaimRow>(LOCK, [complaintId]);
  const claim = row && toStoredClaim(row);
  const decision = claim && answerClaim(claim, answer, now, calendar);
  if (!decision) return;
  const written = await writeCase(query, CLAIM, { decision, about: undefined, now }, claim);
  if (!written) throw new Error('a locked claim was changed by another');
}
