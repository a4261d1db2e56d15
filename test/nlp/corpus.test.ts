import { describe, expect, it } from 'vitest';
import { INTENTS, LOCALES } from '../../core/types.ts';
import { parseExamples, readExamples } from '../../nlp/corpus.ts';
import { normalizeForFeatures } from '../../nlp/normalize.ts';
import { DEVELOPMENT, FOLDERS, UNSEEN } from './trainedModel.ts';

const training = readExamples(FOLDERS);
const apart = readExamples([...DEVELOPMENT, ...UNSEEN]);

/** Two lines that differ in punctuation, blanks, script or case only are one line. Marks alone (`???`) stay themselves. */
const fold = (text: string): string => normalizeForFeatures(text).replace(/[\s\p{P}]/gu, '') || text;

describe('the texts', () => {
  it('keep the development and the unseen set apart: none of their lines stands in training', () => {
    const known = new Set(training.map(({ text }) => fold(text)));
    expect(apart.map(({ text }) => text).filter((text) => known.has(fold(text)))).toEqual([]);
  });

  it('give no sentence two labels', () => {
    const labels = new Map<string, string>();
    const torn = training.filter(({ text, intent }) => {
      const before = labels.get(text);
      labels.set(text, intent);
      return before !== undefined && before !== intent;
    });
    expect(torn.map(({ text, intent }) => `${text} (${intent}, ${labels.get(text)})`)).toEqual([]);
  });

  it('have every intent in every language, at least 1,500 training lines in all', () => {
    for (const locale of LOCALES)
      expect(new Set(training.filter((each) => each.locale === locale).map(({ intent }) => intent))).toEqual(new Set(INTENTS));
    expect(training.length).toBeGreaterThanOrEqual(1500);
  });
});

describe('parseExamples', () => {
  it('reads intent and category from the headings', () => {
    expect(parseExamples('# greet\n你好\n\n# complaint/damage\n碎了\n', 'zh-Hans', 'x.txt')).toEqual([
      { text: '你好', locale: 'zh-Hans', intent: 'greet' },
      { text: '碎了', locale: 'zh-Hans', intent: 'complaint', category: 'damage' },
    ]);
  });

  it('skips the notes of a review', () => {
    expect(parseExamples('// 3 × en\n# greet\nhi\n', 'en', 'x.txt')).toEqual([{ text: 'hi', locale: 'en', intent: 'greet' }]);
  });

  it('names the place of a heading it does not know', () => {
    expect(() => parseExamples('# greet\nhi\n# grete\nhey', 'en', 'en.txt')).toThrow('en.txt:3: "# grete" names no intent');
    expect(() => parseExamples('# complaint/rain\nwet', 'en', 'en.txt')).toThrow('names no intent');
  });

  it('refuses a sentence without a heading', () => {
    expect(() => parseExamples('hi', 'en', 'en.txt')).toThrow('en.txt:1');
  });
});
