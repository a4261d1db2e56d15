import { listExampleFolders } from '../../nlp/corpus.ts';
import type { Understander } from '../../nlp/index.ts';
import type { Model } from '../../nlp/model.ts';
import { DEMO_OWN_FORMAT } from '../../nlp/numbers/formats/own.ts';
import { openUnderstander as open } from '../../nlp/open.ts';
import { loadModel } from '../../nlp/store.ts';

export const FOLDERS = listExampleFolders('dialogs');
export const DEVELOPMENT = ['nlp/development'];
export const UNSEEN = ['nlp/unseen'];

/** The model that the build made of the present texts and code; `npm test` builds first. */
export function openModel(): Model {
  return loadModel('dist/nlp-model');
}

export function openUnderstander(): Understander {
  return open('dist/nlp-model', DEMO_OWN_FORMAT);
}
