import { type ChainEnd, findChainFault, type SealedEvent, sealLines } from '../rules/cases/audit.ts';
import type { CaseEvent, NewLine } from '../rules/cases/types.ts';

/** One case's audit. */
export interface MemoryAudit<Event extends CaseEvent> {
  add(lines: readonly NewLine<Event>[], at: Date): void;
  /** Oldest first, as staff read them. */
  list(): readonly Event[];
  isWhole(): boolean;
}

export function createMemoryAudit<Event extends CaseEvent>(): MemoryAudit<Event> {
  const sealed: SealedEvent[] = [];
  const findEnd = (): ChainEnd => ({ lastSeq: sealed.at(-1)?.seq ?? 0, lastHash: sealed.at(-1)?.hash ?? '' });
  return {
    add: (lines, at) => void sealed.push(...sealLines(lines, at, findEnd())),
    list: () => sealed.map(({ salt: _salt, wordsDigest: _digest, prevHash: _prev, hash: _hash, ...line }) => line as unknown as Event),
    isWhole: () => !findChainFault(sealed, findEnd()),
  };
}
