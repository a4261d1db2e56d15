import { formatWait } from '../core/i18n.ts';
import type { Text } from '../core/types.ts';
import type { Shipment, Side } from '../rules/shipments/types.ts';
import type { VerificationResult } from '../rules/verification/types.ts';
import { intentTitles } from './texts.ts';
import { button, type Turn } from './turn.ts';

/** How long the last four digits count within a conversation. */
const PROOF_MS = 24 * 3_600_000;
/** Proofs kept: the memory of a conversation stays small. */
const MOST = 10;

/** Checks the last four digits of a number (a tracking number or a ticket's reference), and keeps the proof. */
export async function checkDigits(turn: Turn, number: string, digits: string): Promise<VerificationResult> {
  const { channel, clientKey } = turn.message;
  const result = await turn.services.verification.checkLastFour(number, digits, { person: `${channel}\n${turn.userId}`, clientKey });
  if (result.kind === 'verified') keepProof(turn, number, result.sides);
  else turn.count({ name: `verification.${result.kind}` });
  return result;
}

/** What a flow says to digits that opened nothing; `wait` is when the next may be given. */
export interface RefusalTexts {
  readonly refused: Text;
  /** They were wrong, and the next must wait: `{wait}`. */
  readonly refusedFor: Text;
  /** They were not looked at: `{wait}`. */
  readonly waiting: Text;
}

/** Says so, and offers a person where there is no next try at once. */
export async function refuseDigits(
  turn: Turn,
  texts: RefusalTexts,
  result: Exclude<VerificationResult, { kind: 'verified' }>,
): Promise<void> {
  if (!result.until) return turn.reply(texts.refused);
  // The turn began before the check: counted from then, a minute would be told as two.
  const now = turn.services.clock.now();
  const values = { wait: formatWait(result.until.getTime() - now.getTime(), turn.locale) };
  const text = result.kind === 'waiting' ? texts.waiting : texts.refusedFor;
  return turn.reply(text, { values, buttons: [button(turn, intentTitles.human_agent)] });
}

/** Whether the last four digits were given for this number (a tracking number or a ticket's reference) in the last 24 hours. */
export function isProven(turn: Turn, number: string): boolean {
  return findProof(turn, number) !== undefined;
}

/** Remembers for 24 hours whose digits were given for the number; of a ticket, nobody's of its shipment. */
export function keepProof(turn: Turn, number: string, sides: readonly Side[]): void {
  const known = findProof(turn, number)?.sides ?? [];
  const others = turn.memory.verified.filter((proof) => proof.number !== number);
  const proof = { number, untilMs: turn.now.getTime() + PROOF_MS, sides: [...new Set([...known, ...sides])] };
  turn.memory.verified = [proof, ...others].slice(0, MOST);
}

/** 2: the customer's own shipment, 1: proven by digits, 0: neither. */
export function levelOf(turn: Turn, shipment: Shipment): 0 | 1 | 2 {
  if (isOwn(turn, shipment)) return 2;
  return isProven(turn, shipment.trackingNumber) ? 1 : 0;
}

/**
 * Whether pickup codes and where exactly a parcel was left are theirs to know: the recipient's digits were given, or a customer
 * looks at their own shipment to their own name. Who books a shipment is often its sender.
 */
export function isRecipient(turn: Turn, shipment: Shipment): boolean {
  if (findProof(turn, shipment.trackingNumber)?.sides.includes('recipient')) return true;
  const name = plain(turn.customer?.name ?? '');
  return isOwn(turn, shipment) && name !== '' && name === plain(shipment.recipient.name) && name !== plain(shipment.sender.name);
}

/** Whether the sender's digits were given, or a customer looks at their own shipment to somebody else. */
export function isSender(turn: Turn, shipment: Shipment): boolean {
  if (findProof(turn, shipment.trackingNumber)?.sides.includes('sender')) return true;
  return isOwn(turn, shipment) && plain(turn.customer?.name ?? '') === plain(shipment.sender.name);
}

function isOwn({ customer }: Turn, shipment: Shipment): boolean {
  return customer !== undefined && shipment.customerId === customer.id;
}

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

/** A proof from before it was recorded whose digits they were is the sender's, which opens less. */
function findProof({ memory, now }: Turn, number: string): { readonly sides: readonly Side[] } | undefined {
  const proof = memory.verified.find((each) => each.number === number && each.untilMs > now.getTime());
  return proof && { sides: proof.sides ?? ['sender'] };
}
