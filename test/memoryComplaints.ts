import type { Clock } from '../core/clock.ts';
import { DAY_MS } from '../core/days.ts';
import { AppError } from '../core/errors.ts';
import { dayIn } from '../core/i18n.ts';
import { formatReference } from '../core/ids.ts';
import { toCleanJson } from '../prisma/clean.ts';
import type { Actor } from '../rules/access/actor.ts';
import type { Principal } from '../rules/access/principal.ts';
import { type ClaimAnswer, readClaimAnswer } from '../rules/claims/answered.ts';
import { decideAlarm } from '../rules/complaints/alarm.ts';
import { decideChange, decideRefused } from '../rules/complaints/change.ts';
import { decideContact } from '../rules/complaints/contact.ts';
import type { ComplaintDecision, ComplaintWebhookEvent } from '../rules/complaints/decision.ts';
import type { ComplaintDesk } from '../rules/complaints/desk.ts';
import { isSameMatter } from '../rules/complaints/duplicates.ts';
import { decideOpening, type OpeningContext } from '../rules/complaints/opening.ts';
import { createSlaPolicy, REPEAT_MS, type SlaPolicy } from '../rules/complaints/policy.ts';
import { isOpen, TRANSITIONS } from '../rules/complaints/states.ts';
import type { Complaint, ComplaintChange, ComplaintEvent, ComplaintNotice, Complaints, NewComplaint } from '../rules/complaints/types.ts';
import type { Conversations, Uploads } from '../rules/conversations/types.ts';
import type { ComplaintFact } from '../rules/facts.ts';
import { createMemoryAudit, type MemoryAudit } from './memoryAudit.ts';
import { listPage } from './memoryComplaintPages.ts';
import { createPeople, type OwnedFile, type Person } from './memoryPeople.ts';
import { findByNumber, type MemoryShipment } from './memoryShipments.ts';

interface Options {
  readonly clock: Clock;
  readonly shipments: readonly MemoryShipment[];
  /** Whose conversation is whose. Default: each conversation is a person. */
  readonly conversations?: Pick<Conversations, 'read'>;
  /** Default: whatever id is named is a photo, anybody's. */
  readonly uploads?: Pick<Uploads, 'find'>;
  /** Ids of customers of the best segments. */
  readonly keyAccounts?: ReadonlySet<string>;
  /** Default: Asia/Shanghai, around the clock. */
  readonly policy?: SlaPolicy;
}

/** The twin of the store's tickets, and at its `desk` as staff work on the same: one suite runs on both. It opens no incidents. */
export interface MemoryComplaints extends Complaints {
  readonly desk: ComplaintDesk;
  /** What customers were told unasked, oldest first. */
  readonly notices: readonly ComplaintNotice[];
  readonly webhooks: readonly { readonly event: ComplaintWebhookEvent; readonly complaint: Complaint }[];
  readonly facts: readonly ComplaintFact[];
  /** The ticket whoever asks. @throws AppError NOT_FOUND */
  read(reference: string): Complaint;
  /** The phone its last four digits are checked against; undefined without one, or without such a ticket. */
  phoneOf(reference: string): string | undefined;
  /** Adds lines to the ticket's audit; the ticket stays as it is. */
  tell(reference: string, lines: ComplaintDecision['lines']): void;
  /** Called with each ticket whose customer takes or refuses the money it proposes, before anything else happens. */
  onAnswer(listener: (complaint: Complaint, answer: ClaimAnswer) => void): void;
  /** Runs every alarm that is due now. @returns how many tickets were changed */
  runAlarms(): number;
  /** Whether every ticket's audit is whole. */
  isWhole(): boolean;
}

interface Row {
  complaint: Complaint;
  readonly identity: string;
  readonly audit: MemoryAudit<ComplaintEvent>;
  /** What the commands of these keys came to: undefined where they were done. */
  readonly outcomes: Map<string, AppError | undefined>;
  nextAlarmAt?: Date | undefined;
}

type ChangeOptions = Parameters<ComplaintDesk['change']>[3];

const LISTED_MS = 365 * DAY_MS;
const LISTED = 5;
const RULES: Actor = { type: 'system', id: 'rules' };

