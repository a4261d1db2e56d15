import type { Credit } from '../access/actor.ts';
import type { ComplaintEventFact, ComplaintFact, ComplaintStepFact } from '../facts.ts';
import type { ComplaintStatus } from './codes.ts';
import type { ComplaintHistory } from './decision.ts';
import { measureStep } from './durations.ts';
import type { SlaPolicy } from './policy.ts';
import type { Complaint } from './types.ts';

/** A fact of a ticket that took no time of its own. */
export function toFact(ticket: Complaint, name: ComplaintEventFact['name'], by: Credit, label?: string): ComplaintEventFact {
  return { name, ...aboutOf(ticket, by), ...(label !== undefined && { label }) };
}

/** A step on a ticket's way with the time to it. @param history the audit with the lines of this moment */
export function toStepFact(
  ticket: Complaint,
  name: ComplaintStepFact['name'],
  by: Credit,
  history: ComplaintHistory,
  now: Date,
  policy: SlaPolicy,
  label?: string,
): ComplaintStepFact {
  return { name, ...aboutOf(ticket, by), ...(label !== undefined && { label }), ...measureStep(name, history, now, policy) };
}

/** What a transition makes countable. A merged ticket counts as neither closed nor withdrawn: the other one goes on. */
export function listMoveFacts(
  ticket: Complaint,
  to: ComplaintStatus,
  by: Credit,
  history: ComplaintHistory,
  now: Date,
  policy: SlaPolicy,
): readonly ComplaintFact[] {
  const step = STEPS[to];
  if (step) return [toStepFact(ticket, step, by, history, now, policy, labelOf(ticket, to))];
  return to === 'REOPENED' ? [toFact(ticket, 'complaint.reopened', by)] : [];
}

const STEPS: Readonly<Partial<Record<ComplaintStatus, ComplaintStepFact['name']>>> = {
  ACKNOWLEDGED: 'complaint.acknowledged',
  ASSESSED: 'complaint.assessed',
  ESCALATED: 'complaint.escalated',
  RESOLVED: 'complaint.resolved',
  CLOSED: 'complaint.closed',
  CLOSED_NO_REPLY: 'complaint.closed',
  WITHDRAWN: 'complaint.withdrawn',
};

function labelOf({ rootCause }: Complaint, to: ComplaintStatus): string | undefined {
  if (to === 'RESOLVED') return rootCause;
  return to === 'CLOSED_NO_REPLY' ? 'no_reply' : undefined;
}

/** It is the work of the ticket's team; where it has none, of the team of whoever acts. */
function aboutOf({ category, severity, station, team }: Complaint, by: Credit) {
  const group = team ?? by.group;
  return { actor: by.actor, category, severity, ...(station !== undefined && { station }), ...(group !== undefined && { group }) };
}
