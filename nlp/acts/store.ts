import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASKED } from '../../core/acts.ts';
import { createTaker, findStep, readHeader, takeLayer, toBytes, writeWhole } from '../store.ts';
import type { ActModel, Learned } from './model.ts';

// As model.bin: a header, then of each part its vocabulary as text, its biases and its weights.
const FILE = 'acts.bin';
const FORMAT = 2;

interface Header {
  readonly format: number;
  readonly key: string;
  /** `acts` and `topics` first, then one for each question whose answers are learned. */
  readonly parts: readonly {
    readonly name: string;
    readonly labels: readonly string[];
    readonly step: number;
    readonly textBytes: number;
  }[];
}

/** Writes the model into a directory, which is made where missing. */
export function saveActs({ key, acts, topics, values }: ActModel, directory: string): void {
  const all = [['acts', acts] as const, ['topics', topics] as const, ...(Object.entries(values) as (readonly [string, Learned])[])];
  const parts = all.map(([name, learned]) => {
    return { name, learned, text: Buffer.from([...learned.vocabulary.keys()].join('\n')) };
  });
  const header: Header = {
    ...{ format: FORMAT, key },
    parts: parts.map(({ name, learned: { layer }, text }) => {
      return { name, labels: layer.labels, step: findStep(layer.weights), textBytes: text.length };
    }),
  };
  writeWhole(directory, FILE, header, parts.flatMap(({ learned, text }) => [text, ...toBytes(learned.layer)])); // biome-ignore format: one call
}

/** About 0.1 s. @throws Error naming the command to run when the directory holds no model of this version. */
export function loadActs(directory: string): ActModel {
  const path = join(directory, FILE);
  if (!existsSync(path)) throw new Error(`No model of acts in ${directory}. Run "npm run nlu:train".`);
  const bytes = readFileSync(path);
  const { header, end } = readHeader<Header>(bytes);
  if (header.format !== FORMAT) throw new Error(`The model of acts in ${directory} has another format. Run "npm run nlu:train".`);
  const take = createTaker(bytes, end);
  const learned = header.parts.map(({ name, labels, step, textBytes }) => {
    const names = Buffer.from(take(textBytes)).toString('utf8').split('\n');
    const vocabulary = new Map(names.map((feature, index) => [feature, index]));
    return { name, learned: { vocabulary, layer: takeLayer(take, labels, names.length, step) } };
  });
  const [first, second, ...rest] = learned;
  if (!first || !second) throw new Error(`The model of acts in ${directory} is empty. Run "npm run nlu:train".`);
  const values = rest.flatMap(({ name, learned: part }) => {
    const asked = ASKED.find((each) => each === name);
    return asked ? [[asked, part] as const] : [];
  });
  return { key: header.key, acts: first.learned, topics: second.learned, values: Object.fromEntries(values) };
}
