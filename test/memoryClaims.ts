import { createCalendar } from '../core/businessTime.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { Money } from '../core/money.ts';
import { mayOffer } from '../rules/access/money.ts';
import { actorOf, BOT, type Principal } from '../rules/access/principal.ts';
import { calculateClaim } from '../rules/claims/calculate.ts';
import { decideClaimDecline, decideClaimOffer, verifyClaimMove } from '../rules/claims/decide.ts';
import type { ClaimDesk } from '../rules/claims/desk.ts';
import { toClaimInput } from '../rules/claims/input.ts';
import { answerClaim, type ClaimCase, type ClaimDecision, type ClaimMove, moveClaim, openClaim } from '../rules/claims/moves.ts';
import { contradictsRecord } from '../rules/claims/plausible.ts';
import { DEFAULT_CLAIM_POLICY } from '../rules/claims/rules.ts';
import { describeDecline, describeOffer } from '../rules/claims/texts.ts';
import type { Claim, Claims, NewClaim } from '../rules/claims/types.ts';
import { speakerOf } from '../rules/complaints/opening.ts';
import { TRANSITIONS } from '../rules/complaints/states.ts';
import type { Complaint, Remedy } from '../rules/complaints/types.ts';
import type { ClaimFact } from '../rules/facts.ts';
import type { MemoryComplaints } from './memoryComplaints.ts';
import { toEvidencePack } from './memoryEvidence.ts';
import type { MemoryShipment } from './memoryShipments.ts';

interface Options {
  readonly clock: Clock;
  readonly complaints: MemoryComplaints;
  readonly shipments: readonly MemoryShipment[];
}

/** The twin of the store's claims, for flows and staff alike: one suite runs on both. */
export interface MemoryClaims extends Claims, ClaimDesk {
  readonly facts: readonly ClaimFact[];
}

const TIME_ZONE = 'Asia/Shanghai';
const CALENDAR = createCalendar({ timeZone: TIME_ZONE, hours: '24x7' });

