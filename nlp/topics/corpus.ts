import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOPICS, type Topic } from '../../core/acts.ts';

/** One message and what it asks about; `none` for what asks nothing, or of other business. */
export interface TopicLine {
  readonly topic: Topic | 'none';
  readonly text: string;
}

/**
 * The lines of the files `<topic>.txt` in a directory, a message each; empty lines stand between varieties of language.
 * @throws Error naming the file whose name is no topic
 */
export function readTopicLines(directory: string): readonly TopicLine[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.txt'));
  return files.sort().flatMap((name) => {
    const named = name.split('.')[0];
    const topic = named === 'none' ? 'none' : TOPICS.find((each) => each === named);
    if (!topic) throw new Error(`${name}: its name is no topic; see core/acts.ts`);
    const lines = readFileSync(join(directory, name), 'utf8').split('\n');
    return lines.flatMap((line) => (line.trim() === '' ? [] : [{ topic, text: line.trim() }]));
  });
}
