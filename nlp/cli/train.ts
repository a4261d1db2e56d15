import { readActLines } from '../acts/corpus.ts';
import { saveActs } from '../acts/store.ts';
import { trainActs } from '../acts/train.ts';
import { listExampleFolders, readExamples } from '../corpus.ts';
import { hashSources } from '../modelKey.ts';
import { readModelKey, saveModel } from '../store.ts';
import { readTopicLines } from '../topics/corpus.ts';
import { trainModel } from '../train.ts';
import { ACTS_DIRECTORY, FLOWS_DIRECTORY, MODEL_DIRECTORY, TOPICS_DIRECTORY } from './paths.ts';

/*
 * npm run nlu:train [directory] – trains the language model when texts or code have changed since it was made. Run from the project root.
 */
const directory = process.argv[2] ?? MODEL_DIRECTORY;
const folders = listExampleFolders(FLOWS_DIRECTORY);
const key = hashSources([...folders, ACTS_DIRECTORY, TOPICS_DIRECTORY]);
if (readModelKey(directory) === key) {
  console.log(`Language model in ${directory} is up to date.`);
} else {
  const training = readExamples(folders);
  const startedMs = performance.now();
  const { model } = await trainModel(training, key);
  const lines = readActLines(ACTS_DIRECTORY);
  const questions = readTopicLines(TOPICS_DIRECTORY);
  saveActs(trainActs(lines, questions, key), directory);
  // Last: by its key both are known to be up to date.
  saveModel(model, directory);
  console.log(
    `Language model trained on ${training.length} sentences, ${lines.length} answers and ${questions.length} questions in ${((performance.now() - startedMs) / 1000).toFixed(1)} s: ${directory}`,
  );
}
