import { DAY_MS } from '../../core/days.ts';
import type { ComplaintStatus, TicketType } from './codes.ts';

/** How long after its end a ticket may be opened again, in days. */
export const REOPEN_DAYS = 30;
/** Days after which a resolved ticket nobody objected to is closed. */
export const CLOSE_AFTER_DAYS = 7;

/** Where a ticket may go from each state; anything else is refused. */
export const TRANSITIONS: Readonly<Record<ComplaintStatus, readonly ComplaintStatus[]>> = {
  NEW: ['ACKNOWLEDGED', 'MERGED', 'WITHDRAWN'],
  ACKNOWLEDGED: ['ASSESSED', 'WITHDRAWN', 'MERGED'],
  ASSESSED: ['INVESTIGATING', 'RESOLUTION_PROPOSED', 'ESCALATED', 'MERGED', 'WITHDRAWN'],
  INVESTIGATING: ['WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'RESOLUTION_PROPOSED', 'ESCALATED', 'WITHDRAWN', 'MERGED'],
  WAITING_CUSTOMER: ['INVESTIGATING', 'CLOSED_NO_REPLY', 'WITHDRAWN'],
  WAITING_THIRD_PARTY: ['INVESTIGATING', 'ESCALATED'],
  ESCALATED: ['INVESTIGATING', 'RESOLUTION_PROPOSED'],
  RESOLUTION_PROPOSED: ['ACCEPTED', 'REJECTED', 'ESCALATED'],
  REJECTED: ['INVESTIGATING', 'ESCALATED', 'EXTERNAL_APPEAL'],
  ACCEPTED: ['FULFILLING', 'RESOLVED'],
  FULFILLING: ['RESOLVED', 'INVESTIGATING'],
  RESOLVED: ['CLOSED', 'REOPENED'],
  CLOSED: ['REOPENED'],
  CLOSED_NO_REPLY: ['REOPENED'],
  REOPENED: ['INVESTIGATING', 'ESCALATED'],
  EXTERNAL_APPEAL: ['INVESTIGATING', 'RESOLVED'],
  MERGED: [],
  WITHDRAWN: ['REOPENED'],
};

/** States nobody has to do anything in any more, though all but MERGED can be opened again. */
export const ENDED: ReadonlySet<ComplaintStatus> = new Set(['CLOSED', 'CLOSED_NO_REPLY', 'MERGED', 'WITHDRAWN']);

/** Neither ended nor resolved: somebody still owes the customer something. */
export function isOpen(status: ComplaintStatus): boolean {
  return status !== 'RESOLVED' && !ENDED.has(status);
}

/** Where a ticket of this kind may go by the table. Suggestions and praise need no remedy: read and answered, they may be closed. */
export function listNext(type: TicketType, from: ComplaintStatus): readonly ComplaintStatus[] {
  return type !== 'complaint' && from === 'ASSESSED' ? [...TRANSITIONS.ASSESSED, 'CLOSED'] : TRANSITIONS[from];
}

/** Whether a complaint may go from one state to another now. `endedAt`: when it was closed or withdrawn, for the 30 days of reopening. */
export function canMove(from: ComplaintStatus, to: ComplaintStatus, now: Date, endedAt?: Date): boolean {
  return TRANSITIONS[from].includes(to) && isInTime(to, now, endedAt);
}

/** Whether it is not too late for a transition that is open to the ticket. */
export function isInTime(to: ComplaintStatus, now: Date, endedAt?: Date): boolean {
  if (to !== 'REOPENED' || !endedAt) return true;
  return now.getTime() - endedAt.getTime() <= REOPEN_DAYS * DAY_MS;
}
