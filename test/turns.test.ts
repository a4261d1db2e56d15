import { beforeAll, expect, it } from 'vitest';
import { createRandom, type Random } from '../prisma/demo/random.ts';
import { listSituations, type Situation } from './turns/situations.ts';
import { harvestWords, readSentences } from './turns/words.ts';

/** As many as take some twenty seconds; a longer run by TURNS_TRIES, another by TURNS_SEED. */
const TRIES = Number(process.env.TURNS_TRIES ?? 1500);
const SEED = Number(process.env.TURNS_SEED ?? 1);
/** What a turn may take; others wait behind it. */
const SLOWEST_MS = 100;
const AGAIN = 4;

const SEPARATORS = ['', '', ' ', ' ', '，', ', ', '\n', '。', '-', '、'];
const TAILS = ['', 'x', '马', ' x', '!', '？？？', ' 1', '\u0301', '。x', '了吗', '\ue000', '🤬', '１'];
/** What is no word of a pattern: digits, marks, letters with marks, faces, characters that grow when they are normalised. */
const ODD = [
  ...[
    '1',
    '12 ',
    '1-',
    '1.',
    '1,',
    '1:',
    '+',
    '+1 ',
    '(',
    ')',
    '138',
    '13800001234',
    '13800001234 ',
    'A1',
    'XB',
    'XB0000',
    '０',
    '一',
    '二十',
    '万',
  ],
  ...[
    ' ',
    '\t',
    '\n',
    '\n\n',
    '.',
    '。',
    ',',
    '，',
    '!',
    '?',
    '-',
    '_',
    '@',
    'a@b.',
    'http://',
    '/',
    '\\',
    '"',
    '“',
    '《',
    '「',
    '(',
    '⟨',
    '#',
    '%',
    '$',
    '￥',
  ],
  ...[
    'a',
    'ab',
    'é',
    'e\u0301',
    '\u0301',
    'ß',
    'ﷺ',
    '㎏',
    '①',
    '啊',
    '的',
    '嘅',
    '𠮷',
    '👍',
    '👨‍👩‍👧',
    '🏻',
    '🇭🇰',
    '\u200d',
    '\ufe0f',
    'し',
    '한',
    'я',
    'ا',
    'ก็',
  ],
  ...[
    '号',
    '路',
    '省',
    '市',
    '区',
    '1号',
    '收件人',
    '姓名',
    '月',
    '1月',
    '周',
    '明天',
    '3点',
    'at 1',
    'jan 1',
    '$1',
    '1元',
    '100块',
    'one ',
    'twenty ',
  ],
];

let situations: readonly Situation[] = [];
let words: readonly string[] = [];
let sentences: readonly string[] = [];
beforeAll(async () => {
  situations = await listSituations();
  words = harvestWords();
  sentences = readSentences();
}, 120_000);

/** Each froze the process once, or took long: two words that contain one another, a letter of both lists, digits one by one. */
const KNOWN = [
  `x${' la'.repeat(26)} x`,
  `${'can '.repeat(26)}x`,
  `${'转接'.repeat(29)}到马`,
  `${'啊'.repeat(30)}x`,
  `司机说${'还是'.repeat(28)}x`,
  `头${'还是'.repeat(28)}x`,
  `the driver said${' i could'.repeat(28)} x`,
  `by friday${' on the'.repeat(28)}x`,
  `${'2 1 '.repeat(1000)}x`,
  'ﷺ.'.repeat(2000),
];

it('what once froze it is answered at once, wherever it is said', { timeout: 120_000 }, async () => {
  for (const text of KNOWN)
    for (const situation of situations) {
      const fastest = await takes(situation, text);
      expect(fastest, `${text.slice(0, 40)} after ${JSON.stringify(situation.said)}`).toBeLessThanOrEqual(SLOWEST_MS);
    }
});

it('nothing that is said, however often repeated, wherever it is said, holds a turn', { timeout: 60_000 + TRIES * 100 }, async () => {
  expect(situations.length).toBeGreaterThan(100);
  const random = createRandom(SEED);
  const found: string[] = [];
  for (let at = 0; at < TRIES; at += 1) {
    const text = makeText(random);
    // Every third is a first message: that is where most patterns look.
    const situation = random.chance(0.3) ? situations[0]! : random.pick(situations);
    const fastest = await takes(situation, text);
    if (fastest > SLOWEST_MS)
      found.push(
        `${Math.round(fastest)} ms: ${JSON.stringify(text.slice(0, 60))} … ${JSON.stringify(text.slice(-12))} (${text.length}) after ${JSON.stringify(situation.said)}`,
      );
    if (found.length >= 20) break;
  }
  expect(found).toEqual([]);
});

/** The fastest of a few runs, since code may just have been compiled, or memory tidied. */
async function takes(situation: Situation, text: string): Promise<number> {
  let fastest = await timed(situation, text);
  for (let again = 0; fastest > SLOWEST_MS && again < AGAIN; again += 1) fastest = Math.min(fastest, await timed(situation, text));
  return fastest;
}

/** By the clock or by the processor, whichever is less: on a busy machine the first is long, too. */
async function timed(situation: Situation, text: string): Promise<number> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await situation.say(text);
  const { user, system } = process.cpuUsage(before);
  return Math.min(performance.now() - startedAt, (user + system) / 1000);
}

function makeText(random: Random): string {
  const separator = random.pick(SEPARATORS);
  const kinds = random.integer(1, 2);
  const unit = Array.from({ length: kinds }, () => pickUnit(random)).join(random.chance(0.5) ? separator : '');
  const most = random.chance(0.1) ? 16_000 : 4000;
  const times = Math.min(random.integer(10, random.pick([50, 50, 400, 400, 16_000])), Math.ceil(most / unit.length));
  const head = random.chance(0.4) ? `${random.pick([...words, 'x'])}${separator}` : '';
  return head + Array.from({ length: times }, () => unit).join(separator) + random.pick(TAILS);
}

function pickUnit(random: Random): string {
  if (random.chance(0.5)) return random.pick(words);
  if (random.chance(0.5)) return random.pick(ODD);
  const line = random.pick(sentences);
  const from = random.integer(0, line.length - 1);
  return line.slice(from, from + random.integer(1, 8));
}
