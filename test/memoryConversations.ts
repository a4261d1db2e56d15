import type { Clock } from '../core/clock.ts';
import { createId } from '../core/ids.ts';
import type { ConversationHead, Conversations, NewConversation, StoredMessage, TurnCommit } from '../rules/conversations/types.ts';
import type { JobQueue } from '../rules/jobs.ts';

/** The twin of the store's conversations: the same suite runs on both. */
export interface MemoryConversations extends Conversations {
  opened(conversationId: string): NewConversation | undefined;
  /** Commits messages of the bot without telling anyone, as an instance does that dies right after. */
  append(conversationId: string, clock: Clock, ...texts: string[]): readonly StoredMessage[];
}

interface Kept {
  readonly conversation: NewConversation;
  version: number;
  state: Readonly<Record<string, unknown>>;
  head: ConversationHead;
  readonly messages: StoredMessage[];
  readonly providerIds: Map<string, string>;
}

/** @param customers names by external id; a conversation opened with one of them is bound to it. `jobs`: where later work goes, default nowhere */
export function createMemoryConversations(customers: ReadonlyMap<string, string> = new Map(), jobs?: JobQueue): MemoryConversations {
  const kept = new Map<string, Kept>();
  return {
    opened: (id) => kept.get(id)?.conversation,
    append(id, clock, ...texts) {
      const found = kept.get(id);
      if (!found) throw new Error(`there is no conversation ${id}`);
      const before = found.messages.length;
      const messages = texts.map((text) => {
        const reply = { text, locale: found.head.locale };
        return { id: createId(), role: 'bot' as const, kind: 'text' as const, authorId: 'bot', text, reply, createdAt: clock.now() };
      });
      append(found, { conversationId: id, expectedVersion: found.version, state: found.state, messages, facts: [], jobs: [] });
      return found.messages.slice(before);
    },
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
      await jobs?.add(turn.jobs);
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
