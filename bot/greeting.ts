import type { Clock } from '../core/clock.ts';
import { createId } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import type { InboundMessage } from '../core/types.ts';
import type { Conversations, NewMessage, TurnCommit, TurnStart } from '../rules/conversations/types.ts';
import type { Bot } from './bot.ts';
import type { Fanout } from './fanout.ts';
import type { Lanes } from './lanes.ts';
import { BOT_ID, toStored } from './unasked.ts';

/** Greets who opens a chat and says nothing: most clients send no `join`. */
export interface Greeting {
  /** Called for a new conversation. */
  watch(conversationId: string): void;
  /** Called when something is said: its answer is the greeting. */
  forget(conversationId: string): void;
  stop(): void;
}

interface GreetingDeps {
  readonly conversations: Conversations;
  readonly bot: Bot;
  readonly lanes: Lanes;
  readonly fanout: Fanout;
  readonly clock: Clock;
  readonly log: Log;
}

/** Who sends `join`, or comes with a question, does so at once, and is answered by that; who looks on is greeted soon enough. */
const GREET_AFTER_MS = 2000;
/** The greeting's id, so that a conversation has one, whoever sends it. With a blank, which no client's own id has. */
const KEY = 'the greeting';

/** Timers of this process: after a restart the conversation is greeted by its first message's answer. */
export function createGreeting({ conversations, bot, lanes, fanout, clock, log }: GreetingDeps): Greeting {
  const timers = new Map<string, NodeJS.Timeout>();

  async function greet(conversationId: string): Promise<void> {
    const start = await conversations.read(conversationId, KEY);
    if (start?.lastSeq !== 0 || start.mode !== 'bot') return;
    const { replies, memory, locale, facts, candidates = [] } = await bot.answer(toJoin(start), start);
    const createdAt = clock.now();
    const messages = replies.map((reply, at): NewMessage => {
      const id = createId(createdAt.getTime());
      const key = at === 0 ? { providerMessageId: KEY } : {};
      return { ...{ id, role: 'bot', kind: 'text', authorId: BOT_ID, text: reply.text, reply, createdAt }, ...key };
    });
    const { version: expectedVersion, mode } = start;
    const turn: TurnCommit = {
      conversationId,
      expectedVersion,
      mode,
      locale,
      state: { ...memory },
      messages,
      facts,
      candidates,
      outbox: [],
    };
    const result = await conversations.commit(turn);
    // Any other result: something was said on another instance meanwhile, and answered there.
    if (result.kind === 'committed') fanout.publish(conversationId, toStored(turn, result.lastSeq));
  }

  return {
    watch(conversationId) {
      const timer = setTimeout(() => {
        timers.delete(conversationId);
        lanes
          .run(conversationId, () => greet(conversationId))
          .catch((error: unknown) => {
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
