import type { Bot } from '../../bot/bot.ts';
import type { Inbox } from '../../bot/channels/channel.ts';
import type { Fanout } from '../../bot/fanout.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createTurns } from '../../bot/turns.ts';
import type { Clock } from '../../core/clock.ts';
import { createId } from '../../core/ids.ts';
import { createLog } from '../../core/log.ts';
import type { FileRef, InboundMessage, Reply } from '../../core/types.ts';
import { readMemory } from '../../dialogs/turn.ts';
import type { Conversations, NewConversation, StoredMessage, Uploads } from '../../rules/conversations/types.ts';
import { inPieces } from '../bytes.ts';
import { createMemoryConversations } from '../memoryConversations.ts';

/** A store in memory that several instances may share, and a bot that repeats what it hears. */
export interface MemoryStore {
  readonly conversations: Conversations;
  readonly uploads: Uploads;
  /** Every message the bot was asked to answer, in order. */
  readonly received: InboundMessage[];
  opened(conversationId: string): NewConversation | undefined;
  /** The real pipe before a bot that answers each text or file with `answer` (default: `echo: <text>`). */
  createInbox(fanout: Fanout, answer?: (message: InboundMessage) => Omit<Reply, 'locale'>): Inbox;
  /** Commits messages of the bot without telling anyone, as an instance does that dies right after. */
  append(conversationId: string, ...texts: string[]): readonly StoredMessage[];
}

export function createMemoryStore(clock: Clock): MemoryStore {
  const conversations = createMemoryConversations();
  const files = new Map<string, { conversationId: string; file: FileRef; bytes: Buffer }>();
  const received: InboundMessage[] = [];

  return {
    received,
    conversations,
    opened: conversations.opened,
    append: (conversationId, ...texts) => conversations.append(conversationId, clock, ...texts),
    uploads: {
      async save(conversationId, { name, contentType, bytes }) {
        const file = { id: createId(), name, contentType, sizeBytes: bytes.length };
        files.set(file.id, { conversationId, file, bytes });
        return file;
      },
      async find(id) {
        const found = files.get(id);
        return found && { ...found, bytes: inPieces(found.bytes) };
      },
    },
    createInbox(fanout, answer = ({ text }) => ({ text: `echo: ${text}` })) {
      const bot: Bot = {
        async answer(message, start) {
          if (!received.some(({ providerMessageId }) => providerMessageId === message.providerMessageId)) received.push(message);
          const replies = message.kind === 'event' ? [] : [{ ...answer(message), locale: 'en' as const }];
          return { replies, memory: readMemory(start.state), locale: start.locale, text: message.text, facts: [] };
        },
      };
      return createTurns({ conversations, bot, fanout, clock, log: createLog('silent'), metrics: createMetrics(), wakeJobs: () => {} });
    },
  };
}
