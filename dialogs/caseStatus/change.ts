import { AppError } from '../../core/errors.ts';
import type { Complaint, ComplaintChange } from '../../rules/complaints/types.ts';
import { principalOf } from '../tickets.ts';
import type { Turn } from '../turn.ts';
import type { CaseSlots } from './slots.ts';
import { texts } from './texts.ts';

/** Refused: the customer is told that it is not possible now. */
export async function change(turn: Turn, slots: CaseSlots, wanted: ComplaintChange): Promise<Complaint | undefined> {
  const changed = await tryChange(turn, slots, wanted);
  if (!changed) await turn.reply(texts.cannotNow, { values: { reference: slots.reference ?? '' } });
  return changed;
}

/** Undefined when the ticket may not be changed so any more, or is gone. */
export async function tryChange(turn: Turn, { reference = '' }: CaseSlots, wanted: ComplaintChange): Promise<Complaint | undefined> {
  try {
    return await turn.services.complaints.change(reference, wanted, principalOf(turn), turn.idempotencyKey);
  } catch (error) {
    if (error instanceof AppError && (error.code === 'TRANSITION_REFUSED' || error.code === 'NOT_FOUND')) return undefined;
    throw error;
  }
}
