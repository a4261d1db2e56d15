import type { Asked } from '../../core/acts.ts';
import { normalizeForFeatures } from '../normalize.ts';

/** Of a long story its beginning and its end say what it does. */
const HEAD = 160;
const TAIL = 80;
const LONGEST_GRAM = 4;

/**
 * The names of a message's features, each twice: as it is, and crossed with what was asked, since a number, a no or a thanks does
 * something else after another question.
 */
export function listActFeatures(given: string, asked: Asked): Set<string> {
  const names = new Set<string>([`asked ${asked}`]);
  addFeatures(given, (name) => {
    names.add(name);
    names.add(`${asked}|${name}`);
  });
  return names;
}

/** The names of a message's features, whatever was asked. */
export function listTextFeatures(given: string): Set<string> {
  const names = new Set<string>();
  addFeatures(given, (name) => names.add(name));
  return names;
}

/** Numbers are masked by their shape. */
function addFeatures(given: string, add: (name: string) => void): void {
  const text = maskNumbers(normalizeForFeatures(given.length <= HEAD + TAIL ? given : `${given.slice(0, HEAD)} ${given.slice(-TAIL)}`));
  addGrams(text, add);
  addWords(text, add);
  add(lengthOf(text));
  if (/[?？]/.test(given)) add('?');
  if (/[吗嗎呢么麼咩][\s?？。.!！]*$/.test(given)) add('吗?');
}

/** Private use, as entities have elsewhere: a waybill's letters with digits, a long run, four digits, any other number. */
function maskNumbers(text: string): string {
  return text
    .replace(/(?<![a-z])[a-z]{1,4} ?\d{8,}/g, '\ue000')
    .replace(/\d{7,}/g, '\ue003')
    .replace(/(?<!\d)\d{4}(?!\d)/g, '\ue008')
    .replace(/\d+/g, '0');
}

/** Runs of one to four characters; of letters only from three on. */
function addGrams(text: string, add: (name: string) => void): void {
  const characters = [...`^${text}$`];
  for (let length = 1; length <= LONGEST_GRAM; length += 1)
    for (let at = 0; at + length <= characters.length; at += 1) {
      const gram = characters.slice(at, at + length).join('');
      if (length >= 3 || !/[a-z]/.test(gram) || HAN.test(gram)) add(gram);
    }
}

const HAN = /[\u3400-\u9fff]/;
const WORD = /[a-z']+|[\u3400-\u9fff]|\d|[^\sa-z]/g;

/** Words with letters, and the two and three words around them. */
function addWords(text: string, add: (name: string) => void): void {
  const words = ['^', ...(text.match(WORD) ?? []), '$'];
  for (let at = 0; at < words.length; at += 1)
    for (let length = 1; length <= 3 && at + length <= words.length; length += 1) {
      const run = words.slice(at, at + length);
      if (run.some((word) => /[a-z]/.test(word))) add(`w ${run.join(' ')}`);
    }
}

function lengthOf(text: string): string {
  const length = [...text].length;
  const step = [1, 2, 5, 11, 24, 49].findIndex((most) => length <= most);
  return `length ${step}`;
}
