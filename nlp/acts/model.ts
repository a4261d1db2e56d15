import type { Asked } from '../../core/acts.ts';
import { type LinearLayer, runLayer, toSparse } from '../sparse.ts';
import { listActFeatures } from './features.ts';

/** A layer over the features that its own lines have. */
export interface Learned {
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly layer: LinearLayer;
}

/** Made by train.ts, kept by store.ts. */
export interface ActModel {
  /** Hash of the lines and code it was made from. */
  readonly key: string;
  /** For each of ACTS its own yes or no. */
  readonly acts: Learned;
  /** What a question is about, or none. */
  readonly topics: Learned;
  /** By kind of question, what is given where that is one of a few things: a wish, a rating, a place in a list. */
  readonly values: Readonly<Partial<Record<Asked, Learned>>>;
}

/** The chance of each of ACTS, 0–1; they do not add up to anything. */
export function scoreActs({ acts }: ActModel, text: string, asked: Asked): Float64Array {
  return toChances(sumsOf(acts, text, asked));
}

/** What is most likely given, of what is learned for this question; undefined where nothing is. */
export function guessValue({ values }: ActModel, text: string, asked: Asked): string | undefined {
  const learned = values[asked];
  if (!learned) return undefined;
  const sums = sumsOf(learned, text, asked);
  return learned.layer.labels[sums.indexOf(Math.max(...sums))];
}

function sumsOf({ vocabulary, layer }: Learned, text: string, asked: Asked): Float64Array {
  return runLayer(layer, toSparse(listActFeatures(text, asked), vocabulary));
}

/** In place. */
export function toChances(sums: Float64Array): Float64Array {
  for (let at = 0; at < sums.length; at += 1) sums[at] = 1 / (1 + Math.exp(-(sums[at] ?? 0)));
  return sums;
}
