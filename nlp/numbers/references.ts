import type { Entity, EntityType } from '../../core/types.ts';
import type { Folded } from './fold.ts';
import { fold } from './fold.ts';
import { createOverlap } from './spans.ts';

/** Order numbers of shops: labelled ("订单号 2026…", "order no. 12-345"), with a shop's letters (SO-, PO-, ORD-), or Amazon's 3-7-7 digits. */
export function findOrderNumbers(text: string): readonly Entity[] {
  return findOrderNumbersIn(fold(text));
}

/** Our own references, `RMA-`, `CMP-` or `CBR-YYYYMMDD-NNNN`; the value has its hyphens whatever was typed. */
export function findTicketNumbers(text: string): readonly Entity[] {
  return findTicketNumbersIn(fold(text));
}

const LABELLED =
  /(?:订单|訂單|订购单|訂購單|(?<![A-Z])ORDER)[ ]?(?:编号|編號|号码|號碼|号|號|NUMBER|NUM|NO|ID)?[ .:#]{0,4}(?:是|为|為|IS|WAS)?[ .:#"“「【(]{0,4}([0-9A-Z]{1,40}(?:-[0-9A-Z]{1,20}){0,4})(?![0-9A-Z])/g;
const LETTERED = /(?<![0-9A-Z-])(?:(?:[A-Z]{2,4}-)?(?:SO|PO|ORD|ORDER)(?:[-#]\d{4,20}|\d{6,20})(?:-\d{1,6})?|SO#\d{4,20})(?![0-9A-Z])/g;
const AMAZON = /(?<![0-9A-Z-])\d{3}-\d{7}-\d{7}(?![0-9A-Z-])/g;
const TICKET = /(?<![0-9A-Z])(RMA|CMP|CBR)[- ]{0,2}(\d{8})[- ]{0,2}(\d{4})(?![0-9A-Z])/g;
const FEWEST_DIGITS = 5;

/** As findOrderNumbers, for a text folded already. */
export function findOrderNumbersIn(folded: Folded): readonly Entity[] {
  const found: Entity[] = [];
  for (const match of folded.text.matchAll(LABELLED)) {
    const value = match[1] ?? '';
    if (value.replace(/\D/g, '').length < FEWEST_DIGITS) continue;
    const end = match.index + match[0].length;
    found.push(toEntity(folded, 'order_number', value, end - value.length, end));
  }
  for (const pattern of [LETTERED, AMAZON]) {
    const isTaken = createOverlap(found);
    for (const match of folded.text.matchAll(pattern)) {
      const entity = toEntity(folded, 'order_number', match[0], match.index, match.index + match[0].length);
      if (!isTaken(entity)) found.push(entity);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** As findTicketNumbers, for a text folded already. */
export function findTicketNumbersIn(folded: Folded): readonly Entity[] {
  return [...folded.text.matchAll(TICKET)].map((match) => {
    const value = `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`;
    return toEntity(folded, 'ticket_number', value, match.index, match.index + match[0].length);
  });
}

function toEntity(folded: Folded, type: EntityType, value: string, start: number, end: number): Entity {
  return { type, value, ...folded.toOriginal({ start, end }) };
}
