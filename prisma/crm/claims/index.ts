import { type BusinessCalendar, createCalendar } from '../../../core/businessTime.ts';
import type { Clock } from '../../../core/clock.ts';
import { AppError } from '../../../core/errors.ts';
import { createId } from '../../../core/ids.ts';
import type { Money } from '../../../core/money.ts';
import type { Locale } from '../../../core/types.ts';
import type { VerifiedLevel } from '../../../rules/access/actor.ts';
import { mayOffer } from '../../../rules/access/money.ts';
import { actorOf, BOT, type Principal } from '../../../rules/access/principal.ts';
import type { ChainEnd } from '../../../rules/cases/audit.ts';
import { calculateClaim } from '../../../rules/claims/calculate.ts';
import { decideClaimDecline, decideClaimOffer, verifyClaimMove } from '../../../rules/claims/decide.ts';
import type { ClaimDesk } from '../../../rules/claims/desk.ts';
import { type ClaimShipment, toClaimInput } from '../../../rules/claims/input.ts';
import { type ClaimMove, moveClaim, openClaim } from '../../../rules/claims/moves.ts';
import { contradictsRecord } from '../../../rules/claims/plausible.ts';
import { type ClaimPolicy, DEFAULT_CLAIM_POLICY } from '../../../rules/claims/rules.ts';
import { describeDecline, describeOffer } from '../../../rules/claims/texts.ts';
import type { Claim, Claims, NewClaim } from '../../../rules/claims/types.ts';
import type { ComplaintStatus } from '../../../rules/complaints/codes.ts';
import { speakerOf } from '../../../rules/complaints/opening.ts';
import { TRANSITIONS } from '../../../rules/complaints/states.ts';
import type { Remedy } from '../../../rules/complaints/types.ts';
import { toCleanText } from '../../clean.ts';
import type { Store } from '../../store.ts';
import { type Lost, runUntilWritten } from '../cases/races.ts';
import { writeCase } from '../cases/write.ts';
import { CLAIM } from './definition.ts';
import { readEvidencePack } from './evidence.ts';
import { type ClaimRow, type ShipmentRow, type StoredClaim, toShipment, toStoredClaim } from './rows.ts';
import { FIND, READ_FACTS, READ_SHIPMENT } from './statements.ts';

/** How claims stand with the complaints they are part of. */
export interface ClaimOptions {
  /** Zone of the day a shipment was sent on. */
  readonly timeZone: string;
  /**
   * Moves the complaint to RESOLUTION_PROPOSED with this remedy; the same `key` twice is once.
   * Throws TRANSITION_REFUSED when the complaint may not go there.
   */
  readonly propose: (complaintReference: string, remedy: Remedy, by: Principal, key: string) => Promise<unknown>;
  /** In which time the business seconds of facts count. Default: around the clock. */
  readonly calendar?: BusinessCalendar;
  /** Default: the laws' limits and the demo company's terms. */
  readonly policy?: ClaimPolicy;
}

/**
 * Claims in the store. A proposal is made on the complaint first and then noted with the claim: when the process stops between
 * the two, the same call again finishes it, and a customer who answers meanwhile is heard (see `writeClaimAnswer`).
 */
export function createClaims(store: Store, clock: Clock, options: ClaimOptions): Claims & ClaimDesk {
  const calendar = createCalendar({ timeZone: options.timeZone, hours: '24x7' });
  const desk: Desk = { store, clock, calendar, policy: DEFAULT_CLAIM_POLICY, ...options };
  return {
    open: (claim) => open(desk, claim),
    find: async (reference) => {
      const row = await findRow(desk, reference);
      return row && toClaim(row);
    },
    async contradictsRecord(trackingNumber, value) {
      const [row] = await store.query<{ readonly shipment: ShipmentRow }>(READ_SHIPMENT, [toCleanText(trackingNumber)]);
      return row !== undefined && contradictsRecord(value, toShipment(row.shipment), clock.now(), desk.policy);
    },
    async offer(reference, { amount, text }, by) {
      return toClaim(await offer(desk, await getRow(desk, reference), amount, text, by));
    },
    decline: (reference, reason, by) => decline(desk, reference, reason, by),
    async markPaid(reference, by) {
      const lost: Lost = { table: 'complaints', column: 'reference', value: toCleanText(reference) };
      return toClaim(await runUntilWritten(store, (locked) => pay({ ...desk, store: locked }, reference, by), lost));
    },
    readEvidencePack: async (reference) => readEvidencePack(store, toCleanText(reference)),
  };
}

type Desk = Required<ClaimOptions> & { readonly store: Store; readonly clock: Clock };

interface ClaimFacts extends ChainEnd {
  readonly complaintId: string;
  readonly status: ComplaintStatus;
  readonly locale: Locale;
  readonly verifiedLevel: VerifiedLevel;
  readonly isClaimedBefore: boolean;
  readonly customerId: string | null;
  readonly conversationId: string;
  readonly shipment: ShipmentRow | null;
}

async function open(desk: Desk, claim: NewClaim): Promise<Claim> {
  const reference = toCleanText(claim.complaintReference);
  const [facts] = await desk.store.query<ClaimFacts>(READ_FACTS, [reference]);
  if (!facts) throw new AppError('NOT_FOUND', { reference });
  const opened = await insert(desk, claim, facts, reference);
  const row = opened ?? (await findRow(desk, reference));
  if (row?.idempotencyKey !== toCleanText(claim.idempotencyKey)) throw new AppError('CONFLICT', { reference });
  const { isAutomatic, offer: computed } = row.result;
  const isWaiting = row.status === 'ASSESSING' && isAutomatic && computed !== undefined && mayOffer(BOT, computed);
  // A repeat may find its own proposal made and not noted yet. Else, as while the customer is asked something, the result stays
  // a proposal for the person who is at it.
  const isProposable = TRANSITIONS[facts.status].includes('RESOLUTION_PROPOSED') || (!opened && facts.status === 'RESOLUTION_PROPOSED');
  if (!isWaiting || !isProposable) return toClaim(row);
  return toClaim(await offer(desk, row, computed, undefined, BOT).catch((error: unknown) => readMoved(desk, row, error)));
}

