import { createBot } from '../../bot/bot.ts';
import { createLocalFanout } from '../../bot/fanout.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createSilence, SILENCE } from '../../bot/silence.ts';
import { createTurns } from '../../bot/turns.ts';
import { createFixedClock } from '../../core/clock.ts';
import { createLog } from '../../core/log.ts';
import type { InboundMessage, Intent, Understanding } from '../../core/types.ts';
import { NO_VALUES } from '../../core/values.ts';
import { type AnyFlow, defineFlow, type Move } from '../../dialogs/flow.ts';
import { createRouter } from '../../dialogs/router.ts';
import { SAMPLE_NOW } from '../../dialogs/samples.ts';
import type { Conversations } from '../../rules/conversations/types.ts';
import { createMemoryServices } from '../memory.ts';
import { createMemoryConversations } from '../memoryConversations.ts';
import { createMemoryJobs } from '../memoryJobs.ts';

/** Understands a message as the intent it is spelled like. */
const understander = {
  readActs: () => ({ acts: ['tell' as const], topics: [] }),
  understand(text: string): Understanding {
    const intent = text as Intent;
    return {
      ...{
        words: text,
        text,
        locale: 'en',
        intent,
        confidence: 1,
        decision: 'act',
        ranking: [{ intent, confidence: 1 }],
        entities: [],
        numbers: [],
      },
      values: NO_VALUES,
      mood: { anger: 0, risks: [] },
    };
  },
};

/** Takes `answer` at each step, begun by `invoice`. */
export const asking = (steps: readonly string[]): AnyFlow =>
  defineFlow<object>({
    id: 'asking',
    intents: ['invoice'],
    begin: () => ({}),
    steps: steps.map((id) => ({
      id,
      async enter(turn): Promise<Move> {
        await turn.reply(`question ${id}`);
        return 'wait';
      },
      take: (turn): Move | 'other' => (turn.understanding.text === 'answer' ? 'next' : 'other'),
    })),
  });

/** Begun by `price_quote`. */
export const broken = defineFlow<object>({
  id: 'broken',
  intents: ['price_quote'],
  begin: () => ({}),
  steps: [{ id: 'one', enter: () => Promise.reject(new Error('secret detail of the store')) }],
});

/** A conversation in memory under the real turn. */
export function setUp(flows: readonly AnyFlow[], given?: Conversations) {
  const clock = createFixedClock(SAMPLE_NOW);
  const jobs = createMemoryJobs(clock);
  const conversations = given ?? createMemoryConversations(new Map(), jobs);
  const bot = createBot({ services: createMemoryServices(clock, []), understander, router: createRouter(flows) });
  const turns = createTurns({
    conversations,
    bot,
    fanout: createLocalFanout(),
    clock,
    log: createLog('silent'),
    metrics: createMetrics(),
    wakeJobs: () => {},
  });
  const message = (id: string, text: string): InboundMessage => ({
    channel: 'test',
    conversationId: 'c',
    userId: 'u',
    providerMessageId: id,
    kind: 'text',
    text,
    clientKey: 'k',
  });
  return {
    turns,
    open: () => turns.open({ id: 'c', channel: 'test', userId: 'u', locale: 'en' }),
    say: (id: string, text: string) => turns.receive(message(id, text)),
    heard: async () => (await conversations.listMessages('c', 0, 100)).filter(({ role }) => role === 'bot').map(({ text }) => text),
    all: () => conversations.listMessages('c', 0, 100),
    pass: (minutes: number) => jobs.pass(minutes * 60_000, { [SILENCE]: createSilence({ writer: turns, clock }) }),
  };
}
