import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { toTypeScript } from './http/api/typescript.ts';
import { describeApi } from './http/api.ts';

/*
 * node dist/bot/apiTypesCommand.js FILE – writes the types of the API for the pages; a step of build.mjs. A file that is current is left
 * as it is, so that nothing is built because of it.
 */
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Name the file to write: node dist/bot/apiTypesCommand.js web/generated/api.ts');
const types = toTypeScript(describeApi());
if (read(path) !== types) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, types);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // Not there yet.
  }
}
