import type { Inbox } from '../../bot/channels/channel.ts';
import type { Fanout } from '../../bot/fanout.ts';
import type { Clock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import { createId } from '../../core/ids.ts';
import type { FileRef, InboundMessage, Reply } from '../../core/types.ts';
import type { Conversations, NewConversation, StoredMessage, TurnStart, Uploads } from '../../rules/conversations/types.ts';

interface Stored {
  readonly conversation: NewConversation;
  readonly messages: StoredMessage[];
  readonly byProviderId: Map<string, string>;
}

/** A store in memory that several inboxes, that is instances, may share. */
export interface MemoryStore {
  readonly conversations: Pick<Conversations, 'listLastSeqs' | 'listMessages' | 'read'>;
  readonly uploads: Uploads;
  /** Every inbound message the inboxes were handed, in order. */
  readonly received: InboundMessage[];
  /** One entry for each call of listMessages. */
  readonly reads: { conversationId: string; afterSeq: number }[];
  opened(conversationId: string): NewConversation | undefined;
  /** Makes a inbox that answers each text or file with `answer` (default: `echo: <text>`) and publishes what it committed. */
  createInbox(fanout: Fanout, answer?: (message: InboundMessage) => Omit<Reply, 'locale'>): Inbox;
  /** Commits messages of the bot without telling anyone, as an instance does that dies right after. */
  append(conversationId: string, ...texts: string[]): StoredMessage[];
}

export function createMemoryStore(clock: Clock): MemoryStore {
  const stored = new Map<string, Stored>();
  const files = new Map<string, { conversationId: string; file: FileRef; bytes: Buffer }>();
  const received: InboundMessage[] = [];
  const reads: { conversationId: string; afterSeq: number }[] = [];

  function push(conversationId: string, message: Omit<StoredMessage, 'seq' | 'conversationId' | 'createdAt'>): StoredMessage {
    const { messages } = stored.get(conversationId)!;
    const complete = { ...message, conversationId, seq: messages.length + 1, createdAt: clock.now() };
    messages.push(complete);
    return complete;
  }
  function toReply(id: string, reply: Reply, replyToId?: string): Omit<StoredMessage, 'seq' | 'conversationId' | 'createdAt'> {
    return { id, role: 'bot', kind: 'text', authorId: 'bot', text: reply.text, reply, ...(replyToId !== undefined && { replyToId }) };
  }

  return {
    received,
    reads,
    opened: (conversationId) => stored.get(conversationId)?.conversation,
    conversations: {
      async read(conversationId, providerMessageId) {
        const found = stored.get(conversationId);
        return found && toTurnStart(found, providerMessageId);
      },
      listLastSeqs: async (ids) =>
        new Map(ids.flatMap((id) => (stored.has(id) ? [[id, stored.get(id)?.messages.length ?? 0] as const] : []))),
      async listMessages(conversationId, afterSeq, limit) {
        reads.push({ conversationId, afterSeq });
        return (stored.get(conversationId)?.messages ?? []).filter(({ seq }) => seq > afterSeq).slice(0, limit);
      },
    },
    uploads: {
      async save(conversationId, { name, contentType, bytes }) {
        const file = { id: createId(), name, contentType, sizeBytes: bytes.length };
        files.set(file.id, { conversationId, file, bytes });
        return file;
      },
      find: async (id) => files.get(id),
    },
    append: (conversationId, ...texts) => texts.map((text) => push(conversationId, toReply(createId(), { text, locale: 'en' }))),
    createInbox: (fanout, answer = ({ text }) => ({ text: `echo: ${text}` })) => ({
      async open(conversation) {
        if (stored.has(conversation.id)) return false;
        stored.set(conversation.id, { conversation, messages: [], byProviderId: new Map() });
        return true;
      },
      async receive(message) {
        const { conversationId, providerMessageId, userId, kind, text, channelData } = message;
        const found = stored.get(conversationId);
        if (!found) throw new AppError('NOT_FOUND');
        const repeated = found.byProviderId.get(providerMessageId);
        if (repeated) return { id: repeated, isRepeat: true };
        received.push(message);
        const inbound = push(conversationId, {
          id: createId(),
          role: 'customer',
          kind,
          authorId: userId,
          text,
          channelData,
          ...(message.files && { files: message.files }),
        });
        found.byProviderId.set(providerMessageId, inbound.id);
        const messages = [inbound];
        if (kind !== 'event') messages.push(push(conversationId, toReply(createId(), { ...answer(message), locale: 'en' }, inbound.id)));
        fanout.publish(conversationId, messages);
        return { id: inbound.id, isRepeat: false };
      },
    }),
  };
}

function toTurnStart({ conversation, messages, byProviderId }: Stored, providerMessageId: string): TurnStart {
  const repeatedMessageId = byProviderId.get(providerMessageId);
  const { id, channel, userId, locale } = conversation;
  const start = {
    conversationId: id,
    channel,
    userId,
    locale,
    mode: 'bot' as const,
    version: messages.length,
    lastSeq: messages.length,
    state: {},
  };
  return repeatedMessageId === undefined ? start : { ...start, repeatedMessageId };
}
