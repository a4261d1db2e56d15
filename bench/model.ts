import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DEVELOPMENT_DIRECTORY, MODEL_DIRECTORY } from '../nlp/cli/paths.ts';
import { readExamples } from '../nlp/corpus.ts';
import { loadModel } from '../nlp/store.ts';
import type { Benchmark } from './benchmark.ts';
import { readRss, withDirectory } from './product.ts';
import { median } from './statistics.ts';

const TRAIN = 'dist/nlp/cli/train.js';
const UNDERSTAND = 'dist/nlp/cli/understand.js';
const MESSAGES = 10_000;
const STARTS = 5;
const MB = 1e6;

/** What the language model costs before it understands anything, and the command that reads messages with it. */
export const model: Benchmark = {
  name: 'model',
  title: 'The language model: training, start, size, memory',
  run: () =>
    withDirectory(async (directory) => {
      const trainingSeconds = secondsOf(() => execFileSync(process.execPath, [TRAIN, directory], { stdio: 'ignore' }));
      const bareSeconds = secondsOf(() => execFileSync(process.execPath, ['-e', '']));
      const starts: number[] = [];
      for (let start = 0; start < STARTS; start += 1) starts.push((await readMessages(1)).firstSeconds);
      const { rssBytes } = await readMessages(MESSAGES);
      return [
        {
          name: 'training all languages, as the first start does',
          value: trainingSeconds,
          unit: 's',
          goal: { of: 'value', is: 'at most', limit: 90 },
        },
        {
          name: 'model loaded',
          value: median(Array.from({ length: STARTS }, () => secondsOf(() => loadModel(MODEL_DIRECTORY)))),
          unit: 's',
          goal: { of: 'value', is: 'at most', limit: 3 },
        },
        {
          name: 'npm run understand: first answer, from the start of its process',
          value: median(starts),
          unit: 's',
          reference: { name: 'node doing nothing', value: bareSeconds },
          goal: { of: 'value', is: 'at most', limit: 3 },
        },
        {
          name: 'saved model',
          value: statSync(join(directory, 'model.bin')).size / MB,
          unit: 'MB',
          goal: { of: 'value', is: 'at most', limit: 15 },
        },
        {
          name: `npm run understand: resident memory after ${MESSAGES} messages`,
          value: rssBytes / MB,
          unit: 'MB',
          goal: { of: 'value', is: 'at most', limit: 350 },
        },
      ];
    }),
};

/** Runs the command on messages of the development set, over and over, and looks at its memory at the last answer. */
async function readMessages(count: number): Promise<{ readonly firstSeconds: number; readonly rssBytes: number }> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [UNDERSTAND], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const texts = readExamples([DEVELOPMENT_DIRECTORY]).map(({ text }) => text);
  const lines = Array.from({ length: count }, (_, id) => JSON.stringify({ id, text: texts[id % texts.length] }));
  child.stdin.write(`${lines.join('\n')}\n`);
  let answered = 0;
  let firstSeconds = 0;
  let rssBytes = 0;
  for await (const _ of createInterface({ input: child.stdout })) {
    answered += 1;
    if (answered === 1) firstSeconds = (performance.now() - startedMs) / 1000;
    if (answered === count) {
      rssBytes = readRss(child.pid);
      child.stdin.end();
    }
  }
  await ended;
  return { firstSeconds, rssBytes };
}

function secondsOf(work: () => unknown): number {
  const startedMs = performance.now();
  work();
  return (performance.now() - startedMs) / 1000;
}
