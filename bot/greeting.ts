import type { Log } from '../core/log.ts';
import type { InboundMessage } from '../core/types.ts';
import type { TurnStart } from '../rules/conversations/types.ts';
import type { Bot } from './bot.ts';
import { asBot, type Writer, type Writing } from './writer.ts';

/** Greets who opens a chat and says nothing: most clients send no `join`. */
export interface Greeting {
  /** Called for a new conversation. */
  watch(conversationId: string): void;
  /** Called when something is said: its answer is the greeting. */
  forget(conversationId: string): void;
  stop(): void;
}

interface GreetingDeps {
  readonly writer: Writer;
  readonly bot: Bot;
  readonly log: Log;
}

/** Who sends `join`, or comes with a question, does so at once, and is answered by that; who looks on is greeted soon enough. */
const GREET_AFTER_MS = 2000;
/** The greeting's id, so that a conversation has one, whoever sends it. With a blank, which no client's own id has. */
const KEY = 'the greeting';

/** Timers of this process: after a restart the conversation is greeted by its first message's answer. */
export function createGreeting({ writer, bot, log }: GreetingDeps): Greeting {
  const timers = new Map<string, NodeJS.Timeout>();

  async function greet(start: TurnStart): Promise<Writing | undefined> {
    if (start.lastSeq !== 0 || start.mode !== 'bot') return undefined;
    const { replies, memory, locale, facts, candidates = [] } = await bot.answer(toJoin(start), start);
    return { messages: replies.map((reply) => asBot(reply)), state: { ...memory }, locale, facts, candidates };
  }

  return {
    watch(conversationId) {
      const timer = setTimeout(() => {
        timers.delete(conversationId);
        writer.write(conversationId, KEY, greet).catch((error: unknown) => {
          // Nobody waits for it: what the customer says is answered all the same.
          log.warn({ error, conversationId }, 'a new conversation could not be greeted');
        });
      }, GREET_AFTER_MS);
      timers.set(conversationId, timer.unref());
    },
    forget(conversationId) {
      clearTimeout(timers.get(conversationId));
      timers.delete(conversationId);
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}

function toJoin({ conversationId, channel, userId }: TurnStart): InboundMessage {
  return { conversationId, channel, userId, providerMessageId: KEY, clientKey: userId, kind: 'event', text: 'join' };
}
