import { writeFileSync } from 'node:fs';
import { readExamples } from '../corpus.ts';
import type { Figures, Judged } from '../evaluate.ts';
import { judge, listConfusions, measure, measureIntents, splitByLocale, traceThresholds } from '../evaluate.ts';
import { DEMO_OWN_FORMAT } from '../numbers/formats/own.ts';
import { openUnderstander } from '../open.ts';
import { MODEL_DIRECTORY, UNSEEN_DIRECTORY } from './paths.ts';

/*
 * npm run nlu:evaluate [examples directory] [report.md] – measures the built model on labelled sentences (default: the unseen set),
 * prints the report and writes it beside the model.
 */
const ROWS: readonly (readonly [string, keyof Figures])[] = [
  ['intent right', 'accuracy'],
  ['category right, of complaints', 'categoryAccuracy'],
  ['out of scope recognised', 'outOfScopeRecall'],
  ['in scope refused', 'inScopeRefused'],
  ['acted on', 'coverage'],
  ['acted on and wrong', 'acceptedWrong'],
  ['calibration error', 'calibrationError'],
  ['language right', 'localeRight'],
  ['language right, nothing known before', 'coldLocaleRight'],
];

const percent = (value: number): string => (Number.isNaN(value) ? '–' : `${(value * 100).toFixed(1)} %`);
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

function report(judged: readonly Judged[]): string {
  const sets = splitByLocale(judged).map(([name, lines]) => ({ name, figures: measure(lines) }));
  return [
    '# How well messages are understood',
    table(
      ['', ...sets.map(({ name, figures }) => `${name} (${figures.count})`)],
      ROWS.map(([title, key]) => [title, ...sets.map(({ figures }) => percent(figures[key]))]),
    ),
    '## By intent',
    table(
      ['intent', 'lines', 'precision', 'recall', 'F1'],
      measureIntents(judged).map((each) => [each.intent, each.count, ...[each.precision, each.recall, each.f1].map(percent)]),
    ),
    '## Most frequent confusions',
    table(['right → given', 'lines'], listConfusions(judged)),
    '## By threshold',
    table(
      ['confidence from', 'kept', 'of those wrong', 'out of scope acted on'],
      traceThresholds(judged).map((each) => [each.threshold, percent(each.kept), percent(each.wrong), percent(each.outOfScopeActedOn)]),
    ),
    '',
  ].join('\n\n');
}

const text = report(judge(openUnderstander(MODEL_DIRECTORY, DEMO_OWN_FORMAT), readExamples([process.argv[2] ?? UNSEEN_DIRECTORY])));
console.log(text);
writeFileSync(process.argv[3] ?? `${MODEL_DIRECTORY}/report.md`, text);