export function createMemoryClaims({ clock, complaints, shipments }: Options): MemoryClaims {
  /** By their complaints' references. */
  const claims = new Map<string, ClaimCase>();
  /** To which complaint's claim a message led. */
  const keys = new Map<string, string>();
  const facts: ClaimFact[] = [];

  complaints.onAnswer(({ reference }, answer) => {
    const claim = claims.get(reference);
    const decision = claim && answerClaim(claim, answer, clock.now(), CALENDAR);
    if (decision) write(decision);
  });

  function write(decision: ClaimDecision): ClaimCase {
    // What is undefined is not there, as a store gives it back.
    const next = Object.fromEntries(Object.entries(decision.next).filter(([, value]) => value !== undefined)) as unknown as ClaimCase;
    claims.set(next.complaintReference, next);
    facts.push(...decision.facts);
    complaints.tell(next.complaintReference, decision.lines);
    return next;
  }

  function read(reference: string): ClaimCase {
    const claim = claims.get(reference);
    if (!claim) throw new AppError('NOT_FOUND', { reference });
    return claim;
  }

  function insert(claim: NewClaim, complaint: Complaint): ClaimCase {
    const { reference, shipmentId, verifiedLevel } = complaint;
    const now = clock.now();
    const shipment = shipments.find(({ id }) => id === shipmentId);
    const isClaimedBefore = [...claims.values()].some(
      ({ complaintReference, status }) =>
        shipment && complaints.read(complaintReference).shipmentId === shipment.id && status !== 'REFUSED' && status !== 'DECLINED',
    );
    const result = calculateClaim(toClaimInput(claim, { shipment, verifiedLevel, isClaimedBefore, timeZone: TIME_ZONE }, now), now);
    const { kind, value, evidence } = claim;
    keys.set(claim.idempotencyKey, reference);
    const opened: ClaimCase = {
      ...{ id: `claim-${claims.size + 1}`, complaintReference: reference, version: 1, status: 'ASSESSING', kind, value, evidence },
      ...{ result, createdAt: now, updatedAt: now },
    };
    return write(openClaim(opened, speakerOf(complaint)));
  }

  /** The claim as it is afterwards, also where the customer was quicker. */
  function move(claim: ClaimCase, to: ClaimMove): ClaimCase {
    const now = read(claim.complaintReference);
    return now.version === claim.version ? write(moveClaim(claim, to, clock.now(), CALENDAR)) : now;
  }

  /** Once per state of the claim, proposal and person. */
  async function propose(claim: ClaimCase, remedy: Remedy, by: Principal): Promise<void> {
    const { id, version, complaintReference } = claim;
    const what = remedy.amount ? `${remedy.amount.currency}${remedy.amount.minor}` : 'declined';
    const key = `claim:${id}:${version}:${what}:${actorOf(by).id}`;
    await complaints.change(complaintReference, { to: 'RESOLUTION_PROPOSED', remedy }, by, key);
  }

  async function offer(claim: ClaimCase, amount: Money, text: string | undefined, by: Principal): Promise<ClaimCase> {
    const { offered, offeredBy, status, result } = claim;
    const complaint = complaints.read(claim.complaintReference);
    const isSame = offered?.minor === amount.minor && offered.currency === amount.currency && offeredBy === actorOf(by).id;
    if (status === 'OFFERED' && complaint.status === 'RESOLUTION_PROPOSED' && isSame) return claim;
    decideClaimOffer(claim, amount, by);
    await propose(claim, { type: 'compensation', text: text ?? describeOffer(result, amount, complaint.locale), amount }, by);
    return move(claim, { to: 'OFFERED', amount, by });
  }

  async function open(claim: NewClaim): Promise<ClaimCase> {
    const { complaintReference: reference, idempotencyKey } = claim;
    const complaint = complaints.read(reference);
    const isNew = !claims.has(reference) && !keys.has(idempotencyKey);
    const opened = isNew ? insert(claim, complaint) : claims.get(reference);
    if (!opened || keys.get(idempotencyKey) !== reference) throw new AppError('CONFLICT', { reference });
    const { isAutomatic, offer: computed } = opened.result;
    const isWaiting = opened.status === 'ASSESSING' && isAutomatic && computed !== undefined && mayOffer(BOT, computed);
    if (!isWaiting || !TRANSITIONS[complaint.status].includes('RESOLUTION_PROPOSED')) return opened;
    return offer(opened, computed, undefined, BOT).catch((error: unknown) => {
      // The complaint moved meanwhile: somebody is at it.
      if (error instanceof AppError && error.code === 'TRANSITION_REFUSED') return read(reference);
      throw error;
    });
  }

  return {
    facts,
    open: async (claim) => toClaim(await open(claim)),
    async find(reference) {
      const claim = claims.get(reference);
      return claim && toClaim(claim);
    },
    async contradictsRecord(trackingNumber, value) {
      const shipment = shipments.find((each) => each.trackingNumber === trackingNumber);
      return shipment !== undefined && contradictsRecord(value, shipment, clock.now(), DEFAULT_CLAIM_POLICY);
    },
    offer: async (reference, { amount, text }, by) => toClaim(await offer(read(reference), amount, text, by)),
    async decline(reference, reason, by) {
      const claim = read(reference);
      decideClaimDecline(claim, reason, by);
      await propose(claim, { type: 'explanation', text: describeDecline(reason, complaints.read(reference).locale) }, by);
      return toClaim(move(claim, { to: 'DECLINED', by }));
    },
    async markPaid(reference, by) {
      const claim = read(reference);
      if (claim.status !== 'PAID') verifyClaimMove(claim.status, 'PAID');
      return toClaim(claim.status === 'PAID' ? claim : move(claim, { to: 'PAID', by }));
    },
    async readEvidencePack(reference) {
      const ticket = await complaints.desk.open(reference);
      const claim = claims.get(reference);
      const shipment = shipments.find(({ id }) => id === ticket?.complaint.shipmentId);
      return ticket && toEvidencePack(ticket.complaint, ticket.events, shipment, claim && toClaim(claim));
    },
  };
}

function toClaim({ version: _version, updatedAt: _at, ...claim }: ClaimCase): Claim {
  return claim;
}
