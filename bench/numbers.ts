import { findEntities } from '../nlp/numbers/entities.ts';
import { DEMO_OWN_FORMAT } from '../nlp/numbers/formats/own.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { generateMessages, type NumberedMessage } from './numberCorpus.ts';

const MESSAGES = 10_000;
const SEED = 20_261_122;

/** How well tracking numbers are told from everything else that is numbered. */
export const numbers: Benchmark = {
  name: 'numbers',
  title: 'Tracking numbers in generated messages',
  async run() {
    const messages = generateMessages(MESSAGES, SEED);
    const ours = measure(messages, findOurs);
    const plain = measure(messages, findPlainly);
    const figure = (name: string, value: number, reference: number, note: string): Figure => ({
      name,
      value,
      unit: '',
      reference: { name: 'two or fewer letters and ten digits or more', value: reference },
      goal: { of: 'value', is: 'at least', limit: 0.985 },
      note,
    });
    return [
      figure('precision', ours.precision, plain.precision, 'of the numbers taken for tracking numbers, those that are'),
      figure('recall', ours.recall, plain.recall, `of ${ours.wanted} tracking numbers in ${MESSAGES} messages`),
    ];
  },
};

type Find = (text: string) => readonly string[];

function measure(
  messages: readonly NumberedMessage[],
  find: Find,
): { readonly precision: number; readonly recall: number; readonly wanted: number } {
  let hits = 0;
  let given = 0;
  let wanted = 0;
  for (const { text, trackingNumbers } of messages) {
    const found = new Set(find(text));
    const there = new Set(trackingNumbers);
    given += found.size;
    wanted += there.size;
    for (const number of there) if (found.has(number)) hits += 1;
  }
  return { precision: hits / given, recall: hits / wanted, wanted };
}

function findOurs(text: string): readonly string[] {
  return findEntities(text, DEMO_OWN_FORMAT)
    .entities.filter(({ type }) => type === 'tracking_number')
    .map(({ value }) => value);
}

/** What one would write in a line. */
function findPlainly(text: string): readonly string[] {
  return (text.toUpperCase().match(/[A-Z]{0,2}\d{10,}(?:[A-Z]{2})?/g) ?? []).map(String);
}
