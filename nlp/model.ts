import type { ComplaintCategory } from '../core/types.ts';
import { COMPLAINT_CATEGORIES, INTENTS } from '../core/types.ts';
import { LEAD_AT, type Scored } from './decide.ts';
import type { Classifier, Ensemble, EnsembleScores } from './ensemble.ts';
import { runEnsemble } from './ensemble.ts';
import { listFeatures } from './features.ts';
import { softmax } from './regression.ts';
import type { SparseVector } from './sparse.ts';
import { runLayer, toSparse } from './sparse.ts';

/** Everything that is learned; the ensemble's labels are INTENTS, its network's NETWORK_LABELS. Made by train.ts, kept by store.ts. */
export interface Model extends Ensemble {
  /** Hash of the training text and code it was made from. */
  readonly key: string;
  /** Logistic regression over the complaint categories, trained on complaints only. */
  readonly categories: Classifier;
}

/** The network tells the eight kinds of complaint apart at once: they share few words, and as one class they blur its neighbours. */
export const NETWORK_LABELS: readonly string[] = [...INTENTS, ...COMPLAINT_CATEGORIES.map((category) => `complaint/${category}`)];

/** The intent of each of NETWORK_LABELS, as an index. */
export const PART_OF: readonly number[] = [...INTENTS.keys(), ...COMPLAINT_CATEGORIES.map(() => INTENTS.indexOf('complaint'))];

/** What the classifiers say of one text. */
export interface Scores {
  /** All intents, best first, probabilities adding up to 1. */
  readonly ranking: readonly Scored[];
  /** How much more familiar the text is as the best intent than as out of scope, -1–1, or at least so much where that is LEAD_AT or more; 0 where that is the best. */
  readonly lead: number;
  /** The likeliest category should it be a complaint. */
  readonly category: ComplaintCategory;
}

/** Both classifiers on one text, averaged. */
export function scoreText(model: Model, maskedText: string): Scores {
  return scoreVector(model, toSparse(listFeatures(maskedText), model.vocabulary));
}

/** As scoreText, for features taken already. */
export function scoreVector(model: Model, vector: SparseVector): Scores {
  const scores = runEnsemble(model, vector);
  const { chances, parts } = scores;
  const ranking = INTENTS.map((intent, index) => ({ intent, confidence: chances[index] ?? 0 })).sort((a, b) => b.confidence - a.confidence);
  const best = INTENTS.indexOf(ranking[0]?.intent ?? 'out_of_scope');
  return { ranking, lead: leadOf(scores, best), category: pickCategory(model, vector, parts) };
}

const OUT_OF_SCOPE = INTENTS.indexOf('out_of_scope');

/** Cosines differ by 1 at most: where the lead is enough without them they are not asked for, which is nearly always. */
function leadOf({ known, compareLines }: EnsembleScores, best: number): number {
  const gap = (known[best] ?? 0) - (known[OUT_OF_SCOPE] ?? 0);
  const least = (gap - 1) / 3;
  if (best === OUT_OF_SCOPE || least >= LEAD_AT) return Math.max(0, least);
  const nearest = compareLines();
  return (gap + (nearest[best] ?? 0) - (nearest[OUT_OF_SCOPE] ?? 0)) / 3;
}

function pickCategory(model: Model, vector: SparseVector, parts: Float64Array): ComplaintCategory {
  const own = parts.subarray(INTENTS.length);
  const total = own.reduce((sum, chance) => sum + chance, 1e-12);
  const regression = softmax(runLayer(model.categories.layer, vector), model.categories.temperature);
  const chances = COMPLAINT_CATEGORIES.map((category, index) => ({
    category,
    chance: (own[index] ?? 0) / total + (regression[index] ?? 0),
  }));
  return chances.reduce((best, each) => (each.chance > best.chance ? each : best)).category;
}
