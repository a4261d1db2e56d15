import type { Actor, Credit } from '../access/actor.ts';
import type { ComplaintFact } from '../facts.ts';
import { listAlarms } from './alarms.ts';
import { readClocks } from './clocks.ts';
import type { ComplaintDecision, ComplaintHistory } from './decision.ts';
import { listMoveFacts, toStepFact } from './facts.ts';
import { type Line, type Notice, withLines } from './lines.ts';
import type { SlaPolicy } from './policy.ts';
import type { Complaint } from './types.ts';

/** What a command came to, before the clocks are read again. */
export interface Draft {
  /** The ticket with its new fields; version, clocks and instants are filled in here. */
  readonly ticket: Complaint;
  readonly lines: readonly Line[];
  readonly notices: readonly Notice[];
  readonly webhook?: ComplaintDecision['webhook'];
  /** Further facts than those of the first response and of transitions. */
  readonly facts: readonly ComplaintFact[];
  /** Who acts, where they may have a team. */
  readonly by?: Credit;
}

/** Makes a draft a decision: the next version, its clocks, the first response if this was it, what became countable, and the next alarm. */
export function settle(draft: Draft, history: ComplaintHistory, now: Date, policy: SlaPolicy): ComplaintDecision {
  const { ticket, lines, notices, webhook, facts, by } = draft;
  const all = withLines(history, lines, now);
  const { firstResponse, resolve, statutory, pausedMs, pausedAt } = readClocks(all, ticket.severity, policy, now);
  const answer = ticket.firstRespondedAt ? undefined : lines.find(({ action, actor }) => action === 'responded' && actor.type === 'agent');
  const next: Complaint = {
    ...ticket,
    ...(answer && { firstRespondedAt: now }),
    ...{ version: ticket.version + 1, pausedMs, updatedAt: now },
    due: { firstResponseAt: firstResponse.dueAt, resolveAt: resolve.dueAt, statutoryAt: statutory.dueAt },
  };
  const nextAlarmAt = listAlarms(next, all, policy, now)[0]?.at;
  const credit = (actor: Actor): Credit => (by?.actor.id === actor.id && by.actor.type === actor.type ? by : { actor });
  const responded = answer ? [toStepFact(next, 'complaint.responded', credit(answer.actor), all, now, policy)] : [];
  const moved = lines.flatMap(({ action, actor, to }) =>
    action === 'moved' && to ? listMoveFacts(next, to, credit(actor), all, now, policy) : [],
  );
  return {
    ...{ next, lines, notices },
    ...(webhook && { webhook }),
    // Suggestions and praise would blur every rate of complaints.
    facts: [...responded, ...facts, ...moved].filter(({ name }) => next.type === 'complaint' || !name.startsWith('complaint.')),
    ...(pausedAt && { pausedAt }),
    ...(nextAlarmAt && { nextAlarmAt }),
  };
}

/** Nothing is to be written but, perhaps, the next alarm: no lines, the same version. */
export function leave(ticket: Complaint, history: ComplaintHistory, now: Date, policy: SlaPolicy): ComplaintDecision {
  const { pausedAt } = readClocks(history, ticket.severity, policy, now);
  const nextAlarmAt = listAlarms(ticket, history, policy, now)[0]?.at;
  return { next: ticket, lines: [], notices: [], facts: [], ...(pausedAt && { pausedAt }), ...(nextAlarmAt && { nextAlarmAt }) };
}
