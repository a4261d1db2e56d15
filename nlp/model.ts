import type { ComplaintCategory, Intent } from '../core/types.ts';
import { COMPLAINT_CATEGORIES, INTENTS } from '../core/types.ts';
import type { Scored } from './decide.ts';
import { listFeatures } from './features.ts';
import { toActivations } from './network.ts';
import { softmax } from './regression.ts';
import type { LinearLayer, SparseVector } from './sparse.ts';
import { runLayer, toSparse } from './sparse.ts';

/** A layer with the temperature that makes its outputs probabilities. */
export interface Classifier {
  readonly layer: LinearLayer;
  readonly temperature: number;
}

/** Everything that is learned. Made by train.ts, kept by store.ts. */
export interface Model {
  /** Hash of the training text and code it was made from. */
  readonly key: string;
  readonly vocabulary: ReadonlyMap<string, number>;
  /** node-nlp's network over NETWORK_LABELS. */
  readonly network: Classifier;
  /** Logistic regression over the intents. */
  readonly intents: Classifier;
  /** Logistic regression over the complaint categories, trained on complaints only. */
  readonly categories: Classifier;
}

/** The network tells the eight kinds of complaint apart at once: they share few words, and as one class they blur its neighbours. */
export const NETWORK_LABELS: readonly string[] = [...INTENTS, ...COMPLAINT_CATEGORIES.map((category) => `complaint/${category}`)];

/** What the classifiers say of one text. */
export interface Scores {
  /** All intents, best first, probabilities adding up to 1. */
  readonly ranking: readonly Scored[];
  /** The likeliest category should it be a complaint. */
  readonly category: ComplaintCategory;
}

/** Both classifiers on one text, averaged: the network is better where lines are few, the regression where they are many. */
export function scoreText(model: Model, maskedText: string): Scores {
  return scoreVector(model, toSparse(listFeatures(maskedText), model.vocabulary));
}

/** As scoreText, for features taken already. */
export function scoreVector(model: Model, vector: SparseVector): Scores {
  const network = softmax(toActivations(runLayer(model.network.layer, vector)), model.network.temperature);
  const intents = softmax(runLayer(model.intents.layer, vector), model.intents.temperature);
  const complaintAt = INTENTS.indexOf('complaint');
  const ranking = INTENTS.map((intent: Intent, index) => {
    const kinds = index === complaintAt ? network.subarray(INTENTS.length).reduce((sum, chance) => sum + chance, 0) : 0;
    return { intent, confidence: ((network[index] ?? 0) + kinds + (intents[index] ?? 0)) / 2 };
  });
  return { ranking: ranking.sort((a, b) => b.confidence - a.confidence), category: pickCategory(model, vector, network) };
}

function pickCategory(model: Model, vector: SparseVector, network: Float64Array): ComplaintCategory {
  const own = network.subarray(INTENTS.length);
  const total = own.reduce((sum, chance) => sum + chance, 1e-12);
  const regression = softmax(runLayer(model.categories.layer, vector), model.categories.temperature);
  const chances = COMPLAINT_CATEGORIES.map((category, index) => ({
    category,
    chance: (own[index] ?? 0) / total + (regression[index] ?? 0),
  }));
  return chances.reduce((best, each) => (each.chance > best.chance ? each : best)).category;
}
