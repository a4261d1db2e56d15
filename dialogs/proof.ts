import type { Shipment } from '../core/shipment.ts';
import type { Turn } from './turn.ts';

/** How long the last four digits count within a conversation. */
const PROOF_MS = 24 * 3_600_000;
/** Proofs kept: the memory of a conversation stays small. */
const MOST = 10;

/** Whether the last four digits were given for this number (a tracking number or a ticket's reference) in the last 24 hours. */
export function isProven(turn: Turn, number: string): boolean {
  return turn.memory.verified.some((proof) => proof.number === number && proof.untilMs > turn.now.getTime());
}

/** Remembers the proof for 24 hours. */
export function keepProof(turn: Turn, number: string): void {
  const others = turn.memory.verified.filter((proof) => proof.number !== number);
  turn.memory.verified = [{ number, untilMs: turn.now.getTime() + PROOF_MS }, ...others].slice(0, MOST);
}

/** 2: the customer's own shipment, 1: proven by digits, 0: neither. */
export function levelOf(turn: Turn, shipment: Shipment): 0 | 1 | 2 {
  if (turn.customer && shipment.customerId === turn.customer.id) return 2;
  return isProven(turn, shipment.trackingNumber) ? 1 : 0;
}
