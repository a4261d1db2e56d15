import type { Actor } from '../access/actor.ts';
import type { ComplaintStatus } from './codes.ts';
import type { ComplaintDecision, ComplaintHistory } from './decision.ts';

/** An audit line before the store gives it number, instant and hash. */
export type Line = ComplaintDecision['lines'][number];
/** What the customer is told, before the store adds whom and about what. */
export type Notice = ComplaintDecision['notices'][number];

/** The rules themselves: assessment, alarms, links. */
export const SYSTEM: Actor = { type: 'system', id: 'rules' };

/** A transition. @param reason a person's words, if they gave any */
export function toMoved(actor: Actor, from: ComplaintStatus, to: ComplaintStatus, data: Line['data'] = {}, reason?: string): Line {
  return { actor, action: 'moved', from, to, data, ...(reason !== undefined && { words: reason }) };
}

/** The audit with what is about to be written. */
export function withLines(history: ComplaintHistory, lines: readonly Line[], now: Date): ComplaintHistory {
  return [...history, ...lines.map((line) => ({ ...line, at: now }))];
}
