import type { ComplaintDecision } from '../../../rules/complaints/decision.ts';
import { openKeyOf } from '../../../rules/complaints/duplicates.ts';
import { toPublic } from '../../../rules/complaints/publish.ts';
import type { Complaint, ComplaintEvent } from '../../../rules/complaints/types.ts';
import type { ComplaintEvent as ComplaintEventModel, Complaint as ComplaintModel } from '../../generated/client.ts';
import { defineCase } from '../cases/definition.ts';
import { defineTrail } from '../cases/lines.ts';
import { COMPLAINT_FILES } from '../personalData/complaints.ts';
import { defineTable } from '../table.ts';

type Codes = 'type' | 'category' | 'severity' | 'status' | 'locale' | 'verifiedLevel' | 'remedySought' | 'mood' | 'remedy' | 'rootCause';

/** Tickets; their files are joined to them. */
export const COMPLAINTS = defineTable<ComplaintModel, Pick<Complaint, Codes>>()('complaints', {
  ...{ id: 'text', reference: 'text', idempotencyKey: 'text', version: 'int', type: 'text', category: 'text', severity: 'text' },
  ...{ status: 'text', locale: 'text', channel: 'text', conversationId: 'text', identityId: 'text', customerId: 'text' },
  ...{ verifiedLevel: 'int', shipmentId: 'text', trackingNumber: 'text', description: 'text', remedySought: 'text' },
  ...{ contactPhone: 'text', contactName: 'text', praised: 'text', mood: 'jsonb', owner: 'text', team: 'text' },
  ...{ firstResponseDueAt: 'timestamptz', resolveDueAt: 'timestamptz', statutoryDueAt: 'timestamptz', nextAlarmAt: 'timestamptz' },
  ...{ firstRespondedAt: 'timestamptz', resolvedAt: 'timestamptz', closedAt: 'timestamptz', pausedMs: 'int', pausedAt: 'timestamptz' },
  ...{ contactCount: 'int', reopenCount: 'int', remedy: 'jsonb', resolution: 'text', rootCause: 'text', station: 'text' },
  ...{ correctiveAction: 'text', duplicateOf: 'text', incident: 'text', openKey: 'text', lastSeq: 'int', lastHash: 'text' },
  ...{ isLegalHold: 'boolean', isDemo: 'boolean', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
});

/** Lines of their audit. */
export const COMPLAINT_EVENTS = defineTable<
  ComplaintEventModel,
  { actorType: ComplaintEvent['actor']['type']; data: ComplaintEvent['data'] }
>()('complaint_events', {
  ...{ complaintId: 'text', seq: 'int', at: 'timestamptz', actorType: 'text', actorId: 'text', action: 'text', fromStatus: 'text' },
  ...{ toStatus: 'text', data: 'jsonb', words: 'text', salt: 'text', wordsDigest: 'text', idempotencyKey: 'text' },
  ...{ prevHash: 'text', hash: 'text' },
});

/** The audit of tickets. */
export const TRAIL = defineTrail(COMPLAINT_EVENTS, 'complaintId');

/** What the store knows of a ticket beside what was decided. */
export interface TicketOwner {
  /** Whose ticket it is where no customer is known. */
  readonly identityId?: string;
  /** The company's person for this customer; in what its systems are told. */
  readonly accountOwner?: string;
  /** Of a new ticket. */
  readonly isDemo?: boolean;
}

/** Tickets as cases. */
export const COMPLAINT = defineCase({
  ...{ name: 'complaint', table: COMPLAINTS, audit: TRAIL, files: COMPLAINT_FILES },
  fixed: [
    ...(['reference', 'type', 'locale', 'channel', 'identityId', 'shipmentId', 'trackingNumber', 'praised'] as const),
    ...(['isLegalHold', 'isDemo', 'createdAt'] as const),
  ],
  changes: {
    // Only where none was known.
    customerId: 'coalesce(c.customer_id, n."customerId")',
    // Left out where another ticket has it, as after two customers were joined.
    openKey: '(SELECT n."openKey" WHERE NOT EXISTS (SELECT FROM complaints o WHERE o.open_key = n."openKey" AND o.id <> n.id))',
  },
  facts: {
    from: 'head',
    scope: {
      ...{ conversationId: 'head.conversation_id', shipmentId: 'head.shipment_id', customerId: 'head.customer_id' },
      ...{ channel: 'head.channel', locale: 'head.locale', subjectId: 'head.id' },
    },
  },
  told: {
    reference: ({ reference }: Complaint) => reference,
    toNotice: ({ conversationId, reference, trackingNumber }) => ({
      ...{ conversationId, reference },
      ...(trackingNumber !== undefined && { trackingNumber }),
    }),
    toPublic: (ticket, { accountOwner }) => ({ ...toPublic(ticket), ...(accountOwner !== undefined && { accountOwner }) }),
  },
  toRow({ next, pausedAt, nextAlarmAt }: ComplaintDecision, { identityId, isDemo = false }: TicketOwner, end) {
    const { due, files: _, ...ticket } = next;
    const party = next.customerId ?? identityId;
    const openKey = party === undefined ? undefined : openKeyOf(next, party);
    return {
      ...ticket,
      ...{ firstResponseDueAt: due.firstResponseAt, resolveDueAt: due.resolveAt, statutoryDueAt: due.statutoryAt },
      ...(pausedAt && { pausedAt }),
      ...(nextAlarmAt && { nextAlarmAt }),
      ...(identityId !== undefined && { identityId }),
      ...(openKey !== undefined && { openKey }),
      ...{ lastSeq: end.lastSeq, lastHash: end.lastHash, isLegalHold: false, isDemo },
    };
  },
});
