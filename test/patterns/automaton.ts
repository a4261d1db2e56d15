import { type Node, parsePattern } from './parse.ts';

/** A set of the sample characters, one bit each. */
export type Characters = bigint;

/** A way to go on: to a place, over some characters, and only when the character before was one of `before`. */
export interface Step {
  readonly to: number;
  readonly on: Characters;
  readonly before: Characters;
}

/** One place for each character that a pattern reads; every way from one to another is listed as often as a backtracker finds it. */
export interface Automaton {
  /** What each place reads. */
  readonly reads: readonly Characters[];
  readonly steps: readonly (readonly Step[])[];
  /** Where a match can begin. */
  readonly first: readonly Step[];
  /** After which a match has succeeded whatever follows: no backtracker goes back from there. */
  readonly accepts: ReadonlySet<number>;
  /** Automata of what is looked at ahead and behind. */
  readonly looks: readonly Automaton[];
}

interface Gate {
  readonly before: Characters;
  readonly next: Characters;
}
interface Entry extends Gate {
  readonly at: number;
}
interface Piece {
  /** Ways through it that read nothing. */
  readonly empty: readonly Gate[];
  readonly first: readonly Entry[];
  readonly last: readonly Entry[];
}

/** One of each kind that patterns tell apart, besides the characters they name. */
const KINDS = 'aZqé09_ \t\n\u3000.,!-/:\'"#%+的馬か한яß٣。，！～、👍🏻❤\ufe0f\u200d\u0301\ue000\ud800①$€';

/**
 * The automaton of a pattern.
 * @param unrolled the most times that a counted repetition is written out; one with more is taken for endless
 * @throws Error when the pattern uses what is not read here, or is too large
 */
export function buildAutomaton(source: string, flags: string, unrolled: number): Automaton {
  const tree = parsePattern(source);
  const samples = sampleOf(tree, flags);
  return build(tree, flags, unrolled, samples);
}

