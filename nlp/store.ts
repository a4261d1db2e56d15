import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ensemble, Model } from './model.ts';
import type { LinearLayer } from './sparse.ts';

/*
 * One file: four bytes with the length of a JSON header, the header, the vocabulary as text, then per layer its biases as 32-bit
 * floats and its weights as 16-bit steps of the layer's `step`. Little-endian, as every machine the product runs on.
 */
const FILE = 'model.bin';
const FORMAT = 1;
const STEPS = 32767;

interface Header {
  readonly format: number;
  readonly key: string;
  readonly vocabularyBytes: number;
  readonly stages: readonly { readonly labels: readonly string[]; readonly temperatures: readonly [number, number]; readonly steps: readonly [number, number] }[];
}

/** The layer with weights rounded to 16-bit steps, so that a model just trained and the same one loaded answer alike. */
export function quantize(layer: LinearLayer): LinearLayer {
  const step = stepOf(layer.weights);
  return { ...layer, weights: layer.weights.map((weight) => Math.round(weight / step) * step) };
}

function stepOf(weights: Float32Array): number {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  return Math.fround(largest / STEPS);
}

/** Writes the model into a directory, which is made where missing. A reader never sees half a file. */
export function saveModel(model: Model, directory: string): void {
  const stages = [model.intents, model.categories];
  const vocabulary = Buffer.from([...model.vocabulary.keys()].join('\n'));
  const header: Header = {
    format: FORMAT,
    key: model.key,
    vocabularyBytes: vocabulary.length,
    stages: stages.map(({ network, regression, networkTemperature, regressionTemperature }) => ({
      labels: network.labels,
      temperatures: [networkTemperature, regressionTemperature],
      steps: [stepOf(network.weights), stepOf(regression.weights)],
    })),
  };
  const headerBytes = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(headerBytes.length);
  const layers = stages.flatMap(({ network, regression }) => [network, regression]).flatMap(toBytes);
  mkdirSync(directory, { recursive: true });
  const path = join(directory, FILE);
  writeFileSync(`${path}.new`, Buffer.concat([length, headerBytes, vocabulary, ...layers]));
  renameSync(`${path}.new`, path);
}

function toBytes({ weights, biases }: LinearLayer): readonly Buffer[] {
  const step = stepOf(weights);
  const steps = Int16Array.from(weights, (weight) => Math.round(weight / step));
  return [biases, steps].map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength));
}

/** The key of the model saved in a directory; undefined when there is none, or one of another format. */
export function readModelKey(directory: string): string | undefined {
  const path = join(directory, FILE);
  if (!existsSync(path)) return undefined;
  const { format, key } = readHeader(readFileSync(path)).header;
  return format === FORMAT ? key : undefined;
}

/** @throws Error naming the command to run when the directory holds no model of this version. */
export function loadModel(directory: string): Model {
  const path = join(directory, FILE);
  if (!existsSync(path)) throw new Error(`No language model in ${directory}. Run "npm run nlu:train".`);
  const bytes = readFileSync(path);
  const { header, end } = readHeader(bytes);
  if (header.format !== FORMAT) throw new Error(`The language model in ${directory} has another format. Run "npm run nlu:train".`);
  const names = bytes.toString('utf8', end, end + header.vocabularyBytes).split('\n');
  const cursor = { at: end + header.vocabularyBytes };
  const stages = header.stages.map((stage) => readStage(bytes, cursor, stage, names.length));
  const [intents, categories] = stages;
  if (!intents || !categories) throw new Error(`The language model in ${directory} is incomplete. Run "npm run nlu:train".`);
  return { key: header.key, vocabulary: new Map(names.map((name, index) => [name, index])), intents, categories };
}

function readHeader(bytes: Buffer): { readonly header: Header; readonly end: number } {
  const end = 4 + bytes.readUInt32LE(0);
  return { header: JSON.parse(bytes.toString('utf8', 4, end)) as Header, end };
}

function readStage(bytes: Buffer, cursor: { at: number }, stage: Header['stages'][number], features: number): Ensemble {
  const take = (length: number): ArrayBuffer => {
    const part = bytes.buffer.slice(bytes.byteOffset + cursor.at, bytes.byteOffset + cursor.at + length);
    cursor.at += length;
    return part as ArrayBuffer;
  };
  const readLayer = (step: number): LinearLayer => {
    const biases = new Float32Array(take(stage.labels.length * 4));
    const steps = new Int16Array(take(stage.labels.length * features * 2));
    return { labels: stage.labels, biases, weights: Float32Array.from(steps, (count) => count * step) };
  };
  const [networkTemperature, regressionTemperature] = stage.temperatures;
  return { network: readLayer(stage.steps[0]), regression: readLayer(stage.steps[1]), networkTemperature, regressionTemperature };
}
