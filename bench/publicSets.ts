import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODEL_DIRECTORY } from '../nlp/cli/paths.ts';
import { ACT_AT } from '../nlp/decide.ts';
import { listFeatures } from '../nlp/features.ts';
import { toActivations, trainNetwork } from '../nlp/network.ts';
import { DEMO_OWN_FORMAT } from '../nlp/numbers/formats/own.ts';
import { softmax, trainRegression } from '../nlp/regression.ts';
import { createShuffler } from '../nlp/shuffle.ts';
import { runLayer, toSparse } from '../nlp/sparse.ts';
import { loadModel, quantize } from '../nlp/store.ts';
import { maskText, toNamedFeatures } from '../nlp/train.ts';
import { type Benchmark, type Figure, Skipped } from './benchmark.ts';

/** A labelled line of a public set. */
interface Line {
  readonly text: string;
  readonly label: string;
}

/** What a classifier says of a line that is really `label`. */
interface Guess {
  readonly label: string;
  readonly guessed: string;
  readonly confidence: number;
}

/** The product's averaged pair and, beside it, the regression alone. */
interface Guesses {
  readonly pair: readonly Guess[];
  readonly regression: readonly Guess[];
}

/** Text and labels of these sets are English and not ours: how far the pipeline carries without our examples. */
export const publicSets: Benchmark = {
  name: 'public',
  title: 'Our classifiers trained on public sets',
  option: '--public',
  async run() {
    const directory = process.env.NLU_DATA_DIR;
    if (!directory) throw new Skipped('NLU_DATA_DIR names no directory with banking77, clinc150, hwu64 and hint3');
    const figures: Figure[] = [];
    for (const [folder, measureSet] of Object.entries(SETS)) {
      const path = join(directory, folder);
      if (!existsSync(path)) throw new Skipped(`NLU_DATA_DIR has no ${folder}`);
      figures.push(...(await measureSet(path)));
    }
    return figures;
  },
};

const SETS: Readonly<Record<string, (path: string) => Promise<readonly Figure[]>>> = {
  hint3: measureCurekart,
  hwu64: (path) => measureWhole('HWU64', readPair(join(path, 'train')), readPair(join(path, 'test')), 0.88),
  banking77: (path) => measureWhole('BANKING77', readCsv(join(path, 'train.csv')), readCsv(join(path, 'test.csv')), 0.91),
  clinc150: measureClinc,
};

/** A set all of whose test lines are in scope. */
async function measureWhole(name: string, training: readonly Line[], test: readonly Line[], limit: number): Promise<readonly Figure[]> {
  const { guess, seconds } = await train(training);
  return [beside(`${name}: right`, guess(test), isRight, limit, `${test.length} lines`), timing(name, seconds)];
}

/**
 * Each classifier's threshold is the one with most validation lines right, out-of-scope lines included, as in Larson et al., "An
 * Evaluation Dataset for Intent Classification and Out-of-Scope Prediction", EMNLP 2019; its results are those in the notes.
 */
async function measureClinc(path: string): Promise<readonly Figure[]> {
  const sets = JSON.parse(readFileSync(join(path, 'data_full.json'), 'utf8')) as Readonly<Record<string, readonly [string, string][]>>;
  const read = (set: string): readonly Line[] => (sets[set] ?? []).map(([text, label]) => ({ text, label }));
  const { guess, seconds } = await train(read('train'));
  const validation = guess([...read('val'), ...read('oos_val')]);
  const limits = { pair: chooseThreshold(validation.pair, 'oos'), regression: chooseThreshold(validation.regression, 'oos') };
  const inScope = refuse(guess(read('test')), limits, 'oos');
  const outOfScope = refuse(guess(read('oos_test')), limits, 'oos');
  return [
    beside('CLINC150: in scope, right', inScope, isRight, 0.92, `threshold ${limits.pair}; published: Rasa 90.9 %, BERT 96.2 %`),
    beside('CLINC150: out of scope, recognised', outOfScope, isRight, 0.62, 'same threshold; published: Rasa 31.2 %, BERT 52.3 %'),
    timing('CLINC150', seconds),
  ];
}

/** Real users' messages, more than half out of scope; the threshold is the one the product acts at, so nothing is fitted to the set. */
async function measureCurekart(path: string): Promise<readonly Figure[]> {
  const none = 'NO_NODES_DETECTED';
  const { guess, seconds } = await train(readCsv(join(path, 'curekart_train.csv')));
  const test = refuse(guess(readCsv(join(path, 'curekart_test.csv'))), { pair: ACT_AT, regression: ACT_AT }, none);
  const figure: Figure = {
    name: 'HINT3 curekart: Matthews correlation',
    value: correlate(test.pair),
    unit: '',
    reference: { name: 'the regression alone', value: correlate(test.regression) },
    goal: { of: 'value', is: 'at least', limit: 0.58 },
    note: `threshold ${ACT_AT}; a correlation, 100 % is perfect and 0 % chance`,
  };
  return [figure, timing('HINT3 curekart', seconds)];
}

