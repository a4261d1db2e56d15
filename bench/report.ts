import { availableParallelism, totalmem } from 'node:os';
import { type Figure, isMet, ratioOf } from './benchmark.ts';

/** What came of one benchmark. */
export interface Outcome {
  readonly name: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Why there are none. */
  readonly skipped?: string;
}

/** A figure as a line for the terminal. */
export function describeFigure(figure: Figure): string {
  const { value, unit, reference, note } = figure;
  const beside = reference ? `, ${formatRatio(figure)} of ${format(reference.value, unit)} (${reference.name})` : '';
  return `  ${figure.name}: ${format(value, unit)}${beside}${describeGoal(figure)}${note ? `\n    ${note}` : ''}`;
}

function describeGoal(figure: Figure): string {
  return figure.goal ? `; goal ${formatGoal(figure)}: ${isMet(figure) ? 'pass' : 'MISS'}` : '';
}

/**
 * The file a run leaves behind: a section per benchmark with the day it was measured. A benchmark that was not run keeps the section it has
 * in `previous`, the file as it was; without one it says why there is none.
 */
export function writeReport(outcomes: readonly Outcome[], at: Date, previous: string): string {
  const sections = outcomes.map(({ title, name, figures, skipped }) => {
    if (skipped) return findSection(previous, title) ?? [`## ${title}`, `Not run: ${skipped}.`, commandOf(name)].join('\n\n');
    const machine = `Node ${process.version}, ${availableParallelism()} cores, ${(totalmem() / 1e9).toFixed(0)} GB of memory`;
    const measured = `Measured ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC, ${machine}.`;
    return [`## ${title}`, writeTable(figures), measured, commandOf(name)].join('\n\n');
  });
  return [
    '# What was measured',
    'Written by `npm run bench`, not to be edited by hand. What a run leaves out keeps the figures it had.',
    'Absolute figures depend on the machine and on what else it does; each stands beside a reference measured in the same run.',
    ...sections,
    '',
  ].join('\n\n');
}

function commandOf(name: string): string {
  return `\`node dist/bench/main.js ${name}\``;
}

function findSection(report: string, title: string): string | undefined {
  const start = report.indexOf(`## ${title}\n`);
  if (start < 0) return undefined;
  const end = report.indexOf('\n## ', start);
  const section = report.slice(start, end < 0 ? undefined : end).trim();
  return section.includes('\nNot run: ') ? undefined : section;
}

function writeTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { name, value, unit, reference, goal, note } = figure;
    const besides = reference ? [`${reference.name}: ${format(reference.value, unit)}`, formatRatio(figure)] : ['', ''];
    const verdict = goal ? [formatGoal(figure), isMet(figure) ? 'pass' : '**miss**'] : ['', ''];
    return [note ? `${name} (${note})` : name, format(value, unit), ...besides, ...verdict];
  });
  const head = ['', 'measured', 'beside', 'ratio', 'goal', ''];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function formatGoal({ goal, unit }: Figure): string {
  if (!goal) return '';
  const sign = goal.is === 'at least' ? '≥' : '≤';
  return goal.of === 'ratio' ? `ratio ${sign} ${goal.limit}` : `${sign} ${goal.limit} ${unit}`;
}

function formatRatio(figure: Figure): string {
  return (ratioOf(figure) ?? Number.NaN).toFixed(2);
}

function format(value: number, unit: string): string {
  if (unit === '') return `${(value * 100).toFixed(1)} %`;
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return `${value.toFixed(digits)} ${unit}`;
}
