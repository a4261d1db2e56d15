import type { ClaimCase, ClaimDecision } from '../../../rules/claims/moves.ts';
import type { Claim } from '../../../rules/claims/types.ts';
import type { Claim as ClaimModel } from '../../generated/client.ts';
import { defineCase } from '../cases/definition.ts';
import { COMPLAINTS, TRAIL } from '../complaints/definition.ts';
import { defineTable } from '../table.ts';

/** Claims; amounts in two columns. */
export const CLAIMS = defineTable<ClaimModel, Pick<Claim, 'status' | 'kind' | 'evidence' | 'result'>>()('claims', {
  ...{ id: 'text', idempotencyKey: 'text', complaintId: 'text', version: 'int', status: 'text', kind: 'text', valueMinor: 'bigint' },
  ...{ valueCurrency: 'text', evidence: 'text', result: 'jsonb', offeredMinor: 'bigint', offeredCurrency: 'text', offeredBy: 'text' },
  ...{ acceptedAt: 'timestamptz', paidAt: 'timestamptz', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
});

/** A claim with its complaint's id. */
export interface OwnedClaim extends ClaimCase {
  readonly complaintId: string;
}

/** Claims as cases. Their complaint tells of them, in its audit, notices and webhooks. */
export const CLAIM = defineCase({
  ...{ name: 'claim', table: CLAIMS },
  teller: { table: COMPLAINTS.name, audit: TRAIL, idOf: ({ complaintId }: OwnedClaim) => complaintId },
  fixed: ['complaintId', 'kind', 'valueMinor', 'valueCurrency', 'evidence', 'result', 'createdAt'],
  facts: {
    from: 'head JOIN complaints c ON c.id = head.complaint_id',
    scope: {
      ...{ conversationId: 'c.conversation_id', shipmentId: 'c.shipment_id', customerId: 'c.customer_id', channel: 'c.channel' },
      ...{ locale: 'c.locale', subjectId: 'c.id', category: 'c.category', severity: 'c.severity', station: 'c.station' },
      groupName: 'coalesce(c.team, f."groupName")',
    },
  },
  toRow({ next }: ClaimDecision<OwnedClaim>, _about: undefined) {
    const { complaintReference: _, value, offered, ...claim } = next;
    return {
      ...{ ...claim, valueMinor: value.minor, valueCurrency: value.currency },
      ...(offered && { offeredMinor: offered.minor, offeredCurrency: offered.currency }),
    };
  },
});