export function createMemoryComplaints({ clock, shipments, conversations, uploads, ...options }: Options): MemoryComplaints {
  const { keyAccounts = new Set(), policy = createSlaPolicy('Asia/Shanghai') } = options;
  const people = createPeople(conversations, uploads);
  const rows = new Map<string, Row>();
  /** Which ticket a message led to, and whether that one was there already. */
  const openings = new Map<string, { readonly row: Row; readonly isAdded: boolean }>();
  const openedOn = new Map<string, number>();
  const notices: ComplaintNotice[] = [];
  const webhooks: { event: ComplaintWebhookEvent; complaint: Complaint }[] = [];
  const facts: ComplaintFact[] = [];
  const listeners: Parameters<MemoryComplaints['onAnswer']>[0][] = [];

  /** Newest first, as the map is filled in order. */
  const listRows = (): readonly Row[] => [...rows.values()].reverse();
  const listComplaints = (): readonly Complaint[] => listRows().map(({ complaint }) => complaint);

  function rowOf(reference: string): Row {
    const row = rows.get(reference);
    if (!row) throw new AppError('NOT_FOUND', { reference });
    return row;
  }

  function write(row: Row, decision: ComplaintDecision): void {
    row.nextAlarmAt = decision.nextAlarmAt;
    if (decision.lines.length === 0) return;
    const before = row.complaint;
    const answer = readClaimAnswer(before, row.audit.list(), decision);
    row.complaint = decision.next;
    row.audit.add(decision.lines, clock.now());
    const { reference, conversationId, trackingNumber } = decision.next;
    const about = { conversationId, reference, ...(trackingNumber !== undefined && { trackingNumber }) };
    notices.push(...decision.notices.map((notice) => ({ ...about, ...notice })));
    if (decision.webhook) webhooks.push({ event: decision.webhook, complaint: decision.next });
    facts.push(...decision.facts);
    if (answer) for (const listener of listeners) listener(decision.next, answer);
  }

  /** Systems follow changes by their instant, which grows even where the clock stands. */
  function rewrite(row: Row, decision: ComplaintDecision): Complaint {
    const updatedAt = new Date(Math.max(clock.now().getTime(), row.complaint.updatedAt.getTime() + 1));
    write(row, { ...decision, next: { ...decision.next, updatedAt } });
    return row.complaint;
  }

  function takeReference(): string {
    const dayOn = dayIn(clock.now(), policy.timeZone);
    const number = (openedOn.get(dayOn) ?? 0) + 1;
    openedOn.set(dayOn, number);
    return formatReference('CMP', dayOn, number);
  }

  function contextOf({ trackingNumber, customerId }: NewComplaint): Pick<OpeningContext, 'shipment' | 'isKeyAccount'> {
    const shipment = findByNumber(shipments, trackingNumber);
    const station = shipment?.events.find(({ locationName }) => locationName !== undefined)?.locationName;
    return {
      ...(shipment && {
        shipment: {
          id: shipment.id,
          ...(shipment.declared?.currency === 'CNY' && { declaredMinor: shipment.declared.minor }),
          ...(shipment.itemSummary !== undefined && { items: shipment.itemSummary }),
          ...(station !== undefined && { station }),
        },
      }),
      isKeyAccount: customerId !== undefined && keyAccounts.has(customerId),
    };
  }

  function open(input: NewComplaint, person: Person, owned: readonly OwnedFile[]): void {
    const now = clock.now();
    const files = owned.filter(({ owner }) => !owner || owner.conversationId === input.conversationId).map(({ file }) => file);
    const context = { ...contextOf(input), files };
    const own = listRows().filter((row) => isOf(row, { ...person, customerId: input.customerId }));
    const shipmentId = context.shipment?.id;
    const same =
      shipmentId === undefined
        ? own.find(({ complaint }) => isSameNumber(input, complaint) && isSameMatter(input, complaint, now))
        : own.findLast(({ complaint }) => isAbout(complaint, input, shipmentId) && complaint.category === input.category);
    if (same) {
      openings.set(input.idempotencyKey, { row: same, isAdded: true });
      rewrite(same, decideContact(same.complaint, same.audit.list(), input, context, now, policy));
      return;
    }
    const related = listRows().find((row) => !own.includes(row) && shipmentId !== undefined && isAbout(row.complaint, input, shipmentId));
    const recent = own.filter(
      ({ complaint: { type, createdAt } }) => type === 'complaint' && createdAt.getTime() >= now.getTime() - REPEAT_MS,
    );
    const reference = takeReference();
    const decision = decideOpening(
      input,
      {
        ...{ ...context, id: `complaint-${String(rows.size + 1).padStart(6, '0')}`, reference, channel: person.channel },
        ...{ recentComplaints: recent.length, ...(related && { related: related.complaint.reference }) },
      },
      now,
      policy,
    );
    const row: Row = { complaint: decision.next, identity: person.identity, audit: createMemoryAudit(), outcomes: new Map() };
    rows.set(reference, row);
    openings.set(input.idempotencyKey, { row, isAdded: false });
    write(row, decision);
    if (related) related.audit.add([{ actor: RULES, action: 'linked', data: { reference, relation: 'same_shipment' } }], now);
  }

  async function change(reference: string, given: ComplaintChange, by: Principal, options: ChangeOptions = {}): Promise<Complaint> {
    const { fileIds = [], ...wanted } = toClean(given);
    // All waiting comes first: from here on nobody comes in between.
    const owned = await people.listFiles(fileIds);
    const row = rowOf(reference);
    const { complaint, outcomes } = row;
    const { expectedVersion, idempotencyKey: key } = options;
    if (key !== undefined && outcomes.has(key)) {
      const refusal = outcomes.get(key);
      if (refusal) throw refusal;
      return complaint;
    }
    if (expectedVersion !== undefined && expectedVersion !== complaint.version)
      throw new AppError('CONFLICT', { reference, version: complaint.version });
    if (wanted.mergedInto !== undefined && !rows.has(wanted.mergedInto))
      throw new AppError('INVALID_INPUT', { errors: [{ path: 'mergedInto', message: 'there is no such ticket' }] });
    const files = owned.filter(({ owner }) => !owner || isOf(row, owner)).map(({ file }) => file);
    const counted = files.length > 0 ? { ...wanted, fileIds: files.map(({ id }) => id) } : wanted;
    const decision = decide(row, counted, by, key);
    if (decision.lines.length === 0) return complaint;
    const more = files.filter(({ id }) => !complaint.files.some((file) => file.id === id));
    if (key !== undefined) outcomes.set(key, undefined);
    return rewrite(row, { ...decision, next: { ...decision.next, files: [...complaint.files, ...more] } });
  }

  function decide({ complaint, audit, outcomes }: Row, wanted: ComplaintChange, by: Principal, key: string | undefined): ComplaintDecision {
    try {
      return decideChange(complaint, audit.list(), wanted, by, clock.now(), policy);
    } catch (error) {
      if (error instanceof AppError && error.code === 'TRANSITION_REFUSED') {
        audit.add([decideRefused(complaint, wanted, by)], clock.now());
        if (key !== undefined) outcomes.set(key, refusedAgain(complaint, wanted));
      }
      throw error;
    }
  }

  return {
    ...{ notices, webhooks, facts },
    async open(given) {
      const asked = toClean(given);
      const person = await people.find(asked.conversationId);
      const files = await people.listFiles(asked.fileIds);
      const customerId = asked.customerId ?? person.customerId;
      if (!openings.has(asked.idempotencyKey)) open({ ...asked, ...(customerId !== undefined && { customerId }) }, person, files);
      const { row, isAdded } = openings.get(asked.idempotencyKey)!;
      return { complaint: row.complaint, isAdded };
    },
    async find(reference, { conversationId, customerId, proven = [] }) {
      const person = await people.find(conversationId);
      const row = rows.get(reference);
      return row && (proven.includes(reference) || isOf(row, { ...person, customerId })) ? row.complaint : undefined;
    },
    async list({ conversationId, customerId }) {
      const person = await people.find(conversationId);
      const since = clock.now().getTime() - LISTED_MS;
      const own = listRows().filter((row) => isOf(row, { ...person, customerId }) && row.complaint.createdAt.getTime() >= since);
      const tickets = own.map(({ complaint }) => complaint);
      return [...tickets.filter(({ status }) => isOpen(status)), ...tickets.filter(({ status }) => !isOpen(status))].slice(0, LISTED);
    },
    change: (reference, wanted, by, idempotencyKey) => change(reference, wanted, by, { idempotencyKey }),
    isChanged: async (reference, key) => {
      const outcomes = rows.get(reference)?.outcomes;
      return outcomes?.has(key) === true && outcomes.get(key) === undefined;
    },
    desk: {
      list: async (filter, page) => listPage(listComplaints(), shipments, filter, page),
      async open(reference) {
        const row = rows.get(reference);
        return row && { complaint: row.complaint, events: row.audit.list() };
      },
      change,
    },
    phoneOf: (reference) => rows.get(reference)?.complaint.contactPhone,
    read: (reference) => rowOf(reference).complaint,
    tell: (reference, lines) => rowOf(reference).audit.add(lines, clock.now()),
    onAnswer: (listener) => void listeners.push(listener),
    runAlarms() {
      const now = clock.now();
      const due = [...rows.values()].filter(({ nextAlarmAt }) => nextAlarmAt && nextAlarmAt <= now);
      return due.filter((row) => {
        const { version } = row.complaint;
        return rewrite(row, decideAlarm(row.complaint, row.audit.list(), now, policy)).version > version;
      }).length;
    },
    isWhole: () => [...rows.values()].every(({ audit }) => audit.isWhole()),
  };
}

