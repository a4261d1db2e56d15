/** One label's unit in node-nlp's network. */
export interface NodeNlpPerceptron {
  readonly id: number;
  readonly weights: Float32Array;
  /** The last change of each weight, for the momentum. */
  readonly changes: Float32Array;
  bias: number;
}

/** A training sentence as node-nlp prepares it: weights by feature number, targets by label number. */
export interface NodeNlpSentence {
  readonly input: { readonly keys: readonly number[]; readonly data: Readonly<Record<number, number>> };
  readonly output: { readonly data: Readonly<Record<number, number>> };
}

/** What is used of @nlpjs/neural's NeuralNetwork, which has no types. */
export interface NodeNlpNetwork {
  readonly settings: { readonly alpha: number; readonly momentum: number };
  /** Set anew by `train` before each pass. */
  readonly decayLearningRate: number;
  readonly perceptronsByName: Readonly<Record<string, NodeNlpPerceptron>>;
  readonly lookup: { readonly inputLookup: { readonly dict: Readonly<Record<string, number>> } };
  train(corpus: unknown): unknown;
  trainPerceptron(perceptron: NodeNlpPerceptron, sentences: readonly NodeNlpSentence[]): number;
  run(features: Readonly<Record<string, number>>): Readonly<Record<string, number>>;
}

export type NodeNlpNetworkClass = new (settings: object) => NodeNlpNetwork;

/**
 * node-nlp's network with its innermost loop over flat arrays instead of an object per sentence: the same operations in the same order,
 * so the same weights to the last bit, some fifty times as fast.
 */
export function packTraining(Base: NodeNlpNetworkClass): NodeNlpNetworkClass {
  return class extends Base {
    packed: Packed | undefined;

    override trainPerceptron(perceptron: NodeNlpPerceptron, sentences: readonly NodeNlpSentence[]): number {
      if (this.packed?.sentences !== sentences) this.packed = pack(sentences);
      return passOver(perceptron, this.packed, this.settings, this.decayLearningRate);
    }
  };
}

/** The sentences one after another: those of number `n` are `starts[n]` up to `starts[n + 1]`. */
interface Packed {
  readonly sentences: readonly NodeNlpSentence[];
  readonly starts: Uint32Array;
  readonly keys: Uint32Array;
  readonly values: Float64Array;
}

function pack(sentences: readonly NodeNlpSentence[]): Packed {
  const starts = new Uint32Array(sentences.length + 1);
  for (const [number, { input }] of sentences.entries()) starts[number + 1] = (starts[number] ?? 0) + input.keys.length;
  const keys = Uint32Array.from(sentences.flatMap(({ input }) => input.keys));
  const values = Float64Array.from(sentences.flatMap(({ input }) => input.keys.map((key) => input.data[key] ?? 0)));
  return { sentences, starts, keys, values };
}

/** One pass of one unit over all sentences, as `NeuralNetwork.trainPerceptron` of @nlpjs/neural 4.25 does it. Gives the summed squared error. */
function passOver(
  perceptron: NodeNlpPerceptron,
  { sentences, starts, keys, values }: Packed,
  { alpha, momentum }: NodeNlpNetwork['settings'],
  learningRate: number,
): number {
  const { weights, changes, id } = perceptron;
  let squaredError = 0;
  for (let number = 0; number < sentences.length; number += 1) {
    const from = starts[number] ?? 0;
    const to = starts[number + 1] ?? 0;
    let sum = perceptron.bias;
    for (let at = from; at < to; at += 1) sum += (values[at] ?? 0) * (weights[keys[at] ?? 0] ?? 0);
    const activation = sum <= 0 ? 0 : alpha * sum;
    const error = (sentences[number]?.output.data[id] ?? 0) - activation;
    if (error === 0) continue;
    squaredError += error ** 2;
    const delta = (activation > 0 ? 1 : alpha) * error * learningRate;
    for (let at = from; at < to; at += 1) {
      const key = keys[at] ?? 0;
      const change = delta * (values[at] ?? 0) + momentum * (changes[key] ?? 0);
      changes[key] = change;
      weights[key] = (weights[key] ?? 0) + change;
    }
    perceptron.bias += delta;
  }
  return squaredError;
}
