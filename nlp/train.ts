import { COMPLAINT_CATEGORIES, INTENTS } from '../core/types.ts';
import type { Example } from './corpus.ts';
import { calibrate } from './calibrate.ts';
import { listFeatures } from './features.ts';
import type { Ensemble, Model } from './model.ts';
import { trainNetwork } from './network.ts';
import { cleanText } from './normalize.ts';
import { findEntities, maskEntities } from './numbers/entities.ts';
import type { OwnFormat } from './numbers/formats/own.ts';
import { DEMO_OWN_FORMAT } from './numbers/formats/own.ts';
import { trainRegression } from './regression.ts';
import { createShuffler } from './shuffle.ts';
import type { SparseVector } from './sparse.ts';
import { toSparse } from './sparse.ts';
import { quantize } from './store.ts';

/** A feature seen in one line only says nothing that generalises, and there are twice as many of them. */
const LEAST_LINES = 2;
const SEED = 1;

/** A sentence ready for the classifiers. */
export interface Prepared {
  readonly masked: string;
  readonly features: ReadonlySet<string>;
}

/** As createUnderstander prepares a message; the examples' numbers are those of the demo company. */
export function prepare(text: string, own: OwnFormat = DEMO_OWN_FORMAT): Prepared {
  const { entities } = findEntities(text, own);
  const masked = cleanText(maskEntities(text, entities)).text;
  return { masked, features: listFeatures(masked) };
}

/**
 * Trains both stages from text. Deterministic: the same examples give the same model.
 * @param development sentences kept apart from training; only temperatures are fitted on them
 */
export async function trainModel(training: readonly Example[], development: readonly Example[], key: string): Promise<Model> {
  const order = Uint32Array.from(training, (_, index) => index);
  createShuffler(SEED)(order);
  const rows = Array.from(order, (index) => training[index]).filter((example) => example !== undefined);
  const lines = rows.map((example) => ({ ...example, ...prepare(example.text) }));
  const held = development.map((example) => ({ ...example, ...prepare(example.text) }));
  const vocabulary = countVocabulary(lines);

  const intents = await trainEnsemble(
    lines.map((line) => ({ ...line, label: line.intent })),
    held.map((line) => ({ ...line, label: line.intent })),
    INTENTS,
    vocabulary,
  );
  const categories = await trainEnsemble(
    lines.flatMap((line) => (line.category ? [{ ...line, label: line.category }] : [])),
    held.flatMap((line) => (line.category ? [{ ...line, label: line.category }] : [])),
    COMPLAINT_CATEGORIES,
    vocabulary,
  );
  return { key, vocabulary, intents, categories };
}

function countVocabulary(lines: readonly Prepared[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of lines) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= LEAST_LINES);
  return new Map(kept.map(([name], index) => [name, index]));
}

interface Labelled extends Prepared {
  readonly label: string;
}

async function trainEnsemble(
  lines: readonly Labelled[],
  held: readonly Labelled[],
  labels: readonly string[],
  vocabulary: ReadonlyMap<string, number>,
): Promise<Ensemble> {
  const toVector = ({ features }: Prepared): SparseVector => toSparse(features, vocabulary);
  const targets = lines.map(({ label }) => labels.indexOf(label));
  const byText = new Map(lines.map((line) => [line.masked, line.features]));
  const { layer } = await trainNetwork(
    lines.map(({ masked, label }) => ({ text: masked, label })),
    labels,
    vocabulary,
    (text) => toNamedFeatures(byText.get(text) ?? listFeatures(text), vocabulary),
  );
  const regression = quantize(trainRegression(lines.map(toVector), targets, labels, vocabulary.size));
  const network = quantize(layer);
  return calibrate({ network, regression }, held.map(toVector), held.map(({ label }) => labels.indexOf(label)));
}

/** What node-nlp takes: each feature's name with its weight. */
export function toNamedFeatures(features: ReadonlySet<string>, vocabulary: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const known = [...features].filter((name) => vocabulary.has(name));
  const weight = 1 / Math.sqrt(known.length);
  return Object.fromEntries(known.map((name) => [name, weight]));
}
