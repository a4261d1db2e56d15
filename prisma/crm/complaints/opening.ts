import type { Clock } from '../../../core/clock.ts';
import { addDays, DAY_MS } from '../../../core/days.ts';
import { dayIn } from '../../../core/i18n.ts';
import { createId, formatReference } from '../../../core/ids.ts';
import { instantIn } from '../../../core/zonedTime.ts';
import type { Actor } from '../../../rules/access/actor.ts';
import { decideContact } from '../../../rules/complaints/contact.ts';
import type { ComplaintDecision } from '../../../rules/complaints/decision.ts';
import { isSameMatter } from '../../../rules/complaints/duplicates.ts';
import { decideOpening, type OpeningContext } from '../../../rules/complaints/opening.ts';
import type { SlaPolicy } from '../../../rules/complaints/policy.ts';
import type { Complaint, NewComplaint, OpenedComplaint } from '../../../rules/complaints/types.ts';
import { isKeyAccount, type Segment } from '../../../rules/customers/segments.ts';
import type { Store } from '../../store.ts';
import { type Lost, MAX_RUNS, runUntilWritten } from '../cases/races.ts';
import { type Beside, writeLine } from '../cases/write.ts';
import { COMPLAINT } from './definition.ts';
import { countIncident, findIncident } from './incidents.ts';
import { type StoredRow, type StoredTicket, toClean, toStored } from './rows.ts';
import { READ_FOR_OPENING } from './statements.ts';
import { writeChange, writeOpening } from './writing.ts';

const SYSTEM: Actor = { type: 'system', id: 'rules' };

export interface OpeningDesk {
  readonly store: Store;
  readonly clock: Clock;
  readonly policy: SlaPolicy;
  readonly isDemo: boolean;
}

interface Facts {
  readonly channel: string | null;
  readonly identityId: string | null;
  readonly customerId: string | null;
  readonly segment: Segment | null;
  readonly accountOwner: string | null;
  readonly shipment: {
    readonly id: string;
    readonly declaredMinor: number | null;
    readonly items: string | null;
    readonly station: string | null;
  } | null;
  readonly recentComplaints: number;
  /** Null where none was needed. */
  readonly number: number | null;
  readonly related: { readonly id: string; readonly reference: string; readonly lastSeq: number; readonly lastHash: string } | null;
  readonly incident: string | null;
  readonly files: Complaint['files'] | null;
  readonly tickets: readonly (StoredRow & { readonly isKnown: boolean; readonly isAdded: boolean; readonly isSame: boolean })[] | null;
}

/** See `Complaints.open`. A third round trip where a station is known, for what others say of it. @throws AppError CONFLICT after ten lost races */
export async function openComplaint(desk: OpeningDesk, given: NewComplaint): Promise<OpenedComplaint> {
  const asked = toClean(given);
  const lost: Lost = { table: 'complaints', column: 'id', value: '' };
  return runUntilWritten(desk.store, (store) => attempt({ ...desk, store }, asked, lost), lost);
}

/** Once. Undefined when the race was lost; `lost` then says about which ticket. */
async function attempt(desk: OpeningDesk, asked: NewComplaint, lost: Lost): Promise<OpenedComplaint | undefined> {
  const now = desk.clock.now();
  const facts = await readFacts(desk, asked, now);
  const known = facts.tickets?.find(({ isKnown }) => isKnown);
  if (known) return { complaint: toStored(known).complaint, isAdded: known.isAdded };
  const { customerId: _, ...anybody } = asked;
  const input: NewComplaint = facts.customerId === null ? anybody : { ...anybody, customerId: facts.customerId };
  const same = findSame(facts, input, now);
  lost.value = same?.complaint.id ?? '';
  const complaint = same ? await addTo(desk, same, facts, input, now) : await openNew(desk, facts, input, now);
  return complaint && { complaint, isAdded: same !== undefined };
}

