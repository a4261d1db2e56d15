import type { Money } from '../../core/money.ts';
import type { Actor } from '../access/actor.ts';
import { actorOf, type Principal, voucherOf } from '../access/principal.ts';
import type { Case, CaseDecision } from '../cases/types.ts';
import type { ComplaintEvent } from '../complaints/types.ts';
import type { ClaimFactName, NewFact } from '../facts.ts';
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
export type ClaimDecision<C extends ClaimCase = ClaimCase> = CaseDecision<C, ComplaintEvent>;

/** The first of a claim. */
export function openClaim<C extends ClaimCase>(claim: C): ClaimDecision<C> {
  return decisionOf(claim, [toFact(claim, 'claim.opened', claim.createdAt, claim.value)]);
}

/** The company's move: an offer, a refusal to pay, the payment. Of the first two the complaint tells by its own moves. */
export function moveClaim<C extends ClaimCase>(claim: C, { to, by, amount }: ClaimMove, now: Date): ClaimDecision<C> {
  const actor = actorOf(by);
  const next: C = {
    ...claim,
    ...{ status: to, version: claim.version + 1, updatedAt: now },
    ...(amount && { offered: amount }),
    ...(to === 'OFFERED' && { offeredBy: actor.id }),
    ...(to === 'PAID' && { paidAt: now }),
  };
  return { ...decisionOf(next, [toFact(next, nameOf(to), now, next.offered, actor)]), lines: to === 'PAID' ? [toPaid(next, by)] : [] };
}

/**
 * The customer's: yes or no to the money the complaint proposes. Where the offer's own move was not written yet, it is counted here.
 * Undefined when they answered yes before.
 */
export function answerClaim<C extends ClaimCase>(
  claim: C,
  answer: 'ACCEPTED' | 'REFUSED',
  amount: Money,
  now: Date,
): ClaimDecision<C> | undefined {
  if (claim.status === 'ACCEPTED' || claim.status === 'PAID') return undefined;
  const next: C = {
    ...claim,
    ...{ status: answer, version: claim.version + 1, updatedAt: now, offered: amount },
    ...{ acceptedAt: answer === 'ACCEPTED' ? now : undefined },
  };
  const names: readonly ClaimFactName[] = [nameOf(answer), ...(claim.status === 'OFFERED' ? [] : (['claim.offered'] as const))];
  return decisionOf(
    next,
    names.map((name) => toFact(next, name, now, amount)),
  );
}

function decisionOf<C extends ClaimCase>(next: C, facts: readonly NewFact[]): ClaimDecision<C> {
  return { next, lines: [], notices: [], facts };
}

function toPaid({ offered }: Claim, by: Principal): ClaimDecision['lines'][number] {
  return { actor: actorOf(by), action: 'paid', data: { ...offered, ...voucherOf(by) } };
}

function nameOf(status: ClaimMove['to']): ClaimFactName {
  return `claim.${status.toLowerCase() as Lowercase<typeof status>}`;
}

function toFact({ kind, createdAt }: Claim, name: ClaimFactName, now: Date, amount?: Money, actor?: Actor): NewFact {
  const seconds = (now.getTime() - createdAt.getTime()) / 1000;
  return { name, label: kind, startedAt: createdAt, seconds, ...(amount && { amount }), ...(actor && { actor }) };
}
