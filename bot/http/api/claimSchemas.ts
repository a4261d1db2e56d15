import { z } from 'zod';
import { decimalsOf, formatDecimal, type Money } from '../../../core/money.ts';
import type { EvidencePack } from '../../../rules/claims/desk.ts';
import { CLAIM_STATUSES, type Claim, LOSS_KINDS, PERSON_REASONS, REGIMES } from '../../../rules/claims/types.ts';
import type { Complaint } from '../../../rules/complaints/types.ts';
import { SERVICES, SHIPMENT_STATUSES, STATUS_REASONS } from '../../../rules/shipments/types.ts';
import { complaint } from './complaintSchemas.ts';

const instant = z.iso.datetime();
const shownMoney = z.object({ amount: z.string(), currency: z.string() });

/** A claim as it is told. */
export const claim = z.object({
  complaintReference: z.string(),
  status: z.enum(CLAIM_STATUSES),
  kind: z.enum(LOSS_KINDS),
  value: shownMoney.describe('What the customer says the goods were worth.'),
  evidence: z
    .enum(['A', 'B', 'C'])
    .describe('How well that is proven. A: invoice or order page. B: photos or chat of a purchase. C: their word.'),
  regime: z.enum(REGIMES),
  computed: shownMoney
    .optional()
    .describe('What the rules come to; nothing is promised by it. Absent where they come to nothing or nothing can be computed.'),
  legalCeiling: shownMoney.optional().describe('What the law may give at most beyond our terms.'),
  lines: z
    .array(
      z.object({
        ruleId: z.string(),
        basis: z.enum(['law', 'terms']),
        inputs: z.record(z.string(), z.union([z.number(), z.string()])),
        amount: shownMoney,
        text: z.string().describe("What the customer reads of it, in the ticket's language; in English with a claim alone."),
      }),
    )
    .describe('The calculation.'),
  needsPersonBecause: z.array(z.enum(PERSON_REASONS)).describe('Why the bot did not offer it by itself; empty when it may.'),
  offered: shownMoney.optional(),
  offeredBy: z.string().optional(),
  acceptedAt: instant.optional(),
  paidAt: instant.optional(),
  createdAt: instant,
});

/** All that a decision about money rests on; no names, phones or streets. */
export const evidencePack = z.object({
  complaint: complaint.pick({
    ...{ reference: true, status: true, category: true, severity: true, locale: true, description: true, verifiedLevel: true },
    ...{ remedySought: true, files: true, createdAt: true },
  }),
  claim: claim.optional().describe('Absent while nobody opened one.'),
  shipment: z
    .object({
      trackingNumber: z.string(),
      service: z.enum(SERVICES),
      status: z.enum(SHIPMENT_STATUSES),
      reason: z.enum(STATUS_REASONS).optional(),
      promisedAt: instant.optional(),
      createdAt: instant,
      from: z.string(),
      to: z.string(),
      declared: shownMoney.optional(),
      insured: shownMoney.optional(),
      freight: shownMoney.optional(),
      weightGrams: z.int().optional(),
      pieceCount: z.int(),
      items: z.array(z.object({ description: z.string(), quantity: z.int(), unit: shownMoney.optional() })),
      events: z
        .array(
          z.object({
            at: instant,
            status: z.enum(SHIPMENT_STATUSES),
            reason: z.enum(STATUS_REASONS).optional(),
            text: z.string(),
            city: z.string().optional(),
            isFault: z.boolean().describe('The event says that it was the carrier’s fault.'),
          }),
        )
        .describe('Newest first, at most 50.'),
    })
    .optional()
    .describe('Absent when the ticket names no shipment.'),
  history: complaintHistory(),
});

function complaintHistory() {
  const line = z.object({
    at: instant,
    actor: z.object({ type: z.string(), id: z.string() }),
    action: z.string(),
    from: z.string().optional(),
    to: z.string().optional(),
    words: z.string().optional(),
  });
  return z.array(line).describe('The audit, oldest line first.');
}

/** @param locale in which the lines of the calculation are told */
export function toClaimBody(found: Claim, locale: Complaint['locale'] = 'en'): z.input<typeof claim> {
  const { complaintReference, status, kind, evidence, result, offeredBy } = found;
  return {
    ...{ complaintReference, status, kind, evidence, offeredBy, regime: result.regime },
    value: show(found.value),
    ...(result.offer && result.offer.minor > 0 && { computed: show(result.offer) }),
    legalCeiling: result.legalCeiling && show(result.legalCeiling),
    lines: result.lines.map(({ ruleId, basis, inputs, amount, says }) => ({
      ...{ ruleId, basis, inputs: { ...inputs }, amount: show(amount), text: says[locale] },
    })),
    needsPersonBecause: [...result.needsPersonBecause],
    offered: found.offered && show(found.offered),
    acceptedAt: found.acceptedAt?.toISOString(),
    paidAt: found.paidAt?.toISOString(),
    createdAt: found.createdAt.toISOString(),
  };
}

/** The pack as JSON: instants in ISO 8601, amounts as decimal strings. */
export function toEvidenceBody({ complaint: ticket, claim: found, shipment, history }: EvidencePack): z.input<typeof evidencePack> {
  const { reference, status, category, severity, locale, description, verifiedLevel, remedySought, files, createdAt } = ticket;
  return {
    complaint: {
      ...{ reference, status, category, severity, locale, description, verifiedLevel, files },
      remedySought: complaint.shape.remedySought.parse(remedySought),
      createdAt: createdAt.toISOString(),
    },
    claim: found && toClaimBody(found, locale),
    shipment: shipment && {
      ...shipment,
      promisedAt: shipment.promisedAt?.toISOString(),
      createdAt: shipment.createdAt.toISOString(),
      declared: shipment.declared && show(shipment.declared),
      insured: shipment.insured && show(shipment.insured),
      freight: shipment.freight && show(shipment.freight),
      items: shipment.items.map(({ description: what, quantity, unit }) => ({ description: what, quantity, unit: unit && show(unit) })),
      events: shipment.events.map(({ at, ...event }) => ({ at: at.toISOString(), ...event })),
    },
    history: history.map(({ at, actor, ...line }) => ({ at: at.toISOString(), actor: { type: actor.type, id: actor.id }, ...line })),
  };
}

function show({ minor, currency }: Money): z.input<typeof shownMoney> {
  return { amount: formatDecimal(minor, decimalsOf(currency)), currency };
}
