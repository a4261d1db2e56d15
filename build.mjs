// Builds what has changed: Prisma's client, dist/ (TypeScript), dist/web (pages), dist/nlp-model (language model).
// `node build.mjs --start` then starts the product in this very process, so that signals reach it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMPS = 'dist/.stamps.json';
const API_TYPES = 'web/generated/api.ts';
const SOURCES = ['core', 'rules', 'nlp', 'prisma', 'dialogs', 'bot', 'bench'];
const bin = (name) => join('node_modules', '.bin', name);

/** Each step runs when its inputs differ from those of its last run. `after` names the steps it needs. */
const STEPS = {
  client: {
    inputs: () => hash(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']),
    output: 'prisma/generated/client.ts',
    // Prisma's CLI wants a schema engine it would download; generating needs none, so any executable will do.
    run: () => run(bin('prisma'), ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' }),
  },
  server: {
    after: ['client'],
    inputs: () => hash([...SOURCES, 'tsconfig.json', 'package-lock.json'], (file) => file.endsWith('.ts') || file.endsWith('.json') || file.endsWith('.sql') || file.endsWith('.toml')),
    output: 'dist/bot/main.js',
    run: async () => {
      for (const folder of SOURCES) rmSync(join('dist', folder), { recursive: true, force: true });
      await run(bin('tsc'), ['-p', 'tsconfig.json']);
      cpSync('prisma/migrations', 'dist/prisma/migrations', { recursive: true });
    },
  },
  // The types of the API for pages: a file of the repository, so that a change of the API shows in it.
  apiTypes: {
    after: ['server'],
    inputs: () => hash([...SOURCES, 'package-lock.json', API_TYPES], (file) => file.endsWith('.ts') || file.endsWith('.json')),
    output: API_TYPES,
    run: () => run(process.execPath, ['dist/bot/apiTypesCommand.js', API_TYPES]),
  },
  // What the last build read outside of web/ it has listed itself; an import that is new stands in a file that changed.
  pages: {
    inputs: () => hash(['web', 'tsconfig.json', 'package-lock.json', ...listRead('dist/web/inputs.json')], (file) => file !== API_TYPES),
    output: 'dist/web/pages.json',
    run: () => run(bin('vite'), ['build', '--config', 'web/vite.config.ts']),
  },
  model: {
    after: ['server'],
    inputs: () => hash(['dialogs', 'nlp'], (file) => file.endsWith('.ts') || file.endsWith('.txt')),
    output: 'dist/nlp-model',
    run: () => run(process.execPath, ['dist/nlp/cli/train.js']),
  },
};

function hash(roots, keep = () => true) {
  const sum = createHash('sha1');
  for (const root of roots) for (const file of filesOf(root).filter((name) => keep(name))) sum.update(file).update(readFileSync(file));
  return sum.digest('hex');
}

function filesOf(root) {
  if (!existsSync(root)) return [];
  if (!readdirSafely(root)) return [root];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('generated/') && !entry.parentPath.endsWith('prisma/generated'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function listRead(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
}

function readdirSafely(path) {
  try {
    return readdirSync(path);
  } catch {
    return undefined; // a file
  }
}

function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(new Error(`${command} cannot run (${error.message}); install the devDependencies: npm install`)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} failed:\n${output}`))));
  });
}

async function build() {
  mkdirSync('dist', { recursive: true });
  const stamps = existsSync(STAMPS) ? JSON.parse(readFileSync(STAMPS, 'utf8')) : {};
  const under = new Map();
  const step = (name) => {
    if (!under.has(name)) under.set(name, make(name));
    return under.get(name);
  };
  const make = async (name) => {
    const { after = [], inputs, output, run: work } = STEPS[name];
    await Promise.all(after.map(step));
    const key = inputs();
    if (stamps[name] === key && existsSync(output)) return;
    const startedAt = Date.now();
    process.stderr.write(`building ${name} …\n`);
    await work();
    // Asked again: the work may have found further inputs, or written one of them.
    stamps[name] = inputs();
    writeFileSync(STAMPS, JSON.stringify(stamps));
    process.stderr.write(`built ${name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
  };
  await Promise.all(Object.keys(STEPS).map(step));
}

try {
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
if (process.argv.includes('--start')) await import('./dist/bot/main.js');
