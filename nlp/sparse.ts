/** A text as the classifiers see it: indices into the vocabulary, all with one weight. */
export interface SparseVector {
  readonly indices: Uint32Array;
  /** 1/√n over all features of the text, so that its length is 1 when all are known; 0 for an empty text. */
  readonly weight: number;
  /** How many of its features the vocabulary lacks. */
  readonly unknown: number;
}

/**
 * The known features of a text. Unknown ones count for the length: a text of strange words stays near the bias and is not acted on,
 * which measured better than leaving them out, in scope and out of it.
 */
export function toSparse(names: ReadonlySet<string>, vocabulary: ReadonlyMap<string, number>): SparseVector {
  const indices: number[] = [];
  for (const name of names) {
    const index = vocabulary.get(name);
    if (index !== undefined) indices.push(index);
  }
  return {
    indices: Uint32Array.from(indices),
    weight: names.size === 0 ? 0 : 1 / Math.sqrt(names.size),
    unknown: names.size - indices.length,
  };
}

/** A linear layer: one row of weights per feature, so that a text touches few cache lines. */
export interface LinearLayer {
  readonly labels: readonly string[];
  /** `features × labels`, row by row. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** Bias plus weighted sum for every label, in the order of `labels`. */
export function runLayer({ labels, weights, biases }: LinearLayer, { indices, weight }: SparseVector): Float64Array {
  const sums = new Float64Array(labels.length);
  for (const index of indices) {
    const row = index * labels.length;
    for (let label = 0; label < labels.length; label += 1) sums[label] = (sums[label] ?? 0) + (weights[row + label] ?? 0);
  }
  for (let label = 0; label < labels.length; label += 1) sums[label] = (sums[label] ?? 0) * weight + (biases[label] ?? 0);
  return sums;
}

/** A feature seen less says nothing that can be relied on, and most are. */
const LEAST_SEEN = 2;

/** The features that several texts have, numbered. */
export function collectNames(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const names of texts) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= LEAST_SEEN);
  return new Map(kept.map(([name], index) => [name, index]));
}
