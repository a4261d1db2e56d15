import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chat, openChat } from '../process/client.ts';
import type { Product } from '../process/product.ts';
import { type Campaign, type Field, isFault, SLOWEST_TURN_MS } from './campaign.ts';
import { costlyText, nastyText } from './nasty.ts';

/** Answers to whatever is open, besides sentences people say. */
const ANSWERS = [
  ...['好', '不用', '跳过', '取消', '是的', '第二个', '没有单号', '不知道', '1', '138 0013 8000', '17000004321', '1001', '返回', '转人工'],
  ...[
    'XB880000000015',
    'XB880000000077 碎了',
    'CMP-20261122-0001',
    '明天下午三点',
    '200块',
    'yes',
    'no',
    'skip',
    'back',
    'the other one',
    '係呀',
    '唔要',
  ],
];
const TAILS = ['', 'x', '马', '!', '？？？', ' 1', '的', '了吗', '\u0301', '。'];
const TURNS = 10;
const LONGEST = 4000;

/** Conversations of sentences, their pieces repeated many times, and noise, each turn timed. */
export const talk: Campaign = async (field) => {
  const { product, random, report } = field;
  const sentences = readSentences();
  let chat = await openChat(product);
  let said: string[] = [];

  return async () => {
    if (said.length >= TURNS) {
      chat = await openChat(product);
      said = [];
    }
    const text = makeText(field, sentences);
    said.push(text);
    field.sending(said);
    const { tookMs, status } = await say(product, chat, text);
    if (isFault(status)) report(`a turn was answered ${status}`, said);
    if (tookMs <= SLOWEST_TURN_MS) return;
    // Code may just have been compiled, or memory tidied: only what is slow each time is a finding.
    const again = [tookMs, await replay(field, said), await replay(field, said), await replay(field, said)];
    const best = Math.min(...again);
    if (best > SLOWEST_TURN_MS) report(`a turn takes ${Math.round(best)} ms`, said);
  };

  function makeText({ random: chance }: Field, lines: readonly string[]): string {
    if (chance.chance(0.3)) return random.pick(ANSWERS);
    if (chance.chance(0.4)) return random.pick(lines);
    if (chance.chance(0.1)) return nastyText(random);
    if (chance.chance(0.3)) return costlyText(random, random.integer(100, LONGEST));
    const line = random.pick(lines);
    const from = random.integer(0, line.length - 1);
    const piece = line.slice(from, from + random.integer(1, 6));
    const separator = random.pick(['', '', ' ', '，', '\n']);
    const times = random.integer(2, random.chance(0.3) ? 1000 : 60);
    return (Array.from({ length: times }, () => piece).join(separator) + random.pick(TAILS)).slice(0, LONGEST);
  }
};

/** What it took: the clock's time or the processor's, whichever is less, since the first is long on a busy machine, too. */
async function say(product: Product, chat: Chat, text: string): Promise<{ readonly tookMs: number; readonly status: number }> {
  const startedAt = performance.now();
  const busyBefore = product.busyMs();
  const activity = { type: 'message', text };
  const { status } = await chat.post(activity).catch(() => chat.post(activity));
  const busy = product.busyMs() - busyBefore;
  return { tookMs: Math.min(performance.now() - startedAt, Number.isNaN(busy) ? Number.POSITIVE_INFINITY : busy), status };
}

async function replay({ product }: Field, said: readonly string[]): Promise<number> {
  const chat = await openChat(product);
  let last = 0;
  for (const text of said) last = (await say(product, chat, text)).tookMs;
  return last;
}

/** What customers say, by the training lines of all flows. */
function readSentences(): readonly string[] {
  return readdirSync('dialogs', { recursive: true, encoding: 'utf8' })
    .filter((path) => /examples\/[\w-]+\.txt$/.test(path))
    .sort()
    .flatMap((path) => readFileSync(join('dialogs', path), 'utf8').split('\n'))
    .filter((line) => line !== '' && !/^[#[]/.test(line));
}
