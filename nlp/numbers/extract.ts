import type { Entity, FoundNumber, NumberProblem } from '../../core/types.ts';
import type { FoundPhone, PhoneContext } from './contacts.ts';
import { findEmailsIn, findPhonesIn } from './contacts.ts';
import { isLabelledTracking } from './context.ts';
import type { Surroundings } from './evidence.ts';
import { listDates, listIdCards, listUrls } from './exclusions.ts';
import type { Folded, Span } from './fold.ts';
import { fold } from './fold.ts';
import type { OwnFormat } from './formats/own.ts';
import { preferNamed } from './named.ts';
import { findOrderNumbersIn, findTicketNumbersIn } from './references.ts';
import { createOverlap } from './spans.ts';
import { listChains } from './tokens.ts';
import { readChain } from './windows.ts';

/** Everything numbered in a message; `orders` and `phones` leave out what turned out to be a tracking number. */
export interface MessageNumbers {
  readonly numbers: readonly FoundNumber[];
  readonly orders: readonly Entity[];
  readonly tickets: readonly Entity[];
  readonly phones: readonly FoundPhone[];
  readonly emails: readonly Entity[];
}

/**
 * Tracking numbers in running text, in order, with offsets into `text` as given. A number that fits several formats has
 * several candidates; one that fits but for a slip has a `problem`. A phone, identity or order number that the customer
 * calls a tracking number is returned with a `looks_like_…` problem and no candidates.
 */
export function findNumbers(text: string, own: OwnFormat): readonly FoundNumber[] {
  return readNumbers(text, own).numbers;
}

/** Reads all kinds of numbers in one go, since each decides what the others may be. Linear in the length of the text. */
export function readNumbers(text: string, own: OwnFormat, context: PhoneContext = {}): MessageNumbers {
  const folded = fold(text);
  const emails = findEmailsIn(folded);
  if (!/\d/.test(folded.text)) return { numbers: [], orders: [], tickets: [], phones: findPhonesIn(folded, context), emails };

  const tickets = findTicketNumbersIn(folded);
  const orders = findOrderNumbersIn(folded);
  const phones = findPhonesIn(folded, context);
  const idCards = listIdCards(folded.text);
  const surroundings: Surroundings = {
    folded,
    own,
    never: createOverlap([...tickets, ...emails]),
    effort: { left: MOST_WINDOWS },
    weakly: createOverlap([
      ...orders,
      ...phones,
      ...[...idCards, ...listDates(folded.text), ...listUrls(folded.text)].map(folded.toOriginal),
    ]),
  };
  const numbers = preferNamed(
    listChains(folded.text).flatMap((chain) => readChain(chain, surroundings)),
    folded,
  );
  const isTracking = createOverlap(numbers);
  const others = {
    orders: orders.filter((order) => !isTracking(order)),
    phones: phones.filter((phone) => !isTracking(phone)),
  };
  const lookalikes = [
    ...listCalledTracking(folded, others.phones, 'looks_like_phone'),
    ...listCalledTracking(folded, idCards.map(folded.toOriginal), 'looks_like_id'),
    ...listCalledTracking(folded, others.orders, 'looks_like_order_no'),
  ].filter((lookalike) => !isTracking(lookalike));
  return {
    numbers: [...numbers, ...lookalikes].sort((a, b) => a.start - b.start),
    ...others,
    tickets,
    emails,
  };
}

/**
 * Thousands of single digits make a window of each length at each of them. A number is found within some ten windows, one spelled
 * digit by digit within thirty, and a message holds a hundred at most; what comes after this many is noise and is left unread.
 */
const MOST_WINDOWS = 2500;

function listCalledTracking(folded: Folded, spans: readonly Span[], problem: NumberProblem): readonly FoundNumber[] {
  return spans.flatMap(({ start, end }) => {
    const raw = folded.original.slice(start, end);
    // Folding the words before instead of mapping the offset back: labels are short, and this happens rarely.
    const words = fold(folded.original.slice(Math.max(0, start - 40), start)).text;
    if (!isLabelledTracking(words, words.length)) return [];
    return [{ raw, normalized: fold(raw).text.replace(/[^0-9A-Z]/g, ''), start, end, candidates: [], problem, corrections: [] }];
  });
}
