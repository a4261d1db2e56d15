import type { Clock } from '../../../core/clock.ts';
import { AppError } from '../../../core/errors.ts';
import { createId } from '../../../core/ids.ts';
import type { Money } from '../../../core/money.ts';
import type { Locale } from '../../../core/types.ts';
import { mayOffer } from '../../../rules/access/money.ts';
import { actorOf, BOT, type Principal } from '../../../rules/access/principal.ts';
import { calculateClaim } from '../../../rules/claims/calculate.ts';
import { decideClaimDecline, decideClaimOffer, verifyClaimMove } from '../../../rules/claims/decide.ts';
import type { ClaimDesk } from '../../../rules/claims/desk.ts';
import { type ClaimShipment, toClaimInput } from '../../../rules/claims/input.ts';
import { type ClaimPolicy, DEFAULT_CLAIM_POLICY } from '../../../rules/claims/rules.ts';
import { describeDecline, describeOffer } from '../../../rules/claims/texts.ts';
import type { Claim, ClaimStatus, Claims, NewClaim } from '../../../rules/claims/types.ts';
import { TRANSITIONS } from '../../../rules/complaints/states.ts';
import type { ComplaintStatus, Remedy, VerifiedLevel } from '../../../rules/complaints/types.ts';
import { toCleanJson, toCleanText } from '../../clean.ts';
import type { Store } from '../../store.ts';
import { readEvidencePack } from './evidence.ts';
import { type ShipmentRow, toShipment, withoutNulls } from './rows.ts';
import { FIND, MOVE, OPEN, READ_FACTS } from './statements.ts';

/** How claims stand with the complaints they are part of. */
export interface ClaimOptions {
  /** Zone of the day a shipment was sent on. */
  readonly timeZone: string;
  /**
   * Moves the complaint to RESOLUTION_PROPOSED with this remedy; the same `key` twice is once.
   * Throws TRANSITION_REFUSED when the complaint may not go there.
   */
  readonly propose: (complaintReference: string, remedy: Remedy, by: Principal, key: string) => Promise<unknown>;
  /** Default: the laws' limits and the demo company's terms. */
  readonly policy?: ClaimPolicy;
}

/**
 * Claims in the store. A proposal is made on the complaint first and then noted with the claim: when the process stops between
 * the two, the same call again finishes it, and a customer who answers meanwhile is heard (see `acceptClaim`).
 */
export function createClaims(store: Store, clock: Clock, options: ClaimOptions): Claims & ClaimDesk {
  const desk: Desk = { store, clock, policy: DEFAULT_CLAIM_POLICY, ...options };
  return {
    open: (claim) => open(desk, claim),
    find: async (reference) => {
      const row = await findRow(desk, reference);
      return row && toClaim(row);
    },
    async offer(reference, { amount, text }, by) {
      return toClaim(await offer(desk, await getRow(desk, reference), amount, text, by));
    },
    decline: (reference, reason, by) => decline(desk, reference, reason, by),
    async markPaid(reference) {
      const row = await getRow(desk, reference);
      if (row.status === 'PAID') return toClaim(row);
      verifyClaimMove(row.status, 'PAID');
      return toClaim(await move(desk, row, 'PAID'));
    },
    readEvidencePack: async (reference) => readEvidencePack(store, toCleanText(reference)),
  };
}

type Desk = Required<ClaimOptions> & { readonly store: Store; readonly clock: Clock };

interface ClaimFacts {
  readonly complaintId: string;
  readonly status: ComplaintStatus;
  readonly verifiedLevel: VerifiedLevel;
  readonly isClaimedBefore: boolean;
  readonly shipment: ShipmentRow | null;
}

async function open(desk: Desk, claim: NewClaim): Promise<Claim> {
  const reference = toCleanText(claim.complaintReference);
  const [facts] = await desk.store.query<ClaimFacts>(READ_FACTS, [reference]);
  if (!facts) throw new AppError('NOT_FOUND', { reference });
  const opened = await insert(desk, claim, facts);
  const row = opened ?? (await findRow(desk, reference));
  if (row?.idempotencyKey !== toCleanText(claim.idempotencyKey)) throw new AppError('CONFLICT', { reference });
  const isWaiting = row.status === 'ASSESSING' && row.result.isAutomatic && mayOffer(BOT, row.result.offer);
  // A repeat may find its own proposal made and not noted yet. Else, as while the customer is asked something, the result stays
  // a proposal for the person who is at it.
  const isProposable = TRANSITIONS[facts.status].includes('RESOLUTION_PROPOSED') || (!opened && facts.status === 'RESOLUTION_PROPOSED');
  if (!isWaiting || !isProposable) return toClaim(row);
  return toClaim(await offer(desk, row, row.result.offer, undefined, BOT).catch((error: unknown) => readMoved(desk, row, error)));
}

