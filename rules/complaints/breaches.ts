import type { ComplaintFact } from '../facts.ts';
import { type Alarm, listAlarms } from './alarms.ts';
import { instantsOfShare } from './clocks.ts';
import type { ComplaintHistory } from './decision.ts';
import { toFact } from './facts.ts';
import { type Line, SYSTEM } from './lines.ts';
import type { SlaPolicy } from './policy.ts';
import type { Complaint } from './types.ts';

/** A clock has used half, four fifths or all of its time. */
export type Warning = Extract<Alarm, { kind: 'warning' }>;

/** The clocks that a change ends too late before the alarm for it has run: the breach is counted all the same, once. */
export function listBreaches(
  before: Complaint,
  after: Complaint,
  history: ComplaintHistory,
  historyAfter: ComplaintHistory,
  now: Date,
  policy: SlaPolicy,
): { readonly lines: readonly Line[]; readonly facts: readonly ComplaintFact[] } {
  const running = instantsOfShare(historyAfter, after.severity, policy, now, 1);
  const late = listAlarms(before, history, policy, now)
    .filter((alarm) => alarm.kind === 'warning')
    .filter(({ percent, at, clock }) => percent === 100 && at <= now && !running[clock]);
  return { lines: late.map(toWarned), facts: late.map((warning) => toBreached(after, warning)) };
}

/** The audit line that keeps a warning from being given twice. */
export function toWarned({ clock, percent, round }: Warning): Line {
  return { actor: SYSTEM, action: 'warned', data: { clock, percent, round } };
}

/** Counted once a clock and round; `label` says which clock. */
export function toBreached(ticket: Complaint, { clock }: Warning): ComplaintFact {
  return toFact(ticket, 'complaint.breached', { actor: SYSTEM }, clock);
}
