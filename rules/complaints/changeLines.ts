import type { Actor } from '../access/actor.ts';
import type { ComplaintStatus } from './codes.ts';
import { type Line, type Notice, toMoved } from './lines.ts';
import { toResponded } from './notices.ts';
import type { Complaint, ComplaintChange } from './types.ts';

/**
 * The audit of a change, in the order a reader wants it: what was learnt, who has it, where it went, what the customer heard, what
 * colleagues should know. Empty when the ticket is as it was.
 */
export function listLines(
  ticket: Complaint,
  change: ComplaintChange,
  to: ComplaintStatus | undefined,
  actor: Actor,
  notices: readonly Notice[],
): readonly Line[] {
  const { addition, fileIds = [], note, reason } = change;
  const correction = change.correctiveAction === ticket.correctiveAction ? undefined : change.correctiveAction;
  const changed = listChanged(ticket, change, CODES);
  const assigned = listChanged(ticket, change, HOLDERS);
  const isAdding = addition !== undefined || fileIds.length > 0;
  const isChanging = changed !== undefined || correction !== undefined;
  const lines: readonly Line[] = [
    ...(isAdding ? [toLine(actor, 'added', { files: fileIds.length }, addition)] : []),
    ...(isChanging ? [toLine(actor, 'changed', changed ?? {}, correction)] : []),
    ...(assigned ? [toLine(actor, 'assigned', assigned)] : []),
    ...(to ? [toMoved(actor, ticket.status, to, codesOf(ticket, change, to), reason)] : []),
    ...notices.map((notice) => toResponded(actor, notice, change)),
    ...(note === undefined ? [] : [toLine(actor, 'noted', {}, note)]),
  ];
  // A reason belongs to the transition; without one it explains whatever else was done.
  return to || reason === undefined || lines.length === 0 ? lines : [...lines, toLine(actor, 'noted', { isReason: true }, reason)];
}

const CODES = ['category', 'severity', 'rootCause', 'station'] as const;
const HOLDERS = ['owner', 'team'] as const;

/** `{severity: {from, to}}` of the fields that differ, null for nothing; undefined when none does. */
function listChanged(
  ticket: Complaint,
  change: ComplaintChange,
  fields: readonly (keyof ComplaintChange & keyof Complaint)[],
): Line['data'] | undefined {
  const differing = fields.filter((field) => change[field] !== undefined && (change[field] ?? undefined) !== ticket[field]);
  if (differing.length === 0) return undefined;
  return Object.fromEntries(differing.map((field) => [field, { from: ticket[field] ?? null, to: change[field] }]));
}

function codesOf(ticket: Complaint, { rootCause = ticket.rootCause, mergedInto }: ComplaintChange, to: ComplaintStatus): Line['data'] {
  if (to === 'RESOLVED') return { rootCause };
  return to === 'MERGED' ? { mergedInto } : {};
}

function toLine(actor: Actor, action: Line['action'], data: Line['data'], words?: string): Line {
  return { actor, action, data, ...(words !== undefined && { words }) };
}