/** As trainModel does, but one stage and any labels; the temperatures are those of the product's model. */
async function train(given: readonly Line[]): Promise<{ guess: (lines: readonly Line[]) => Guesses; seconds: number }> {
  const product = loadModel(MODEL_DIRECTORY);
  const startedMs = performance.now();
  const order = Uint32Array.from(given, (_, index) => index);
  createShuffler(1)(order);
  const lines = Array.from(order)
    .flatMap((index) => given[index] ?? [])
    .map(({ text, label }) => ({ text: maskText(text, DEMO_OWN_FORMAT), label }));
  const labels = [...new Set(lines.map(({ label }) => label))].sort();
  const features = new Map(lines.map(({ text }) => [text, listFeatures(text)]));
  const featuresOf = (text: string): ReadonlySet<string> => features.get(text) ?? listFeatures(text);
  const names = new Set([...features.values()].flatMap((each) => [...each]));
  const vocabulary = new Map(Array.from(names, (name, index) => [name, index]));
  const vectors = lines.map(({ text }) => toSparse(featuresOf(text), vocabulary));
  const targets = lines.map(({ label }) => labels.indexOf(label));
  const regression = quantize(trainRegression(vectors, targets, labels, vocabulary.size));
  const named = new Map(Array.from(features, ([text, each]) => [text, toNamedFeatures(each, vocabulary)]));
  const { layer } = await trainNetwork(lines, labels, vocabulary, (text) => named.get(text) ?? {});
  const network = quantize(layer);
  const seconds = (performance.now() - startedMs) / 1000;

  const guess = (asked: readonly Line[]): Guesses => {
    const chances = asked.map(({ text, label }) => {
      const vector = toSparse(listFeatures(maskText(text, DEMO_OWN_FORMAT)), vocabulary);
      const one = softmax(runLayer(regression, vector), product.intents.temperature);
      const other = softmax(toActivations(runLayer(network, vector)), product.network.temperature);
      return { label, one, both: one.map((chance, at) => (chance + (other[at] ?? 0)) / 2) };
    });
    return {
      pair: chances.map(({ label, both }) => ({ label, ...pickBest(both, labels) })),
      regression: chances.map(({ label, one }) => ({ label, ...pickBest(one, labels) })),
    };
  };
  return { guess, seconds };
}

function pickBest(chances: Float64Array, labels: readonly string[]): Omit<Guess, 'label'> {
  const confidence = Math.max(...chances);
  return { guessed: labels[chances.indexOf(confidence)] ?? '', confidence };
}

/** In steps of 0.01; the lowest of equals. */
function chooseThreshold(guesses: readonly Guess[], none: string): number {
  const steps = Array.from({ length: 100 }, (_, step) => step / 100);
  const right = (threshold: number): number => guesses.filter((guess) => isRight(refuseOne(guess, threshold, none))).length;
  return steps.reduce((best, each) => (right(each) > right(best) ? each : best));
}

function refuse(guesses: Guesses, limits: Readonly<Record<keyof Guesses, number>>, none: string): Guesses {
  return {
    pair: guesses.pair.map((guess) => refuseOne(guess, limits.pair, none)),
    regression: guesses.regression.map((guess) => refuseOne(guess, limits.regression, none)),
  };
}

function refuseOne(guess: Guess, threshold: number, none: string): Guess {
  return guess.confidence < threshold ? { ...guess, guessed: none } : guess;
}

function isRight({ label, guessed }: Guess): boolean {
  return label === guessed;
}

/** Matthews' correlation for many labels: Gorodkin, "Comparing two K-category assignments by a K-category correlation coefficient", 2004. */
function correlate(guesses: readonly Guess[]): number {
  const total = guesses.length;
  const labels = new Set(guesses.flatMap(({ label, guessed }) => [label, guessed]));
  let both = 0;
  let meant = 0;
  let said = 0;
  for (const each of labels) {
    const truly = guesses.filter(({ label }) => label === each).length;
    const claimed = guesses.filter(({ guessed }) => guessed === each).length;
    both += truly * claimed;
    meant += truly * truly;
    said += claimed * claimed;
  }
  const spread = Math.sqrt((total * total - said) * (total * total - meant));
  return spread === 0 ? 0 : (guesses.filter(isRight).length * total - both) / spread;
}

function beside(name: string, guesses: Guesses, isHit: (guess: Guess) => boolean, limit: number, note: string): Figure {
  const share = (each: readonly Guess[]): number => each.filter(isHit).length / each.length;
  const reference = { name: 'the regression alone', value: share(guesses.regression) };
  return { name, value: share(guesses.pair), unit: '', reference, goal: { of: 'value', is: 'at least', limit }, note };
}

function timing(name: string, seconds: number): Figure {
  return { name: `${name}: training`, value: seconds, unit: 's' };
}

/** HWU64's form: a file of sentences and a file of labels. */
function readPair(path: string): readonly Line[] {
  const read = (name: string): readonly string[] => readFileSync(join(path, name), 'utf8').trimEnd().split('\n');
  const labels = read('label');
  return read('seq.in').map((text, index) => ({ text, label: labels[index] ?? '' }));
}

/** A heading, then `text,label`; a quoted text may hold commas, line ends and doubled quotes. */
function readCsv(path: string): readonly Line[] {
  const rows = readFileSync(path, 'utf8').matchAll(/^(?:"((?:[^"]|"")*)"|([^",\r\n]*)),"?([^,"\r\n]+)"?\r?$/gm);
  return Array.from(rows, ([, quoted, plain, label]) => ({
    text: (quoted ?? plain ?? '').replaceAll('""', '"'),
    label: label ?? '',
  })).slice(1);
}
