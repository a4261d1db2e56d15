import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAYERS } from './layers.ts';

/** Every package, and the places it belongs to, as path prefixes. What is not here may be imported nowhere. */
const OWNERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(zod)$/, ['core/', 'bot/', 'nlp/cli/']],
  [/^pino$/, ['core/']],
  [/^node-nlp$|^@nlpjs\/|^@microsoft\/recognizers|^opencc-js$|^libphonenumber-js/, ['nlp/', 'prisma/crm/phones.ts']],
  [/^city-timezones$/, ['core/places/towns.ts']],
  [/^chinese-days$/, ['nlp/', 'core/chineseCalendar.ts']],
  [/^@prisma\/|^pg$|^@electric-sql\/|^pglite-prisma-adapter$|^prisma\//, ['prisma/']],
  [/^botbuilder-dialogs$/, ['dialogs/digress.ts', 'dialogs/flowDialog.ts', 'dialogs/router.ts', 'dialogs/turn.ts']],
  [/^botbuilder$|^botframework/, ['bot/adapter.ts', 'bot/bot.ts', 'bot/channels/botframework/', 'web/']],
  [/^restify$|^ws$|^busboy$|^jsonwebtoken$|^ioredis$|^prom-client$/, ['bot/']],
  [/^vite|^botframework-(webchat|directlinejs)|^adaptivecards$|^react(-dom)?-16$/, ['web/']],
];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
}

const FOLDERS = Object.keys(LAYERS);
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|(?:import|\brequire(?:\.resolve)?|createRequire\([^)]*\)(?:\.resolve)?)\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Read as text: it must see every import, whatever the compiler's version. */
function listImports(): Import[] {
  return FOLDERS.flatMap(listFiles).flatMap((file) => parseImports(file, readFileSync(file, 'utf8')));
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !entry.parentPath.startsWith('prisma/generated'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function parseImports(file: string, source: string): Import[] {
  return [...source.matchAll(IMPORT)].map(([, type, target, dynamic]) => ({
    file,
    target: target ?? dynamic ?? '',
    isTypeOnly: type !== undefined,
  }));
}

/** Every rule an import breaks, as a sentence. */
function findBreaches(imports: readonly Import[]): string[] {
  return imports.flatMap(({ file, target }) => {
    const from = file.split('/')[0] ?? '';
    if (!target.startsWith('.')) return findForeign(file, target);
    const path = normalize(join(dirname(file), target));
    const to = path.split('/')[0] ?? '';
    const breaches: string[] = [];
    if (to !== from && FOLDERS.includes(to) && !LAYERS[from]?.includes(to))
      breaches.push(`${file} imports ${path}: ${from} must not know ${to}`);
    const flow = /^dialogs\/([^/]+)\//.exec(file)?.[1];
    const otherFlow = /^dialogs\/([^/]+)\//.exec(path)?.[1];
    if (flow && otherFlow && flow !== otherFlow) breaches.push(`${file} imports ${path}: a flow must not know another`);
    return breaches;
  });
}

function findForeign(file: string, target: string): string[] {
  if (target.startsWith('node:')) return [];
  const owner = OWNERS.find(([pattern]) => pattern.test(target));
  if (!owner) return [`${file} imports ${target}, which is in no list`];
  if (owner[1].some((prefix) => file.startsWith(prefix))) return [];
  return [`${file} imports ${target}, which belongs to ${owner[1].join(', ')}`];
}

/** Files that reach themselves by their imports, one circle as one list. */
function findCircles(imports: readonly Import[]): string[][] {
  const graph = new Map<string, string[]>();
  for (const { file, target } of imports)
    if (target.startsWith('.')) graph.set(file, [...(graph.get(file) ?? []), normalize(join(dirname(file), target))]);
  const reach = (from: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(graph.get(from) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      if (!seen.has(next)) {
        seen.add(next);
        open.push(...(graph.get(next) ?? []));
      }
    return seen;
  };
  const reached = new Map([...graph.keys()].map((file) => [file, reach(file)]));
  const inCircle = [...reached].filter(([file, others]) => others.has(file)).map(([file]) => file);
  const circles = new Map(
    inCircle.map((file) => [
      inCircle
        .filter((other) => other === file || (reached.get(file)?.has(other) && reached.get(other)?.has(file)))
        .sort()
        .join(),
      file,
    ]),
  );
  return [...circles.keys()].map((files) => files.split(','));
}

describe('architecture', () => {
  const imports = listImports();

  it('has read the code', () => {
    expect(imports.length).toBeGreaterThan(200);
  });

  it('lets nobody import against the direction of the layers or a package that is not theirs', () => {
    expect(findBreaches(imports)).toEqual([]);
  });

  it('sees a breach that is planted', () => {
    const planted = parseImports(
      'dialogs/track/index.ts',
      "import { x } from '../../prisma/client.ts';\nimport type { y } from '../callback/index.ts';\nimport pg from 'pg';\n",
    );
    expect(findBreaches(planted)).toHaveLength(3);
    const hidden = parseImports('core/x.ts', "const load = createRequire(import.meta.url)('lodash');\nawait import('left-pad');\n");
    expect(findBreaches(hidden)).toEqual([
      'core/x.ts imports lodash, which is in no list',
      'core/x.ts imports left-pad, which is in no list',
    ]);
  });

  it('goes in no circle', () => {
    expect(findCircles(imports)).toEqual([]);
    const planted = ['a', 'b', 'c'].flatMap((name, at) => parseImports(`core/${name}.ts`, `import { x } from './${'bca'[at]}.ts';\n`));
    expect(findCircles(planted)).toHaveLength(1);
  });

  it('reads the environment in one file, and clock and chance in core alone', () => {
    const breaches = FOLDERS.filter((folder) => folder !== 'web')
      .flatMap(listFiles)
      .flatMap((file) => {
        const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        const rules: [RegExp, boolean][] = [
          [/process\.env/, file === 'core/config.ts' || file.startsWith('prisma/tools/')],
          [/new Date\(\)|Date\.now\(\)|Math\.random\(|randomUUID\(/, file.startsWith('core/')],
        ];
        return rules.filter(([pattern, isAllowed]) => !isAllowed && pattern.test(source)).map(([pattern]) => `${file}: ${pattern}`);
      });
    expect(breaches).toEqual([]);
  });

  it('takes nothing in the place of a package but a version of it, or a package that is known', () => {
    const { overrides } = JSON.parse(readFileSync('package.json', 'utf8')) as { overrides: Record<string, unknown> };
    const foreign = Object.entries(overrides).filter(([, value]) => !/^\d+\.\d+\.\d+$/.test(String(value)));
    // xlsx as its authors no longer publish it; p-defer, of which p-defer-es5 is a translation that brings a compiler along.
    expect(foreign).toEqual([
      ['p-defer-es5', 'npm:p-defer@4.0.1'],
      ['xlsx', 'npm:@e965/xlsx@0.20.3'],
    ]);
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { resolved?: string }> };
    const places = Object.values(packages).flatMap(({ resolved }) => resolved ?? []);
    expect(places.filter((place) => !place.startsWith('https://registry.npmjs.org/'))).toEqual([]);
  });

  it('keeps every file to one idea: 300 lines at most', () => {
    const long = FOLDERS.flatMap(listFiles)
      .filter((file) => !file.includes('/generated/'))
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 301);
    expect(long).toEqual([]);
  });
});
