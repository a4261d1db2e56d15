import { readFileSync } from 'node:fs';
import { TOPICS } from '../core/acts.ts';
import { LOCALES, type Locale } from '../core/types.ts';
import { MODEL_DIRECTORY } from '../nlp/cli/paths.ts';
import { DEMO_OWN_FORMAT } from '../nlp/numbers/formats/own.ts';
import { openUnderstander } from '../nlp/open.ts';
import type { Benchmark, Figure } from './benchmark.ts';

interface Case {
  readonly topic: string;
  readonly locale: Locale;
  readonly text: string;
}

const CASES = 'nlp/topics/development.tsv';

/** How often what is asked about is read, and how often a question is seen where there is none. By nobody who wrote training lines. */
export const topics: Benchmark = {
  name: 'topics',
  title: 'What questions are about',
  async run() {
    const cases = readCases();
    const understander = openUnderstander(MODEL_DIRECTORY, DEMO_OWN_FORMAT);
    const reads = cases.map(({ text, locale }) => understander.readActs(understander.understand(text, { locale }), 'none').topics);
    if (process.argv.includes('--wrong'))
      for (const [at, { topic, text }] of cases.entries()) {
        const read = reads[at]?.join(' ') || 'none';
        if (!isRight(topic, reads[at] ?? [])) console.log(`  ${topic} → ${read} | ${text}`);
      }
    const of = (test: (one: Case) => boolean): readonly number[] => [...cases.keys()].filter((at) => cases[at] && test(cases[at]));
    const rightOf = (at: number): boolean => isRight(cases[at]?.topic ?? '', reads[at] ?? []);
    const asked = of(({ topic }) => topic !== 'none');
    const wrong = asked.filter((at) => !rightOf(at) && (reads[at]?.length ?? 0) > 0);
    const others = of(({ topic }) => topic === 'none');
    return [
      ...LOCALES.map((locale): Figure => {
        const own = asked.filter((at) => cases[at]?.locale === locale);
        return {
          ...{ name: `topic right, ${locale}`, value: own.filter(rightOf).length / own.length, unit: '' },
          reference: { name: 'a guess among the topics', value: 1 / TOPICS.length },
          note: `of ${own.length} questions`,
        };
      }),
      { name: 'another topic read', value: wrong.length / asked.length, unit: '', note: 'the rest is left to the intents' },
      {
        name: 'a topic read where nothing of the kind is asked',
        value: 1 - others.filter(rightOf).length / others.length,
        unit: '',
        note: `of ${others.length} messages`,
      },
    ];
  },
};

const isRight = (topic: string, read: readonly string[]): boolean => (topic === 'none' ? read.length === 0 : read.includes(topic));

const OF_LOCALE: Readonly<Record<string, Locale>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant', 'zh-HK': 'zh-Hant', en: 'en' };

function readCases(): readonly Case[] {
  return readFileSync(CASES, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [topic = '', language = '', text = ''] = line.split('\t');
      return { topic, locale: OF_LOCALE[language] ?? 'en', text };
    });
}
