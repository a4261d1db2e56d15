import { describe, expect, it } from 'vitest';
import { createBot } from '../../bot/bot.ts';
import { createLocalFanout } from '../../bot/fanout.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createTurns } from '../../bot/turns.ts';
import { createFixedClock } from '../../core/clock.ts';
import { createLog } from '../../core/log.ts';
import type { Intent, Mood, Understanding } from '../../core/types.ts';
import { NO_VALUES } from '../../core/values.ts';
import { type AnyFlow, defineFlow, type Move, type Step } from '../../dialogs/flow.ts';
import { createRouter } from '../../dialogs/router.ts';
import { SAMPLE_NOW } from '../../dialogs/samples.ts';
import { texts } from '../../dialogs/texts.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { createMemoryServices } from '../memory.ts';
import { createMemoryConversations } from '../memoryConversations.ts';

/** Understands a message as the intent it is spelled like, and shouting as anger. */
const understander = {
  readActs: () => ({ acts: ['tell' as const], topics: [] }),
  understand(text: string): Understanding {
    const intent = text.toLowerCase().split(/[ :]/, 1)[0] as Intent;
    const isKnown = ['invoice', 'price_quote'].includes(intent);
    const understood = isKnown ? ({ intent, decision: 'act' } as const) : ({ intent: 'out_of_scope', decision: 'fallback' } as const);
    const mood: Mood = { anger: /[A-Z]{4}/.test(text) ? 2 : 0, risks: [] };
    return {
      words: text,
      text,
      locale: 'en',
      ...understood,
      confidence: 1,
      ranking: [],
      entities: [],
      numbers: [],
      values: NO_VALUES,
      mood,
    };
  },
};

interface Slots {
  size?: string;
  colour?: string;
}

type Extra = Partial<Record<'size' | 'colour' | 'done', Partial<Step<Slots>>>>;

/** Asks for a size and a colour and says what it got; `extra` goes into the steps. */
const ordering = (extra: Extra = {}): AnyFlow => {
  const question = (id: 'size' | 'colour', allowed: readonly string[]): Step<Slots> => ({
    id,
    async enter(turn, slots): Promise<Move> {
      if (slots[id]) return 'next';
      await turn.reply(`${id}?`);
      return 'wait';
    },
    take(turn, slots): Move | 'other' {
      if (!allowed.includes(turn.understanding.text)) return 'other';
      slots[id] = turn.understanding.text;
      return 'next';
    },
    ...extra[id],
  });
  return defineFlow<Slots>({
    id: 'ordering',
    intents: ['invoice'],
    begin: () => ({}),
    steps: [
      question('size', ['small', 'large']),
      question('colour', ['red', 'blue']),
      {
        id: 'done',
        async enter(turn, { size, colour }): Promise<Move> {
          await turn.reply(`${size} ${colour}`);
          return 'end';
        },
        ...extra.done,
      },
    ],
  });
};

/** What the bot answers, message by message. */
async function talk(flows: readonly AnyFlow[], ...lines: readonly string[]): Promise<string[]> {
  const clock = createFixedClock(SAMPLE_NOW);
  const conversations = createMemoryConversations();
  const bot = createBot({ services: createMemoryServices(clock, []), understander, router: createRouter(flows) });
  const parts = { fanout: createLocalFanout(), clock, log: createLog('silent'), metrics: createMetrics(), wakeJobs: () => {} };
  const turns = createTurns({ conversations, bot, ...parts });
  await turns.open({ id: 'c', channel: 'test', userId: 'u', locale: 'en' });
  for (const [index, text] of lines.entries())
    await turns.receive({
      ...{ channel: 'test', conversationId: 'c', userId: 'u', clientKey: 'k' },
      ...{ providerMessageId: `m${index}`, kind: 'text', text },
    });
  const said = await conversations.listMessages('c', 0, 100);
  return said.filter(({ role }) => role === 'bot').map(({ text }) => text);
}

describe('a question of a flow', () => {
  it('goes on without an answer where it may be skipped', async () => {
    const flow = ordering({
      size: {
        skip(_turn: Turn, slots: Slots): Move {
          slots.size = 'any';
          return 'next';
        },
      },
    });
    expect(await talk([flow], 'invoice', 'skip this one', 'red')).toEqual(['size?', 'colour?', 'any red']);
    expect(await talk([flow], 'invoice', "I don't know", 'red')).toEqual(['size?', 'colour?', 'any red']);
  });

  it('says that it is needed where it may not be skipped, and waits', async () => {
    expect(await talk([ordering()], 'invoice', 'next question', 'small')).toEqual(['size?', texts.cannotSkip.en, 'colour?']);
  });

  it('ends when it is only welcome and skipped', async () => {
    expect(await talk([ordering({ size: { isOptional: true } })], 'invoice', 'skip')).toEqual(['size?', texts.skipped.en]);
  });

  it('is asked again when its answer is taken back, as often as there are answers', async () => {
    const said = await talk([ordering()], 'invoice', 'small', 'go back', 'go back', 'large', 'blue');
    expect(said).toEqual(['size?', 'colour?', texts.wentBack.en, 'size?', texts.nothingBefore.en, 'colour?', 'large blue']);
  });

  it('keeps its answer once something final was done', async () => {
    const said = await talk([ordering({ colour: { isFinal: true } })], 'invoice', 'small', 'go back', 'red');
    expect(said).toEqual(['size?', 'colour?', texts.nothingBefore.en, 'small red']);
  });

  it('takes a correction while the next question is open', async () => {
    const said = await talk([ordering()], 'invoice', 'small', 'sorry, I meant: large', 'red');
    expect(said).toEqual(['size?', 'colour?', 'colour?', 'large red']);
  });

  it('comes back once as a proposal, and is let go at the second digression', async () => {
    const aside = defineFlow<object>({
      id: 'aside',
      intents: ['price_quote'],
      begin: () => ({}),
      steps: [
        {
          id: 'say',
          async enter(turn): Promise<Move> {
            await turn.reply('a price');
            return 'end';
          },
        },
      ],
    });
    const flow = ordering({ size: { isOffer: true, resume: (turn: Turn) => turn.reply('still a size?') } });
    const said = await talk([flow, aside], 'invoice', 'price_quote', 'price_quote', 'small');
    expect(said.slice(0, 4)).toEqual(['size?', 'a price', 'still a size?', 'a price']);
    expect(said).not.toContain('colour?');
  });

  it('sees the mood of the whole message while one of two wishes is taken up', async () => {
    const moods: number[] = [];
    const listening = (intent: Intent): AnyFlow =>
      defineFlow<object>({
        id: intent,
        intents: [intent],
        begin: () => ({}),
        steps: [
          {
            id: 'listen',
            enter(turn): Move {
              moods.push(turn.mood.anger, turn.understanding.mood.anger);
              return 'end';
            },
          },
        ],
      });
    await talk([listening('invoice'), listening('price_quote')], 'invoice please. price_quote and NOWWW');
    expect(moods).toEqual([2, 0, 2, 2]);
  });
});
