import { maskTraceText, tellsOfTheWayOnly } from '../../../core/masking.ts';
import type { Slot } from './phrase.ts';
import { readPhrases } from './read.ts';

/** What can be filled in and is nobody's: people, their phones, codes and points of collection are left out. */
const NOBODYS: ReadonlySet<Slot> = new Set(['place', 'next', 'when', 'count', 'papers']);

/**
 * Whether a carrier's text may be shown to a party that is not the recipient: it is understood to its end, and tells of the way
 * alone. What is not understood may hold anything, in more spellings than any list of secrets has.
 */
export function isOfTheWay(text: string): boolean {
  if (!tellsOfTheWayOnly(text)) return false;
  const parts = readPhrases(maskTraceText(text));
  return parts.every((part) => 'phrase' in part && (Object.keys(part.slots) as Slot[]).every((slot) => NOBODYS.has(slot)));
}
