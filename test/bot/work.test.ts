import { describe, expect, it } from 'vitest';
import { createBot } from '../../bot/bot.ts';
import { createFixedClock } from '../../core/clock.ts';
import { excerptOf, MOST_READ } from '../../core/excerpt.ts';
import { flows } from '../../dialogs/index.ts';
import { createRouter } from '../../dialogs/router.ts';
import { createSampleShipments, SAMPLE_NOW } from '../../dialogs/samples.ts';
import type { Understander } from '../../nlp/index.ts';
import type { TurnStart } from '../../rules/conversations/types.ts';
import { createMemoryServices } from '../memory.ts';
import { openUnderstander } from '../nlp/trainedModel.ts';

const LENGTH = 4000;
const LONG: readonly string[] = [
  'ﷲ重',
  '損失320蚊，',
  '⅔⅚㏠ 退',
  'AB 1 2 3 4 ',
  '好好',
  '他人很好，每次都帮我搬上楼。',
  'please call me at 3pm, ',
  '建议多放些柜子；',
];
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  praise: ['我要表扬快递员'],
  suggestion: ['我想提个建议'],
  complaint: ['我要投诉'],
  claim: ['我要索赔', 'XB880000000077'],
  callback: ['请给我回电话'],
  quote: ['寄快递多少钱'],
};

const real = openUnderstander();

/** What a turn read, in characters of the long form, and what it kept of the message. */
async function answer(lines: readonly string[]): Promise<{ readonly read: number; readonly longest: number; readonly text: string }> {
  const clock = createFixedClock(SAMPLE_NOW);
  let work: number[] = [];
  const understander: Understander = {
    readActs: real.readActs,
    understand(text, session) {
      const understanding = real.understand(text, session);
      work.push(understanding.text.normalize('NFKC').length);
      return understanding;
    },
  };
  const services = createMemoryServices(clock, createSampleShipments());
  const bot = createBot({ services, understander, router: createRouter(flows) });
  let start: TurnStart = {
    ...{ conversationId: 'c', channel: 'test', userId: 'u', locale: 'zh-Hans', mode: 'bot', version: 0, lastSeq: 1, state: {} },
  } as unknown as TurnStart;
  let text = '';
  for (const [index, line] of lines.entries()) {
    work = [];
    const given = { channel: 'test', conversationId: 'c', userId: 'u', providerMessageId: String(index), clientKey: 'k' };
    const answered = await bot.answer({ ...given, kind: 'text', text: line }, start);
    start = { ...start, state: structuredClone({ ...answered.memory }), locale: answered.locale };
    text = answered.text;
  }
  return { read: work.reduce((sum, length) => sum + length, 0), longest: Math.max(...work), text };
}

describe.each(Object.entries(BEFORE))('a message as long as messages may be, after %s', (_name, before) => {
  it.each(LONG)('is read but in part, a few times: %s', async (piece) => {
    const message = piece.repeat(LENGTH).slice(0, LENGTH);
    const { read, longest, text } = await answer([...before, message]);
    expect(longest).toBeLessThanOrEqual(MOST_READ + 1);
    expect(read).toBeLessThanOrEqual(5 * MOST_READ);
    expect(text.startsWith(excerptOf(message).slice(0, 40).trim())).toBe(true);
  });
});

it('keeps a long story whole, though its middle is not read', async () => {
  const clock = createFixedClock(SAMPLE_NOW);
  const services = createMemoryServices(clock, createSampleShipments());
  const bot = createBot({ services, understander: real, router: createRouter(flows) });
  const story = `我要投诉，快递员把箱子摔坏了。${'当时门卫也在场看到了，'.repeat(200)}请尽快处理。`;
  const given = { channel: 'test', conversationId: 'c', userId: 'u', providerMessageId: '1', clientKey: 'k' };
  const start = { conversationId: 'c', channel: 'test', userId: 'u', locale: 'zh-Hans', mode: 'bot', version: 0, lastSeq: 1, state: {} };
  const { memory, text } = await bot.answer({ ...given, kind: 'text', text: story }, start as unknown as TurnStart);
  expect(text).toBe(story);
  expect(JSON.stringify(memory.dialogs)).toContain(JSON.stringify(story).slice(1, -1));
});