/** The complaint moved while the claim was opened: somebody is at it, or the same message on another instance was quicker. */
function readMoved(desk: Desk, { complaintReference }: ClaimRow, error: unknown): Promise<ClaimRow> {
  const isMoved = error instanceof AppError && (error.code === 'TRANSITION_REFUSED' || error.code === 'CONFLICT');
  if (isMoved) return getRow(desk, complaintReference);
  throw error;
}

async function insert(desk: Desk, claim: NewClaim, facts: ClaimFacts): Promise<ClaimRow | undefined> {
  const now = desk.clock.now();
  const shipment: ClaimShipment | undefined = facts.shipment ? toShipment(facts.shipment) : undefined;
  const { verifiedLevel, isClaimedBefore, complaintId } = facts;
  const { timeZone, policy } = desk;
  const input = toClaimInput(claim, { shipment, verifiedLevel, isClaimedBefore, timeZone, policy }, now);
  const { idempotencyKey, kind, evidence, value } = claim;
  const ids = { id: createId(now.getTime()), factId: createId(now.getTime()) };
  const [row] = await desk.store.query<ClaimRow>(OPEN, [
    toCleanJson({ ...ids, complaintId, idempotencyKey, kind, evidence, ...value }),
    toCleanJson(calculateClaim(input, now, policy)),
    now,
  ]);
  return row;
}

async function offer(desk: Desk, row: ClaimRow, amount: Money, text: string | undefined, by: Principal): Promise<ClaimRow> {
  const { offered, offeredBy } = row;
  const isSame = offered?.minor === amount.minor && offered.currency === amount.currency && offeredBy === actorOf(by).id;
  if (row.status === 'OFFERED' && row.complaintStatus === 'RESOLUTION_PROPOSED' && isSame) return row;
  decideClaimOffer(row, amount, by);
  const remedy: Remedy = { type: 'compensation', text: text ?? describeOffer(row.result, amount, row.locale), amount };
  await desk.propose(row.complaintReference, remedy, by, keyOf(row, `${amount.currency}${amount.minor}`, by));
  return move(desk, row, 'OFFERED', { amount, by });
}

async function decline(desk: Desk, reference: string, reason: string, by: Principal): Promise<Claim> {
  const row = await getRow(desk, reference);
  decideClaimDecline(row, reason, by);
  // Told as a proposal, so that the customer can say no to it as to any other.
  const remedy: Remedy = { type: 'explanation', text: describeDecline(reason, row.locale) };
  await desk.propose(row.complaintReference, remedy, by, keyOf(row, 'declined', by));
  return toClaim(await move(desk, row, 'DECLINED'));
}

/** One key per state of the claim, proposal and person: a repeat is known, and two people at once are two. */
function keyOf(row: ClaimRow, what: string, by: Principal): string {
  return `claim:${row.id}:${row.updatedAt.getTime()}:${what}:${actorOf(by).id}`;
}

/** The claim as it is afterwards, also when somebody else, such as the customer, was quicker. */
async function move(
  desk: Desk,
  row: ClaimRow,
  to: ClaimStatus,
  offer?: { readonly amount: Money; readonly by: Principal },
): Promise<ClaimRow> {
  const now = desk.clock.now();
  const { amount, by } = offer ?? {};
  const [moved] = await desk.store.query<ClaimRow>(MOVE, [
    ...[row.id, row.updatedAt, to, now, createId(now.getTime()), `claim.${to.toLowerCase()}`],
    ...[amount?.minor ?? null, amount?.currency ?? null, by ? actorOf(by).id : null, row.status],
  ]);
  return moved ?? getRow(desk, row.complaintReference);
}

/** A claim with what only the store needs. */
interface ClaimRow extends Omit<Claim, 'offered' | 'offeredBy' | 'acceptedAt' | 'paidAt'> {
  readonly offered: Money | null;
  readonly offeredBy: string | null;
  readonly acceptedAt: Date | null;
  readonly paidAt: Date | null;
  readonly idempotencyKey: string;
  readonly updatedAt: Date;
  readonly complaintStatus: ComplaintStatus;
  readonly locale: Locale;
}

async function findRow({ store }: Desk, reference: string): Promise<ClaimRow | undefined> {
  return (await store.query<ClaimRow>(FIND, [toCleanText(reference)]))[0];
}

async function getRow(desk: Desk, reference: string): Promise<ClaimRow> {
  const row = await findRow(desk, reference);
  if (!row) throw new AppError('NOT_FOUND', { reference });
  return row;
}

function toClaim({ idempotencyKey: _, updatedAt: __, locale: ___, complaintStatus: ____, ...claim }: ClaimRow): Claim {
  return withoutNulls(claim);
}
