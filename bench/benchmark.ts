/** One measured number, beside what it is to be judged by. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `turns/s`, `ms`, `MB` …; empty for a share. */
  readonly unit: string;
  /** Something comparable measured in the same run: absolute figures of a busy machine say little. */
  readonly reference?: { readonly name: string; readonly value: number };
  readonly goal?: Goal;
  /** What a reader must know to read the figure. */
  readonly note?: string;
}

/** A limit, on the value or on its ratio to the reference. */
export interface Goal {
  readonly of: 'value' | 'ratio';
  readonly is: 'at least' | 'at most';
  readonly limit: number;
}

export interface Benchmark {
  /** As given on the command line. */
  readonly name: string;
  readonly title: string;
  /** Left out of a full run unless this option is given, because it takes minutes. */
  readonly option?: string;
  /** @throws Skipped when this machine lacks something it needs. */
  run(): Promise<readonly Figure[]>;
}

/** Why a benchmark was not run; printed, not a failure. */
export class Skipped extends Error {}

export function ratioOf({ value, reference }: Figure): number | undefined {
  return reference === undefined || reference.value === 0 ? undefined : value / reference.value;
}

/** Undefined when the figure has no goal. */
export function isMet(figure: Figure): boolean | undefined {
  const { goal } = figure;
  if (!goal) return undefined;
  const measured = goal.of === 'value' ? figure.value : ratioOf(figure);
  if (measured === undefined) return false;
  return goal.is === 'at least' ? measured >= goal.limit : measured <= goal.limit;
}
