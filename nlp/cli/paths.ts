import { join } from 'node:path';

/** Where a build keeps its model, from the project root: inside dist, so that an image of dist is complete. */
export const MODEL_DIRECTORY = join('dist', 'nlp-model');

/** Flows with their examples, from the project root. */
export const FLOWS_DIRECTORY = 'dialogs';

/** Messages in the light of an open question, with what they do, from the project root. */
export const ACTS_DIRECTORY = join('nlp', 'acts', 'lines');

/** Questions by what they are about, from the project root. */
export const TOPICS_DIRECTORY = join('nlp', 'topics', 'lines');

/** Sentences kept apart from training, from the project root. */
export const DEVELOPMENT_DIRECTORY = join('nlp', 'development');

/** Sentences nobody may look at when writing training text or choosing settings: what quality is measured on, from the project root. */
export const UNSEEN_DIRECTORY = join('nlp', 'unseen');
