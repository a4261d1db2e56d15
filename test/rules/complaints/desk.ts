import { AppError } from '../../../core/errors.ts';
import { actorOf, BOT, type Principal } from '../../../rules/access/principal.ts';
import { decideAlarm } from '../../../rules/complaints/alarm.ts';
import { decideChange, decideRefused } from '../../../rules/complaints/change.ts';
import type { ComplaintDecision, ComplaintHistory } from '../../../rules/complaints/decision.ts';
import { decideOpening, type OpeningContext } from '../../../rules/complaints/opening.ts';
import { createSlaPolicy, type SlaPolicy } from '../../../rules/complaints/policy.ts';
import type { Complaint, ComplaintChange, NewComplaint } from '../../../rules/complaints/types.ts';
import { customer, product, staff } from '../../principals.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Monday 23 November 2026, 10:00 in Shanghai. */
export const START = new Date('2026-11-23T02:00:00Z');
export const POLICY = createSlaPolicy('Asia/Shanghai');
export const since = (ms: number): Date => new Date(START.getTime() + ms);

export const AGENT = staff('wang@example.com');
export const CUSTOMER = customer('customer-li');
export const SYSTEM = product('crm');
export { BOT };
/** The same as an audit names them. */
export const ACTORS = { AGENT: actorOf(AGENT), CUSTOMER: actorOf(CUSTOMER), BOT: actorOf(BOT), SYSTEM: actorOf(SYSTEM) } as const;
export const REMEDY = { type: 'refund', text: '退还运费 12 元', amount: { minor: 1200, currency: 'CNY' } } as const;

export function newComplaint(more: Partial<NewComplaint> = {}): NewComplaint {
  return {
    idempotencyKey: 'message-1',
    conversationId: 'conversation-1',
    customerId: 'customer-li',
    verifiedLevel: 2,
    type: 'complaint',
    category: 'loss',
    locale: 'zh-Hans',
    trackingNumber: 'XB000000001014',
    description: '包裹丢了',
    fileIds: [],
    mood: { anger: 0, risks: [] },
    ...more,
  };
}

export function openingContext(more: Partial<OpeningContext> = {}): OpeningContext {
  return {
    id: 'c1',
    reference: 'CMP-20261123-0001',
    channel: 'webchat',
    shipment: { id: 'shipment-1' },
    isKeyAccount: false,
    recentComplaints: 0,
    files: [],
    ...more,
  };
}

/** One ticket with its audit, as a store would keep it. */
export interface TestDesk {
  readonly ticket: Complaint;
  readonly history: ComplaintHistory;
  readonly last: ComplaintDecision;
  /** @throws AppError as decided; a refused transition leaves its line */
  change(change: ComplaintChange, by: Principal, now: Date): ComplaintDecision;
  alarm(now: Date): ComplaintDecision;
}

/** A P2 complaint (loss) opened at START unless told otherwise. */
export function openDesk(input: Partial<NewComplaint> = {}, context: Partial<OpeningContext> = {}, policy: SlaPolicy = POLICY): TestDesk {
  let last = decideOpening(newComplaint(input), openingContext(context), START, policy);
  let ticket = last.next;
  let history: ComplaintHistory = last.lines.map((line) => ({ ...line, at: START }));
  const write = (decision: ComplaintDecision, now: Date): ComplaintDecision => {
    last = decision;
    ticket = decision.next;
    history = [...history, ...decision.lines.map((line) => ({ ...line, at: now }))];
    return decision;
  };
  return {
    get ticket() {
      return ticket;
    },
    get history() {
      return history;
    },
    get last() {
      return last;
    },
    change(change, by, now) {
      try {
        return write(decideChange(ticket, history, change, by, now, policy), now);
      } catch (error) {
        if (error instanceof AppError && error.code === 'TRANSITION_REFUSED')
          history = [...history, { ...decideRefused(ticket, change, by), at: now }];
        throw error;
      }
    },
    alarm: (now) => write(decideAlarm(ticket, history, now, policy), now),
  };
}

const WAY: Readonly<Record<string, readonly (readonly [ComplaintChange, Principal])[]>> = {
  INVESTIGATING: [[{ to: 'INVESTIGATING' }, AGENT]],
  WAITING_CUSTOMER: [
    [{ to: 'INVESTIGATING' }, AGENT],
    [{ to: 'WAITING_CUSTOMER', message: '请发一张外箱照片' }, AGENT],
  ],
  RESOLUTION_PROPOSED: [[{ to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, AGENT]],
  ACCEPTED: [
    [{ to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, AGENT],
    [{ to: 'ACCEPTED' }, CUSTOMER],
  ],
  RESOLVED: [
    [{ to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, AGENT],
    [{ to: 'ACCEPTED' }, CUSTOMER],
    [{ to: 'RESOLVED', rootCause: 'linehaul_delay' }, AGENT],
  ],
  CLOSED: [
    [{ to: 'RESOLUTION_PROPOSED', remedy: REMEDY }, AGENT],
    [{ to: 'ACCEPTED' }, CUSTOMER],
    [{ to: 'RESOLVED', rootCause: 'linehaul_delay' }, AGENT],
    [{ to: 'CLOSED' }, CUSTOMER],
  ],
};
/** A ticket taken the whole way to a state, an hour a step. */
export function deskIn(status: string): TestDesk {
  const desk = openDesk();
  WAY[status]?.forEach(([change, by], step) => {
    desk.change(change, by, since((step + 1) * HOUR));
  });
  return desk;
}

/** What a refusal says; undefined when nothing was refused. */
export function refusal(act: () => unknown): { readonly code: string; readonly facts: Readonly<Record<string, unknown>> } | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, facts: error.facts };
    throw error;
  }
  return undefined;
}
