import { listExampleFolders, readExamples } from '../../nlp/corpus.ts';
import type { Understander } from '../../nlp/index.ts';
import { createUnderstander } from '../../nlp/index.ts';
import type { Model } from '../../nlp/model.ts';
import { hashSources } from '../../nlp/modelKey.ts';
import { DEMO_OWN_FORMAT } from '../../nlp/numbers/formats/own.ts';
import { loadModel, readModelKey, saveModel } from '../../nlp/store.ts';
import { trainModel } from '../../nlp/train.ts';

const DIRECTORY = 'nlp/model';
export const FOLDERS = listExampleFolders('dialogs');
export const DEVELOPMENT = ['nlp/development'];
export const UNSEEN = ['nlp/unseen'];

/** The model of the present texts and code: trained once per machine and change (about 15 s), then loaded. */
export async function openModel(): Promise<Model> {
  const key = hashSources(FOLDERS);
  if (readModelKey(DIRECTORY) !== key) saveModel((await trainModel(readExamples(FOLDERS), key)).model, DIRECTORY);
  return loadModel(DIRECTORY);
}

export async function openUnderstander(): Promise<Understander> {
  return createUnderstander(await openModel(), DEMO_OWN_FORMAT);
}
