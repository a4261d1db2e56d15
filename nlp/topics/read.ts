import { TOPICS, type Topic } from '../../core/acts.ts';
import { listTextFeatures } from '../acts/features.ts';
import type { Learned } from '../acts/model.ts';
import { softmax } from '../regression.ts';
import { runLayer, toSparse } from '../sparse.ts';

/** A topic counts from this chance on; below it another reading, or the classifier of intents, decides. */
const READ_AT = 0.4;
/** A second question of the same message has to stand out more: clauses are short. */
const SECOND_AT = 0.6;
const MOST = 2;
const MOST_CLAUSES = 8;
const SHORTEST_CLAUSE = 2;
const MARKS = /[，,。.!！?？;；、\n]+|\s{2,}/u;

/** What a message asks about, in its order, at most two; empty where no topic stands out. Never throws, whatever the text. */
export function readTopics(learned: Learned, text: string): readonly Topic[] {
  const whole = likeliest(learned, text);
  const clauses = text
    .split(MARKS)
    .filter((clause) => clause.trim().length >= SHORTEST_CLAUSE)
    .slice(0, MOST_CLAUSES);
  if (clauses.length < 2) return whole.chance >= READ_AT && whole.topic ? [whole.topic] : [];
  const found = clauses.map((clause) => likeliest(learned, clause)).filter(({ topic, chance }) => topic && chance >= SECOND_AT);
  const topics = [...new Set(found.flatMap(({ topic }) => topic ?? []))];
  if (whole.topic && whole.chance >= READ_AT && !topics.includes(whole.topic)) return [whole.topic, ...topics].slice(0, MOST);
  return topics.slice(0, MOST);
}

function likeliest({ vocabulary, layer }: Learned, text: string): { readonly topic: Topic | undefined; readonly chance: number } {
  const chances = softmax(runLayer(layer, toSparse(listTextFeatures(text), vocabulary)));
  const at = chances.indexOf(Math.max(...chances));
  return { topic: TOPICS[at], chance: chances[at] ?? 0 };
}
