import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectLiterals } from '../patterns/collect.ts';
import type { Node } from '../patterns/parse.ts';
import { parsePattern } from '../patterns/parse.ts';

/** The plain words that the patterns of the source look for, each once: 转接, " la", can. */
export function harvestWords(): readonly string[] {
  const words = new Set<string>();
  for (const { source, at } of collectLiterals()) if (/^(?:nlp|dialogs)\//.test(at)) for (const word of wordsOf(source)) words.add(word);
  return [...words].sort();
}

function* wordsOf(source: string): Generator<string> {
  const open: Node[] = [parsePattern(source)];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'choice') open.push(...node.branches);
    else if (node.kind === 'repeat' || node.kind === 'look') open.push(node.body);
    else if (node.kind === 'sequence') {
      let word = '';
      for (const part of node.parts) {
        const letter = plainOf(part);
        if (letter !== undefined) word += letter;
        else if (word.trim() !== '') yield word;
        if (letter === undefined) word = '';
        if (part.kind !== 'atom') open.push(part);
      }
      if (word.trim() !== '') yield word;
    }
  }
}

function plainOf(node: Node): string | undefined {
  if (node.kind === 'repeat') return plainOf(node.body);
  if (node.kind !== 'atom') return undefined;
  if (/^[^\\[.]$/u.test(node.source)) return node.source;
  return /^\\[.?*+|()[\]{}$^/\\-]$/.test(node.source)
    ? node.source.slice(1)
    : /^\\[sd]$/.test(node.source)
      ? node.source === '\\s'
        ? ' '
        : '1'
      : undefined;
}

/** What customers say, by the training lines of all flows. */
export function readSentences(): readonly string[] {
  return readdirSync('dialogs', { recursive: true, encoding: 'utf8' })
    .filter((path) => /examples\/[\w-]+\.txt$/.test(path))
    .sort()
    .flatMap((path) => readFileSync(join('dialogs', path), 'utf8').split('\n'))
    .filter((line) => line !== '' && !/^[#[]/.test(line));
}
