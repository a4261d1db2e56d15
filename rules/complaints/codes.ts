import { COMPLAINT_CATEGORIES } from '../../core/types.ts';

/** What a customer brings: something went wrong, could be better, or was done well (真心大使: who did it is named). */
export const TICKET_TYPES = ['complaint', 'suggestion', 'praise'] as const;
export type TicketType = (typeof TICKET_TYPES)[number];

/** What a ticket is about: the categories understanding tells apart, and those only a person or a flow sets. */
export const TICKET_CATEGORIES = [
  ...COMPLAINT_CATEGORIES,
  'pickup',
  'cod',
  'return',
  'customs',
  'document',
  'privacy',
  'safety',
  'bot_service',
  'other',
] as const;
export type TicketCategory = (typeof TICKET_CATEGORIES)[number];

/** P0 safety, law or media; P1 serious; P2 normal; P3 minor. */
export const SEVERITIES = ['P0', 'P1', 'P2', 'P3'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The stages of ISO 10002 as states; which may follow which stands in `states.ts`. */
export const COMPLAINT_STATUSES = [
  'NEW',
  'ACKNOWLEDGED',
  'ASSESSED',
  'INVESTIGATING',
  'WAITING_CUSTOMER',
  'WAITING_THIRD_PARTY',
  'ESCALATED',
  'RESOLUTION_PROPOSED',
  'ACCEPTED',
  'REJECTED',
  'FULFILLING',
  'RESOLVED',
  'CLOSED',
  'CLOSED_NO_REPLY',
  'REOPENED',
  'EXTERNAL_APPEAL',
  'MERGED',
  'WITHDRAWN',
] as const;
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number];

/** What may be done for a customer: asked for (`remedySought`) or offered and given (`remedy`). */
export const REMEDIES = [
  'apology',
  'explanation',
  'expedite',
  'redelivery',
  'refund',
  'compensation',
  'replacement',
  'coupon',
  'investigation',
  'other',
] as const;
export type RemedyType = (typeof REMEDIES)[number];

/** What a customer may be told of their ticket, unasked. */
export const COMPLAINT_NOTICE_KINDS = [
  'message',
  'question',
  'proposed',
  'fulfilling',
  'resolved',
  'closed',
  'closed_no_reply',
  'reminder',
  'late',
  'merged',
] as const;
export type ComplaintNoticeKind = (typeof COMPLAINT_NOTICE_KINDS)[number];
