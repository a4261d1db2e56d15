import { createRequire } from 'node:module';
import type { NodeNlpNetwork, NodeNlpNetworkClass } from './packedNetwork.ts';
import { packTraining } from './packedNetwork.ts';
import type { LinearLayer } from './sparse.ts';

export interface NetworkOptions {
  /** Passes over the corpus. node-nlp's own default, 20,000, ends on a flat error: far too late and no better. */
  readonly iterations: number;
  readonly learningRate: number;
  readonly momentum: number;
}

export const DEFAULT_NETWORK: NetworkOptions = { iterations: 24, learningRate: 0.6, momentum: 0.5 };

/** Slope of node-nlp's leaky unit: an activation is `max(0, ALPHA · sum)`. */
export const ALPHA = 0.07;

/** One training sentence. */
export interface NetworkExample {
  readonly text: string;
  readonly label: string;
}

/** A trained node-nlp network: its own activations for tests, and its weights for our arrays. */
export interface TrainedNetwork {
  readonly layer: LinearLayer;
  /** Raw activations as node-nlp computes them, in the order of the labels. */
  activate(text: string): Promise<readonly number[]>;
}

/**
 * Trains node-nlp's neural network on our own features. node-nlp's tokenizer, stemmer, scores and language guess are not used: on
 * Chinese they cost seconds, 150 MB and ten points of accuracy. The corpus must be shuffled: the engine learns in corpus order.
 * @param featuresOf the features of a sentence with their weights; must be pure
 */
export async function trainNetwork(
  examples: readonly NetworkExample[],
  labels: readonly string[],
  vocabulary: ReadonlyMap<string, number>,
  featuresOf: (text: string) => Readonly<Record<string, number>>,
  options: NetworkOptions = DEFAULT_NETWORK,
): Promise<TrainedNetwork> {
  const { NlpManager, NluNeural, NeuralNetwork } = loadNodeNlp();
  const PackedNetwork = packTraining(NeuralNetwork);
  class FeatureNlu extends NluNeural {
    /** Instead of normalise, tokenise, remove stop words, stem: and without node-nlp's cache of every utterance. */
    override prepare(input: string): Promise<Readonly<Record<string, number>>> {
      return Promise.resolve(featuresOf(input));
    }

    /** node-nlp's own, but for the class of the network. */
    override async innerTrain(input: TrainingInput): Promise<TrainingInput> {
      this.neuralNetwork = new PackedNetwork(input.settings);
      this.neuralNetwork.train(input.corpus);
      return input;
    }
  }
  // A locale is required; our features serve all three languages, so one network carries them.
  const settings = { ...options, locale: 'en', alpha: ALPHA, log: false, useNoneFeature: false };
  const { container } = new NlpManager({ autoSave: false });
  container.register('FeatureNlu', FeatureNlu, false);
  const nlu = container.get('FeatureNlu', settings);
  await nlu.train(
    examples.map(({ text, label }) => ({ utterance: text, intent: label })),
    settings,
  );
  const network = nlu.neuralNetwork;
  return {
    layer: toLayer(network, labels, vocabulary),
    async activate(text) {
      const outputs = network.run(await nlu.prepare(text));
      return labels.map((label) => outputs[label] ?? 0);
    },
  };
}

/** Activations of a layer taken from node-nlp; equal to node-nlp's own up to the rounding of 32-bit floats. */
export function toActivations(sums: Float64Array): Float64Array {
  const activations = new Float64Array(sums.length);
  for (let at = 0; at < sums.length; at += 1) activations[at] = ALPHA * Math.max(0, sums[at] ?? 0);
  return activations;
}

function toLayer(network: NodeNlpNetwork, labels: readonly string[], vocabulary: ReadonlyMap<string, number>): LinearLayer {
  const width = labels.length;
  const layer: LinearLayer = { labels, weights: new Float32Array(vocabulary.size * width), biases: new Float32Array(width) };
  const inputs = network.lookup.inputLookup.dict;
  for (const [column, label] of labels.entries()) {
    const perceptron = network.perceptronsByName[label];
    if (!perceptron) continue;
    layer.biases[column] = perceptron.bias;
    for (const [name, index] of vocabulary) {
      const input = inputs[name];
      if (input !== undefined) layer.weights[index * width + column] = perceptron.weights[input] ?? 0;
    }
  }
  return layer;
}

/** What node-nlp hands its network. */
interface TrainingInput {
  readonly corpus: unknown;
  readonly settings: object;
}

interface NodeNlpNlu {
  neuralNetwork: NodeNlpNetwork;
  prepare(input: string): Promise<Readonly<Record<string, number>>>;
  innerTrain(input: TrainingInput): Promise<TrainingInput>;
  train(corpus: readonly { readonly utterance: string; readonly intent: string }[], settings: object): Promise<unknown>;
}

interface NodeNlp {
  readonly NluNeural: new (settings: object, container: object) => NodeNlpNlu;
  readonly NeuralNetwork: NodeNlpNetworkClass;
  readonly NlpManager: new (
    settings: object,
  ) => {
    readonly container: {
      register(name: string, type: unknown, isSingleton: boolean): void;
      get(name: string, settings: object): NodeNlpNlu;
    };
  };
}

/** node-nlp has no types and exports neither class: they are taken from the copies of @nlpjs/nlu and @nlpjs/neural that it itself uses. */
function loadNodeNlp(): NodeNlp {
  const require = createRequire(import.meta.url);
  const { NlpManager } = require('node-nlp') as Pick<NodeNlp, 'NlpManager'>;
  const ofNodeNlp = createRequire(require.resolve('node-nlp'));
  const { NluNeural } = ofNodeNlp('@nlpjs/nlu') as Pick<NodeNlp, 'NluNeural'>;
  const { NeuralNetwork } = createRequire(ofNodeNlp.resolve('@nlpjs/nlu'))('@nlpjs/neural') as Pick<NodeNlp, 'NeuralNetwork'>;
  return { NlpManager, NluNeural, NeuralNetwork };
}
