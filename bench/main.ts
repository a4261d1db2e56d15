import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { systemClock } from '../core/clock.ts';
import { type Benchmark, isMet, Skipped } from './benchmark.ts';
import { complaints } from './complaints.ts';
import { facts } from './facts.ts';
import { history } from './history.ts';
import { install } from './install.ts';
import { masking } from './masking.ts';
import { embedded, server } from './memory.ts';
import { model } from './model.ts';
import { numbers } from './numbers.ts';
import { outbox } from './outbox.ts';
import { page } from './page.ts';
import { publicSets } from './publicSets.ts';
import { reading } from './reading.ts';
import { describeFigure, type Outcome, writeReport } from './report.ts';
import { sockets } from './sockets.ts';
import { topics } from './topics.ts';
import { turns, turnsEmbedded } from './turns.ts';
import { turnsHttp } from './turnsHttp.ts';
import { accuracy, understanding } from './understanding.ts';
import { values } from './values.ts';

/*
 * npm run bench [-- name … --record --public --install] – measures the built product, each figure beside a reference of the same run.
 * Without names everything is measured but what takes minutes or the network (--public, --install), and bench/RESULTS.md written; with
 * names only --record writes, and only their sections. From the project root, with dist/ built.
 */
const ALL: readonly Benchmark[] = [
  turns,
  turnsHttp,
  turnsEmbedded,
  history,
  complaints,
  outbox,
  understanding,
  accuracy,
  numbers,
  values,
  facts,
  masking,
  reading,
  topics,
  model,
  publicSets,
  embedded,
  server,
  sockets,
  page,
  install,
];
const RESULTS = 'bench/RESULTS.md';

const given = process.argv.slice(2);
const names = given.filter((argument) => !argument.startsWith('--'));
const unknown = names.filter((name) => !ALL.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${ALL.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
const outcomes: Outcome[] = [];
for (const benchmark of ALL) outcomes.push(await measure(benchmark));
if (names.length === 0 || given.includes('--record')) {
  const previous = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '';
  writeFileSync(RESULTS, writeReport(outcomes, systemClock.now(), previous));
}

const missed = outcomes.flatMap(({ figures }) => figures).filter((figure) => isMet(figure) === false);
console.log(missed.length === 0 ? 'All goals that were measured are met.' : `Missed: ${missed.map(({ name }) => name).join('; ')}.`);

async function measure({ name, title, option, run }: Benchmark): Promise<Outcome> {
  if (names.length > 0 && !names.includes(name)) return { name, title, figures: [], skipped: 'not asked for' };
  console.log(`${title} [${name}]`);
  try {
    if (option !== undefined && !given.includes(option) && !names.includes(name)) throw new Skipped(`takes minutes; give ${option}`);
    const figures = await run();
    for (const figure of figures) console.log(describeFigure(figure));
    return { name, title, figures };
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    console.log(`  not run: ${error.message}`);
    return { name, title, figures: [], skipped: error.message };
  }
}
