import { DAY_MS } from '../../core/days.ts';
import type { Actor } from '../access/actor.ts';
import { GROUP_TEAMS } from '../access/roles.ts';
import type { ComplaintDecision } from './decision.ts';
import { toFact } from './facts.ts';
import { type Line, SYSTEM, toMoved } from './lines.ts';
import type { SlaPolicy } from './policy.ts';
import { settle } from './settle.ts';
import { assessSeverity, isUrgent } from './severity.ts';
import type { Complaint, NewComplaint } from './types.ts';

/** What the store knows when a ticket is opened. */
export interface OpeningContext {
  readonly id: string;
  readonly reference: string;
  readonly channel: string;
  readonly shipment?: {
    readonly id: string;
    /** CNY fen; absent in another currency. */
    readonly declaredMinor?: number;
    /** What is in it, as the sender said. */
    readonly items?: string;
    /** Who had it last, for the root cause and for incidents. */
    readonly station?: string;
  };
  /** Of the segments TOP10_STABLE or GROWING_HIGH. */
  readonly isKeyAccount: boolean;
  /** Complaints of this person within the last 30 days. */
  readonly recentComplaints: number;
  /** Reference of another party's open ticket about the same shipment: both stay, and neither party learns of the other. */
  readonly related?: string;
  readonly files: Complaint['files'];
  /** Of the person who speaks: customer id or channel identity. Default: the customer's id, else the conversation's. */
  readonly actorId?: string;
}

const BOT: Actor = { type: 'bot', id: 'bot' };

/**
 * A new ticket, received, acknowledged by the bot and assessed in one step. Complaints of P0 and P1, and suggestions or praise that
 * hold a risk, go on to ESCALATED at once. Version 1.
 */
export function decideOpening(input: NewComplaint, context: OpeningContext, now: Date, policy: SlaPolicy): ComplaintDecision {
  const { severity, reasons } = assessSeverity({
    ...input,
    declaredMinor: context.shipment?.declaredMinor,
    items: context.shipment?.items,
    isKeyAccount: context.isKeyAccount,
    recentComplaints: context.recentComplaints,
  });
  const isEscalated = isUrgent(severity);
  const ticket = { ...toTicket(input, context, now), severity, status: isEscalated ? 'ESCALATED' : 'ASSESSED' } satisfies Complaint;
  return settle(
    {
      ticket,
      lines: [
        toOpened(input, context),
        toMoved(BOT, 'NEW', 'ACKNOWLEDGED'),
        toMoved(SYSTEM, 'ACKNOWLEDGED', 'ASSESSED', { severity, reasons }),
        ...(isEscalated ? [toMoved(SYSTEM, 'ASSESSED', 'ESCALATED', { reasons })] : []),
        ...(context.related ? [toLinked(context.related)] : []),
      ],
      notices: [],
      webhook: 'complaint.created',
      facts: [toFact(ticket, `${input.type}.opened`, { actor: speakerOf(input, context.actorId) })],
    },
    [],
    now,
    policy,
  );
}

function toTicket(input: NewComplaint, context: OpeningContext, now: Date): Omit<Complaint, 'severity' | 'status'> {
  const { idempotencyKey: _, fileIds: __, ...told } = input;
  const { shipment } = context;
  // The true dues are read from the clocks when the draft is settled.
  const due = { firstResponseAt: now, resolveAt: now, statutoryAt: new Date(now.getTime() + 7 * DAY_MS) };
  return {
    ...told,
    ...{ id: context.id, reference: context.reference, version: 0, channel: context.channel, files: context.files, due },
    ...(shipment && { shipmentId: shipment.id }),
    ...(shipment?.station !== undefined && { station: shipment.station }),
    ...(context.isKeyAccount && { team: GROUP_TEAMS.crg }),
    ...{ pausedMs: 0, contactCount: 1, reopenCount: 0, createdAt: now, updatedAt: now },
  };
}

function toOpened(input: NewComplaint, context: OpeningContext): Line {
  const { type, category, locale, verifiedLevel, description } = input;
  const data = {
    type,
    category,
    locale,
    verifiedLevel,
    reference: context.reference,
    channel: context.channel,
    files: context.files.length,
  };
  return { actor: speakerOf(input, context.actorId), action: 'opened', to: 'NEW', data, words: description };
}

/** The customer who opens a ticket or comes back to it. */
export function speakerOf(
  { customerId, conversationId }: Pick<NewComplaint, 'customerId' | 'conversationId'>,
  actorId = customerId ?? conversationId,
): Actor {
  return { type: 'customer', id: actorId };
}

function toLinked(reference: string): Line {
  return { actor: SYSTEM, action: 'linked', data: { reference, relation: 'same_shipment' } };
}
