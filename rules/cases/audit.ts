import { createSecret, hashText } from '../../core/ids.ts';
import type { CaseEvent, NewLine } from './types.ts';

/** A line as it is hashed: the words only by their digest, so that erasing them breaks nothing. */
export type HashedLine = Omit<CaseEvent, 'words'> & { readonly wordsDigest?: string };

/** What chains a line to the one before. */
export interface Seal {
  /** Random, 130 bits; goes when the words go. Absent without words. */
  readonly salt?: string;
  readonly wordsDigest?: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** A line as it is stored. */
export type SealedEvent<Event extends CaseEvent = CaseEvent> = Event & Seal;

/** Where a chain ends; kept beside the lines, or a cut-off end would go unseen. `{ lastSeq: 0, lastHash: '' }` before the first line. */
export interface ChainEnd {
  readonly lastSeq: number;
  readonly lastHash: string;
}

/** SHA-256 in hex over the hash of the line before ('' for the first) and everything of this one but its words. */
export function hashLine(prevHash: string, line: HashedLine): string {
  const { seq, at, actor, action, from, to, data, wordsDigest } = line;
  return hashText(toCanonicalJson([prevHash, seq, at.toISOString(), actor.type, actor.id, action, from, to, data, wordsDigest]));
}

/** Salted, or a list of likely words would tell what a digest hides. */
export function digestWords(words: string, salt: string): string {
  return hashText(`${salt}${words}`);
}

/** Numbers, dates and chains the lines of one decision. @param at one instant for all of them */
export function sealLines<Line extends NewLine>(
  lines: readonly Line[],
  at: Date,
  end: ChainEnd,
): readonly (Line & Pick<CaseEvent, 'seq' | 'at'> & Seal)[] {
  let { lastSeq, lastHash } = end;
  return lines.map((line) => {
    lastSeq += 1;
    const salted = line.words === undefined ? {} : salt(line.words);
    const prevHash = lastHash;
    lastHash = hashLine(prevHash, { ...line, ...salted, seq: lastSeq, at });
    return { ...line, ...salted, seq: lastSeq, at, prevHash, hash: lastHash };
  });
}

function salt(words: string): { readonly salt: string; readonly wordsDigest: string } {
  const salt = createSecret(26);
  return { salt, wordsDigest: digestWords(words, salt) };
}

/** `gap`: a number is missing or twice; `chain`: the line does not follow the one before; `line` or `words`: they were changed; `end`: lines are missing at the end. */
export type ChainFault = { readonly seq: number; readonly fault: 'gap' | 'chain' | 'line' | 'words' | 'end' };

/**
 * The first thing wrong with a case's audit, oldest line first; undefined when it is whole. Lines without words pass: the words
 * of a person who was erased are gone, with their salt.
 */
export function findChainFault(events: readonly SealedEvent[], { lastSeq, lastHash }: ChainEnd): ChainFault | undefined {
  let [seq, hash] = [0, ''];
  for (const event of events) {
    seq += 1;
    if (event.seq !== seq) return { seq, fault: 'gap' };
    if (event.prevHash !== hash) return { seq, fault: 'chain' };
    if (hashLine(hash, event) !== event.hash) return { seq, fault: 'line' };
    if (!hasItsWords(event)) return { seq, fault: 'words' };
    hash = event.hash;
  }
  return seq === lastSeq && hash === lastHash ? undefined : { seq: seq + 1, fault: 'end' };
}

function hasItsWords({ words, salt, wordsDigest }: SealedEvent): boolean {
  if (words === undefined || (words === '' && salt === undefined)) return true;
  return salt !== undefined && digestWords(words, salt) === wordsDigest;
}

/** JSON with sorted keys and nothing undefined: a store may hand an object back in another order. */
function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
