import { describe, expect, it } from 'vitest';
import { createBot } from '../../bot/bot.ts';
import { createLocalFanout } from '../../bot/fanout.ts';
import { maskForLearning } from '../../bot/learning.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createTurns } from '../../bot/turns.ts';
import { createFixedClock } from '../../core/clock.ts';
import { createLog } from '../../core/log.ts';
import type { Decision, Intent, Understanding } from '../../core/types.ts';
import { NO_VALUES } from '../../core/values.ts';
import { flows } from '../../dialogs/index.ts';
import { createRouter } from '../../dialogs/router.ts';
import { SAMPLE_NOW } from '../../dialogs/samples.ts';
import { cleanText } from '../../nlp/normalize.ts';
import { findEntities } from '../../nlp/numbers/entities.ts';
import { DEMO_OWN_FORMAT } from '../../nlp/numbers/formats/own.ts';
import type { Candidate, Conversations } from '../../rules/conversations/types.ts';
import { createMemoryServices } from '../memory.ts';
import { createMemoryConversations } from '../memoryConversations.ts';

const NUMBER = 'XB000000012348';
const mask = (text: string): string => maskForLearning(text, findEntities(text, DEMO_OWN_FORMAT));

describe('what is kept of a message', () => {
  it.each([
    [`${NUMBER} 到哪了`, '⟨tracking_number⟩ 到哪了'],
    ['我电话13800138000，打不通', '我电话⟨phone⟩，打不通'],
    ['写信到 li.si@example.com 吧', '写信到 ⟨email⟩ 吧'],
    ['订单号20261121000123456没收到', '订单号⟨order_number⟩没收到'],
    ['身份证110101199003077571给你', '身份证⟨digits⟩给你'],
    ['我叫李小明，快递丢了', '我叫⟨name⟩，快递丢了'],
    ['姓名：欧阳娜娜 到了吗', '姓名：⟨name⟩ 到了吗'],
    ['收件人改成王芳', '收件人改成⟨name⟩'],
    ['收件人电话不对', '收件人电话不对'],
    ['王先生的快递', '⟨name⟩先生的快递'],
    ['我姓名填錯了', '我姓名填錯了'],
    ['my name is Jane Doe and it is lost', 'my name is ⟨name⟩ and it is lost'],
    ['Mr. Smith never got it', 'Mr. ⟨name⟩ never got it'],
    ['2026年的第3个包裹，50元', '2026年的第3个包裹，50元'],
    ['两行\n\n第二行', '两行 第二行'],
    ['', ''],
  ])('%s → %s', (given, kept) => {
    expect(mask(given)).toBe(kept);
  });

  it('is at most 500 characters and ends in no half mark', () => {
    const kept = mask(`${'a'.repeat(495)} ${NUMBER}`);
    expect(kept.length).toBeLessThanOrEqual(500);
    expect(kept).not.toContain('⟨');
  });
});

/** Sure of what it is told to be sure of: the intent is the first word, with `?` it is between that and a complaint, else nothing. */
const understander = {
  readActs: () => ({ acts: ['tell' as const], topics: [] }),
  understand(given: string): Understanding {
    const { text } = cleanText(given);
    const [word = ''] = text.split(' ');
    const known = ['price_quote?', 'invoice?'].includes(word);
    const sure = word === 'greet!';
    const intent = (known || sure ? word.slice(0, -1) : 'out_of_scope') as Intent;
    const decision: Decision = known ? 'clarify' : sure ? 'act' : 'fallback';
    const confidence = known ? 0.5 : sure ? 0.65 : 0.1;
    const ranking = [{ intent, confidence }, ...(known ? [{ intent: 'complaint' as const, confidence: 0.3 }] : [])];
    const base = { words: text, text, locale: 'en', intent, confidence, decision, ranking, mood: { anger: 0, risks: [] } } as const;
    return { ...base, ...findEntities(given, DEMO_OWN_FORMAT), values: NO_VALUES };
  },
};

/** What a conversation leaves to learn from. */
async function learnFrom(...lines: readonly string[]): Promise<readonly Candidate[]> {
  const clock = createFixedClock(SAMPLE_NOW);
  const kept: Candidate[] = [];
  const memory = createMemoryConversations();
  const conversations: Conversations = {
    ...memory,
    commit(turn) {
      kept.push(...(turn.candidates ?? []));
      return memory.commit(turn);
    },
  };
  const bot = createBot({ services: createMemoryServices(clock, []), understander, router: createRouter(flows) });
  const parts = { fanout: createLocalFanout(), clock, log: createLog('silent'), metrics: createMetrics(), wakeJobs: () => {} };
  const turns = createTurns({ conversations, bot, ...parts });
  await turns.open({ id: 'c', channel: 'test', userId: 'u', locale: 'en' });
  for (const [index, text] of lines.entries()) {
    const ids = { channel: 'test', conversationId: 'c', userId: 'u', providerMessageId: `m${index}`, clientKey: 'k' };
    await turns.receive({ ...ids, kind: 'text', text });
  }
  await turns.drain();
  return kept;
}

describe('a conversation', () => {
  it('leaves a missed message to learn from, masked', async () => {
    expect(await learnFrom('qwerty jane@example.com, my name is Jane')).toEqual([
      {
        ...{ kind: 'fallback', occurredAt: new Date(SAMPLE_NOW), locale: 'en', intent: 'out_of_scope', confidence: 0.1 },
        text: 'qwerty ⟨email⟩, my name is ⟨name⟩',
        ranking: [{ intent: 'out_of_scope', confidence: 0.1 }],
      },
    ]);
  });

  it('leaves a clarified message, and again with what was chosen by its place or by the button', async () => {
    for (const answer of ['the second one', 'Make a complaint']) {
      const kept = await learnFrom('invoice? my name is Jane', answer);
      expect(kept.slice(0, 2)).toMatchObject([
        { kind: 'clarified', text: 'invoice? my name is ⟨name⟩', intent: 'invoice', confidence: 0.5 },
        { kind: 'chosen', text: 'invoice? my name is ⟨name⟩', intent: 'invoice', chosenIntent: 'complaint' },
      ]);
    }
  });

  it('leaves an answer that no open question could take, once, masked', async () => {
    const kept = await learnFrom('Talk to a person', 'yes', 'my name is Jane, qwerty');
    expect(kept).toMatchObject([{ kind: 'fallback', text: 'my name is ⟨name⟩, qwerty' }]);
  });

  it('leaves what was acted on with little confidence', async () => {
    expect(await learnFrom('greet! all')).toMatchObject([{ kind: 'low_confidence', intent: 'greet', confidence: 0.65 }]);
  });

  it('leaves nothing when a button is pressed that no unclear message led to', async () => {
    expect(await learnFrom('Make a complaint')).toEqual([]);
  });
});
