import type { Severity } from '../../rules/complaints/codes.ts';
import { assessSeverity } from '../../rules/complaints/severity.ts';
import type { Turn } from '../turn.ts';
import { categoryOf } from './categories.ts';
import type { ComplaintSlots } from './slots.ts';

/** As severe as the words make it; the value, the customer and their other complaints are weighed when the ticket is opened. */
export function severityOf(turn: Turn, slots: ComplaintSlots): Severity {
  const { type, mood } = slots;
  return assessSeverity({ type, category: categoryOf(turn, slots), mood, isKeyAccount: false, recentComplaints: 0 }).severity;
}