async function readFacts({ store, policy }: OpeningDesk, input: NewComplaint, now: Date): Promise<Facts> {
  const dayOn = dayIn(now, policy.timeZone);
  const expiresAt = new Date(instantIn(addDays(dayOn, 1), 0, policy.timeZone).getTime() + DAY_MS);
  const { idempotencyKey, conversationId, customerId = null, trackingNumber = null, type, category, fileIds } = input;
  const params = [idempotencyKey, conversationId, customerId, trackingNumber, type, category, JSON.stringify(fileIds), now];
  const [facts] = await store.query<Facts>(READ_FOR_OPENING, [...params, `reference:CMP:${dayOn}`, expiresAt]);
  if (!facts) throw new Error('a read without conditions returned no row');
  return facts;
}

function findSame({ tickets, shipment }: Facts, input: NewComplaint, now: Date): StoredTicket | undefined {
  const same = tickets?.find(({ isSame }) => isSame);
  if (same) return toStored(same);
  return shipment ? undefined : tickets?.map(toStored).find(({ complaint }) => isSameMatter(input, complaint, now));
}

function contextOf({ shipment, segment, files }: Facts): Pick<OpeningContext, 'shipment' | 'isKeyAccount' | 'files'> {
  return {
    ...(shipment && {
      shipment: {
        id: shipment.id,
        ...(shipment.declaredMinor !== null && { declaredMinor: shipment.declaredMinor }),
        ...(shipment.items !== null && { items: shipment.items }),
        ...(shipment.station !== null && { station: shipment.station }),
      },
    }),
    isKeyAccount: isKeyAccount(segment ?? undefined),
    files: files ?? [],
  };
}

function addTo(desk: OpeningDesk, same: StoredTicket, facts: Facts, input: NewComplaint, now: Date): Promise<Complaint | undefined> {
  const context = contextOf(facts);
  const decision = decideContact(same.complaint, same.history, input, context, now, desk.policy);
  const fileIds = context.files.map(({ id }) => id);
  return writeChange(desk, same, decision, now, { commandKey: input.idempotencyKey, fileIds });
}

async function openNew(desk: OpeningDesk, facts: Facts, input: NewComplaint, now: Date): Promise<Complaint | undefined> {
  const { store, policy } = desk;
  const { number, related, identityId, accountOwner, incident } = facts;
  // The ticket that made a number needless ended at this moment: the next run takes one.
  if (number === null) return undefined;
  const reference = formatReference('CMP', dayIn(now, policy.timeZone), number);
  const context: OpeningContext = {
    ...contextOf(facts),
    ...{ id: createId(now.getTime()), reference, channel: facts.channel ?? 'unknown', recentComplaints: facts.recentComplaints },
    ...(related && { related: related.reference }),
  };
  const decision = withIncident(decideOpening(input, context, now, policy), incident);
  const owner = { ...(identityId !== null && { identityId }), ...(accountOwner !== null && { accountOwner }), isDemo: desk.isDemo };
  const beside: Beside | undefined = related
    ? { id: related.id, end: related, line: { actor: SYSTEM, action: 'linked', data: { reference, relation: 'same_shipment' } } }
    : undefined;
  const written = await writeOpening(store, input, decision, now, owner, beside);
  if (!written) return undefined;
  if (beside && !written.isBesideWritten) await linkBeside(store, beside, now);
  if (incident !== null) await countIncident(store, incident);
  const joined = incident === null ? await findIncident(store, decision.next, now, policy.timeZone) : undefined;
  return joined ?? decision.next;
}

/** What many have trouble with at one station at present, this one joins at once. */
function withIncident(decision: ComplaintDecision, incident: string | null): ComplaintDecision {
  if (incident === null) return decision;
  const line = { actor: SYSTEM, action: 'linked', data: { reference: incident, relation: 'incident' } } as const;
  return { ...decision, next: { ...decision.next, incident }, lines: [...decision.lines, line] };
}

/** The other ticket was being changed while this one was opened: its line comes after. */
async function linkBeside({ query }: Store, { id, line }: Beside, now: Date): Promise<void> {
  for (let run = 1; run <= MAX_RUNS; run++) {
    const sql = 'SELECT last_seq AS "lastSeq", last_hash AS "lastHash" FROM complaints WHERE id = $1';
    const [end] = await query<{ lastSeq: number; lastHash: string }>(sql, [id]);
    if (!end || (await writeLine(query, COMPLAINT, { id, end, line }, now))) return;
  }
}