/** The complaint moved while the claim was opened: somebody is at it, or the same message on another instance was quicker. */
function readMoved(desk: Desk, { complaintReference }: StoredClaim, error: unknown): Promise<StoredClaim> {
  const isMoved = error instanceof AppError && (error.code === 'TRANSITION_REFUSED' || error.code === 'CONFLICT');
  if (isMoved) return getRow(desk, complaintReference);
  throw error;
}

/** Undefined when the complaint has a claim, or the message opened one elsewhere. */
async function insert(desk: Desk, claim: NewClaim, facts: ClaimFacts, complaintReference: string): Promise<StoredClaim | undefined> {
  const now = desk.clock.now();
  const shipment: ClaimShipment | undefined = facts.shipment ? toShipment(facts.shipment) : undefined;
  const { verifiedLevel, isClaimedBefore, complaintId, status: complaintStatus, locale, lastSeq, lastHash } = facts;
  const { timeZone, policy } = desk;
  const input = toClaimInput(claim, { shipment, verifiedLevel, isClaimedBefore, timeZone, policy }, now);
  const { kind, evidence, value } = claim;
  const idempotencyKey = toCleanText(claim.idempotencyKey);
  const opened: StoredClaim = {
    ...{ id: createId(now.getTime()), complaintId, complaintReference, complaintStatus, locale, idempotencyKey, version: 1 },
    ...{ status: 'ASSESSING', kind, evidence, value, result: calculateClaim(input, now, policy), createdAt: now, updatedAt: now },
    end: { lastSeq, lastHash },
  };
  const { customerId, conversationId } = facts;
  const by = speakerOf({ conversationId, ...(customerId !== null && { customerId }) });
  const decision = openClaim(opened, by);
  const written = await writeCase(desk.store.query, CLAIM, { decision, about: undefined, now }, { idempotencyKey });
  return written && opened;
}

async function offer(desk: Desk, row: StoredClaim, amount: Money, text: string | undefined, by: Principal): Promise<StoredClaim> {
  const { offered, offeredBy } = row;
  const isSame = offered?.minor === amount.minor && offered.currency === amount.currency && offeredBy === actorOf(by).id;
  if (row.status === 'OFFERED' && row.complaintStatus === 'RESOLUTION_PROPOSED' && isSame) return row;
  decideClaimOffer(row, amount, by);
  const remedy: Remedy = { type: 'compensation', text: text ?? describeOffer(row.result, amount, row.locale), amount };
  await desk.propose(row.complaintReference, remedy, by, keyOf(row, `${amount.currency}${amount.minor}`, by));
  return move(desk, row, { to: 'OFFERED', amount, by });
}

async function decline(desk: Desk, reference: string, reason: string, by: Principal): Promise<Claim> {
  const row = await getRow(desk, reference);
  decideClaimDecline(row, reason, by);
  // Told as a proposal, so that the customer can say no to it as to any other.
  const remedy: Remedy = { type: 'explanation', text: describeDecline(reason, row.locale) };
  await desk.propose(row.complaintReference, remedy, by, keyOf(row, 'declined', by));
  return toClaim(await move(desk, row, { to: 'DECLINED', by }));
}

/** One key per state of the claim, proposal and person: a repeat is known, and two people at once are two. */
function keyOf(row: StoredClaim, what: string, by: Principal): string {
  return `claim:${row.id}:${row.updatedAt.getTime()}:${what}:${actorOf(by).id}`;
}

/** Once. Undefined when the race was lost: the claim moved, or its complaint's audit grew. */
async function pay(desk: Desk, reference: string, by: Principal): Promise<StoredClaim | undefined> {
  const row = await getRow(desk, reference);
  if (row.status === 'PAID') return row;
  verifyClaimMove(row.status, 'PAID');
  return write(desk, row, { to: 'PAID', by });
}

/** The claim as it is afterwards, also when somebody else, such as the customer, was quicker. */
async function move(desk: Desk, row: StoredClaim, to: ClaimMove): Promise<StoredClaim> {
  return (await write(desk, row, to)) ?? getRow(desk, row.complaintReference);
}

async function write({ store, clock, calendar }: Desk, row: StoredClaim, to: ClaimMove): Promise<StoredClaim | undefined> {
  const now = clock.now();
  const decision = moveClaim(row, to, now, calendar);
  const written = await writeCase(store.query, CLAIM, { decision, about: undefined, now }, row);
  return written && { ...row, ...written.next };
}

async function findRow({ store }: Desk, reference: string): Promise<StoredClaim | undefined> {
  const [row] = await store.query<ClaimRow>(FIND, [toCleanText(reference)]);
  return row && toStoredClaim(row);
}

async function getRow(desk: Desk, reference: string): Promise<StoredClaim> {
  const row = await findRow(desk, reference);
  if (!row) throw new AppError('NOT_FOUND', { reference });
  return row;
}

function toClaim(claim: StoredClaim): Claim {
  const {
    idempotencyKey: _key,
    version: _version,
    complaintId: _id,
    updatedAt: _at,
    locale: _locale,
    complaintStatus: _status,
    end: _end,
    ...told
  } = claim;
  return told;
}
