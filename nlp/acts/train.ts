import { ACTS, type Asked } from '../../core/acts.ts';
import { DEFAULT_REGRESSION, learn, trainRegression } from '../regression.ts';
import { createShuffler } from '../shuffle.ts';
import { collectNames, type LinearLayer, runLayer, type SparseVector, toSparse } from '../sparse.ts';
import { quantize } from '../store.ts';
import type { TopicLine } from '../topics/corpus.ts';
import { trainTopics } from '../topics/train.ts';
import type { ActLine } from './corpus.ts';
import { listActFeatures } from './features.ts';
import { type ActModel, type Learned, toChances } from './model.ts';

const OPTIONS = { ...DEFAULT_REGRESSION, epochs: 12, learningRate: 0.4 };
const SEED = 3;
/** Questions whose answer is one of a few things. */
const CHOSEN: readonly Asked[] = ['wish', 'rating', 'choice'];

/** Deterministic: the same lines give the same model. */
export function trainActs(lines: readonly ActLine[], topicLines: readonly TopicLine[], key: string): ActModel {
  const values = CHOSEN.flatMap((asked) => {
    const learned = learnValues(lines.filter((line) => line.asked === asked && line.value !== undefined));
    return learned ? [[asked, learned] as const] : [];
  });
  const { vocabulary, vectors } = prepare(lines);
  const acts = { vocabulary, layer: quantize(trainEach(vectors, lines, vocabulary.size)) };
  return { key, acts, topics: trainTopics(topicLines, lines), values: Object.fromEntries(values) };
}

function learnValues(lines: readonly ActLine[]): Learned | undefined {
  const labels = [...new Set(lines.flatMap(({ value }) => value ?? []))].sort();
  if (labels.length < 2) return undefined;
  const { vocabulary, vectors } = prepare(lines);
  const targets = lines.map(({ value = '' }) => labels.indexOf(value));
  return { vocabulary, layer: quantize(trainRegression(vectors, targets, labels, vocabulary.size)) };
}

function prepare(lines: readonly ActLine[]): { vocabulary: ReadonlyMap<string, number>; vectors: readonly SparseVector[] } {
  const features = lines.map(({ text, asked }) => listActFeatures(text, asked));
  const vocabulary = collectNames(features);
  return { vocabulary, vectors: features.map((names) => toSparse(names, vocabulary)) };
}

/** One logistic regression an act, all in one pass: acts stand beside each other. */
function trainEach(vectors: readonly SparseVector[], lines: readonly ActLine[], featureCount: number): LinearLayer {
  const width = ACTS.length;
  const layer: LinearLayer = { labels: ACTS, weights: new Float32Array(featureCount * width), biases: new Float32Array(width) };
  const squares = { weights: new Float32Array(featureCount * width).fill(1e-2), biases: new Float32Array(width).fill(1e-2) };
  const targets = lines.map(({ acts }) => Float64Array.from(ACTS, (act) => (acts.includes(act) ? 1 : 0)));
  const order = Uint32Array.from(vectors, (_, index) => index);
  const shuffle = createShuffler(SEED);
  for (let epoch = 0; epoch < OPTIONS.epochs; epoch += 1) {
    shuffle(order);
    for (const example of order) {
      const [vector, target] = [vectors[example], targets[example]];
      if (!vector || !target) continue;
      const slopes = toChances(runLayer(layer, vector));
      for (let act = 0; act < width; act += 1) slopes[act] = (slopes[act] ?? 0) - (target[act] ?? 0);
      learn(layer, squares, vector, slopes, OPTIONS);
    }
  }
  return layer;
}
