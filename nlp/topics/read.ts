import { OUR_TOPICS, TOPICS, type Topic } from '../../core/acts.ts';
import { listTextFeatures } from '../acts/features.ts';
import type { Learned } from '../acts/model.ts';
import { softmax } from '../regression.ts';
import { runLayer, toSparse } from '../sparse.ts';

/** Where a question or a wish is read a topic counts from this chance on; below it the classifier of intents decides. */
const READ_AT = 0.18;
/** What asks is half as likely to ask nothing we know. */
const NOTHING_ASKED = 0.5;
/** Where none is, the topic has to be plain: a statement shares its words. */
const UNASKED_AT = 0.6;
/** What is answered in the same words whoever asks has to be plain: 会不会丢了 is no fear of fraud. */
const ABOUT_US_AT = 0.4;
/** A second question of the same message has to stand out more: clauses are short. */
const SECOND_AT = 0.35;
const MOST = 2;
const MOST_CLAUSES = 8;
const SHORTEST_CLAUSE = 2;
const ABOUT_US: ReadonlySet<Topic> = new Set(OUR_TOPICS.filter((topic) => topic !== 'noted'));
const MARKS = /[，,。.!！?？;；、\n]+|\s{2,}/u;

/**
 * What a message asks about, in its order, at most two; empty where no topic stands out. Never throws, whatever the text.
 * @param isAsked whether a question or a wish is read in it
 */
export function readTopics(learned: Learned, text: string, isAsked: boolean): readonly Topic[] {
  const whole = likeliest(learned, text, isAsked);
  const least = isAsked ? READ_AT : UNASKED_AT;
  const clauses = text
    .split(MARKS)
    .filter((clause) => clause.trim().length >= SHORTEST_CLAUSE)
    .slice(0, MOST_CLAUSES);
  if (clauses.length < 2) return whole.chance >= least && whole.topic ? [whole.topic] : [];
  const clear = Math.max(least, SECOND_AT);
  const found = clauses.map((clause) => likeliest(learned, clause, isAsked)).filter(({ topic, chance }) => topic && chance >= clear);
  const topics = [...new Set(found.flatMap(({ topic }) => topic ?? []))];
  if (whole.topic && whole.chance >= least && !topics.includes(whole.topic)) return [...topics, whole.topic].slice(0, MOST);
  return topics.slice(0, MOST);
}

function likeliest(
  { vocabulary, layer }: Learned,
  text: string,
  isAsked: boolean,
): { readonly topic: Topic | undefined; readonly chance: number } {
  const chances = softmax(runLayer(layer, toSparse(listTextFeatures(text), vocabulary)));
  const none = chances.at(-1) ?? 0;
  const nothing = isAsked ? none * NOTHING_ASKED : none;
  chances[chances.length - 1] = nothing;
  const at = chances.indexOf(Math.max(...chances));
  const chance = (chances[at] ?? 0) / (1 - none + nothing);
  const topic = TOPICS[at];
  return topic && ABOUT_US.has(topic) && chance < ABOUT_US_AT ? { topic: undefined, chance } : { topic, chance };
}
