import type { Locale } from '../core/types.ts';
import { DEVELOPMENT_DIRECTORY, MODEL_DIRECTORY } from '../nlp/cli/paths.ts';
import { type Example, readExamples } from '../nlp/corpus.ts';
import { type Judged, judge, measure } from '../nlp/evaluate.ts';
import { createUnderstander } from '../nlp/index.ts';
import { scoreText } from '../nlp/model.ts';
import { DEMO_OWN_FORMAT } from '../nlp/numbers/formats/own.ts';
import { loadModel } from '../nlp/store.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { percentile } from './statistics.ts';

const ROUNDS = 5;

/** What a message costs to understand, numbers and language included. */
export const understanding: Benchmark = {
  name: 'understanding',
  title: 'Understanding a message of the development set',
  async run() {
    const model = loadModel(MODEL_DIRECTORY);
    const understander = createUnderstander(model, DEMO_OWN_FORMAT);
    const examples = readExamples([DEVELOPMENT_DIRECTORY]);
    const bare = timeEach(examples, ({ text }) => scoreText(model, text));
    const whole = timeEach(examples, ({ text, locale }) => understander.understand(text, { locale }));
    const figure = (share: number, limit: number): Figure => ({
      name: `p${share * 100} of a message`,
      value: percentile(whole, share),
      unit: 'ms',
      reference: { name: 'the classifier alone', value: percentile(bare, share) },
      goal: { of: 'value', is: 'at most', limit },
    });
    return [figure(0.5, 0.5), figure(0.99, 5)];
  },
};

/** How often it is right: the headline of `npm run nlu:evaluate`. */
export const accuracy: Benchmark = {
  name: 'accuracy',
  title: 'Accuracy on the development set',
  async run() {
    const understander = createUnderstander(loadModel(MODEL_DIRECTORY), DEMO_OWN_FORMAT);
    const judged = judge(understander, readExamples([DEVELOPMENT_DIRECTORY]));
    const share = (name: string, value: number, note?: string): Figure => ({ name, value, unit: '', ...(note && { note }) });
    const all = measure(judged);
    const locales: readonly Locale[] = ['zh-Hans', 'zh-Hant', 'en'];
    return [
      {
        ...share('intent right', all.accuracy, `${all.count} lines`),
        reference: { name: 'always the commonest intent', value: commonest(judged) },
      },
      ...locales.map((locale) =>
        share(`intent right, ${locale}`, measure(judged.filter(({ example }) => example.locale === locale)).accuracy),
      ),
      share('complaint category right', all.categoryAccuracy),
      share('out of scope recognised', all.outOfScopeRecall),
      share('in scope refused', all.inScopeRefused),
      share('acted on and wrong', all.acceptedWrong),
    ];
  },
};

/** Milliseconds of each call but those of the first round, which warms the code up. */
function timeEach(examples: readonly Example[], work: (example: Example) => unknown): number[] {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const example of examples) {
      const startedAt = performance.now();
      work(example);
      if (round > 0) times.push(performance.now() - startedAt);
    }
  }
  return times;
}

function commonest(judged: readonly Judged[]): number {
  const counts = new Map<string, number>();
  for (const { example } of judged) counts.set(example.intent, (counts.get(example.intent) ?? 0) + 1);
  return Math.max(...counts.values()) / judged.length;
}