/** As a store will give it back: the audit's digests are made of that and no other text. */
function toClean<T>(value: T): T {
  return JSON.parse(toCleanJson(value)) as T;
}

interface Viewer extends Pick<Person, 'conversationId' | 'identity'> {
  readonly customerId?: string | undefined;
}

function isOf({ complaint, ...row }: Row, { conversationId, identity, customerId }: Viewer): boolean {
  if (row.identity === identity || complaint.conversationId === conversationId) return true;
  return customerId !== undefined && complaint.customerId === customerId;
}

/** An open complaint about this shipment, where the new one is a complaint too. */
function isAbout({ type, status, shipmentId }: Complaint, input: NewComplaint, about: string): boolean {
  return input.type === 'complaint' && type === 'complaint' && isOpen(status) && shipmentId === about;
}

function isSameNumber(input: NewComplaint, { trackingNumber }: Complaint): boolean {
  return input.trackingNumber === undefined || trackingNumber === undefined || trackingNumber === input.trackingNumber;
}

/** What a command that was refused is told when it comes again. */
function refusedAgain({ status: from }: Complaint, { to }: ComplaintChange): AppError {
  return new AppError('TRANSITION_REFUSED', { from, ...(to !== undefined && { to }), allowed: TRANSITIONS[from] });
}
