import { createShuffler } from './shuffle.ts';
import type { LinearLayer, SparseVector } from './sparse.ts';
import { runLayer } from './sparse.ts';

export interface RegressionOptions {
  readonly epochs: number;
  readonly learningRate: number;
  /** L2 penalty on the weights touched by an example. */
  readonly decay: number;
  /** Share of a label's target that is spread over the others, 0–1: keeps it from overconfidence on few lines. */
  readonly smoothing: number;
}

export const DEFAULT_REGRESSION: RegressionOptions = { epochs: 20, learningRate: 0.5, decay: 1e-5, smoothing: 0.1 };

/** Multinomial logistic regression by AdaGrad: the same weights for the same vectors, whatever the machine. */
export function trainRegression(
  vectors: readonly SparseVector[],
  targets: readonly number[],
  labels: readonly string[],
  featureCount: number,
  options: RegressionOptions = DEFAULT_REGRESSION,
): LinearLayer {
  const width = labels.length;
  const layer: LinearLayer = { labels, weights: new Float32Array(featureCount * width), biases: new Float32Array(width) };
  const squares: Squares = { weights: new Float32Array(featureCount * width).fill(1e-2), biases: new Float32Array(width).fill(1e-2) };
  const order = Uint32Array.from(vectors, (_, index) => index);
  const shuffle = createShuffler(7);
  const spread = options.smoothing / width;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order);
    for (const example of order) {
      const vector = vectors[example];
      if (!vector) continue;
      const slopes = softmax(runLayer(layer, vector));
      const target = targets[example];
      for (let label = 0; label < width; label += 1) {
        const wanted = (label === target ? 1 - options.smoothing : 0) + spread;
        slopes[label] = (slopes[label] ?? 0) - wanted;
      }
      learn(layer, squares, vector, slopes, options);
    }
  }
  return layer;
}

/** Probabilities from sums; `temperature` above 1 makes them humbler. */
export function softmax(sums: Float64Array, temperature = 1): Float64Array {
  // Loops: closures over typed arrays cost a third of all reading.
  const { length } = sums;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < length; at += 1) highest = Math.max(highest, sums[at] ?? 0);
  const chances = new Float64Array(length);
  let total = 0;
  for (let at = 0; at < length; at += 1) {
    const power = Math.exp(((sums[at] ?? 0) - highest) / temperature);
    chances[at] = power;
    total += power;
  }
  for (let at = 0; at < length; at += 1) chances[at] = (chances[at] ?? 0) / total;
  return chances;
}

/** Of a layer's gradients so far, as AdaGrad sums them; begins a little above 0. */
export interface Squares {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** One step of AdaGrad in place. `slopes`: of each output, what it says less what it should. */
export function learn(
  { weights, biases }: LinearLayer,
  { weights: squares, biases: biasSquares }: Squares,
  { indices, weight }: SparseVector,
  slopes: Float64Array,
  { learningRate, decay }: Pick<RegressionOptions, 'learningRate' | 'decay'>,
): void {
  const width = slopes.length;
  for (const index of indices) {
    const row = index * width;
    for (let label = 0; label < width; label += 1) {
      const at = row + label;
      const old = weights[at] ?? 0;
      const slope = (slopes[label] ?? 0) * weight + decay * old;
      const square = (squares[at] ?? 0) + slope * slope;
      squares[at] = square;
      weights[at] = old - (learningRate * slope) / Math.sqrt(square);
    }
  }
  for (let label = 0; label < width; label += 1) {
    const slope = slopes[label] ?? 0;
    const square = (biasSquares[label] ?? 0) + slope * slope;
    biasSquares[label] = square;
    biases[label] = (biases[label] ?? 0) - (learningRate * slope) / Math.sqrt(square);
  }
}
