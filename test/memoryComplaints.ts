import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { dayIn } from '../core/i18n.ts';
import { formatReference } from '../core/ids.ts';
import type { Money } from '../core/money.ts';
import type { Principal } from '../rules/access/principal.ts';
import { type ChainEnd, findChainFault, type SealedEvent, sealLines } from '../rules/cases/audit.ts';
import { decideAlarm, decideChange, decideContact, decideOpening, decideRefused, type OpeningContext } from '../rules/complaints/decide.ts';
import type { ComplaintDecision, ComplaintFact, ComplaintWebhookEvent } from '../rules/complaints/decision.ts';
import { isSameMatter, openKeyOf } from '../rules/complaints/duplicates.ts';
import { createSlaPolicy, REPEAT_MS, type SlaPolicy } from '../rules/complaints/policy.ts';
import { isOpen } from '../rules/complaints/states.ts';
import type {
  Complaint,
  ComplaintChange,
  ComplaintEvent,
  ComplaintNotice,
  Complaints,
  ComplaintViewer,
  NewComplaint,
} from '../rules/complaints/types.ts';
import type { Conversations } from '../rules/conversations/types.ts';
import type { Shipment } from '../rules/shipments/types.ts';

/** What a shipment was sent with; a store keeps it beside what flows see. */
export interface ShipmentAmounts {
  readonly declared?: Money;
  readonly insured?: Money;
  readonly freight?: Money;
}

interface Options {
  readonly clock: Clock;
  readonly shipments: readonly (Shipment & ShipmentAmounts)[];
  /** Whose conversation is whose. Default: each conversation is a person. */
  readonly conversations?: Pick<Conversations, 'read'>;
  /** Ids of customers of the best segments. */
  readonly keyAccounts?: ReadonlySet<string>;
  /** Default: Asia/Shanghai, around the clock. */
  readonly policy?: SlaPolicy;
}

/** The port's twin in memory, and what a test wants to see of it. */
export interface MemoryComplaints extends Complaints {
  /** What customers were told unasked, oldest first. */
  readonly notices: readonly ComplaintNotice[];
  readonly webhooks: readonly { readonly event: ComplaintWebhookEvent; readonly complaint: Complaint }[];
  readonly facts: readonly ComplaintFact[];
  /** The ticket whoever asks. @throws AppError NOT_FOUND */
  read(reference: string): Complaint;
  /** The phone its last four digits are checked against; undefined without one, or without such a ticket. */
  phoneOf(reference: string): string | undefined;
  /** Its audit, oldest line first. */
  events(reference: string): readonly SealedEvent<ComplaintEvent>[];
  /** Runs every alarm that is due now. */
  runAlarms(): void;
  /** Whether every ticket's audit is whole. */
  isWhole(): boolean;
}

interface Row {
  complaint: Complaint;
  readonly identity: string;
  readonly events: SealedEvent<ComplaintEvent>[];
  readonly keys: Set<string>;
  nextAlarmAt?: Date;
}

const YEAR_MS = 365 * 86_400_000;

