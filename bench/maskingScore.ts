import { readFileSync } from 'node:fs';

/** A carrier's text with what in it must be hidden; `onlyFrom`: from all but the recipient. */
export interface Labelled {
  readonly text: string;
  readonly secrets: readonly { readonly start: number; readonly end: number; readonly onlyFrom?: 'others' }[];
  readonly isUnseen: boolean;
}

const FOLDER = 'bench/maskingSet';

/** The labelled lines of a file: those below `# unseen` are only measured on. */
export function readLabelled(name: string): readonly Labelled[] {
  let isUnseen = false;
  return readFileSync(`${FOLDER}/${name}.txt`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line === '# unseen') isUnseen = true;
      return line === '' || line.startsWith('#') ? [] : [{ ...parse(line), isUnseen }];
    });
}

function parse(line: string): Pick<Labelled, 'text' | 'secrets'> {
  const secrets: Labelled['secrets'][number][] = [];
  let text = '';
  let from = 0;
  for (const match of line.matchAll(/\{([npca]):([^}]+)\}/g)) {
    text += line.slice(from, match.index);
    const [whole, kind, secret = ''] = match;
    secrets.push({ start: text.length, end: text.length + secret.length, ...(/[ca]/.test(kind ?? '') && { onlyFrom: 'others' }) });
    text += secret;
    from = match.index + whole.length;
  }
  return { text: text + line.slice(from), secrets };
}

/** What was hidden of what should be, and how much else was; `faults` says each in a line. */
export interface Score {
  readonly hidden: number;
  readonly secrets: number;
  readonly others: number;
  readonly faults: readonly string[];
}

/** Masks every line for its recipient and for others, and compares. */
export function score(lines: readonly Labelled[], mask: (text: string, isRecipient: boolean) => string): Score {
  let [hidden, secrets, others] = [0, 0, 0];
  const faults: string[] = [];
  for (const { text, secrets: labelled } of lines)
    for (const isRecipient of [true, false]) {
      const shown = mask(text, isRecipient);
      const changed = findChanged(text, shown);
      const wanted = labelled.filter(({ onlyFrom }) => !(isRecipient && onlyFrom));
      for (const { start, end } of wanted) {
        secrets += 1;
        if (isHidden(text.slice(start, end), changed.slice(start, end), shown)) hidden += 1;
        else faults.push(`open: ${text.slice(start, end)} in ${shown}`);
      }
      const beside = countRuns(text, changed, wanted);
      others += beside;
      if (beside > 0) faults.push(`hidden besides: ${text} → ${shown}`);
    }
  return { hidden, secrets, others, faults };
}

/** A name keeps its surname or initials, a phone at most seven of its digits. */
function isHidden(secret: string, changed: readonly boolean[], shown: string): boolean {
  const gone = changed.filter((isChanged, index) => isChanged && /[\p{L}\p{N}]/u.test(secret.charAt(index))).length;
  return !shown.includes(secret) && gone > 0 && gone * 3 >= (secret.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
}

/** Runs of letters or digits that are gone outside of what should be. */
function countRuns(text: string, changed: readonly boolean[], wanted: Labelled['secrets']): number {
  let runs = 0;
  let isRun = false;
  for (let at = 0; at < text.length; at += 1) {
    const isBeside =
      changed[at] === true && /[\p{L}\p{N}]/u.test(text.charAt(at)) && !wanted.some(({ start, end }) => at >= start && at < end);
    if (isBeside && !isRun) runs += 1;
    isRun = isBeside;
  }
  return runs;
}

/** Which characters of a text are not in what is shown of it, by their longest common subsequence. */
function findChanged(text: string, shown: string): boolean[] {
  const width = shown.length + 1;
  const longest = new Uint16Array((text.length + 1) * width);
  for (let i = text.length - 1; i >= 0; i -= 1)
    for (let j = shown.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        text[i] === shown[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  const changed: boolean[] = new Array(text.length).fill(true);
  for (let i = 0, j = 0; i < text.length && j < shown.length; ) {
    if (text[i] === shown[j]) {
      changed[i] = false;
      i += 1;
      j += 1;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return changed;
}
