import type { Complaint, ComplaintChange } from '../../rules/complaints/types.ts';
import { changeTicket } from '../tickets.ts';
import type { Turn } from '../turn.ts';
import type { CaseSlots } from './slots.ts';
import { texts } from './texts.ts';

/** Refused: the customer is told that it is not possible now. */
export async function change(turn: Turn, slots: CaseSlots, wanted: ComplaintChange): Promise<Complaint | undefined> {
  const changed = await changeTicket(turn, slots, wanted);
  if (!changed) await turn.reply(texts.cannotNow, { values: { reference: slots.reference ?? '' } });
  return changed;
}
