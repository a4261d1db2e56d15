import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseAst } from 'vite';

/** A regular expression of the source, and where it stands. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly at: string;
}

const FOLDERS = ['core', 'rules', 'nlp', 'dialogs', 'bot', 'prisma', 'web'];
const SKIPPED = /(?:^|\/)generated\/|\.d\.ts$/;

function listFiles(root: string, extensions: RegExp): readonly string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(root, folder, file).split(sep).join('/'))
      .filter((file) => extensions.test(file) && !SKIPPED.test(file)),
  ).sort();
}

/** Every literal of the sources. */
export function collectLiterals(): readonly Pattern[] {
  return listFiles('.', /\.(?:ts|tsx|js|mjs)$/).flatMap((file) => [...literalsOf(readFileSync(file, 'utf8'), file)]);
}

/** The literals of one text of TypeScript. */
export function* literalsOf(text: string, file: string): Generator<Pattern> {
  const open: unknown[] = [parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' })];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const { regex, start } = node as { readonly regex?: { readonly pattern: string; readonly flags: string }; readonly start?: number };
    if (regex) yield { source: regex.pattern, flags: regex.flags, at: `${file}:${text.slice(0, start).split('\n').length}` };
    else for (const child of Object.values(node)) open.push(child);
  }
}

/** What is put together when the modules are loaded, or while `act` runs: `new RegExp` of our own files is watched. */
export async function collectComposed(act: () => unknown): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  const original = globalThis.RegExp;
  const watch = (pattern: RegExp): RegExp => {
    // What a package composes for itself is its own matter: only who calls at once counts. Above it stand this and the trap.
    const caller = new Error('where').stack?.split('\n')[3] ?? '';
    if (CALLER.test(caller) && !caller.includes('node_modules'))
      found.push({ source: pattern.source, flags: pattern.flags, at: CALLER.exec(caller)?.[1] ?? '' });
    return pattern;
  };
  globalThis.RegExp = new Proxy(original, {
    construct: (target, given) => watch(Reflect.construct(target, given)),
    apply: (target, self, given) => watch(Reflect.apply(target, self, given)),
  });
  try {
    await act();
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}

const CALLER = new RegExp(`/((?:${FOLDERS.join('|')}|test)/[^ :)]+\\.[jt]s[^)]*)`);

/** Loads every module of the product but what runs when it is loaded: its commands. */
export async function loadAll(): Promise<void> {
  for (const file of listFiles('.', /\.ts$/)) {
    if (/\/cli\/|Command\.ts$|\/main\.ts$|describeEnv|^web\/|\/web\//.test(file)) continue;
    await import(/* @vite-ignore */ `../../${file}`);
  }
}
