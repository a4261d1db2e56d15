import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTS, type Act, ASKED, type Asked, TOPICS, type Topic } from '../../core/acts.ts';

/** One labelled message. */
export interface ActLine {
  readonly asked: Asked;
  readonly text: string;
  readonly acts: readonly Act[];
  /** Of `give` or `correct`, where the line says it. */
  readonly value?: string;
  /** Of `ask`, where the line says one of the topics that are learned; `request:urge` is one of them. */
  readonly topic?: Topic;
}

/**
 * The lines of the files `<asked>.<variety>.txt` in a directory: acts with blanks between, a tab, the message. An act may carry what
 * it brings (`give=1008`) or is about (`ask:where`; what is no topic of core/acts.ts is for people to read). Lines beginning with // are notes.
 * @throws Error naming file and line where a label is unknown or the tab is missing
 */
export function readActLines(directory: string): readonly ActLine[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.txt'));
  return files.sort().flatMap((name) => parseActLines(readFileSync(join(directory, name), 'utf8'), name));
}

/** One file's lines; its name says what was asked. */
export function parseActLines(content: string, name: string): readonly ActLine[] {
  const asked = ASKED.find((each) => each === name.split('.')[0]);
  if (!asked) throw new Error(`${name}: its name begins with no kind of open question`);
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('//')) return [];
    const [labels = '', text, ...rest] = line.split('\t');
    if (text === undefined || text.trim() === '' || rest.length > 0)
      throw new Error(`${name}:${index + 1}: needs acts, one tab, a message`);
    const tokens = labels.trim().split(/ +/);
    const acts = tokens.map((token) => {
      const act = ACTS.find((each) => each === token.split(/[:=]/)[0]);
      if (!act) throw new Error(`${name}:${index + 1}: "${token}" is no act; see core/acts.ts`);
      return act;
    });
    const value = tokens.find((token) => /^(?:give|correct)=/.test(token))?.replace(/^\w+=/, '');
    const topic = TOPICS.find((each) => tokens.includes(`ask:${each}`) || (each === 'urge' && tokens.includes('request:urge')));
    return [{ asked, text: text.trim(), acts, ...(value !== undefined && { value }), ...(topic && { topic }) }];
  });
}
