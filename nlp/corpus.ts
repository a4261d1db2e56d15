import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComplaintCategory, Intent, Locale } from '../core/types.ts';
import { COMPLAINT_CATEGORIES, INTENTS, LOCALES } from '../core/types.ts';

/** One labelled sentence. */
export interface Example {
  readonly text: string;
  readonly locale: Locale;
  readonly intent: Intent;
  /** Only on complaints; absent where the heading is a bare `# complaint`. */
  readonly category?: ComplaintCategory;
}

/** Every folder of training text below a directory of flows: `<flow>/examples`, in alphabetical order. */
export function listExampleFolders(flowsDirectory: string): readonly string[] {
  return readdirSync(flowsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(flowsDirectory, entry.name, 'examples'))
    .filter((folder) => existsSync(folder))
    .sort();
}

/**
 * The sentences of the files `<locale>.txt` in the folders, in order. A file that is missing counts as empty.
 * @throws Error naming file and line where a heading is no known intent, or a sentence stands above the first heading.
 */
export function readExamples(folders: readonly string[]): readonly Example[] {
  return folders.flatMap((folder) =>
    LOCALES.flatMap((locale) => {
      const path = join(folder, `${locale}.txt`);
      return existsSync(path) ? parseExamples(readFileSync(path, 'utf8'), locale, path) : [];
    }),
  );
}

/** One file's sentences; `source` is named in errors. Lines beginning with // are notes, as `npm run nlu:review` writes them. */
export function parseExamples(content: string, locale: Locale, source: string): readonly Example[] {
  const examples: Example[] = [];
  let label: Pick<Example, 'intent' | 'category'> | undefined;
  for (const [index, line] of content.split('\n').entries()) {
    const text = line.trim();
    if (text === '' || text.startsWith('//')) continue;
    if (text.startsWith('# ')) {
      label = parseHeading(text.slice(2).trim());
      if (!label) throw new Error(`${source}:${index + 1}: "${text}" names no intent; see nlp/LABELLING.md`);
      continue;
    }
    if (!label) throw new Error(`${source}:${index + 1}: a sentence before the first "# intent" heading`);
    examples.push({ text, locale, ...label });
  }
  return examples;
}

function parseHeading(heading: string): Pick<Example, 'intent' | 'category'> | undefined {
  const [name, categoryName] = heading.split('/');
  const intent = INTENTS.find((each) => each === name);
  const category = COMPLAINT_CATEGORIES.find((each) => each === categoryName);
  if (!intent || (categoryName !== undefined && !category)) return undefined;
  return category ? { intent, category } : { intent };
}
