import type { Entity, EntityType, FoundNumber } from '../../core/types.ts';
import type { PhoneContext } from './contacts.ts';
import { readNumbers } from './extract.ts';
import type { OwnFormat } from './formats/own.ts';
import { createOverlap } from './spans.ts';

/**
 * Everything in a message that has a value but no meaning of its own, sorted and without overlaps. A number the customer
 * calls a tracking number though it is a phone's stands in `numbers` with its problem and in `entities` as a phone.
 */
export function findEntities(
  text: string,
  own: OwnFormat,
  context: PhoneContext = {},
): { readonly numbers: readonly FoundNumber[]; readonly entities: readonly Entity[] } {
  const { numbers, orders, tickets, phones, emails } = readNumbers(text, own, context);
  const tracking = numbers.filter(({ problem }) => !problem?.startsWith('looks_like')).map(toEntity);
  const entities: Entity[] = [];
  // Earlier kinds win a place: a ticket's digits are no order, an order's no phone.
  for (const kind of [tickets, tracking, emails, phones, orders]) {
    const isTaken = createOverlap(entities);
    entities.push(...kind.filter((entity) => !isTaken(entity)));
  }
  return { numbers, entities: entities.sort((a, b) => a.start - b.start) };
}

function toEntity({ normalized, start, end }: FoundNumber): Entity {
  return { type: 'tracking_number', value: normalized, start, end };
}

/** One private-use character a kind: a single n-gram for a model, and nothing a customer can type. */
export const ENTITY_MARKS: Readonly<Record<EntityType, string>> = {
  tracking_number: '\uE000',
  order_number: '\uE001',
  ticket_number: '\uE002',
  phone: '\uE003',
  email: '\uE004',
  date: '\uE005',
  amount: '\uE006',
  address: '\uE007',
};

/** The text with each entity as its mark between spaces. `entities` are sorted and do not overlap, as findEntities gives them. */
export function maskEntities(text: string, entities: readonly Entity[]): string {
  let masked = '';
  let end = 0;
  for (const entity of entities) {
    masked += `${text.slice(end, entity.start)} ${ENTITY_MARKS[entity.type]} `;
    end = entity.end;
  }
  return masked + text.slice(end);
}
