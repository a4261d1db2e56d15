import { type Measure, measure } from '../cases/measure.ts';
import type { ComplaintStepFact } from '../facts.ts';
import type { ComplaintHistory } from './decision.ts';
import { readPhases } from './phases.ts';
import type { SlaPolicy } from './policy.ts';

/**
 * How long it took to come to what happens to a ticket now. A ticket that was opened again counts from then, so that no time is in
 * two sums. The first response and the resolution take what their clocks say (see `readClocks`): the second leaves out its pauses, at
 * most 72 hours of them. Everything else leaves out nothing.
 * @param history the audit with the lines of this moment
 */
export function measureStep(
  step: ComplaintStepFact['name'],
  history: ComplaintHistory,
  now: Date,
  { calendar, timeZone }: SlaPolicy,
): Measure {
  const { firstResponse, resolve } = readPhases(history, now, timeZone);
  if (step === 'complaint.responded') return measure(firstResponse.startedAt, firstResponse.runs, calendar, now);
  if (step === 'complaint.resolved') return measure(resolve.startedAt, resolve.runs, calendar, now);
  return measure(resolve.startedAt, [[resolve.startedAt]], calendar, now);
}
