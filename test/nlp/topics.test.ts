import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOPICS } from '../../core/acts.ts';
import { MODEL_DIRECTORY, TOPICS_DIRECTORY } from '../../nlp/cli/paths.ts';
import { DEMO_OWN_FORMAT } from '../../nlp/numbers/formats/own.ts';
import { openUnderstander } from '../../nlp/open.ts';
import { readTopicLines } from '../../nlp/topics/corpus.ts';
import fc from '../fastCheck.ts';

const understander = openUnderstander(MODEL_DIRECTORY, DEMO_OWN_FORMAT);
const topicsOf = (text: string): readonly string[] =>
  understander.readActs(understander.understand(text, { locale: undefined }), 'none').topics;

describe('what a question is about', () => {
  it('has lines for every topic, and none that stands under two', () => {
    const lines = readTopicLines(TOPICS_DIRECTORY);
    const counts = new Map<string, number>();
    for (const { topic } of lines) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    for (const topic of [...TOPICS, 'none']) expect(counts.get(topic) ?? 0, topic).toBeGreaterThan(40);
    const seen = new Map<string, string>();
    const clashes = lines.filter(({ topic, text }) => {
      const before = seen.get(text);
      seen.set(text, topic);
      return before !== undefined && before !== topic;
    });
    expect(clashes).toEqual([]);
  });

  it('names the file whose name is no topic', () => {
    const directory = mkdtempSync(join(tmpdir(), 'topics-'));
    writeFileSync(join(directory, 'wether.txt'), 'will it rain\n');
    expect(() => readTopicLines(directory)).toThrow(/wether\.txt.*core\/acts\.ts/);
    rmSync(directory, { recursive: true });
  });

  it.each([
    ['谁签收的，放在哪里了', ['signer', 'left_where']],
    ['do i have to pay customs duty and when does it arrive', ['duty']],
    ['取件要带身份证吗', ['pickup_who']],
    ['幾時打俾我', ['when_called']],
    ['is this a scam', ['is_safe']],
    ['谢谢', []],
    ['XB880000000015', []],
    ['我要投诉你们的快递员', []],
  ])('of %s is %s', (text, topics) => {
    expect(topicsOf(text)).toEqual(expect.arrayContaining(topics));
    if (topics.length === 0) expect(topicsOf(text)).toEqual([]);
  });

  it('is at most two things, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => topicsOf(text).length <= 2),
      { numRuns: 200 },
    );
  });
});
