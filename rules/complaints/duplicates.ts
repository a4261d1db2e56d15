import { DAY_MS } from '../../core/days.ts';
import { isOpen } from './states.ts';
import type { Complaint, NewComplaint } from './types.ts';

/** How alike two descriptions must be to be one matter, 0–1. */
export const SAME_MATTER_SHARE = 0.85;
/** How long after a ticket its description still counts as the same matter. */
export const SAME_MATTER_MS = 7 * DAY_MS;

/**
 * The key that keeps a matter to one open ticket: person, shipment and category. Undefined for a ticket that ended or has no
 * shipment, and for suggestions and praise: each of them is its own.
 * @param party the customer's id, else that of the identity on the channel
 */
export function openKeyOf({ type, status, shipmentId, category }: Complaint, party: string): string | undefined {
  return type === 'complaint' && isOpen(status) && shipmentId !== undefined ? `${party}|${shipmentId}|${category}` : undefined;
}

/** Whether a complaint without a shipment is what an open ticket of the same person is about already. Whose it is the caller knows. */
export function isSameMatter(input: NewComplaint, ticket: Complaint, now: Date): boolean {
  const isNear = now.getTime() - ticket.createdAt.getTime() <= SAME_MATTER_MS;
  if (!isNear || input.type !== ticket.type || !isOpen(ticket.status) || ticket.shipmentId !== undefined) return false;
  return similarityOf(input.description, ticket.description) >= SAME_MATTER_SHARE;
}

/** Dice's coefficient over pairs of neighbouring characters, 0–1; case, width, spaces and punctuation do not count. */
export function similarityOf(a: string, b: string): number {
  const [pairsOfA, pairsOfB] = [countPairs(a), countPairs(b)];
  const total = sizeOf(pairsOfA) + sizeOf(pairsOfB);
  if (total === 0) return fold(a) === fold(b) && fold(a) !== '' ? 1 : 0;
  let shared = 0;
  for (const [pair, count] of pairsOfA) shared += Math.min(count, pairsOfB.get(pair) ?? 0);
  return (2 * shared) / total;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function countPairs(text: string): ReadonlyMap<string, number> {
  const characters = Array.from(fold(text));
  const pairs = new Map<string, number>();
  for (let i = 1; i < characters.length; i++) {
    const pair = `${characters[i - 1]}${characters[i]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sizeOf(pairs: ReadonlyMap<string, number>): number {
  return [...pairs.values()].reduce((sum, count) => sum + count, 0);
}
