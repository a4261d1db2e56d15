import { fold } from '../../../core/han.ts';
import { maskTraceText, tellsOfTheWayOnly } from '../../../core/masking.ts';
import { remember } from '../../../core/remember.ts';
import type { Slot } from './phrase.ts';
import { isAnybodys } from './places.ts';
import { readPhrases } from './read.ts';

/** Who carries, by what they do. */
const CARRIES = /^(?:the |a |our )?(?:courier|driver|carrier|agent)$|^(?:快递员|收派员|业务员|收件员|揽件员|揽收员|配送员|司机)$/u;

/** What can be filled in and is nobody's: people by name, their phones, codes and points of collection are left out, and a free rest. */
const NOBODYS: Readonly<Partial<Record<Slot, (value: string) => boolean>>> = {
  place: isAnybodys,
  next: isAnybodys,
  who: (value) => CARRIES.test(fold(value).trim()),
  when: () => true,
  count: () => true,
  papers: () => true,
};

/**
 * Whether a carrier's text may be shown to a party that is not the recipient: it is understood to its end, and tells of the way
 * alone, between places on the map. What is not understood may hold anything, in more spellings than any list of secrets has.
 */
export const isOfTheWay: (text: string) => boolean = remember(tellsOfTheWay);

function tellsOfTheWay(text: string): boolean {
  if (!tellsOfTheWayOnly(text)) return false;
  return readPhrases(maskTraceText(text)).every(
    (part) => 'phrase' in part && Object.entries(part.slots).every(([slot, value]) => NOBODYS[slot as Slot]?.(value) === true),
  );
}
