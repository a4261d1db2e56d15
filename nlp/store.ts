import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Classifier } from './ensemble.ts';
import type { Model } from './model.ts';
import { PART_OF } from './model.ts';
import type { LineSet } from './neighbours.ts';
import { indexLines } from './neighbours.ts';
import type { LinearLayer } from './sparse.ts';

/*
 * One file: four bytes with the length of a JSON header, the header, the vocabulary as text, then per classifier its biases as 32-bit
 * floats and its weights as 16-bit multiples of the classifier's `step`, then the training lines: features as 32-bit indices, how many
 * each line has and what it means as 16-bit numbers. Little-endian, as every machine the product runs on.
 */
const FILE = 'model.bin';
const FORMAT = 3;
const STEPS = 32767;

interface Header {
  readonly format: number;
  readonly key: string;
  readonly vocabularyBytes: number;
  readonly classifiers: readonly { readonly labels: readonly string[]; readonly temperature: number; readonly step: number }[];
  readonly lines: { readonly count: number; readonly features: number };
}

/** The layer with weights rounded to what the file can hold, so that a model just trained and the same one loaded answer alike. */
export function quantize(layer: LinearLayer): LinearLayer {
  const step = findStep(layer.weights);
  return { ...layer, weights: layer.weights.map((weight) => Math.round(weight / step) * step) };
}

/** A power of two: exact in floating point, and found again from the rounded weights. */
export function findStep(weights: Float32Array): number {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  return 2 ** Math.ceil(Math.log2(largest / STEPS));
}

/** Writes the model into a directory, which is made where missing. */
export function saveModel(model: Model, directory: string): void {
  const classifiers = [model.network, model.regression, model.categories];
  const { lines } = model.neighbours;
  const vocabulary = Buffer.from([...model.vocabulary.keys()].join('\n'));
  const header: Header = {
    format: FORMAT,
    key: model.key,
    vocabularyBytes: vocabulary.length,
    classifiers: classifiers.map(({ layer, temperature }) => ({ labels: layer.labels, temperature, step: findStep(layer.weights) })),
    lines: { count: lines.labels.length, features: lines.features.length },
  };
  const learned = [...classifiers.flatMap(({ layer }) => toBytes(layer)), ...[lines.features, lines.sizes, lines.labels].map(asBuffer)];
  writeWhole(directory, FILE, header, [vocabulary, ...learned]);
}

/** A file with a header; a reader never sees half of it. */
export function writeWhole(directory: string, name: string, header: object, parts: readonly Buffer[]): void {
  const headerBytes = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(headerBytes.length);
  mkdirSync(directory, { recursive: true });
  const path = join(directory, name);
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, Buffer.concat([length, headerBytes, ...parts]));
  renameSync(draft, path);
}

/** Biases as they are, weights as multiples of the step. */
export function toBytes({ weights, biases }: LinearLayer): readonly Buffer[] {
  const step = findStep(weights);
  const steps = Int16Array.from(weights, (weight) => Math.round(weight / step));
  return [biases, steps].map(asBuffer);
}

function asBuffer(array: Float32Array | Int16Array | Uint16Array | Uint32Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

/** The key of the model saved in a directory; undefined when there is none, or one of another format. */
export function readModelKey(directory: string): string | undefined {
  const path = join(directory, FILE);
  if (!existsSync(path)) return undefined;
  const { format, key } = readHeader(readFileSync(path)).header;
  return format === FORMAT ? key : undefined;
}

/** About 0.2 s. @throws Error naming the command to run when the directory holds no model of this version. */
export function loadModel(directory: string): Model {
  const path = join(directory, FILE);
  if (!existsSync(path)) throw new Error(`No language model in ${directory}. Run "npm run nlu:train".`);
  const bytes = readFileSync(path);
  const { header, end } = readHeader(bytes);
  if (header.format !== FORMAT) throw new Error(`The language model in ${directory} has another format. Run "npm run nlu:train".`);
  const names = bytes.toString('utf8', end, end + header.vocabularyBytes).split('\n');
  const take = createTaker(bytes, end + header.vocabularyBytes);
  const [network, regression, categories] = header.classifiers.map(
    ({ labels, temperature, step }): Classifier => ({ layer: takeLayer(take, labels, names.length, step), temperature }),
  );
  if (!network || !regression || !categories) throw new Error(`The language model in ${directory} is incomplete. Run "npm run nlu:train".`);
  const lines: LineSet = {
    features: new Uint32Array(take(header.lines.features * 4)),
    sizes: new Uint16Array(take(header.lines.count * 2)),
    labels: new Uint16Array(take(header.lines.count * 2)),
  };
  const neighbours = indexLines(lines, names.length, regression.layer.labels.length);
  const vocabulary = new Map(names.map((name, index) => [name, index]));
  return { key: header.key, vocabulary, network, partOf: PART_OF, regression, categories, neighbours };
}

export type Take = (length: number) => ArrayBuffer;

/** Hands out the bytes from `at` on, piece by piece, each as a copy that is aligned for any array. */
export function createTaker(bytes: Buffer, at: number): Take {
  let next = at;
  return (length) => {
    const part = new Uint8Array(length);
    next += bytes.copy(part, 0, next, next + length);
    return part.buffer;
  };
}

/** A layer as `toBytes` wrote it. */
export function takeLayer(take: Take, labels: readonly string[], features: number, step: number): LinearLayer {
  const biases = new Float32Array(take(labels.length * 4));
  const steps = new Int16Array(take(labels.length * features * 2));
  const weights = new Float32Array(steps.length);
  // Float32Array.from with a function takes half a second for these.
  for (let place = 0; place < steps.length; place += 1) weights[place] = (steps[place] ?? 0) * step;
  return { labels, biases, weights };
}

/** What a file says of itself first, and where that ends. */
export function readHeader<H = Header>(bytes: Buffer): { readonly header: H; readonly end: number } {
  const end = 4 + bytes.readUInt32LE(0);
  return { header: JSON.parse(bytes.toString('utf8', 4, end)) as H, end };
}