export function createMemoryComplaints({
  clock,
  shipments,
  conversations,
  keyAccounts,
  policy = createSlaPolicy('Asia/Shanghai'),
}: Options): MemoryComplaints {
  const rows = new Map<string, Row>();
  /** Which ticket a message led to, and whether that one was there already. */
  const openings = new Map<string, { readonly reference: string; readonly isAdded: boolean }>();
  const notices: ComplaintNotice[] = [];
  const webhooks: { event: ComplaintWebhookEvent; complaint: Complaint }[] = [];
  const facts: ComplaintFact[] = [];

  function write(row: Row, decision: ComplaintDecision): Complaint {
    if (decision.lines.length > 0) {
      row.complaint = decision.next;
      row.events.push(...sealLines(decision.lines, clock.now(), endOf(row)));
      const { reference, conversationId, trackingNumber } = decision.next;
      const about = { conversationId, reference, ...(trackingNumber !== undefined && { trackingNumber }) };
      notices.push(...decision.notices.map((notice) => ({ ...about, ...notice })));
      if (decision.webhook) webhooks.push({ event: decision.webhook, complaint: decision.next });
      facts.push(...decision.facts);
    }
    row.nextAlarmAt = decision.nextAlarmAt;
    return row.complaint;
  }

  function rowOf(reference: string): Row {
    const row = rows.get(reference);
    if (!row) throw new AppError('NOT_FOUND', { reference });
    return row;
  }

  async function readIdentity(conversationId: string): Promise<{ readonly identity: string; readonly channel: string }> {
    const start = await conversations?.read(conversationId, '');
    return start
      ? { identity: `${start.channel}|${start.userId}`, channel: start.channel }
      : { identity: conversationId, channel: 'webchat' };
  }

  /** Newest first, as the map is filled in order. */
  const listRows = (): readonly Row[] => [...rows.values()].reverse();

  function contextOf(input: NewComplaint, identity: string, channel: string, now: Date): OpeningContext {
    const shipment = shipments.find(({ trackingNumber }) => trackingNumber === input.trackingNumber);
    const related = listRows().find(
      ({ complaint, ...row }) =>
        shipment && complaint.shipmentId === shipment.id && isOpen(complaint.status) && !isOf(row, complaint, identity, input.customerId),
    );
    const recent = listRows().filter(
      ({ complaint, ...row }) =>
        complaint.type === 'complaint' &&
        isOf(row, complaint, identity, input.customerId) &&
        now.getTime() - complaint.createdAt.getTime() <= REPEAT_MS,
    );
    return {
      id: `complaint-${rows.size + 1}`,
      reference: formatReference('CMP', dayIn(now, 'Asia/Shanghai'), rows.size + 1),
      channel,
      ...(shipment && {
        shipment: {
          id: shipment.id,
          ...(shipment.declared?.currency === 'CNY' && { declaredMinor: shipment.declared.minor }),
          ...(shipment.itemSummary !== undefined && { items: shipment.itemSummary }),
        },
      }),
      isKeyAccount: input.customerId !== undefined && (keyAccounts?.has(input.customerId) ?? false),
      recentComplaints: recent.length,
      ...(related && { related: related.complaint.reference }),
      files: input.fileIds.map((id) => ({ id, name: `${id}.jpg`, contentType: 'image/jpeg', sizeBytes: 1000 })),
    };
  }

  async function open(input: NewComplaint): Promise<Complaint> {
    const now = clock.now();
    const { identity, channel } = await readIdentity(input.conversationId);
    const context = contextOf(input, identity, channel, now);
    const decision = decideOpening(input, context, now, policy);
    const party = input.customerId ?? identity;
    const key = openKeyOf(decision.next, party);
    const same = listRows().find(({ complaint, identity: theirs }) => {
      const theirParty = complaint.customerId ?? theirs;
      if (key) return openKeyOf(complaint, theirParty) === key;
      return decision.next.shipmentId === undefined && theirParty === party && isSameMatter(input, complaint, now);
    });
    const row: Row = same ?? { complaint: decision.next, identity, events: [], keys: new Set() };
    if (!same) rows.set(decision.next.reference, row);
    openings.set(input.idempotencyKey, { reference: row.complaint.reference, isAdded: same !== undefined });
    return write(row, same ? decideContact(same.complaint, same.events, input, context, now, policy) : decision);
  }

  return {
    ...{ notices, webhooks, facts },
    async open(input) {
      const before = openings.get(input.idempotencyKey);
      if (before) return { complaint: rowOf(before.reference).complaint, isAdded: before.isAdded };
      const complaint = await open(input);
      return { complaint, isAdded: openings.get(input.idempotencyKey)?.isAdded ?? false };
    },
    async find(reference, viewer) {
      const row = rows.get(reference);
      return row && (viewer.proven?.includes(reference) || (await isViewers(row, viewer))) ? row.complaint : undefined;
    },
    async list(viewer) {
      const { identity } = await readIdentity(viewer.conversationId);
      const theirs = listRows()
        .filter(({ complaint, ...row }) => isOf(row, complaint, identity, viewer.customerId))
        .map(({ complaint }) => complaint)
        .filter(({ createdAt }) => clock.now().getTime() - createdAt.getTime() <= YEAR_MS);
      return [...theirs.filter(({ status }) => isOpen(status)), ...theirs.filter(({ status }) => !isOpen(status))].slice(0, 5);
    },
    async change(reference: string, change: ComplaintChange, by: Principal, idempotencyKey: string) {
      const row = rowOf(reference);
      if (row.keys.has(idempotencyKey)) return row.complaint;
      const now = clock.now();
      try {
        const written = write(row, decideChange(row.complaint, row.events, change, by, now, policy));
        row.keys.add(idempotencyKey);
        return written;
      } catch (error) {
        if (error instanceof AppError && error.code === 'TRANSITION_REFUSED')
          row.events.push(...sealLines([decideRefused(row.complaint, change, by)], now, endOf(row)));
        throw error;
      }
    },
    phoneOf: (reference) => rows.get(reference)?.complaint.contactPhone,
    read: (reference) => rowOf(reference).complaint,
    events: (reference) => rowOf(reference).events,
    runAlarms() {
      const now = clock.now();
      for (const row of rows.values())
        if (row.nextAlarmAt && row.nextAlarmAt <= now) write(row, decideAlarm(row.complaint, row.events, now, policy));
    },
    isWhole: () => [...rows.values()].every((row) => !findChainFault(row.events, endOf(row))),
  };

  async function isViewers({ complaint, ...row }: Row, viewer: ComplaintViewer): Promise<boolean> {
    return isOf(row, complaint, (await readIdentity(viewer.conversationId)).identity, viewer.customerId);
  }
}

function isOf(row: Pick<Row, 'identity'>, { customerId }: Complaint, identity: string, viewerId: string | undefined): boolean {
  return row.identity === identity || (customerId !== undefined && customerId === viewerId);
}

function endOf({ events }: Row): ChainEnd {
  const last = events.at(-1);
  return { lastSeq: last?.seq ?? 0, lastHash: last?.hash ?? '' };
}
