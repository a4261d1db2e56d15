import { z } from 'zod';
import { AppError } from '../../../core/errors.ts';
import { actFor, type Principal } from '../../../rules/access/principal.ts';
import type { ClaimDesk } from '../../../rules/claims/desk.ts';
import { claim, evidencePack, toClaimBody, toEvidenceBody } from './claimSchemas.ts';
import { defineEndpoint, type Endpoint } from './endpoint.ts';
import { loweringRole, optional, optionalText, personId, text } from './fields.ts';
import { money } from './money.ts';

const MAX_BYTES = 16 * 1024;
const params = z.object({ reference: text(40).toUpperCase() });
const PATH = '/complaints/{reference}';
const answers = { 200: { means: 'As it now is.', name: 'Claim', schema: claim } } as const;

const who = z.object({
  role: optional(loweringRole),
  actor: optional(z.object({ id: personId(100) })).describe('Who of your people does it. Default: the key, e.g. `key:crm`.'),
});
const offer = who.extend({
  amount: money,
  text: optionalText(1000).describe("What the customer reads instead of the calculation, in the ticket's language."),
});
const refusal = who.extend({ reason: text(1000).describe("Told to the customer, who may disagree; in the ticket's language.") });

/** How the company's systems decide about money a customer asks for. */
export function createClaimEndpoints(claims: ClaimDesk): readonly Endpoint[] {
  const evidence = defineEndpoint({
    ...{ method: 'get', path: `${PATH}/evidence`, name: 'getEvidence', permission: 'claims:read', params },
    summary: 'What a decision about money rests on',
    details: 'The matter, the calculation, what was agreed for the shipment and what happened to it. No names, phones or streets.',
    answers: { 200: { means: 'The pack.', name: 'EvidencePack', schema: evidencePack } },
    refusals: [404],
    async work({ params: { reference } }) {
      const pack = await claims.readEvidencePack(reference);
      if (!pack) throw new AppError('NOT_FOUND', { reference });
      return { status: 200, body: toEvidenceBody(pack) };
    },
  });

  const makeOffer = defineEndpoint({
    ...{ method: 'post', path: `${PATH}/claim/offer`, name: 'offerClaim', permission: 'claims:write', params },
    summary: 'Offer the customer an amount',
    details:
      'They are asked in their chat and may accept or refuse. The same offer by the same person twice is one. How much may be offered is decided by the role of the key.',
    body: {
      name: 'ClaimOffer',
      schema: offer,
      maxBytes: MAX_BYTES,
      example: { amount: { amount: '199.00', currency: 'CNY' }, actor: { id: 'lin@example.com' } },
    },
    answers,
    refusals: [404, 409],
    async work({ params: { reference }, body: { amount, text: words, ...named }, by }) {
      const offered = { amount, ...(words !== undefined && { text: words }) };
      return { status: 200, body: toClaimBody(await claims.offer(reference, offered, toPrincipal(by, named))) };
    },
  });

  const decline = defineEndpoint({
    ...{ method: 'post', path: `${PATH}/claim/decline`, name: 'declineClaim', permission: 'claims:write', params },
    summary: 'Tell the customer that nothing is paid, and why',
    body: {
      ...{ name: 'ClaimRefusal', schema: refusal, maxBytes: MAX_BYTES },
      example: { reason: '签收时包装完好，监控也没有看到破损，这次没法赔付。', actor: { id: 'lin@example.com' } },
    },
    answers,
    refusals: [404, 409],
    work: async ({ params: { reference }, body: { reason, ...named }, by }) => ({
      status: 200,
      body: toClaimBody(await claims.decline(reference, reason, toPrincipal(by, named))),
    }),
  });

  const paid = defineEndpoint({
    ...{ method: 'post', path: `${PATH}/claim/paid`, name: 'markClaimPaid', permission: 'claims:pay', params },
    summary: 'Tell that the money has left',
    details: 'Only after the customer accepted. The audit names your key. Telling it again changes nothing.',
    answers,
    refusals: [404, 409],
    work: async ({ params: { reference }, by }) => ({ status: 200, body: toClaimBody(await claims.markPaid(reference, by)) }),
  });

  return [evidence, makeOffer, decline, paid];
}

function toPrincipal(by: Principal, { role, actor }: z.output<typeof who>): Principal {
  return actFor(by, { id: actor?.id, rank: role });
}
