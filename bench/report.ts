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

/** The file a full run leaves behind. */
export function writeReport(outcomes: readonly Outcome[], command: string, at: Date): string {
  const sections = outcomes.map(({ title, name, figures, skipped }) =>
    [`## ${title}`, skipped ? `Not run: ${skipped}.` : writeTable(figures), `\`node dist/bench/main.js ${name}\``].join('\n\n'),
  );
  const machine = `Node ${process.version}, ${availableParallelism()} cores, ${(totalmem() / 1e9).toFixed(0)} GB of memory`;
  return [
    '# What was measured',
    `Written by \`${command}\` on ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC. ${machine}. Not to be edited by hand.`,
    'Absolute figures depend on the machine and on what else it does; each stands beside a reference measured in the same run.',
    ...sections,
    '',
  ].join('\n\n');
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
