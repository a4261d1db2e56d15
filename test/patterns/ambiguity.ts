import type { Automaton, Step } from './automaton.ts';

/** Steps after which a search is given up; a pattern that takes more is too hard to know, and fails. */
const BUDGET = 3_000_000;

/** Whether some text can be read by one loop in two ways: then each further repetition doubles what a backtracker tries. */
export function isExponential(automaton: Automaton): boolean {
  if (automaton.looks.some(isExponential)) return true;
  const loops = findLoops(automaton);
  return loops.some((loop) => hasTwoWays(automaton, new Set(loop)));
}

function hasTwoWays({ steps, reads }: Automaton, loop: ReadonlySet<number>): boolean {
  const width = reads.length;
  const seen = new Set<number>();
  const open: number[] = [];
  const inside = (at: number): readonly Step[] => (steps[at] ?? []).filter(({ to }) => loop.has(to));
  for (const at of loop) open.push(at * width + at);
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [left, right] = [Math.floor(pair / width), pair % width];
    const fromRight = inside(right);
    for (const [index, one] of inside(left).entries())
      for (const [other, two] of fromRight.entries()) {
        if ((one.on & two.on) === 0n || (one.before & two.before) === 0n) continue;
        // The same step of the same place is one way, however it goes on.
        if (left === right && index === other) continue;
        if (one.to === two.to) return true;
        const next = one.to * width + two.to;
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
  }
  return false;
}

/**
 * Whether some text makes the work grow with the square of its length or worse: two loops that can share it, or one that a search
 * begins anew at every character.
 * @throws Error when it is too hard to know
 */
export function isPolynomial(automaton: Automaton): boolean {
  if (automaton.looks.some(isPolynomial)) return true;
  const loops = findLoops(automaton);
  // A match that has come past a place that accepts succeeds: only a loop with a way around such places can fail after many rounds.
  const steps = automaton.steps.map((ways, at) => (automaton.accepts.has(at) ? [] : ways));
  const mayFail = (loop: readonly number[]): boolean => {
    const inside = new Set(loop);
    return findLoops({ steps: steps.map((ways, at) => (inside.has(at) ? ways.filter(({ to }) => inside.has(to)) : [])) }).length > 0;
  };
  if (loops.some((loop) => mayFail(loop) && isSearchedAnew(automaton, new Set(loop)))) return true;
  return loops.some((from) => loops.some((to) => from !== to && mayFail(to) && areShared(automaton, new Set(from), new Set(to))));
}

/** From "not begun" and a place in the loop, over one text, to that place and that place. */
function isSearchedAnew({ steps, first, reads }: Automaton, loop: ReadonlySet<number>): boolean {
  const width = reads.length;
  for (const goal of loop) {
    const seen = new Set<number>([goal]);
    // Place 0 is "not begun"; the others are counted from 1.
    const open: [number, number][] = [[0, goal]];
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
      const [left, right] = pair;
      for (const two of steps[right] ?? []) {
        if (!loop.has(two.to)) continue;
        const ways: readonly Step[] = left === 0 ? [...first, { to: -1, on: ~0n, before: ~0n }] : (steps[left - 1] ?? []);
        for (const one of ways) {
          if ((one.on & two.on) === 0n || (one.before & two.before) === 0n) continue;
          if (one.to === goal && two.to === goal) return true;
          const key = (one.to + 1) * width + two.to;
          if (seen.has(key)) continue;
          seen.add(key);
          open.push([one.to + 1, two.to]);
        }
      }
    }
  }
  return false;
}

function areShared({ steps, reads }: Automaton, from: ReadonlySet<number>, to: ReadonlySet<number>): boolean {
  const between = reachable(steps, from);
  if (![...to].some((at) => between.has(at))) return false;
  const home = backwards(steps, to);
  const width = reads.length;
  let spent = 0;
  for (const start of from)
    for (const goal of to) {
      if (((reads[start] ?? 0n) & (reads[goal] ?? 0n)) === 0n) continue;
      const seen = new Set<number>();
      const open: [number, number, number][] = [[start, start, goal]];
      for (let triple = open.pop(); triple !== undefined; triple = open.pop()) {
        const [a, b, c] = triple;
        for (const one of steps[a] ?? []) {
          if (!from.has(one.to)) continue;
          for (const three of steps[c] ?? []) {
            if (!to.has(three.to)) continue;
            const on = one.on & three.on;
            if (on === 0n || (one.before & three.before) === 0n) continue;
            for (const two of steps[b] ?? []) {
              spent += 1;
              if (spent > BUDGET) throw new Error('too hard to know');
              if (!home.has(two.to) || (on & two.on) === 0n || (one.before & two.before & three.before) === 0n) continue;
              if (one.to === start && two.to === goal && three.to === goal) return true;
              const key = (one.to * width + two.to) * width + three.to;
              if (seen.has(key)) continue;
              seen.add(key);
              open.push([one.to, two.to, three.to]);
            }
          }
        }
      }
    }
  return false;
}

function reachable(steps: Automaton['steps'], from: Iterable<number>): ReadonlySet<number> {
  const seen = new Set(from);
  for (const at of seen) for (const { to } of steps[at] ?? []) seen.add(to);
  return seen;
}

function backwards(steps: Automaton['steps'], to: Iterable<number>): ReadonlySet<number> {
  const into: number[][] = steps.map(() => []);
  for (const [at, ways] of steps.entries()) for (const way of ways) into[way.to]?.push(at);
  const seen = new Set(to);
  for (const at of seen) for (const from of into[at] ?? []) seen.add(from);
  return seen;
}

/** Places that can be come back to, by the loop they are in (Kosaraju: https://doi.org/10.1016/0898-1221(81)90008-0). */
function findLoops({ steps }: Pick<Automaton, 'steps'>): readonly (readonly number[])[] {
  const order: number[] = [];
  const seen = new Set<number>();
  for (const root of steps.keys()) {
    if (seen.has(root)) continue;
    seen.add(root);
    const path: [number, number][] = [[root, 0]];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = steps[top[0]]?.[top[1]++];
      if (!next) order.push((path.pop() as [number, number])[0]);
      else if (!seen.has(next.to)) {
        seen.add(next.to);
        path.push([next.to, 0]);
      }
    }
  }
  const into: number[][] = steps.map(() => []);
  for (const [at, ways] of steps.entries()) for (const way of ways) into[way.to]?.push(at);
  const done = new Set<number>();
  const loops: number[][] = [];
  for (const root of order.reverse()) {
    if (done.has(root)) continue;
    done.add(root);
    const loop = [root];
    for (const at of loop)
      for (const from of into[at] ?? [])
        if (!done.has(from)) {
          done.add(from);
          loop.push(from);
        }
    if (loop.length > 1 || steps[root]?.some(({ to }) => to === root)) loops.push(loop);
  }
  return loops;
}
