import type { Ensemble } from './ensemble.ts';
import { listFeatures } from './features.ts';
import { indexLines, packLines } from './neighbours.ts';
import type { TrainedNetwork } from './network.ts';
import { trainNetwork } from './network.ts';
import { trainRegression } from './regression.ts';
import { createShuffler } from './shuffle.ts';
import type { SparseVector } from './sparse.ts';
import { toSparse } from './sparse.ts';
import { quantize } from './store.ts';

const SEED = 1;

/**
 * What makes the outputs probabilities (calibration error 1.8 % over ten bins). Fitted once on the development set, with a model of the
 * training lines that were written before anybody had looked at that set: fitted again after lines were added in view of its errors they
 * would come out too sure of themselves on everything else.
 */
const TEMPERATURES = { network: 0.078, regression: 0.478 };

/** A sentence to learn from. */
export interface LabelledLine {
  /** Numbers masked already. */
  readonly masked: string;
  readonly label: string;
  /** The network's output for it, one of `parts`. Default: the label. */
  readonly part?: string;
}

/** What the network tells apart where that is more than the labels. */
export interface Parts {
  readonly names: readonly string[];
  /** For each of them its label, as an index. */
  readonly labelAt: readonly number[];
}

/** A line as it was learned. */
export interface LearnedLine<Line> {
  readonly line: Line;
  readonly vector: SparseVector;
}

/** What training yields: the ensemble, the engine itself for comparing activations, and the lines in the order they were learned in. */
export interface TrainedEnsemble<Line> {
  readonly ensemble: Ensemble;
  readonly network: TrainedNetwork;
  readonly lines: readonly LearnedLine<Line>[];
}

/**
 * Trains network and regression on the same features and keeps the lines as neighbours. Deterministic: the same lines in the same order
 * give the same ensemble.
 * @param parts default: one output of the network per label
 */
export async function trainEnsemble<Line extends LabelledLine>(
  given: readonly Line[],
  labels: readonly string[],
  parts: Parts = { names: labels, labelAt: [...labels.keys()] },
): Promise<TrainedEnsemble<Line>> {
  const prepared = shuffled(given).map((line) => ({ line, features: listFeatures(line.masked) }));
  const vocabulary = collectVocabulary(prepared.map(({ features }) => features));
  const lines = prepared.map(({ line, features }) => ({ line, vector: toSparse(features, vocabulary) }));
  const vectors = lines.map(({ vector }) => vector);
  const targets = lines.map(({ line }) => labels.indexOf(line.label));

  const named = new Map(prepared.map(({ line, features }) => [line.masked, toNamedFeatures(features, vocabulary)]));
  const network = await trainNetwork(
    lines.map(({ line }) => ({ text: line.masked, label: line.part ?? line.label })),
    parts.names,
    vocabulary,
    (text) => named.get(text) ?? toNamedFeatures(listFeatures(text), vocabulary),
  );
  const ensemble = {
    vocabulary,
    network: { layer: quantize(network.layer), temperature: TEMPERATURES.network },
    partOf: parts.labelAt,
    regression: { layer: quantize(trainRegression(vectors, targets, labels, vocabulary.size)), temperature: TEMPERATURES.regression },
    neighbours: indexLines(packLines(vectors, targets), vocabulary.size, labels.length),
  };
  return { ensemble, network, lines };
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  const order = Uint32Array.from(items, (_, index) => index);
  createShuffler(SEED)(order);
  return Array.from(order).flatMap((index) => items[index] ?? []);
}

/** Every feature seen, also once: leaving rare ones out halves the model and costs a point. */
function collectVocabulary(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const vocabulary = new Map<string, number>();
  for (const features of texts) for (const name of features) if (!vocabulary.has(name)) vocabulary.set(name, vocabulary.size);
  return vocabulary;
}

/** What node-nlp takes: each known feature's name with its weight. */
function toNamedFeatures(features: ReadonlySet<string>, vocabulary: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const weight = 1 / Math.sqrt(Math.max(1, features.size));
  // Without a prototype: the vocabulary may hold `constructor`, which a customer can type.
  const named: Record<string, number> = Object.create(null) as Record<string, number>;
  for (const name of features) if (vocabulary.has(name)) named[name] = weight;
  return named;
}
