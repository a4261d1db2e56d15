/** A regular expression as a tree; what is no matter for its running time (captures, laziness) is left out. */
export type Node =
  | { readonly kind: 'atom'; readonly source: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly branches: readonly Node[] }
  | { readonly kind: 'repeat'; readonly body: Node; readonly least: number; readonly most: number }
  | { readonly kind: 'look'; readonly body: Node; readonly isBehind: boolean; readonly isNegative: boolean }
  | { readonly kind: 'edge'; readonly source: '^' | '$' | '\\b' | '\\B' };

const ATOM = /\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[\s\S])|[\s\S]/uy;
const QUANTIFIER = /(?:\*|\+|\?|\{(\d+)(?:(,)(\d*))?\})/y;

/** @throws Error when the pattern uses what is not read here */
export function parsePattern(source: string): Node {
  const groups: Node[] = [];
  const names: string[] = [];
  let at = 0;

  function readChoice(): Node {
    const branches = [readSequence()];
    while (source[at] === '|') {
      at += 1;
      branches.push(readSequence());
    }
    return branches.length === 1 ? (branches[0] as Node) : { kind: 'choice', branches };
  }

  function readSequence(): Node {
    const parts: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(readQuantified());
    return { kind: 'sequence', parts };
  }

  function readQuantified(): Node {
    const body = readOne();
    QUANTIFIER.lastIndex = at;
    const match = QUANTIFIER.exec(source);
    if (!match) return body;
    at += match[0].length;
    if (source[at] === '?') at += 1;
    const [sign, low, comma, high] = match;
    if (sign === '?') return { kind: 'repeat', body, least: 0, most: 1 };
    if (sign === '*' || sign === '+') return { kind: 'repeat', body, least: sign === '*' ? 0 : 1, most: Number.POSITIVE_INFINITY };
    const most = comma === undefined ? Number(low) : high === '' ? Number.POSITIVE_INFINITY : Number(high);
    return { kind: 'repeat', body, least: Number(low), most };
  }

  function readOne(): Node {
    const rest = source.slice(at, at + 4);
    if (rest[0] === '(') return readGroup();
    if (rest[0] === '^' || rest[0] === '$') {
      at += 1;
      return { kind: 'edge', source: rest[0] };
    }
    if (rest.startsWith('\\b') || rest.startsWith('\\B')) {
      at += 2;
      return { kind: 'edge', source: rest.slice(0, 2) as '\\b' | '\\B' };
    }
    const reference = /^\\(?:(\d)|k<(\w+)>)/.exec(source.slice(at, at + 40));
    if (reference && reference[1] !== '0') {
      at += reference[0].length;
      const group = groups[reference[1] ? Number(reference[1]) - 1 : names.indexOf(reference[2] ?? '')];
      if (!group) throw new Error(`a reference to no earlier group: ${source}`);
      // What it repeats is one of the strings of its group: read as any of them.
      return group;
    }
    ATOM.lastIndex = at;
    const atom = ATOM.exec(source)?.[0];
    if (atom === undefined) throw new Error(`not read at ${at}: ${source}`);
    at += atom.length;
    return { kind: 'atom', source: atom };
  }

  function readGroup(): Node {
    const open = /^\((?:\?(?:<?[=!]|:|<(\w+)>))?/.exec(source.slice(at, at + 40)) as RegExpExecArray;
    const mark = open[0];
    at += mark.length;
    const isCapture = mark === '(' || open[1] !== undefined;
    const index = isCapture ? groups.push({ kind: 'sequence', parts: [] }) - 1 : -1;
    if (isCapture) names[index] = open[1] ?? '';
    const body = readChoice();
    if (source[at] !== ')') throw new Error(`a group is not closed: ${source}`);
    at += 1;
    if (isCapture) groups[index] = body;
    if (!/[=!]$/.test(mark)) return body;
    return { kind: 'look', body, isBehind: mark.includes('<'), isNegative: mark.endsWith('!') };
  }

  const tree = readChoice();
  if (at < source.length) throw new Error(`not read at ${at}: ${source}`);
  return tree;
}
