import { listAlarms } from './alarms.ts';
import { readClocks } from './clocks.ts';
import type { ComplaintDecision, ComplaintFact, ComplaintHistory } from './decision.ts';
import { type Line, type Notice, secondsOf, toFact, withLines } from './lines.ts';
import type { SlaPolicy } from './policy.ts';
import type { Complaint } from './types.ts';

/** What a command came to, before the clocks are read again. */
export interface Draft {
  /** The ticket with its new fields; version, clocks and instants are filled in here. */
  readonly ticket: Complaint;
  readonly lines: readonly Line[];
  readonly notices: readonly Notice[];
  readonly webhook?: ComplaintDecision['webhook'];
  /** Further facts than that of the first response. */
  readonly facts: readonly ComplaintFact[];
}

/** Makes a draft a decision: the next version, its clocks, the first response if this was it, and the next alarm. */
export function settle(draft: Draft, history: ComplaintHistory, now: Date, policy: SlaPolicy): ComplaintDecision {
  const { ticket, lines, notices, webhook, facts } = draft;
  const all = withLines(history, lines, now);
  const { firstResponse, resolve, statutory, pausedMs, pausedAt } = readClocks(all, ticket.severity, policy, now);
  const isAnswer = !ticket.firstRespondedAt && lines.some(({ action, actor }) => action === 'responded' && actor.type === 'agent');
  const next: Complaint = {
    ...ticket,
    ...(isAnswer && { firstRespondedAt: now }),
    ...{ version: ticket.version + 1, pausedMs, updatedAt: now },
    due: { firstResponseAt: firstResponse.dueAt, resolveAt: resolve.dueAt, statutoryAt: statutory.dueAt },
  };
  const nextAlarmAt = listAlarms(next, all, policy, now)[0]?.at;
  const responded = isAnswer ? [toFact(next, 'complaint.responded', { seconds: secondsOf(firstResponse.elapsedMs) })] : [];
  return {
    ...{ next, lines, notices },
    ...(webhook && { webhook }),
    // Suggestions and praise would blur every rate of complaints.
    facts: [...responded, ...facts].filter(({ name }) => next.type === 'complaint' || !name.startsWith('complaint.')),
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
