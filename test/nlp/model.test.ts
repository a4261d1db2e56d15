import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTENTS } from '../../core/types.ts';
import type { Example } from '../../nlp/corpus.ts';
import { readExamples } from '../../nlp/corpus.ts';
import { decide } from '../../nlp/decide.ts';
import { familiarityOf, runEnsemble } from '../../nlp/ensemble.ts';
import { listFeatures } from '../../nlp/features.ts';
import { scoreText } from '../../nlp/model.ts';
import { toActivations } from '../../nlp/network.ts';
import { runLayer, toSparse } from '../../nlp/sparse.ts';
import { loadModel, readModelKey, saveModel } from '../../nlp/store.ts';
import type { Trained } from '../../nlp/train.ts';
import { trainModel } from '../../nlp/train.ts';
import { DEVELOPMENT, FOLDERS } from './trainedModel.ts';

const every = (step: number, examples: readonly Example[]): readonly Example[] => examples.filter((_, index) => index % step === 0);
const training = every(8, readExamples(FOLDERS));
const development = every(12, readExamples(DEVELOPMENT));
const texts = [...development.map(({ text }) => text), '', 'constructor', '__proto__', 'toString 你好'];

let trained: Trained;
const directory = mkdtempSync(join(tmpdir(), 'nlp-model-'));
beforeAll(async () => {
  trained = await trainModel(training, 'key-1');
});
afterAll(() => rmSync(directory, { recursive: true }));

describe('a trained model', () => {
  it('decides by a lead it did not have to work out in full as it would by the whole', () => {
    const { model } = trained;
    const outOfScope = INTENTS.indexOf('out_of_scope');
    const decisions = development.map(({ text }) => {
      const { ranking, lead } = scoreText(model, text);
      const scores = runEnsemble(model, toSparse(listFeatures(text), model.vocabulary));
      const best = INTENTS.indexOf(ranking[0]!.intent);
      return { short: decide(ranking, lead), whole: decide(ranking, familiarityOf(scores, best) - familiarityOf(scores, outOfScope)) };
    });
    expect(decisions.map(({ short }) => short)).toEqual(decisions.map(({ whole }) => whole));
  });

  it("has the activations of node-nlp's own network", async () => {
    const { model, network } = trained;
    for (const text of texts) {
      const ours = toActivations(runLayer(network.layer, toSparse(listFeatures(text), model.vocabulary)));
      for (const [index, activation] of (await network.activate(text)).entries()) expect(ours[index]).toBeCloseTo(activation, 5);
      const rounded = toActivations(runLayer(model.network.layer, toSparse(listFeatures(text), model.vocabulary)));
      for (const [index, activation] of ours.entries()) expect(rounded[index]).toBeCloseTo(activation, 3);
    }
  });

  it('answers the same after saving and loading', () => {
    saveModel(trained.model, directory);
    expect(readModelKey(directory)).toBe('key-1');
    const loaded = loadModel(directory);
    for (const text of texts) expect(scoreText(loaded, text)).toEqual(scoreText(trained.model, text));
  });

  it('comes out the same from the same texts', async () => {
    const again = await trainModel(training, 'key-1');
    for (const text of texts) expect(scoreText(again.model, text)).toEqual(scoreText(trained.model, text));
  });

  it('gives probabilities', () => {
    for (const text of texts) {
      const { ranking } = scoreText(trained.model, text);
      expect(ranking.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 6);
      expect(ranking.map(({ confidence }) => confidence)).toEqual(ranking.map(({ confidence }) => confidence).toSorted((a, b) => b - a));
    }
  });
});

describe('loadModel', () => {
  it('says what to run when there is no model', () => {
    expect(() => loadModel(join(directory, 'nowhere'))).toThrow('npm run nlu:train');
    expect(readModelKey(join(directory, 'nowhere'))).toBeUndefined();
  });

  it('refuses a file of another format', () => {
    const header = Buffer.from(JSON.stringify({ format: 1, key: 'old' }));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(header.length);
    writeFileSync(join(directory, 'model.bin'), Buffer.concat([length, header]));
    expect(readModelKey(directory)).toBeUndefined();
    expect(() => loadModel(directory)).toThrow('another format');
  });
});
