import type { Clock } from '../core/clock.ts';
import { formatReference } from '../core/ids.ts';
import type { NewCallback } from '../rules/callbacks/types.ts';
import type { ConversationHead, Conversations, NewConversation, StoredMessage, TurnCommit } from '../rules/conversations/types.ts';
import type { Services } from '../rules/services.ts';
import type { Shipment } from '../rules/shipments/types.ts';
import { addWrong, countsOf, findUntil, GUESS_WINDOW_MS, type Tally } from '../rules/verification/guessing.ts';
import { createMemoryClaims } from './memoryClaims.ts';
import { createMemoryComplaints, type MemoryComplaints, type ShipmentAmounts } from './memoryComplaints.ts';
import type { MemoryJobs } from './memoryJobs.ts';

/** The ports' twins in memory: what a conversation test needs, without a store. */
interface Kept {
  readonly conversation: NewConversation;
  version: number;
  state: Readonly<Record<string, unknown>>;
  head: ConversationHead;
  readonly messages: StoredMessage[];
  readonly providerIds: Map<string, string>;
}

/** @param customers names by external id; a conversation opened with one of them is bound to it. `jobs`: where later work goes, default nowhere */
export function createMemoryConversations(customers: ReadonlyMap<string, string> = new Map(), jobs?: MemoryJobs): Conversations {
  const kept = new Map<string, Kept>();
  return {
    async open(conversation) {
      if (kept.has(conversation.id)) return false;
      const { locale } = conversation;
      kept.set(conversation.id, {
        conversation,
        version: 0,
        state: {},
        head: { locale, mode: 'bot' },
        messages: [],
        providerIds: new Map(),
      });
      return true;
    },
    async read(id, providerMessageId) {
      const found = kept.get(id);
      if (!found) return undefined;
      const { conversation, version, head, messages, providerIds } = found;
      const customerId = conversation.customerExternalId;
      const repeatedMessageId = providerIds.get(providerMessageId);
      return {
        conversationId: id,
        channel: conversation.channel,
        userId: conversation.userId,
        ...head,
        version,
        lastSeq: messages.length,
        // Through JSON, as the store does it: what does not survive that must not be relied on.
        state: JSON.parse(JSON.stringify(found.state)) as Record<string, unknown>,
        ...(customerId && customers.has(customerId) ? { customerId, customerName: customers.get(customerId) ?? '' } : {}),
        ...(repeatedMessageId ? { repeatedMessageId } : {}),
      };
    },
    async commit(turn) {
      const found = kept.get(turn.conversationId);
      if (!found || found.version !== turn.expectedVersion) return { kind: 'conflict' };
      if (turn.messages.some(({ providerMessageId }) => providerMessageId && found.providerIds.has(providerMessageId)))
        return { kind: 'repeated' };
      append(found, turn);
      jobs?.add(turn.jobs);
      return { kind: 'committed', lastSeq: found.messages.length };
    },
    listLastSeqs: async (ids) =>
      new Map(ids.flatMap((id) => (kept.has(id) ? [[id, kept.get(id)?.messages.at(-1)?.seq ?? 0] as const] : []))),
    listMessages: async (id, afterSeq, limit) => (kept.get(id)?.messages ?? []).filter(({ seq }) => seq > afterSeq).slice(0, limit),
  };
}

function append(found: Kept, turn: TurnCommit): void {
  found.version += 1;
  found.state = turn.state;
  if (turn.head) found.head = turn.head;
  for (const { providerMessageId, ...message } of turn.messages) {
    if (providerMessageId) found.providerIds.set(providerMessageId, message.id);
    found.messages.push({ ...message, conversationId: turn.conversationId, seq: found.messages.length + 1 });
  }
}

export type MemoryServices = Services & { readonly opened: NewCallback[]; readonly complaints: MemoryComplaints };

/**
 * Services over fixed shipments; the limits of verification hold, without their windows.
 * @param conversations tells whose a conversation is; without it each is a person of its own
 */
export function createMemoryServices(
  clock: Clock,
  shipments: readonly (Shipment & ShipmentAmounts)[],
  conversations?: Pick<Conversations, 'read'>,
): MemoryServices {
  const opened: NewCallback[] = [];
  const complaints = createMemoryComplaints({ clock, shipments, ...(conversations && { conversations }) });
  const wrong = new Map<string, Tally>();
  const find = (number: string): Shipment | undefined => shipments.find(({ trackingNumber }) => trackingNumber === number);
  return {
    clock,
    opened,
    complaints,
    claims: createMemoryClaims({ clock, complaints, shipments }),
    company: {
      name: { 'zh-Hans': '星邦速运', 'zh-Hant': '星邦速運', en: 'XB Express' },
      timeZone: 'Asia/Shanghai',
      numberExample: 'XB000000012348',
    },
    shipments: {
      find: async (number) => find(number),
      listByOrder: async (order) => shipments.filter(({ orderNumber }) => orderNumber === order),
      listByCustomer: async (id) => shipments.filter(({ customerId }) => customerId === id),
    },
    verification: {
      async checkLastFour(number, digits, guesser) {
        const now = clock.now();
        const counts = countsOf(number, guesser);
        const fresh: Tally = { count: 0, expiresAt: new Date(now.getTime() + GUESS_WINDOW_MS) };
        const before = counts.map(({ key }) => wrong.get(key) ?? fresh);
        const closedUntil = findUntil(counts, before, now);
        if (closedUntil) return { kind: 'waiting', until: closedUntil };
        const found = find(number);
        const sides = (['sender', 'recipient'] as const).filter((side) => found?.[side].phone.endsWith(digits));
        if (sides.length > 0 || (!found && complaints.phoneOf(number)?.endsWith(digits))) return { kind: 'verified', sides };
        const after = addWrong(before, now);
        for (const [index, { key }] of counts.entries()) wrong.set(key, after[index] ?? fresh);
        const until = findUntil(counts, after, now);
        return { kind: 'refused', ...(until && { until }) };
      },
    },
    callbacks: {
      async open(request) {
        const before = opened.findIndex(({ idempotencyKey }) => idempotencyKey === request.idempotencyKey);
        if (before < 0) opened.push(request);
        return { reference: formatReference('CBR', '2026-11-21', before < 0 ? opened.length : before + 1) };
      },
      listOpen: async (conversationId, customerId) =>
        opened
          .map((request, index) => ({ request, reference: formatReference('CBR', '2026-11-21', index + 1), createdAt: clock.now() }))
          .filter(
            ({ request }) => request.conversationId === conversationId || (customerId !== undefined && request.customerId === customerId),
          )
          .reverse(),
    },
  };
}
