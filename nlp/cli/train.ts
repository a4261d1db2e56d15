import { listExampleFolders, readExamples } from '../corpus.ts';
import { hashSources } from '../modelKey.ts';
import { readModelKey, saveModel } from '../store.ts';
import { trainModel } from '../train.ts';
import { FLOWS_DIRECTORY, MODEL_DIRECTORY } from './paths.ts';

/*
 * npm run nlu:train [directory] – trains the language model when texts or code have changed since it was made. Run from the project root.
 */
const directory = process.argv[2] ?? MODEL_DIRECTORY;
const folders = listExampleFolders(FLOWS_DIRECTORY);
const key = hashSources(folders);
if (readModelKey(directory) === key) {
  console.log(`Language model in ${directory} is up to date.`);
} else {
  const training = readExamples(folders);
  const startedMs = performance.now();
  const { model } = await trainModel(training, key);
  saveModel(model, directory);
  console.log(
    `Language model trained on ${training.length} sentences in ${((performance.now() - startedMs) / 1000).toFixed(1)} s: ${directory}`,
  );
}
