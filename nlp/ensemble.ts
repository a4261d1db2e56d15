import type { Neighbours } from './neighbours.ts';
import { toActivations } from './network.ts';
import { softmax } from './regression.ts';
import type { LinearLayer, SparseVector } from './sparse.ts';
import { runLayer } from './sparse.ts';

/** A layer with the temperature that makes its outputs probabilities. */
export interface Classifier {
  readonly layer: LinearLayer;
  readonly temperature: number;
}

/** Two classifiers and the lines they learned from. Made by trainEnsemble.ts; the product's and those of bench/publicSets.ts alike. */
export interface Ensemble {
  readonly vocabulary: ReadonlyMap<string, number>;
  /** node-nlp's network. A label may have several outputs, its parts. */
  readonly network: Classifier;
  /** For each output of the network its label, as an index into the regression's labels. */
  readonly partOf: readonly number[];
  /** Logistic regression over the labels. */
  readonly regression: Classifier;
  readonly neighbours: Neighbours;
}

/** What an ensemble says of one text; arrays in the order of the regression's labels. */
export interface EnsembleScores {
  /** Probabilities, adding up to 1: the mean of both classifiers. The network is better where lines are few, the regression where many. */
  readonly chances: Float64Array;
  /** Of each label the probability and the network's own activation, added: what is known of it before lines are compared, 0–2. */
  readonly known: Float64Array;
  /** The cosine to each label's nearest training line; takes as long as all the rest, so ask only where it matters. */
  compareLines(): Float64Array;
  /** The network's probabilities, in the order of its outputs. */
  readonly parts: Float64Array;
}

/** Puts a text to the ensemble; the vector must be of its vocabulary. */
export function runEnsemble({ network, partOf, regression, neighbours }: Ensemble, vector: SparseVector): EnsembleScores {
  const activations = toActivations(runLayer(network.layer, vector));
  const parts = softmax(activations, network.temperature);
  const chances = softmax(runLayer(regression.layer, vector), regression.temperature);
  const active = new Float64Array(chances.length);
  const ofNetwork = new Float64Array(chances.length);
  for (let part = 0; part < partOf.length; part += 1) {
    const label = partOf[part] ?? 0;
    active[label] = (active[label] ?? 0) + (activations[part] ?? 0);
    ofNetwork[label] = (ofNetwork[label] ?? 0) + (parts[part] ?? 0);
  }
  const known = new Float64Array(chances.length);
  for (let label = 0; label < chances.length; label += 1) {
    const mean = ((ofNetwork[label] ?? 0) + (chances[label] ?? 0)) / 2;
    chances[label] = mean;
    known[label] = mean + Math.min(1, active[label] ?? 0);
  }
  return { chances, known, parts, compareLines: () => neighbours.compare(vector) };
}

/**
 * How much the text is like what was seen of the label, 0–1: the mean of the probability, the network's own activation and the cosine
 * to the nearest training line. Probabilities add up to 1 whatever is said; these are all low for what is like nothing learned.
 */
export function familiarityOf({ known, compareLines }: EnsembleScores, label: number): number {
  return ((known[label] ?? 0) + (compareLines()[label] ?? 0)) / 3;
}
