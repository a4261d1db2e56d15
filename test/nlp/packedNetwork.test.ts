import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { type NodeNlpNetworkClass, packTraining } from '../../nlp/packedNetwork.ts';

const ofNodeNlp = createRequire(createRequire(import.meta.url).resolve('node-nlp'));
const { NeuralNetwork } = createRequire(ofNodeNlp.resolve('@nlpjs/nlu'))('@nlpjs/neural') as { NeuralNetwork: NodeNlpNetworkClass };

const corpus = [
  { input: { where: 0.5, is: 0.5, my: 0.5, parcel: 0.5 }, output: { track: 1 } },
  { input: { parcel: 1 }, output: { track: 1 } },
  { input: { where: 0.58, my: 0.58, refund: 0.58 }, output: { refund: 1 } },
  { input: { my: 0.71, refund: 0.71 }, output: { refund: 1 } },
  { input: { broken: 0.71, parcel: 0.71 }, output: { complaint: 1 } },
];

it('learns the very weights that node-nlp learns', () => {
  const settings = { iterations: 24, learningRate: 0.6, momentum: 0.5, alpha: 0.07 };
  const [theirs, ours] = [NeuralNetwork, packTraining(NeuralNetwork)].map((Network) => {
    const network = new Network(settings);
    const status = network.train(corpus);
    return { status, perceptrons: network.perceptronsByName };
  });
  expect(ours).toEqual(theirs);
  expect(ours?.perceptrons.track?.weights.some((weight) => weight !== 0)).toBe(true);
});
