import { AppError } from '../../core/errors.ts';
import type { Actor } from '../access/actor.ts';
import { remindersOf } from './alarms.ts';
import type { ComplaintStatus } from './codes.ts';
import type { ComplaintHistory } from './decision.ts';
import { NO_REPLY_AFTER_MS, REMINDERS_AFTER_MS } from './policy.ts';
import { isInTime, listNext } from './states.ts';
import type { Complaint, ComplaintChange } from './types.ts';

/** Where a customer may take their own ticket; to INVESTIGATING by answering what they were asked. */
const CUSTOMERS: ReadonlySet<ComplaintStatus> = new Set(['ACCEPTED', 'REJECTED', 'WITHDRAWN', 'REOPENED', 'CLOSED', 'EXTERNAL_APPEAL']);
/** Only the customer says these; a member of staff may write down that they did, with a reason. */
const CUSTOMERS_WORD: ReadonlySet<ComplaintStatus> = new Set(['ACCEPTED', 'REJECTED', 'WITHDRAWN']);
/** All that a customer can change besides; the rest is staff's. */
const CUSTOMERS_FIELDS: ReadonlySet<string> = new Set(['to', 'reason', 'addition', 'contactPhone', 'fileIds']);

/** Where this actor may take the ticket now: the table's transitions, less those whose conditions do not hold. For buttons and refusals. */
export function listAllowed(ticket: Complaint, history: ComplaintHistory, actor: Actor, now: Date): readonly ComplaintStatus[] {
  const { type, status, closedAt } = ticket;
  return listNext(type, status).filter(
    (to) => isInTime(to, now, closedAt) && mayTake(actor, status, to) && (type !== 'complaint' || isReady(to, history, actor, now)),
  );
}

function mayTake({ type }: Actor, from: ComplaintStatus, to: ComplaintStatus): boolean {
  if (type === 'customer') return CUSTOMERS.has(to) || (from === 'WAITING_CUSTOMER' && to === 'INVESTIGATING');
  return type === 'agent' || !CUSTOMERS_WORD.has(to);
}

function isReady(to: ComplaintStatus, history: ComplaintHistory, actor: Actor, now: Date): boolean {
  if (to === 'CLOSED') return actor.type === 'customer' || isInformed(history);
  if (to !== 'CLOSED_NO_REPLY') return true;
  const asked = history.findLast((line) => line.action === 'moved' && line.to === 'WAITING_CUSTOMER');
  const waitedMs = now.getTime() - (asked?.at.getTime() ?? now.getTime());
  return waitedMs >= NO_REPLY_AFTER_MS && remindersOf(history).length >= REMINDERS_AFTER_MS.length;
}

/** Whether the customer was told of the last result. */
function isInformed(history: ComplaintHistory): boolean {
  const resolved = history.findLastIndex(({ action, to }) => action === 'moved' && to === 'RESOLVED');
  return resolved >= 0 && history.slice(resolved).some(({ action, data }) => action === 'responded' && data.notice === 'resolved');
}

/** @throws AppError TRANSITION_REFUSED with `from`, `to` and what this actor may do instead */
export function assertMove(ticket: Complaint, history: ComplaintHistory, to: ComplaintStatus, actor: Actor, now: Date): void {
  const allowed = listAllowed(ticket, history, actor, now);
  if (!allowed.includes(to)) throw new AppError('TRANSITION_REFUSED', { from: ticket.status, to, allowed });
}

/** @throws AppError INVALID_INPUT naming each field that is missing, or not this actor's to change */
export function assertComplete(ticket: Complaint, change: ComplaintChange, to: ComplaintStatus | undefined, actor: Actor): void {
  const errors = [...listForeign(change, actor), ...listMissing(ticket, change, to, actor)];
  if (errors.length > 0) throw new AppError('INVALID_INPUT', { errors });
}

interface FieldError {
  readonly path: string;
  readonly message: string;
}

function listForeign(change: ComplaintChange, { type }: Actor): readonly FieldError[] {
  if (type !== 'customer') return [];
  return Object.entries(change)
    .filter(([path, value]) => value !== undefined && !CUSTOMERS_FIELDS.has(path))
    .map(([path]) => ({ path, message: 'is not for the customer to change' }));
}

function listMissing(ticket: Complaint, change: ComplaintChange, to: ComplaintStatus | undefined, actor: Actor): readonly FieldError[] {
  const needs: readonly (readonly [string, boolean, string])[] = [
    ['remedy', to === 'RESOLUTION_PROPOSED' && isBlank(change.remedy?.text), 'must come with RESOLUTION_PROPOSED, with its text'],
    ['rootCause', to === 'RESOLVED' && !(change.rootCause ?? ticket.rootCause), 'must come with RESOLVED'],
    ['resolution', to === 'RESOLVED' && isBlank(resolutionOf(ticket, change)), 'must come with RESOLVED where no accepted remedy says it'],
    ['message', to === 'WAITING_CUSTOMER' && isBlank(change.message), 'must come with WAITING_CUSTOMER: what the customer is asked'],
    ['mergedInto', to === 'MERGED' && isBlank(change.mergedInto), 'must come with MERGED'],
    ['mergedInto', change.mergedInto === ticket.reference, 'must be another ticket'],
    ['reason', needsReason(to, actor) && isBlank(change.reason), `must come with ${to}: why, or how the customer said so`],
  ];
  return needs.filter(([, isMissing]) => isMissing).map(([path, , message]) => ({ path, message }));
}

function needsReason(to: ComplaintStatus | undefined, { type }: Actor): boolean {
  return to !== undefined && type === 'agent' && (CUSTOMERS_WORD.has(to) || to === 'REOPENED');
}

/** What the customer reads as the result: its own text, or the remedy they accepted. */
export function resolutionOf({ status, remedy }: Complaint, { resolution }: ComplaintChange): string | undefined {
  if (!isBlank(resolution)) return resolution;
  return status === 'ACCEPTED' || status === 'FULFILLING' ? remedy?.text : undefined;
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
