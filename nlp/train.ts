import { COMPLAINT_CATEGORIES, INTENTS } from '../core/types.ts';
import type { Example } from './corpus.ts';
import type { Model } from './model.ts';
import { NETWORK_LABELS, PART_OF } from './model.ts';
import type { TrainedNetwork } from './network.ts';
import { cleanText } from './normalize.ts';
import { findEntities, maskEntities } from './numbers/entities.ts';
import type { OwnFormat } from './numbers/formats/own.ts';
import { DEMO_OWN_FORMAT } from './numbers/formats/own.ts';
import { trainRegression } from './regression.ts';
import type { LinearLayer } from './sparse.ts';
import { quantize } from './store.ts';
import type { LearnedLine } from './trainEnsemble.ts';
import { trainEnsemble } from './trainEnsemble.ts';

/** As those of trainEnsemble.ts, for the categories. */
const CATEGORY_TEMPERATURE = 0.34;

/** What training yields: the model, and the engine itself for comparing activations. */
export interface Trained {
  readonly model: Model;
  readonly network: TrainedNetwork;
}

/**
 * Trains both stages from text. Deterministic: the same examples give the same model.
 * @param key what the texts and code hash to, kept with the model
 */
export async function trainModel(training: readonly Example[], key: string): Promise<Trained> {
  const parts = { names: NETWORK_LABELS, labelAt: PART_OF };
  const { ensemble, network, lines } = await trainEnsemble(training.map(prepare), INTENTS, parts);
  const categories = { layer: trainCategories(lines, ensemble.vocabulary.size), temperature: CATEGORY_TEMPERATURE };
  return { model: { ...ensemble, key, categories }, network };
}

/** A sentence ready for the classifiers. */
interface Prepared extends Example {
  readonly masked: string;
  readonly label: string;
  /** Its label among NETWORK_LABELS. */
  readonly part: string;
}

function prepare(example: Example): Prepared {
  const { intent, category } = example;
  return { ...example, masked: maskText(example.text, DEMO_OWN_FORMAT), label: intent, part: category ? `complaint/${category}` : intent };
}

/** A message as the classifiers read it; the examples' numbers are those of the demo company. */
export function maskText(text: string, own: OwnFormat): string {
  return cleanText(maskEntities(text, findEntities(text, own).entities)).text;
}

/** A regression on the lines that have a category. */
function trainCategories(lines: readonly LearnedLine<Prepared>[], featureCount: number): LinearLayer {
  const complaints = lines.flatMap(({ line: { category }, vector }) => (category ? [{ category, vector }] : []));
  const vectors = complaints.map(({ vector }) => vector);
  const targets = complaints.map(({ category }) => COMPLAINT_CATEGORIES.indexOf(category));
  return quantize(trainRegression(vectors, targets, COMPLAINT_CATEGORIES, featureCount));
}
