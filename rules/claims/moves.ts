import type { BusinessCalendar } from '../../core/businessTime.ts';
import type { Money } from '../../core/money.ts';
import type { Actor, Credit } from '../access/actor.ts';
import { actorOf, creditOf, type Principal, voucherOf } from '../access/principal.ts';
import { measure } from '../cases/measure.ts';
import type { Case, CaseDecision } from '../cases/types.ts';
import type { ComplaintEvent } from '../complaints/types.ts';
import type { ClaimFact, ClaimStepFact } from '../facts.ts';
import type { ClaimAnswer } from './answered.ts';
import type { Claim, ClaimStatus } from './types.ts';

/** A claim as its moves are written. */
export interface ClaimCase extends Claim, Case {}

/** Where a claim goes, and what comes with it; whether it may, `decide.ts` says. */
export interface ClaimMove {
  readonly to: Exclude<ClaimStatus, 'ASSESSING'>;
  readonly by: Principal;
  /** With OFFERED. */
  readonly amount?: Money;
}

/** What happens to a claim; its lines are its complaint's. */
export interface ClaimDecision<C extends ClaimCase = ClaimCase> extends CaseDecision<C, ComplaintEvent> {
  readonly facts: readonly ClaimFact[];
}

/** The first of a claim. @param by the customer who asks for the money */
export function openClaim<C extends ClaimCase>(claim: C, by: Actor): ClaimDecision<C> {
  return decisionOf(claim, [{ name: 'claim.opened', actor: by, label: claim.kind, amount: claim.value }]);
}

/** The company's move: an offer, a refusal to pay, the payment. Of the first two the complaint tells by its own moves. */
export function moveClaim<C extends ClaimCase>(
  claim: C,
  { to, by, amount }: ClaimMove,
  now: Date,
  calendar: BusinessCalendar,
): ClaimDecision<C> {
  const next: C = {
    ...claim,
    ...{ status: to, version: claim.version + 1, updatedAt: now },
    ...(amount && { offered: amount }),
    ...(to === 'OFFERED' && { offeredBy: actorOf(by).id }),
    ...(to === 'PAID' && { paidAt: now }),
  };
  const decision = decisionOf(next, [toStepFact(next, to, creditOf(by), now, calendar)]);
  return to === 'PAID' ? { ...decision, lines: [toPaid(next, by)] } : decision;
}

/**
 * The customer's: yes or no to the money the complaint proposes. Where the offer's own move was not written yet, it is counted here.
 * Undefined when they answered yes before.
 */
export function answerClaim<C extends ClaimCase>(
  claim: C,
  { to, amount, by, offeredBy }: ClaimAnswer,
  now: Date,
  calendar: BusinessCalendar,
): ClaimDecision<C> | undefined {
  if (claim.status === 'ACCEPTED' || claim.status === 'PAID') return undefined;
  const next: C = {
    ...claim,
    ...{ status: to, version: claim.version + 1, updatedAt: now, offered: amount },
    ...{ acceptedAt: to === 'ACCEPTED' ? now : undefined },
  };
  return decisionOf(next, [
    toStepFact(next, to, { actor: by }, now, calendar),
    ...(claim.status === 'OFFERED' ? [] : [toStepFact(next, 'OFFERED', { actor: offeredBy }, now, calendar)]),
  ]);
}

function decisionOf<C extends ClaimCase>(next: C, facts: readonly ClaimFact[]): ClaimDecision<C> {
  return { next, lines: [], notices: [], facts };
}

function toPaid({ offered }: Claim, by: Principal): ClaimDecision['lines'][number] {
  return { actor: actorOf(by), action: 'paid', data: { ...offered, ...voucherOf(by) } };
}

function toStepFact(claim: Claim, to: ClaimMove['to'], by: Credit, now: Date, calendar: BusinessCalendar): ClaimStepFact {
  const { kind, createdAt, offered } = claim;
  return {
    name: `claim.${to.toLowerCase() as Lowercase<typeof to>}`,
    ...by,
    label: kind,
    ...(offered && { amount: offered }),
    ...measure(createdAt, [[createdAt]], calendar, now),
  };
}
