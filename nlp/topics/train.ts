import { TOPICS } from '../../core/acts.ts';
import type { ActLine } from '../acts/corpus.ts';
import { listTextFeatures } from '../acts/features.ts';
import type { Learned } from '../acts/model.ts';
import { DEFAULT_REGRESSION, trainRegression } from '../regression.ts';
import { collectNames, toSparse } from '../sparse.ts';
import { quantize } from '../store.ts';
import type { TopicLine } from './corpus.ts';

const LABELS: readonly TopicLine['topic'][] = [...TOPICS, 'none'];
/** Of the messages that ask nothing every so many-th is learned from: all of them would drown the questions. */
const EVERY_NTH = 12;
const OPTIONS = { ...DEFAULT_REGRESSION, epochs: 15, smoothing: 0.05 };

/** Deterministic: the same lines give the same layer. */
export function trainTopics(lines: readonly TopicLine[], acts: readonly ActLine[]): Learned {
  const nothing = acts
    .filter(({ acts: done }) => !done.includes('ask'))
    .filter((_, at) => at % EVERY_NTH === 0)
    .map(({ text }): TopicLine => ({ topic: 'none', text }));
  const asked = acts.flatMap(({ text, topic }): TopicLine[] => (topic ? [{ topic, text }] : []));
  const all = [...lines, ...asked, ...nothing];
  const features = all.map(({ text }) => listTextFeatures(text));
  const vocabulary = collectNames(features);
  const vectors = features.map((names) => toSparse(names, vocabulary));
  const targets = all.map(({ topic }) => LABELS.indexOf(topic));
  return { vocabulary, layer: quantize(trainRegression(vectors, targets, LABELS, vocabulary.size, OPTIONS)) };
}
