import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/**
 * What a model was made from, as a hash: the example files and the code beside this file, numbers included (they decide what is
 * masked). A model with another key is stale.
 * @param folders of example files; their order does not matter
 */
export function hashSources(folders: readonly string[], codeDirectory: string = import.meta.dirname): string {
  const hash = createHash('sha256');
  for (const path of [...folders.flatMap((folder) => listFiles(folder, ['.txt'])), ...listFiles(codeDirectory, ['.js', '.ts'])].sort()) {
    hash.update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

function listFiles(directory: string, extensions: readonly string[]): readonly string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    // Commands train nothing themselves; changing their output must not cost a training.
    if (entry.isDirectory()) return entry.name === 'cli' ? [] : listFiles(path, extensions);
    return extensions.includes(extname(entry.name)) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}
