import type { Locale } from '../core/types.ts';
import { DEVELOPMENT_DIRECTORY, MODEL_DIRECTORY, UNSEEN_DIRECTORY } from '../nlp/cli/paths.ts';
import { type Example, readExamples } from '../nlp/corpus.ts';
import { type Judged, judge, measure, measureIntents } from '../nlp/evaluate.ts';
import { scoreText } from '../nlp/model.ts';
import { DEMO_OWN_FORMAT } from '../nlp/numbers/formats/own.ts';
import { openUnderstander } from '../nlp/open.ts';
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
    const understander = openUnderstander(MODEL_DIRECTORY, DEMO_OWN_FORMAT);
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

/** How often it is right on sentences nobody looked at when writing training text: the headline of `npm run nlu:evaluate`. */
export const accuracy: Benchmark = {
  name: 'accuracy',
  title: 'Accuracy on unseen messages',
  async run() {
    const understander = openUnderstander(MODEL_DIRECTORY, DEMO_OWN_FORMAT);
    const judged = judge(understander, readExamples([UNSEEN_DIRECTORY]));
    const all = measure(judged);
    const share = (name: string, value: number, is?: 'at least' | 'at most', limit = 0): Figure => ({
      name,
      value,
      unit: '',
      ...(is && { goal: { of: 'value', is, limit } }),
    });
    const aims: readonly (readonly [Locale, number])[] = [
      ['zh-Hans', 0.88],
      ['zh-Hant', 0.86],
      ['en', 0.88],
    ];
    const f1 = measureIntents(judged).map((each) => each.f1);
    return [
      {
        ...share(`intent right, ${all.count} messages`, all.accuracy),
        reference: { name: 'always the commonest intent', value: commonest(judged) },
      },
      ...aims.map(([locale, aim]) =>
        share(`intent right, ${locale}`, measure(judged.filter(({ example }) => example.locale === locale)).accuracy, 'at least', aim),
      ),
      share('macro F1 of the intents', f1.reduce((sum, each) => sum + each, 0) / f1.length, 'at least', 0.86),
      share('complaint category right', all.categoryAccuracy, 'at least', 0.92),
      share('out of scope recognised', all.outOfScopeRecall, 'at least', 0.8),
      share('in scope refused', all.inScopeRefused, 'at most', 0.05),
      share('acted on', all.coverage, 'at least', 0.8),
      share('acted on and wrong', all.acceptedWrong, 'at most', 0.04),
      share('language right', all.localeRight, 'at least', 0.99),
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
