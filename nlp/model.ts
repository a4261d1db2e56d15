import type { ComplaintCategory, Intent } from '../core/types.ts';
import type { Scored } from './decide.ts';
import { listFeatures } from './features.ts';
import { toActivations } from './network.ts';
import { softmax } from './regression.ts';
import type { LinearLayer, SparseVector } from './sparse.ts';
import { runLayer, toSparse } from './sparse.ts';

/** Two classifiers on the same features, and how they are put on one scale. */
export interface Ensemble {
  readonly network: LinearLayer;
  readonly regression: LinearLayer;
  readonly networkTemperature: number;
  readonly regressionTemperature: number;
}

/** Everything that is learned. Made by train.ts, kept by store.ts. */
export interface Model {
  /** Hash of the training text and code it was made from. */
  readonly key: string;
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly intents: Ensemble;
  readonly categories: Ensemble;
}

/** All intents, best first, probabilities adding up to 1. An unknown text gives the training shares. */
export function rankIntents(model: Model, maskedText: string): { readonly ranking: readonly Scored[]; readonly vector: SparseVector } {
  const vector = toSparse(listFeatures(maskedText), model.vocabulary);
  const chances = runEnsemble(model.intents, vector);
  const ranking = model.intents.network.labels.map((label, index) => ({ intent: label as Intent, confidence: chances[index] ?? 0 }));
  return { ranking: ranking.sort((a, b) => b.confidence - a.confidence), vector };
}

/** The likeliest complaint category of a text known to complain. */
export function pickCategory(model: Model, vector: SparseVector): ComplaintCategory | undefined {
  const chances = runEnsemble(model.categories, vector);
  const best = chances.indexOf(Math.max(...chances));
  return model.categories.network.labels[best] as ComplaintCategory | undefined;
}

/** The mean of both classifiers' calibrated probabilities, in the order of the labels. */
export function runEnsemble(ensemble: Ensemble, vector: SparseVector): Float64Array {
  const network = softmax(toActivations(runLayer(ensemble.network, vector)), ensemble.networkTemperature);
  const regression = softmax(runLayer(ensemble.regression, vector), ensemble.regressionTemperature);
  return network.map((chance, index) => (chance + (regression[index] ?? 0)) / 2);
}