function sampleOf(tree: Node, flags: string): readonly string[] {
  const found = new Set<string>(KINDS);
  const isUnicode = /[uv]/.test(flags);
  (function walk(node: Node): void {
    if (node.kind === 'atom') {
      for (const piece of node.source.match(/\\u\{[^}]+\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\?[\s\S]/gu) ?? []) {
        if (/^\\[pPdDwWsS]$/.test(piece)) continue;
        const hex = /^\\(?:u\{?|x)([0-9a-fA-F]+)/.exec(piece)?.[1];
        const point = hex ? Number.parseInt(hex, 16) : (piece.codePointAt(piece.length > 1 && piece[0] === '\\' ? 1 : 0) ?? 0);
        for (const near of [point, point + 1]) if (near <= 0x10ffff) found.add(String.fromCodePoint(near));
      }
    } else if (node.kind === 'sequence') node.parts.forEach(walk);
    else if (node.kind === 'choice') node.branches.forEach(walk);
    else if (node.kind !== 'edge') walk(node.body);
  })(tree);
  return [...found].filter((character) => isUnicode || character.length === 1);
}

const MOST_PLACES = 6000;

function build(tree: Node, flags: string, unrolled: number, samples: readonly string[]): Automaton {
  const all: Characters = (1n << BigInt(samples.length)) - 1n;
  const open: Gate = { before: all, next: all };
  const sets = new Map<string, Characters>();
  const reads: Characters[] = [];
  const steps: Step[][] = [];
  const looks: Automaton[] = [];

  function setOf(atom: string): Characters {
    const known = sets.get(atom);
    if (known !== undefined) return known;
    const pattern = new RegExp(`^(?:${atom})$`, flags.replace(/[gym]/g, ''));
    const set = samples.reduce((bits, character, index) => (pattern.test(character) ? bits | (1n << BigInt(index)) : bits), 0n);
    sets.set(atom, set);
    return set;
  }
  const gate = (before: Characters, next: Characters): Piece => ({ empty: [{ before, next }], first: [], last: [] });
  const through = (a: Gate, b: Gate): Gate => ({ before: a.before & b.before, next: a.next & b.next });

  function join(last: readonly Entry[], first: readonly Entry[]): void {
    for (const from of last)
      for (const to of first) {
        const on = (reads[to.at] as Characters) & from.next & to.next;
        const before = (reads[from.at] as Characters) & from.before & to.before;
        if (on !== 0n && before !== 0n) steps[from.at]?.push({ to: to.at, on, before });
      }
  }

  function concat(a: Piece, b: Piece): Piece {
    join(a.last, b.first);
    return {
      empty: few(a.empty.flatMap((x) => b.empty.map((y) => through(x, y)))),
      first: [...a.first, ...a.empty.flatMap((x) => b.first.map((y) => ({ ...through(x, y), at: y.at })))],
      last: [...b.last, ...b.empty.flatMap((x) => a.last.map((y) => ({ ...through(x, y), at: y.at })))],
    };
  }

  function make(node: Node): Piece {
    switch (node.kind) {
      case 'atom': {
        if (reads.length >= MOST_PLACES) throw new Error('too large');
        const at = reads.push(setOf(node.source)) - 1;
        steps.push([]);
        return { empty: [], first: [{ ...open, at }], last: [{ ...open, at }] };
      }
      case 'sequence':
        return node.parts.map(make).reduce(concat, { empty: [open], first: [], last: [] });
      case 'choice': {
        const pieces = node.branches.map(make);
        return {
          empty: few(pieces.flatMap(({ empty }) => empty)),
          first: pieces.flatMap(({ first }) => first),
          last: pieces.flatMap(({ last }) => last),
        };
      }
      case 'repeat':
        return repeat(node.body, node.least, node.most);
      case 'edge': {
        const word = setOf('\\w');
        const line = flags.includes('m') ? setOf('\\n') : 0n;
        if (node.source === '^') return gate(line, all);
        if (node.source === '$') return gate(all, line);
        const sides: Gate[] =
          node.source === '\\b'
            ? [
                { before: all & ~word, next: word },
                { before: word, next: all & ~word },
              ]
            : [
                { before: word, next: word },
                { before: all & ~word, next: all & ~word },
              ];
        return { empty: sides, first: [], last: [] };
      }
      case 'look': {
        const single = oneCharacter(node.body);
        if (single !== undefined) {
          const set = node.isNegative ? all & ~single : single;
          return node.isBehind ? gate(set, all) : gate(all, set);
        }
        looks.push(build(node.isBehind ? reverse(node.body) : node.body, flags, unrolled, samples));
        return gate(all, all);
      }
    }
  }

  /** What a look at one character allows; undefined when it looks at more. */
  function oneCharacter(node: Node): Characters | undefined {
    if (node.kind === 'atom') return setOf(node.source);
    if (node.kind === 'sequence' && node.parts.length === 1) return oneCharacter(node.parts[0] as Node);
    if (node.kind !== 'choice') return undefined;
    const each = node.branches.map(oneCharacter);
    return each.includes(undefined) ? undefined : (each as Characters[]).reduce((a, b) => a | b, 0n);
  }

  function repeat(body: Node, least: number, most: number): Piece {
    if (most === 0) return gate(all, all);
    const isEndless = most > unrolled;
    let piece: Piece | undefined;
    const copies = isEndless ? Math.max(1, Math.min(least, unrolled)) : most;
    // From the end: an optional copy is followed by the optional ones after it, (a(a(a)?)?)?, as a backtracker tries them.
    for (let copy = copies; copy >= 1; copy -= 1) {
      let one = make(body);
      if (isEndless && copy === copies) join(one.last, one.first);
      if (piece) one = concat(one, piece);
      piece = copy > least ? { ...one, empty: [open] } : one;
    }
    return piece as Piece;
  }

  const { first, last } = make(tree);
  const accepts = new Set(last.filter(({ before, next }) => before === all && next === all).map(({ at }) => at));
  return {
    reads,
    steps,
    accepts,
    first: first.map(({ at, before, next }) => ({ to: at, on: (reads[at] as Characters) & next, before })),
    looks,
  };
}

/** Twice is as telling as often. */
function few(gates: readonly Gate[]): readonly Gate[] {
  const kept: Gate[] = [];
  for (const gate of gates) if (kept.filter(({ before, next }) => before === gate.before && next === gate.next).length < 2) kept.push(gate);
  return kept;
}

function reverse(node: Node): Node {
  if (node.kind === 'sequence') return { kind: 'sequence', parts: node.parts.map(reverse).reverse() };
  if (node.kind === 'choice') return { kind: 'choice', branches: node.branches.map(reverse) };
  if (node.kind === 'repeat') return { ...node, body: reverse(node.body) };
  if (node.kind === 'look') return { ...node, isBehind: !node.isBehind };
  if (node.kind === 'edge' && node.source.length === 1) return { kind: 'edge', source: node.source === '^' ? '$' : '^' };
  return node;
}
